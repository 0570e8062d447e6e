import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from './command.ts';
import { endGroup, type GroupIdentity, identityOf, signalGroup, waitForGroup } from './process-group.ts';

/** How a child ended: exactly one of the two is set. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  readonly workingDirectory: string;
  /**
   * The job is cancelled: the group is told once, and waited for as long as the runner lets this process live.
   * What then still runs is left to the post step.
   */
  readonly cancelled: AbortSignal;
  /** The build must not go on: the group is ended, by force if need be. */
  readonly stopped: AbortSignal;
  readonly onLine: (line: string) => void;
  /** Called with what identifies the group to another process, before anything of it is waited for. */
  readonly onStart: (identity: GroupIdentity) => void;
  /** Called before the group is told to end because the job is cancelled. */
  readonly onFarewell: () => void;
  readonly patience?: Patience;
}

/** How long a group is waited for, in milliseconds. */
export interface Patience {
  /** GitHub sends SIGTERM 7.5 seconds after SIGINT and kills this process with its children 2.5 seconds later. */
  readonly cancelled: number;
  /** Packer deletes its virtual machine after SIGTERM; on vCenter that takes a while. */
  readonly stopped: number;
}

const usualPatience: Patience = { cancelled: 6_000, stopped: 60_000 };

/** How long to read on after the child's exit; its grandchildren may hold the pipes open for ever. */
const drainPeriod = 2_000;

const longestLine = 64 * 1024;

/**
 * Runs a command in a process group of its own and ends the whole group with it: the image-builder CLI forwards
 * no signal, so that make, Packer and QEMU would live on. (@actions/exec cannot start a group.)
 *
 * @throws the reason of the signal that was aborted; an error with `code: 'ENOENT'` and the like when it cannot start
 */
export async function runInGroup(command: Command, options: RunOptions): Promise<Exit> {
  const { cancelled, stopped, patience = usualPatience } = options;
  const aborted = AbortSignal.any([cancelled, stopped]);
  aborted.throwIfAborted();
  const child = spawn(command.file, [...command.args], {
    cwd: options.workingDirectory,
    env: { ...command.environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = child.pid === undefined ? undefined : identityOf(child.pid);
  if (group !== undefined) options.onStart(group);
  const exited = once(child, 'exit') as Promise<[Exit['code'], Exit['signal']]>;
  // When it cannot start, both waits fail with the same error; the second one is the one that is told.
  exited.catch(() => {});
  await once(child, 'spawn');

  const drained = Promise.all([
    readLines(child.stdout, options.onLine),
    readLines(child.stderr, options.onLine),
  ]);
  await Promise.race([exited, settled(aborted)]);
  if (aborted.aborted) {
    await sayFarewell(group ?? '', options, patience);
    await Promise.race([drained, sleep(drainPeriod, undefined, { ref: false })]);
    release(child);
    throw aborted.reason;
  }

  const [code, signal] = await exited;
  // What orphans say after a leader was killed is no longer about this build.
  if (signal !== null) release(child);
  await Promise.race([drained, sleep(drainPeriod, undefined, { ref: false })]);
  await endGroup(group ?? '', { signal: 'SIGTERM', patienceMs: patience.stopped });
  release(child);
  await drained;
  return { code, signal };
}

function settled(signal: AbortSignal): Promise<unknown> {
  return signal.aborted ? Promise.resolve() : once(signal, 'abort');
}

async function sayFarewell(
  group: GroupIdentity,
  { cancelled, onFarewell }: RunOptions,
  patience: Patience,
): Promise<void> {
  if (!cancelled.aborted) return endGroup(group, { signal: 'SIGTERM', patienceMs: patience.stopped });
  onFarewell();
  signalGroup(group, 'SIGINT');
  await waitForGroup(group, patience.cancelled);
}

/** Splits a stream into lines; one that never ends is cut, so that a broken child cannot fill the memory. */
function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
    if (rest.length > longestLine) {
      onLine(rest);
      rest = '';
    }
  };
  stream.on('data', (chunk: Buffer) => take(decoder.decode(chunk, { stream: true })));
  return new Promise((resolve) => {
    stream.once('close', () => {
      take(decoder.decode());
      if (rest !== '') onLine(rest);
      resolve();
    });
  });
}

/** Lets this process end while grandchildren hold the pipes. */
function release(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
}
