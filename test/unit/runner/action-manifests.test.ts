import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import type * as z from 'zod';
import { defaultOf, formOf } from '../../../scripts/docs/action-inputs.ts';
import { groupInputs } from '../../../scripts/docs/input-groups.ts';
import { actionNames, loadAction } from '../../../src/main.ts';
import { type InputSchema, inputSources } from '../../../src/runner/inputs.ts';

const root = resolve(import.meta.dirname, '../../..');

interface Manifest {
  readonly name?: string;
  readonly description?: string;
  readonly inputs?: Readonly<
    Record<string, { description?: string; default?: string; required?: boolean } | null>
  >;
  readonly outputs?: Readonly<Record<string, { description?: string } | null>>;
  readonly runs: Readonly<Record<string, string>>;
}

/** The root action builds a node image; every other one has a folder of its name. */
function manifestPath(name: string): string {
  return name === 'node-image' ? join(root, 'action.yml') : join(root, 'actions', name, 'action.yml');
}

function isRequired(type: z.ZodType): boolean {
  return !type.safeParse(undefined).success;
}

/** What `runs:` must say, from the folder that the runner resolves it in. */
function distFile(path: string, file: string): string {
  return relative(dirname(path), join(root, 'dist', file)).replaceAll('\\', '/');
}

test('every folder of actions/ is an action that the program knows, or composed of others', () => {
  const folders = readdirSync(join(root, 'actions'));
  const programs = folders.filter((name) => {
    const { runs } = parse(readFileSync(manifestPath(name), 'utf8')) as Manifest;
    return runs['using'] !== 'composite';
  });
  assert.deepEqual(programs.sort(), actionNames.filter((name) => name !== 'node-image').sort());
});

for (const name of actionNames) {
  describe(`action.yml of ${name}`, async () => {
    const action = await loadAction(name);
    const path = manifestPath(name);
    const manifest = existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Manifest) : { runs: {} };
    const inputs = manifest.inputs ?? {};
    const { shape }: InputSchema = action.inputs;

    test('names the inputs of the schema, in the order of their groups', () => {
      assert.deepEqual(Object.keys(inputs).toSorted(), Object.keys(shape).toSorted());
      const inGroups = groupInputs(Object.keys(shape)).flatMap(({ names }) => names);
      assert.deepEqual(Object.keys(inputs), inGroups);
    });

    test('names the outputs that the action may set, in its order', () => {
      assert.deepEqual(Object.keys(manifest.outputs ?? {}), [...action.outputs]);
    });

    for (const [input, type] of Object.entries(shape)) {
      const declared = inputs[input];
      const isFromCell = inputSources.has(type);

      test(`${input}: default and required are those of the schema`, () => {
        const expected = defaultOf(type);
        if (isFromCell) {
          assert.equal(
            declared?.default,
            undefined,
            'a default would look like an explicit input and win over the cell',
          );
          if (expected !== undefined)
            assert.match(declared?.description ?? '', new RegExp(` Default: \`${expected}\`\\.$`));
          if (isRequired(type))
            assert.match(declared?.description ?? '', / Required, unless `cell` has it\.$/);
          assert.equal(declared?.required, undefined, 'the runner would warn although the cell has it');
        } else {
          assert.equal(declared?.default || undefined, expected || undefined);
          assert.equal(declared?.required ?? false, isRequired(type));
        }
      });

      test(`${input}: the description has every word of a choice`, () => {
        const form = formOf(type);
        for (const word of typeof form === 'string' ? [] : form)
          assert.ok(declared?.description?.includes(`\`${word}\``), word);
      });
    }

    test('a default is text that the schema takes', () => {
      for (const [input, declared] of Object.entries(inputs)) {
        if (declared?.default === undefined || shape[input] === undefined) continue;
        assert.equal(typeof declared.default, 'string', `${input}: quote it`);
        assert.ok(shape[input].safeParse(declared.default).success, input);
      }
    });

    test('describes the action, every input and every output', () => {
      assert.ok(manifest.name && manifest.description);
      for (const [key, declared] of Object.entries({ ...inputs, ...manifest.outputs })) {
        assert.match(declared?.description ?? '', /^\S.*[.`)]$/, key);
      }
    });

    test('runs the stubs of its own name on Node 24', () => {
      assert.deepEqual(manifest.runs, {
        using: 'node24',
        main: distFile(path, `${name}.js`),
        ...(action.post && { post: distFile(path, `${name}-post.js`) }),
      });
    });
  });
}
