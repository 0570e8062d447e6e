import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { HostTool } from './host-tools-table.ts';
import { runProgram } from './run-program.ts';

/** A program that was found, right or wrong. */
export interface FoundTool {
  readonly path: string;
  /** Empty where it tells none. */
  readonly version: string;
  /** Whether the shell would find this one by the name of the tool. */
  readonly isFirst: boolean;
}

export interface Search {
  readonly right?: FoundTool;
  /** What has the name and is not right, in the order of PATH. */
  readonly wrong: readonly FoundTool[];
}

export interface SearchRequest {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Where the file system begins. Default: `/`. */
  readonly root?: string;
}

/** Beside PATH: a runner started by systemd may lack them, and `ip` is there on Debian. */
const usualFolders = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin'];

/** Looks for a tool in every folder, because what is first on PATH may be another program, or of another version. */
export async function searchTool(tool: HostTool, request: SearchRequest): Promise<Search> {
  const { environment, signal, root = '/' } = request;
  const wrong: FoundTool[] = [];
  const onPath = foldersOf(environment);
  const folders = new Set([...onPath, ...usualFolders.map((folder) => join(root, folder))]);
  let isFirst = true;
  for (const folder of folders) {
    const path = join(folder, tool.name);
    if (!(await isProgram(path))) continue;
    const version = await askVersion(tool, path, environment, signal);
    const found = { path, version: version ?? '', isFirst: isFirst && onPath.includes(folder) };
    if (version !== undefined) return { right: found, wrong };
    wrong.push(found);
    isFirst = false;
  }
  return { wrong };
}

function foldersOf({ PATH = '' }: NodeJS.ProcessEnv): readonly string[] {
  return PATH.split(delimiter).filter(isAbsolute);
}

export async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** @returns `undefined` for the wrong program or version */
async function askVersion(
  tool: HostTool,
  path: string,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (tool.versionArgs === undefined) return '';
  const said = await say(path, tool.versionArgs, environment, signal);
  if (said === undefined || (tool.says !== undefined && !tool.says.test(said))) return undefined;
  const version = /\d+(?:\.\d+)+/.exec(said)?.[0] ?? '';
  const isTooOld = tool.oldest !== undefined && compareNumbers(version, tool.oldest) < 0;
  const isTooNew = tool.newest !== undefined && compareNumbers(version, tool.newest) > 0;
  return isTooOld || isTooNew ? undefined : version;
}

/** A namesake may wait for input for ever, as cracklib's packer does: it gets none, and ten seconds. */
async function say(
  path: string,
  args: readonly string[],
  { PATH, HOME }: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { code, lines } = await runProgram({
      file: path,
      args,
      environment: { PATH, HOME, LC_ALL: 'C' },
      timeoutMs: 10_000,
      signal,
    });
    return code === 0 ? lines.join('\n') : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** `4.3` < `4.4.1` < `4.10`; a version that could not be read is older than any. */
function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
