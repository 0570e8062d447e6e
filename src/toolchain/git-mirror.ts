import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ActionError } from '../action-error.ts';
import { lastWords, runProgram } from './run-program.ts';

export interface GitMirrorRequest {
  /** `https://github.com/<owner>/<name>.git`. */
  readonly url: string;
  /** A commit or a tag that must be in it; with it there, nothing is asked. */
  readonly revision: string;
  /** The folder of all mirrors. */
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

const minutes = 60_000;

/** No clone takes that long. */
const abandonedAfterMs = 24 * 60 * minutes;

const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

/**
 * The folder of a bare repository that has a revision: fetched into where it is there, else cloned beside its place and
 * renamed. Upstream clones both of its repositories anew for every build, 125 MiB.
 *
 * @throws ActionError when the revision cannot be had
 */
export async function obtainGitMirror(request: GitMirrorRequest): Promise<string> {
  const { url, root, revision } = request;
  const { pathname } = new URL(url);
  const folder = join(root, pathname);
  if (await holds(folder, request)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  if (await isRepository(folder, request)) {
    const { lines } = await git(request, ['--git-dir', folder, 'fetch', '--quiet', '--force', url, ...refs]);
    // Another job may hold the locks; what matters is whether the revision is there.
    if (await holds(folder, request)) return folder;
    throw failed(request, lines);
  }
  await sweep(folder);
  const draft = draftOf(folder);
  try {
    const { code, lines } = await git(request, ['clone', '--quiet', '--bare', url, draft]);
    if (code !== 0) throw failed(request, lines);
    await place(draft, folder, request);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  if (await holds(folder, request)) return folder;
  throw new ActionError(`${url} has no ${revision}.`);
}

/** A mirror that another job has put there meanwhile stays: that job's build may be reading it. */
async function place(draft: string, folder: string, request: GitMirrorRequest): Promise<void> {
  if (await isRepository(folder, request)) return;
  const ruin = draftOf(folder);
  await rename(folder, ruin).catch(ignore('ENOENT'));
  await rename(draft, folder).catch(ignore('ENOTEMPTY', 'EEXIST'));
  await rm(ruin, { recursive: true, force: true });
}

function ignore(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  };
}

function draftOf(folder: string): string {
  return `${folder}.${randomUUID().slice(0, 8)}`;
}

/** Removes what jobs that were killed in the middle of a clone left beside a mirror. */
async function sweep(folder: string): Promise<void> {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(folder)}.`)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

/** The text of a file at a revision of a mirror. */
export async function readFromMirror(
  folder: string,
  path: string,
  request: GitMirrorRequest,
): Promise<string> {
  const { code, lines } = await git(request, [
    '--git-dir',
    folder,
    'cat-file',
    'blob',
    `${request.revision}:${path}`,
  ]);
  if (code !== 0) throw failed(request, lines);
  return lines.join('\n').trim();
}

async function holds(folder: string, request: GitMirrorRequest): Promise<boolean> {
  const { code } = await git(request, [
    '--git-dir',
    folder,
    'cat-file',
    '-e',
    `${request.revision}^{commit}`,
  ]);
  return code === 0;
}

async function isRepository(folder: string, request: GitMirrorRequest): Promise<boolean> {
  const { code } = await git(request, ['--git-dir', folder, 'rev-parse', '--is-bare-repository']);
  return code === 0;
}

function git({ environment, signal }: GitMirrorRequest, args: readonly string[]) {
  return runProgram({
    file: 'git',
    args: ['-c', 'safe.directory=*', '-c', 'gc.auto=0', ...args],
    environment: { ...environment, GIT_TERMINAL_PROMPT: '0' },
    timeoutMs: 10 * minutes,
    signal,
  });
}

function failed({ url, revision }: GitMirrorRequest, lines: readonly string[]): ActionError {
  return new ActionError(`${revision} of ${url} cannot be fetched.`, { problems: lastWords(lines) });
}
