import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../fixtures/upstream-logs');

/** A run of the real CLI: what it printed, and how it ended. */
export interface Recording {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exitCode: number | undefined;
  /** Both streams in the order of the run: the CLI's words, make's output, the CLI's last words. */
  readonly lines: readonly string[];
}

export function readRecording(name: string): Recording {
  const text = readFileSync(join(folder, `${name}.log`), 'utf8');
  const stdout = section(text, '--- stdout\n');
  const stderr = section(text, '--- stderr\n');
  const make = stderr.findIndex((line) => /Executing command: \S+ -c make -C /.test(line));
  const code = /^--- exit code: (\d+)/m.exec(text)?.[1];
  return {
    stdout,
    stderr,
    exitCode: code === undefined ? undefined : Number(code),
    lines: [...stderr.slice(0, make + 1), ...stdout, ...stderr.slice(make + 1)],
  };
}

function section(text: string, heading: string): string[] {
  const start = text.indexOf(heading);
  if (start < 0) throw new RangeError(`no section ${heading}`);
  const end = text.indexOf('\n--- ', start + heading.length);
  return text.slice(start + heading.length, end < 0 ? undefined : end).split('\n');
}
