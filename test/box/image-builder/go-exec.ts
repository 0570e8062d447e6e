/** `os/exec` as the CLI uses it. */

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { GoError, log } from './go-runtime.ts';

/**
 * Runs a command line by `bash -c` with this process's own stdio. Nothing forwards a signal: when this process dies the
 * command lives on and keeps the inherited pipes open. Throws what Go's exec.ExitError says.
 */
export function runInShell(commandLine: string, environment: Readonly<Record<string, string>> = {}): void {
  log(`Executing command: ${lookPath('bash')} -c ${commandLine}`);
  const { status, signal } = spawnSync('bash', ['-c', commandLine], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (status === 0) return;
  const end = status === null ? `signal: ${goSignalName(signal)}` : `exit status ${status}`;
  throw new GoError(`failed to run command: ${end}`);
}

/** Runs a command for its output. */
export function outputOf(command: string, args: readonly string[]): string {
  log(`Executing command: ${lookPath(command)} ${args.join(' ')}`);
  return spawnSync(command, args, { encoding: 'utf8' }).stdout.trim();
}

const goSignalName = (signal: string | null): string =>
  ({ SIGKILL: 'killed', SIGTERM: 'terminated', SIGINT: 'interrupt' })[signal ?? ''] ?? String(signal);

/** exec.LookPath: Go logs the resolved path. */
function lookPath(command: string): string {
  const candidates = (process.env['PATH'] ?? '').split(':').map((folder) => path.join(folder, command));
  const isExecutable = (file: string): boolean => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return candidates.find(isExecutable) ?? command;
}
