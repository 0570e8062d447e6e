import * as core from '@actions/core';
import { ActionError } from '../action-error.ts';
import type { Secrets } from './secrets.ts';

/** What an action may say to later steps; `undefined` becomes the empty text. */
export type Outputs<Name extends string> = Readonly<Partial<Record<Name, string | number | undefined>>>;

/** GitHub allows 1 MB for all outputs of a job; a step that stays below this leaves room for a matrix. */
const largestOutput = 64 * 1024;

/** What only makes sense whole: a matrix of 256 cells with their configs, and the images that stand in for others. */
const wholeOutputs: readonly string[] = ['matrix', 'reused'];
const largestWholeOutput = 384 * 1024;

/**
 * Sets all outputs or none.
 *
 * @throws ActionError when one is too large or would hold a secret: the runner would silently blank it for
 *   other jobs, or a later step would print it.
 */
export function setOutputs(outputs: Outputs<string>, secrets: Secrets): void {
  const texts = Object.entries(outputs).map(([name, value]) => [name, String(value ?? '')] as const);
  const problems = texts.flatMap(([name, value]) => {
    const limit = wholeOutputs.includes(name) ? largestWholeOutput : largestOutput;
    if (Buffer.byteLength(value) > limit)
      return [`\`${name}\` has ${Buffer.byteLength(value)} bytes; the limit is ${limit}`];
    if (secrets.isHeldBy(value)) return [`\`${name}\` would hold a secret value`];
    return [];
  });
  if (problems.length > 0) {
    throw new ActionError('The outputs were not set.', {
      problems,
      fix: 'Do not use a secret as part of a name, path or version; use a longer secret that appears nowhere else.',
    });
  }
  for (const [name, value] of texts) core.setOutput(name, value);
}
