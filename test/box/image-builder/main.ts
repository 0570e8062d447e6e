/**
 * A stand-in for AWS's image-builder CLI, for tests only: it takes the same flags, prints the same lines and runs the same
 * commands as the recordings in test/fixtures/upstream-logs show, so that an action can be tested without the real binary.
 *
 * STANDIN_CLI_VERSION is what `version` prints; STANDIN_EKSA_VERSION is the release that the real binary has baked in.
 */

import { type Command, execute, type Flag } from './cobra.ts';
import { fatal, GoError } from './go-runtime.ts';
import { validateInputs } from './inputs.ts';
import { isAtLeast, releaseLine } from './release-line.ts';

const cliVersion = process.env['STANDIN_CLI_VERSION'] ?? 'v0.7.0';
const eksaVersion = process.env['STANDIN_EKSA_VERSION'] ?? '';
const line = releaseLine(eksaVersion, cliVersion);

/** First EKS-A lines: git history of cmd/build.go on the release branches. No flag was ever removed. */
const buildFlags: readonly (Flag & { readonly since?: number })[] = [
  { name: 'os', type: 'string', usage: 'Operating system to use for EKS-A node image', required: true },
  {
    name: 'os-version',
    type: 'string',
    usage:
      'Operating system version to use for EKS-A node image. Can be 22.04 or 24.04 for Ubuntu, 8 or 9 for Redhat.',
    since: 17,
  },
  { name: 'hypervisor', type: 'string', usage: 'Target hypervisor for EKS-A node image', required: true },
  { name: 'baremetal-config', type: 'string', usage: 'Path to Baremetal Config file' },
  { name: 'vsphere-config', type: 'string', usage: 'Path to vSphere Config file' },
  { name: 'nutanix-config', type: 'string', usage: 'Path to Nutanix Config file' },
  { name: 'cloudstack-config', type: 'string', usage: 'Path to CloudStack Config file' },
  { name: 'ami-config', type: 'string', usage: 'Path to AMI Config file' },
  {
    name: 'files-config',
    type: 'string',
    usage: 'Path to Config file specifying additional files to be copied into EKS-A node image',
    since: 17,
  },
  {
    name: 'release-channel',
    type: 'string',
    usage: 'EKS-D Release channel for node image. Can be 1-30, 1-31, 1-32, 1-33, 1-34, 1-35 or 1-36',
    default: '1-31',
    required: true,
  },
  { name: 'force', type: 'bool', usage: 'Force flag to clean up leftover files from previous execution' },
  {
    name: 'firmware',
    type: 'string',
    usage:
      'Desired firmware for image build. EFI is only supported for Ubuntu OVA & Raw, and Redhat 9 RAW builds.',
    since: 17,
  },
  { name: 'eksa-release', type: 'string', usage: 'The EKS-A CLI version to build images for', since: 17 },
  {
    name: 'manifest-tarball',
    type: 'string',
    usage: 'Path to Image Builder built EKS-D/A manifest tarball',
    since: 18,
  },
  {
    name: 'ansible-verbosity',
    type: 'int',
    usage: 'Verbosity level for the Ansible tasks run during image building, should be in the range 0-6',
    since: 19,
  },
  {
    name: 'air-gapped',
    type: 'bool',
    usage: 'Flag to instruct image builder to run in air-gapped mode. Requires --manifest-tarball to be set',
    since: 18,
  },
  {
    name: 'dev',
    type: 'bool',
    usage: 'Development mode flag. When set to true, unsupported builds such as Ubuntu 20.04 will be enabled',
    since: 25,
  },
  {
    name: 'builder',
    type: 'string',
    usage: 'Builder type for VSphere. Can be iso or clone',
    default: 'iso',
    since: 24,
  },
];

/** `log.Fatalf` of the error that a command returned. */
const dieOf =
  (context: string) =>
  (error: unknown): never => {
    if (error instanceof GoError) return fatal(`${context}${error.message}`);
    throw error;
  };

const build: Command = {
  name: 'build',
  short: 'Build EKS Anywhere Node Image',
  long: 'This command is used to build EKS Anywhere node images corresponding to different hypervisors.',
  use: '--os <image os> --hypervisor <target hypervisor> --release-channel <EKS-D Release channel>',
  flags: buildFlags.filter(({ since = 0 }) => isAtLeast(line, since)),
  run: async (flags) => {
    process.stdout.write('Creating builder config\n');
    const inputs = validateInputs(flags, line);
    // What most tests of messages never need is loaded last.
    const { buildImage } = await import('./build-image.ts');
    await buildImage(inputs, line, eksaVersion).catch(dieOf(''));
  },
};

const version: Command = {
  name: 'version',
  short: 'Get the image-builder cli version',
  long: 'This command prints the version of image-builder cli',
  run: () => {
    process.stdout.write(`${cliVersion}\n`);
  },
};

const downloadFlags: readonly Flag[] = buildFlags.filter(({ name }) => name === 'force');
// Upstream's slip: the artifacts command says "manifests" too.
const dieOfDownload = dieOf('Error downloading manifests: ');

const download: Command = {
  name: 'download',
  short: 'Downloads artifacts for airgapped builds',
  long: 'Downloads manifests and other artifacts used to build EKS-A Node images in airgapped environment',
  commands: [
    {
      name: 'artifacts',
      short: 'Downloads artifacts for airgapped builds',
      long: 'Downloads EKS-D and EKS-A artifacts used to build EKS-A Node images in airgapped environment',
      flags: [
        ...downloadFlags,
        {
          name: 'eksa-release',
          type: 'string',
          usage: 'The EKS-A CLI version to build images for',
          required: true,
        },
        {
          name: 'release-channel',
          type: 'string',
          usage: 'EKS-D Release channel for node image. Can be 1-28, 1-29, 1-30, 1-31, 1-32, 1-33 or 1-34',
          default: '1-31',
          required: true,
        },
      ],
      run: async (flags) => {
        const { downloadArtifacts } = await import('./downloads.ts');
        await downloadArtifacts({
          eksaRelease: flags.get('eksa-release') ?? '',
          releaseChannel: flags.get('release-channel') ?? '',
          force: flags.get('force') === 'true',
          bakedVersion: eksaVersion,
        }).catch(dieOfDownload);
      },
    },
    {
      name: 'manifests',
      short: 'Downloads manifests for airgapped builds',
      long: 'Downloads EKS-D and EKS-A manifests used to build EKS-A Node images in airgapped environment',
      flags: downloadFlags,
      run: async (flags) => {
        const { downloadManifests } = await import('./downloads.ts');
        await downloadManifests({ force: flags.get('force') === 'true', bakedVersion: eksaVersion }).catch(
          dieOfDownload,
        );
      },
    },
  ],
};

const shells = ['bash', 'fish', 'powershell', 'zsh'];

/** The list of shells; the scripts themselves are not played. */
const completion: Command = {
  name: 'completion',
  short: 'Generate the autocompletion script for the specified shell',
  long:
    'Generate the autocompletion script for image-builder for the specified shell.\n' +
    "See each sub-command's help for details on how to use the generated script.\n",
  commands: shells.map((name) => {
    const short = `Generate the autocompletion script for ${name}`;
    return { name, short, long: short };
  }),
};

const help: Command = {
  name: 'help',
  short: 'Help about any command',
  long:
    'Help provides help for any command in the application.\n' +
    'Simply type image-builder help [path to command] for full details.',
  use: '[command]',
};

await execute(
  {
    name: 'image-builder',
    short: 'Amazon EKS Anywhere Image Builder',
    long: 'Use image-builder to build your own EKS Anywhere node image',
    commands: [build, completion, ...(isAtLeast(line, 18) ? [download] : []), help, version],
  },
  process.argv.slice(2),
);
// The connections that fetch keeps alive must not delay the end.
process.exit();
