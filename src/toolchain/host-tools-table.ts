import type { Hypervisor } from '../plan/node-image-spec.ts';

/** Linux distributions by ID and VERSION_ID of os-release(5); RHEL stands for what is rebuilt from it, too. */
export const distributions = {
  ubuntu: { name: 'Ubuntu', versions: ['20.04', '22.04', '24.04', '26.04'], manager: 'apt' },
  debian: { name: 'Debian', versions: ['12'], manager: 'apt' },
  rhel: { name: 'RHEL', versions: ['8', '9'], manager: 'dnf' },
  amzn: { name: 'Amazon Linux', versions: ['2023'], manager: 'dnf' },
} as const;

export type DistributionId = keyof typeof distributions;
export type PackageManager = (typeof distributions)[DistributionId]['manager'];

export interface HostTool {
  readonly name: string;
  /** What of the chain calls it. */
  readonly why: string;
  /** Absent: all. */
  readonly hypervisors?: readonly Hypervisor[];
  /** How it tells its version; absent where nobody cares. */
  readonly versionArgs?: readonly string[];
  /** A version is right from here … */
  readonly oldest?: string;
  /** … to here. */
  readonly newest?: string;
  /** What the right one says of itself, where another program has the same name. */
  readonly says?: RegExp;
  /** How that is said in words. */
  readonly wanted?: string;
  /** The package, by distribution; where one lacks it, the distribution has none. */
  readonly packages: Readonly<Partial<Record<DistributionId, string>>>;
  /** What is done where there is no package, or the package is the wrong program. */
  readonly otherwise?: string;
}

const debian = (name: string) => ({ ubuntu: name, debian: name });
const redHat = (name: string) => ({ rhel: name, amzn: name });
const everywhere = (name: string) => ({ ...debian(name), ...redHat(name) });
const qemuBuilds: readonly Hypervisor[] = ['baremetal', 'cloudstack'];

/**
 * What a build calls on the machine that it runs on. Sources: aws/eks-anywhere-build-tooling at c26c7540
 * (projects/kubernetes-sigs/image-builder/{Makefile,build}, Common.mk), kubernetes-sigs/image-builder v0.1.48
 * (images/capi/hack, images/capi/packer), and recordings of builds. The packages of Debian 12 were installed and tried;
 * those of the others are named as their distributions do, and were not. That Amazon Linux 2023 has no QEMU:
 * amazonlinux/amazon-linux-2023, issue 479.
 */
export const hostTools: readonly HostTool[] = [
  {
    name: 'git',
    why: 'clones the build tooling and kubernetes-sigs/image-builder, and applies patches to it',
    versionArgs: ['--version'],
    packages: everywhere('git'),
  },
  {
    name: 'make',
    why: 'runs both Makefiles; the documentation of EKS Anywhere says that they fail with 4.4.1',
    versionArgs: ['--version'],
    says: /GNU Make/,
    newest: '4.3',
    wanted: 'GNU make up to 4.3',
    packages: everywhere('make'),
    otherwise: 'if it is newer, the action builds make 4.3 from source, apart from it',
  },
  {
    name: 'yq',
    why: 'reads release and bundle manifests in the Makefiles; kislyuk’s program of the same name does not understand the calls',
    versionArgs: ['--version'],
    says: /mikefarah/,
    oldest: '4.18.1',
    newest: '4.9999',
    wanted: 'mikefarah’s yq 4',
    packages: {},
    otherwise: 'no distribution has a package of it, so the action fetches a pinned binary',
  },
  {
    name: 'jq',
    why: 'writes Packer’s variable files',
    versionArgs: ['--version'],
    packages: everywhere('jq'),
  },
  {
    name: 'curl',
    why: 'fetches manifests and checks that artifacts are there',
    versionArgs: ['--version'],
    packages: { ...debian('curl'), rhel: 'curl', amzn: 'curl-minimal' },
  },
  {
    name: 'unzip',
    why: 'unpacks Packer where it is not there yet',
    versionArgs: ['-v'],
    packages: everywhere('unzip'),
  },
  {
    name: 'envsubst',
    why: 'fills in the templates of Packer’s configs (build/setup_packer_configs.sh)',
    versionArgs: ['--version'],
    packages: { ...debian('gettext-base'), ...redHat('gettext') },
  },
  {
    name: 'bc',
    why: 'measures how long each target takes (Common.mk)',
    versionArgs: ['--version'],
    packages: everywhere('bc'),
  },
  {
    name: 'openssl',
    why: 'hashes the password of the build user (hack/set-ssh-password.sh)',
    versionArgs: ['version'],
    oldest: '1.1.1',
    wanted: 'OpenSSL 1.1.1 or newer',
    packages: everywhere('openssl'),
  },
  {
    name: 'ssh',
    why: 'connects Ansible to the build VM',
    versionArgs: ['-V'],
    packages: { ...debian('openssh-client'), ...redHat('openssh-clients') },
  },
  {
    name: 'ip',
    why: 'finds the address at which the build VM reaches Packer, if an interface is given',
    versionArgs: ['-V'],
    packages: { ...debian('iproute2'), ...redHat('iproute') },
  },
  {
    name: 'which',
    why: 'names the tools in the log (build/validate_required_deps.sh)',
    packages: { ...debian('debianutils'), ...redHat('which') },
  },
  {
    name: 'tar',
    why: 'unpacks the image-builder CLI',
    versionArgs: ['--version'],
    packages: everywhere('tar'),
  },
  {
    name: 'gzip',
    why: 'compresses the raw disk',
    versionArgs: ['--version'],
    packages: everywhere('gzip'),
  },
  {
    name: 'qemu-img',
    why: 'makes the disk of the build VM',
    hypervisors: qemuBuilds,
    versionArgs: ['--version'],
    packages: { ...debian('qemu-utils'), rhel: 'qemu-img' },
  },
  {
    name: 'qemu-system-x86_64',
    why: 'runs the build VM',
    hypervisors: qemuBuilds,
    versionArgs: ['--version'],
    packages: { ...debian('qemu-system-x86'), rhel: 'qemu-kvm' },
    otherwise: 'on RHEL it is `/usr/libexec/qemu-kvm`, which the action offers under the usual name',
  },
  {
    name: 'OVMF.fd',
    why: 'is the UEFI firmware of the build VM',
    hypervisors: ['baremetal'],
    packages: { ...debian('ovmf'), rhel: 'edk2-ovmf' },
    otherwise: 'if it comes in two parts, as on RHEL, the action joins them',
  },
];

/** What make 4.3 is built with, where the make of the machine is too new. */
export const compiler: HostTool = {
  name: 'gcc',
  why: 'builds make 4.3',
  versionArgs: ['--version'],
  packages: { ...debian('gcc libc6-dev'), ...redHat('gcc glibc-devel') },
};

/** What the documentation of EKS Anywhere tells to install, and why it is not. */
export const leftOut: ReadonlyArray<{ readonly packages: string; readonly why: string }> = [
  {
    packages: 'libvirt-daemon-system, libvirt-clients, virtinst',
    why: 'Packer starts QEMU itself; libvirt brings a bridge with a DHCP server, of which the documentation itself warns',
  },
  {
    packages: 'libguestfs-tools, libosinfo-bin',
    why: 'nothing in the chain opens or describes images with them',
  },
  { packages: 'cpu-checker', why: 'the check of the runner tests `/dev/kvm` itself' },
  { packages: 'wget', why: 'the documentation fetches yq with it; here that is done with a checksum' },
  { packages: 'yq as a snap', why: 'needs snapd, updates itself, and reads no files outside the home' },
];

/**
 * Downloads for what has no package. yq: asset of mikefarah/yq on GitHub; the sha256 is that of the release's own
 * `checksums` file, as a dozen projects pin it, read 2026-11-23. make: a GNU tarball is the same for ever on ftp.gnu.org
 * and all its mirrors, needs no account and runs with the C library of the machine, unlike a package of another
 * distribution; the sha256 as Spack, LibreELEC and Bazel's toolchains pin it, read 2026-11-23.
 */
export const hostDownloads = {
  yq: {
    version: '4.45.1',
    url: 'https://github.com/mikefarah/yq/releases/download/v4.45.1/yq_linux_amd64',
    sha256: '654d2943ca1d3be2024089eb4f270f4070f491a0610481d128509b2834870049',
  },
  make: {
    version: '4.3',
    url: 'https://ftp.gnu.org/gnu/make/make-4.3.tar.gz',
    sha256: 'e05fdde47c5f7ca45cb697e973894ff4f5d79e13b750ed57d7b66d8defc78e19',
  },
} as const;
