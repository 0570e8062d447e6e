import { compareVersions } from './version.ts';

/**
 * What the image-builder CLI of each release line accepts. A row holds from its release on, until a later row
 * says otherwise. Source: aws/eks-anywhere-build-tooling, projects/aws/image-builder/{cmd/build.go,builder}, at
 * the tips of release-0.16 … release-0.26, read 2026-08-18.
 */
interface UbuntuRow {
  readonly since: string;
  readonly versions: readonly string[];
  /** Which one is built when nobody says. */
  readonly usual: string;
}

/** Before it, the CLI and its bundles have another shape. */
export const oldestSupported = 'v0.16.0';

const ubuntuRows: readonly UbuntuRow[] = [
  { since: oldestSupported, versions: ['20.04'], usual: '20.04' },
  { since: 'v0.17.0', versions: ['20.04', '22.04'], usual: '20.04' },
  { since: 'v0.24.0', versions: ['20.04', '22.04', '24.04'], usual: '20.04' },
  { since: 'v0.25.0', versions: ['22.04', '24.04'], usual: '22.04' },
];

/** The first release whose `image-builder build` knows `--os-version`, `--firmware` and `--eksa-release`. */
const firstWithOsFlags = 'v0.17.0';

/** The first release whose output is named `<os>-<version>-kube-<channel>.<ext>` instead of `<os>.<ext>`. */
const firstWithLongNames = 'v0.18.0';

/** The Ubuntu versions that a release builds, and the one it builds by default. */
export function ubuntuSupport(eksaVersion: string): Omit<UbuntuRow, 'since'> {
  const row = ubuntuRows.findLast(({ since }) => isAtLeast(eksaVersion, since));
  if (row === undefined) throw new RangeError(`no row for ${eksaVersion}`);
  return row;
}

export function hasOsFlags(eksaVersion: string): boolean {
  return isAtLeast(eksaVersion, firstWithOsFlags);
}

export function hasLongOutputNames(eksaVersion: string): boolean {
  return isAtLeast(eksaVersion, firstWithLongNames);
}

/** Whether a release belongs to a later minor line than `line`, such as `0.19`. */
export function isLineAfter(eksaVersion: string, line: string): boolean {
  return isAtLeast(eksaVersion, `v${line}.0`) && !eksaVersion.startsWith(`v${line}.`);
}

/** Whether a release is `since` or newer. Development builds (`v0.0.0-dev…`) are newer than all. */
export function isAtLeast(eksaVersion: string, since: string): boolean {
  return eksaVersion.startsWith('v0.0.0-') || compareVersions(eksaVersion, since) >= 0;
}
