import type { Firmware, Hypervisor } from '../plan/node-image-spec.ts';
import { supportedConfigKeys } from './support-config-keys.ts';
import { type RequiredTools, type SupportRow, supportRows, supportSources } from './support-table.ts';
import { compareVersions } from './version.ts';

/** One kind of image that a release builds with image-builder. */
export interface SupportedTarget {
  readonly os: 'ubuntu' | 'redhat';
  readonly osVersion: string;
  readonly hypervisor: Hypervisor;
  /** How it may boot, the usual way first. Empty before v0.17.0, which has no choice. */
  readonly firmwares: readonly Firmware[];
  /** How the machine comes about, the usual way first: from an ISO, or as a clone of a template. */
  readonly builders: ReadonlyArray<'iso' | 'clone'>;
}

/** All that is known about what one release can build; plain data, fit for JSON. */
export interface SupportMatrix {
  readonly release: string;
  /** The release since which the row of the table holds that this is taken from. */
  readonly since: string;
  /** One sentence each for what a person should know about how far this can be relied upon. */
  readonly notes: readonly string[];
  /** The EKS Anywhere release whose image-builder CLI builds: the release itself but for three. */
  readonly imageBuilderRelease: string;
  readonly imageBuilderVersion: string;
  readonly releaseChannels: readonly string[];
  readonly usualVersions: Readonly<Record<'ubuntu' | 'redhat', string>>;
  readonly targets: readonly SupportedTarget[];
  /** Bottlerocket is fetched, not built; the bundle says for which channels. */
  readonly bottlerocket: { readonly formats: typeof bottlerocketFormats; readonly lastRawChannel: string };
  /** Of `image-builder build`, without the dashes. */
  readonly flags: readonly string[];
  readonly configKeys: Readonly<Record<Hypervisor, readonly string[]>>;
  readonly tools: RequiredTools;
  readonly sources: readonly string[];
}

/** Before it, the CLI and its bundles have another shape. */
export const oldestSupported = 'v0.16.0';

/** In which format Bottlerocket comes for a hypervisor. */
export const bottlerocketFormats = { vsphere: 'ova', baremetal: 'raw', ami: 'ami' } as const;

/** The first release whose `image-builder build` knows `--os-version`, `--firmware` and `--eksa-release`. */
const firstWithOsFlags = 'v0.17.0';

/** The first release whose output is named `<os>-<version>-kube-<channel>.<ext>` instead of `<os>.<ext>`. */
const firstWithLongNames = 'v0.18.0';

/** The last that this table was written for. */
const newestLine = 'v0.26';

/** The last channel with a raw image: BOTTLEROCKET_RELEASES has had no `raw-release-version` for 1-29 and later. */
const lastRawChannel = '1-28';

const known = new Map<string, SupportMatrix>();

/**
 * What a release can build. A release newer than the table gets the newest row and a note that says so.
 *
 * @throws RangeError below {@link oldestSupported}.
 */
export function supportMatrix(eksaVersion: string): SupportMatrix {
  const matrix = known.get(eksaVersion) ?? readTable(eksaVersion);
  known.set(eksaVersion, matrix);
  return matrix;
}

function readTable(eksaVersion: string): SupportMatrix {
  const rows = supportRows.filter(({ since }) => isAtLeast(eksaVersion, since));
  const [first, ...later] = rows;
  if (first === undefined) throw new RangeError(`no row for ${eksaVersion}`);
  const row: SupportRow = Object.assign({}, first, ...later);
  const flags = rows.flatMap(({ newFlags }) => newFlags ?? []);
  return {
    release: eksaVersion,
    since: row.since,
    notes: notesOn(eksaVersion, row),
    imageBuilderRelease: imageBuilderRelease(eksaVersion),
    imageBuilderVersion: row.imageBuilder,
    releaseChannels: channelsBetween(row.channels),
    usualVersions: row.usual,
    targets: targetsOf(row, flags),
    bottlerocket: { formats: bottlerocketFormats, lastRawChannel },
    flags,
    configKeys: configKeysOf(eksaVersion),
    tools: row.tools,
    sources: supportSources,
  };
}

function notesOn(eksaVersion: string, { since }: SupportRow): string[] {
  if (!isAfter(eksaVersion, newestLine)) return [];
  return [
    `${eksaVersion} is newer than what is known here about the image-builder CLI; the rules of ${since} are used.`,
  ];
}

/**
 * The CLI of v0.16.0 to v0.16.2 builds whatever release is the newest; that of v0.16.5 can be told which
 * (`EKSA_RELEASE_VERSION`). Source: the EKS Anywhere documentation of v0.16.
 */
function imageBuilderRelease(eksaVersion: string): string {
  return ['v0.16.0', 'v0.16.1', 'v0.16.2'].includes(eksaVersion) ? 'v0.16.5' : eksaVersion;
}

/** `1-30`, `1-36` → all seven. */
function channelsBetween([first, last]: SupportRow['channels']): string[] {
  const [from, to] = [first, last].map((channel) => Number(channel.slice(2)));
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => `1-${(from ?? 0) + index}`);
}

function targetsOf(row: SupportRow, flags: readonly string[]): SupportedTarget[] {
  return Object.entries(row.builds).flatMap(([name, builds]) => {
    const hypervisor = name as Hypervisor;
    const builders = hypervisor === 'vsphere' && flags.includes('builder') ? (['iso', 'clone'] as const) : [];
    return (['ubuntu', 'redhat'] as const).flatMap((os) =>
      (builds[os] ?? []).map((osVersion) => ({
        os,
        osVersion,
        hypervisor,
        firmwares: firmwaresOf(row, os, osVersion, hypervisor),
        builders: builders.length > 0 ? builders : (['iso'] as const),
      })),
    );
  });
}

/** Raw images that can boot by EFI cannot boot by BIOS; OVAs can do both, and BIOS is usual. */
function firmwaresOf(
  { efi }: SupportRow,
  os: 'ubuntu' | 'redhat',
  osVersion: string,
  hypervisor: Hypervisor,
): Firmware[] {
  if (efi.length === 0) return [];
  if (!efi.includes(`${os}-${hypervisor}`) || (os === 'redhat' && osVersion !== '9')) return ['bios'];
  return hypervisor === 'baremetal' ? ['efi'] : ['bios', 'efi'];
}

function configKeysOf(eksaVersion: string): Record<Hypervisor, readonly string[]> {
  const existing = (hypervisor: Hypervisor) =>
    Object.entries(supportedConfigKeys[hypervisor])
      .filter(([, { since, until }]) => {
        const isTooEarly = since !== undefined && !isAtLeast(eksaVersion, since);
        return !isTooEarly && !(until !== undefined && isGone(eksaVersion, until));
      })
      .map(([key]) => key);
  return {
    vsphere: existing('vsphere'),
    baremetal: existing('baremetal'),
    nutanix: existing('nutanix'),
    cloudstack: existing('cloudstack'),
    ami: existing('ami'),
  };
}

export function hasOsFlags(eksaVersion: string): boolean {
  return isAtLeast(eksaVersion, firstWithOsFlags);
}

export function hasLongOutputNames(eksaVersion: string): boolean {
  return isAtLeast(eksaVersion, firstWithLongNames);
}

/** Whether a key that existed until then (`v0.19`, or `v0.20.9 v0.21.2`) is gone in a release. */
export function isGone(eksaVersion: string, until: string): boolean {
  const lasts = until.split(' ');
  const lineOf = (version: string) => version.split('.').slice(0, 2).join('.');
  const last = lasts.find((version) => lineOf(version) === lineOf(eksaVersion)) ?? lasts.at(-1) ?? until;
  return isAfter(eksaVersion, last);
}

/** Whether a release is newer than the release `last` (`v0.21.2`), or than every release of the line `last` (`v0.19`). */
function isAfter(eksaVersion: string, last: string): boolean {
  const isLine = last.split('.').length === 2;
  if (isLine && eksaVersion.startsWith(`${last}.`)) return false;
  return isAtLeast(eksaVersion, isLine ? `${last}.0` : last) && eksaVersion !== last;
}

/** Whether a release is `since` or newer. Development builds (`v0.0.0-dev…`) are newer than all. */
export function isAtLeast(eksaVersion: string, since: string): boolean {
  return eksaVersion.startsWith('v0.0.0-') || compareVersions(eksaVersion, since) >= 0;
}
