import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { makeManifestTarball } from '../support/manifest-tarball.ts';
import { type MirrorServer, mirrorPassword, offline, startMirror } from '../support/mirror.ts';
import type { RunnerJob } from '../support/runner.ts';

const assets = 'anywhere-assets.eks.amazonaws.com';
const distro = 'distro.eks.amazonaws.com';
const eksd = (number: number) =>
  `https://${distro}/kubernetes-1-33/kubernetes-1-33-eks-${number}.yaml` as const;

describe('an air-gapped build, as committed, with servers of its own for git and for artifacts', () => {
  let e2e: EndToEnd;
  let git: MirrorServer;
  let artifacts: MirrorServer;
  before(async () => {
    e2e = await startEndToEnd();
    git = await startMirror(e2e.box);
    artifacts = await startMirror(e2e.box, { isOpen: true });
  });
  after(async () => {
    await artifacts[Symbol.asyncDispose]();
    await git[Symbol.asyncDispose]();
    await e2e[Symbol.asyncDispose]();
  });

  /** A workspace with what the config names. */
  function workspaceOf(job: RunnerJob): object {
    writeFileSync(join(job.workspace, 'ubuntu-22.04.5.iso'), 'an ISO');
    writeFileSync(
      join(job.workspace, 'internal.list'),
      'deb http://packages.example.com/ubuntu jammy main\n',
    );
    return {
      eksa_build_tooling_repo_url: git.address('github.com/aws/eks-anywhere-build-tooling.git'),
      image_builder_repo_url: git.address('github.com/kubernetes-sigs/image-builder.git'),
      private_artifacts_eksd_fqdn: artifacts.address(distro),
      private_artifacts_eksa_fqdn: artifacts.address(assets),
      extra_repos: 'internal.list',
      disable_public_repos: true,
      iso_url: 'ubuntu-22.04.5.iso',
      iso_checksum: createHash('sha256').update('an ISO').digest('hex'),
      iso_checksum_type: 'sha256',
    };
  }

  function inputsOf(job: RunnerJob, tarball: string, config: object): Record<string, string> {
    writeFileSync(join(job.workspace, 'air-gapped.json'), JSON.stringify(config));
    return {
      ...buildInputs(e2e.box),
      'air-gapped': 'true',
      'manifest-tarball': tarball,
      'config-file': 'air-gapped.json',
      // The CLI alone is not in the tarball.
      mirrors: artifacts.line(assets),
      'upload-artifact': 'none',
    };
  }

  test('reaches its own servers alone, and gives the password of git to git alone', async () => {
    const job = e2e.job(offline);
    const tarball = await makeManifestTarball(e2e.box, job.workspace, { '1-33': eksd(30) });
    const inputs = inputsOf(job, tarball, workspaceOf(job));
    e2e.box.standIn({ STANDIN_LEAK: '1' });
    const result = await job.step('actions/build-node-image', { inputs });
    e2e.box.standIn({});
    const { exitCode, log, outputs } = result;
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['signature'], 'verified');
    assert.equal(outputs['eksd-release'], 'kubernetes-1-33-eks-30');
    assert.match(log, /Replacing EKS-D domain name in file: eks-d-1-33\.yaml/);
    assert.deepEqual(
      git.requests.filter(
        (request) => !/^(GET|POST) \/github\.com\/aws\/eks-anywhere-build-tooling/.test(request),
      ),
      [],
    );
    assert.ok(git.authorized > 0);
    assert.equal(artifacts.authorized, 0);
    const fromDistro = artifacts.requests.filter((request) => request.includes(`/${distro}/`));
    assert.ok(fromDistro.length > 0, artifacts.requests.join('\n'));
    for (const text of [log, result.summary, readFileSync(outputs['log-path'] ?? '', 'utf8')])
      for (const password of [mirrorPassword, encodeURIComponent(mirrorPassword)])
        assert.ok(!text.includes(password));
    await job.post();
  });

  test('is refused when the tarball holds another EKS Distro release than the bundle', async () => {
    const job = e2e.job(offline);
    const config = workspaceOf(job);
    const asked = artifacts.requests.length;
    const newer = await makeManifestTarball(e2e.box, job.workspace, { '1-33': eksd(29) });
    const { exitCode, log, ...result } = await job.step('actions/build-node-image', {
      inputs: inputsOf(job, newer, config),
    });
    assert.equal(exitCode, 1, log);
    const error = onlyError({ exitCode, log, ...result });
    assert.match(error, /The archive of `manifest-tarball` does not fit v0\.26\.1\./);
    assert.match(error, /Make it with the image-builder CLI of v0\.26\.1/);
    const downloads = artifacts.requests.slice(asked);
    assert.deepEqual(downloads, [], 'nothing is downloaded for a build that cannot be');
  });

  test('opens the tarball without following its names', async () => {
    const job = e2e.job(offline);
    const config = workspaceOf(job);
    const tarball = join(job.workspace, 'eks-a-manifests.tar');
    writeFileSync(tarball, 'no archive');
    const result = await job.step('actions/build-node-image', { inputs: inputsOf(job, tarball, config) });
    assert.match(onlyError(result), /The archive of `manifest-tarball` cannot be read/);
  });

  test('is for Ubuntu only, and not for an AMI', async () => {
    const job = e2e.job(offline);
    const tarball = await makeManifestTarball(e2e.box, job.workspace, { '1-33': eksd(30) });
    const build = async (more: Record<string, string>) => {
      const inputs = { ...inputsOf(job, tarball, {}), ...more };
      return onlyError(await job.step('actions/build-node-image', { inputs }));
    };
    assert.match(
      await build({ os: 'redhat', 'os-version': '9' }),
      /`air-gapped`: only Ubuntu is built air-gapped/,
    );
    assert.match(await build({ hypervisor: 'ami' }), /`air-gapped`: an AMI is built in AWS/);
  });

  test('names all that its config lacks at once', async () => {
    const job = e2e.job(offline);
    const tarball = await makeManifestTarball(e2e.box, job.workspace, { '1-33': eksd(30) });
    const error = onlyError(
      await job.step('actions/build-node-image', { inputs: inputsOf(job, tarball, {}) }),
    );
    for (const key of Object.keys(workspaceOf(job)).filter((name) => !/checksum|disable/.test(name)))
      assert.ok(error.includes(`\`${key}\` is missing`), `${key} in ${error}`);
  });
});
