import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ActionError } from '../action-error.ts';
import { type Findings, findingText, parseFlatMapping } from '../image-builder/config-text.ts';
import { contentDigests } from '../plan/content-digests.ts';
import type { CellContent } from '../plan/fingerprint.ts';
import type { WantedEntry } from '../plan/wanted-images.ts';
import { isSecretSetting } from '../plan/wanted-values.ts';

/**
 * Reads the config of an entry and the files that it names.
 *
 * @throws ActionError when a config file cannot be read as one.
 */
export async function readEntryContent(entry: WantedEntry, workspace: string): Promise<CellContent> {
  const missing: string[] = [];
  const fromFile = await readConfigFile(entry.configFile, workspace, missing);
  const all: Readonly<Record<string, string>> = { ...fromFile, ...parsedConfig(entry) };
  const secretKeys = Object.keys(all).filter((key) => isSecretSetting(key, all[key] ?? ''));
  const config = Object.fromEntries(Object.entries(all).filter(([key]) => !secretKeys.includes(key)));
  // Space separated, as upstream hands them to Ansible.
  const roles = Object.entries(config)
    .filter(([key]) => key.includes('custom_role'))
    .flatMap(([, value]) => value.split(/\s+/).filter((path) => path.includes('/')));
  const digests = await contentDigests([...entry.additionalFiles, ...roles], workspace);
  return { config, secretKeys, files: digests.files, missing: [...missing, ...digests.missing] };
}

function parsedConfig({ config }: WantedEntry): Record<string, string> {
  return config === undefined ? {} : (JSON.parse(config) as Record<string, string>);
}

async function readConfigFile(
  path: string | undefined,
  workspace: string,
  missing: string[],
): Promise<Record<string, string>> {
  if (path === undefined) return {};
  const text = await readFile(resolve(workspace, path), 'utf8').catch(() => undefined);
  if (text === undefined) {
    missing.push(path);
    return {};
  }
  const findings: Findings = { problems: [], notes: [] };
  const entries = parseFlatMapping({ name: path, text }, findings) ?? [];
  const problems = findings.problems.map(findingText);
  if (problems.length > 0) throw new ActionError(`The config file ${path} is wrong.`, { problems });
  return Object.fromEntries(entries.map(({ key, value = '' }) => [key, [value].flat().join(' ')]));
}
