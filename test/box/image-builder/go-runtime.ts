/** What a Go program's `log` package, `os.Exit` and runtime panics look like from outside. */

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

/** A Go panic: the goroutine dump on stderr and exit code 2. `frames` are those of package builder, innermost first. */
export function panic(reason: string, frames: readonly (readonly [call: string, position: string])[]): never {
  const trace: readonly (readonly string[])[] = [
    ...frames.map(([call, position]) => [
      `${repository}/builder.${call}`,
      `${repository}/builder/${position}`,
    ]),
    [
      `${repository}/cmd.init.func1(0x3e87ef72200?, {0xb74c40?, 0x4?, 0xb74c10?})`,
      `${repository}/cmd/build.go:39 +0xa6`,
    ],
    [
      'github.com/spf13/cobra.(*Command).execute(0x115f660, {0x3e87ef75280, 0x8, 0x8})',
      'github.com/spf13/cobra@v1.7.0/command.go:944 +0x89b',
    ],
    [
      'github.com/spf13/cobra.(*Command).ExecuteC(0x11601e0)',
      'github.com/spf13/cobra@v1.7.0/command.go:1068 +0x398',
    ],
    ['github.com/spf13/cobra.(*Command).Execute(...)', 'github.com/spf13/cobra@v1.7.0/command.go:992'],
    [`${repository}/cmd.Execute(...)`, `${repository}/cmd/root.go:23`],
    ['main.main()', './main.go:10 +0x1a'],
  ];
  const dump = trace.map(([call, position]) => `${call}\n\t${position}\n`).join('');
  process.stderr.write(`panic: runtime error: ${reason}\n\ngoroutine 1 [running]:\n${dump}`);
  process.exit(2);
}

/** An error value that the program prints by itself, as opposed to a defect of the stand-in. */
export class GoError extends Error {}

/** How `os.PathError` words the system errors that occur here. */
export function pathError(operation: string, path: string, cause: unknown): GoError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or directory',
    EACCES: 'permission denied',
    EISDIR: 'is a directory',
    ENOTDIR: 'not a directory',
  };
  // Go opens a directory without complaint and fails at the first read.
  return new GoError(`${code === 'EISDIR' ? 'read' : operation} ${path}: ${reasons[code] ?? code}`);
}
