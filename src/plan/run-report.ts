import * as z from 'zod';
import { sizeInWords } from '../quantities.ts';
import type { RunIndex } from './run-index.ts';

/** One cell of a run, as its index tells. */
type RunCell = RunIndex['cells'][number];

/** What a report remembers of the run before, hidden in the text of the issue. */
const memoryType = z.object({
  schemaVersion: z.literal(1),
  /** Ids of the cells and jobs that failed. */
  failed: z.array(z.string()),
  /** Absent where no run got as far as a release. */
  eksaVersion: z.string().optional(),
});
export type Memory = z.infer<typeof memoryType>;

export interface RunReport {
  /** Whether anything failed or was cancelled. */
  readonly isWell: boolean;
  /** The text of the issue, with the memory for the next run in it. */
  readonly body: string;
  /** What the people who watch the issue should hear; absent when nothing is new. */
  readonly news: string | undefined;
}

/** A job that ended before the report. */
export interface FinishedJob {
  readonly id: string;
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped';
  /** Whether its outputs name an index: the job that collected, or a call of the reusable workflow. */
  readonly madeIndex: boolean;
}

/** What came of a run, as far as it is known. */
export interface RunResult {
  readonly run: Pick<RunIndex['run'], 'id' | 'url'>;
  /** Absent when the run ended before its images were collected. */
  readonly index: RunIndex | undefined;
  /** Of the jobs before the report. */
  readonly jobs: readonly FinishedJob[];
  /** Address of the page about causes, where it is known. */
  readonly troubleshooting: string | undefined;
}

/** A cell of the index, or a job that none of them explains. */
type Item = Pick<RunCell, 'id' | 'name' | 'status' | 'cause' | 'reason' | 'jobUrl'>;

/** GitHub takes 65,536 characters in an issue. */
const mostRows = 120;
const mark = /<!-- node-images-report (\{.*\}) -->/;

/** What the text of an earlier issue remembers, if it is one of ours. */
export function readMemory(body: string | null | undefined): Memory | undefined {
  const [, json] = mark.exec(body ?? '') ?? [];
  if (json === undefined) return undefined;
  try {
    return memoryType.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** Tells what came of a run, and what is new since the one before. */
export function runReport(result: RunResult, before: Memory | undefined): RunReport {
  const { index, run, troubleshooting } = result;
  const cells = index?.cells ?? [];
  const brokenCells = cells.filter(isBroken);
  const items = [...cells, ...jobItems(result, brokenCells.length > 0)];
  const broken = items.filter(isBroken);
  const news = newsOf(result, items, before);
  const body = [
    index
      ? `Run [${run.id}](${run.url}) for EKS Anywhere ${index.eksaVersion}: ${counts(index)}.`
      : `Run [${run.id}](${run.url}) ended before its images were collected: what came of them is not known.`,
    table('Failed or cancelled', ['Image or job', 'Result', 'Cause'], broken, (item) => [
      item.jobUrl ? `[${text(item.name)}](${item.jobUrl})` : text(item.name),
      item.status,
      text(item.cause ?? item.reason ?? 'see its log'),
    ]),
    broken.length > 0 && troubleshooting ? `[What the causes mean, and what to do](${troubleshooting})` : '',
    table('Built', ['Image', 'Size', 'sha256'], index ? withStatus(index, 'built') : [], (cell) => [
      cell.artifactUrl ? `[${text(cell.name)}](${cell.artifactUrl})` : text(cell.name),
      cell.size === undefined ? '' : sizeInWords(cell.size),
      cell.sha256 ? `\`${cell.sha256}\`` : '',
    ]),
    `<!-- node-images-report ${JSON.stringify(memoryOf(result, items, before))} -->`,
  ];
  const isWell = index !== undefined && broken.length === 0;
  return { isWell, body: body.filter((part) => part !== '').join('\n\n'), news };
}

function isBroken({ status }: Item): boolean {
  return status === 'failed' || status === 'cancelled';
}

/** A job that gave the index its name failed because images did, if any did: the images say more. */
function jobItems({ jobs }: RunResult, hasBrokenCells: boolean): readonly Item[] {
  return jobs
    .filter(({ madeIndex }) => !(madeIndex && hasBrokenCells))
    .map(({ id, result }) => ({
      id: `job ${id}`,
      name: `job ${id}`,
      status: result === 'success' ? 'built' : result === 'failure' ? 'failed' : result,
    }));
}

/** What an early end left unknown stays as it was, so that a later run can say that it is well again. */
function memoryOf({ index }: RunResult, items: readonly Item[], before: Memory | undefined): Memory {
  const known = new Set(items.map(({ id }) => id));
  const unknown = index ? [] : (before?.failed ?? []).filter((id) => !known.has(id));
  const eksaVersion = index?.eksaVersion ?? before?.eksaVersion;
  return {
    schemaVersion: 1,
    failed: [...items.filter(isBroken).map(({ id }) => id), ...unknown],
    ...(eksaVersion !== undefined && { eksaVersion }),
  };
}

function withStatus({ cells }: RunIndex, status: RunCell['status']): readonly RunCell[] {
  return cells.filter((cell) => cell.status === status);
}

function counts(index: RunIndex): string {
  return (['built', 'reused', 'failed', 'cancelled', 'skipped'] as const)
    .map((status) => ({ status, count: withStatus(index, status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`)
    .join(', ');
}

function newsOf(
  { index, run }: RunResult,
  items: readonly Item[],
  before: Memory | undefined,
): string | undefined {
  const failedBefore = new Set(before?.failed);
  const broken = items.filter(isBroken);
  const recovered = items.filter((item) => failedBefore.has(item.id) && !isBroken(item));
  const fresh = broken.filter(({ id }) => !failedBefore.has(id));
  const [now, then] = [index?.eksaVersion, before?.eksaVersion];
  const isNewRelease = now !== undefined && then !== undefined && now !== then;
  const sentences = [
    isNewRelease ? `The release is ${now} now; it was ${then}.` : '',
    list('Failed for the first time', fresh, ({ name, cause }) => (cause ? `${name}: ${cause}` : name)),
    list('Well again', recovered, ({ name }) => name),
    index && broken.length === 0 ? 'All is well.' : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? `${sentences.join('\n\n')}\n\n${run.url}` : undefined;
}

function list(lead: string, items: readonly Item[], say: (item: Item) => string): string {
  return items.length === 0 ? '' : `${lead}:\n\n${items.map((item) => `- ${text(say(item))}`).join('\n')}`;
}

function table<T>(
  title: string,
  head: readonly string[],
  items: readonly T[],
  row: (item: T) => readonly string[],
): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, mostRows).map((item) => `| ${row(item).join(' | ')} |`);
  const more = items.length - shown.length;
  return [
    `### ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...shown,
    ...(more > 0 ? ['', `and ${more} more`] : []),
  ].join('\n');
}

/** What a build printed, as plain words: no mention of people, no link, no HTML, no new cell. */
function text(value: string): string {
  return value
    .slice(0, 300)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('|', '\\|')
    .replaceAll('@', '@\u200b')
    .replaceAll('[', '\\[')
    .replace(/\s*\n\s*/g, ' ');
}
