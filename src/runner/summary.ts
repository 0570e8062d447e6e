import * as core from '@actions/core';
import { errorMessage } from '../action-error.ts';
import type { Secrets } from './secrets.ts';

/** Adds one table of facts to the job summary. A value that is absent leaves its row out. */
export async function writeSummary(
  title: string,
  facts: ReadonlyArray<readonly [name: string, value: string | number | undefined]>,
  secrets: Secrets,
): Promise<void> {
  const rows = facts
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `| ${cell(name)} | ${cell(secrets.redact(String(value)))} |`);
  await writeSummaryText([`### ${title}`, '', '| | |', '|---|---|', ...rows, ''].join('\n'), secrets);
}

/** Adds Markdown to the job summary, without secrets. A summary that cannot be written is no reason to fail. */
export async function writeSummaryText(markdown: string, secrets: Secrets): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return;
  try {
    await core.summary.addRaw(secrets.redact(markdown), true).write();
  } catch (error) {
    core.warning(`The job summary was not written: ${errorMessage(error)}`);
  }
}

/** Text as Markdown table cells take it: one line, no cell ends, no HTML. */
function cell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');
}

/** Text of a summary, or text that leads somewhere. */
export type SummaryCell = string | { readonly text: string; readonly href: string };

export interface SummaryTable {
  /** A line above the table. */
  readonly lead?: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly SummaryCell[]>;
}

/** Adds tables to the job summary, below a heading or the table before; one without rows is left out. */
export async function writeSummaryTables(
  title: string,
  tables: readonly SummaryTable[],
  secrets: Secrets,
): Promise<void> {
  const line = (cells: readonly SummaryCell[]) =>
    `| ${cells.map((value) => linkedCell(value, secrets)).join(' | ')} |`;
  const parts = tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ lead, head, rows }) =>
      [
        ...(lead === undefined ? [] : [cell(secrets.redact(lead)), '']),
        ...[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line), ''],
      ].join('\n'),
    );
  const heading = title === '' ? [] : [`### ${title}`, ''];
  await writeSummaryText([...heading, ...parts].join('\n'), secrets);
}

function linkedCell(value: SummaryCell, secrets: Secrets): string {
  if (typeof value === 'string') return cell(secrets.redact(value));
  return `[${cell(secrets.redact(value.text))}](${encodeURI(value.href)})`;
}

/** Something that took a while. */
export interface TimeSpan {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Adds a Gantt chart of what followed each other to the job summary. GitHub draws Mermaid
 * (https://mermaid.js.org/syntax/gantt.html); colons and semicolons would end a name, `#` begins a comment.
 */
export async function writeGantt(title: string, spans: readonly TimeSpan[], secrets: Secrets): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY'] || spans.length === 0) return;
  let start = 0;
  const lines = spans.map(({ name, seconds }, index) => {
    // Mermaid draws nothing for a task of no length.
    const length = Math.max(1, Math.round(seconds));
    const line = `    ${name.replace(/[:;#,]/g, ' ')} :t${index}, ${start}, ${start + length}`;
    start += length;
    return line;
  });
  const chart = ['gantt', '    dateFormat X', '    axisFormat %H:%M:%S', ...lines].join('\n');
  await writeSummaryText(['', cell(title), '', '```mermaid', chart, '```', ''].join('\n'), secrets);
}
