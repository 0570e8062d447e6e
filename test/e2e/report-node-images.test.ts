import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';

const run = {
  repository: 'octo/images',
  id: '4711',
  attempt: 1,
  url: 'https://github.com/octo/images/actions/runs/4711',
};
const metal = { id: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1', name: 'Ubuntu 22.04, bare metal, 1-33' };
const ova = { id: 'bottlerocket-vsphere-1-33-v0.26.1', name: 'Bottlerocket, vSphere, 1-33' };
const built = { status: 'built', sha256: 'ab'.repeat(32), artifactUrl: `${run.url}/artifacts/7` };
const failed = {
  status: 'failed',
  cause: 'The guest was not reached by SSH, said @octo | [see](https://evil.example).',
};

describe('report-node-images', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());
  beforeEach(() => {
    e2e.box.nextRun();
    e2e.box.gitHub.issues = [];
  });

  /** Uploads an index as `collect-node-images` does, as the only artifact of a run. */
  async function leaveIndex(cells: readonly object[], eksaVersion = 'v0.26.1') {
    e2e.box.nextRun();
    const folder = mkdtempSync(join(tmpdir(), 'index-'));
    const path = join(folder, 'node-images.json');
    writeFileSync(path, JSON.stringify({ schemaVersion: 1, eksaVersion, run, cells }));
    const client = fork(join(projectRoot, 'test', 'unit', 'artifact-client.ts'), {
      env: { ...process.env, ...e2e.box.environment, GITHUB_SERVER_URL: 'https://github.com' },
      silent: true,
    });
    try {
      client.send({
        method: 'uploadArtifact',
        args: ['node-images.json', [path], folder, { skipArchive: true }],
      });
      const [{ error }] = await once(client, 'message');
      assert.equal(error, undefined);
    } finally {
      client.kill();
      rmSync(folder, { recursive: true });
    }
  }
  const report = (needs?: object) =>
    e2e.run('actions/report-node-images', {
      inputs: {
        'github-token': 'ghs_box',
        title: 'Nightly',
        'ca-bundle': e2e.box.interceptingCa,
        ...(needs && { needs: JSON.stringify(needs) }),
      },
    });
  const images = (result: string) => ({ result, outputs: { 'index-name': 'node-images' } });

  test('a run without failures opens nothing', async () => {
    await leaveIndex([
      { ...metal, ...built },
      { ...ova, status: 'reused', reason: 'unchanged' },
    ]);
    const { exitCode, outputs, summary, log } = await report();
    assert.equal(exitCode, 0, log);
    assert.deepEqual(outputs, { 'issue-url': '', well: 'true' });
    assert.deepEqual(e2e.box.gitHub.issues, []);
    assert.match(summary, /1 built, 1 reused/);
  });

  test('one issue from the first failure to the day when all is well', async () => {
    await leaveIndex([
      { ...metal, ...failed },
      { ...ova, ...built },
    ]);
    const first = await report();
    assert.equal(first.outputs['issue-url'], 'https://github.com/octo/images/issues/1', first.log);
    assert.equal(first.outputs['well'], 'false');
    const [issue] = e2e.box.gitHub.issues ?? [];
    assert.match(
      issue?.body ?? '',
      /Ubuntu 22\.04, bare metal, 1-33 \| failed \| The guest was not reached by SSH/,
    );
    assert.doesNotMatch(issue?.body ?? '', /@octo|(?<!\\)\[see|octo (?<!\\)\|/);

    await leaveIndex([
      { ...metal, ...failed },
      { ...ova, ...built },
    ]);
    await report();
    assert.deepEqual(issue?.comments, [], 'the same again is no news');

    await leaveIndex(
      [
        { ...metal, ...built },
        { ...ova, status: 'cancelled' },
      ],
      'v0.26.2',
    );
    await report();
    assert.match(issue?.comments[0] ?? '', /The release is v0\.26\.2 now; it was v0\.26\.1/);
    assert.match(
      issue?.comments[0] ?? '',
      /Failed for the first time:\n\n- Bottlerocket[\s\S]*Well again:\n\n- Ubuntu/,
    );

    await leaveIndex(
      [
        { ...metal, ...built },
        { ...ova, ...built },
      ],
      'v0.26.2',
    );
    const last = await report();
    assert.equal(last.outputs['well'], 'true');
    assert.equal(issue?.state, 'closed');
    assert.match(issue?.comments[1] ?? '', /All is well/);
    assert.equal(e2e.box.gitHub.issues?.length, 1);
  });

  test('where issues are switched off, the summary has the report', async () => {
    e2e.box.gitHub.issues = undefined;
    await leaveIndex([{ ...metal, ...failed }]);
    const { exitCode, outputs, summary, annotations } = await report();
    assert.equal(exitCode, 0);
    assert.deepEqual(outputs, { 'issue-url': '', well: 'false' });
    assert.match(summary, /1 failed/);
    assert.match(annotations[0]?.message ?? '', /switched off/);
  });

  test('a job that failed after the images were made has a row of its own, until it is well again', async () => {
    await leaveIndex([{ ...metal, ...built }]);
    const first = await report({ images: images('success'), template: { result: 'failure', outputs: {} } });
    assert.equal(first.outputs['well'], 'false', first.log);
    const [issue] = e2e.box.gitHub.issues ?? [];
    assert.match(issue?.body ?? '', /\| job template \| failed \| see its log \|/);
    assert.match(issue?.body ?? '', /1 built\./);

    await leaveIndex([{ ...metal, ...built }]);
    const last = await report({ images: images('success'), template: { result: 'success' } });
    assert.equal(last.outputs['well'], 'true', last.log);
    assert.match(issue?.comments.join() ?? '', /Well again:\n\n- job template\n\nAll is well/);
    assert.equal(issue?.state, 'closed');
  });

  test('images that failed stand for the job that made them; a job that failed without one is told', async () => {
    await leaveIndex([{ ...metal, ...failed }]);
    await report({ images: images('failure') });
    const [issue] = e2e.box.gitHub.issues ?? [];
    assert.doesNotMatch(issue?.body ?? '', /job images/);

    await leaveIndex([{ ...metal, ...built }]);
    await report({ images: images('failure') });
    assert.match(issue?.body ?? '', /\| job images \| failed \|/);
    assert.equal(issue?.state, 'open');
  });

  test('a run that ended before its images were collected is told, and forgets nothing', async () => {
    await leaveIndex([{ ...metal, ...failed }]);
    await report({ images: images('failure') });
    const [issue] = e2e.box.gitHub.issues ?? [];

    e2e.box.nextRun();
    const { exitCode, outputs, log } = await report({
      images: { result: 'failure', outputs: { 'index-name': '' } },
      template: { result: 'skipped', outputs: {} },
    });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['well'], 'false');
    assert.match(issue?.body ?? '', /ended before its images were collected/);
    assert.match(issue?.body ?? '', /\| job images \| failed \| see its log \|/);
    assert.match(issue?.comments.join() ?? '', /Failed for the first time:\n\n- job images/);

    await leaveIndex([{ ...metal, ...built }]);
    await report({ images: images('success') });
    assert.match(issue?.comments.at(-1) ?? '', /Well again:\n\n- Ubuntu[^\n]*\n- job images\n\nAll is well/);
    assert.equal(issue?.state, 'closed');
  });

  test('what is not the context `needs` is refused', async () => {
    const result = await report([]);
    assert.match(onlyError(result), /`needs` is not the context of that name\..*toJSON\(needs\)/);
  });

  test('without an index of this run it says what should have run before', async () => {
    const result = await report();
    assert.equal(result.exitCode, 1);
    assert.match(
      onlyError(result),
      /no artifact node-images\.json[\s\S]*Let this job need the one that collects/,
    );
  });

  test('a token without permission gets the permission to add', async () => {
    await leaveIndex([{ ...metal, ...failed }]);
    const off = e2e.box.fault(
      { host: 'api.github.com', method: 'POST', path: /\/issues$/ },
      { kind: 'status', status: 403, body: '{"message":"Resource not accessible by integration"}' },
    );
    const result = await report();
    off();
    assert.match(onlyError(result), /issues: write/);
  });
});
