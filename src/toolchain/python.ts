import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError } from '../action-error.ts';
import type { Log } from '../log.ts';
import type { HttpClient } from '../net/http-client.ts';
import { lockedPythons } from './ansible-lock.ts';
import { standalonePython } from './python-standalone.ts';
import { lastWords, runProgram } from './run-program.ts';
import type { ToolStore } from './tool-store.ts';

/** An interpreter that Ansible's virtual environment can stand on. */
export interface Python {
  /** The interpreter itself: no shim, no link of a virtual environment. */
  readonly path: string;
  /** `3.11.16` */
  readonly version: string;
  /** `3.11` */
  readonly minor: string;
}

export interface PythonRequest {
  readonly environment: NodeJS.ProcessEnv;
  readonly store: ToolStore;
  readonly http: HttpClient;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Default: the one that is pinned. */
  readonly standalone?: { readonly version: string; readonly url: string; readonly sha256: string };
}

/**
 * A Python that the locked Ansible runs on: from PATH, else from the runner's tool cache (where actions/setup-python
 * and the hosted images put theirs), else a standalone one of our own. A newer line is preferred within each place.
 *
 * @throws ActionError when there is none and none can be fetched
 */
export async function findPython(request: PythonRequest): Promise<Python> {
  const { environment } = request;
  const candidates = [...candidatesOnPath(environment), ...(await candidatesInToolCache(environment))];
  for (const path of candidates) {
    const python = await probe(path, environment);
    if (python !== undefined) return python;
  }
  return fetchStandalone(request);
}

function candidatesOnPath({ PATH = '' }: NodeJS.ProcessEnv): string[] {
  const folders = PATH.split(delimiter).filter(isAbsolute);
  const names = [...lockedPythons.map((minor) => `python${minor}`), 'python3'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** `<tool cache>/Python/3.11.9/x64/bin/python3`, the newest first (actions/toolkit, tool-cache). */
async function candidatesInToolCache(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const root = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'];
  if (!root) return [];
  const folder = join(root, 'Python');
  const versions = await readdir(folder).catch(() => []);
  return lockedPythons.flatMap((minor) =>
    versions
      .filter((version) => version.startsWith(`${minor}.`))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((version) => join(folder, version, 'x64', 'bin', 'python3')),
  );
}

/**
 * Asks an interpreter what it is. Debian and Ubuntu leave ensurepip to the package python3-venv, without which there is
 * no virtual environment; pip before 20.3 does not know the platform tags of today's wheels (PEP 600); cryptography
 * refuses 3.9.0 and 3.9.1.
 */
const question = `
import ctypes, ensurepip, json, os, platform, ssl, sys, venv, zlib
print(json.dumps({
  "path": os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable),
  "version": "%d.%d.%d" % sys.version_info[:3],
  "isRight": sys.implementation.name == "cpython" and sys.maxsize > 2**32 and platform.machine() == "x86_64"
    and platform.libc_ver()[0] == "glibc" and sys.version_info >= (3, 9, 2)
    and tuple(int(part) for part in ensurepip.version().split(".")[:2]) >= (20, 3),
}))`;

async function probe(path: string, environment: NodeJS.ProcessEnv): Promise<Python | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['-I', '-c', question], {
      env: { PATH: environment['PATH'], HOME: environment['HOME'], LANG: 'C.UTF-8' },
      timeout: 20_000,
    });
    const answer = JSON.parse(stdout) as { path: string; version: string; isRight: boolean };
    const minor = answer.version.slice(0, answer.version.lastIndexOf('.'));
    const isRight = answer.isRight && lockedPythons.some((locked) => locked === minor);
    return isRight ? { path: answer.path, version: answer.version, minor } : undefined;
  } catch {
    // Not there, no Python, or one that lacks a module that is needed.
    return undefined;
  }
}

async function fetchStandalone(request: PythonRequest): Promise<Python> {
  const { environment, store, http, log, signal, standalone = standalonePython } = request;
  log.info(
    `No Python ${lockedPythons.at(-1)} to ${lockedPythons[0]} with venv is on PATH or in the tool cache: CPython ${standalone.version} is taken.`,
  );
  const pathIn = (folder: string) => join(folder, 'bin', 'python3');
  const { folder } = await store.obtain({
    name: 'python',
    version: standalone.version,
    key: standalone.sha256,
    async make(folder) {
      const tarball = join(folder, 'python.tar.gz');
      await http.download(standalone.url, tarball, {
        sha256: standalone.sha256,
        what: 'The standalone Python',
      });
      const { code, lines } = await runProgram({
        file: 'tar',
        args: ['-xzf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner'],
        environment: { PATH: environment['PATH'] },
        timeoutMs: 120_000,
        signal,
      });
      if (code !== 0)
        throw new ActionError('The standalone Python cannot be unpacked.', { problems: lastWords(lines) });
      await rm(tarball);
    },
    verify: async (folder) => (await probe(pathIn(folder), environment))?.version === standalone.version,
  });
  const python = await probe(pathIn(folder), environment);
  if (python !== undefined) return python;
  throw new ActionError(`CPython ${standalone.version} does not run on this runner.`, {
    fix: 'Install a Python of 3.9 to 3.11 with its venv module, for example with actions/setup-python.',
  });
}
