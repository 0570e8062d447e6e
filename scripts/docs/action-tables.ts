import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { GeneratedSection } from '../docs.ts';

interface Entry {
  readonly description?: string;
  readonly default?: string;
  readonly required?: boolean;
}
type Entries = Readonly<Record<string, Entry>>;

/** The tables of inputs and outputs in the README beside each action.yml. */
export function actionTables(root: string): readonly GeneratedSection[] {
  return globSync(['action.yml', 'actions/*/action.yml'], { cwd: root }).flatMap((manifest) => {
    const action = parse(readFileSync(join(root, manifest), 'utf8')) as {
      readonly inputs?: Entries;
      readonly outputs?: Entries;
    };
    const page = join(dirname(manifest), 'README.md');
    return [
      ...(action.inputs ? [{ page, section: 'inputs', content: inputTable(action.inputs) }] : []),
      ...(action.outputs ? [{ page, section: 'outputs', content: outputTable(action.outputs) }] : []),
    ];
  });
}

function inputTable(inputs: Entries): string {
  const rows = Object.entries(inputs).map(([name, entry]) => [
    `\`${name}\``,
    description(name, entry),
    entry.default ? `\`${entry.default}\`` : '',
  ]);
  return markdownTable(['Input', 'Description', 'Default'], rows);
}

function outputTable(outputs: Entries): string {
  const rows = Object.entries(outputs).map(([name, entry]) => [`\`${name}\``, description(name, entry)]);
  return markdownTable(['Output', 'Description'], rows);
}

function description(name: string, entry: Entry): string {
  const text = (entry.description ?? '').replaceAll('|', '\\|').trim();
  if (text === '') throw new Error(`${name} has no description`);
  return text;
}

/** A table whose cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
