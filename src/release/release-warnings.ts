import type { EksaRelease, ReleaseChannel } from './eksa-release.ts';
import { isAtLeast, oldestSupported, type SupportMatrix } from './support-matrix.ts';
import { compareVersions, isDevelopmentBuild, lineOf, parseVersion } from './version.ts';

/** What the warnings about a release depend on. */
export interface WarningOptions {
  readonly release: EksaRelease;
  readonly newestVersion: string;
  /** Default: all channels of the release. */
  readonly channel: ReleaseChannel | undefined;
  /** Absent where none is known. */
  readonly matrix: SupportMatrix | undefined;
  /** What the cell of this job wants to build, as far as it says. */
  readonly cell: { readonly osVersion?: string | undefined; readonly hypervisor?: string | undefined };
  readonly now: Date;
}

/**
 * Default credentials stay usable while an image is built. Source: the changelog of EKS Anywhere: the upstream fix came
 * with v0.19.11 and v0.20.8, and is in all of v0.21.
 */
const builderCredentials = [
  { line: '0.19', fixedIn: 'v0.19.11' },
  { line: '0.20', fixedIn: 'v0.20.8' },
] as const;

/** Bundles before v0.22.0 do not say. Source: aws/eks-anywhere-build-tooling EKSD_LATEST_RELEASES, 2026-08-17. */
const endsOfStandardSupport: Readonly<Record<string, string>> = {
  '1-28': '2024-12-31',
  '1-29': '2025-04-30',
  '1-30': '2025-08-31',
  '1-31': '2025-12-31',
};
const oldestWithEnd = 28;

/** What saves a night when it is known before a build, one sentence or two each. */
export function releaseWarnings(options: WarningOptions): string[] {
  return [
    credentialsWarning(options.release.version),
    behindWarning(options.release.version, options.newestVersion),
    supportWarning(options),
    ...goneWarnings(options),
  ].filter((warning) => warning !== undefined);
}

function credentialsWarning(version: string): string | undefined {
  const parsed = parseVersion(version);
  if (parsed === undefined || isDevelopmentBuild(version)) return undefined;
  const row = builderCredentials.find(({ line }) => line === lineOf(parsed));
  const fixedIn = row?.fixedIn ?? builderCredentials[0].fixedIn;
  const isAffected = compareVersions(version, row?.fixedIn ?? `v${builderCredentials[0].line}.0`) < 0;
  return isAffected
    ? `EKS Anywhere ${version} is affected by CVE-2024-9594: while an image is built, anyone who reaches the build VM can log in with default credentials. Fixed in ${fixedIn}.`
    : undefined;
}

function behindWarning(version: string, newestVersion: string): string | undefined {
  const [own, newest] = [parseVersion(version), parseVersion(newestVersion)];
  if (own === undefined || newest === undefined || isDevelopmentBuild(version)) return undefined;
  const behind = (newest.major - own.major) * 1000 + newest.minor - own.minor;
  return behind >= 2
    ? `EKS Anywhere ${version} is ${behind} minor lines behind ${newestVersion}; fixes go to the newest lines.`
    : undefined;
}

function supportWarning({ release, channel, now }: WarningOptions): string | undefined {
  const today = now.toISOString().slice(0, 10);
  const ended = (channel ? [channel] : release.channels).flatMap(({ name, endOfStandardSupport }) => {
    const end = endOfStandardSupport ?? endsOfStandardSupport[name];
    if (end === undefined) return Number(name.split('-')[1]) < oldestWithEnd ? [`${name} (before 2025)`] : [];
    return end < today ? [`${name} (${end})`] : [];
  });
  if (ended.length === 0) return undefined;
  return `Standard support has ended for ${ended.join(', ')}: clusters need extended support, which EKS Anywhere sells as a license.`;
}

function goneWarnings({ release: { version }, matrix, cell }: WarningOptions): (string | undefined)[] {
  const { osVersion, hypervisor } = cell;
  const noFocal = osVersion === '20.04' && isKnown(version) && !builds(matrix, '20.04');
  const noCloudStack = hypervisor === 'cloudstack' && isKnown(version) && isAtLeast(version, 'v0.26.0');
  return [
    noFocal
      ? `EKS Anywhere ${version} builds no Ubuntu 20.04 any more, since v0.25.0; its own end was in May 2025.`
      : undefined,
    noCloudStack
      ? `EKS Anywhere ${version} does not support CloudStack any more, since v0.26.0: the CLI still builds an image, but no cluster runs it.`
      : undefined,
  ];
}

function isKnown(version: string): boolean {
  return parseVersion(version) !== undefined && isAtLeast(version, oldestSupported);
}

function builds(matrix: SupportMatrix | undefined, wanted: string): boolean {
  return matrix?.targets.some(({ os, osVersion }) => os === 'ubuntu' && osVersion === wanted) ?? false;
}
