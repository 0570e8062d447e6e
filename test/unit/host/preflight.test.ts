import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { checkHost, type HostWants } from '../../../src/host/preflight.ts';

const wants: HostWants = { hypervisor: 'baremetal', workFolder: tmpdir(), freeDiskGiB: 0, kvm: 'skip' };
const isBuilder = process.platform === 'linux' && process.arch === 'x64';
const elsewhere = isBuilder ? false : 'this machine is not linux x64';

function hasKvm(): boolean {
  try {
    accessSync('/dev/kvm', constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The problems that the host is refused with. */
async function problemsOf(overrides: Partial<HostWants>): Promise<readonly string[]> {
  try {
    await checkHost({ ...wants, ...overrides });
    return [];
  } catch (error) {
    assert.ok(error instanceof ActionError, String(error));
    return error.problems;
  }
}

test('a host that has what is wanted is described', { skip: elsewhere }, async () => {
  const findings = await checkHost(wants);
  assert.deepEqual(
    findings.map(({ what, verdict }) => [what, verdict]),
    [
      ['platform', 'good'],
      [`free disk of ${tmpdir()}`, 'good'],
    ],
  );
  assert.match(findings[1]?.found ?? '', /^\d+\.\d GiB$/);
});

test('another platform is refused with a runner that would do', {
  skip: isBuilder && 'this machine is linux x64',
}, async () => {
  assert.match((await problemsOf({})).join(), /platform: .*; needed: linux x64\. .*`ubuntu-24\.04`/);
});

test('too little disk is refused with both numbers and the input that decides', {
  skip: elsewhere,
}, async () => {
  const [problem = '', ...others] = await problemsOf({ freeDiskGiB: 1e9 });
  assert.deepEqual(others, []);
  assert.match(problem, /^free disk of \S+: \d+\.\d GiB; needed: 1000000000 GiB\. .*`free-disk-gib`/);
});

test('KVM that cannot be used is refused only where it is required', {
  skip: elsewhere || (hasKvm() && 'this machine has KVM'),
}, async () => {
  const findings = await checkHost({ ...wants, kvm: 'auto' });
  assert.equal(findings.at(-1)?.verdict, 'doubtful');
  assert.match(findings.at(-1)?.fix ?? '', /hardware virtualization/);
  assert.match((await problemsOf({ kvm: 'require' })).join(), /^\/dev\/kvm: absent, or not readable/);
});

test('KVM that can be used is good', {
  skip: elsewhere || (!hasKvm() && 'this machine has no KVM'),
}, async () => {
  const findings = await checkHost({ ...wants, kvm: 'require' });
  assert.equal(findings.at(-1)?.verdict, 'good');
});

test('KVM is not looked at where the virtual machine runs elsewhere, nor where nobody wants it', {
  skip: elsewhere,
}, async () => {
  for (const overrides of [
    { hypervisor: 'vsphere' },
    { hypervisor: 'nutanix' },
    { hypervisor: 'ami' },
  ] as const) {
    assert.deepEqual(await problemsOf({ ...overrides, kvm: 'require' }), []);
  }
  assert.equal((await checkHost({ ...wants, kvm: 'skip' })).length, 2);
});

test('everything that is bad is one error', {
  skip: elsewhere || (hasKvm() && 'this machine has KVM'),
}, async () => {
  const problems = await problemsOf({ freeDiskGiB: 1e9, kvm: 'require' });
  assert.deepEqual(
    problems.map((problem) => problem.split(' ')[0]),
    ['free', '/dev/kvm:'],
  );
});
