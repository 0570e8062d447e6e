import { ActionError, errorMessage } from '../action-error.ts';
import { type BuiltOutcome, type CellOutcome, outcomeName } from '../image/cell-outcome.ts';
import type { Log } from '../log.ts';
import { uploadDocument } from '../runner/artifacts.ts';
import type { MainContext } from '../runner/run.ts';

/** What both kinds of outcome need of the inputs. */
interface OutcomeInputs {
  readonly cell?: string | undefined;
  readonly 'retention-days': number;
}

/** What a cell says of itself beside what every outcome has. */
export type BuiltFacts = Omit<BuiltOutcome, 'schemaVersion' | 'result' | 'run'>;

/** Long enough for all problems of a config, short enough for a table. */
const longestCause = 2000;

/** Leaves the outcome of a cell that has its image. Outside of a matrix there is nothing to collect. */
export async function uploadBuiltOutcome(facts: BuiltFacts, inputs: OutcomeInputs, log: Log): Promise<void> {
  if (inputs.cell === undefined) return;
  await upload({ schemaVersion: 1, result: 'built', run: thisRun(), ...facts }, inputs, log);
}

/**
 * Runs a cell and, should it fail, leaves the cause for `collect-node-images`: the result of a job says that it failed, and
 * reading its log would need `actions: read`. A cancelled job has no time for it.
 */
export async function leavingCause<Inputs extends OutcomeInputs, T>(
  { inputs, log, secrets, signal }: Pick<MainContext<Inputs, never>, 'inputs' | 'log' | 'secrets' | 'signal'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const id = idOf(inputs.cell);
    if (id !== undefined && !signal.aborted) {
      const text =
        error instanceof ActionError ? [error.headline, ...error.problems].join(' ') : errorMessage(error);
      const cause = secrets.redact(text).slice(0, longestCause);
      await upload({ schemaVersion: 1, id, result: 'failed', cause, run: thisRun() }, inputs, log);
    }
    throw error;
  }
}

async function upload(outcome: CellOutcome, inputs: OutcomeInputs, log: Log): Promise<void> {
  const document = {
    what: 'The outcome of the build, for collect-node-images,',
    name: outcomeName(outcome.id),
    text: `${JSON.stringify(outcome, null, 2)}\n`,
    retentionDays: inputs['retention-days'],
  };
  await uploadDocument(document, log);
}

function thisRun(): CellOutcome['run'] {
  return { id: process.env['GITHUB_RUN_ID'] ?? '', attempt: Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1) };
}

/** A cell was parsed as JSON before main began. */
function idOf(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const { id } = (JSON.parse(cell) ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' && /^[\w.-]+$/.test(id) ? id : undefined;
}
