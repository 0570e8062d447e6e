import { type BuildableSpec, nodeImageId } from '../../../src/plan/node-image-spec.ts';
import type { EksaRelease } from '../../../src/release/eksa-release.ts';

/** A release with two channels; what a test is about is given. */
export function exampleRelease(overrides: Partial<EksaRelease> = {}): EksaRelease {
  return {
    version: 'v0.26.1',
    bundleNumber: 124,
    bundleManifestUrl: 'https://anywhere-assets.eks.amazonaws.com/releases/bundles/124/manifest.yaml',
    releaseManifestUrl: 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml',
    signature: 'verified',
    buildToolingCommit: 'fd0b53ad008bdb4f5f8775a621dc12444df6f5c1',
    channels: (['1-33', '1-34'] as const).map((name) => ({
      name,
      kubeVersion: `v${name.replace('-', '.')}.13`,
      eksdRelease: `kubernetes-${name}-eks-30`,
      eksdManifestUrl: `https://distro.eks.amazonaws.com/kubernetes-${name}/kubernetes-${name}-eks-30.yaml`,
      bottlerocket: {},
    })),
    notes: [],
    ...overrides,
  };
}

/** A cell as {@link completeSpec} makes it; what a test is about is given. */
export function exampleSpec(overrides: Partial<Omit<BuildableSpec, 'id'>> = {}): BuildableSpec {
  const spec = {
    os: 'ubuntu',
    osVersion: '22.04',
    hypervisor: 'baremetal',
    firmware: 'efi',
    releaseChannel: '1-33',
    eksaVersion: 'v0.26.1',
    ...overrides,
  } as const;
  return { id: nodeImageId(spec), ...spec };
}
