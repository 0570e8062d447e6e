import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
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
    assert.equal(basename(outputs['provenance-path'] ?? ''), `${cell.id}.intoto.jsonl`);
    assert.ok(e2e.box.artifacts.has(`${cell.id}.intoto.jsonl`));
    assert.equal(e2e.box.artifacts.get(outputs['image-name'] ?? '')?.digest, `sha256:${outputs['sha256']}`);
  });

  test('takes no offence at what a step gives to all cells of a mixed matrix', async () => {
    const { exitCode, log } = await run({
      config: 'disk_size: 10',
      'proxy-in-image': 'none',
      destination: 'other',
    });
    assert.equal(exitCode, 0, log);
    assert.match(log, /have no effect on it: config, proxy-in-image/);
  });

  test('a dry run fetches nothing', async () => {
    const count = e2e.box.requests.length;
    const { exitCode, log } = await run({ 'dry-run': 'true' });
    assert.equal(exitCode, 0, log);
    assert.match(log, /Bottlerocket for vsphere and Kubernetes v1\.33\.13 would be fetched/);
    assert.ok(e2e.box.requests.slice(count).every(({ path }) => !path.endsWith('.ova')));
  });

  test('refuses a hypervisor that has none', async () => {
    const result = await run({ hypervisor: 'nutanix' });
    assert.equal(result.exitCode, 1);
    assert.match(onlyError(result), /There is no Bottlerocket for nutanix\.[\s\S]*Choose vsphere/);
  });
});
