import * as core from '@actions/core';
import { errorMessage } from '../action-error.ts';
import type { Secrets } from './secrets.ts';

/**
 * Adds one table of facts to the job summary. A value that is absent leaves its row out. A summary that cannot
 * be written is no reason to fail a build.
 */
export async function writeSummary(
  title: string,
  facts: ReadonlyArray<readonly [name: string, value: string | number | undefined]>,
  secrets: Secrets,
): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return;
  const rows = facts
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `| ${cell(name)} | ${cell(secrets.redact(String(value)))} |`);
  const markdown = [`### ${secrets.redact(title)}`, '', '| | |', '|---|---|', ...rows, ''].join('\n');
  try {
    await core.summary.addRaw(markdown, true).write();
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
