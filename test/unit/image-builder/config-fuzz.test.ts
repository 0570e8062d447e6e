import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { configKeys } from '../../../src/image-builder/config-keys.ts';
import { prepareBuild } from '../../../src/image-builder/prepare-build.ts';
import { hypervisors } from '../../../src/plan/node-image-spec.ts';
import { supportMatrix } from '../../../src/release/support-matrix.ts';
import { exampleSpec } from '../plan/example-release.ts';

/** A small generator, so that a failure can be had again by its seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const keys = [
  ...Object.keys(configKeys),
  '__proto__',
  'constructor',
  'toString',
  'src',
  'dest',
  'mode',
  'additional_files_list',
  '<<',
  '*a',
  '&a',
  '? x',
  '',
];
const values = [
  'true',
  '8192',
  '1.30',
  '""',
  'null',
  '~',
  '[]',
  '[a, b]',
  '{a: b}',
  '"a\\nb"',
  '|\n  x\n  y',
  '*a',
  '&a b',
  '!!js x',
  'http://u:p@h:1',
  '"{{ x }}"',
  "'",
  '"',
  '\u0000',
  '\ufeff',
  '../../x',
  '/dev/null',
  '- a',
  '#',
  'https://x/rhel-8.1-dvd.iso',
  '0644',
];

function text(pick: (below: number) => number): string {
  const of = (list: readonly string[]) => list[pick(list.length)] ?? '';
  const lines = Array.from({ length: pick(8) }, () => {
    const separator = of([': ', ':', ' = ', ': : ', '']);
    return `${of(['', '', '', ' ', '  ', '- ', '{', '"'])}${of(keys)}${separator}${of(values)}${of(['', '', ',', '}'])}`;
  });
  return lines.join(of(['\n', '\n', '\r\n', ', ']));
}

test('whatever is written, the answer is a config of known keys or one ActionError', async () => {
  const seeds = Number(process.env['FUZZ_RUNS'] ?? 1500);
  let good = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const pick = random(seed);
    const hypervisor = hypervisors[pick(hypervisors.length)] ?? 'baremetal';
    const os = hypervisor === 'cloudstack' || (hypervisor !== 'ami' && pick(2) === 1) ? 'redhat' : 'ubuntu';
    const spec = exampleSpec({
      hypervisor,
      os,
      osVersion: os === 'redhat' ? '9' : '22.04',
      eksaVersion: ['v0.17.0', 'v0.22.1', 'v0.26.1'][pick(3)] ?? '',
    });
    try {
      const { config, files } = await prepareBuild({
        spec,
        sources: { texts: [{ name: 'config', text: text(pick) }], secrets: {} },
        additionalFiles: pick(3) === 0 ? text(pick) : '',
        ignoredKeys: pick(2) === 0 ? 'warn' : 'error',
        variables: [],
        ansibleVerbosity: 0,
        isAirGapped: false,
        hasManifestTarball: false,
        isDryRun: pick(2) === 0,
        workspace: '/nowhere',
        runnerEnvironment: {},
      });
      good += 1;
      const known = supportMatrix(spec.eksaVersion).configKeys[hypervisor];
      for (const [key, value] of Object.entries(config)) {
        assert.ok(known.includes(key), `seed ${seed}: ${key}`);
        assert.equal(typeof value, 'string', `seed ${seed}: ${key}`);
      }
      assert.equal(Object.getPrototypeOf(JSON.parse(JSON.stringify(config))), Object.prototype);
      for (const file of files)
        assert.ok(Number.isInteger(file.mode) && file.dest.startsWith('/'), `seed ${seed}`);
    } catch (error) {
      if (!(error instanceof ActionError)) throw new Error(`seed ${seed}`, { cause: error });
      assert.ok(error.problems.length > 0, `seed ${seed}`);
    }
  }
  assert.ok(good > 0, 'none of the texts was a config');
});
