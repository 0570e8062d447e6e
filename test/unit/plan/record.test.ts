import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  mayUseRecords,
  type NodeImageRecord,
  nodeImageRecord,
  recordName,
  recordOf,
} from '../../../src/plan/record.ts';

const record: NodeImageRecord = {
  schemaVersion: 1,
  id: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1',
  fingerprint: '0123456789abcdef',
  eksaVersion: 'v0.26.1',
  bundleNumber: 124,
  releaseChannel: '1-33',
  eksdRelease: 'kubernetes-1-33-eks-30',
  signature: 'verified',
  image: {
    fileName: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1.gz',
    sha256: 'ab'.repeat(32),
    size: 1_234_567_890_123,
    artifactId: 7,
    artifactUrl: 'https://github.com/octo/images/actions/runs/1/artifacts/7',
  },
  run: { repository: 'octo/images', id: '1', attempt: 1 },
  builtAt: '2026-11-23T12:00:00Z',
};

/** The record with one value replaced; the path is written with dots. */
function changed(path: string, value: unknown): unknown {
  const copy: Record<string, unknown> = structuredClone(record);
  const keys = path.split('.');
  let target = copy;
  for (const key of keys.slice(0, -1)) target = target[key] as Record<string, unknown>;
  target[keys.at(-1) ?? ''] = value;
  return copy;
}

test('a record survives being written and read', () => {
  assert.deepEqual(nodeImageRecord.parse(JSON.parse(JSON.stringify(record))), record);
});

test('an image that was not uploaded has no artifact', () => {
  const { artifactId: _, artifactUrl: __, ...image } = record.image;
  assert.ok(nodeImageRecord.safeParse({ ...record, image }).success);
});

test('the name of a record carries what decides whether a cell changed', () => {
  assert.equal(recordName(record), 'ubuntu-2204-efi-baremetal-1-33-v0.26.1.0123456789abcdef.record.json');
});

for (const [path, value] of [
  ['schemaVersion', 2],
  ['id', ''],
  ['fingerprint', '0123456789ABCDEF'],
  ['fingerprint', '0123456'],
  ['fingerprint', '../../../etc/passwd'],
  ['bundleNumber', 0],
  ['bundleNumber', '124'],
  ['signature', 'trusted'],
  ['image.sha256', 'ab'.repeat(31)],
  ['image.size', -1],
  ['image.size', 1.5],
  ['image.artifactUrl', 'not a URL'],
  ['image.more', 'unknown key'],
  ['more', 'unknown key'],
  ['run.attempt', 0],
  ['builtAt', 'yesterday'],
  ['builtAt', '2026-11-23'],
  ['builtAt', '2026-11-23T12:00:00+01:00'],
] as const) {
  test(`a record with ${path} = ${JSON.stringify(value)} is none`, () => {
    assert.equal(nodeImageRecord.safeParse(changed(path, value)).success, false);
  });
}

test('a finished cell makes a record that can be read', () => {
  const facts = {
    spec: { id: record.id, eksaVersion: 'v0.26.1', releaseChannel: '1-33' },
    fingerprint: record.fingerprint,
    release: { bundleNumber: 124, signature: 'verified' },
    channel: { eksdRelease: 'kubernetes-1-33-eks-30' },
    image: { fileName: record.image.fileName, sha256: record.image.sha256, size: record.image.size },
    run: record.run,
    builtAt: new Date('2026-11-23T12:00:00Z'),
  } as const;
  const artifact = { id: 7, url: record.image.artifactUrl ?? '' };
  assert.deepEqual(nodeImageRecord.parse(recordOf({ ...facts, artifact })), {
    ...record,
    builtAt: '2026-11-23T12:00:00.000Z',
  });
  assert.equal(recordOf(facts).image.artifactId, undefined);
});

test('runs of pull requests have nothing to do with records', () => {
  for (const event of ['schedule', 'push', 'workflow_dispatch', 'repository_dispatch'])
    assert.ok(mayUseRecords(event), event);
  for (const event of ['pull_request', 'pull_request_target', 'pull_request_review', undefined])
    assert.ok(!mayUseRecords(event), event);
});
