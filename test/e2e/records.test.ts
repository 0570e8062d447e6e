import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import { nodeImageRecord } from '../../src/plan/record.ts';
import { resultsHost } from '../box/box.ts';
import { boxInputs, type EndToEnd, startEndToEnd } from '../support/e2e.ts';

const images = '- {hypervisor: baremetal, release-channel: 1-33}';

describe('records, from the build that leaves one to the plan that finds it', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());
  beforeEach(() => {
    e2e.box.gitHub.artifacts.length = 0;
  });

  const plan = (environment: Record<string, string> = {}) =>
    e2e.run('actions/plan-node-images', {
      inputs: {
        ...boxInputs(e2e.box),
        'eks-a-version': 'v0.26.1',
        'github-token': 'ghs_box',
        'skip-unchanged': 'true',
        images,
      },
      environment,
    });
  const build = (cell: object, options: { inputs?: object; environment?: Record<string, string> } = {}) =>
    e2e.run('actions/build-node-image', {
      inputs: {
        ...boxInputs(e2e.box),
        'proxy-in-image': 'none',
        // The stand-in builder takes the tools of the machine.
        setup: 'skip',
        cell: JSON.stringify(cell),
        ...options.inputs,
      },
      environment: options.environment ?? {},
    });
  async function plannedCell(): Promise<{ readonly id: string; readonly fingerprint: string }> {
    const { outputs, log } = await plan();
    const [cell] = JSON.parse(outputs['matrix'] ?? '{}').include ?? [];
    assert.ok(cell, log);
    return cell;
  }
  const recordNames = () => [...e2e.box.artifacts.keys()].filter((name) => name.endsWith('.record.json'));

  test('a failed upload leaves none, and neither does a build without upload or in a pull request', async () => {
    const cell = await plannedCell();
    const refuse = e2e.box.fault(
      { host: resultsHost, path: /CreateArtifact/ },
      { kind: 'status', status: 403, body: '{"code":"permission_denied","msg":"insufficient usage"}' },
    );
    const failed = await build(cell);
    refuse();
    assert.equal(failed.exitCode, 1, failed.log);
    const kept = await build(cell, { inputs: { 'upload-artifact': 'none' } });
    assert.equal(kept.exitCode, 0, kept.log);
    const proposed = await build(cell, { environment: { GITHUB_EVENT_NAME: 'pull_request' } });
    assert.equal(proposed.exitCode, 0, proposed.log);
    const unplanned = await build({ ...cell, fingerprint: '' });
    assert.equal(unplanned.exitCode, 0, unplanned.log);
    assert.deepEqual(recordNames(), []);
  });

  test('a candidate does not count', async () => {
    const built = await build(await plannedCell(), { inputs: { record: 'candidate' } });
    assert.equal(built.exitCode, 0, built.log);
    assert.deepEqual(recordNames(), []);
  });

  test('an image that is uploaded is reused by the next plan', async () => {
    const cell = await plannedCell();
    const built = await build(cell);
    assert.equal(built.exitCode, 0, built.log);
    assert.deepEqual(recordNames(), [`${cell.id}.${cell.fingerprint}.record.json`]);
    const stored = e2e.box.artifacts.get(recordNames()[0] ?? '');
    const record = nodeImageRecord.parse(JSON.parse(readFileSync(stored?.path ?? '', 'utf8')));
    assert.equal(record.image.sha256, built.outputs['sha256']);
    assert.equal(record.image.artifactId, Number(built.outputs['artifact-id']));
    assert.deepEqual(record.run, { repository: 'octo/images', id: '4711', attempt: 1 });

    e2e.box.publishArtifacts();
    const next = await plan();
    assert.equal(next.outputs['has-builds'], 'false', next.log);
    const [reused] = JSON.parse(next.outputs['reused'] ?? '[]');
    assert.equal(reused.sha256, built.outputs['sha256']);
    assert.equal(reused.artifactId, record.image.artifactId);
    assert.equal(reused.artifactName, `${cell.id}.gz`);
  });

  test('an expired image is built again', async () => {
    const cell = await plannedCell();
    await build(cell);
    e2e.box.publishArtifacts();
    const { artifacts } = e2e.box.gitHub;
    artifacts.splice(
      0,
      artifacts.length,
      ...artifacts.map((artifact) => ({ ...artifact, expired: artifact.name === `${cell.id}.gz` })),
    );
    const next = await plan();
    assert.equal(next.outputs['has-builds'], 'true', next.log);
    assert.match(next.log, /has expired or was deleted/);
  });

  test('a record that cannot be uploaded is worth a warning, not an image', async () => {
    const cell = await plannedCell();
    // The first upload is the image; all that follow it are refused.
    const create = { host: resultsHost, path: /CreateArtifact/ };
    const image = e2e.box.fault({ ...create, times: 1 }, { kind: 'slow', bytesPerSecond: 1_000_000 });
    const refusal = { kind: 'status', status: 403, body: '{"code":"permission_denied","msg":"no"}' } as const;
    const others = e2e.box.fault(create, refusal);
    // Another image, so that no name is taken yet.
    const built = await build(cell, { inputs: { 'os-version': '24.04' } });
    image();
    others();
    assert.equal(built.exitCode, 0, built.log);
    const messages = built.annotations.map(({ message }) => message).join('\n');
    assert.match(messages, /The record for later plans was not uploaded: .*403/);
    assert.notEqual(built.outputs['artifact-id'], '');
  });
});
