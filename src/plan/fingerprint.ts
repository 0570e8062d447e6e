import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { BuildTooling, StatedTools } from '../release/build-tooling.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import type { RequiredTools } from '../release/support-table.ts';
import { bottlerocketFormat } from './bottlerocket-support.ts';
import type { NodeImageSpec } from './node-image-spec.ts';
import { suiteVersion } from './suite-version.ts';

/** Everything that decides what is in an image. Two builds with the same ingredients make the same image. */
export interface Ingredients {
  readonly suite: string;
  readonly image: Omit<NodeImageSpec, 'id'>;
  /** From the signed part of the bundle. */
  readonly bundle: {
    readonly number: number;
    readonly kubeVersion: string;
    readonly eksdRelease: string;
    /** sha256 of all that is signed about the channel, where the release tells. */
    readonly signedDigest?: string;
  };
  /** Only of an image that is built. */
  readonly build?: {
    readonly buildToolingCommit: string;
    readonly imageBuilder: { readonly version?: string; readonly sha256: string } | undefined;
    readonly tools: RequiredTools | StatedTools;
    /** sha256 over the checksums that the EKS Distro manifest states. */
    readonly eksdComponents: string | undefined;
    /** What Packer installs from, when the user says so; otherwise the build tooling commit decides. */
    readonly baseIso?: string;
    readonly config: Readonly<Record<string, string>>;
    /** Names only: a digest of a password could be guessed. */
    readonly secretKeys: readonly string[];
    /** sha256 of additional files and roles, by path. */
    readonly files: Readonly<Record<string, string>>;
  };
  /** Only of Bottlerocket, which is fetched. */
  readonly bottlerocket?: {
    /** What BOTTLEROCKET_RELEASES pins, where it can be had: the version that is fetched. */
    readonly version?: string;
    /** Of the copy that the bundle names. */
    readonly sha256: string;
  };
}

/** What a user adds to an image. */
export interface CellContent {
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Files that cannot be read here: without them nothing can be said about a change. */
  readonly missing: readonly string[];
}

export const noContent: CellContent = { config: {}, secretKeys: [], files: {}, missing: [] };

/** What beyond the bundle decides the content of an image. */
export interface CommitFacts {
  /** sha256 over the checksums that the EKS Distro manifest states. */
  readonly eksdComponents?: string | undefined;
  /** Absent where the commit cannot be had; then the tools are those that are known of the release line. */
  readonly buildTooling?: Pick<BuildTooling, 'requiredTools' | 'bottlerocket'> | undefined;
}

/** Gathers what decides the content of one image, and nothing else. */
export function ingredientsOf(
  { id: _, ...image }: NodeImageSpec,
  release: EksaRelease,
  content: CellContent,
  { eksdComponents, buildTooling }: CommitFacts,
): Ingredients {
  const channel = release.channels.find(({ name }) => name === image.releaseChannel);
  if (channel === undefined) throw new RangeError(`no channel ${image.releaseChannel}`);
  const { kubeVersion, eksdRelease, signedDigest } = channel;
  const bundle = {
    number: release.bundleNumber,
    kubeVersion,
    eksdRelease,
    ...(signedDigest && { signedDigest }),
  };
  if (image.os === 'bottlerocket') {
    const format = bottlerocketFormat(image.hypervisor);
    const archive = format && channel.bottlerocket[format];
    const pinned = format && buildTooling?.bottlerocket[channel.name]?.[format];
    const bottlerocket = { ...(pinned && { version: pinned }), sha256: archive?.sha256 ?? '' };
    return { suite: suiteVersion, image, bundle, bottlerocket };
  }
  const { version, sha256 } = release.imageBuilder ?? { sha256: '' };
  const isoChecksum = content.config['iso_checksum'];
  return {
    suite: suiteVersion,
    image,
    bundle,
    build: {
      buildToolingCommit: release.buildToolingCommit,
      imageBuilder: { ...(version && { version }), sha256 },
      tools: { ...supportMatrix(release.version).tools, ...buildTooling?.requiredTools },
      eksdComponents,
      ...(isoChecksum && { baseIso: isoChecksum.toLowerCase() }),
      config: content.config,
      secretKeys: content.secretKeys.toSorted(),
      files: content.files,
    },
  };
}

/** 32 hex digits: far from any collision, and short enough for the name of an artifact. */
export function fingerprintOf(ingredients: Ingredients): string {
  return createHash('sha256').update(canonicalJson(ingredients)).digest('hex').slice(0, 32);
}
