import { resolve } from 'node:path';
import { ActionError } from '../action-error.ts';
import { type BuildableSpec, hypervisorNames } from '../plan/node-image-spec.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { type AdditionalFile, readAdditionalFiles } from './additional-files.ts';
import { splitGitCredentials } from './air-gap.ts';
import { amiDefaults, checkAwsCredentials } from './ami.ts';
import { checkVariables, misleadingVariables, type Variable } from './child-environment.ts';
import { type ConfigSources, emptySecret, isEmptySecret, readBuildConfig } from './config.ts';
import { resolveConfigFiles } from './config-files.ts';
import type { BuildConfig, CheckedConfig, ConfigTarget } from './config-target.ts';
import { type Finding, type Findings, findingText } from './config-text.ts';
import { type ExpectedOutput, expectedOutput } from './expected-output.ts';
import { type ProxyInImage, withProxy } from './proxy-in-image.ts';
import { checkQuoting, folderTrouble } from './upstream-quoting.ts';

/** What a person asks for beside the spec; each part as it was written. */
export interface BuildRequest {
  readonly spec: BuildableSpec;
  readonly sources: ConfigSources;
  readonly ignoredKeys: 'error' | 'warn';
  /** The input `additional-files`. */
  readonly additionalFiles?: string;
  /** Of the input `environment`, and of the lines of `secrets` that are written in upper case. */
  readonly variables: readonly Variable[];
  readonly proxyInImage?: ProxyInImage;
  readonly ansibleVerbosity: number;
  readonly isAirGapped: boolean;
  readonly hasManifestTarball: boolean;
  readonly isDryRun: boolean;
  /** What relative paths are relative to. */
  readonly workspace: string;
  readonly runnerEnvironment: NodeJS.ProcessEnv;
}

/** A build that can be started: everything that can be checked without starting it was. */
export interface BuildPlan {
  readonly spec: BuildableSpec;
  readonly config: BuildConfig;
  /** Where each value of the config stands, in words. */
  readonly origins: ReadonlyMap<string, string>;
  readonly files: readonly AdditionalFile[];
  readonly variables: readonly Variable[];
  /** For git alone: lines of git-credential-store. */
  readonly gitCredentials: readonly string[];
  readonly output: ExpectedOutput;
  /** Where the user wants Packer's manifest. */
  readonly manifestCopy?: string;
  readonly notes: readonly Finding[];
}

/**
 * Checks everything about a build that needs no network: the rules of the CLI and of the scripts behind it, and the
 * files that it names.
 *
 * @throws ActionError that lists all that is wrong at once.
 */
export async function prepareBuild(request: BuildRequest): Promise<BuildPlan> {
  const { spec, workspace, runnerEnvironment } = request;
  const findings: Findings = { problems: [], notes: [] };
  const target: ConfigTarget = {
    ...spec,
    isAirGapped: request.isAirGapped,
    ignoredKeys: request.ignoredKeys,
    secrets: request.isDryRun ? 'optional' : 'required',
  };
  checkRequest(request, findings);
  const read = readBuildConfig(request.sources, target, findings);
  const proxied = withProxy(read, request.proxyInImage, runnerEnvironment, target, findings);
  const values = await resolveConfigFiles(proxied, target, workspace, findings);
  checkQuoting(values, proxied.places, findings);
  const files = await readAdditionalFiles(request.additionalFiles ?? '', workspace, findings);
  if (findings.problems.length > 0) throw wrongConfig(spec, findings);

  const { config, credentials } = splitGitCredentials(values);
  const completed = complete(config, request);
  const manifest = config['manifest_output'];
  return {
    spec,
    config: completed.values,
    origins: originsOf(proxied, completed.from),
    files,
    variables: [
      ...verbosityVariables(request.ansibleVerbosity),
      ...request.variables,
      ...satelliteVariables(completed.values, spec),
    ],
    gitCredentials: credentials,
    output: expectedOutput(spec, completed.values),
    ...(manifest && { manifestCopy: resolve(workspace, manifest) }),
    notes: [...findings.notes, ...droppedVariables(request)],
  };
}

/** What does not concern a key of the config. */
function checkRequest(request: BuildRequest, findings: Findings): void {
  const { spec, isAirGapped, hasManifestTarball } = request;
  const { flags } = supportMatrix(spec.eksaVersion);
  const problem = (text: string) => findings.problems.push({ text });
  checkVariables(request.variables, spec, findings);
  const temporary = request.runnerEnvironment['RUNNER_TEMP'] ?? '';
  const unfit = folderTrouble(temporary);
  if (unfit !== undefined && !request.isDryRun)
    problem(`the folder of the runner, ${temporary}, ${unfit}: install the runner elsewhere`);
  if (spec.hypervisor === 'ami' && !request.isDryRun)
    checkAwsCredentials(request.variables, request.runnerEnvironment, findings);
  for (const { name, from } of request.variables.filter(({ value }) => value.trim() === '')) {
    const level = request.isDryRun ? findings.notes : findings.problems;
    level.push({
      text: from === 'secrets' ? emptySecret(name) : `\`${name}\` has no value`,
      place: { name: from },
    });
  }
  const hasPassword = request.variables.some(({ name }) => name === 'SSH_PASSWORD');
  if (spec.builder === 'clone' && !hasPassword) {
    const text =
      "`SSH_PASSWORD`, the password of the template's user `builder`, is missing; it belongs in `secrets`";
    (request.isDryRun ? findings.notes : findings.problems).push({ text });
  }
  if (request.additionalFiles && !flags.includes('files-config'))
    problem(`\`additional-files\`: ${spec.eksaVersion} has no such flag; it exists since v0.17.0`);
  if (request.additionalFiles && request.variables.some(setsPackerVariables))
    problem(
      `\`additional-files\`: the CLI names them in \`${packerVariables}\`, so a build takes either them or your own`,
    );
  if (!isAirGapped) return;
  if (!flags.includes('air-gapped'))
    problem(`\`air-gapped\`: ${spec.eksaVersion} has no such flag; it exists since v0.18.0`);
  if (!hasManifestTarball) problem('`air-gapped` needs `manifest-tarball`, a tar archive of the manifests');
  if (spec.os !== 'ubuntu') problem('`air-gapped`: only Ubuntu is built air-gapped');
  if (spec.hypervisor === 'ami') problem('`air-gapped`: an AMI is built in AWS');
}

/** build-tooling's Makefile: files with variables for Packer that win over all others. */
const packerVariables = 'PACKER_ADDITIONAL_FILES_VAR_FILES';

function setsPackerVariables({ name, value }: Variable): boolean {
  return name === packerVariables || (name === 'MAKEFLAGS' && value.includes(packerVariables));
}

function complete(config: BuildConfig, request: BuildRequest) {
  const { spec, runnerEnvironment } = request;
  if (spec.hypervisor === 'ami') return amiDefaults(config, spec, runnerEnvironment);
  const defaults: BuildConfig =
    spec.hypervisor === 'nutanix' ? { nutanix_port: '9440', nutanix_insecure: 'false' } : {};
  const missing = Object.entries(defaults).filter(([key]) => config[key] === undefined);
  return {
    values: { ...config, ...Object.fromEntries(missing) },
    from: new Map(missing.map(([key]) => [key, 'the usual value'] as const)),
  };
}

/**
 * Ansible reads it itself. By the CLI's flag the build tooling would add it to a file that is not there yet, where
 * upstream renders the template of Packer last: bare metal, Nutanix and CloudStack (build/setup_packer_configs.sh).
 */
function verbosityVariables(verbosity: number): Variable[] {
  if (verbosity === 0) return [];
  return [{ name: 'ANSIBLE_VERBOSITY', value: String(verbosity), from: '`ansible-verbosity`' }];
}

/** For Nutanix the CLI forgets to hand the Satellite's key to Ansible (builder/builder.go). */
function satelliteVariables(config: BuildConfig, { hypervisor, os }: BuildableSpec): Variable[] {
  const { rhsm_activation_key: key, rhsm_org_id: organization } = config;
  if (hypervisor !== 'nutanix' || os !== 'redhat' || !key || !organization) return [];
  return [
    { name: 'RHSM_ACTIVATION_KEY', value: key, from: '`rhsm_activation_key`' },
    { name: 'RHSM_ORG_ID', value: organization, from: '`rhsm_org_id`' },
  ];
}

function originsOf(
  config: CheckedConfig,
  defaults: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const given = [...config.places].map(
    ([key, { name, line }]) => [key, line === undefined ? name : `${name}, line ${line}`] as const,
  );
  return new Map([...given, ...defaults]);
}

function droppedVariables({ runnerEnvironment, variables }: BuildRequest): Finding[] {
  const passed = new Set(variables.map(({ name }) => name));
  const names = misleadingVariables(runnerEnvironment).filter((name) => !passed.has(name));
  if (names.length === 0) return [];
  return [
    {
      text: `not passed on, because it would change what is built: ${names.join(', ')}; what a build must have goes into \`environment\``,
    },
  ];
}

function wrongConfig(spec: BuildableSpec, { problems }: Findings): ActionError {
  const keys = supportMatrix(spec.eksaVersion).configKeys[spec.hypervisor];
  const hasStrangeKey = problems.some(({ text }) => text.includes('is no key of this config'));
  return new ActionError(`The build config for ${hypervisorNames[spec.hypervisor]} is wrong.`, {
    problems: problems.map(findingText),
    ...(problems.every(isEmptySecret) && { help: 'troubleshooting/inputs-and-config.md#secret-empty' }),
    ...(hasStrangeKey && { fix: `Its keys are ${keys.join(', ')}.` }),
    places: problems.flatMap(({ text, place }) =>
      place?.file !== undefined && place.line !== undefined
        ? [{ file: place.file, line: place.line, text }]
        : [],
    ),
  });
}
