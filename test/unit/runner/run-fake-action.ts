import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

export interface FakeRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of stdout that are workflow commands of this name. */
  readonly commands: (name: string) => string[];
  /** The raw text of the runner's file. */
  readonly file: (name: 'OUTPUT' | 'STATE' | 'STEP_SUMMARY') => Promise<string>;
}

interface FakeOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Sent once the action prints `ready`. */
  readonly interrupt?: NodeJS.Signals;
}

/** Runs `fake-action.ts` as the runner runs an action, with command files of its own. */
export async function runFakeAction(
  t: TestContext,
  [phase, scenario]: readonly ['main' | 'post', string],
  { environment = {}, interrupt }: FakeOptions = {},
): Promise<FakeRun> {
  const folder = await mkdtemp(join(tmpdir(), 'fake-action-'));
  t.after(() => rm(folder, { recursive: true }));
  const names = ['OUTPUT', 'STATE', 'STEP_SUMMARY'] as const;
  await Promise.all(names.map((name) => writeFile(join(folder, name), '')));
  const files = Object.fromEntries(names.map((name) => [`GITHUB_${name}`, join(folder, name)]));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fake-action.ts'), phase, scenario], {
    env: { PATH: process.env['PATH'], ...files, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (interrupt !== undefined) {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready')) child.kill(interrupt);
    });
  }
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return {
    exitCode,
    stdout,
    stderr,
    commands: (name) =>
      stdout.split('\n').filter((line) => line.startsWith(`::${name} `) || line.startsWith(`::${name}::`)),
    file: (name) => readFile(join(folder, name), 'utf8'),
  };
}
