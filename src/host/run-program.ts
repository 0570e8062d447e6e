import { spawn } from 'node:child_process';

export interface ProgramOptions {
  readonly timeoutMs: number;
  readonly environment?: NodeJS.ProcessEnv;
  readonly stdin?: string;
  /** Ends the program as soon as its standard error matches: nothing better will come. */
  readonly hopeless?: RegExp;
}

export interface ProgramResult {
  /** Null when it was killed, or never started. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly end: 'exited' | 'timed out' | 'hopeless' | 'not found';
}

/** Of each stream; the rest is dropped. */
const mostBytes = 256 * 1024;

/** Runs a small program to its end, or to ours. Never throws: a program that is not there is a finding, too. */
export function runProgram(
  file: string,
  args: readonly string[],
  { timeoutMs, environment = process.env, stdin, hopeless }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((done) => {
    const child = spawn(file, args, {
      env: environment,
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let end: ProgramResult['end'] = 'exited';
    let stdout = '';
    let stderr = '';
    const kill = (why: ProgramResult['end']) => {
      end = why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(kill, timeoutMs, 'timed out');
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < mostBytes) stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < mostBytes) stderr += text;
      if (end === 'exited' && hopeless?.test(stderr)) kill('hopeless');
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
    child.on('error', () => {
      clearTimeout(timer);
      done({ status: null, stdout, stderr, end: 'not found' });
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      done({ status, stdout, stderr, end });
    });
  });
}
