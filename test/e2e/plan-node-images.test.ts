import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { nodeImage } from '../../src/actions/node-image.ts';
import { type NodeImageRecord, recordName, recordOf } from '../../src/plan/record.ts';
import { readInputs } from '../../src/runner/inputs.ts';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { makeManifestTarball } from '../support/manifest-tarball.ts';
import type { StepResult } from '../support/runner.ts';

const action = 'actions/plan-node-images';
const api = 'api.github.com';
const day = 24 * 60 * 60 * 1000;

interface Cell extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: string;
  readonly fingerprint?: string;
}

function cellsOf({ outputs }: StepResult): readonly Cell[] {
  return JSON.parse(outputs['matrix'] ?? '{}').include;
}

describe('plan-node-images, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());
  beforeEach(() => {
    e2e.box.gitHub.artifacts.length = 0;
  });

  const plan = (inputs: Record<string, string>, environment: Record<string, string> = {}) =>
    e2e.run(action, {
      inputs: {
        ...boxInputs(e2e.box),
        'eks-a-version': 'v0.26.1',
        'github-token': 'ghs_box',
        ...inputs,
      },
      environment,
    });
  const apiRequests = () => e2e.box.requests.filter(({ host }) => host === api).length;

  const images = `
- hypervisor: [baremetal, vmware]
  os-version: [22.04, 2404]
  release-channel: [1-33, 1.34]
- os: bottlerocket
  hypervisor: vsphere
  release-channel: "1.34"
`;

  test('makes a matrix of every combination, in the order of the lists', async () => {
    const result = await plan({ images });
    assert.equal(result.exitCode, 0, result.log);
    assert.deepEqual(
      cellsOf(result).map(({ name }) => name),
      [
        'ubuntu 22.04 efi baremetal 1-33',
        'ubuntu 22.04 efi baremetal 1-34',
        'ubuntu 22.04 bios vsphere 1-33',
        'ubuntu 22.04 bios vsphere 1-34',
        'ubuntu 24.04 efi baremetal 1-33',
        'ubuntu 24.04 efi baremetal 1-34',
        'ubuntu 24.04 bios vsphere 1-33',
        'ubuntu 24.04 bios vsphere 1-34',
        'bottlerocket vsphere 1-34',
      ],
    );
    assert.equal(result.outputs['has-builds'], 'true');
    assert.equal(result.outputs['count'], '9');
    assert.equal(result.outputs['skipped'], '0');
    assert.equal(result.outputs['reused'], '[]');
    assert.equal(apiRequests(), 0, 'nothing is asked of GitHub unless unchanged images are skipped');
    assert.match(result.summary, /\| Ubuntu 22\.04 UEFI, bare metal \| 🔨 build \| 🔨 build \|/);
    assert.match(result.summary, /\| Bottlerocket, vSphere \| not planned \| 🔨 build \|/);
    const document = JSON.parse(readFileSync(result.outputs['plan-path'] ?? '', 'utf8'));
    assert.equal(document.cells.length, 9);
    assert.equal(document.bundleNumber, 124);
  });

  test('gives cells that the root action takes as they are', async () => {
    const result = await plan({
      images: `
- hypervisor: vsphere
  release-channel: 1-33
  firmware: uefi
  config: {vcenter_server: vc.example.com, insecure_connection: true}
  runs-on: [self-hosted, vcenter]`,
    });
    const [cell] = cellsOf(result);
    assert.deepEqual(cell?.['runs-on'], ['self-hosted', 'vcenter']);
    const inputs = readInputs(nodeImage.inputs, { INPUT_CELL: JSON.stringify(cell) });
    assert.equal(inputs.os, 'ubuntu');
    assert.equal(inputs['os-version'], '22.04');
    assert.equal(inputs.firmware, 'efi');
    assert.equal(inputs['release-channel'], '1-33');
    assert.deepEqual(inputs['eks-a-version'], { kind: 'exact', version: 'v0.26.1' });
    assert.equal(inputs.config, '{"vcenter_server":"vc.example.com","insecure_connection":"true"}');
  });

  test('hands out everything that a release can build in one matrix', async () => {
    const everything = `
- {hypervisor: vsphere, os: [ubuntu], os-version: [22.04, 24.04], firmware: [bios, efi], release-channel: supported}
- {hypervisor: [baremetal, nutanix, ami], os-version: [22.04, 24.04], release-channel: supported}
- {hypervisor: [baremetal, nutanix, vsphere], os: rhel, os-version: [8, 9], release-channel: supported}
- {hypervisor: vsphere, os: bottlerocket, release-channel: supported}`;
    const all = await plan({ images: everything });
    assert.equal(all.exitCode, 0, all.log);
    assert.equal(all.outputs['count'], String(7 * (4 + 6 + 6 + 1)));
    assert.equal(new Set(cellsOf(all).map(({ id }) => id)).size, 7 * 17);
  });

  test('says with an empty matrix that there is nothing to build', async () => {
    const result = await plan({ images, exclude: '- {hypervisor: [vsphere, baremetal]}' });
    assert.equal(result.outputs['has-builds'], 'false');
    assert.equal(result.outputs['matrix'], '{"include":[]}');
    assert.equal(result.outputs['count'], '0');
  });

  test('leaves out what the release cannot build, when told to, and shows it', async () => {
    const inputs = { images: '- {hypervisor: [vsphere, cloudstack], os: rhel, release-channel: 1-34}' };
    const refused = await plan(inputs);
    assert.equal(refused.exitCode, 1);
    assert.match(onlyError(refused), /cannot build 1 of the 2 images/);
    assert.match(onlyError(refused), /redhat cloudstack 1-34: .*not for cloudstack \(nearest: redhat 8/);
    assert.match(refused.summary, /❌ unsupported/);

    const skipped = await plan({ ...inputs, 'on-unsupported': 'skip' });
    assert.equal(skipped.exitCode, 0, skipped.log);
    assert.equal(skipped.outputs['count'], '1');
    assert.equal(skipped.outputs['skipped'], '1');
    assert.match(skipped.summary, /The release cannot build these images:/);
  });

  test('plans from a manifest tarball without a request', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-tarball-'));
    try {
      const tarball = await makeManifestTarball(e2e.box, folder);
      const asked = e2e.box.requests.length;
      const result = await plan({ images, 'manifest-tarball': tarball });
      assert.equal(result.exitCode, 0, result.log);
      assert.equal(e2e.box.requests.length, asked);
      const online = await plan({ images });
      assert.equal(result.outputs['matrix'], online.outputs['matrix']);
      const other = await plan({ images, 'manifest-tarball': tarball, 'eks-a-version': 'v0.25.1' });
      assert.match(onlyError(other), /`eks-a-bundles-v0\.25\.1\.yaml`/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('takes the fingerprints of a manifest tarball, and says of which cells it cannot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-tarball-'));
    try {
      const tarball = await makeManifestTarball(e2e.box, folder, {
        '1-33': 'https://distro.eks.amazonaws.com/kubernetes-1-33/kubernetes-1-33-eks-30.yaml',
      });
      const asked = e2e.box.requests.length;
      const result = await plan({
        images: '- {hypervisor: vsphere, release-channel: [1-33, 1-34]}',
        'manifest-tarball': tarball,
        'skip-unchanged': 'true',
      });
      assert.equal(result.exitCode, 0, result.log);
      const [known, unknown] = cellsOf(result);
      assert.match(known?.fingerprint ?? '', /^[0-9a-f]{32}$/);
      assert.equal(unknown?.fingerprint, undefined);
      assert.match(result.log, /1-34-v0\.26\.1: build \(.*EKS Distro manifest could not be read/);
      const hosts = new Set(e2e.box.requests.slice(asked).map(({ host }) => host));
      assert.deepEqual([...hosts], [api]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe('with skip-unchanged', () => {
    const one = { images: '- {hypervisor: baremetal, release-channel: 1-34}', 'skip-unchanged': 'true' };

    test('without the build-tooling commit plans on what is known of the release line, and says so', async () => {
      const removes = ['github.com', 'raw.githubusercontent.com'].map((host) =>
        e2e.box.fault({ host, path: /./ }, { kind: 'status', status: 403 }),
      );
      try {
        const result = await plan(one);
        assert.equal(result.outputs['count'], '1', result.log);
        assert.match(
          result.annotations.map(({ message }) => message).join(),
          /the fingerprints rest on what is known of the release line/,
        );
      } finally {
        for (const remove of removes) remove();
      }
    });

    /** What a build of the cell leaves behind: its image and the record of it. */
    function leave(
      cell: Cell,
      {
        ageDays = 1,
        record = {},
        image = {},
        runs = {},
      }: { ageDays?: number; record?: object; image?: object; runs?: object } = {},
    ): void {
      const times = {
        createdAt: new Date(Date.now() - ageDays * day).toISOString(),
        expiresAt: new Date(Date.now() + (8 - ageDays) * day).toISOString(),
      };
      const body: NodeImageRecord = recordOf({
        spec: { id: cell.id, eksaVersion: 'v0.26.1', releaseChannel: '1-34' },
        fingerprint: cell.fingerprint ?? '',
        release: { bundleNumber: 124, signature: 'verified' },
        channel: { eksdRelease: 'kubernetes-1-34-eks-21' },
        image: { fileName: `${cell.id}.gz`, sha256: 'ab'.repeat(32), size: 1234 },
        artifact: { id: 70, url: 'https://github.com/octo/images/actions/runs/31/artifacts/70' },
        run: { repository: 'octo/images', id: '31', attempt: 1 },
        builtAt: new Date(times.createdAt),
      });
      e2e.box.gitHub.artifacts.push(
        { id: 70, name: `${cell.id}.gz`, body: 'image', runId: 31, ...times, ...runs, ...image },
        {
          id: 71,
          name: recordName(body),
          body: JSON.stringify(body),
          runId: 31,
          ...times,
          ...runs,
          ...record,
        },
      );
    }

    async function firstCell(inputs: Record<string, string> = one): Promise<Cell> {
      const result = await plan(inputs);
      assert.equal(result.exitCode, 0, result.log);
      const [cell] = cellsOf(result);
      assert.ok(cell, result.log);
      return cell;
    }

    test('builds what was never built, and names its fingerprint', async () => {
      const cell = await firstCell();
      assert.match(cell.fingerprint ?? '', /^[0-9a-f]{32}$/);
      assert.equal((await firstCell()).fingerprint, cell.fingerprint, 'the same from run to run');
    });

    test('leaves out what did not change, and says where the image is', async () => {
      leave(await firstCell());
      const result = await plan(one);
      assert.equal(result.outputs['has-builds'], 'false', result.log);
      assert.equal(result.outputs['skipped'], '1');
      const [reused] = JSON.parse(result.outputs['reused'] ?? '');
      assert.equal(reused.artifactId, 70);
      assert.equal(reused.sha256, 'ab'.repeat(32));
      assert.equal(reused.runUrl, 'https://github.com/octo/images/actions/runs/31');
      assert.match(reused.expiresAt, /^\d{4}-/);
      assert.match(result.summary, /\[♻️ reused\]\(https:\/\/github\.com\/octo\/images\/actions\/runs\/31\)/);
    });

    for (const [name, left, reason] of [
      ['an image that is too old', { ageDays: 7 }, /built 7 days ago/],
      ['an expired record', { record: { expired: true } }, /its record has expired/],
      ['a record whose image expired', { image: { expired: true } }, /image has expired or was deleted/],
      ['a record whose image was deleted', { image: { id: 69 } }, /image has expired or was deleted/],
      ['a record that names the image of another run', { image: { runId: 30 } }, /artifact of another run/],
      ['a record kept by another run than it says', { runs: { runId: 32 } }, /not of the run that keeps it/],
      ['a record of another branch', { record: { headBranch: 'topic' } }, /not by a run of main/],
      [
        'a record of a fork whose branch is called main',
        { record: { headRepositoryId: 666 } },
        /not by a run/,
      ],
      ['a record that is no JSON', { record: { body: 'PK' } }, /cannot be read/],
      ['a record of another cell under this name', { record: { body: '{}' } }, /cannot be read/],
    ] as const) {
      test(`builds again for ${name}`, async () => {
        leave(await firstCell(), left);
        const result = await plan(one);
        assert.equal(result.exitCode, 0, result.log);
        assert.equal(result.outputs['has-builds'], 'true');
        assert.match(result.log, reason);
      });
    }

    test('builds again when the content of the config file changed', async () => {
      const job = e2e.job();
      const run = async (config: string) => {
        mkdirSync(join(job.workspace, 'configs'), { recursive: true });
        writeFileSync(join(job.workspace, 'configs', 'metal.yaml'), config);
        const inputs = {
          ...boxInputs(e2e.box),
          'github-token': 'ghs_box',
          'eks-a-version': 'v0.26.1',
          images: '- {hypervisor: baremetal, release-channel: 1-34, config-file: configs/metal.yaml}',
          'skip-unchanged': 'true',
        };
        const result = await job.step(action, { inputs });
        assert.equal(result.exitCode, 0, result.log);
        return cellsOf(result)[0]?.fingerprint;
      };
      const small = await run('disk_size: 6656');
      assert.notEqual(await run('disk_size: 8192'), small);
      assert.equal(await run('# a comment\ndisk_size:   "6656"'), small);
    });

    test('always builds what it cannot see all of', async () => {
      const result = await plan({
        ...one,
        images: '- {hypervisor: baremetal, release-channel: 1-34, config-file: only/there.yaml}',
      });
      assert.equal(cellsOf(result)[0]?.fingerprint, undefined);
      assert.match(result.log, /only\/there\.yaml would go unseen/);
    });

    for (const event of ['pull_request', 'pull_request_target']) {
      test(`neither reads records for ${event} nor lets its builds write any`, async () => {
        leave(await firstCell());
        const before = apiRequests();
        const result = await plan(one, { GITHUB_EVENT_NAME: event });
        assert.equal(apiRequests(), before);
        assert.equal(result.outputs['count'], '1');
        assert.equal(cellsOf(result)[0]?.fingerprint, undefined);
      });
    }

    for (const [name, token, says] of [
      ['a token that may not read artifacts', 'ghs_other', /actions: read/],
      ['a token that is no longer valid', 'expired', /HTTP status 401.*\n.*not valid/],
    ] as const) {
      test(`fails for ${name}, and says what to change`, async () => {
        const result = await plan({ ...one, 'github-token': token });
        assert.equal(result.exitCode, 1);
        assert.match(onlyError(result), says);
        assert.ok(!result.log.includes(token));
      });
    }

    test('builds everything, with a warning, when GitHub limits requests', async () => {
      const clear = e2e.box.fault(
        { host: api, path: /artifacts/ },
        { kind: 'status', status: 403, body: '{"message":"API rate limit exceeded for installation."}' },
      );
      const result = await plan(one);
      clear();
      assert.equal(result.exitCode, 0, result.log);
      assert.equal(result.outputs['count'], '1');
      assert.ok(result.annotations.some(({ message }) => /All images are built/.test(message)));
    });
  });

  describe('refuses what cannot be meant, all at once', () => {
    for (const [name, inputs, says] of [
      [
        'keys and values that do not exist',
        { images: '- {hypervisr: vsphere, os: ubunto, release-channel: 1-33}' },
        [/did you mean `hypervisor`/, /did you mean ubuntu/, /`hypervisor` is missing/],
      ],
      [
        'a channel that lost its zero',
        { images: '- {hypervisor: vsphere, release-channel: 1.3}' },
        [/Quote it/, /1-30/],
      ],
      [
        'the same image twice',
        {
          images:
            '- {hypervisor: vsphere, release-channel: 1-33}\n- {hypervisor: vsphere, os-version: 2204, release-channel: supported}',
        },
        [/ubuntu-2204-bios-vsphere-1-33-v0\.26\.1: entries 1 and 2/],
      ],
      [
        'two machines of the same name',
        { images: '- {hypervisor: vsphere, release-channel: 1-33, builder: [iso, clone]}' },
        [/same name in the same vCenter folder/],
      ],
      [
        'a password in the matrix',
        {
          images: '- {hypervisor: vsphere, release-channel: 1-33, config: {password: "s3cret-value-of-it"}}',
        },
        [/`password` is secret/],
      ],
      [
        'a runner for nothing',
        { images: '- {hypervisor: vsphere, release-channel: 1-33}', runners: '{vshpere: x}' },
        [/did you mean `vsphere`/],
      ],
      ['images that are no list', { images: 'all of them' }, [/not a mapping/]],
      [
        'a release that is too old',
        { 'eks-a-version': 'v0.15.3', images: '- {hypervisor: vsphere, release-channel: 1-27}' },
        [/too old/],
      ],
    ] as const) {
      test(name, async () => {
        const result = await plan(inputs);
        assert.equal(result.exitCode, 1, result.log);
        for (const pattern of says) assert.match(onlyError(result), pattern);
        assert.ok(!result.rawLog.replace(/^::add-mask.*$/gm, '').includes('s3cret-value'));
      });
    }
  });

  test('asks only for hosts that the box knows', () => {
    assert.deepEqual([...e2e.box.unknownHosts], []);
  });
});
