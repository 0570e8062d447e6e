import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { boxInputs, buildInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';

const host = 'dev-release-assets.eks-anywhere.model-rocket.aws.dev';
const releaseManifest = /^\/release-0\.26\/eks-a-release\.yaml$/;
const version = 'v0.0.0-dev-release-0.26+build.12';

describe('a development build of EKS Anywhere, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  const build = (inputs: Record<string, string>) =>
    e2e.run('actions/build-node-image', {
      inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none', ...inputs },
    });

  test('is built, named by its number, with a warning in log and summary', async () => {
    const { exitCode, outputs, annotations, summary, log } = await build({
      'eks-a-version': 'dev',
      'dev-branch': 'release-0.26',
    });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['eks-a-version'], version);
    assert.equal(outputs['id'], `ubuntu-2204-efi-baremetal-1-33-${version.replace('+', '_')}`);
    assert.equal(outputs['signature'], 'verified');
    assert.match(log, /image-builder build .*--eksa-release v0\.0\.0-dev /);
    assert.match(
      log,
      /EKSA_USE_DEV_RELEASE set to true, using EKS-A dev release version: v0\.0\.0-dev-release-0\.26\+build\.12/,
    );
    for (const text of [annotations.map(({ message }) => message).join('\n'), summary])
      assert.match(text, /is a development build of EKS Anywhere: not released/);
    const statement = JSON.parse(readFileSync(outputs['provenance-path'] ?? '', 'utf8'));
    assert.equal(statement.predicate.buildDefinition.internalParameters.manner.development, true);
  });

  test('is not built when the CLI takes a newer one than was resolved', async () => {
    // The first request is that of the action, the second that of the CLI.
    const match = { host, path: releaseManifest };
    e2e.box.fault({ ...match, times: 1 }, { kind: 'serve', path: '/release-0.26/eks-a-release.yaml' });
    const remove = e2e.box.fault(match, { kind: 'rewrite', from: 'build.12', to: 'build.13' });
    try {
      const result = await build({ 'eks-a-version': 'dev', 'dev-branch': 'release-0.26' });
      assert.equal(result.exitCode, 1, result.log);
      const error = onlyError(result);
      assert.match(error, /is building another release than the verified one/);
      assert.match(error, /verified: v0\.0\.0-dev-release-0\.26\+build\.12/);
      assert.match(error, /from https:\/\/dev-release-assets\S*build\.13\/bundles\.yaml/);
      assert.match(error, /Run the job again/);
    } finally {
      remove();
    }
  });

  test('is planned as a cell that names its build, and the branch follows from the name', async () => {
    const release = boxInputs(e2e.box);
    const plan = await e2e.run('actions/plan-node-images', {
      inputs: {
        ...release,
        'eks-a-version': 'dev',
        'dev-branch': 'release-0.26',
        images: '- {hypervisor: baremetal, release-channel: 1-33}',
      },
    });
    const [cell] = JSON.parse(plan.outputs['matrix'] ?? '{"include":[]}').include;
    assert.equal(cell['eks-a-version'], version, plan.log);
    const resolved = await e2e.run('actions/resolve-eksa-bundle', {
      inputs: { ...release, cell: JSON.stringify(cell) },
    });
    assert.equal(resolved.outputs['eks-a-version'], version, resolved.log);
  });

  test('`dev-branch` without `dev` is a mistake', async () => {
    const result = await build({ 'dev-branch': 'release-0.26' });
    assert.match(onlyError(result), /`dev-branch` is given, but `eks-a-version` is not `dev`/);
    const wrong = await build({ 'eks-a-version': 'dev', 'dev-branch': '../x' });
    assert.match(onlyError(wrong), /`\.\.\/x` is not a branch such as `main` or `release-0\.26`/);
  });
});
