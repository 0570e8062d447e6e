import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { GeneratedSection } from '../docs.ts';
import { type ActionEntry, type InputEntry, readActions, splitDescription } from './action-inputs.ts';
import { commentedInputs, inputTable } from './action-tables.ts';
import { groupInputs, inputGroups, ownExamples, secretExamples } from './input-groups.ts';
import { cell, markdownTable } from './markdown.ts';

export const reusableWorkflow = '.github/workflows/node-images.yml';
const page = 'docs/reference/reusable-workflow.md';
/** Where the workflow checks the actions out. */
const checkout = './.eks-anywhere-node-images';

interface Workflow {
  readonly on: { readonly workflow_call: WorkflowCall };
  readonly jobs: Readonly<Record<string, Job>>;
}
interface WorkflowCall {
  readonly inputs: Readonly<Record<string, WorkflowInput>>;
  readonly secrets: Readonly<Record<string, { readonly description: string; readonly required: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}
interface WorkflowInput {
  readonly description: string;
  readonly type: 'string' | 'boolean' | 'number';
  readonly default?: string | number | boolean;
  readonly required?: boolean;
}
interface Job {
  readonly name: string;
  readonly 'runs-on': string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

/** What a caller of the reusable workflow gives, gets and has to grant. */
export async function workflowTables(root: string): Promise<readonly GeneratedSection[]> {
  const { on, jobs } = parse(readFileSync(join(root, reusableWorkflow), 'utf8')) as Workflow;
  const { inputs, secrets, outputs } = on.workflow_call;
  const entries = inputEntries(inputs, jobs, await readActions(root));
  const rows = (described: Readonly<Record<string, { readonly description: string }>>) =>
    Object.entries(described).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
  const sections = groupInputs(entries.map(({ name }) => name)).map(
    ({ title, names }) =>
      `### ${title}\n\n${inputTable(
        entries.filter(({ name }) => names.includes(name)),
        page,
      )}`,
  );
  return [
    { page, section: 'inputs', content: sections.join('\n\n') },
    { page, section: 'secrets', content: markdownTable(['Secret', 'Description'], rows(secrets)) },
    { page, section: 'outputs', content: markdownTable(['Output', 'Description'], rows(outputs)) },
    { page, section: 'jobs', content: jobTable(jobs) },
    { page, section: 'complete-call', content: completeCall(entries, secrets, jobs) },
  ];
}

function inputEntries(
  inputs: WorkflowCall['inputs'],
  jobs: Workflow['jobs'],
  actions: readonly ActionEntry[],
): readonly InputEntry[] {
  const targets = forwarded(jobs, actions);
  return Object.entries(inputs).map(([name, input]) => {
    const { description, defaultInWords } = splitDescription(input.description);
    const target = targets.get(name);
    const usual = input.default === '' ? undefined : input.default;
    const shared = inputGroups.find((group) => Object.hasOwn(group.inputs, name))?.inputs[name];
    const example = ownExamples['node-images.yml']?.[name] ?? shared;
    return {
      name,
      // A workflow has no room to explain each word; the action that gets it does.
      description: target?.description.startsWith(`${description} `) ? target.description : description,
      form:
        ownForms[name] ??
        target?.form ??
        { string: 'text', boolean: 'boolean', number: 'number' }[input.type],
      required: input.required ? 'always' : 'no',
      ...(usual !== undefined && { default: String(usual) }),
      ...(defaultInWords !== undefined && { defaultInWords }),
      example: example ?? String(usual ?? ''),
    };
  });
}

/** Of inputs that the workflow itself looks at. */
const ownForms: Readonly<Record<string, readonly string[]>> = {
  keep: ['artifact', 'none'],
  'runs-on': ['label or JSON list'],
};

/** To which input of which action each input of the workflow goes. */
function forwarded(jobs: Workflow['jobs'], actions: readonly ActionEntry[]): Map<string, InputEntry> {
  const found = new Map<string, InputEntry>();
  for (const { uses, with: given } of Object.values(jobs).flatMap(({ steps }) => steps)) {
    const action = actions.find(
      ({ folder }) => uses === (folder === '' ? checkout : `${checkout}/${folder}`),
    );
    for (const [name, value] of Object.entries(given ?? {})) {
      const [expression, source = ''] = /inputs\.([\w-]+)/.exec(String(value)) ?? [];
      const isWhole = String(value) === `\${{ ${expression} }}`;
      const target = action?.inputs.find((input) => input.name === name);
      if (target !== undefined && (isWhole || source === name)) found.set(source, target);
    }
  }
  return found;
}

function jobTable(jobs: Workflow['jobs']): string {
  return markdownTable(
    ['Job', 'Runs on', 'Permissions'],
    Object.entries(jobs).map(([id, job]) => [
      `\`${id}\``,
      job['runs-on'].includes('matrix') ? 'the runner of each image' : 'the runner of the input `runs-on`',
      Object.entries(job.permissions)
        .map(([scope, level]) => `\`${scope}: ${level}\``)
        .join('<br>'),
    ]),
  );
}

function completeCall(
  entries: readonly InputEntry[],
  secrets: WorkflowCall['secrets'],
  jobs: Workflow['jobs'],
): string {
  const granted = Object.assign({}, ...Object.values(jobs).map(({ permissions }) => permissions)) as Record<
    string,
    string
  >;
  const secretEntries = Object.entries(secrets).flatMap(([name, { description }], index) => {
    const [first = ''] = /^.*?\.(?=\s|$)/.exec(description) ?? [];
    const value = stringify({ [name]: secretExamples[name] }, { lineWidth: 0 })
      .trimEnd()
      .split('\n');
    // The first stands for all; a job without one line below `secrets` would be no workflow.
    return [`# ${first.replaceAll('`', '')}`, ...value.map((line) => (index === 0 ? line : `# ${line}`)), ''];
  });
  return [
    '```yaml',
    'name: Node images',
    'on: workflow_dispatch',
    'permissions: {}',
    'jobs:',
    '  images:',
    '    permissions:',
    ...Object.keys(granted)
      .toSorted()
      .map((scope) => `      ${scope}: ${granted[scope]}`),
    `    uses: OWNER/eks-anywhere-node-images/${reusableWorkflow}@v1`,
    '    with:',
    commentedInputs(entries, '      '),
    '',
    '    secrets:',
    ...secretEntries.slice(0, -1).map((line) => (line === '' ? '' : `      ${line}`)),
    '```',
  ].join('\n');
}
