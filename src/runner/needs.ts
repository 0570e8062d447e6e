import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import type { FinishedJob } from '../plan/run-report.ts';

/** docs.github.com, "Contexts reference": `needs.<job_id>.result` and `.outputs`. */
const needsType = z.record(
  z.string(),
  z.object({
    result: z.enum(['success', 'failure', 'cancelled', 'skipped']),
    // GitHub writes an empty object where a job has none, nektos/act `null`.
    outputs: z.record(z.string(), z.string()).nullish(),
  }),
);

/**
 * Reads `toJSON(needs)`.
 *
 * @throws ActionError when it is something else.
 */
export function parseNeeds(text: string): readonly FinishedJob[] {
  const needs = read(text);
  if (needs === undefined) {
    throw new ActionError('`needs` is not the context of that name.', {
      fix: 'Write `needs: ${{ toJSON(needs) }}`.',
    });
  }
  return Object.entries(needs).map(([id, { result, outputs }]) => ({
    id,
    result,
    madeIndex: Object.hasOwn(outputs ?? {}, 'index-name'),
  }));
}

function read(text: string): z.infer<typeof needsType> | undefined {
  try {
    return needsType.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
