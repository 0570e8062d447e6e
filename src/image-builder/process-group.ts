import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A group of processes as another process can find it again: `<group id>:<start time of its leader>`. The id alone
 * may have been given to a stranger since. The start time is that of proc(5), so Linux only.
 */
export type GroupIdentity = string;

/** How a group is asked to end, and for how long it is waited for. */
export interface Farewell {
  readonly signal: NodeJS.Signals;
  readonly patienceMs: number;
}

interface ProcessStatus {
  readonly state: string;
  readonly group: number;
  readonly session: number;
  readonly startTime: number;
}

/** The identity of the group that a process leads; also of a single process that leads none. */
export function identityOf(pid: number): GroupIdentity {
  return `${pid}:${processStatus(pid)?.startTime ?? 0}`;
}

/** Whether the very process that an identity was made of still runs. */
export function isProcessRunning(identity: GroupIdentity): boolean {
  const { id, startTime } = parse(identity);
  const status = processStatus(id);
  return status !== undefined && status.startTime === startTime && isAlive(status);
}

/**
 * Whether anything of a group still runs, its leader or what the leader left behind. Zombies do not run; in a
 * container whose first process reaps no orphans they stay for ever.
 */
export function isGroupRunning(identity: GroupIdentity): boolean {
  return members(identity).some(isAlive);
}

/** Sends a signal to every process of a group, if it is still the same group. */
export function signalGroup(identity: GroupIdentity, signal: NodeJS.Signals): void {
  if (!isGroupRunning(identity)) return;
  try {
    process.kill(-parse(identity).id, signal);
  } catch {
    // It ended in between.
  }
}

/** Waits until a group has ended. @returns whether it has */
export async function waitForGroup(identity: GroupIdentity, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (isGroupRunning(identity)) {
    if (Date.now() >= deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Asks a group to end, once: Packer takes a second signal as leave to abandon its virtual machine. Then kills it. */
export async function endGroup(identity: GroupIdentity, { signal, patienceMs }: Farewell): Promise<void> {
  signalGroup(identity, signal);
  if (await waitForGroup(identity, patienceMs)) return;
  signalGroup(identity, 'SIGKILL');
  await waitForGroup(identity, 1_000);
}

/**
 * The kernel gives no process an id that a group still bears. So while the leader lives its start time decides; once
 * it is gone, what is left in the group and in the session that it led, and is not older, is its own.
 */
function members(identity: GroupIdentity): ProcessStatus[] {
  const { id, startTime } = parse(identity);
  if (!existsSync('/proc/self/stat') || !Number.isSafeInteger(id) || id <= 1) return [];
  const leader = processStatus(id);
  if (leader !== undefined && leader.startTime !== startTime) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => processStatus(Number(name)))
    .filter((status) => status !== undefined)
    .filter(({ group, session, startTime: own }) => group === id && session === id && own >= startTime);
}

function isAlive({ state }: ProcessStatus): boolean {
  return !/[ZX]/i.test(state);
}

function parse(identity: GroupIdentity): { id: number; startTime: number } {
  const [id, startTime] = identity.split(':').map(Number);
  return { id: id ?? Number.NaN, startTime: startTime ?? Number.NaN };
}

/** `/proc/<pid>/stat` of proc(5); the second field, the name, may hold blanks and parentheses. */
function processStatus(pid: number): ProcessStatus | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      state: fields[0] ?? '',
      group: Number(fields[2]),
      session: Number(fields[3]),
      startTime: Number(fields[19]),
    };
  } catch {
    return undefined;
  }
}
