import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { HttpStatusError } from '../../../src/net/http-client.ts';
import {
  type BuildToolingOptions,
  type CommitFiles,
  readBuildTooling,
} from '../../../src/release/build-tooling.ts';
import { testClient } from '../net/client.ts';
import { fixtures } from './published-release.ts';

const commit = '0123456789'.repeat(4);
const project = 'projects/kubernetes-sigs/image-builder';
const lines = path.join(fixtures, 'build-tooling', 'branches');
const history = path.join(fixtures, 'build-tooling', 'history');

function read(files: Readonly<Record<string, string>>, options: Partial<BuildToolingOptions> = {}) {
  const byPath: CommitFiles = new Map(
    Object.entries(files).map(([name, text]) => [`${project}/${name}`, text]),
  );
  return readBuildTooling({
    commit,
    http: testClient(),
    readByGit: async () => byPath,
    onFallback: (reason) => assert.fail(reason),
    ...options,
  });
}

test('every BOTTLEROCKET_RELEASES that upstream ever had is read, all versions with a "v"', async () => {
  const files = readdirSync(history).filter((name) => name.endsWith('.yaml'));
  assert.equal(files.length, 61);
  for (const name of files) {
    const text = readFileSync(path.join(history, name), 'utf8');
    const { bottlerocket } = await read({ BOTTLEROCKET_RELEASES: text });
    const versions = Object.values(bottlerocket).flatMap((entry) => Object.values(entry));
    assert.equal(versions.length, text.match(/-release-version:/g)?.length, name);
    for (const version of versions) assert.match(version, /^v\d+\.\d+\.\d+/, name);
  }
});

test('each release line states its tools from v0.19 on, and none before', async () => {
  for (const line of readdirSync(lines)) {
    const names = readdirSync(path.join(lines, line));
    const data = Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(lines, line, name), 'utf8')]),
    );
    const { requiredTools, upstreamTag } = await read(data);
    assert.equal(requiredTools?.packer, Number(line.slice(-2)) >= 19 ? '1.9.5' : undefined, line);
    if (data['GIT_TAG']) assert.match(upstreamTag ?? '', /^(v0\.1\.\d+|[0-9a-f]{40})$/);
  }
});

test('what a channel does not have is absent', async () => {
  const { bottlerocket, requiredTools } = await read({
    BOTTLEROCKET_RELEASES: '1-29:\n  ova-release-version: 1.20.5\n1-30: {raw-release-version: null}\n',
    'REQUIRED_DEPENDENCY_VERSIONS.yaml': 'ansible: 2.15.10\npacker:\n  plugins: {nutanix: "", goss: 3.1.4}\n',
  });
  assert.deepEqual(bottlerocket, { '1-29': { ova: 'v1.20.5' }, '1-30': {} });
  assert.deepEqual(requiredTools, { ansible: '2.15.10', plugins: { goss: '3.1.4' } });
});

test('a version that is none, and a commit without the file, are errors', async () => {
  await assert.rejects(
    read({ BOTTLEROCKET_RELEASES: '1-29:\n  ova-release-version: ../../x\n' }),
    /`1-29\.ova-release-version` is not a version of Bottlerocket/,
  );
  await assert.rejects(read({}), /has no projects\/kubernetes-sigs\/image-builder\/BOTTLEROCKET_RELEASES/);
});

test('when git fails TLS has to do, which is told; a file that is not there is absent', async () => {
  const told: string[] = [];
  const asked: string[] = [];
  const tooling = await read(
    {},
    {
      readByGit: () => Promise.reject(new Error('no git here')),
      onFallback: (reason) => told.push(reason),
      http: {
        getText: async (url) => {
          asked.push(url);
          if (url.endsWith('/BOTTLEROCKET_RELEASES')) return '1-36:\n  ova-release-version: v1.64.0\n';
          throw new HttpStatusError('not there', { status: 404, bodyStart: '' });
        },
      },
    },
  );
  assert.deepEqual(told, ['no git here']);
  assert.equal(tooling.readBy, 'tls');
  assert.deepEqual(tooling.bottlerocket, { '1-36': { ova: 'v1.64.0' } });
  assert.ok(!('requiredTools' in tooling));
  assert.equal(
    asked[0],
    `https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/${commit}/${project}/BOTTLEROCKET_RELEASES`,
  );
});
