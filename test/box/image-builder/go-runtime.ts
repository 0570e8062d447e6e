/** What a Go program's `log` package, `os.Exit` and runtime panics look like from outside. */

import { readFileSync } from 'node:fs';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Prints like Go's standard logger: local time with whole seconds, on stderr, exactly one line feed at the end. */
export function log(message: string): void {
  const now = new Date();
  const date = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('/');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(':');
  process.stderr.write(`${date} ${time} ${message.replace(/\n$/, '')}\n`);
}

/** `log.Fatal`: prints and exits with 1; nothing is cleaned up. */
export function fatal(message: string): never {
  log(message);
  process.exit(1);
}

const repository = 'github.com/aws/eks-anywhere-build-tooling/image-builder';
const cobra = 'github.com/spf13/cobra';

/** One call of a goroutine dump; package and file as below the CLI's own repository. */
export type Frame = readonly [call: string, position: string];

/** A Go panic: the goroutine dump on stderr and exit code 2. `frames` are those of the CLI itself, innermost first. */
export function panic(reason: string, frames: readonly Frame[]): never {
  const trace: readonly Frame[] = [
    ...frames.map(([call, position]): Frame => [`${repository}/${call}`, `${repository}/${position}`]),
    [
      `${cobra}.(*Command).execute(0x115f660, {0x3e87ef75280, 0x8, 0x8})`,
      `${cobra}@v1.7.0/command.go:944 +0x89b`,
    ],
    [`${cobra}.(*Command).ExecuteC(0x11601e0)`, `${cobra}@v1.7.0/command.go:1068 +0x398`],
    [`${cobra}.(*Command).Execute(...)`, `${cobra}@v1.7.0/command.go:992`],
    [`${repository}/cmd.Execute(...)`, `${repository}/cmd/root.go:23`],
    ['main.main()', './main.go:10 +0x1a'],
  ];
  const dump = trace.map(([call, position]) => `${call}\n\t${position}\n`).join('');
  process.stderr.write(`panic: runtime error: ${reason}\n\ngoroutine 1 [running]:\n${dump}`);
  process.exit(2);
}

export function panicOfNil(frames: readonly Frame[]): never {
  const signal = '[signal SIGSEGV: segmentation violation code=0x1 addr=0x1b8 pc=0x927d46]';
  return panic(`invalid memory address or nil pointer dereference\n${signal}`, frames);
}

export function panicOfIndex(frames: readonly Frame[]): never {
  return panic('index out of range [0] with length 0', frames);
}

/** The frame of the command's Run function. */
export const runFrame = (
  command: 'build' | 'downloadartifacts' | 'downloadmanifests',
  line: number,
): Frame => {
  const number = { build: 1, downloadartifacts: 2, downloadmanifests: 3 }[command];
  return [
    `cmd.init.func${number}(0x3e87ef72200?, {0xb74c40?, 0x4?, 0xb74c10?})`,
    `cmd/${command}.go:${line} +0xa6`,
  ];
};

/** An error value that the program prints by itself, as opposed to a defect of the stand-in. */
export class GoError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EEXIST: 'file exists',
  EISDIR: 'is a directory',
  ENOTDIR: 'not a directory',
  EXDEV: 'invalid cross-device link',
};

/** How `os.PathError` words the system errors that occur here. */
export function pathError(operation: string, path: string, cause: unknown): GoError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new GoError(`${operation} ${path}: ${reasons[code] ?? code}`);
}

/** `os.ReadFile`: Go opens a directory without complaint and fails at the first read. */
export function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR';
    throw pathError(isFolder ? 'read' : 'open', path, error);
  }
}
