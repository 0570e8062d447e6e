import { readFile } from 'node:fs/promises';
import { ActionError, errorMessage } from '../action-error.ts';
import { type BuildConfig, readBuildConfig, secretsOf } from '../image-builder/config.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { parseSecretLines } from '../runner/inputs.ts';
import type { Secrets } from '../runner/secrets.ts';

/** The inputs that a build config comes from, weakest first. */
export interface ConfigInputs {
  readonly 'config-file'?: string | undefined;
  readonly config?: string | undefined;
  readonly 'secrets-file'?: string | undefined;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Reads the build config of a cell. Everything secret in it is registered before anything of it can be printed.
 *
 * @throws ActionError
 */
export async function readCellConfig(
  inputs: ConfigInputs,
  spec: BuildableSpec,
  secrets: Secrets,
): Promise<BuildConfig> {
  const fromFile = await readSecretsFile(inputs['secrets-file'], secrets);
  const path = inputs['config-file'];
  const texts = [
    ...(path === undefined
      ? []
      : [{ name: `config-file ${path}`, text: await readInputFile('config-file', path) }]),
    ...(inputs.config === undefined ? [] : [{ name: 'config', text: inputs.config }]),
  ];
  const config = readBuildConfig({ texts, secrets: { ...fromFile, ...inputs.secrets } }, spec);
  const { values, addresses } = secretsOf(config, spec.hypervisor);
  for (const value of values) secrets.add(value);
  for (const address of addresses) secrets.addUserInfo(address);
  return config;
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
