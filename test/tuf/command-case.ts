import type { TufCase } from './case.ts';
import type { Attempt, Verdict } from './clients.ts';

/** What cases.json calls them. */
export const commandGroup = 'Command line';

/**
 * One way to call `tuftool download` on a good repository, beside what an action has in its place. Inputs are read, files
 * placed and signals taken by the action and not by the modules that the other cases run, so that a test of the action
 * proves what is said of it.
 */
export interface CommandCase {
  /** Instead of the arguments that the documentation of EKS Anywhere has. */
  readonly call?: (call: Call, attempt: Attempt) => Call;
  readonly repository?: TufCase;
  /** Done before, in the folder of the attempt. */
  readonly prepare?: (attempt: Attempt) => void;
  /** Sent as soon as a part of the image is on disk. */
  readonly signal?: NodeJS.Signals;
  readonly ours: Verdict;
  readonly proof: Proof;
  /** Where ours differs from tuftool: why that is right. */
  readonly why?: string;
}

/** Arguments of `tuftool download`: OUTDIR first; a value of `true` is a flag. */
export interface Call {
  readonly outdir: string;
  readonly options: Readonly<Record<string, string | readonly string[] | true>>;
}

/** A test, by its file and its name. */
export interface Proof {
  readonly file: string;
  readonly test: string;
}

export type CommandCases = Readonly<Record<string, CommandCase>>;
