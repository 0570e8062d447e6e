import { isAtLeast } from '../release/support-matrix.ts';
import type { Evidence } from './provenance.ts';

interface GuestDownload extends Evidence {
  /** Whether a checksum that a signature covers decides. */
  readonly isVerified?: true;
  /** The first release that does so. */
  readonly since?: string;
}

/**
 * What the build machine, and the virtual machine in it, download by themselves, and what upstream compares. From reading
 * aws/eks-anywhere-build-tooling c26c754 and kubernetes-sigs/image-builder v0.1.48 with its 20 patches (release-0.25
 * and release-0.26), and v0.1.44 before (2026-11-23).
 */
const downloads: readonly GuestDownload[] = [
  {
    what: 'containerd',
    by: 'its sha256 in the bundle, which upstream compares',
    isVerified: true,
  },
  { what: 'CNI plugins', by: 'a sha256 in the EKS Distro manifest, whose components are not signed' },
  { what: 'kubelet, kubeadm, kubectl', by: 'TLS alone: upstream compares no checksum' },
  {
    what: 'kube-apiserver, kube-controller-manager, kube-scheduler, kube-proxy',
    by: 'TLS alone: upstream compares no checksum',
  },
  {
    what: 'container images pause, coredns, etcd',
    by: 'TLS alone: the EKS Distro manifest has no checksum of them',
  },
  { what: 'etcd', by: 'a sha256 in the EKS Distro manifest, compared after it is installed' },
  { what: 'etcdadm', by: 'TLS alone: upstream does not compare the sha256 in the bundle' },
  { what: 'goss, from github.com', by: 'TLS alone' },
  {
    what: 'crictl, from github.com instead of the bundle',
    by: 'a checksum from the same server',
    since: 'v0.25.0',
  },
  { what: 'runc, from github.com', by: 'a checksum from the same server', since: 'v0.25.0' },
  { what: 'containerd.service, from raw.githubusercontent.com', by: 'TLS alone', since: 'v0.25.0' },
  { what: 'kubernetes-sigs/image-builder', by: 'a tag that the verified build tooling names, over TLS' },
  {
    what: 'packages of the operating system',
    by: "the keys of its distribution, unless the config's sources turn that off",
  },
];

/** What went into a build beside what the actions verified themselves. */
export function downloadsOfBuild(eksaVersion: string): {
  readonly verified: readonly Evidence[];
  readonly unverified: readonly Evidence[];
} {
  const known = downloads.filter(({ since }) => since === undefined || isAtLeast(eksaVersion, since));
  const evidence = (wanted: boolean) =>
    known.filter(({ isVerified }) => (isVerified === true) === wanted).map(({ what, by }) => ({ what, by }));
  return { verified: evidence(true), unverified: evidence(false) };
}
