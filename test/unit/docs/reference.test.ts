import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { type ActionEntry, readActions } from '../../../scripts/docs/action-inputs.ts';
import { commentedInputs, withoutChoices } from '../../../scripts/docs/action-tables.ts';
import { groupInputs, inputGroups, secretExamples } from '../../../scripts/docs/input-groups.ts';
import { reusableWorkflow } from '../../../scripts/docs/workflow-tables.ts';
import { actionNames, loadAction } from '../../../src/main.ts';

const root = resolve(import.meta.dirname, '../../..');
const actions = await readActions(root);
const workflowText = readFileSync(join(root, reusableWorkflow), 'utf8');
const workflow = (
  parse(workflowText) as { on: { workflow_call: Record<'inputs' | 'secrets', Record<string, unknown>> } }
).on.workflow_call;

describe('the groups of inputs', () => {
  const grouped = inputGroups.flatMap(({ inputs }) => Object.keys(inputs));

  test('have every input once', () => {
    assert.deepEqual(grouped, [...new Set(grouped)]);
  });

  test('have no input that no action and no workflow has', () => {
    const known = actions.flatMap(({ inputs }) => inputs.map(({ name }) => name));
    const all = new Set([...known, ...Object.keys(workflow.inputs)]);
    assert.deepEqual(
      grouped.filter((name) => !all.has(name)),
      [],
    );
  });

  test('refuse a new input and say where it goes', () => {
    assert.throws(
      () => groupInputs(['hypervisor', 'brand-new']),
      /brand-new.*scripts\/docs\/input-groups\.ts/,
    );
  });
});

describe('the description of a choice in a table', () => {
  const entry = { name: 'x', form: ['a', 'b'], required: 'no', example: '' } as const;

  for (const [name, description, shown] of [
    ['leaves the list to the column of types', 'Which: `a` or `b`. `b` is new.', 'Which. `b` is new.'],
    ['keeps a list that says more', 'Which: `a` with a notice, or `b`.', 'Which: `a` with a notice, or `b`.'],
    ['keeps a list that lacks a word', 'Which: `a`.', 'Which: `a`.'],
  ] as const) {
    test(name, () => assert.equal(withoutChoices({ ...entry, description }), shown));
  }
});

test('the page of the reusable workflow explains each word of `kvm`', () => {
  const page = readFileSync(join(root, 'docs/reference/reusable-workflow.md'), 'utf8');
  const row = /^\| `kvm` .*/m.exec(page)?.[0] ?? '';
  for (const word of ['auto', 'require', 'fix']) assert.match(row, new RegExp(`\\. \`${word}\` `));
});

for (const { name, folder, inputs } of actions) {
  if (inputs.length === 0) continue;
  const names = inputs.map((input) => input.name);

  describe(`the inputs of ${name}`, () => {
    test('stand below the titles of their groups in action.yml', () => {
      const text = readFileSync(join(root, folder, 'action.yml'), 'utf8');
      assert.deepEqual(titlesAndNames(text, 2, names), expectedTitles(names));
    });

    test('are all in the commented YAML, with values that the action takes', async () => {
      const values = parse(uncommented(commentedInputs(inputs, ''), names)) as Record<string, unknown>;
      assert.deepEqual(Object.keys(values), names);
      const shape = actionNames.includes(name) ? (await loadAction(name)).inputs.shape : {};
      for (const [input, value] of Object.entries(values)) {
        const text = String(value);
        if (text.includes('${{') || shape[input] === undefined) continue;
        assert.ok(shape[input].safeParse(text).success, `${input}: ${text}`);
      }
    });
  });
}

describe('the reusable workflow', () => {
  const names = Object.keys(workflow.inputs);

  test('has its inputs in the order of their groups, below their titles', () => {
    assert.deepEqual(titlesAndNames(workflowText, 6, names), expectedTitles(names));
  });

  test('has an example of every secret', () => {
    assert.deepEqual(Object.keys(secretExamples), Object.keys(workflow.secrets));
  });
});

/** Comments and keys at an indent, up to the last input. */
function titlesAndNames(text: string, indent: number, names: readonly string[]): readonly string[] {
  const start = text.indexOf('inputs:\n');
  const lines = [...text.slice(start).matchAll(new RegExp(`^ {${indent}}(?:# (.+)|([\\w-]+):)$`, 'gm'))];
  const found = lines.map(([, title, name]) => title ?? name ?? '');
  return found.slice(0, expectedTitles(names).length);
}

function expectedTitles(names: readonly string[]): readonly string[] {
  return groupInputs(names).flatMap((group) => [group.title, ...group.names]);
}

/** What a reader gets who removes the `#` in front of every input. */
function uncommented(text: string, names: readonly string[]): string {
  const first = new RegExp(`^# (?=(${names.join('|')}):( |$))`);
  return text
    .split('\n')
    .map((line) => line.replace(first, '').replace(/^# {3}/, '  '))
    .join('\n');
}

test('an example for one action alone, or for the workflow, is for an input that it has', async () => {
  const { ownExamples } = await import('../../../scripts/docs/input-groups.ts');
  for (const [name, examples] of Object.entries(ownExamples)) {
    const action: ActionEntry | undefined = actions.find((candidate) => candidate.name === name);
    const isWorkflow = reusableWorkflow.endsWith(`/${name}`);
    const known = isWorkflow ? Object.keys(workflow.inputs) : action?.inputs.map((entry) => entry.name);
    for (const input of Object.keys(examples)) assert.ok(known?.includes(input), `${name}: ${input}`);
  }
});
