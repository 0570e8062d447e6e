import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import type { ToolCacheAnswer, ToolCacheJob } from './tool-cache-process.ts';

/** Keeps folders from job to job on machines that are gone after one. */
export interface ToolCache {
  /** Fills the folders with what was saved under the key. Whether there was anything. */
  restore(key: string): Promise<boolean>;
  save(key: string): Promise<void>;
}

export interface ToolCacheOptions {
  readonly folders: readonly string[];
  readonly log: Log;
  readonly environment: NodeJS.ProcessEnv;
  /** The job is cancelled. */
  readonly signal: AbortSignal;
  /** The script that runs {@link ToolCacheJob}s. Default: the one beside the entry of this action. */
  readonly script?: string;
  readonly patienceMs?: Patience;
}

/** In milliseconds. */
interface Patience {
  /** Until the service has said whether there is an entry. */
  readonly lookup: number;
  /** For the whole of a download. */
  readonly restore: number;
  readonly save: number;
}

/** A repository has 10 GB for all its caches. */
const maxBytes = 300e6;
const usualPatience: Patience = { lookup: 10_000, restore: 60_000, save: 120_000 };

/**
 * The Actions cache. Whatever is wrong with it (no service, a broken or slow one, one that only reads because the
 * trigger is not trusted) costs a line in the log and a bounded time, and never fails the job: its library runs in a
 * process of its own, because it waits for minutes and cannot be told to stop.
 */
export function actionsCache(options: ToolCacheOptions): ToolCache {
  const { folders, log, environment, signal, patienceMs = usualPatience } = options;
  const script = options.script ?? join(dirname(process.argv[1] ?? ''), 'tool-cache.js');
  const run = (job: ToolCacheJob) => runJob(job, { script, environment, signal, patience: patienceMs });
  let isUsable = isOffered(environment);

  return {
    async restore(key) {
      if (!isUsable) {
        log.info('The runner offers no cache.');
        return false;
      }
      const { matched, problem } = await run({ operation: 'restore', key, folders });
      signal.throwIfAborted();
      if (problem !== undefined) {
        log.info(`The cache is not used: ${problem}`);
        // It would be waited for once more, and longer.
        isUsable = false;
      }
      return matched === true;
    },
    async save(key) {
      if (!isUsable) return;
      const bytes = (await Promise.all(folders.map(sizeOf))).reduce((sum, size) => sum + size, 0);
      if (bytes === 0) return;
      if (bytes > maxBytes) {
        log.warning(
          `The tools are not cached: they have ${(bytes / 1e6).toFixed(0)} MB, more than ${maxBytes / 1e6}.`,
        );
        return;
      }
      const { problem } = await run({ operation: 'save', key, folders: folders.filter(existsSync) });
      signal.throwIfAborted();
      log.info(
        problem === undefined
          ? `Cached ${(bytes / 1e6).toFixed(0)} MB.`
          : `The tools are not cached: ${problem}`,
      );
    },
  };
}

/** Without asking the library, which takes a quarter of a second to load. */
function isOffered(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(
    environment['ACTIONS_RUNTIME_TOKEN'] &&
      (environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']),
  );
}

async function runJob(
  job: ToolCacheJob,
  options: Pick<ToolCacheOptions, 'environment' | 'signal'> & {
    readonly script: string;
    readonly patience: Patience;
  },
): Promise<ToolCacheAnswer> {
  const { script, environment, signal, patience } = options;
  signal.throwIfAborted();
  const child = fork(script, [], {
    env: environment,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  });
  // With its tar: that one would write on into folders whose content has been verified meanwhile.
  const kill = () => endGroup(child);
  const killAfter = (milliseconds: number) => setTimeout(kill, milliseconds);
  signal.addEventListener('abort', kill);
  let timer = killAfter(job.operation === 'save' ? patience.save : patience.lookup);
  try {
    return await new Promise<ToolCacheAnswer>((done) => {
      const fail = (error: Error) => done({ problem: errorMessage(error) });
      child.on('message', (answer: ToolCacheAnswer) => {
        if (answer.isFound !== true) return done(answer);
        clearTimeout(timer);
        timer = killAfter(patience.restore);
      });
      child.once('error', fail);
      child.once('exit', (code, signal) =>
        done({ problem: signal === 'SIGKILL' ? 'the service does not answer' : `exit code ${code}` }),
      );
      child.send(job, (error) => {
        if (error !== null) fail(error);
      });
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    kill();
  }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((entry) => stat(join(entry.parentPath, entry.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
