/** What an {@link ActionError} says beside its headline. */
export interface ErrorDetails {
  /** Every problem of this kind that was found, one sentence each. */
  readonly problems?: readonly string[];
  /** The most likely reason, one sentence. */
  readonly why?: string;
  /** What to change, one sentence per line. */
  readonly fix?: string;
  /** Lines of files of the user that some of the problems are about. */
  readonly places?: readonly ProblemPlace[];
  /** What explains it below docs, such as `troubleshooting/build.md#ssh-timeout`, where the headline alone does not tell. */
  readonly help?: string | undefined;
  readonly cause?: unknown;
}

/** One line of a file, by the path that the user gave, and what is wrong there. */
export interface ProblemPlace {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * An error for the person who reads a failed job at 3 a.m.: what failed (with the value), why it most likely
 * did, and what to change. The headline stands alone; the message joins all parts.
 */
export class ActionError extends Error {
  readonly headline: string;
  readonly problems: readonly string[];
  readonly why: string | undefined;
  readonly fix: string | undefined;
  readonly places: readonly ProblemPlace[];
  readonly help: string | undefined;

  constructor(headline: string, details: ErrorDetails = {}) {
    const { problems = [], why, fix, places = [], help, cause } = details;
    super(
      [headline, ...problems.map((problem) => `  - ${problem}`), why, fix && `Fix: ${fix}`]
        .filter((line) => line !== undefined && line !== '')
        .join('\n'),
      cause === undefined ? {} : { cause },
    );
    this.name = 'ActionError';
    this.headline = headline;
    this.problems = problems;
    this.why = why;
    this.fix = fix;
    this.places = places;
    this.help = help;
  }
}

/** The text of anything that was thrown; the one place that turns `unknown` into words. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  return error.message || code || error.name;
}
