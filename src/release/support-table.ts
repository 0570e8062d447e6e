import type { Hypervisor } from '../plan/node-image-spec.ts';

/** What a release builds for one hypervisor, by operating system; the CLI calls RHEL `redhat`. */
export type BuildsFor = Readonly<Partial<Record<'ubuntu' | 'redhat', readonly string[]>>>;

/** What image-builder is run with. Source: REQUIRED_DEPENDENCY_VERSIONS.yaml; before v0.19 the Makefile. */
export interface RequiredTools {
  readonly packer: string;
  /** ansible-core; not fixed before v0.19. */
  readonly ansible?: string;
  /** Packer plugins; not fixed before v0.19. */
  readonly plugins?: Readonly<Record<'ansible' | 'goss' | 'nutanix', string>>;
  /** The oldest that upstream takes; not stated before v0.18. */
  readonly oldestPython?: string;
  /** The newest that ansible-core 2.15 takes as a controller: its own support matrix. */
  readonly newestPython?: string;
}

/** One row of the table: what it leaves out is as in the row before. Patch releases change tools, so a row is one's own. */
export interface SupportRow {
  /** The first release that it holds for. */
  readonly since: string;
  /** The image-builder CLI, by its own version. */
  readonly imageBuilder: string;
  /** First and last release channel. */
  readonly channels: readonly [string, string];
  /** What is built when nobody says. */
  readonly usual: Readonly<Record<'ubuntu' | 'redhat', string>>;
  readonly builds: Readonly<Record<Hypervisor, BuildsFor>>;
  /** `<os>-<hypervisor>` that boot by EFI; of RHEL version 9 only. Empty: the CLI has no choice of firmware. */
  readonly efi: readonly string[];
  /** What `image-builder build` knows beyond the flags of the row before. */
  readonly newFlags: readonly string[];
  readonly tools: RequiredTools;
}

export const supportSources = [
  'aws/eks-anywhere-build-tooling projects/aws/image-builder/{cmd/build.go,builder}, SUPPORTED_RELEASE_BRANCHES and REQUIRED_DEPENDENCY_VERSIONS.yaml at the commit of each release from v0.16.0 to v0.26.1, read 2026-08-18',
  'aws/eks-anywhere docs/content/en/docs/whatsnew/changelog.md, read 2026-08-18',
] as const;

/** From v0.19.0 on, releases differ in ansible-core alone. */
function toolsWith(ansible: string): RequiredTools {
  const plugins = { ansible: '1.1.0', goss: '3.1.4', nutanix: '0.8.1' };
  return { packer: '1.9.5', ansible, plugins, oldestPython: '3.9', newestPython: '3.11' };
}

const [focal, jammy, noble] = ['20.04', '22.04', '24.04'];

/** In the order of releases. */
export const supportRows: readonly [SupportRow, ...(Partial<SupportRow> & Pick<SupportRow, 'since'>)[]] = [
  {
    since: 'v0.16.0',
    imageBuilder: '0.1.2',
    channels: ['1-23', '1-27'],
    usual: { ubuntu: focal, redhat: '8' },
    builds: {
      vsphere: { ubuntu: [focal], redhat: ['8'] },
      baremetal: { ubuntu: [focal], redhat: ['8'] },
      nutanix: { ubuntu: [focal] },
      cloudstack: { redhat: ['8'] },
      ami: { ubuntu: [focal] },
    },
    efi: [],
    newFlags: [
      'os',
      'hypervisor',
      'release-channel',
      'vsphere-config',
      'baremetal-config',
      'nutanix-config',
      'cloudstack-config',
      'ami-config',
      'force',
    ],
    tools: { packer: '1.8.6' },
  },
  {
    since: 'v0.17.0',
    imageBuilder: 'v0.2.1',
    builds: {
      vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
      baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
      nutanix: { ubuntu: [focal, jammy] },
      cloudstack: { redhat: ['8'] },
      ami: { ubuntu: [focal, jammy] },
    },
    efi: ['ubuntu-vsphere', 'ubuntu-baremetal'],
    newFlags: ['os-version', 'files-config', 'firmware', 'eksa-release'],
    tools: { packer: '1.8.7' },
  },
  {
    since: 'v0.18.0',
    imageBuilder: 'v0.3.0',
    channels: ['1-24', '1-28'],
    builds: {
      vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
      baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
      nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      cloudstack: { redhat: ['8'] },
      ami: { ubuntu: [focal, jammy] },
    },
    newFlags: ['manifest-tarball', 'air-gapped'],
    tools: { packer: '1.9.4', oldestPython: '3.9' },
  },
  { since: 'v0.18.2', imageBuilder: 'v0.3.1' },
  {
    since: 'v0.19.0',
    imageBuilder: 'v0.4.0',
    channels: ['1-25', '1-29'],
    builds: {
      vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
      baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
      nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      cloudstack: { redhat: ['8', '9'] },
      ami: { ubuntu: [focal, jammy] },
    },
    newFlags: ['ansible-verbosity'],
    tools: toolsWith('2.15.9'),
  },
  { since: 'v0.19.7', tools: toolsWith('2.15.10') },
  {
    since: 'v0.20.0',
    imageBuilder: 'v0.5.0',
    channels: ['1-26', '1-30'],
    builds: {
      vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
      baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      cloudstack: { redhat: ['8', '9'] },
      ami: { ubuntu: [focal, jammy] },
    },
    efi: ['ubuntu-vsphere', 'ubuntu-baremetal', 'redhat-baremetal'],
  },
  { since: 'v0.20.11', tools: toolsWith('2.15.12') },
  { since: 'v0.21.0', channels: ['1-27', '1-31'], tools: toolsWith('2.15.10') },
  { since: 'v0.21.4', tools: toolsWith('2.15.12') },
  { since: 'v0.21.8', tools: toolsWith('2.15.13') },
  { since: 'v0.22.0', channels: ['1-28', '1-32'] },
  {
    since: 'v0.22.1',
    builds: {
      vsphere: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
      cloudstack: { redhat: ['8', '9'] },
      ami: { ubuntu: [focal, jammy] },
    },
  },
  {
    since: 'v0.22.2',
    imageBuilder: 'v0.6.0',
    efi: ['ubuntu-vsphere', 'ubuntu-baremetal', 'redhat-baremetal', 'redhat-vsphere'],
  },
  { since: 'v0.23.0', channels: ['1-28', '1-33'] },
  {
    since: 'v0.24.0',
    imageBuilder: 'v0.7.0',
    channels: ['1-28', '1-34'],
    builds: {
      vsphere: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
      baremetal: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
      nutanix: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
      cloudstack: { redhat: ['8', '9'] },
      ami: { ubuntu: [focal, jammy, noble] },
    },
    newFlags: ['builder'],
  },
  {
    since: 'v0.25.0',
    channels: ['1-29', '1-35'],
    usual: { ubuntu: jammy, redhat: '8' },
    builds: {
      vsphere: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
      baremetal: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
      nutanix: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
      cloudstack: { redhat: ['8', '9'] },
      ami: { ubuntu: [jammy, noble] },
    },
    newFlags: ['dev'],
  },
  {
    // CloudStack left the product and its documentation; the code path in the CLI is not maintained.
    since: 'v0.26.0',
    channels: ['1-30', '1-36'],
    builds: {
      vsphere: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
      baremetal: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
      nutanix: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
      cloudstack: {},
      ami: { ubuntu: [jammy, noble] },
    },
  },
];
