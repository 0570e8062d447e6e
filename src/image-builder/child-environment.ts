import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearestMatch } from '../nearest-match.ts';
import { certificateVariables } from '../net/certificates.ts';
import type { Mirrors } from '../net/mirrors.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { hasOsFlags } from '../release/support-matrix.ts';
import { branchOf, isDevelopmentBuild } from '../release/version.ts';
import type { Findings } from './config-text.ts';
import { variableTrouble } from './upstream-quoting.ts';
import type { WorkFolder } from './work-folder.ts';

/** One variable of a build and who set it. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** `the runner`, `environment`, `secrets`, `this action`. */
  readonly from: string;
}

export interface EnvironmentOptions {
  readonly spec: BuildableSpec;
  readonly folder: WorkFolder;
  /** PEM file with the system's roots and the user's. */
  readonly certificatesPath: string;
  /** The runner's own environment, from which only the allow-listed variables reach the child. */
  readonly runnerEnvironment: NodeJS.ProcessEnv;
  /** What the user adds; it wins. */
  readonly variables: readonly Variable[];
  /** Password of the image's build user; upstream makes up its own, and prints it, unless it is given. */
  readonly sshPassword: string;
  /** What the build runs with; without it, with what is on the runner's PATH. */
  readonly tools?: BuildTools | undefined;
  /** Hosts that git asks elsewhere. */
  readonly mirrors?: Mirrors;
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

/** What upstream's scripts and CLI would take from a runner by accident: each makes another image, or none. */
const misleading =
  /^(?:(?:EKSA|EKSD|RHSM|CRICTL|CONTAINERD|ETCDADM)_\w+|BRANCH_NAME|CLONE_URL|RELEASE_BRANCH|CODEBUILD_CI|CODEBUILD_SRC_DIR|DEBUG|IMAGE_SIZE_GB|MAKEFLAGS|PACKER_FLAGS|PACKER_(?:\w+_)?VAR_FILES|SSH_PASSWORD)$/;

/** What an expert may have to pass. Source: the scripts of the build tooling, and the tools that it runs. */
const allowed: readonly RegExp[] = [
  /^ANSIBLE_\w+$/,
  /^PACKER_(?:ACTIVE_INTERFACE|ADDITIONAL_FILES_VAR_FILES|CACHE_DIR|CONFIG_DIR|GITHUB_API_TOKEN|HTTP_SERVER_IP|LOG|PLUGIN_PATH|TMP_DIR)$/,
  /^GIT_(?:ASKPASS|SSH|SSH_COMMAND|TRACE\w*|HTTP_\w+)$/,
  /^PIP_\w+$/,
  /^(?:CRICTL|CONTAINERD)_(?:URL|SHA256)$/,
  /^(?:ETCDADM_HTTP_SOURCE|EKSA_SKIP_VALIDATE_DEPENDENCIES|IB_OVFTOOL|MAKEFLAGS|SSH_AUTH_SOCK|SSH_PASSWORD|TMPDIR|TZ)$/,
];
const examples =
  'ANSIBLE_*, PACKER_HTTP_SERVER_IP, PACKER_ACTIVE_INTERFACE, PACKER_GITHUB_API_TOKEN, PACKER_LOG, PACKER_ADDITIONAL_FILES_VAR_FILES, GIT_SSH_COMMAND, PIP_*, MAKEFLAGS, EKSA_SKIP_VALIDATE_DEPENDENCIES; AWS_* for AMIs';

/** What is refused by name, and what to do instead. */
const refusals: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /^(?:HTTPS?|NO|ALL)_PROXY$/i,
    'upstream bakes it into the image; give `http_proxy`, `https_proxy` and `no_proxy` in `config`, or set it in lower case for the runner',
  ],
  [/^(?:CI|CODEBUILD_\w+)$/, 'it turns the build tooling to the development release'],
  [
    /^(?:EKSA_(?:RELEASE_\w+|BUNDLE_\w+|USE_DEV_RELEASE)|EKSD_MANIFEST_URL|BRANCH_NAME|RELEASE_BRANCH)$/,
    '`eks-a-version` and `release-channel` decide it',
  ],
  [/^CLONE_URL$/, 'give `image_builder_repo_url` in `config` of an air-gapped build'],
  [
    /^RHSM_\w+$/,
    'the CLI sets it from `rhel_username`, `rhel_password`, `rhsm_activation_key` and `rhsm_org_id`',
  ],
  [/^IMAGE_SIZE_GB$/, 'give `image_size_gb` in `config`'],
  [/^(?:PATH|HOME|LD_\w+|NODE_OPTIONS|GIT_CONFIG\w*|SSL_CERT_\w+)$/, 'this action sets it'],
];

/** Reports every variable that a build must not be given. */
export function checkVariables(
  variables: readonly Variable[],
  { hypervisor }: BuildableSpec,
  { problems }: Findings,
): void {
  for (const { name, value, from } of variables) {
    if (allowed.some((pattern) => pattern.test(name))) {
      const trouble = variableTrouble(name, value);
      if (trouble !== undefined) problems.push({ text: `\`${name}\` ${trouble}`, place: { name: from } });
      continue;
    }
    if (hypervisor === 'ami' && /^AWS_\w+$/.test(name)) continue;
    const [, reason] = refusals.find(([pattern]) => pattern.test(name)) ?? [];
    const near = nearestMatch(name, ['PACKER_HTTP_SERVER_IP', 'PACKER_ACTIVE_INTERFACE', 'GIT_SSH_COMMAND']);
    const text =
      reason ??
      (/^AWS_/.test(name) ? 'only AMIs are built in AWS' : `no build takes it; there are ${examples}`);
    problems.push({
      text: `\`${name}\`: ${text}${reason || !near ? '' : `; did you mean ${near}?`}`,
      place: { name: from },
    });
  }
}

/** The variables of the runner that would have changed the build and do not reach it. */
export function misleadingVariables(runnerEnvironment: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(runnerEnvironment)
    .filter((name) => misleading.test(name) && runnerEnvironment[name])
    .sort();
}

/** Every variable of a build, each once. */
export function childEnvironment(options: EnvironmentOptions): readonly Variable[] {
  const { runnerEnvironment, spec } = options;
  const variables = [
    ...pick(runnerEnvironment, inherited),
    ...proxyOf(runnerEnvironment, spec),
    ...(spec.hypervisor === 'ami' ? awsVariables(runnerEnvironment) : []),
    ...Object.entries(ownVariables(options)).map(([name, value]) => ({ name, value, from: 'this action' })),
    ...options.variables.filter(({ name }) => !sshArguments.includes(name)),
    sshOptions(options),
  ];
  return [...new Map(variables.map((variable) => [variable.name, variable])).values()];
}

function ownVariables(options: EnvironmentOptions): Record<string, string> {
  const { folder, certificatesPath, spec, tools } = options;
  const upstream = tools?.gitMirrors.get(imageBuilderRepository);
  return {
    ...toolVariables(options),
    HOME: folder.home,
    // GitHub sets CI=true, which turns build-tooling's scripts to the development release manifest.
    CI: 'false',
    PACKER_COLOR: 'false',
    CHECKPOINT_DISABLE: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...gitVariables(gitSettings(options)),
    // build-tooling's Makefile: `CLONE_URL?=`.
    ...(upstream !== undefined && { CLONE_URL: pathToFileURL(upstream).href }),
    SSH_PASSWORD: options.sshPassword,
    ...certificateVariables(certificatesPath),
    ...(hasOsFlags(tools?.cliRelease ?? spec.eksaVersion) ? {} : { EKSA_RELEASE_VERSION: spec.eksaVersion }),
    ...(isDevelopmentBuild(spec.eksaVersion) ? developmentVariables(spec.eksaVersion) : {}),
  };
}

/**
 * How a user may give options of ssh to Ansible. Upstream leaves one of them to Ansible: its templates hand the first on in
 * quotes, and Packer runs no shell that would take them off, so that Ansible hears several options as one
 * (`ANSIBLE_SSH_ARGS='…'` in images/capi/packer); Packer's plugin overrides the last (`--ssh-extra-args`).
 */
const sshArguments = ['ANSIBLE_SSH_ARGS', 'ANSIBLE_SSH_COMMON_ARGS', 'ANSIBLE_SSH_EXTRA_ARGS'];

const ownSshOptions = [
  // The documentation has both in ~/.ssh/config: Packer's proxy for Ansible has an ssh-rsa key.
  '-o HostKeyAlgorithms=+ssh-rsa',
  '-o PubkeyAcceptedKeyTypes=+ssh-rsa',
  // ssh keeps its known_hosts in the home of the user's account, whatever HOME says: a guest behind a port that an
  // earlier guest had would be refused, and the machine would not be left as it was.
  '-o UserKnownHostsFile=/dev/null',
];

/** All of them in the variable that reaches Ansible as it is. ssh obeys the first of two that contradict each other. */
function sshOptions({ runnerEnvironment, variables }: EnvironmentOptions): Variable {
  const given = sshArguments.map((name) => variables.find((variable) => variable.name === name));
  const ofRunner = runnerEnvironment['ANSIBLE_SSH_ARGS'];
  const value = [...given.map((variable) => variable?.value), ofRunner, ...ownSshOptions];
  const from = new Set([...given.map((variable) => variable?.from), ofRunner && 'the runner', 'this action']);
  return {
    name: 'ANSIBLE_SSH_COMMON_ARGS',
    value: value.filter(Boolean).join(' '),
    from: [...from].filter(Boolean).join(', '),
  };
}

function toolVariables({ tools, runnerEnvironment }: EnvironmentOptions): Record<string, string> {
  if (tools === undefined) return {};
  const path = [...tools.pathEntries, runnerEnvironment['PATH'] ?? ''].filter(Boolean);
  return {
    PATH: [...new Set(path)].join(delimiter),
    PACKER_CACHE_DIR: runnerEnvironment['PACKER_CACHE_DIR'] || tools.isoFolder,
  };
}

/** git-config(1). Of several addresses that an `insteadOf` fits, git takes the longest. */
function gitSettings({ tools, mirrors = new Map() }: EnvironmentOptions): Array<readonly [string, string]> {
  return [
    ['advice.detachedHead', 'false'],
    // Reads .git-credentials of the build's home, where those of private repositories are: nobody else looks there.
    ['credential.helper', 'store'],
    ...[...mirrors].map(([host, base]) => [`url.${base.href}.insteadOf`, `https://${host}/`] as const),
    ...[...(tools?.gitMirrors ?? [])].flatMap(
      ([url, folder]) =>
        [
          [`url.${pathToFileURL(folder).href}.insteadOf`, url],
          // The folder may belong to the user of an earlier runner.
          ['safe.directory', folder],
        ] as const,
    ),
  ];
}

/** Settings by environment win over every file, and end with the child. */
function gitVariables(
  settings: ReadonlyArray<readonly [key: string, value: string]>,
): Record<string, string> {
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
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

/** EC2's instance metadata service. */
export const metadataAddress = '169.254.169.254';

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

function proxyOf(environment: NodeJS.ProcessEnv, { hypervisor }: BuildableSpec): Variable[] {
  const variables = Object.entries(proxyVariables(environment)).map(([name, value]) => ({
    name,
    value,
    from: 'the runner',
  }));
  if (hypervisor !== 'ami' || !variables.some(({ name }) => name !== 'no_proxy')) return variables;
  // Packer asks it for credentials on a runner in EC2; no proxy can reach it.
  const exempt = variables.find(({ name }) => name === 'no_proxy')?.value;
  const value = [exempt, metadataAddress].filter(Boolean).join(',');
  return [...variables, { name: 'no_proxy', value, from: 'the runner, and the metadata address' }];
}

/** Credentials as aws-actions/configure-aws-credentials leaves them, or files of the runner's own home. */
function awsVariables(environment: NodeJS.ProcessEnv): Variable[] {
  const given = Object.keys(environment).filter((name) => /^AWS_\w+$/.test(name));
  const home = environment['HOME'];
  const files = {
    AWS_SHARED_CREDENTIALS_FILE: `${home}/.aws/credentials`,
    AWS_CONFIG_FILE: `${home}/.aws/config`,
  };
  return [
    ...(home
      ? Object.entries(files).map(([name, value]) => ({ name, value, from: 'the home of the runner' }))
      : []),
    ...pick(environment, given),
  ];
}

function pick(environment: NodeJS.ProcessEnv, names: readonly string[]): Variable[] {
  return names.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [{ name, value, from: 'the runner' }];
  });
}
