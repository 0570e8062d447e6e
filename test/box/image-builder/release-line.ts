/** Which minor line of EKS Anywhere the stand-in plays. */

/** The newest EKS-A line that shipped each CLI line (changelog tables of EKS Anywhere, v0.16 to v0.26). */
const newestLineOfCli: Readonly<Record<string, number>> = {
  '0.1': 16,
  '0.2': 17,
  '0.3': 18,
  '0.4': 19,
  '0.5': 22,
  '0.6': 23,
};

export interface ReleaseLine {
  /** 26 for EKS-A v0.26.1. */
  readonly minor: number;
  readonly patch: number;
}

/**
 * One CLI version was shipped with several EKS-A lines (v0.7.0 with 0.24 to 0.26) and differs between them, so the
 * release that was baked in decides; an older CLI version lowers it.
 */
export function releaseLine(eksaVersion: string, cliVersion: string): ReleaseLine {
  const [, minor = '0', patch = '0'] = /^v0\.(\d+)\.(\d+)$/.exec(eksaVersion) ?? [];
  const [, cli = ''] = /^v?(\d+\.\d+)/.exec(cliVersion) ?? [];
  const baked = minor === '0' ? 99 : Number(minor);
  return { minor: Math.min(baked, newestLineOfCli[cli] ?? baked), patch: Number(patch) };
}

export const isAtLeast = (line: ReleaseLine, minor: number, patch = 0): boolean =>
  line.minor > minor || (line.minor === minor && line.patch >= patch);
