import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from './command.ts';

/** How a child ended: exactly one of the two is set. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  readonly workingDirectory: string;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
  /** Called with what identifies the group to another process, as soon as it runs. */
  readonly onStart?: (identity: string) => void;
}

/** How long a group may take to end after SIGTERM: Packer then shuts its virtual machine down. */
const gracePeriod = 6_000;

/** How long to read on after the child's exit; its grandchildren may hold the pipes open for ever. */
const drainPeriod = 2_000;

const longestLine = 64 * 1024;

/**
 * Runs a command in a process group of its own and ends the whole group with it: the image-builder CLI forwards
 * no signal, so that make, Packer and QEMU would live on. (@actions/exec cannot start a group.)
 *
 * @throws the signal's reason when aborted; an error with `code: 'ENOENT'` and the like when it cannot start.
 */
export async function runInGroup(command: Command, options: RunOptions): Promise<Exit> {
  options.signal.throwIfAborted();
  const child = spawn(command.file, [...command.args], {
    cwd: options.workingDirectory,
    env: { ...command.environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[Exit['code'], Exit['signal']]>;
  // When it cannot start, both waits fail with the same error; the second one is the one that is told.
  exited.catch(() => {});
  await once(child, 'spawn');
  const group = child.pid as number;
  options.onStart?.(identityOf(group));

  const drained = Promise.all([
    readLines(child.stdout, options.onLine),
    readLines(child.stderr, options.onLine),
  ]);
  let ending: Promise<void> | undefined;
  const end = () => (ending ??= endGroup(group));
  options.signal.addEventListener('abort', end, { once: true });
  if (options.signal.aborted) void end();
  const [code, signal] = await exited;
  // What orphans say after a leader was killed is no longer about this build.
  if (signal !== null && !options.signal.aborted) closePipes(child);
  await Promise.race([drained, sleep(drainPeriod, undefined, { ref: false })]);
  options.signal.removeEventListener('abort', end);
  await end();
  closePipes(child);
  await drained;
  options.signal.throwIfAborted();
  return { code, signal };
}

/** Ends a group that an earlier process started, if it is still the same one. */
export async function endGroupByIdentity(identity: string): Promise<void> {
  const group = Number(identity.split(':')[0]);
  if (Number.isSafeInteger(group) && group > 1 && identityOf(group) === identity) await endGroup(group);
}

/** `<pid>:<start time>`: a process id alone may have been given to a stranger since. Linux only (proc(5)). */
function identityOf(pid: number): string {
  return `${pid}:${processStatus(pid)?.startTime ?? ''}`;
}

/** What proc(5) says in `/proc/<pid>/stat`; the second field, the name, may hold blanks and parentheses. */
function processStatus(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', group: Number(fields[2]), startTime: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

async function endGroup(group: number): Promise<void> {
  if (!signalGroup(group, 'SIGTERM')) return;
  const deadline = Date.now() + gracePeriod;
  while (Date.now() < deadline) {
    await sleep(50);
    if (!isRunning(group)) return;
  }
  signalGroup(group, 'SIGKILL');
}

/**
 * Whether anything of the group still runs. Zombies can be signalled but do not run, and in a container whose first
 * process reaps no orphans they stay for ever.
 */
function isRunning(group: number): boolean {
  if (!signalGroup(group, 0)) return false;
  if (!existsSync('/proc/self/stat')) return true;
  return readdirSync('/proc').some((name) => {
    const status = /^\d+$/.test(name) ? processStatus(Number(name)) : undefined;
    return status?.group === group && !/[ZX]/i.test(status.state);
  });
}

/** Whether the group still had a process to signal. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
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

function closePipes(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
}
