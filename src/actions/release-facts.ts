import { errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import type { BuildTooling, StatedTools } from '../release/build-tooling.ts';
import type { ContainerImage } from '../release/container-images.ts';
import type { EksaRelease, ReleaseChannel, VerifiableArchive } from '../release/eksa-release.ts';
import type { EksdManifest } from '../release/eksd-manifest.ts';
import { releaseWarnings } from '../release/release-warnings.ts';
import type { UnsignedFacts } from '../release/resolve.ts';
import { isAtLeast, oldestSupported, type SupportMatrix, supportMatrix } from '../release/support-matrix.ts';
import { parseVersion } from '../release/version.ts';
import { readFilesOfBuildTooling } from './build-tooling-files.ts';
import type { FetchedRelease } from './fetch-release.ts';

/** One Bottlerocket image as the output `bottlerocket-images` states it. */
export type BottlerocketImage = Pick<VerifiableArchive, 'uri' | 'sha256'> & { readonly version?: string };
type Format = 'ova' | 'raw' | 'ami';

/** Everything that a release can tell, with what it takes to judge it. */
export interface ReleaseFacts {
  readonly release: EksaRelease;
  readonly unsigned: UnsignedFacts;
  /** Absent on an air-gapped runner, and where neither git nor TLS could get it. */
  readonly buildTooling: BuildTooling | undefined;
  /** By channel, of the channels that were asked for. */
  readonly eksd: Readonly<Record<string, EksdManifest['signature']>>;
  readonly images: readonly ContainerImage[];
  /** By channel and format. */
  readonly bottlerocket: Readonly<Record<string, Readonly<Partial<Record<Format, BottlerocketImage>>>>>;
  /** Absent for releases that this suite does not build. */
  readonly matrix: SupportMatrix | undefined;
  /** What the build-tooling commit states, over what is known of the release line. */
  readonly requiredTools: StatedTools | undefined;
}

export interface FactsOptions {
  readonly channel: ReleaseChannel | undefined;
  readonly cell: { readonly osVersion?: string | undefined; readonly hypervisor?: string | undefined };
  /** `air-gapped`: nothing is requested. */
  readonly network: 'online' | 'air-gapped';
  readonly log: Log;
}

/** Gathers what is beyond the bundle, all at once, and warns of what a person should know. */
export async function gatherFacts(fetched: FetchedRelease, options: FactsOptions): Promise<ReleaseFacts> {
  const { release, unsigned } = fetched;
  const { channel, log } = options;
  const channels = channel ? [channel] : release.channels;
  const [buildTooling, manifests] = await Promise.all([
    options.network === 'online' ? buildToolingOf(fetched, log) : undefined,
    Promise.all(channels.map((one) => fetched.eksdManifest(one))),
  ]);
  const unavailable = manifests.filter(({ problem }) => problem !== undefined);
  if (unavailable[0])
    log.warning(
      `${unavailable.length} of ${manifests.length} EKS Distro manifests could not be fetched; their container images are left out. ${unavailable[0].problem}`,
    );
  const matrix = matrixOf(release.version);
  const { newestVersion } = unsigned;
  const facts = { release, newestVersion, channel, matrix, cell: options.cell, now: new Date() };
  for (const warning of releaseWarnings(facts)) log.warning(warning);
  const requiredTools = (matrix || buildTooling?.requiredTools) && {
    ...matrix?.tools,
    ...buildTooling?.requiredTools,
  };
  return {
    release,
    unsigned,
    buildTooling,
    eksd: Object.fromEntries(
      channels.map(({ name }, index) => [name, manifests[index]?.signature ?? 'unavailable']),
    ),
    images: [...unsigned.images, ...manifests.flatMap(({ images }) => images)],
    bottlerocket: Object.fromEntries(
      release.channels.map((one) => [one.name, bottlerocketOf(one, buildTooling)]),
    ),
    matrix,
    requiredTools,
  };
}

/** Why some of the channels have no Bottlerocket image of a format; `undefined` when all have. */
export function missingBottlerocket(
  facts: ReleaseFacts,
  channels: readonly ReleaseChannel[],
): string | undefined {
  const without = (format: 'ova' | 'raw') =>
    channels.filter(({ bottlerocket }) => !bottlerocket[format]).map(({ name }) => name);
  const [ova, raw] = [without('ova'), without('raw')];
  const last = facts.matrix?.bottlerocket.lastRawChannel ?? '1-28';
  const sentences = [
    raw.length > 0
      ? `There is no bare-metal image of Bottlerocket for ${raw.join(', ')}: its metal variants end with Kubernetes ${last.replace('-', '.')}, and a release can have none for other channels.`
      : '',
    ova.length > 0 ? `The bundle has no OVA of Bottlerocket for ${ova.join(', ')}.` : '',
  ];
  return sentences.filter(Boolean).join(' ') || undefined;
}

function matrixOf(version: string): SupportMatrix | undefined {
  return parseVersion(version) && isAtLeast(version, oldestSupported) ? supportMatrix(version) : undefined;
}

async function buildToolingOf(fetched: FetchedRelease, log: Log): Promise<BuildTooling | undefined> {
  try {
    return await readFilesOfBuildTooling(fetched, (reason) =>
      log.warning(
        `The files of the build-tooling commit were not read through git objects (${reason}); raw.githubusercontent.com is asked instead, where TLS alone protects them.`,
      ),
    );
  } catch (error) {
    log.warning(
      `The files of the build-tooling commit ${fetched.release.buildToolingCommit} could not be fetched, so the versions of Bottlerocket are not known: ${errorMessage(error)}`,
    );
    return undefined;
  }
}

function bottlerocketOf({ name, bottlerocket }: ReleaseChannel, buildTooling: BuildTooling | undefined) {
  const versions = buildTooling?.bottlerocket[name];
  return Object.fromEntries(
    (['ova', 'raw', 'ami'] as const).flatMap((format) => {
      const archive = bottlerocket[format];
      const version = versions?.[format];
      return archive
        ? [[format, { uri: archive.uri, sha256: archive.sha256, ...(version && { version }) }]]
        : [];
    }),
  );
}
