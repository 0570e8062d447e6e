import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { Certificates } from './certificates.ts';
import { type Mirrors, mirrorsForGit, noMirrors } from './mirrors.ts';

export interface GitFilesOptions {
  readonly repository: string;
  /** 40 hex digits. */
  readonly commit: string;
  readonly paths: readonly string[];
  readonly certificates?: Certificates;
  /** Proxies and the user's own git settings come from here. */
  readonly environment: NodeJS.ProcessEnv;
  /** Asked in place of hosts; the commit id says whether they have the right files. */
  readonly mirrors?: Mirrors;
  /** A folder for the objects, which are gone afterwards. */
  readonly scratch: string;
}

/** A host that says nothing must not hold the job up. */
const timeoutMs = 120_000;
const slowest = ['http.lowSpeedLimit=1000', 'http.lowSpeedTime=30'];

/** What would make git look at, or write to, another repository than the one made here: `git rev-parse --local-env-vars`. */
const repositoryVariables =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|IMPLICIT_WORK_TREE|TRACE.*)$/;

/**
 * Files of one commit, by path; a path that the commit does not have is absent. Only the commit, its trees and these
 * files are fetched. Git computes the name of every object from its content, so with a commit id that is known to be
 * right the files are, whatever server they came from.
 *
 * @throws Error when git is not installed or cannot get the commit.
 */
export async function readGitFiles(options: GitFilesOptions): Promise<ReadonlyMap<string, string>> {
  const { repository, commit, paths, certificates, mirrors = noMirrors, scratch } = options;
  const folder = await mkdtemp(path.join(scratch, 'git-files-'));
  try {
    const authorities = path.join(folder, 'authorities.pem');
    if (certificates) await writeFile(authorities, certificates.pem);
    const environment = {
      ...withoutRepository(options.environment),
      ...mirrorsForGit(mirrors, options.environment),
      GIT_TERMINAL_PROMPT: '0',
      ...(certificates && { GIT_SSL_CAINFO: authorities }),
    };
    const gitDir = path.join(folder, 'objects.git');
    const settings = [`remote.origin.url=${repository}`, 'gc.auto=0', 'credential.helper=', ...slowest];
    const git = (args: readonly string[], input = '') =>
      run(
        ['--git-dir', gitDir, ...settings.flatMap((setting) => ['-c', setting]), ...args],
        input,
        environment,
      );
    const fetch = ['fetch', '--quiet', '--no-tags', '--filter=blob:none', 'origin'];

    await git(['init', '--quiet', '--bare', '--template=']);
    await git([...fetch, '--depth=1', commit]);
    const tree = (await git(['ls-tree', '-z', '--full-tree', commit, '--', ...paths])).toString();
    const files = tree.split('\0').flatMap((line) => {
      const [, id = '', name = ''] = /^100\d{3} blob ([0-9a-f]{40})\t(.*)$/s.exec(line) ?? [];
      return id === '' ? [] : [{ id, name }];
    });
    if (files.length === 0) return new Map();
    const ids = [...new Set(files.map(({ id }) => id))];
    await git([...fetch, '--no-write-fetch-head', ...ids]);
    const contents = readBatch(await git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')));
    return new Map(files.map(({ id, name }) => [name, contents.get(id) ?? '']));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !repositoryVariables.test(name)));
}

async function run(args: readonly string[], input: string, environment: NodeJS.ProcessEnv): Promise<Buffer> {
  // Unlike the option `timeout`, this does not keep the process alive when git cannot be started.
  const child = spawn('git', [...args], { env: environment, signal: AbortSignal.timeout(timeoutMs) });
  const ended = once(child, 'close') as Promise<[number | null]>;
  child.stdin.on('error', () => child.kill());
  child.stdin.end(input);
  const [output, errors, [code]] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (code === 0) return output;
  const said = errors
    .trim()
    .split('\n')
    .findLast((line) => line !== '');
  throw new Error(`git could not do it: ${said?.replace(/\/\/[^/@\s]*@/g, '//') ?? code}`);
}

/** `<id> blob <size>\n<content>\n`, for each (git-cat-file(1), "BATCH OUTPUT"). */
function readBatch(output: Buffer): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', type, size] = output.toString('latin1', at, end).split(' ');
    if (end < 0 || type !== 'blob') throw new Error(`git has no object ${id}`);
    const start = end + 1;
    contents.set(id, output.toString('utf8', start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return contents;
}
