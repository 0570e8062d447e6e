/**
 * What one node image is to be: one cell of the matrix. The names are those of the EKS Anywhere documentation.
 */

export const operatingSystems = ['ubuntu', 'redhat', 'bottlerocket'] as const;
export type OperatingSystem = (typeof operatingSystems)[number];

export const hypervisors = ['vsphere', 'baremetal', 'nutanix', 'cloudstack', 'ami'] as const;
export type Hypervisor = (typeof hypervisors)[number];

/** What image-builder builds; Bottlerocket is fetched. */
export const builtSystems = ['ubuntu', 'redhat'] as const satisfies readonly OperatingSystem[];
export type BuiltSystem = (typeof builtSystems)[number];

export const firmwares = ['bios', 'efi'] as const;
export type Firmware = (typeof firmwares)[number];

/** How the build machine comes about: installed from an ISO, or cloned from a vSphere template. */
export const builders = ['iso', 'clone'] as const;
export type Builder = (typeof builders)[number];

export interface NodeImageSpec {
  /** `ubuntu-2204-efi-baremetal-1-33-v0.26.1`; everything that leaves a job is named by it. */
  readonly id: string;
  readonly os: OperatingSystem;
  /** `22.04`, `9`; Bottlerocket has its own version scheme and leaves it out. */
  readonly osVersion?: string;
  readonly hypervisor: Hypervisor;
  readonly firmware?: Firmware;
  /** Only where it is not the usual `iso`. */
  readonly builder?: Builder;
  /** Dash form, `1-33`. */
  readonly releaseChannel: string;
  /** With the `v`. */
  readonly eksaVersion: string;
}

/** A spec that image-builder can be asked for. */
export type BuildableSpec = NodeImageSpec & { readonly os: BuiltSystem; readonly osVersion: string };

/** What people type instead of the words above. */
export const operatingSystemAliases = { rhel: 'redhat', 'red-hat': 'redhat' } as const;
export const hypervisorAliases = {
  metal: 'baremetal',
  'bare-metal': 'baremetal',
  tinkerbell: 'baremetal',
  vmware: 'vsphere',
  snow: 'ami',
} as const satisfies Readonly<Record<string, Hypervisor>>;
export const firmwareAliases = { uefi: 'efi' } as const;

/** As people read them. */
export const hypervisorNames: Readonly<Record<Hypervisor, string>> = {
  vsphere: 'vSphere',
  baremetal: 'bare metal',
  nutanix: 'Nutanix',
  cloudstack: 'CloudStack',
  ami: 'AMI (Snow)',
};
export const operatingSystemNames: Readonly<Record<OperatingSystem, string>> = {
  ubuntu: 'Ubuntu',
  redhat: 'RHEL',
  bottlerocket: 'Bottlerocket',
};
export const firmwareNames: Readonly<Record<Firmware, string>> = { bios: 'BIOS', efi: 'UEFI' };

/** The tags without which EKS Anywhere refuses a template in vSphere. */
export function templateTags(os: string, eksdRelease: string): [os: string, eksdRelease: string] {
  return [`os:${os}`, `eksdRelease:${eksdRelease}`];
}

/** How the file of a build ends: what the CLI makes, and what EKS Anywhere takes. An AMI leaves Packer's manifest. */
export const imageExtensions = {
  baremetal: 'gz',
  vsphere: 'ova',
  nutanix: 'img',
  cloudstack: 'qcow2',
  ami: 'json',
} as const satisfies Record<Hypervisor, string>;

/**
 * The id of a cell. Two cells that differ in anything that changes the image have different ids, and an id is
 * safe as a file name and as an artifact name.
 */
export function nodeImageId(spec: Omit<NodeImageSpec, 'id'>): string {
  return [
    spec.os,
    spec.osVersion?.replaceAll('.', ''),
    spec.firmware,
    spec.builder === 'clone' ? 'clone' : undefined,
    spec.hypervisor,
    spec.releaseChannel,
    spec.eksaVersion,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('-')
    .replaceAll('+', '_');
}
