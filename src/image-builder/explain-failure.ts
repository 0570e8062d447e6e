import type { BuildLog } from './build-log.ts';
import { knownCauseOf } from './known-causes.ts';
import { isVague, reasonInPackerLog } from './packer-log.ts';

/** A failed build in words for its reader. */
export interface FailureExplanation {
  readonly phase: string;
  /** The line that matters, and what else belongs to it. */
  readonly problems: readonly string[];
  /** The id in the catalogue of known causes, when it is one. */
  readonly knownCause?: string;
  readonly why?: string;
  readonly fix?: string;
  /** Whether the same build may well succeed when it is tried again. */
  readonly isTransient: boolean;
}

/**
 * Why a build failed: the line of its log that matters, what packer.log in its working directory adds to a vague
 * one, and what is known about such a failure. Undefined when the log says nothing at all.
 */
export async function explainFailure(
  buildLog: BuildLog,
  workFolder: string,
): Promise<FailureExplanation | undefined> {
  const cause = buildLog.cause();
  if (cause === undefined) return undefined;
  const { phase, line, makeTarget, earlier } = cause;
  const detail = isVague(line) ? await reasonInPackerLog(workFolder) : undefined;
  const known = knownCauseOf(detail === undefined ? line : `${line} (packer.log: ${detail})`);
  const why = [known?.explanation, makeTarget && `make stopped at ${makeTarget}.`].filter(Boolean).join(' ');
  return {
    phase,
    problems: [
      line,
      ...(detail ? [`packer.log: ${detail}`] : []),
      ...(earlier ? [`before: ${earlier}`] : []),
    ],
    ...(known && { knownCause: known.id, fix: known.fix }),
    ...(why !== '' && { why }),
    isTransient: known?.isTransient ?? false,
  };
}
