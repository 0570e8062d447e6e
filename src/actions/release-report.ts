import type { HookOs } from '../release/hook-os.ts';
import type { ReleaseFacts } from './release-facts.ts';

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

/** What was verified and what could not be, in plain words. */
export function trustRows({ release, buildTooling, eksd }: ReleaseFacts) {
  const isSigned = release.signature === 'verified';
  const signedEksd = Object.keys(eksd).filter((channel) => eksd[channel] === 'verified');
  const byGit = buildTooling?.readBy === 'git';
  const verified = [
    isSigned &&
      'By the signature of the bundle: version and number of the release, EKS-D names, build-tooling commit, sha256 of the image-builder CLI and of the Bottlerocket images',
    byGit &&
      `By git objects of ${isSigned ? 'that' : 'the'} commit: Bottlerocket versions and required tools`,
    signedEksd.length > 0 && `By the EKS-D signature: name, channel and number of ${signedEksd.join(', ')}`,
  ];
  const unverified = [
    !isSigned && 'the bundle itself',
    buildTooling?.readBy === 'tls' && 'Bottlerocket versions and required tools',
    'HookOS (no checksum is published)',
    'addresses and checksums of the EKS Anywhere CLI',
    'container images but for kind node',
    'components of EKS-D',
  ];
  return [
    ['Verified', sentence(verified)],
    ['Protected by TLS alone', sentence(unverified)],
    ['Notes', release.notes.length === 0 ? undefined : release.notes.join(' ')],
  ] as const;
}

function sentence(parts: readonly (string | false)[]): string | undefined {
  const given = parts.filter((part) => part !== false);
  return given.length === 0 ? undefined : `${given.join('; ')}.`;
}
