/**
 * How long an action takes from start to its first line of work, beside an empty Node.js process. Each runs with
 * an input that is refused, so that it loads all it needs to begin and ends there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actionNames } from '../../src/main.ts';

const runs = 15;
const dist = resolve(import.meta.dirname, '..', '..', 'dist');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
const empty = join(scratch, 'empty.mjs');
writeFileSync(empty, '');

const scripts = [
  ['empty process', empty],
  ...actionNames.map((name) => [name, join(dist, `${name}.js`)]),
] as const;
const times = new Map<string, number[]>(scripts.map(([name]) => [name, []]));
// Round by round, so that a busy moment of the machine falls on all of them.
for (let round = 0; round < runs; round += 1) {
  for (const [name = '', script = ''] of scripts) times.get(name)?.push(timeOf(script));
}
rmSync(scratch, { recursive: true });

const floor = Math.min(...(times.get('empty process') ?? []));
console.log(`| what | fastest of ${runs} | above an empty process |\n|---|---|---|`);
for (const [name, measured] of times) {
  const fastest = Math.min(...measured);
  console.log(`| ${name} | ${fastest.toFixed(0)} ms | ${(fastest - floor).toFixed(0)} ms |`);
}

function timeOf(script: string): number {
  const started = performance.now();
  spawnSync(process.execPath, [script], {
    env: { PATH: process.env['PATH'], 'INPUT_RELEASE-CHANNEL': 'none', INPUT_HYPERVISOR: 'none' },
  });
  return performance.now() - started;
}
