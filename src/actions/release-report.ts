import type { Evidence } from '../image/provenance.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import type { HookOs } from '../release/hook-os.ts';
import type { Inline, SummaryBlock } from '../runner/summary.ts';
import { signatureInWords } from './cell-provenance.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { trustBlocks } from './trust-summary.ts';

/** The outputs of HookOS, empty where the bundle has no such file. */
export function hookOutputs({ vmlinuz, initramfs, iso }: HookOs) {
  return {
    'hook-vmlinuz-uri': vmlinuz.amd64,
    'hook-vmlinuz-uri-arm64': vmlinuz.arm64,
    'hook-initramfs-uri': initramfs.amd64,
    'hook-initramfs-uri-arm64': initramfs.arm64,
    'hook-iso-uri': iso.amd64,
    'hook-iso-uri-arm64': iso.arm64,
  };
}

/** What the release is; then what of it a signature covers, and what nothing does. */
export function releaseSummary(
  facts: ReleaseFacts,
  channel: ReleaseChannel | undefined,
  missing: string | undefined,
): readonly SummaryBlock[] {
  const { release, bottlerocket } = facts;
  const images = channel && bottlerocket[channel.name];
  const bottlerocketVersion = images?.ova?.version ?? images?.raw?.version;
  const rows: ReadonlyArray<readonly [string, Inline | undefined]> = [
    ['Bundle', `${release.bundleNumber}, signature ${release.signature}`],
    ['Release channels', release.channels.map(({ name }) => name).join(', ')],
    ['Kubernetes', channel?.kubeVersion],
    ['EKS Distro', channel && { code: channel.eksdRelease }],
    ['End of standard support', channel?.endOfStandardSupport],
    ['Bottlerocket', bottlerocketVersion],
    ['No Bottlerocket', missing],
    ['image-builder CLI', release.imageBuilder?.version],
    ...release.notes.map((note) => ['Note', note] as const),
  ];
  const { verified, unverified } = evidenceOf(facts);
  return [
    { heading: `Resolved: EKS Anywhere ${release.version}` },
    {
      head: ['EKS Anywhere', { code: release.version }],
      rows: rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    },
    ...trustBlocks(release.signature, verified, unverified),
  ];
}

/** What was verified and what could not be, in plain words. */
function evidenceOf({ release, buildTooling, eksd }: ReleaseFacts) {
  const isSigned = release.signature === 'verified';
  const signedEksd = Object.keys(eksd).filter((channel) => eksd[channel] === 'verified');
  const bundle = signatureInWords(release);
  const commit = 'Bottlerocket versions and required tools';
  const tls = (what: string): Evidence => ({ what, by: 'TLS alone' });
  const verified: readonly Evidence[] = [
    ...[
      'version and number of the release',
      'names of the EKS Distro releases',
      'commit of the build tooling',
      'sha256 of the image-builder CLI',
      'sha256 of the Bottlerocket images',
    ].map((what) => ({ what, by: bundle })),
    ...(buildTooling?.readBy === 'git'
      ? [{ what: commit, by: `git objects of that commit, by ${bundle}` }]
      : []),
    ...(signedEksd.length > 0
      ? [
          {
            what: `name, channel and number of EKS Distro ${signedEksd.join(', ')}`,
            by: 'the EKS Distro signature',
          },
        ]
      : []),
  ];
  const unverified = [
    ...(isSigned ? [] : [tls('the bundle itself')]),
    ...(buildTooling?.readBy === 'tls' ? [tls(commit)] : []),
    tls('HookOS; no checksum is published'),
    tls('addresses and checksums of the EKS Anywhere CLI'),
    tls('container images, except kind node'),
    tls('components of EKS Distro'),
  ];
  return { verified, unverified };
}
