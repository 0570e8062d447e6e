import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import type { KernelFiles } from '../../../src/host/finding.ts';
import { findMachine, judgeMachine, type Machine } from '../../../src/host/machine.ts';

const scratch = mkdtempSync(join(tmpdir(), 'machine-test-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const meminfo = 'MemTotal:       16777216 kB\nMemFree:  100 kB\nMemAvailable:   15728640 kB\n';

/** Files of a kernel, by their paths below /proc and /sys. */
function kernelWith(files: Readonly<Record<string, string>>): KernelFiles {
  const root = mkdtempSync(join(scratch, 'kernel-'));
  for (const [name, content] of Object.entries({ 'proc/meminfo': meminfo, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return { proc: join(root, 'proc'), sys: join(root, 'sys') };
}

const gib = 1024 ** 3;
const builder: Machine = {
  platform: 'linux',
  architecture: 'x64',
  glibc: '2.39',
  cores: 4,
  memory: 16 * gib,
  freeMemory: 15 * gib,
};

test('without limits the memory is that of the machine', () => {
  const machine = findMachine(kernelWith({ 'proc/self/cgroup': '0::/\n' }));
  assert.deepEqual(
    [machine.memory, machine.freeMemory, machine.memoryLimit],
    [16 * gib, 15 * gib, undefined],
  );
});

test('the tightest limit of the control groups above us counts, without the page cache', () => {
  const machine = findMachine(
    kernelWith({
      'proc/self/cgroup': '0::/job/step\n',
      'sys/fs/cgroup/job/memory.max': String(4 * gib),
      'sys/fs/cgroup/job/memory.current': String(3 * gib),
      'sys/fs/cgroup/job/memory.stat': `anon 1\ninactive_file ${2 * gib}\n`,
      'sys/fs/cgroup/job/step/memory.max': 'max\n',
      'sys/fs/cgroup/job/cpu.max': '50000 100000\n',
    }),
  );
  assert.deepEqual([machine.memory, machine.freeMemory, machine.cores], [4 * gib, 3 * gib, 0.5]);
  assert.equal(machine.memoryLimit, 'limit of the control group');
});

test('version 1 of control groups counts, too', () => {
  const machine = findMachine(
    kernelWith({
      'proc/self/cgroup': '5:cpu,cpuacct:/pod\n4:memory:/pod\n',
      'sys/fs/cgroup/memory/pod/memory.limit_in_bytes': String(2 * gib),
      'sys/fs/cgroup/memory/pod/memory.usage_in_bytes': String(gib),
      'sys/fs/cgroup/cpu/pod/cpu.cfs_quota_us': '-1',
    }),
  );
  assert.deepEqual([machine.memory, machine.freeMemory], [2 * gib, gib]);
});

test('memory is too little when the guest does not fit, and scarce below what AWS asks for', () => {
  const verdictOf = (overrides: Partial<Machine>, guestRunsHere = true) =>
    judgeMachine({ ...builder, ...overrides }, guestRunsHere).find(({ what }) => what === 'memory')?.verdict;
  assert.equal(verdictOf({}), 'good');
  assert.equal(verdictOf({ memory: 6 * gib, freeMemory: 5 * gib }), 'doubtful');
  assert.equal(verdictOf({ freeMemory: 2.5 * gib }), 'doubtful');
  assert.equal(verdictOf({ freeMemory: gib }), 'bad');
  assert.equal(verdictOf({ freeMemory: gib }, false), 'good');
});

test('a machine is refused for its architecture, system or C library, and not for its cores', () => {
  const verdicts = (overrides: Partial<Machine>) =>
    judgeMachine({ ...builder, ...overrides }, true).map(({ verdict }) => verdict);
  assert.deepEqual(verdicts({}), ['good', 'good', 'good']);
  assert.deepEqual(verdicts({ architecture: 'arm64' }), ['bad', 'good', 'good']);
  assert.deepEqual(verdicts({ glibc: undefined }), ['bad', 'good', 'good']);
  assert.deepEqual(verdicts({ cores: 1 }), ['good', 'doubtful', 'good']);
  assert.match(judgeMachine({ ...builder, glibc: undefined }, true)[0]?.found ?? '', /no glibc/);
});

test('this machine is read without an error', () => {
  const machine = findMachine();
  assert.ok(machine.cores > 0 && machine.memory > 0 && machine.freeMemory <= machine.memory);
});
