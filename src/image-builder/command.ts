import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { certificateVariables } from '../net/certificates.ts';
import { type BuildableSpec, imageExtensions } from '../plan/node-image-spec.ts';
import { hasLongOutputNames, hasOsFlags } from '../release/support-matrix.ts';
import { branchOf, isDevelopmentBuild } from '../release/version.ts';
import type { WorkFolder } from './work-folder.ts';

/** A child process as it will be started: never a shell, never a joined string. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface CommandOptions {
  readonly cli: string;
  readonly spec: BuildableSpec;
  readonly folder: WorkFolder;
  /** The file for `--<hypervisor>-config`; bare metal has defaults without one. */
  readonly configPath?: string;
  /** PEM file with the system's roots and the user's. */
  readonly certificatesPath: string;
  /** The runner's own environment, from which only the allow-listed variables reach the child. */
  readonly runnerEnvironment: NodeJS.ProcessEnv;
  /** What the build runs with; without it, with what is on the runner's PATH. */
  readonly tools?: BuildTools;
  /** Password of the image's build user; upstream makes up its own, and prints it, unless it is given. */
  readonly sshPassword: string;
  /** Where the guest of a vSphere build reaches Packer's HTTP server; upstream guesses unless it is given. */
  readonly httpAddress?: string | undefined;
}

/** What the environment of a build says of its tools. */
export interface BuildTools {
  /** The release whose CLI it is: it decides which flags there are. */
  readonly cliRelease: string;
  /** For the front of PATH. */
  readonly pathEntries: readonly string[];
  /** Where Packer keeps installation media. */
  readonly isoFolder: string;
  /** Folders of bare git repositories, by the address that they stand for. */
  readonly gitMirrors: ReadonlyMap<string, string>;
}

/** What build-tooling clones for every build. */
export const imageBuilderRepository = 'https://github.com/kubernetes-sigs/image-builder.git';

/** What a build may inherit. Everything else of the job (tokens above all) stays out. */
const inherited = [
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'USER',
  'LOGNAME',
  'SHELL',
  'PACKER_CACHE_DIR',
  'PACKER_PLUGIN_PATH',
  'SSH_AUTH_SOCK',
  // By it the runner finds what a job left running.
  'RUNNER_TRACKING_ID',
];

/** The command line of one build. The release goes in by its exact version: the CLI matches by substring. */
export function buildCommand(options: CommandOptions): Command {
  const { cli, spec, configPath } = options;
  const osFlags = hasOsFlags(cliReleaseOf(options))
    ? [
        ...['--eksa-release', isDevelopmentBuild(spec.eksaVersion) ? 'v0.0.0-dev' : spec.eksaVersion],
        ...(spec.osVersion ? ['--os-version', spec.osVersion] : []),
        ...(spec.firmware ? ['--firmware', spec.firmware] : []),
      ]
    : [];
  return {
    file: cli,
    args: [
      'build',
      ...['--os', spec.os],
      ...['--hypervisor', spec.hypervisor],
      ...['--release-channel', spec.releaseChannel],
      ...osFlags,
      ...(configPath ? [`--${spec.hypervisor}-config`, configPath] : []),
    ],
    environment: childEnvironment(options),
  };
}

/** The name the CLI gives its output in the working directory. */
export function expectedOutputName(spec: BuildableSpec, cliRelease = spec.eksaVersion): string {
  const extension = imageExtensions[spec.hypervisor];
  if (!hasLongOutputNames(cliRelease)) return `${spec.os}.${extension}`;
  return `${spec.os}-${spec.osVersion?.replaceAll('.', '')}-kube-${spec.releaseChannel}.${extension}`;
}

function cliReleaseOf({ tools, spec }: CommandOptions): string {
  return tools?.cliRelease ?? spec.eksaVersion;
}

function childEnvironment(options: CommandOptions): Record<string, string> {
  const { runnerEnvironment, folder, certificatesPath, spec } = options;
  return {
    ...pick(runnerEnvironment, inherited),
    ...toolVariables(options),
    ...proxyVariables(runnerEnvironment),
    HOME: folder.home,
    // GitHub sets CI=true, which turns build-tooling's scripts to the development release manifest.
    CI: 'false',
    PACKER_COLOR: 'false',
    CHECKPOINT_DISABLE: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...gitVariables(options.tools?.gitMirrors ?? new Map()),
    // ssh keeps its known_hosts in the home of the user's account, whatever HOME says: a guest behind a port that
    // an earlier guest had would be refused, and the machine would not be left as it was.
    ANSIBLE_SSH_COMMON_ARGS: '-o UserKnownHostsFile=/dev/null',
    ANSIBLE_SSH_ARGS: [runnerEnvironment['ANSIBLE_SSH_ARGS'], sshOptions].filter(Boolean).join(' '),
    SSH_PASSWORD: options.sshPassword,
    ...(options.httpAddress && { PACKER_HTTP_SERVER_IP: options.httpAddress }),
    ...certificateVariables(certificatesPath),
    ...(hasOsFlags(cliReleaseOf(options)) ? {} : { EKSA_RELEASE_VERSION: spec.eksaVersion }),
    ...(isDevelopmentBuild(spec.eksaVersion) && developmentVariables(spec.eksaVersion)),
  };
}

/**
 * The documentation has both in ~/.ssh/config: Packer's proxy for Ansible has an ssh-rsa key. Upstream's templates hand
 * this variable on (`existing_ansible_ssh_args`, images/capi/packer), so that the user's files stay as they are.
 */
const sshOptions = '-o HostKeyAlgorithms=+ssh-rsa -o PubkeyAcceptedKeyTypes=+ssh-rsa';

function toolVariables({ tools, runnerEnvironment }: CommandOptions): Record<string, string> {
  if (tools === undefined) return {};
  const path = [...tools.pathEntries, runnerEnvironment['PATH'] ?? ''].filter(Boolean);
  return {
    PATH: [...new Set(path)].join(delimiter),
    PACKER_CACHE_DIR: runnerEnvironment['PACKER_CACHE_DIR'] || tools.isoFolder,
  };
}

/** git-config(1): settings by environment win over every file, and end with the child. */
function gitVariables(mirrors: BuildTools['gitMirrors']): Record<string, string> {
  const settings = [
    ['advice.detachedHead', 'false'],
    ...[...mirrors].flatMap(([url, folder]) => [
      [`url.${pathToFileURL(folder).href}.insteadOf`, url],
      // The folder may belong to the user of an earlier runner.
      ['safe.directory', folder],
    ]),
  ];
  const upstream = mirrors.get(imageBuilderRepository);
  return {
    ...Object.fromEntries(
      settings.flatMap(([key = '', value = ''], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(settings.length),
    // build-tooling's Makefile: `CLONE_URL?=`.
    ...(upstream !== undefined && { CLONE_URL: pathToFileURL(upstream).href }),
  };
}

/**
 * With these the CLI takes the newest development build of a branch, whatever its flag says; which one that is must
 * be read in its log. Sources: the EKS Anywhere documentation, "Building images corresponding to dev versions of
 * EKS-A"; builder/utils.go.
 */
function developmentVariables(eksaVersion: string): Record<string, string> {
  return { EKSA_USE_DEV_RELEASE: 'true', BRANCH_NAME: branchOf(eksaVersion) ?? 'main' };
}

/**
 * The proxy for downloads, in lower case only: upstream bakes the upper-case variables into the image and prints
 * them on the way (build/setup_packer_configs.sh). A proxy that the image shall have goes into the config.
 */
export function proxyVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const name of ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy']) {
    const value = environment[name] || environment[name.toUpperCase()];
    if (value) variables[name] = value;
  }
  return variables;
}

function pick(environment: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
