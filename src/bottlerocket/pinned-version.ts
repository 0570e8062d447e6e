import { ActionError } from '../action-error.ts';
import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import { type BottlerocketHypervisor, kinds } from './image-target.ts';

/** Versions by channel and format, as BOTTLEROCKET_RELEASES has them. */
export type PinnedVersions = Readonly<
  Record<string, { readonly ova?: string; readonly raw?: string; readonly ami?: string }>
>;

/** Bottlerocket's metal variants ended with Kubernetes 1.28 (bottlerocket-os/bottlerocket #3794). */
const lastMetalChannel = '1-28';

/**
 * The version that a release pins for a channel.
 *
 * @throws ActionError that says which channels have an image of the kind, and what there is instead.
 */
export function pinnedVersion(
  pinned: PinnedVersions,
  release: EksaRelease,
  channel: string,
  hypervisor: BottlerocketHypervisor,
): string {
  const { format } = kinds[hypervisor];
  const found = pinned[channel]?.[format];
  if (found !== undefined) return found;
  const having = Object.entries(pinned).flatMap(([name, versions]) => (versions[format] ? [name] : []));
  throw noImage(release.version, channel, hypervisor, having);
}

/**
 * The copy of the image that the bundle names.
 *
 * @throws ActionError as above
 */
export function bundleImage(
  release: EksaRelease,
  channel: ReleaseChannel,
  hypervisor: BottlerocketHypervisor,
): { readonly uri: string; readonly sha256: string } {
  const { format } = kinds[hypervisor];
  const found = channel.bottlerocket[format];
  if (found !== undefined) return found;
  const having = release.channels.flatMap(({ name, bottlerocket }) => (bottlerocket[format] ? [name] : []));
  throw noImage(release.version, channel.name, hypervisor, having);
}

function noImage(
  release: string,
  channel: string,
  hypervisor: BottlerocketHypervisor,
  having: readonly string[],
): ActionError {
  const { inWords } = kinds[hypervisor];
  const isAfterMetal = hypervisor === 'baremetal' && minor(channel) > minor(lastMetalChannel);
  return new ActionError(`EKS Anywhere ${release} has no Bottlerocket ${inWords} for channel ${channel}.`, {
    problems: [having.length === 0 ? 'It has none for any channel.' : `It has one for ${having.join(', ')}.`],
    ...(isAfterMetal && {
      why: `Bottlerocket makes no images for bare metal since Kubernetes 1.29; the last are for ${lastMetalChannel}.`,
    }),
    fix: isAfterMetal
      ? 'Build an Ubuntu or RHEL image for bare metal instead, with build-node-image.'
      : 'Choose another `release-channel` or `hypervisor`.',
  });
}

function minor(channel: string): number {
  return Number(channel.split('-')[1]);
}
