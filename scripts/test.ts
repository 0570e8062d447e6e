/**
 * Runs every tier that this machine can run and says what it skipped and why. Under `CI=true` nothing may be
 * skipped: a missing tool fails the run.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

interface Tier {
  readonly name: string;
  readonly command: readonly string[];
  /** Programs it cannot do without. */
  readonly needs: readonly string[];
}

const root = resolve(import.meta.dirname, '..');
const unitTests = ['--test', 'test/unit/**/*.test.ts'];
const baseTools = ['git', 'tar', 'curl'];
const buildTools = ['bash', 'make', 'gzip', 'mke2fs'];
const provisioningTools = ['packer', 'ansible-playbook', 'sshpass', 'dpkg-deb'];
const machineTools = [...provisioningTools, 'qemu-system-x86_64', 'qemu-img', 'mmdebstrap', 'mformat'];

const tiers: readonly Tier[] = [
  { name: 'lint', command: [join('node_modules', '.bin', 'biome'), 'check', '.'], needs: [] },
  { name: 'types', command: [join('node_modules', '.bin', 'tsc'), '-p', '.'], needs: [] },
  { name: 'docs', command: [process.execPath, join('scripts', 'docs.ts'), '--check'], needs: [] },
  { name: 'dist', command: [process.execPath, join('scripts', 'check-dist.ts')], needs: [] },
  {
    name: 'pages',
    command: [process.execPath, '--test', 'test/pages/**/*.test.ts'],
    needs: ['chromium'],
  },
  {
    name: 'unit',
    command: [process.execPath, ...unitTests],
    needs: [...baseTools, ...buildTools, 'gcc', 'python3'],
  },
  {
    name: 'e2e',
    command: [process.execPath, '--test', 'test/e2e/**/*.test.ts'],
    needs: [...baseTools, ...buildTools],
  },
  {
    name: 'workflows',
    command: [process.execPath, '--test', 'test/act/**/*.test.ts'],
    needs: [
      ...[...baseTools, ...buildTools, 'act', 'actionlint', 'shellcheck', 'zizmor', 'check-jsonschema'],
      ...['govc', 'vcsim', 'jq', 'yq', 'nginx', 'versitygw', 'aws'],
    ],
  },
  {
    name: 'vm',
    command: [process.execPath, '--test', 'test/vm/**/*.test.ts'],
    needs: [...baseTools, ...buildTools, ...machineTools],
  },
];

const isStrict = process.env['CI'] === 'true';
const path = [join(root, 'node_modules', '.bin'), process.env['PATH'], '/usr/sbin', '/sbin'].join(delimiter);
const report: string[] = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command, needs } of tiers) {
  const missing = needs.filter((program) => !isOnPath(program));
  if (missing.length > 0) {
    counts[isStrict ? 'failed' : 'skipped'] += 1;
    report.push(`${isStrict ? 'FAILED ' : 'skipped'} ${name}: not installed: ${missing.join(', ')}`);
    continue;
  }
  console.log(`\n— ${name}`);
  const started = performance.now();
  const [file = '', ...args] = command;
  const { status } = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  report.push(`${status === 0 ? 'passed ' : 'FAILED '} ${name} (${seconds} s)`);
}
if (counts.failed > 0) process.exitCode = 1;
console.log(
  `\n${report.join('\n')}\ntiers: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
);

function isOnPath(program: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
