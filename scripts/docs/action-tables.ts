import { posix } from 'node:path';
import { stringify } from 'yaml';
import type { GeneratedSection } from '../docs.ts';
import { type ActionEntry, type InputEntry, readActions } from './action-inputs.ts';
import { groupInputs } from './input-groups.ts';
import { cell, markdownTable } from './markdown.ts';

const rootPage = 'docs/reference/root-action.md';
/** With more inputs than these, each group gets a heading of its own. */
const longestTable = 12;

/** Inputs and outputs of each action, in its README; those of the root action have a page, and the README the most used. */
export async function actionTables(root: string): Promise<readonly GeneratedSection[]> {
  const actions = await readActions(root);
  return actions.flatMap((action) => {
    const page = action.folder === '' ? rootPage : posix.join(action.folder, 'README.md');
    const { inputs, outputs } = action;
    return [
      ...(inputs.length > 0 ? [{ page, section: 'inputs', content: inputSections(inputs, page) }] : []),
      ...(inputs.length > 0 ? [{ page, section: 'all-inputs', content: commentedStep(action) }] : []),
      ...(outputs.length > 0 ? [{ page, section: 'outputs', content: outputTable(outputs) }] : []),
      ...(action.folder === '' ? shortSections(action) : []),
    ];
  });
}

/** In the README of the root action: which image, where the rest is, and what most workflows read. */
function shortSections({ inputs, outputs }: ActionEntry): readonly GeneratedSection[] {
  const [first, ...others] = groupInputs(inputs.map(({ name }) => name));
  const rows = others.map(({ title, names }) => [
    `[${title}](${rootPage}#${anchor(title)})`,
    names.map((name) => `\`${name}\``).join(', '),
  ]);
  const content = [
    inputTable(
      inputs.filter(({ name }) => first?.names.includes(name)),
      'README.md',
    ),
    markdownTable(['Group', 'More inputs'], rows),
    `Types, defaults and descriptions of all inputs, and all of them as commented YAML: [reference](${rootPage}).`,
  ].join('\n\n');
  const usual = outputs.filter(({ name }) => usualOutputs.includes(name));
  return [
    { page: 'README.md', section: 'inputs', content },
    {
      page: 'README.md',
      section: 'outputs',
      content: `${outputTable(usual)}\n\nAll outputs: [reference](${rootPage}#outputs).`,
    },
  ];
}

const usualOutputs = [
  'id',
  'eks-a-version',
  'image-path',
  'sha256',
  'checksums-path',
  'provenance-path',
  'template-tags',
  'log-path',
  'artifact-id',
];

function inputSections(inputs: readonly InputEntry[], page: string): string {
  if (inputs.length <= longestTable) return inputTable(inputs, page);
  return groupInputs(inputs.map(({ name }) => name))
    .flatMap(({ title, names }) => [
      `### ${title}`,
      inputTable(
        inputs.filter(({ name }) => names.includes(name)),
        page,
      ),
    ])
    .join('\n\n');
}

/** Where the heading of a group is. */
function anchor(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

/** Tables of `page`, from which links to other pages go. */
export function inputTable(inputs: readonly InputEntry[], page: string): string {
  return markdownTable(
    ['Input', 'Type', 'Default', 'Description'],
    inputs.map((input) => [
      `\`${input.name}\``,
      formCell(input),
      defaultCell(input),
      linked(cell(withoutChoices(input)), page),
    ]),
  );
}

/** The list of all words is in the column of types; a list that says more than the words stays. */
export function withoutChoices({ description, form }: InputEntry): string {
  if (typeof form === 'string') return description;
  return description.replace(/: ((?:`[^`]+`(?:, or |, | or )?)+)\.(?=\s|$)/, (list, words: string) =>
    form.every((word) => words.includes(`\`${word}\``)) ? '.' : list,
  );
}

/** action.yml names a page of the documentation by its path from the root. */
function linked(text: string, page: string): string {
  return text.replaceAll(
    /\bdocs\/[\w/-]+\.md(#[\w-]+)?/g,
    (path) => `[${path.replace(/#.*/, '')}](${posix.relative(posix.dirname(page), path)})`,
  );
}

function formCell({ form }: InputEntry): string {
  return typeof form === 'string' ? cell(form) : form.map((word) => `\`${word}\``).join('<br>');
}

function defaultCell(input: InputEntry): string {
  if (input.required === 'always') return '**required**';
  if (input.required === 'cell') return '**required**, here or in `cell`';
  if (input.default === undefined) return cell(input.defaultInWords ?? '');
  // The only one that no column is wide enough for.
  if (URL.canParse(input.default)) return `[…/${posix.basename(input.default)}](${input.default})`;
  return `\`${input.default}\``;
}

function outputTable(outputs: ActionEntry['outputs']): string {
  return markdownTable(
    ['Output', 'Description'],
    outputs.map(({ name, description }) => [`\`${name}\``, cell(description)]),
  );
}

function commentedStep({ uses, inputs }: ActionEntry): string {
  return ['```yaml', `- uses: ${uses}`, '  with:', commentedInputs(inputs, '    '), '```'].join('\n');
}

/**
 * Every input with a comment and a value. Those that are not required are comments themselves, but for the first where
 * none is required: nothing below `with:` would be an error.
 */
export function commentedInputs(inputs: readonly InputEntry[], indent: string): string {
  const groups = groupInputs(inputs.map(({ name }) => name));
  const isLive = (name: string) =>
    inputs.some(({ required }) => required !== 'no')
      ? inputs.some((input) => input.name === name && input.required !== 'no')
      : name === groups[0]?.names[0];
  const lines = groups.flatMap(({ title, names }) => [
    ...(groups.length > 1 ? [`# --- ${title} ---`, ''] : []),
    ...inputs
      .filter(({ name }) => names.includes(name))
      .flatMap((input) => commentedInput(input, isLive(input.name))),
  ]);
  return lines
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n')
    .trimEnd();
}

function commentedInput(input: InputEntry, isLive: boolean): readonly string[] {
  const [first = ''] = /^.*?\.(?=\s|$)/.exec(input.description) ?? [];
  const value = stringify({ [input.name]: yamlValue(input) }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
  return [
    `# ${first.replaceAll('`', '')}${input.required === 'no' ? '' : ' Required.'}`,
    ...value.map((line) => (isLive ? line : `# ${line}`)),
    '',
  ];
}

/** A boolean and a number as YAML has them: the runner makes text of both. */
function yamlValue({ form, example }: InputEntry): unknown {
  if (form === 'boolean' && /^(true|false)$/.test(example)) return example === 'true';
  return typeof form === 'string' && /^(integer|number)/.test(form) ? Number(example) : example;
}
