import { readFile } from 'node:fs/promises';
import { ActionError, errorMessage } from '../action-error.ts';
import type { Variable } from '../image-builder/child-environment.ts';
import { secretsOf } from '../image-builder/config.ts';
import { findingText, type NamedText } from '../image-builder/config-text.ts';
import { type BuildPlan, prepareBuild } from '../image-builder/prepare-build.ts';
import type { ProxyInImage } from '../image-builder/proxy-in-image.ts';
import type { Log } from '../log.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { parseSecretLines } from '../runner/inputs.ts';
import type { Secrets } from '../runner/secrets.ts';

/** The inputs that a build is made of beside its spec. */
export interface PlanInputs {
  /** Weakest first: file, text, secrets. */
  readonly 'config-file'?: string | undefined;
  readonly config?: string | undefined;
  readonly 'config-keys': 'error' | 'warn';
  readonly 'secrets-file'?: string | undefined;
  readonly secrets: Readonly<Record<string, string>>;
  readonly 'additional-files'?: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly 'proxy-in-image'?: ProxyInImage | undefined;
  readonly 'ansible-verbosity': number;
  readonly 'air-gapped': boolean;
  readonly 'manifest-tarball'?: string | undefined;
  readonly 'dry-run': boolean;
}

/**
 * Checks a cell down to the last file that it names. Everything secret in it is registered before anything of it can
 * be printed.
 *
 * @throws ActionError
 */
export async function planCell(
  inputs: PlanInputs,
  spec: BuildableSpec,
  { secrets, log }: { readonly secrets: Secrets; readonly log: Log },
): Promise<BuildPlan> {
  const given = { ...(await readSecretsFile(inputs['secrets-file'], secrets)), ...inputs.secrets };
  const [forConfig, forEnvironment] = splitSecrets(given);
  const inherited = Object.entries(process.env).map(([name, value = '']) => ({ name, value }));
  for (const { name, value } of [...inherited.filter(isAws), ...variablesOf(inputs), ...forEnvironment])
    if (/SECRET|TOKEN|PASSWORD/.test(name)) secrets.add(value);
  const additionalFiles = inputs['additional-files'];
  const proxyInImage = inputs['proxy-in-image'];
  const plan = await prepareBuild({
    spec,
    sources: { texts: await configTexts(inputs), secrets: forConfig },
    ignoredKeys: inputs['config-keys'],
    ...(additionalFiles && { additionalFiles }),
    ...(proxyInImage && { proxyInImage }),
    variables: [...variablesOf(inputs), ...forEnvironment],
    ansibleVerbosity: inputs['ansible-verbosity'],
    isAirGapped: inputs['air-gapped'],
    hasManifestTarball: inputs['manifest-tarball'] !== undefined,
    isDryRun: inputs['dry-run'],
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    runnerEnvironment: process.env,
  });
  const { values, addresses } = secretsOf(plan.config);
  for (const value of values) secrets.add(value);
  for (const address of [...addresses, ...plan.gitCredentials]) secrets.addUserInfo(address);
  for (const note of plan.notes) log.warning(`${findingText(note)}.`);
  return plan;
}

function isAws({ name }: { readonly name: string }): boolean {
  return name.startsWith('AWS_');
}

/** Names in upper case are variables of the build, the others keys of its config. */
function splitSecrets(
  given: Readonly<Record<string, string>>,
): [config: Readonly<Record<string, string>>, variables: Variable[]] {
  const entries = Object.entries(given).map(
    // The one variable that every clone needs, however it is written.
    ([name, value]) => [/^ssh_password$/i.test(name) ? 'SSH_PASSWORD' : name, value] as const,
  );
  const isVariable = ([name]: readonly [string, string]) => /^[A-Z][A-Z0-9_]*$/.test(name);
  return [
    Object.fromEntries(entries.filter((entry) => !isVariable(entry))),
    entries.filter(isVariable).map(([name, value]) => ({ name, value, from: 'secrets' })),
  ];
}

function variablesOf(inputs: PlanInputs): Variable[] {
  return Object.entries(inputs.environment).map(([name, value]) => ({ name, value, from: 'environment' }));
}

async function configTexts(inputs: PlanInputs): Promise<NamedText[]> {
  const { config, 'config-file': file } = inputs;
  return [
    ...(file === undefined
      ? []
      : [{ name: `config-file ${file}`, file, text: await readInputFile('config-file', file) }]),
    ...(config === undefined ? [] : [{ name: 'config', text: config }]),
  ];
}

async function readSecretsFile(
  path: string | undefined,
  secrets: Secrets,
): Promise<Readonly<Record<string, string>>> {
  if (path === undefined) return {};
  const text = await readInputFile('secrets-file', path);
  secrets.addLines(text);
  const problems: string[] = [];
  const entries = parseSecretLines(text, (problem) => problems.push(problem));
  if (problems.length > 0)
    throw new ActionError(`The file of \`secrets-file\` is wrong: ${path}`, { problems });
  return entries;
}

async function readInputFile(input: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ActionError(`\`${input}\` cannot be read: ${path}`, {
      problems: [isAbsent ? 'there is no such file' : errorMessage(cause)],
      fix: 'Give a path in the workspace, and check the repository out before this step.',
      cause,
    });
  }
}
