import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import type { RunnerJob } from '../support/runner.ts';

const target = 'bottlerocket-metal-k8s-1.28-x86_64-v1.26.2.img.lz4';
const metal = { 'eks-a-version': 'v0.24.6', 'release-channel': '1-28', hypervisor: 'metal' };

describe('a self-hosted runner keeps signed images in its tool cache', () => {
  let e2e: EndToEnd;
  let folder: string;
  before(async () => {
    e2e = await startEndToEnd();
    folder = mkdtempSync(join(tmpdir(), 'cache-'));
    writeFileSync(join(folder, 'root.json'), await e2e.box.bottlerocket.root(1));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await e2e[Symbol.asyncDispose]();
  });

  const fetch = (job: RunnerJob, inputs: Record<string, string>, environment: Record<string, string> = {}) =>
    job.step('actions/fetch-bottlerocket', {
      inputs: {
        ...boxInputs(e2e.box),
        root: join(folder, 'root.json'),
        'upload-artifact': 'none',
        ...inputs,
      },
      environment,
    });
  const cacheOf = (job: RunnerJob, variant = '') => join(dirname(job.temp), 'tools', 'bottlerocket', variant);
  const disk = () => e2e.box.bottlerocket.disk(target);

  test('one file serves every form of the disk, without a request for the image', async () => {
    const job = e2e.job();
    const first = await fetch(job, metal);
    assert.equal(first.outputs['cache-hit'], 'false', first.log);
    const asked = e2e.box.requests.length;
    const again = await fetch(job, metal);
    assert.equal(again.outputs['cache-hit'], 'true', again.log);
    assert.equal(again.outputs['sha256'], first.outputs['sha256']);
    assert.match(again.summary, /from the tool cache/);
    const plain = await fetch(job, { ...metal, compression: 'none' });
    assert.ok(readFileSync(plain.outputs['path'] ?? '').equals(disk()), plain.log);
    const images = e2e.box.requests.slice(asked).filter(({ path }) => path.startsWith('/targets/'));
    assert.deepEqual(images, []);
  });

  test('a file that was changed there is not used but replaced', async () => {
    const job = e2e.job();
    await fetch(job, metal);
    const kept = readdirSync(cacheOf(job, 'metal-k8s-1.28')).map((name) =>
      join(cacheOf(job, 'metal-k8s-1.28'), name),
    );
    assert.equal(kept.length, 1);
    const [path = ''] = kept;
    const bytes = readFileSync(path);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { outputs, annotations, log } = await fetch(job, metal);
    assert.equal(outputs['cache-hit'], 'false', log);
    assert.match(annotations[0]?.message ?? '', /in the tool cache is not the signed file any more/);
    assert.ok(gunzipSync(readFileSync(outputs['path'] ?? '')).equals(disk()));
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    assert.ok(path.endsWith(`${sha256}.${target}`));
  });

  test('two jobs at once leave one whole file', async () => {
    const job = e2e.job();
    const both = await Promise.all([fetch(job, metal), fetch(job, { ...metal, destination: job.workspace })]);
    assert.deepEqual(
      both.map(({ exitCode }) => exitCode),
      [0, 0],
      both.map(({ log }) => log).join('\n'),
    );
    const [name = '', ...more] = readdirSync(cacheOf(job, 'metal-k8s-1.28'));
    assert.deepEqual(more, []);
    assert.match(name, /\.lz4$/);
  });

  test('the two images of a variant that were used last stay', async () => {
    const job = e2e.job();
    const channel = { 'release-channel': '1-30', hypervisor: 'vsphere' };
    const wrong = await fetch(job, { ...channel, 'bottlerocket-version': '9.9.9' });
    const versions = (/There are (.*)\.$/m.exec(onlyError(wrong))?.[1] ?? '').split(', ').slice(0, 3);
    assert.equal(versions.length, 3, onlyError(wrong));
    for (const version of versions) await fetch(job, { ...channel, 'bottlerocket-version': version });
    const left = readdirSync(cacheOf(job, 'vmware-k8s-1.30')).join();
    assert.deepEqual(
      versions.map((version) => left.includes(version)),
      [false, true, true],
      left,
    );
  });

  test('a cache that cannot be written to costs a warning', async () => {
    const job = e2e.job();
    writeFileSync(cacheOf(job).replace(/\/$/, ''), 'no folder');
    const { exitCode, annotations, log } = await fetch(job, metal);
    assert.equal(exitCode, 0, log);
    assert.deepEqual(
      annotations.map(({ message }) => message.split(':')[0]),
      ['The image is not kept in the tool cache'],
    );
  });

  test('a machine of GitHub keeps nothing, nor one that shall not', async () => {
    const job = e2e.job();
    await fetch(job, metal, { RUNNER_ENVIRONMENT: 'github-hosted' });
    await fetch(job, { ...metal, cache: 'false' });
    assert.ok(!existsSync(cacheOf(job)));
  });
});
