import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A folder that goes with the test. */
export function scratchFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'toolchain-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Puts a shell script in the place of a program; returns its path. */
export function fakeProgram(folder: string, name: string, body: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A program that only tells its version, whatever it is asked. */
export function fakeVersion(folder: string, name: string, answer: string): string {
  return fakeProgram(folder, name, `echo '${answer}'`);
}

/** What the hosted image of Ubuntu 26.04 has on PATH, and two namesakes: kislyuk's yq, cracklib's packer. */
export function fakeHostedImage(folder: string): void {
  fakeVersion(folder, 'make', 'GNU Make 4.4.1');
  fakeProgram(folder, 'python3', '[ "$1" = --version ] && { echo "Python 3.14.4"; exit; }; exit 1');
  fakeVersion(folder, 'ansible', 'ansible [core 2.21.1]');
  fakeVersion(folder, 'yq', 'yq 3.4.3');
  fakeProgram(folder, 'packer', 'cat >/dev/null; sleep 60');
}
