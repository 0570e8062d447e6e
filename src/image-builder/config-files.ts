import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { BuildConfig, CheckedConfig, ConfigTarget } from './config-target.ts';
import type { Findings, Place } from './config-text.ts';
import { packageSourceProblems } from './package-sources.ts';

const roleKeys = [
  'firstboot_custom_roles_pre',
  'firstboot_custom_roles_post',
  'node_custom_roles_pre',
  'node_custom_roles_post',
];

/** Larger lists of package sources are something else. */
const largestSource = 1024 * 1024;

/**
 * Looks at the files that a config names, and makes their paths absolute: the CLI runs in a folder of its own.
 *
 * @param workspace what relative paths are relative to
 * @returns the config with absolute paths
 */
export async function resolveConfigFiles(
  { values, places }: CheckedConfig,
  target: ConfigTarget,
  workspace: string,
  findings: Findings,
): Promise<BuildConfig> {
  const changed: Record<string, string> = {};
  const report = (key: string) => (text: string) => {
    const place: Place | undefined = places.get(key);
    findings.problems.push({ text: `\`${key}\`: ${text}`, ...(place && { place }) });
  };
  if (values['extra_repos'])
    changed['extra_repos'] = await packageSources(
      values['extra_repos'],
      target,
      workspace,
      report('extra_repos'),
    );
  for (const key of roleKeys) {
    const roles = values[key];
    if (roles) changed[key] = await roleFolders(roles, workspace, report(key));
  }
  if (values['iso_url']) changed['iso_url'] = await isoAddress(values, workspace, report('iso_url'));
  return { ...values, ...changed };
}

type Report = (text: string) => void;

async function packageSources(
  names: string,
  target: ConfigTarget,
  workspace: string,
  report: Report,
): Promise<string> {
  const files = names.split(' ').map((name) => resolve(workspace, name));
  for (const file of files) {
    const problem = await fileProblem(file, largestSource);
    if (problem !== undefined) report(`${file}: ${problem}`);
    else
      for (const found of packageSourceProblems(basename(file), await readFile(file, 'utf8'), target))
        report(`${file}: ${found}`);
  }
  if (/\s/.test(workspace)) report(blankInPath(workspace));
  return files.join(' ');
}

/** A role without a slash is one that the build tooling brings itself; whether it does shows only in the build. */
async function roleFolders(names: string, workspace: string, report: Report): Promise<string> {
  const roles: string[] = [];
  for (const name of names.split(' ')) {
    const folder = resolve(workspace, name);
    const isHere = await isRole(folder);
    if (name.includes('/') && !isHere) report(`${folder} is no Ansible role: it has no tasks/main.yml`);
    if (isHere && /\s/.test(folder)) report(blankInPath(folder));
    roles.push(name.includes('/') || isHere ? folder : name);
  }
  return roles.join(' ');
}

async function isRole(folder: string): Promise<boolean> {
  for (const file of ['tasks/main.yml', 'tasks/main.yaml', 'tasks/main', 'meta/main.yml'])
    if ((await stat(join(folder, file)).catch(() => undefined))?.isFile()) return true;
  return false;
}

/** A file has its checksum compared now: Packer would do so when half of the build is done. */
async function isoAddress(config: BuildConfig, workspace: string, report: Report): Promise<string> {
  const given = config['iso_url'] ?? '';
  if (/^https?:/i.test(given)) return given;
  const path = isoPath(given, workspace, report);
  if (path === undefined) return given;
  const problem = await fileProblem(path, Number.POSITIVE_INFINITY);
  const { iso_checksum: expected, iso_checksum_type: type } = config;
  if (problem !== undefined) report(`${path}: ${problem}`);
  else if (expected && type) {
    const hash = createHash(type);
    await pipeline(createReadStream(path), hash);
    const found = hash.digest('hex');
    if (found !== expected) report(`${path} has the ${type} ${found}, but \`iso_checksum\` is ${expected}`);
  }
  return path;
}

function isoPath(given: string, workspace: string, report: Report): string | undefined {
  if (!/^file:/i.test(given)) return resolve(workspace, given);
  try {
    return fileURLToPath(given);
  } catch {
    report(`"${given}" names no file on the runner: write file:/// and an absolute path`);
    return undefined;
  }
}

/** Why a path is no file that can be read; undefined when it is one. */
export async function fileProblem(path: string, maxBytes: number): Promise<string | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'unreadable');
  if (found === 'ENOENT' || found === 'ENOTDIR') return 'there is no such file';
  if (typeof found === 'string') return `it cannot be read (${found})`;
  if (found.isDirectory()) return 'it is a folder, not a file';
  if (!found.isFile()) return 'it is no regular file';
  if (found.size > maxBytes) return `it has ${found.size} bytes, which is too much`;
  const isReadable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return isReadable ? undefined : 'the user of this runner cannot read it';
}

function blankInPath(path: string): string {
  return `the path holds a blank, at which upstream would cut it: ${path}`;
}
