import { type BuildableSpec, imageExtensions } from '../plan/node-image-spec.ts';
import { hasLongOutputNames } from '../release/support-matrix.ts';
import { amiManifest } from './ami.ts';
import type { BuildConfig } from './config-target.ts';

/** What a good build leaves. */
export type ExpectedOutput =
  /** An image in the CLI's working directory. */
  | { readonly kind: 'image'; readonly name: string }
  /** An image in the service of its hypervisor, by its name there; no file. */
  | { readonly kind: 'remote'; readonly imageName: string }
  /** Packer's manifest with the ids of AMIs, in the CLI's working directory. */
  | { readonly kind: 'manifest'; readonly name: string };

/**
 * What the CLI leaves, by the rules of builder/builder.go.
 *
 * @param cliRelease the release whose CLI runs, where it is another one
 */
export function expectedOutput(
  spec: BuildableSpec,
  config: BuildConfig,
  cliRelease = spec.eksaVersion,
): ExpectedOutput {
  if (spec.hypervisor === 'ami') return { kind: 'manifest', name: amiManifest };
  if (spec.hypervisor === 'nutanix' && config['image_export'] !== 'true')
    return { kind: 'remote', imageName: config['image_name'] ?? '' };
  const extension = imageExtensions[spec.hypervisor];
  const isLong = hasLongOutputNames(cliRelease);
  const name = isLong
    ? `${spec.os}-${spec.osVersion.replaceAll('.', '')}-kube-${spec.releaseChannel}`
    : spec.os;
  return { kind: 'image', name: `${name}.${extension}` };
}
