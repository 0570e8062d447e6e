import { type Hypervisor, hypervisors, type OperatingSystem } from '../plan/node-image-spec.ts';

/** When a host is asked, in the order of a job. */
export const hostSteps = ['resolve', 'set-up', 'build', 'install', 'fetch', 'upload'] as const;
export type HostStep = (typeof hostSteps)[number];

/** Who opens the connection: the job, the machine that becomes the image, or the hypervisor. */
export type HostClient = 'runner' | 'guest' | 'hypervisor';

/**
 * How something else can answer instead:
 *
 * - `in-process`: the input `mirrors`, which the actions apply to their own requests
 * - `git`: `url.<mirror>.insteadOf` of git
 * - `pip`: the index that pip is configured with
 * - `packer`: plugins put where Packer looks for them, `PACKER_PLUGIN_PATH`
 * - `config`: a key of the build config, named in `mirrorNote`
 * - `none`: not at all; the host must be reachable, if need be through a proxy
 */
export type MirrorKind = 'in-process' | 'git' | 'pip' | 'packer' | 'config' | 'none';

/** A package registry. Which host stands for it is the business of its client's configuration. */
export type PackageService = 'PyPI' | 'Ansible Galaxy' | 'package archive';

/** Where a request goes: a host with a fixed name, a registry, or what a key of the build config names. */
export type HostAddress =
  | { readonly host: string }
  | { readonly service: PackageService }
  | { readonly configKey: string };

/** One reason to let somebody through a firewall. */
export type NeededHost = HostAddress & {
  readonly step: HostStep;
  readonly from: HostClient;
  readonly hypervisors: readonly Hypervisor[];
  readonly os: readonly OperatingSystem[];
  /** The program that asks. */
  readonly tool: string;
  /** What is fetched or sent. */
  readonly why: string;
  readonly protocol: 'https' | 'http';
  /** Where it is not the usual one of the protocol. */
  readonly port?: number;
  readonly mirror: MirrorKind;
  readonly mirrorNote?: string;
  /** Only where this is missing: a build with everything in place does not ask. */
  readonly unless?: string;
  /** The first release of EKS Anywhere whose builds ask, where it is not an early one. */
  readonly since?: string;
};

/** A host of AWS's list that no build of an image asks. */
export interface ListedHost {
  readonly host: string;
  readonly why: string;
}

const built = ['ubuntu', 'redhat'] as const;
const everyOs = [...built, 'bottlerocket'] as const;
const inQemu = ['baremetal', 'cloudstack'] as const;
const ubuntu = ['ubuntu'] as const;
const redhat = ['redhat'] as const;
const fromIso = ['vsphere', 'baremetal', 'cloudstack'] as const;

const onRunner = { from: 'runner', hypervisors, protocol: 'https' } as const;
const inGuest = { from: 'guest', hypervisors, os: built, protocol: 'https', step: 'install' } as const;

/**
 * Which hosts a job asks, for what, from where. Sources: requests recorded of v0.26.1, the scripts and roles of
 * eks-anywhere-build-tooling c26c754 and of kubernetes-sigs/image-builder v0.1.48 with its patches. The list in the
 * EKS Anywhere documentation ("Network connectivity requirements") differs: see {@link listedButNotAsked}.
 */
export const neededHosts: readonly NeededHost[] = [
  // The release, by the actions themselves
  {
    ...onRunner,
    host: 'anywhere-assets.eks.amazonaws.com',
    step: 'resolve',
    os: everyOs,
    tool: 'the actions',
    why: 'release manifest, signed bundle, image-builder CLI, Bottlerocket images of the bundle',
    mirror: 'in-process',
  },
  {
    ...onRunner,
    host: 'distro.eks.amazonaws.com',
    step: 'resolve',
    os: everyOs,
    tool: 'the actions',
    why: 'EKS Distro manifests',
    mirror: 'in-process',
  },
  {
    ...onRunner,
    host: 'raw.githubusercontent.com',
    step: 'resolve',
    os: everyOs,
    tool: 'the actions',
    why: 'versions of tools and of Bottlerocket, in the build tooling at the commit of the bundle',
    mirror: 'in-process',
  },
  {
    ...onRunner,
    host: 'github.com',
    step: 'resolve',
    os: everyOs,
    tool: 'the actions (git)',
    why: 'the same files as git objects, which the commit of the bundle proves',
    mirror: 'git',
  },
  // The tools of a build
  {
    ...onRunner,
    host: 'releases.hashicorp.com',
    step: 'set-up',
    os: built,
    tool: 'the actions, or curl of the build',
    why: 'Packer, its plugins of HashiCorp, and their signed checksums',
    mirror: 'in-process',
    unless: 'the Packer that the release wants is installed',
  },
  {
    ...onRunner,
    host: 'api.github.com',
    step: 'set-up',
    os: built,
    tool: 'packer init',
    why: 'versions of the plugins of Packer',
    mirror: 'packer',
    unless: 'the tools were set up by the actions, or the plugins are installed',
  },
  {
    ...onRunner,
    host: 'github.com',
    step: 'set-up',
    os: built,
    tool: 'the actions, or packer init',
    why: 'the plugins goss and nutanix of Packer',
    mirror: 'packer',
    unless: 'the plugins are installed',
  },
  {
    ...onRunner,
    host: 'release-assets.githubusercontent.com',
    step: 'set-up',
    os: built,
    tool: 'the actions, or packer init',
    why: 'target of redirects from github.com for release downloads; earlier objects.githubusercontent.com',
    mirror: 'packer',
    unless: 'the plugins are installed',
  },
  {
    ...onRunner,
    host: 'ftp.gnu.org',
    step: 'set-up',
    os: built,
    tool: 'the actions',
    why: 'the source of make 4.3, by sha256',
    mirror: 'in-process',
    unless: 'the runner has a make up to 4.3',
  },
  {
    ...onRunner,
    service: 'PyPI',
    step: 'set-up',
    os: built,
    tool: 'pip',
    why: 'ansible-core and the Ansible collections; pywinrm for vSphere and AMI',
    mirror: 'pip',
    unless: 'the ansible-core that the release wants is installed',
  },
  {
    ...onRunner,
    service: 'Ansible Galaxy',
    step: 'set-up',
    os: built,
    tool: 'ansible-galaxy',
    why: 'collections community.general, ansible.posix, ansible.windows, community.windows',
    mirror: 'none',
    unless: 'the collections are installed',
  },
  {
    ...onRunner,
    service: 'package archive',
    step: 'set-up',
    os: built,
    tool: 'apt-get or dnf',
    why: 'QEMU, OVMF, jq, make, unzip and the like',
    mirror: 'none',
    mirrorNote: 'the sources of the package manager',
    unless: 'the packages are installed',
  },
  // The build on the runner
  {
    ...onRunner,
    host: 'anywhere-assets.eks.amazonaws.com',
    step: 'build',
    os: built,
    tool: 'image-builder CLI, curl',
    why: 'release manifest and bundle; HEAD of containerd, crictl and etcdadm, which must answer 200',
    mirror: 'config',
    mirrorNote: '`private_artifacts_eksa_fqdn` of an air-gapped build',
  },
  {
    ...onRunner,
    host: 'distro.eks.amazonaws.com',
    step: 'build',
    os: built,
    tool: 'curl',
    why: 'EKS Distro manifest, CNI plugins',
    mirror: 'config',
    mirrorNote: '`private_artifacts_eksd_fqdn` of an air-gapped build',
  },
  {
    ...onRunner,
    host: 'github.com',
    step: 'build',
    os: built,
    tool: 'git',
    why: 'clones of aws/eks-anywhere-build-tooling and kubernetes-sigs/image-builder, with tags',
    mirror: 'git',
  },
  {
    ...onRunner,
    host: 'releases.ubuntu.com',
    step: 'build',
    hypervisors: ['vsphere', 'baremetal'],
    os: ubuntu,
    tool: 'packer',
    why: 'ISO of the installer',
    mirror: 'config',
    mirrorNote: '`iso_url`, `iso_checksum`, `iso_checksum_type`',
    unless: 'it is in PACKER_CACHE_DIR',
  },
  {
    ...onRunner,
    configKey: 'iso_url',
    step: 'build',
    hypervisors: fromIso,
    os: redhat,
    tool: 'packer',
    why: 'ISO of the installer, which Red Hat serves to subscribers only',
    mirror: 'config',
    mirrorNote: '`iso_url`',
    unless: 'it is in PACKER_CACHE_DIR',
  },
  {
    ...onRunner,
    configKey: 'vcenter_server',
    step: 'build',
    hypervisors: ['vsphere'],
    os: built,
    tool: 'packer',
    why: 'the vCenter that makes the build VM; its ESXi hosts too, for the ISO and the export of the image',
    mirror: 'none',
  },
  {
    ...onRunner,
    configKey: 'nutanix_endpoint',
    step: 'build',
    hypervisors: ['nutanix'],
    os: built,
    tool: 'packer',
    why: 'Prism Central, which makes the build VM',
    port: 9440,
    mirror: 'none',
  },
  {
    from: 'hypervisor',
    protocol: 'https',
    host: 'cloud-images.ubuntu.com',
    step: 'build',
    hypervisors: ['nutanix'],
    os: ubuntu,
    tool: 'Prism Central',
    why: 'the cloud image that the build starts from',
    mirror: 'config',
    mirrorNote: '`image_url`',
  },
  {
    ...onRunner,
    host: 'ec2.<region>.amazonaws.com',
    step: 'build',
    hypervisors: ['ami'],
    os: ubuntu,
    tool: 'packer',
    why: 'the build instance and its AMI; sts.<region>.amazonaws.com for the account',
    mirror: 'none',
  },
  // What the guest itself downloads
  {
    ...inGuest,
    host: 'anywhere-assets.eks.amazonaws.com',
    tool: 'Ansible in the build VM',
    why: 'containerd, etcdadm',
    mirror: 'config',
    mirrorNote: '`private_artifacts_eksa_fqdn` of an air-gapped build',
  },
  {
    ...inGuest,
    host: 'distro.eks.amazonaws.com',
    tool: 'Ansible in the build VM',
    why: 'kubelet, kubeadm, kubectl, container images of the control plane, etcd, CNI plugins',
    mirror: 'config',
    mirrorNote: '`private_artifacts_eksd_fqdn` of an air-gapped build',
  },
  {
    ...inGuest,
    host: 'github.com',
    tool: 'Ansible and Packer in the build VM',
    why: 'runc and crictl (from v0.25.0 on), goss',
    mirror: 'none',
    mirrorNote: '`mirror.json` of the air-gapped journey',
  },
  {
    ...inGuest,
    host: 'release-assets.githubusercontent.com',
    tool: 'Ansible and Packer in the build VM',
    why: 'target of redirects from github.com for release downloads; earlier objects.githubusercontent.com',
    mirror: 'none',
  },
  {
    ...inGuest,
    host: 'raw.githubusercontent.com',
    tool: 'Ansible in the build VM',
    why: 'containerd.service',
    mirror: 'none',
    mirrorNote: '`mirror.json` of the air-gapped journey',
    since: 'v0.25.0',
  },
  {
    ...inGuest,
    host: 'archive.ubuntu.com',
    os: ubuntu,
    hypervisors: ['vsphere', 'baremetal'],
    protocol: 'http',
    tool: "Ubuntu's installer",
    why: 'packages and updates, never through the proxy of `config`',
    mirror: 'none',
    mirrorNote:
      'a mirror that answers to this name in DNS, or `builder: clone`, which runs no installer; bare metal goes on without',
  },
  {
    ...inGuest,
    host: 'us.archive.ubuntu.com',
    os: ubuntu,
    protocol: 'http',
    tool: 'apt in the build VM',
    why: 'packages and their updates',
    mirror: 'config',
    mirrorNote: '`extra_repos` with `disable_public_repos`, on 22.04 only',
  },
  {
    ...inGuest,
    host: 'security.ubuntu.com',
    os: ubuntu,
    protocol: 'http',
    tool: "Ubuntu's installer, then apt in the build VM",
    why: 'security updates; the installer never uses the proxy',
    mirror: 'config',
    mirrorNote: '`extra_repos` with `disable_public_repos`, on 22.04 only',
  },
  {
    ...inGuest,
    host: 'subscription.rhsm.redhat.com',
    os: redhat,
    tool: 'subscription-manager in the build VM',
    why: 'registration of the build VM with the Red Hat account',
    mirror: 'config',
    mirrorNote: '`rhsm_server_hostname`: a Satellite',
  },
  {
    ...inGuest,
    host: 'cdn.redhat.com',
    os: redhat,
    tool: 'dnf in the build VM',
    why: 'packages',
    mirror: 'config',
    mirrorNote: '`rhsm_server_hostname`: a Satellite',
  },
  {
    ...inGuest,
    host: 'dl.fedoraproject.org',
    os: redhat,
    tool: 'dnf in the build VM',
    why: 'EPEL: repository package and key',
    mirror: 'config',
    mirrorNote: '`redhat_epel_rpm`, `epel_rpm_gpg_key`',
  },
  {
    ...inGuest,
    host: 'awscli.amazonaws.com',
    hypervisors: ['ami'],
    os: ubuntu,
    tool: 'Ansible in the build VM',
    why: 'AWS CLI',
    mirror: 'none',
  },
  // Bottlerocket is not built but fetched
  {
    ...onRunner,
    host: 'updates.bottlerocket.aws',
    step: 'fetch',
    hypervisors: ['vsphere', 'baremetal', 'ami'],
    os: ['bottlerocket'],
    tool: 'the actions',
    why: 'TUF metadata and images',
    mirror: 'in-process',
  },
  {
    ...onRunner,
    host: 'cache.bottlerocket.aws',
    step: 'fetch',
    hypervisors: ['vsphere', 'baremetal', 'ami'],
    os: ['bottlerocket'],
    tool: 'the actions',
    why: "Bottlerocket's published root.json, which trust starts with",
    mirror: 'in-process',
    unless: 'the input `root` is given, or a compiled-in root is current',
  },
  // What leaves the job
  {
    ...onRunner,
    host: '*.actions.githubusercontent.com',
    step: 'upload',
    os: everyOs,
    tool: 'the actions',
    why: 'artifacts, cache, as every job on GitHub.com',
    mirror: 'none',
  },
  {
    ...onRunner,
    host: '*.blob.core.windows.net',
    step: 'upload',
    os: everyOs,
    tool: 'the actions',
    why: 'storage of artifacts and cache, as every job on GitHub.com',
    mirror: 'none',
  },
];

/** On AWS's list, and asked by no build: a firewall for image builds alone can leave them shut. */
export const listedButNotAsked: readonly ListedHost[] = [
  {
    host: 'public.ecr.aws',
    why: 'container images come as archives from distro.eks.amazonaws.com; a cluster needs it, a build does not',
  },
  { host: 'd2glxqk2uabbnd.cloudfront.net', why: 'behind public.ecr.aws' },
  { host: 'api.ecr.us-west-2.amazonaws.com', why: 'curated packages of a cluster' },
  { host: 'd5l0dvt14r5h8.cloudfront.net', why: 'curated packages of a cluster' },
  { host: 'cdimage.ubuntu.com', why: 'Ubuntu 20.04 only; later ISOs are on releases.ubuntu.com' },
  {
    host: 'the endpoint of CloudStack',
    why: 'the image is built in QEMU on the runner; you register it yourself',
  },
];

/** What one job is about. */
export interface HostSelection {
  readonly hypervisor: Hypervisor;
  readonly os: OperatingSystem;
  readonly steps?: readonly HostStep[];
}

/** The rows that a job for this image comes by. Bottlerocket has no steps of a build, and a build has no `fetch`. */
export function hostsFor({ hypervisor, os, steps = hostSteps }: HostSelection): readonly NeededHost[] {
  return neededHosts.filter(
    (row) => row.hypervisors.includes(hypervisor) && row.os.includes(os) && steps.includes(row.step),
  );
}

/** Whether anything of the image is built in a virtual machine on the runner itself. */
export function buildsInQemu(hypervisor: Hypervisor): boolean {
  return inQemu.some((candidate) => candidate === hypervisor);
}

/** The name of a row's host for people. */
export function hostName(address: HostAddress): string {
  if ('host' in address) return address.host;
  return 'service' in address ? address.service : `\`${address.configKey}\` of the config`;
}

/** Hosts whose requests the input `mirrors` can redirect, because the actions themselves make them. */
export function mirroredInProcess(): readonly string[] {
  return [
    ...new Set(
      neededHosts.flatMap((row) => (row.mirror === 'in-process' && 'host' in row ? [row.host] : [])),
    ),
  ].sort();
}
