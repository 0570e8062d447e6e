import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type * as z from 'zod';
import { ActionError, errorMessage } from '../action-error.ts';
import { type CellOutcome, outcomeName, parseOutcome } from '../image/cell-outcome.ts';
import { parseSkipped } from '../image/collected-inputs.ts';
import {
  type CollectedRun,
  checksumLines,
  collectRun,
  type IndexedImage,
  indexOf,
} from '../image/image-index.ts';
import { inGroup, type Log } from '../log.ts';
import { mayUseRecords, recordName } from '../plan/record.ts';
import { parseIndex, type RunIndex } from '../plan/run-index.ts';
import { uploadBeside } from '../runner/artifacts.ts';
import type { MainContext } from '../runner/run.ts';
import { openRunArtifacts, type RunArtifacts } from '../runner/run-artifacts.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { writeSummary } from '../runner/summary.ts';
import { thisRun } from '../runner/this-run.ts';
import type { collectInputs, collectOutputs } from './collect-node-images.ts';
import { collectSummary } from './collect-report.ts';
import { jobsOfCells } from './jobs-of-cells.ts';
import { recordText, uploadRecord } from './upload-record.ts';

type Inputs = z.output<typeof collectInputs>;
type Context = MainContext<Inputs, (typeof collectOutputs)[number]>;

/** From what all cells left to one index, one file of checksums, one table; then the records. */
export async function collectImages(context: Context) {
  const { inputs, log, secrets } = context;
  const skipped = inputs['plan-file'] === undefined ? [] : parseSkipped(await readPlan(inputs['plan-file']));
  const run = await openRunArtifacts();
  const outcomes = await inGroup(log, 'Read the outcome of each image', () =>
    readOutcomes(inputs.cells, run, log),
  );
  const jobs = await jobsOfCells(outcomes, context);
  const current = thisRun();
  const { artifacts } = run;
  const { cells, reused } = inputs;
  const collected = collectRun({
    ...{ cells, outcomes, jobs, artifacts, reused, skipped },
    ...{ runId: current.id, runUrl: current.url },
  });

  await refuseOtherIndex(inputs, run, current);
  const paths = await writeIndex(collected.images, inputs, current);
  const outputs = { ...paths, ...idsByStatus(collected.images) };
  context.setOutputs(outputs);
  await inGroup(log, 'Upload the index', async () => {
    const retentionDays = inputs['retention-days'];
    await uploadBeside({ what: 'The index', path: paths['index-path'], retentionDays }, log);
    // The service takes no file without content.
    if (checksumLines(collected.images) === '') return;
    const path = paths['checksums-path'];
    await uploadBeside({ what: 'The file of checksums', path, retentionDays }, log);
  });
  const promoted = await promote(collected, run, context);
  await writeSummary(collectSummary(inputs['index-name'], collected.images), secrets);
  log.info(`${promoted} records promoted`);
  refuseProblems(collected);
  return outputs;
}

async function readPlan(path: string): Promise<string> {
  try {
    return await readFile(resolve(path), 'utf8');
  } catch (cause) {
    throw new ActionError(`\`plan-file\` cannot be read: ${path}`, {
      problems: [errorMessage(cause)],
      fix: 'Upload the file at the output `plan-path` in the job that plans, and download it in this one; or leave `plan-file` out.',
      cause,
    });
  }
}

async function readOutcomes(
  cells: Inputs['cells'],
  run: RunArtifacts,
  log: Log,
): Promise<ReadonlyMap<string, CellOutcome>> {
  const outcomes = new Map<string, CellOutcome>();
  for (const { id } of cells) {
    const artifact = run.artifacts.find(({ name }) => name === outcomeName(id));
    const outcome = artifact && parseOutcome(await run.text(artifact), id);
    if (outcome !== undefined) outcomes.set(id, outcome);
    log.info(`${id}: ${outcome?.result ?? 'no outcome'}`);
  }
  return outcomes;
}

/**
 * Two plans of one run that are collected under one name would lose the first index. A later attempt, or a second
 * look at the same cells, takes the place of the first on purpose.
 */
async function refuseOtherIndex(
  { cells, 'index-name': indexName }: Inputs,
  { artifacts, text }: RunArtifacts,
  { attempt }: RunIndex['run'],
): Promise<void> {
  const artifact = artifacts.find(({ name }) => name === `${indexName}.json`);
  const index = artifact && parseIndex(await text(artifact));
  if (index?.run.attempt !== attempt || index.cells.length === 0 || cells.length === 0) return;
  if (index.cells.some(({ id }) => cells.some((cell) => cell.id === id))) return;
  throw new ActionError(`This run has an index of other images under the name \`${indexName}\`.`, {
    problems: [`It is of ${index.eksaVersion}, with ${index.cells.map(({ id }) => id).join(', ')}.`],
    why: 'Two jobs of this run collect the images of different plans.',
    fix: 'Give each of them its own `index-name`.',
  });
}

async function writeIndex(images: readonly IndexedImage[], inputs: Inputs, run: RunIndex['run']) {
  const folder = resolve(inputs.destination ?? join(runnerTemp(), 'node-images'));
  await mkdir(folder, { recursive: true });
  const indexPath = join(folder, `${inputs['index-name']}.json`);
  const checksumsPath = join(folder, `${inputs['index-name']}.SHA256SUMS`);
  await writeFile(indexPath, `${JSON.stringify(indexOf(images, run), null, 2)}\n`);
  await writeFile(checksumsPath, checksumLines(images));
  return { 'index-path': indexPath, 'checksums-path': checksumsPath };
}

function idsByStatus(images: readonly IndexedImage[]) {
  const ids = (wanted: IndexedImage['status']) =>
    JSON.stringify(images.filter(({ status }) => status === wanted).map(({ id }) => id));
  const [built, reused, failed] = [ids('built'), ids('reused'), ids('failed')];
  return { built, reused, failed, cancelled: ids('cancelled'), skipped: ids('skipped') };
}

/** One that is there already is from a cell with `record: final` or an earlier attempt; its name alone proves nothing. */
async function promote(
  { records }: CollectedRun,
  run: RunArtifacts,
  { inputs, log }: Context,
): Promise<number> {
  if (!inputs.promote || !mayUseRecords(process.env['GITHUB_EVENT_NAME'])) return 0;
  return inGroup(log, 'Promote the records', async () => {
    let promoted = 0;
    for (const record of records) {
      const existing = run.artifacts.find(({ name }) => name === recordName(record));
      if (existing !== undefined && (await run.text(existing)) === recordText(record)) continue;
      if ((await uploadRecord(record, inputs['retention-days'], log)) !== undefined) promoted += 1;
    }
    return promoted;
  });
}

function refuseProblems({ problems }: CollectedRun): void {
  if (problems.length === 0) return;
  throw new ActionError('Images that were uploaded are not there as they were built.', {
    problems,
    why: 'Somebody deleted or replaced them after the upload, or two jobs built the same image.',
    fix: 'Look who may write artifacts of this run, then build again. No record was promoted for them.',
  });
}
