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

/** A release with Bottlerocket: OVAs for all channels, a raw image for the oldest, one channel out of support. */
export function bottlerocketRelease(): EksaRelease {
  const archive = (name: string) => ({ uri: `https://example.com/${name}`, sha256: '1a'.repeat(32) });
  const { channels, ...release } = exampleRelease();
  const [first] = channels;
  if (first === undefined) throw new Error('no channel');
  return {
    ...release,
    imageBuilder: { ...archive('image-builder'), version: 'v0.7.0' },
    channels: ['1-28', '1-30', '1-34', '1-35'].map((name) => ({
      ...first,
      name,
      kubeVersion: `v${name.replace('-', '.')}.2`,
      eksdRelease: `kubernetes-${name}-eks-7`,
      endOfStandardSupport: Number(name.slice(2)) >= 34 ? '2027-01-31' : '2026-01-31',
      signedDigest: '2b'.repeat(32),
      bottlerocket: {
        ova: archive(`${name}.ova`),
        ...(name === '1-28' && { raw: archive(`${name}.img.gz`) }),
      },
    })),
  };
}
