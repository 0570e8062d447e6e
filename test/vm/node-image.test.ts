import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { buildInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { bootImage, prepareBaseImage, processesOf, vmEngine } from './machine.ts';

describe('real Packer, Ansible and QEMU behind build-node-image, as committed, in the box', () => {
  let e2e: EndToEnd;
  let scratch: string;
  before(
    async () => {
      await prepareBaseImage();
      e2e = await startEndToEnd();
      scratch = mkdtempSync(join(tmpdir(), 'vm-test-'));
    },
    { timeout: 300_000 },
  );
  after(async () => {
    await e2e[Symbol.asyncDispose]();
    rmSync(scratch, { recursive: true, force: true });
  });
  beforeEach(() => e2e.box.standIn(vmEngine));

  const build = (inputs: Record<string, string>) =>
    e2e.run('actions/build-node-image', {
      inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none', ...inputs },
    });

  test('a good build makes an image that boots by itself with everything baked in', {
    timeout: 360_000,
  }, async () => {
    const result = await build({ 'build-timeout': '4' });
    const { outputs, log, rawLog, masks, job } = result;
    assert.equal(result.exitCode, 0, log);
    assert.deepEqual(processesOf(job.temp), []);
    assert.deepEqual(
      result.groups
        .filter((group) => /virtual machine|SSH|Ansible|Export/.test(group))
        .map((group) => group.replace(/: .*/, '')),
      [
        'Boot the virtual machine',
        'Install the operating system, wait for SSH',
        'Provision with Ansible',
        'Export the image',
      ],
    );

    const password = masks.find((mask) => /^[\w-]{24}$/.test(mask)) ?? '';
    assert.notEqual(password, '', 'a password was made and masked');
    assert.equal(rawLog.split(password).length - 1, 1, 'the raw log holds it once: in the mask command');
    assert.ok(!readFileSync(outputs['log-path'] ?? '', 'utf8').includes(password));

    const console = await bootImage({
      image: outputs['image-path'] ?? '',
      scratch,
      until: /node-image: end of report/,
      timeoutSeconds: 120,
    });
    assert.match(console, /node-image: release: kubernetes-1-33-eks-30\r?\n/);
    assert.match(console, /node-image: release: release channel 1-33\r?\n/);
    assert.match(console, /node-image: additional file: An additional file for the node image\.\r?\n/);
    const version = (outputs['kube-version'] ?? '').replace(/^v/, '');
    assert.ok(console.includes(`node-image: package: node-image-report ${version} installed`), console);
  });

  test('a task that fails is named by its fatal line', { timeout: 240_000 }, async () => {
    e2e.box.standIn({ ...vmEngine, STANDIN_VM_FAIL: 'task' });
    const result = await build({ 'build-timeout': '3' });
    assert.equal(result.exitCode, 1, result.log);
    const error = onlyError(result);
    assert.match(error, /The build failed in the phase "Provision with Ansible"/);
    assert.match(error, /fatal: \[default\]: FAILED! => .*Connection refused/);
    assert.deepEqual(processesOf(result.job.temp), []);
  });

  test('a guest that never answers SSH is reported as that', { timeout: 180_000 }, async () => {
    e2e.box.standIn({ ...vmEngine, STANDIN_VM_FAIL: 'ssh' });
    const result = await build({ 'build-timeout': '2', config: 'ssh_timeout: 15s' });
    assert.equal(result.exitCode, 1, result.log);
    const error = onlyError(result);
    assert.match(error, /Timeout waiting for SSH/);
    assert.match(error, /in the phase "Install the operating system, wait for SSH"/);
    assert.deepEqual(processesOf(result.job.temp), []);
  });
});
