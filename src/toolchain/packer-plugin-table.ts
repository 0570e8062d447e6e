import type { Hypervisor } from '../plan/node-image-spec.ts';
import { isAtLeast } from '../release/support-matrix.ts';
import type { RequiredTools } from '../release/support-table.ts';

/** A Packer plugin in one version. */
export interface PinnedPlugin {
  readonly name: string;
  /** As on GitHub; Packer itself writes it in lower case. */
  readonly organisation: string;
  readonly version: string;
  /** Who vouches for it: HashiCorp signs its checksums, others do not. */
  readonly publisher: 'hashicorp' | 'other';
}

/**
 * Which plugins `packer init` asks for, by the files that the targets `deps-*` name: images/capi/Makefile and
 * packer/{,ova/,qemu/,nutanix/}config.pkr.hcl of kubernetes-sigs/image-builder v0.1.14 to v0.1.48, with the patches of
 * eks-anywhere-build-tooling; read 2026-11-23. What `REQUIRED_DEPENDENCY_VERSIONS.yaml` states wins. Packer 1.9 and
 * older bring the rest with them (raw images: QEMU; AMIs: Amazon).
 */
const table: readonly (PinnedPlugin & {
  readonly hypervisors: readonly Hypervisor[] | 'all';
  /** The first EKS Anywhere release whose upstream asks for it. */
  readonly since: string;
})[] = [
  // ">= 1.1.0"
  {
    name: 'ansible',
    organisation: 'hashicorp',
    version: '1.1.0',
    publisher: 'hashicorp',
    hypervisors: 'all',
    since: 'v0.18.0',
  },
  // "~> 3"; patch 0009 pins 3.1.4. Until v0.18 hack/ensure-goss.sh brings it, with a checksum of its own.
  {
    name: 'goss',
    organisation: 'YaleUniversity',
    version: '3.1.4',
    publisher: 'other',
    hypervisors: 'all',
    since: 'v0.19.0',
  },
  // ">= 1.4.2", from image-builder v0.1.44 on
  {
    name: 'vsphere',
    organisation: 'hashicorp',
    version: '1.4.2',
    publisher: 'hashicorp',
    hypervisors: ['vsphere'],
    since: 'v0.22.0',
  },
  // "~> 1.1.0", from image-builder v0.1.37 on
  {
    name: 'qemu',
    organisation: 'hashicorp',
    version: '1.1.0',
    publisher: 'hashicorp',
    hypervisors: ['cloudstack'],
    since: 'v0.19.0',
  },
  // ">= 0.8.1"; patch 0020 pins it, because newer ones do not work with Prism Central before 7.5
  {
    name: 'nutanix',
    organisation: 'nutanix-cloud-native',
    version: '0.8.1',
    publisher: 'other',
    hypervisors: ['nutanix'],
    since: 'v0.16.0',
  },
];

/** The plugins that a build needs beside those that Packer brings. */
export function requiredPlugins(
  eksaVersion: string,
  hypervisor: Hypervisor,
  stated: RequiredTools['plugins'],
): readonly PinnedPlugin[] {
  const versions: Readonly<Record<string, string>> = stated ?? {};
  return table
    .filter(
      ({ hypervisors, since }) =>
        isAtLeast(eksaVersion, since) && (hypervisors === 'all' || hypervisors.includes(hypervisor)),
    )
    .map(({ name, organisation, version, publisher }) => ({
      name,
      organisation,
      publisher,
      version: versions[name] ?? version,
    }));
}
