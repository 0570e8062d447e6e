import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionsCache, type ToolCacheOptions } from '../../../src/runner/tool-cache.ts';
import { FaultBoard } from '../../box/faults.ts';
import type { BoxRequest } from '../../box/http-exchange.ts';
import { startResultsService } from '../../box/results-service.ts';

async function startCache(context: TestContext, overrides: Partial<ToolCacheOptions> = {}) {
  const scratch = await mkdtemp(join(tmpdir(), 'tool-cache-'));
  const folder = join(scratch, 'archives');
  await mkdir(folder);
  await writeFile(join(folder, 'packer.zip'), 'the archive');
  const requests: BoxRequest[] = [];
  const faults = new FaultBoard();
  const service = await startResultsService(join(scratch, 'blobs'), { requests, faults });
  context.after(async () => {
    await service.close();
    await rm(scratch, { recursive: true, force: true });
  });
  const said: string[] = [];
  const warnings: string[] = [];
  const cache = actionsCache({
    folders: [folder],
    log: {
      info: (text) => said.push(text),
      warning: (text) => warnings.push(text),
      startGroup: () => {},
      endGroup: () => {},
    },
    environment: {
      PATH: process.env['PATH'],
      RUNNER_TEMP: scratch,
      GITHUB_WORKSPACE: scratch,
      ACTIONS_CACHE_SERVICE_V2: '1',
      ACTIONS_RESULTS_URL: `${service.url}/`,
      ACTIONS_RUNTIME_TOKEN: service.token,
    },
    signal: new AbortController().signal,
    script: join(import.meta.dirname, 'serve-tool-cache.ts'),
    ...overrides,
  });
  return { cache, folder, faults, requests, said, warnings };
}

suite('The Actions cache', () => {
  test('gives back what was saved under a key, and nothing under another', async (context) => {
    const { cache, folder, warnings } = await startCache(context);
    await cache.save('key-1');
    await rm(folder, { recursive: true });

    assert.equal(await cache.restore('key-2'), false);
    assert.equal(await cache.restore('key-1'), true);
    assert.equal(await readFile(join(folder, 'packer.zip'), 'utf8'), 'the archive');
    assert.deepEqual(warnings, []);
  });

  test('that never answers costs a bounded time and a line', async (context) => {
    const patienceMs = { lookup: 1_500, restore: 1_500, save: 1_500 };
    const { cache, faults, said, warnings } = await startCache(context, { patienceMs });
    faults.add({ path: /CacheService/ }, { kind: 'stall' });
    await cache.save('key');
    assert.equal(await cache.restore('key'), false);
    await cache.save('key');
    assert.deepEqual(said, [
      'The tools are not cached: the service does not answer',
      'The cache is not used: the service does not answer',
    ]);
    assert.deepEqual(warnings, []);
  });

  test('that is given up leaves no program behind that still writes', async (context) => {
    const { cache, folder } = await startCache(context, {
      patienceMs: { lookup: 1_500, restore: 1_500, save: 1_500 },
      script: join(import.meta.dirname, 'serve-tool-cache-by-child.ts'),
    });
    assert.equal(await cache.restore('key'), false);
    const written = async () => (await stat(join(folder, 'late'))).size;
    const before = await written();
    await sleep(500);
    assert.equal(await written(), before);
  });

  test('is not waited for when the job is cancelled', async (context) => {
    const controller = new AbortController();
    const { cache, faults } = await startCache(context, { signal: controller.signal });
    faults.add({ path: /CacheService/ }, { kind: 'stall' });
    const restoring = cache.restore('key');
    controller.abort(new Error('cancelled'));
    await assert.rejects(restoring, /cancelled/);
  });

  test('that only reads, or has the entry already, is no failure', async (context) => {
    const { cache, faults, said } = await startCache(context);
    await cache.save('key');
    await cache.save('key');
    faults.add({ path: /CreateCacheEntry/ }, { kind: 'status', status: 403, body: '{}' });
    await cache.save('another');
    assert.deepEqual(said.slice(1), [
      'The tools are not cached: the service did not take them',
      'The tools are not cached: the service did not take them',
    ]);
  });

  test('that the runner does not offer is not asked', async (context) => {
    const { cache, said, requests } = await startCache(context, {
      environment: { PATH: process.env['PATH'] },
    });
    assert.equal(await cache.restore('key'), false);
    await cache.save('key');
    assert.deepEqual(requests, []);
    assert.deepEqual(said, ['The runner offers no cache.']);
  });

  test('whose process cannot start is no failure', async (context) => {
    const { cache, said } = await startCache(context, { script: '/nowhere/tool-cache.js' });
    assert.equal(await cache.restore('key'), false);
    assert.match(said[0] ?? '', /^The cache is not used: exit code 1/);
  });

  test('is not filled with more than 300 MB', async (context) => {
    const { cache, folder, requests, warnings } = await startCache(context);
    await truncate(join(folder, 'packer.zip'), 301e6);
    await cache.save('key');
    assert.deepEqual(warnings, ['The tools are not cached: they have 301 MB, more than 300.']);
    assert.deepEqual(requests, []);
  });
});
