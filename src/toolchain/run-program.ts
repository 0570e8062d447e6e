import { ActionError, errorMessage } from '../action-error.ts';
import { runInGroup } from '../image-builder/run-in-group.ts';

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDirectory?: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Called with each line, without user-info of URLs. */
  readonly onLine?: (line: string) => void;
}

export interface Ended {
  readonly code: number;
  /** The last lines of both streams, without user-info of URLs. */
  readonly lines: readonly string[];
}

/** Enough to find the error in; a compiler may say more. */
const keptLines = 400;

/**
 * Runs a program to its end, whatever its exit code.
 *
 * @throws ActionError when it cannot be started, was killed, or takes too long; the reason of `signal`
 */
export async function runProgram(program: Program): Promise<Ended> {
  const { file, args, environment, workingDirectory = '/', timeoutMs, signal, onLine } = program;
  const redact = userInfoFilter(environment);
  const lines: string[] = [];
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const exit = await runInGroup(
      { file, args, environment: definedOnly(environment) },
      {
        workingDirectory,
        cancelled: signal,
        stopped: late,
        onLine: (line) => {
          const printable = redact(line.trimEnd());
          lines.push(printable);
          if (lines.length > keptLines) lines.shift();
          onLine?.(printable);
        },
        onStart: () => {},
        onFarewell: () => {},
        patience: { cancelled: 3_000, stopped: 3_000 },
      },
    );
    if (exit.code !== null) return { code: exit.code, lines };
    throw new ActionError(`${file} was killed by ${exit.signal}.`, { problems: lastWords(lines) });
  } catch (cause) {
    if (cause instanceof ActionError || signal.aborted) throw cause;
    if (late.aborted) {
      throw new ActionError(`${file} did not end within ${timeoutMs / 1000} seconds.`, {
        problems: lastWords(lines),
      });
    }
    throw new ActionError(`${file} cannot be started: ${errorMessage(cause)}`, { cause });
  }
}

/** What a program said last, for the list of problems in an error. */
export function lastWords(lines: readonly string[], count = 6): readonly string[] {
  return lines.filter((line) => line.trim() !== '').slice(-count);
}

/**
 * Takes the user-info out of every URL of a line, and the passwords that the environment's URLs (proxies, package
 * indexes) hold out of anything else: pip and apt repeat the addresses that they were given.
 */
export function userInfoFilter(environment: NodeJS.ProcessEnv): (line: string) => string {
  const passwords = Object.values(environment).flatMap((value = '') =>
    [...value.matchAll(/(?:^|[\s,/])[^\s/:@]*:([^\s/]+)@/g)].flatMap(([, password = '']) => [
      password,
      decoded(password),
    ]),
  );
  return (line) =>
    passwords.reduce(
      (text, password) => text.replaceAll(password, '***'),
      line.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s]+@/gi, '$1***@'),
    );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
