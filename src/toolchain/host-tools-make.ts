import { execFile } from 'node:child_process';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError } from '../action-error.ts';
import type { HttpClient } from '../net/http-client.ts';
import { sha256Of } from './file-digest.ts';
import { lastWords, runProgram } from './run-program.ts';
import type { ToolStore } from './tool-store.ts';

export interface FetchRequest {
  readonly store: ToolStore;
  readonly http: HttpClient;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** A download whose digest is known. */
export interface Pinned {
  readonly version: string;
  readonly url: string;
  readonly sha256: string;
}

/**
 * GNU make built from its release tarball, without a make (`build.sh` is there for that) and without anything that it
 * does not need: no translations, no Guile, no extensions.
 *
 * @returns the path of the program
 * @throws ActionError when it cannot be fetched or built
 */
export async function buildMake(pinned: Pinned, request: FetchRequest): Promise<string> {
  const { store, http, environment, signal } = request;
  const programIn = (folder: string) => join(folder, 'make');
  const { folder } = await store.obtain({
    name: 'make',
    version: pinned.version,
    key: pinned.sha256,
    async make(folder) {
      const tarball = join(folder, 'make.tar.gz');
      await http.download(pinned.url, tarball, { sha256: pinned.sha256, what: 'The source of GNU make' });
      const source = join(folder, 'source');
      const { PATH, TMPDIR } = environment;
      const steps: ReadonlyArray<readonly [string, ...string[]]> = [
        ['mkdir', source],
        ['tar', '-xzf', tarball, '-C', source, '--strip-components=1', '--no-same-owner'],
        [
          'sh',
          './configure',
          '--disable-nls',
          '--disable-load',
          '--without-guile',
          '--disable-dependency-tracking',
        ],
        ['sh', './build.sh'],
        ['mv', join(source, 'make'), programIn(folder)],
      ];
      for (const [file, ...args] of steps) {
        const workingDirectory = file === 'sh' ? source : folder;
        const { code, lines } = await runProgram({
          ...{ file, args, workingDirectory, signal, timeoutMs: 600_000 },
          // gcc 15 takes C23 for granted, in which make's sources are not written.
          environment: { PATH, TMPDIR, LC_ALL: 'C', CFLAGS: '-O2 -std=gnu17' },
        });
        if (code !== 0) {
          throw new ActionError(`GNU make ${pinned.version} cannot be built (\`${file} ${args[0]}\`).`, {
            problems: lastWords(lines),
            fix: 'Install gcc with the headers of the C library, or a GNU make up to 4.3 in any folder of PATH.',
          });
        }
      }
      await rm(source, { recursive: true });
      await rm(tarball);
    },
    verify: async (folder) =>
      (await versionOf(programIn(folder)))?.startsWith(`GNU Make ${pinned.version}\n`) === true,
  });
  return programIn(folder);
}

/** A single program that is published as it is. */
export async function fetchProgram(name: string, pinned: Pinned, request: FetchRequest): Promise<string> {
  const { store, http } = request;
  const { folder } = await store.obtain({
    name,
    version: pinned.version,
    key: pinned.sha256,
    async make(folder) {
      const path = join(folder, name);
      await http.download(pinned.url, path, { sha256: pinned.sha256, what: `The program ${name}` });
      await chmod(path, 0o755);
    },
    verify: async (folder) => (await sha256Of(join(folder, name))) === pinned.sha256,
  });
  return join(folder, name);
}

async function versionOf(path: string): Promise<string | undefined> {
  const run = promisify(execFile)(path, ['--version'], { timeout: 20_000, env: { LC_ALL: 'C' } });
  return run.then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
