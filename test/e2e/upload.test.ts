import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Fault, type FaultMatch, resultsHost } from '../box/box.ts';
import { buildInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';

const id = 'ubuntu-2204-efi-baremetal-1-33-v0.26.1';

describe('the upload of an image, and what can come between', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  const build = (inputs: Record<string, string> = {}) =>
    e2e.run('actions/build-node-image', { inputs: { ...buildInputs(e2e.box), ...inputs } });

  const refusals: ReadonlyArray<readonly [name: string, match: FaultMatch, fault: Fault, says: RegExp]> = [
    [
      'the storage of the account is used up',
      { path: /CreateArtifact/ },
      {
        kind: 'status',
        status: 403,
        body: '{"code":"permission_denied","msg":"insufficient usage to create"}',
      },
      /storage quota has been hit[\s\S]*used up its storage[\s\S]*lower `retention-days`/,
    ],
    [
      'the token of a long job is no longer good',
      { path: /CreateArtifact/ },
      { kind: 'status', status: 401, body: '{"code":"unauthenticated","msg":"token is expired"}' },
      /token is expired[\s\S]*about an hour[\s\S]*Re-run the job/,
    ],
    [
      'the address for the upload is no longer good',
      { path: /\/box\/blobs\//, method: 'PUT' },
      {
        kind: 'status',
        status: 403,
        headers: { 'x-ms-error-code': 'AuthenticationFailed' },
        body: '<Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Signed expiry time is over.</Message></Error>',
      },
      /about an hour/,
    ],
    [
      'the service will not close the artifact',
      { path: /FinalizeArtifact/ },
      { kind: 'status', status: 400, body: '{"code":"invalid_argument","msg":"size mismatch"}' },
      /size mismatch[\s\S]*githubstatus\.com/,
    ],
  ];
  for (const [name, match, fault, says] of refusals) {
    test(`fails with path and size of the kept image when ${name}`, async () => {
      const clear = e2e.box.fault({ host: resultsHost, ...match }, fault);
      const result = await build();
      clear();
      assert.equal(result.exitCode, 1, result.log);
      const message = onlyError(result);
      assert.match(message, /^The image is there, but its upload failed\./);
      assert.match(message, says);
      const path = join(result.job.temp, 'node-images', `${id}.gz`);
      assert.ok(message.includes(`${path} (${result.outputs['size']} bytes)`), message);
      assert.ok(existsSync(path));
      assert.equal(result.outputs['image-path'], path, 'a later step finds it');
      assert.ok(
        !e2e.box.artifacts.has(`${id}.intoto.jsonl`),
        'nothing goes along with an image that is not there',
      );
    });
  }

  test('a zip has the name of the file, and another digest than it', async () => {
    const result = await build({ 'upload-artifact': 'zip', 'os-version': '24.04' });
    assert.equal(result.exitCode, 0, result.log);
    const name = result.outputs['image-name'] ?? '';
    assert.equal(e2e.box.artifacts.get(name)?.mimeType, 'application/zip');
    assert.notEqual(e2e.box.artifacts.get(name)?.digest, `sha256:${result.outputs['sha256']}`);
  });

  test('a job that is run again replaces image and statement', async () => {
    const first = await build();
    const job = e2e.job();
    const again = await job.step('actions/build-node-image', {
      inputs: buildInputs(e2e.box),
      environment: { GITHUB_RUN_ATTEMPT: '2' },
    });
    assert.equal(again.exitCode, 0, again.log);
    assert.notEqual(again.outputs['artifact-id'], first.outputs['artifact-id']);
    for (const name of [`${id}.gz`, `${id}.intoto.jsonl`]) assert.ok(e2e.box.artifacts.has(name));
    assert.equal(e2e.box.artifacts.get(`${id}.gz`)?.id, Number(again.outputs['artifact-id']));
    assert.match(again.log, /An earlier attempt of this run uploaded .*\.intoto\.jsonl; replacing it/);
    assert.match(again.summary, /\| ✅ verified \| image-builder CLI \|/);
    assert.match(again.summary, /\| ⚠️ not verified \| kubelet, kubeadm, kubectl \| TLS alone/);
    assert.match(again.summary, /```mermaid\ngantt\n {4}dateFormat X\n[\s\S]* :t0, 0, \d+\n/);
  });

  test('GitHub Enterprise Server and a local runner get a warning and keep the image', async () => {
    for (const environment of [
      { GITHUB_SERVER_URL: 'https://git.example.com' },
      { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' },
    ]) {
      const job = e2e.job(environment);
      const destination = join(job.workspace, 'images');
      mkdirSync(destination);
      const result = await job.step('actions/build-node-image', {
        inputs: { ...buildInputs(e2e.box), destination },
      });
      assert.equal(result.exitCode, 0, result.log);
      assert.equal(result.annotations.length, 1, result.log);
      assert.match(result.annotations[0]?.message ?? '', /was not uploaded: .* It stays at /);
      assert.ok(existsSync(result.outputs['provenance-path'] ?? ''));
    }
  });
});
