import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Log } from '../log.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

/** Everything that {@link openKvm} changed, for {@link closeKvm}. Goes through the state of the action. */
export interface KvmChange {
  readonly device: string;
  /** Permission bits before. */
  readonly mode: number;
  readonly rulePath: string;
}

export interface KvmAccessOptions {
  readonly device?: string;
  readonly rulePath?: string;
}

/** As GitHub documents it for hosted runners: every user of the machine may use KVM. */
const rule = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"\n';
const usualRulePath = '/etc/udev/rules.d/99-eks-anywhere-node-images-kvm.rules';

/**
 * Opens the device to every user by a rule of udev, as root or by `sudo` without a password.
 *
 * @param onChange told as soon as there is something to take back: this process may be killed at any time
 * @returns what was changed, or why nothing could be
 */
export async function openKvm(
  { device = '/dev/kvm', rulePath = usualRulePath }: KvmAccessOptions = {},
  onChange: (change: KvmChange) => void = () => undefined,
): Promise<KvmChange | string> {
  const mode = (await stat(device)).mode & 0o7777;
  const written = await asRoot(['tee', rulePath], rule);
  if (written.status !== 0) return `sudo does not work without a password: ${firstLine(written)}`;
  const change = { device, mode, rulePath };
  onChange(change);
  await reloadRules();
  if (((await stat(device)).mode & 0o666) !== 0o666) await asRoot(['chmod', '0666', device]);
  return change;
}

/** Takes back what {@link openKvm} did. */
export async function closeKvm({ device, mode, rulePath }: KvmChange, log: Log): Promise<void> {
  await asRoot(['rm', '-f', rulePath]);
  await reloadRules();
  const restored = await asRoot(['chmod', mode.toString(8).padStart(4, '0'), device]);
  if (restored.status === 0) log.info(`${device} has its permissions of before again.`);
  else log.warning(`The permissions of ${device} were not restored: ${firstLine(restored)}`);
}

/** A change as it was written to the state; anything else is none of ours. */
export function parseKvmChange(text: string | undefined): KvmChange | undefined {
  if (text === undefined) return undefined;
  const { device, mode, rulePath } = JSON.parse(text) as Partial<KvmChange>;
  if (typeof device !== 'string' || typeof mode !== 'number' || typeof rulePath !== 'string')
    return undefined;
  return { device, mode, rulePath };
}

/** Whether commands can be run as root without anybody typing a password. */
export async function hasSudo(): Promise<boolean> {
  return userInfo().uid === 0 || (await asRoot(['true'])).status === 0;
}

async function reloadRules(): Promise<void> {
  await asRoot(['udevadm', 'control', '--reload-rules']);
  await asRoot(['udevadm', 'trigger', '--name-match=kvm']);
  await asRoot(['udevadm', 'settle', '--timeout=5']);
}

function asRoot(command: readonly string[], stdin = ''): Promise<ProgramResult> {
  const [file = '', ...args] = userInfo().uid === 0 ? command : ['sudo', '-n', ...command];
  return runProgram(file, args, { timeoutMs: 10_000, stdin });
}

function firstLine({ stderr, end }: ProgramResult): string {
  return end === 'not found' ? 'there is no such program' : (stderr.trim().split('\n')[0] ?? '');
}
