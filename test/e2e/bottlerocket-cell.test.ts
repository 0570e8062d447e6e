import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';

describe('a cell of Bottlerocket in the root action', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  const cell = {
    id: 'bottlerocket-vsphere-1-33-v0.26.1',
    name: 'Bottlerocket, vSphere, 1-33',
    'runs-on': 'ubuntu-24.04',
    os: 'bottlerocket',
    hypervisor: 'vsphere',
    'release-channel': '1-33',
    'eks-a-version': 'v0.26.1',
  };
  const run = (inputs: Record<string, string> = {}) =>
    e2e.run('.', {
      inputs: { ...boxInputs(e2e.box), source: 'bundle', cell: JSON.stringify(cell), ...inputs },
    });

  test('is fetched, with outputs of the same names as those of a build, on a machine that need not build', async () => {
    const { exitCode, outputs, log } = await run({ kvm: 'require' });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['id'], cell.id);
    assert.ok(existsSync(outputs['image-path'] ?? ''), log);
    const [image] = JSON.parse(outputs['images'] ?? '');
    assert.equal(image.sha256, outputs['sha256']);
    assert.equal(image.name, outputs['image-name']);
    assert.equal(e2e.box.artifacts.get(outputs['image-name'] ?? '')?.digest, `sha256:${outputs['sha256']}`);
  });

  test('refuses what only builds understand, all at once', async () => {
    const result = await run({ hypervisor: 'nutanix', config: 'disk_size: 10', firmware: 'efi' });
    assert.equal(result.exitCode, 1);
    const error = onlyError(result);
    assert.match(error, /Bottlerocket is fetched as it is, not built\./);
    assert.match(error, /`firmware`[\s\S]*`config`[\s\S]*no Bottlerocket for nutanix; choose/);
  });
});
