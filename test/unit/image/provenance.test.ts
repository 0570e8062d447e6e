import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadsOfBuild } from '../../../src/image/guest-downloads.ts';
import { type ProvenanceFacts, provenanceLine, provenanceOf } from '../../../src/image/provenance.ts';
import { provenanceRun, sourcesOfRun } from '../../../src/runner/provenance-run.ts';
import { statementProblems } from '../../support/provenance-schemas.ts';

const runner = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo/images',
  GITHUB_ACTION_REPOSITORY: 'owner/eks-anywhere-node-images',
  GITHUB_WORKFLOW_REF: 'octo/images/.github/workflows/images.yml@refs/heads/main',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_EVENT_NAME: 'schedule',
  RUNNER_ENVIRONMENT: 'self-hosted',
};

const facts = (overrides: Partial<ProvenanceFacts> = {}): ProvenanceFacts => ({
  image: {
    fileName: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1.gz',
    sha256: 'ab'.repeat(32),
    size: 1234,
    format: 'raw.gz',
    contents: 'GPT, 2 partitions, 64 MiB',
    templateTags: ['os:ubuntu'],
  },
  run: provenanceRun('build-v1', runner),
  parameters: { os: 'ubuntu', config: { disk_size: '8192' } },
  dependencies: sourcesOfRun(runner),
  verified: [{ what: 'the CLI', by: 'the bundle' }],
  unverified: [],
  ...overrides,
});

test('a statement is what in-toto and SLSA specify', () => {
  const statement = provenanceOf(facts());
  assert.deepEqual(statementProblems(statement), []);
  assert.deepEqual(statement.subject, [
    { name: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1.gz', digest: { sha256: 'ab'.repeat(32) } },
  ]);
  const { buildDefinition, runDetails } = statement.predicate;
  assert.equal(
    runDetails.builder.id,
    'https://github.com/octo/images/.github/workflows/images.yml@refs/heads/main',
  );
  assert.equal(
    runDetails.metadata.invocationId,
    'https://github.com/octo/images/actions/runs/4711/attempts/2',
  );
  assert.equal(
    buildDefinition.buildType,
    'https://github.com/owner/eks-anywhere-node-images/blob/main/docs/provenance.md#build-v1',
  );
  assert.deepEqual(buildDefinition.externalParameters.workflow, {
    repository: 'https://github.com/octo/images',
    path: '.github/workflows/images.yml',
    ref: 'refs/heads/main',
  });
  assert.deepEqual(buildDefinition.resolvedDependencies, [
    {
      uri: 'git+https://github.com/octo/images@refs/heads/main',
      digest: { gitCommit: '0123456789abcdef0123456789abcdef01234567' },
    },
  ]);
});

test('the schemas refuse what the specifications do not allow', () => {
  const { predicate, ...statement } = provenanceOf(facts());
  assert.match(statementProblems({ ...statement, predicate: {} }).join(), /buildDefinition/);
  assert.match(
    statementProblems({ ...statement, subject: [{ name: 'x' }], predicate } as object).join(),
    /digest/,
  );
  assert.match(
    statementProblems({
      ...statement,
      _type: 'https://in-toto.io/Statement/v0.1',
      predicate,
    } as object).join(),
    /must be equal to constant/,
  );
});

test('a statement is one line, without secrets', () => {
  const line = provenanceLine(provenanceOf(facts({ parameters: { note: 'is "s3cret" here' } })), (text) =>
    text.replaceAll('s3cret', '***'),
  );
  assert.equal(line.split('\n').length, 2);
  assert.equal(JSON.parse(line).predicate.buildDefinition.externalParameters.image.note, 'is "***" here');
});

test('what the guest downloads depends on the release', () => {
  const names = (version: string) =>
    downloadsOfBuild(version)
      .unverified.map(({ what }) => what)
      .join();
  assert.match(names('v0.26.1'), /crictl.*runc.*containerd\.service/);
  assert.doesNotMatch(names('v0.24.3'), /crictl|runc|containerd\.service/);
  assert.match(names('v0.18.0'), /goss/);
  assert.deepEqual(
    downloadsOfBuild('v0.26.1').verified.map(({ what }) => what),
    ['containerd'],
  );
});
