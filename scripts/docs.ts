/**
 * Writes the tables of inputs and outputs into the README beside each action.yml, between the markers
 * `<!-- inputs -->` / `<!-- outputs -->` and their ends. With `--check` it writes nothing and fails on a difference.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

interface Entry {
  readonly description?: string;
  readonly default?: string;
  readonly required?: boolean;
}
type Section = 'inputs' | 'outputs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

for (const manifest of globSync(['action.yml', 'actions/*/action.yml'], { cwd: root })) {
  const action = parse(readFileSync(join(root, manifest), 'utf8')) as Partial<
    Record<Section, Record<string, Entry>>
  >;
  const readme = join(dirname(manifest), 'README.md');
  const before = readFileSync(join(root, readme), 'utf8');
  const after = insert(
    insert(before, 'inputs', table('inputs', action.inputs)),
    'outputs',
    table('outputs', action.outputs),
  );
  if (after === before) continue;
  if (values.check) {
    console.error(`${readme} does not match ${manifest}: run \`npm run docs\`.`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, readme), after);
    console.log(`wrote ${readme}`);
  }
}

function insert(text: string, section: Section, content: string): string {
  const marker = new RegExp(`(<!-- ${section} -->\n)[\\s\\S]*?(<!-- /${section} -->)`);
  if (!marker.test(text))
    throw new Error(`no place for ${section}: <!-- ${section} --> … <!-- /${section} -->`);
  return text.replace(marker, (_, start: string, end: string) => `${start}${content}\n${end}`);
}

function table(section: Section, entries: Readonly<Record<string, Entry>> = {}): string {
  const rows = Object.entries(entries).map(([name, entry]) => {
    const description = (entry.description ?? '').replaceAll('|', '\\|').trim();
    if (description === '') throw new Error(`${section}: ${name} has no description`);
    const cells =
      section === 'inputs'
        ? [`\`${name}\``, description, entry.default ? `\`${entry.default}\`` : '']
        : [`\`${name}\``, description];
    return `| ${cells.join(' | ')} |`;
  });
  const head =
    section === 'inputs'
      ? ['| Input | Description | Default |', '|---|---|---|']
      : ['| Output | Description |', '|---|---|'];
  return [...head, ...rows].join('\n');
}
