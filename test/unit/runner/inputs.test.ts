import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { ActionError } from '../../../src/action-error.ts';
import { buildInputs, releaseInputs } from '../../../src/actions/interface.ts';
import { parseReleaseChannel } from '../../../src/release/release-channel.ts';
import {
  flag,
  fromCell,
  oneOf,
  parsedBy,
  readInputs,
  secretLines,
  text,
  wholeNumber,
} from '../../../src/runner/inputs.ts';

const schema = z.object({
  cell: text.optional(),
  'release-channel': fromCell(parsedBy(parseReleaseChannel)),
  hypervisor: fromCell(oneOf(['vsphere', 'baremetal', 'nutanix'], { metal: 'baremetal', vmware: 'vsphere' })),
  firmware: fromCell(oneOf(['bios', 'efi']).optional()),
  config: fromCell(text.optional()),
  'replace-existing': flag.prefault('false'),
  'retention-days': wholeNumber({ min: 1, max: 400 }).prefault('8'),
  secrets: secretLines.prefault(''),
});

/** The runner's environment for these inputs. */
function environment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

const required = { 'release-channel': '1-33', hypervisor: 'baremetal' };

function read(inputs: Readonly<Record<string, string>>) {
  return readInputs(schema, environment({ ...required, ...inputs }));
}

/** The problems that the inputs are refused with. */
function problemsOf(
  inputs: Readonly<Record<string, string>>,
  base: Readonly<Record<string, string>> = required,
): readonly string[] {
  try {
    readInputs(schema, environment({ ...base, ...inputs }));
  } catch (error) {
    if (error instanceof ActionError) return error.problems;
    throw error;
  }
  return [];
}

test('inputs become typed values, with the defaults of the schema', () => {
  const { hypervisor, firmware, secrets, ...others } = read({ 'release-channel': '1.33' });
  assert.equal(hypervisor, 'baremetal');
  assert.equal(firmware, undefined);
  assert.deepEqual({ ...secrets }, {});
  assert.equal(others['release-channel'], '1-33');
  assert.equal(others['replace-existing'], false);
  assert.equal(others['retention-days'], 8);
});

test('an empty input is an absent one: the default counts, and a required one is missing', () => {
  assert.equal(read({ 'retention-days': '', 'replace-existing': '  ' })['retention-days'], 8);
  assert.deepEqual(problemsOf({ hypervisor: '' }), ['`hypervisor`: required, but not given']);
});

test('every problem of every input is named in one error', () => {
  const problems = problemsOf(
    {
      firmware: 'uefi3',
      'replace-existing': 'yes',
      'retention-days': '0',
      secrets: 'a=1\nb',
      hypervisr: 'x',
    },
    {},
  );
  const names = problems.map((problem) => /^`([^`]+)`/.exec(problem)?.[1]).sort();
  assert.deepEqual(names, [
    'firmware',
    'hypervisor',
    'hypervisr',
    'release-channel',
    'replace-existing',
    'retention-days',
    'secrets',
  ]);
  assert.throws(() => readInputs(schema, environment({})), /2 inputs are wrong/);
});

test('a word of a fixed set is taken in any case, and by the names that people type', () => {
  assert.equal(read({ hypervisor: 'VSphere' }).hypervisor, 'vsphere');
  assert.equal(read({ hypervisor: 'vmware' }).hypervisor, 'vsphere');
  assert.equal(read({ hypervisor: 'Metal' }).hypervisor, 'baremetal');
});

test('a wrong word is answered with the allowed ones and the nearest', () => {
  assert.deepEqual(problemsOf({ hypervisor: 'vsfere' }), [
    '`hypervisor`: `vsfere` is not one of `vsphere`, `baremetal`, `nutanix`; did you mean `vsphere`?',
  ]);
  assert.deepEqual(problemsOf({ hypervisor: 'openstack' }), [
    '`hypervisor`: `openstack` is not one of `vsphere`, `baremetal`, `nutanix`',
  ]);
});

test('the names of built-in properties are no values', () => {
  for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    assert.equal(problemsOf({ hypervisor: word }).length, 1, word);
  }
});

test('booleans are those of YAML 1.2 core, as in @actions/core', () => {
  for (const word of ['true', 'True', 'TRUE'])
    assert.equal(read({ 'replace-existing': word })['replace-existing'], true);
  for (const word of ['false', 'False', 'FALSE']) {
    assert.equal(read({ 'replace-existing': word })['replace-existing'], false);
  }
  for (const word of ['yes', 'on', '1', 'tRUE', 'true false']) {
    assert.deepEqual(problemsOf({ 'replace-existing': word }), [
      `\`replace-existing\`: \`${word}\` is not a boolean: write \`true\` or \`false\``,
    ]);
  }
});

test('whole numbers are digits within their range', () => {
  assert.equal(read({ 'retention-days': '400' })['retention-days'], 400);
  for (const word of ['0', '401', '-1', '1.5', '1e2', '0x10', 'eight', '9'.repeat(400)]) {
    assert.equal(problemsOf({ 'retention-days': word }).length, 1, word);
  }
});

test('a name that is a slip away from an input is an error; a stranger is none', () => {
  assert.deepEqual(problemsOf({ 'release-chanel': '1-33' }), [
    '`release-chanel`: no such input; did you mean `release-channel`?',
  ]);
  assert.deepEqual(problemsOf({ 'who-to-greet': 'x' }), []);
});

test('a cell fills in what is not given; an explicit input wins, an empty one does not', () => {
  const cell = JSON.stringify({
    hypervisor: 'vsphere',
    firmware: 'efi',
    'release-channel': '1-32',
    'runs-on': ['self-hosted'],
  });
  const inputs = { cell, hypervisor: 'nutanix', 'release-channel': '1-33', firmware: '' };
  const values = readInputs(schema, environment(inputs));
  assert.equal(values.hypervisor, 'nutanix');
  assert.equal(values['release-channel'], '1-33');
  assert.equal(values.firmware, 'efi');
});

test('a cell cannot set inputs that are not meant for it', () => {
  assert.equal(read({ cell: '{"replace-existing": true, "retention-days": 1}' })['retention-days'], 8);
});

test('values of a cell may be what matrices hold: numbers, objects, null, empty text', () => {
  const cell = JSON.stringify({
    'release-channel': 1.33,
    hypervisor: 'metal',
    firmware: null,
    config: { disk_size: '8192' },
  });
  const values = readInputs(schema, environment({ cell }));
  assert.equal(values['release-channel'], '1-33');
  assert.equal(values.firmware, undefined);
  assert.equal(values.config, '{"disk_size":"8192"}');
  assert.deepEqual(problemsOf({ cell: '{"hypervisor": ""}' }, { 'release-channel': '1-33' }), [
    '`hypervisor`: required, but not given',
  ]);
});

test('1.3 in a cell is what YAML made of 1.30, and the error says how to write it', () => {
  const [problem = '', ...others] = problemsOf(
    { cell: '{"release-channel": 1.30, "hypervisor": "metal"}' },
    {},
  );
  assert.deepEqual(others, []);
  assert.match(problem, /^`release-channel` is "1\.3".*unquoted 1\.30.*`"1\.30"`.*`1-30`/);
  assert.doesNotMatch(
    problem,
    /\.\. |`release-channel`.*`release-channel`/,
    'one name and one full stop at a time',
  );
});

describe('where an error about inputs leads', () => {
  const page = 'troubleshooting/inputs-and-config.md';
  for (const [name, inputs, place] of [
    ['one wrong value: to its entry', { 'release-channel': 'v1.33' }, `${page}#release-channel-form`],
    ['another one: to that', { 'release-channel': '1.3' }, `${page}#release-channel-float`],
    ['a value without an entry: to no particular one', { hypervisor: 'vsfere' }, undefined],
    ['two wrong inputs: to no particular one', { 'release-channel': '1.3', hypervisor: 'x' }, undefined],
    [
      'a wrong value and a misspelt name: to no particular one',
      { 'release-channel': '1.3', 'replace-existin': 'x' },
      undefined,
    ],
  ] as const) {
    test(name, () => {
      const given = { hypervisor: 'vsphere', 'release-channel': '1-33', ...inputs };
      assert.throws(
        () => readInputs(schema, environment(given)),
        (error) => error instanceof ActionError && error.help === place,
      );
    });
  }

  test('what the log says of one wrong value can be searched for in the documentation', () => {
    assert.match(
      problemsOf({ 'release-channel': 'v1.33' })[0] ?? '',
      /^`release-channel` is not a Kubernetes minor version: "v1\.33"\. /,
    );
  });
});

for (const cell of ['[]', '"text"', '17', '{"a":', 'hypervisor: metal']) {
  test(`a cell that is ${cell} is refused with the way to pass one`, () => {
    assert.deepEqual(problemsOf({ cell }), [
      '`cell`: not a JSON object; pass one image of the matrix with `cell: ${{ toJSON(matrix) }}`',
    ]);
  });
}

test('a cell that is null, as `toJSON(matrix)` is in a job without a matrix, gives nothing', () => {
  assert.deepEqual(problemsOf({ cell: 'null' }), []);
});

test('a key of a cell that is a slip away from an input is an error, any other key is not', () => {
  const cell = JSON.stringify({ firmwear: 'efi', id: 'x', name: 'a cell', 'runs-on': 'kvm' });
  assert.deepEqual(problemsOf({ cell }), ['`cell`: `firmwear`: no such input; did you mean `firmware`?']);
});

test('everything after the first `=` of a line is the value', () => {
  const { secrets } = read({
    secrets: 'a=1=2\r\n\n # a comment\n b =  spaced  \n__proto__=x\nlast=#5',
  });
  assert.deepEqual(Object.entries(secrets), [
    ['a', '1=2'],
    ['b', '  spaced  '],
    ['__proto__', 'x'],
    ['last', '#5'],
  ]);
});

test('an empty secret is passed on: whether it is needed, the action knows', () => {
  assert.deepEqual({ ...read({ secrets: 'password=\nother=x' }).secrets }, { password: '', other: 'x' });
});

test('wrong lines are named by number, all at once, and never repeated: they may hold the secret', () => {
  assert.deepEqual(problemsOf({ secrets: 'password: hunter2\na=1\n=x\na=2' }), [
    '`secrets`: line 1 is not `key=value`: one secret per line, such as `password=…`',
    '`secrets`: line 3 is not `key=value`: one secret per line, such as `password=…`',
    '`secrets`: line 4 gives `a` a second time',
  ]);
});

test('an error of a parser that is no ActionError is a bug of ours and is thrown as it is', () => {
  const buggy = z.object({
    name: parsedBy((): string => {
      throw new RangeError('a bug');
    }),
  });
  assert.throws(() => readInputs(buggy, environment({ name: 'x' })), RangeError);
});

test('an address of the release manifest that is no URL is one problem among the others', () => {
  const inputs = { 'release-manifest-url': 'ftp://example.com/x', 'verify-signature': 'never' };
  assert.throws(
    () => readInputs(z.object(releaseInputs), environment(inputs)),
    (error) => {
      assert.ok(error instanceof ActionError);
      assert.equal(error.problems.length, 2);
      assert.match(error.message, /`release-manifest-url`: .*https:\/\//);
      return true;
    },
  );
});

test('the build inputs take one whole cell', () => {
  const cell = JSON.stringify({
    os: 'ubuntu',
    'os-version': '22.04',
    hypervisor: 'baremetal',
    firmware: 'uefi',
    'release-channel': '1-33',
    'eks-a-version': 'v0.26.1',
  });
  const values = readInputs(z.object(buildInputs), environment({ cell }));
  assert.equal(values.firmware, 'efi');
  assert.equal(values['os-version'], '22.04');
  assert.equal(values['upload-artifact'], 'raw');
  assert.equal(values['build-timeout'], 120);
});
