import { stat } from 'node:fs/promises';
import * as core from '@actions/core';
import { errorMessage } from '../action-error.ts';
import type { Secrets } from './secrets.ts';

/**
 * Text within a line. A plain string keeps its `code` and nothing else of Markdown; what leads nowhere is shown as text.
 */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly text: Inline; readonly href: string | undefined }
  | readonly Inline[];

/** Something that took a while. */
export interface TimeSpan {
  readonly name: string;
  readonly seconds: number;
}

export interface SummaryTable {
  readonly head: readonly Inline[];
  /** One without rows is left out. */
  readonly rows: ReadonlyArray<readonly Inline[]>;
}

/** A part of a job summary. Data until it is written, so that secrets are found in what was not yet escaped. */
export type SummaryBlock =
  | { readonly heading: string }
  | { readonly line: Inline }
  | { readonly list: readonly Inline[] }
  | SummaryTable
  /** Words of a program, as they are. */
  | { readonly output: readonly string[] }
  /** Folded away until somebody opens it. */
  | { readonly details: string; readonly blocks: readonly SummaryBlock[] }
  | { readonly gantt: string; readonly spans: readonly TimeSpan[] };

/** GitHub refuses the whole summary of a step that is larger. */
const largestSummary = 1024 * 1024;
const leftOut = '\n_The rest of this summary is left out: GitHub takes 1 MiB from a step. The log has it._\n';

/** Adds blocks to the job summary. One that cannot be written is no reason to fail. */
export async function writeSummary(blocks: readonly SummaryBlock[], secrets: Secrets): Promise<void> {
  await writeSummaryText(
    renderSummary(blocks, (text) => secrets.redact(text)),
    secrets,
  );
}

/** Adds Markdown to the job summary, without secrets. */
export async function writeSummaryText(markdown: string, secrets: Secrets): Promise<void> {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (!path) return;
  try {
    const text = secrets.redact(markdown);
    const taken = (await stat(path)).size;
    const room = largestSummary - Buffer.byteLength(leftOut) - 1;
    if (taken > room) return;
    const fits = taken + Buffer.byteLength(text) <= room;
    await core.summary.addRaw(fits ? text : leftOut, true).write();
  } catch (error) {
    core.warning(`The job summary was not written: ${errorMessage(error)}`);
  }
}

/** Blocks as Markdown in GitHub's dialect, which a line without text separates. */
export function renderSummary(
  blocks: readonly SummaryBlock[],
  redact: (text: string) => string = (text) => text,
): string {
  const inline = (value: Inline) => renderInline(value, redact);
  return blocks
    .map((block) => renderBlock(block, inline, redact))
    .filter((text) => text !== '')
    .map((text) => `${text}\n`)
    .join('\n');
}

type Render<T> = (value: T) => string;

function renderBlock(block: SummaryBlock, inline: Render<Inline>, redact: Render<string>): string {
  if ('heading' in block) return `### ${inline(block.heading)}`;
  if ('line' in block) return inline(block.line);
  if ('list' in block) return block.list.map((item) => `- ${inline(item)}`).join('\n');
  if ('rows' in block) return renderTable(block, inline);
  if ('output' in block) return fenced(block.output.map(redact).join('\n'));
  if ('gantt' in block) return renderGantt(block, inline, redact);
  const inner = renderSummary(block.blocks, redact);
  return inner === ''
    ? ''
    : `<details><summary>${html(redact(block.details))}</summary>\n\n${inner}\n</details>`;
}

function renderTable({ head, rows }: SummaryTable, inline: Render<Inline>): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly Inline[]) => `| ${cells.map(inline).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function renderInline(value: Inline, redact: Render<string>): string {
  if (typeof value === 'string') return plain(redact(value));
  if ('code' in value) return codeSpan(redact(value.code));
  if ('strong' in value) return `**${plain(redact(value.strong)).trim()}**`;
  if (!('text' in value)) return value.map((part) => renderInline(part, redact)).join('');
  const text = renderInline(value.text, redact);
  const address = value.href === undefined ? null : URL.parse(value.href);
  // A path on the runner is gone with the job.
  if (address === null || !/^https?:$/.test(address.protocol)) return text;
  return `[${text}](${address.href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/**
 * Text as Markdown shows it: one line, no HTML, no links or emphasis of its own, no end of a table cell. Single
 * backticks stay, so that names of inputs look like code; where two meet, none does.
 */
function plain(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  if (/``|\\`/.test(line)) return escaped(line).replaceAll('`', '\\`');
  return line
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part.replaceAll('|', '\\|') : escaped(part).replaceAll('`', '\\`'),
    )
    .join('');
}

/** GitHub reads no Markdown within the line of a `summary` element. */
function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function escaped(text: string): string {
  return html(text)
    .replace(/[\\[\]*~|]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}

function codeSpan(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/**
 * What followed each other. GitHub draws Mermaid (https://mermaid.js.org/syntax/gantt.html); colons and semicolons
 * would end a name, `#` begins a comment.
 */
function renderGantt(
  { gantt, spans }: Extract<SummaryBlock, { gantt: string }>,
  inline: Render<Inline>,
  redact: Render<string>,
): string {
  if (spans.length === 0) return '';
  let start = 0;
  const lines = spans.map(({ name, seconds }, index) => {
    // Mermaid draws nothing for a task of no length.
    const length = Math.max(1, Math.round(seconds));
    const words = redact(name).replace(/[:;#,`\s]+/g, ' ');
    const line = `    ${words} :t${index}, ${start}, ${start + length}`;
    start += length;
    return line;
  });
  const chart = ['gantt', '    dateFormat X', '    axisFormat %H:%M:%S', ...lines].join('\n');
  return `${inline(gantt)}\n\n\`\`\`mermaid\n${chart}\n\`\`\``;
}
