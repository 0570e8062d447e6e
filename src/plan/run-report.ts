import * as z from 'zod';
import { sizeInWords } from '../quantities.ts';
import type { RunIndex } from './run-index.ts';

/** One cell of a run, as its index tells. */
type RunCell = RunIndex['cells'][number];

/** What a report remembers of the run before, hidden in the text of the issue. */
const memoryType = z.object({
  schemaVersion: z.literal(1),
  /** Ids of the cells that failed. */
  failed: z.array(z.string()),
  eksaVersion: z.string(),
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

/**
 * Tells what came of a run, and what is new since the one before.
 *
 * @param troubleshooting address of the page about causes, where it is known
 */
export function runReport(
  index: RunIndex,
  before: Memory | undefined,
  troubleshooting: string | undefined,
): RunReport {
  const broken = index.cells.filter(({ status }) => status === 'failed' || status === 'cancelled');
  const memory: Memory = {
    schemaVersion: 1,
    failed: broken.map(({ id }) => id),
    eksaVersion: index.eksaVersion,
  };
  const news = newsOf(index, broken, before);
  const body = [
    `Run [${index.run.id}](${index.run.url}) for EKS Anywhere ${index.eksaVersion}: ${counts(index)}.`,
    table('Failed or cancelled', ['Image', 'Result', 'Cause'], broken, (cell) => [
      cell.jobUrl ? `[${text(cell.name)}](${cell.jobUrl})` : text(cell.name),
      cell.status,
      text(cell.cause ?? cell.reason ?? 'see its job'),
    ]),
    broken.length > 0 && troubleshooting ? `[What the causes mean, and what to do](${troubleshooting})` : '',
    table('Built', ['Image', 'Size', 'sha256'], withStatus(index, 'built'), (cell) => [
      cell.artifactUrl ? `[${text(cell.name)}](${cell.artifactUrl})` : text(cell.name),
      cell.size === undefined ? '' : sizeInWords(cell.size),
      cell.sha256 ? `\`${cell.sha256}\`` : '',
    ]),
    `<!-- node-images-report ${JSON.stringify(memory)} -->`,
  ];
  return { isWell: broken.length === 0, body: body.filter((part) => part !== '').join('\n\n'), news };
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

function newsOf(index: RunIndex, broken: readonly RunCell[], before: Memory | undefined): string | undefined {
  const failedBefore = new Set(before?.failed);
  const failedNow = new Set(broken.map(({ id }) => id));
  const recovered = index.cells.filter(({ id }) => failedBefore.has(id) && !failedNow.has(id));
  const fresh = broken.filter(({ id }) => !failedBefore.has(id));
  const isNewRelease = before !== undefined && before.eksaVersion !== index.eksaVersion;
  const sentences = [
    isNewRelease ? `The release is ${index.eksaVersion} now; it was ${before.eksaVersion}.` : '',
    list('Failed for the first time', fresh, ({ name, cause }) => (cause ? `${name}: ${cause}` : name)),
    list('Well again', recovered, ({ name }) => name),
    broken.length === 0 ? 'All is well.' : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? `${sentences.join('\n\n')}\n\n${index.run.url}` : undefined;
}

function list(lead: string, cells: readonly RunCell[], say: (cell: RunCell) => string): string {
  return cells.length === 0 ? '' : `${lead}:\n\n${cells.map((cell) => `- ${text(say(cell))}`).join('\n')}`;
}

function table(
  title: string,
  head: readonly string[],
  cells: readonly RunCell[],
  row: (cell: RunCell) => readonly string[],
): string {
  if (cells.length === 0) return '';
  const shown = cells.slice(0, mostRows).map((cell) => `| ${row(cell).join(' | ')} |`);
  const more = cells.length - shown.length;
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
