import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';
import { explainFailure } from '../../../src/image-builder/explain-failure.ts';
import { packerLogReason, reasonInPackerLog } from '../../../src/image-builder/packer-log.ts';
import { readRecording } from './recordings.ts';

const recording = join(import.meta.dirname, '../../fixtures/upstream-logs/real-ssh-timeout.packer.log');
const refused =
  '2026/11/23 11:52:04 packer-builder-qemu plugin: [DEBUG] SSH handshake err: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none password], no supported methods remain';

/** A CLI's working directory with packer.log where the build-tooling's Makefile puts it. */
async function workFolder(t: TestContext, logs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packer-log-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const output = 'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder/_output/tar/1-33';
  for (const [index, [below, text]] of Object.entries(logs).entries()) {
    const path = join(folder, output, below, 'packer.log');
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
    await utimes(path, index, index);
  }
  return folder;
}

async function explain(recordingName: string, folder: string) {
  const log = new BuildLog();
  for (const line of readRecording(recordingName).lines) log.read(line);
  return explainFailure(log, folder);
}

test('a guest that never answered is told from one that refused the password', async (t) => {
  const silent = await explain(
    'real-ssh-timeout',
    await workFolder(t, { 'ubuntu/2204/raw': await readFile(recording, 'utf8') }),
  );
  assert.equal(silent?.knownCause, 'ssh-timeout');
  assert.equal(silent?.isTransient, true);
  assert.match(
    silent?.problems[1] ?? '',
    /^packer\.log: dial tcp 127\.0\.0\.1:3365: connect: connection refused$/,
  );

  const refusal = await explain('real-ssh-timeout', await workFolder(t, { 'ubuntu/2204/raw': refused }));
  assert.equal(refusal?.knownCause, 'ssh-login');
  assert.equal(refusal?.isTransient, false);
  assert.match(refusal?.why ?? '', /refuses the password.*make stopped at build-raw-ubuntu-2204-efi/);
});

test('a QEMU that failed to start is explained by what it said', async (t) => {
  const folder = await workFolder(t, {
    'ubuntu/2204/raw':
      '2026/11/23 packer-builder-qemu plugin: Qemu stderr: Could not access KVM kernel module: Permission denied',
  });
  assert.equal((await explain('real-qemu-crash', folder))?.knownCause, 'kvm-unavailable');
});

test('without packer.log the line of stdout has to do', async () => {
  const failure = await explain('real-ssh-timeout', '/nonexistent');
  assert.deepEqual([failure?.problems.length, failure?.knownCause], [1, 'ssh-timeout']);
});

test('a failure that says itself why is not looked up', async (t) => {
  const failure = await explain('real-vsphere-badlogin', await workFolder(t, { x: refused }));
  assert.equal(failure?.problems.length, 1);
});

test('of several logs the newest counts, of a huge one its end', async (t) => {
  const folder = await workFolder(t, { old: refused, new: `${'x\n'.repeat(2e6)}handshake error: EOF\n` });
  assert.equal(await reasonInPackerLog(folder), 'handshake error: EOF');
});

test('a refused password outweighs the refused connections before and after it', () => {
  const closed = 'x plugin: [DEBUG] TCP connection to SSH ip/port failed: dial tcp: connection refused';
  assert.match(packerLogReason([closed, refused, closed].join('\n')) ?? '', /^ssh: handshake failed/);
});

test('a packer.log that knows nothing of the kind adds nothing', async () => {
  const text = await readFile(join(recording, '../real-vsphere-vcsim.packer.log'), 'utf8');
  assert.equal(packerLogReason(text), undefined);
});
