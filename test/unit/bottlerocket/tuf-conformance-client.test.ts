import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { buildRepository } from '../../box/tuf-repository.ts';
import { buildCase, image, imageName, keySets, roleVersion } from '../../tuf/case.ts';
import { serveCase } from '../../tuf/case-server.ts';

const client = join(import.meta.dirname, '../../tuf/conformance-client');
const names = { metadata: ['root.json', 'snapshot.json', 'targets.json', 'timestamp.json'] };

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [client, ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
  const [said, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, said };
}

function folders(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const made = {
    metadata: join(folder, 'metadata'),
    targets: join(folder, 'targets'),
    root: join(folder, 'r.json'),
  };
  mkdirSync(made.metadata);
  mkdirSync(made.targets);
  return made;
}

test('the client of the conformance suite initializes, refreshes and downloads', async (t) => {
  const { metadata, targets, root } = folders(t);
  const built = buildCase({});
  await using server = await serveCase({}, built);
  writeFileSync(root, built.metadata.get('1.root.json') ?? '');
  const initialized = await run('--metadata-dir', metadata, 'init', root);
  assert.deepEqual(initialized, { code: 0, said: '' });
  const common = ['--metadata-dir', metadata, '--metadata-url', server.metadataUrl];
  assert.deepEqual(await run(...common, 'refresh'), { code: 0, said: '' });
  assert.deepEqual(readdirSync(metadata).sort(), names.metadata);
  const stored = (name: string) => readFileSync(join(metadata, name));
  assert.deepEqual(stored('root.json'), built.metadata.get('3.root.json'));
  assert.deepEqual(stored('targets.json'), built.metadata.get(`${roleVersion}.targets.json`));

  const download = [...common, '--target-dir', targets, '--target-base-url', server.targetsUrl];
  for (const _ of ['first', 'again, from what is at hand']) {
    assert.deepEqual(await run(...download, '--target-name', imageName, 'download'), { code: 0, said: '' });
  }
  assert.deepEqual(readFileSync(join(targets, imageName)), image);
  assert.equal(server.asked.filter((path) => path.startsWith('targets/')).length, 1);
  const missing = await run(...download, '--target-name', 'none', 'download');
  assert.equal(missing.code, 1);
});

test('what an earlier run took shows a rollback, and stays as it was', async (t) => {
  const { metadata, root } = folders(t);
  const build = (version: number) => buildRepository({ keySets, targets: { [imageName]: image }, version });
  const [older, newer] = [build(roleVersion), build(roleVersion + 1)];
  writeFileSync(root, older.metadata.get('1.root.json') ?? '');
  await run('--metadata-dir', metadata, 'init', root);
  const refresh = async (built: ReturnType<typeof build>) => {
    await using server = await serveCase({}, built);
    return await run('--metadata-dir', metadata, '--metadata-url', server.metadataUrl, 'refresh');
  };
  assert.deepEqual(await refresh(newer), { code: 0, said: '' });
  const { code, said } = await refresh(older);
  assert.equal(code, 1);
  assert.match(said, /it is version 1790000000, but version 1790000001 was there before/);
  assert.deepEqual(readFileSync(join(metadata, 'timestamp.json')), newer.metadata.get('timestamp.json'));
});

test('the recorded result of the suite is 112 of 113, and the one left out is the one of the xfails file', () => {
  const folder = join(client, '..');
  const result = JSON.parse(readFileSync(join(folder, 'conformance-result.json'), 'utf8')) as {
    readonly tests: Readonly<Record<string, string>>;
  };
  const xfails = readFileSync(`${client}.xfails`, 'utf8').trim().split('\n');
  const failing = Object.entries(result.tests).filter(([, outcome]) => outcome !== 'passed');
  assert.equal(Object.keys(result.tests).length, 113);
  assert.deepEqual(
    failing.map(([name, outcome]) => [name.split('::')[1], outcome]),
    xfails.map((name) => [name, 'xfailed']),
  );
});
