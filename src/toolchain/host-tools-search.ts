import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { HostTool } from './host-tools-table.ts';

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
  const { environment, root = '/' } = request;
  const wrong: FoundTool[] = [];
  const onPath = foldersOf(environment);
  const folders = new Set([...onPath, ...usualFolders.map((folder) => join(root, folder))]);
  let isFirst = true;
  for (const folder of folders) {
    const path = join(folder, tool.name);
    request.signal.throwIfAborted();
    if (!(await isProgram(path))) continue;
    const version = await askVersion(tool, path, request);
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
async function askVersion(tool: HostTool, path: string, request: SearchRequest): Promise<string | undefined> {
  if (tool.versionArgs === undefined) return '';
  const said = await say(path, tool.versionArgs, request);
  if (said === undefined || (tool.says !== undefined && !tool.says.test(said))) return undefined;
  const version = /\d+(?:\.\d+)+/.exec(said)?.[0] ?? '';
  const isTooOld = tool.oldest !== undefined && compareNumbers(version, tool.oldest) < 0;
  const isTooNew = tool.newest !== undefined && compareNumbers(version, tool.newest) > 0;
  return isTooOld || isTooNew ? undefined : version;
}

/**
 * A namesake may wait for ever, as cracklib's packer does for input: it gets none, and ten seconds for all that it
 * started. A group of its own without the bookkeeping of builds: this is asked some twenty times in each job.
 */
async function say(
  path: string,
  args: readonly string[],
  request: SearchRequest,
): Promise<string | undefined> {
  const { PATH, HOME } = request.environment;
  const child = spawn(path, args, {
    env: { PATH, HOME, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const patience = AbortSignal.any([request.signal, AbortSignal.timeout(10_000)]);
  patience.addEventListener('abort', end);
  try {
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return code === 0 ? stdout + stderr : undefined;
  } catch {
    return undefined;
  } finally {
    patience.removeEventListener('abort', end);
  }
}

/** `4.3` < `4.4.1` < `4.10`; a version that could not be read is older than any. */
function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
