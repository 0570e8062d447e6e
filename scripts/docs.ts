/**
 * Writes what documentation repeats of the code, between markers such as `<!-- inputs -->` and `<!-- /inputs -->`.
 * With `--check` it writes nothing and fails on a difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { actionTables } from './docs/action-tables.ts';
import { configTables } from './docs/config-tables.ts';
import { exampleSections } from './docs/example-workflows.ts';
import { hostTables } from './docs/host-tables.ts';
import { hostToolTables } from './docs/host-tools.ts';
import { troubleshooting } from './docs/troubleshooting.ts';
import { tufTable } from './docs/tuf-table.ts';
import { workflowTables } from './docs/workflow-tables.ts';

/** Text that belongs between the markers of `section` in `page`, a path from the root; without one, all of that file. */
export interface GeneratedSection {
  readonly page: string;
  readonly section?: string;
  readonly content: string;
}

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const sections: readonly GeneratedSection[] = [
  ...(await actionTables(root)),
  ...(await workflowTables(root)),
  ...configTables(),
  ...exampleSections(root),
  ...hostTables(),
  ...hostToolTables(),
  ...troubleshooting(root),
  { page: 'docs/security.md', section: 'tuf-cases', content: tufTable() },
];

for (const [page, parts] of Map.groupBy(sections, ({ page }) => page)) {
  const before = readFileSync(join(root, page), 'utf8');
  const after = parts.reduce(insert, before);
  if (after === before) continue;
  if (values.check) {
    console.error(`${page} is not what the code says: run \`npm run docs\`.`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, page), after);
    console.log(`wrote ${page}`);
  }
}

function insert(text: string, { page, section, content }: GeneratedSection): string {
  if (section === undefined) return content;
  const marker = new RegExp(`(<!-- ${section} -->\n)[\\s\\S]*?(<!-- /${section} -->)`);
  if (!marker.test(text)) throw new Error(`${page}: no <!-- ${section} --> … <!-- /${section} -->`);
  return text.replace(marker, (_, start: string, end: string) => `${start}${content}\n${end}`);
}
