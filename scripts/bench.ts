/**
 * Measures everything that has a budget. What needs a program that this machine has not is skipped, and says which.
 *
 * Usage: node scripts/bench.ts [name ...]
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

interface Measurement {
  readonly name: string;
  readonly args: readonly string[];
  readonly needs: readonly Program[];
}

interface Program {
  readonly name: string;
  /** What its `--version` says; other programs have the same name. */
  readonly isIt: RegExp;
}

const program = (name: string, isIt = /./): Program => ({ name, isIt });
/** The Python program of the same name has another language. */
const mikefarahYq = program('yq', /mikefarah/);

const measurements: readonly Measurement[] = [
  { name: 'start-up', args: [], needs: [] },
  { name: 'build-log', args: [], needs: [] },
  { name: 'plan', args: [], needs: [] },
  { name: 'resolve', args: [], needs: [program('bash'), program('curl'), program('git'), mikefarahYq] },
  { name: 'setup', args: [], needs: [program('packer'), program('pip3'), mikefarahYq] },
  {
    name: 'fetch',
    args: ['--mebibytes', '256', '--zeros', '1024', '--rounds', '2'],
    needs: [program('curl'), program('lz4'), program('gzip'), program('sha256sum')],
  },
];

const root = resolve(import.meta.dirname, '..');
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
};
const wanted = process.argv.slice(2);
for (const { name, args, needs } of measurements) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const missing = needs.filter((needed) => !isInstalled(needed)).map(({ name }) => name);
  if (missing.length > 0) {
    console.log(`\n— ${name}: skipped, not installed: ${missing.join(', ')}`);
    continue;
  }
  console.log(`\n— ${name}`);
  const script = join(root, 'test', 'bench', `${name}.ts`);
  if (spawnSync('node', [script, ...args], { cwd: root, stdio: 'inherit', env }).status !== 0)
    process.exitCode = 1;
}

function isInstalled({ name, isIt }: Program): boolean {
  const { status, stdout, stderr } = spawnSync(name, ['--version'], { encoding: 'utf8', env });
  return status === 0 && isIt.test(`${stdout}${stderr}`);
}
