import assert from 'node:assert/strict';
import { execFileSync, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runIndex } from '../../src/plan/run-index.ts';
import { resultsHost } from '../box/box.ts';
import {
  boxInputs,
  type EndToEnd,
  onlyError,
  startEndToEnd,
  vcenterPassword,
  vsphereConnection,
} from '../support/e2e.ts';
import type { StepResult } from '../support/runner.ts';
import type { ArtifactCall } from '../unit/artifact-client.ts';

interface Cell extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

describe('collect-node-images, as committed, after builds in the box', () => {
  let e2e: EndToEnd;
  let cells: readonly Cell[];
  let plan: StepResult;
  before(async () => {
    e2e = await startEndToEnd();
    const connection = JSON.stringify(vsphereConnection);
    plan = await e2e.run('actions/plan-node-images', {
      inputs: {
        ...boxInputs(e2e.box),
        'eks-a-version': 'v0.26.1',
        'github-token': 'ghs_box',
        'skip-unchanged': 'true',
        'on-unsupported': 'skip',
        images: `
- {hypervisor: vsphere, firmware: [bios, efi], release-channel: 1-33, config: ${connection}}
- {hypervisor: baremetal, release-channel: 1-33}
- {hypervisor: cloudstack, os: rhel, os-version: 9, release-channel: 1-34}`,
      },
    });
    assert.equal(plan.exitCode, 0, plan.log);
    cells = JSON.parse(plan.outputs['matrix'] ?? '').include;
    assert.equal(cells.length, 3);
  });
  after(() => e2e[Symbol.asyncDispose]());

  const build = (cell: Cell, inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
    e2e.run('actions/build-node-image', {
      environment,
      inputs: {
        ...boxInputs(e2e.box),
        ...(cell['hypervisor'] === 'vsphere' && { secrets: `password=${vcenterPassword}` }),
        'proxy-in-image': 'none',
        // The stand-in builder takes the tools of the machine.
        setup: 'skip',
        cell: JSON.stringify(cell),
        record: 'candidate',
        ...inputs,
      },
    });
  const collect = (inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
    e2e.run('actions/collect-node-images', {
      inputs: {
        cells: plan.outputs['matrix'] ?? '',
        'ca-bundle': e2e.box.interceptingCa,
        // Other cells are another plan, and would be refused under the same name.
        ...(inputs['cells'] && {
          'index-name': `plan-${createHash('md5').update(inputs['cells']).digest('hex')}`,
        }),
        ...inputs,
      },
      environment,
    });
  /** As `report-node-images` reads it; the rest is there for others. */
  const indexOf = ({ outputs }: StepResult) => {
    const index = JSON.parse(readFileSync(outputs['index-path'] ?? '', 'utf8'));
    assert.equal(runIndex.parse(index).eksaVersion, 'v0.26.1');
    return index;
  };
  /** As any job of the run could. */
  async function callClient(call: ArtifactCall): Promise<void> {
    const client = fork(fileURLToPath(new URL('../unit/artifact-client.ts', import.meta.url)), {
      env: { ...process.env, ...e2e.box.environment },
      silent: true,
    });
    client.send(call);
    const [{ error }] = await once(client, 'message');
    client.kill();
    assert.equal(error, undefined);
  }
  const records = () => [...e2e.box.artifacts.keys()].filter((name) => name.endsWith('.record.json'));

  test('a run with a failed cell, one that did not start and one built, then the re-run of the failed job', async () => {
    const [bios, efi, metal] = cells as readonly [Cell, Cell, Cell];
    const first = await build(bios);
    assert.equal(first.exitCode, 0, first.log);
    e2e.box.standIn({ STANDIN_FAIL: '2' });
    const broken = await build(efi);
    e2e.box.standIn({});
    assert.equal(broken.exitCode, 1);

    const early = await collect({ promote: 'false', 'plan-file': plan.outputs['plan-path'] ?? '' });
    assert.equal(early.exitCode, 0, early.log);
    assert.deepEqual(JSON.parse(early.outputs['built'] ?? ''), [bios.id]);
    assert.deepEqual(JSON.parse(early.outputs['failed'] ?? ''), [efi.id, metal.id]);
    const states = indexOf(early).cells as readonly Readonly<Record<string, string>>[];
    assert.match(states[1]?.['cause'] ?? '', /failed in the phase ".*Timeout waiting for SSH/s);
    assert.match(states[2]?.['cause'] ?? '', /left no outcome/);
    assert.equal(states[3]?.['status'], 'skipped');
    assert.match(states[3]?.['reason'] ?? '', /not for cloudstack/);
    assert.deepEqual(records(), [], 'nothing is promoted before the rest has happened');

    // "Re-run failed jobs": the list of artifacts still has the image, the record and the outcomes of the first attempt.
    const attempt = { GITHUB_RUN_ATTEMPT: '2' };
    for (const cell of [efi, metal]) {
      const again = await build(cell, {}, attempt);
      assert.equal(again.exitCode, 0, again.log);
      const isReplaced = /An earlier attempt of this run uploaded \S+\.outcome\.json; replacing it/.test(
        again.log,
      );
      assert.equal(isReplaced, cell === efi, again.log);
    }
    const outcome = (id: string) =>
      JSON.parse(readFileSync(e2e.box.artifacts.get(`${id}.outcome.json`)?.path ?? '', 'utf8'));
    assert.deepEqual(
      cells.map(({ id }) => [outcome(id).result, outcome(id).run.attempt]),
      [
        ['built', 1],
        ['built', 2],
        ['built', 2],
      ],
    );
    const result = await collect({}, attempt);
    assert.equal(result.exitCode, 0, result.log);
    assert.equal(result.annotations.length, 0, result.log);
    assert.deepEqual(
      JSON.parse(result.outputs['built'] ?? ''),
      cells.map(({ id }) => id),
    );
    assert.equal(result.outputs['failed'], '[]');
    assert.deepEqual(
      records().sort(),
      cells.map(({ id, fingerprint }) => `${id}.${fingerprint}.record.json`).sort(),
    );
    const kept = e2e.box.artifacts.get(`${bios.id}.${bios['fingerprint']}.record.json`)?.path ?? '';
    assert.equal(
      JSON.parse(readFileSync(kept, 'utf8')).run.attempt,
      1,
      'what the first attempt built counts',
    );
    for (const { id, fileName, sha256, artifactId, provenance } of indexOf(result).cells) {
      const stored = e2e.box.artifacts.get(fileName);
      assert.equal(stored?.digest, `sha256:${sha256}`);
      assert.equal(stored?.id, artifactId);
      assert.equal(provenance, `${id}.intoto.jsonl`);
      assert.ok(result.summary.includes(`/actions/runs/4711/artifacts/${artifactId})`));
      // As somebody would who downloaded all of them into one folder.
      copyFileSync(stored?.path ?? '', join(dirname(result.outputs['checksums-path'] ?? ''), fileName));
    }
    execFileSync('sha256sum', ['-c', '--quiet', result.outputs['checksums-path'] ?? ''], {
      cwd: dirname(result.outputs['checksums-path'] ?? ''),
    });
    assert.ok(e2e.box.artifacts.has('node-images.json'));
    assert.ok(e2e.box.artifacts.has('node-images.SHA256SUMS'));

    e2e.box.publishArtifacts();
    const next = await e2e.run('actions/plan-node-images', {
      inputs: {
        ...boxInputs(e2e.box),
        'eks-a-version': 'v0.26.1',
        'github-token': 'ghs_box',
        'skip-unchanged': 'true',
        images: '- {hypervisor: baremetal, release-channel: 1-33}',
      },
    });
    assert.equal(next.outputs['has-builds'], 'false', next.log);
    const later = await collect({
      cells: next.outputs['matrix'] ?? '',
      reused: next.outputs['reused'] ?? '',
    });
    assert.equal(later.exitCode, 0, later.log);
    assert.deepEqual(JSON.parse(later.outputs['reused'] ?? ''), [metal.id]);
    assert.match(later.summary, /\[artifact, until \d{4}-\d\d-\d\d\]\(https/);
    assert.match(
      readFileSync(later.outputs['checksums-path'] ?? '', 'utf8'),
      /^[0-9a-f]{64} {2}ubuntu-2204-efi-baremetal/,
    );
  });

  test('what says it was uploaded and is not there is refused, and no record is promoted for it', async () => {
    const cell = { ...cells[2], id: 'ubuntu-2404-efi-baremetal-1-33-v0.26.1', 'os-version': '24.04' } as Cell;
    const built = await build(cell);
    assert.equal(built.exitCode, 0, built.log);
    const list = e2e.box.fault(
      { host: resultsHost, path: /ListArtifacts/ },
      { kind: 'rewrite', from: `"${cell.id}.gz"`, to: '"gone.gz"' },
    );
    const result = await collect({ cells: JSON.stringify([cell]) });
    list();
    assert.equal(result.exitCode, 1, result.log);
    assert.match(
      onlyError(result),
      /2404-efi-baremetal-1-33-v0\.26\.1: its image is not among the artifacts/,
    );
    assert.deepEqual(
      JSON.parse(result.outputs['failed'] ?? ''),
      [cell.id],
      'the index is there all the same',
    );
    assert.ok(!records().some((name) => name.startsWith(cell.id)));

    const swapped = e2e.box.fault(
      { host: resultsHost, path: /ListArtifacts/ },
      { kind: 'rewrite', from: built.outputs['sha256'] ?? '', to: 'ab'.repeat(32) },
    );
    const other = await collect({ cells: JSON.stringify([cell]) });
    swapped();
    assert.match(onlyError(other), /has sha256 abab.*was built/);
  });

  test('a build without upload is in the index, without a place', async () => {
    const cell = {
      ...cells[2],
      id: 'ubuntu-2404-efi-baremetal-1-34-v0.26.1',
      'os-version': '24.04',
      'release-channel': '1-34',
    } as Cell;
    const built = await build(cell, { 'upload-artifact': 'none' });
    assert.equal(built.exitCode, 0, built.log);
    const result = await collect({ cells: JSON.stringify([cell]) });
    assert.deepEqual(JSON.parse(result.outputs['built'] ?? ''), [cell.id]);
    assert.match(result.summary, /not uploaded/);
    assert.ok(!records().some((name) => name.startsWith(cell.id)));
  });

  test('Bottlerocket that was fetched is collected like an image that was built', async () => {
    const id = 'bottlerocket-vsphere-1-33-v0.26.1';
    const cell = JSON.stringify({
      ...{ id, os: 'bottlerocket', hypervisor: 'vsphere' },
      ...{ 'release-channel': '1-33', 'eks-a-version': 'v0.26.1' },
    });
    const fetched = await e2e.run('actions/fetch-bottlerocket', {
      inputs: { ...boxInputs(e2e.box), source: 'bundle', cell },
    });
    assert.equal(fetched.exitCode, 0, fetched.log);
    const result = await collect({ cells: `[${cell}]` });
    assert.deepEqual(JSON.parse(result.outputs['built'] ?? ''), [id], result.log);
    const [image] = indexOf(result).cells;
    assert.equal(image.fileName, fetched.outputs['file-name']);
    assert.equal(image.artifactId, Number(fetched.outputs['artifact-id']));
  });

  test('a cancelled cell is told from a failed one, where the token may read the jobs of the run', async () => {
    const lost = ['cancelled', 'failure', 'skipped'].map((name) => ({ id: `cell-${name}`, name }));
    e2e.box.gitHub.jobs.push(
      { name: 'nightly / cancelled', conclusion: 'cancelled' },
      { name: 'nightly / failure', conclusion: 'failure' },
      { name: 'nightly / skipped', conclusion: 'skipped' },
    );
    const inputs = { cells: JSON.stringify(lost), 'github-token': 'ghs_box' };
    const result = await collect(inputs);
    assert.equal(result.exitCode, 0, result.log);
    assert.equal(result.annotations.length, 0, 'an empty file of checksums is not uploaded');
    assert.equal(result.outputs['cancelled'], '["cell-cancelled"]', result.log);
    assert.equal(result.outputs['failed'], '["cell-failure"]');
    assert.equal(result.outputs['skipped'], '["cell-skipped"]');
    assert.match(
      result.summary,
      /🚫 cancelled .*\[its job was cancelled.*\/actions\/runs\/4711\/job\/9000\)/,
    );

    const blind = await collect({ ...inputs, 'github-token': 'ghs_blind' });
    assert.equal(blind.exitCode, 0, blind.log);
    assert.equal(blind.annotations.length, 0, blind.log);
    assert.equal(JSON.parse(blind.outputs['failed'] ?? '').length, 3);
    assert.match(blind.log, /Cancelled builds cannot be told from failed ones: .*actions: read/);
    e2e.box.gitHub.jobs.length = 0;
  });

  test("two releases in one run do not take each other's names", async () => {
    const collected = [];
    for (const version of ['v0.25.3', 'v0.26.1']) {
      const planned = await e2e.run('actions/plan-node-images', {
        inputs: {
          ...boxInputs(e2e.box),
          'eks-a-version': version,
          'github-token': 'ghs_box',
          images: '- {hypervisor: baremetal, os-version: 24.04, release-channel: 1-32}',
        },
      });
      const matrix = planned.outputs['matrix'] ?? '';
      const [cell] = JSON.parse(matrix).include;
      assert.equal(cell?.id, `ubuntu-2404-efi-baremetal-1-32-${version}`, planned.log);
      const built = await build(cell);
      assert.equal(built.exitCode, 0, built.log);
      assert.doesNotMatch(built.log, /replacing it/);
      collected.push({ cells: matrix, 'index-name': version, id: cell.id });
    }
    for (const { id, ...inputs } of collected) {
      const result = await collect(inputs);
      assert.equal(result.exitCode, 0, result.log);
      assert.equal(result.outputs['built'], JSON.stringify([id]));
      assert.ok(e2e.box.artifacts.has(`${inputs['index-name']}.json`));
      assert.ok(e2e.box.artifacts.has(`${id}.gz`));
    }
    const [first, second] = collected;
    const both = { 'index-name': 'both' };
    await collect({ ...both, cells: first?.cells ?? '' });
    const clash = await collect({ ...both, cells: second?.cells ?? '' });
    assert.match(onlyError(clash), /has an index of other images under the name `both`/);
    const again = await collect({ ...both, cells: second?.cells ?? '' }, { GITHUB_RUN_ATTEMPT: '2' });
    assert.equal(again.exitCode, 0, again.log);
  });

  test('AMIs are in the index with their ids, images in Prism with their name, and neither has a record', async () => {
    const base = { ...cells[2], firmware: 'bios', fingerprint: 'ab'.repeat(16) };
    const ami = {
      ...base,
      id: 'ubuntu-2404-bios-ami-1-33-v0.26.1',
      hypervisor: 'ami',
      'os-version': '24.04',
    };
    const prism = { ...base, id: 'ubuntu-2204-bios-nutanix-1-33-v0.26.1', hypervisor: 'nutanix' };
    const aws = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'Aws-s3cret-key' };
    const regions = { aws_region: 'us-west-2', ami_regions: ['us-west-2', 'eu-central-1'] };
    const machine = await build(ami, { record: 'final', config: JSON.stringify(regions) }, aws);
    assert.equal(machine.exitCode, 0, machine.log);
    const config = {
      ...{
        nutanix_cluster_name: 'cluster',
        nutanix_endpoint: 'prism.example.com',
        nutanix_username: 'builder',
      },
      ...{ nutanix_subnet_name: 'vlan1', image_name: 'ubuntu-2204-kube' },
    };
    const image = await build(prism, {
      ...{ record: 'final', config: JSON.stringify(config), secrets: 'nutanix_password=Pr1sm-passw0rd' },
    });
    assert.equal(image.exitCode, 0, image.log);
    const result = await collect({ cells: JSON.stringify([ami, prism]), 'index-name': 'remote' });
    assert.equal(result.exitCode, 0, result.log);
    assert.deepEqual(JSON.parse(result.outputs['built'] ?? ''), [ami.id, prism.id], result.log);
    const [first, second] = indexOf(result).cells;
    assert.deepEqual(first.amis, [
      { region: 'us-west-2', id: 'ami-0123456789abcdef0' },
      { region: 'eu-central-1', id: 'ami-0123456789abcdef1' },
    ]);
    assert.equal(second.remoteName, 'ubuntu-2204-kube');
    assert.match(result.summary, /`ami-0123456789abcdef0` in us-west-2, `ami-/);
    assert.match(result.summary, /ubuntu-2204-kube.* there is no file/);
    assert.ok(!records().some((name) => name.startsWith(ami.id) || name.startsWith(prism.id)));
  });

  test('a record that somebody else left under the right name is replaced', async () => {
    const [bios] = cells as readonly [Cell];
    const name = `${bios.id}.${bios['fingerprint']}.record.json`;
    const honest = readFileSync(e2e.box.artifacts.get(name)?.path ?? '', 'utf8');
    const forged = join(mkdtempSync(join(tmpdir(), 'forged-')), name);
    writeFileSync(forged, honest.replace(/"sha256": "../, '"sha256": "00'));
    await callClient({ method: 'deleteArtifact', args: [name] });
    await callClient({
      method: 'uploadArtifact',
      args: [name, [forged], dirname(forged), { skipArchive: true }],
    });
    rmSync(dirname(forged), { recursive: true });
    const result = await collect({ cells: JSON.stringify([bios]) }, { GITHUB_RUN_ATTEMPT: '3' });
    assert.equal(result.exitCode, 0, result.log);
    assert.match(result.log, /1 records promoted/);
    const record = JSON.parse(readFileSync(e2e.box.artifacts.get(name)?.path ?? '', 'utf8'));
    assert.equal(record.image.sha256, indexOf(result).cells[0].sha256);
  });

  test('a pull request promotes nothing', async () => {
    const cell = { ...cells[2], id: 'ubuntu-2404-efi-baremetal-1-33-v0.26.1' } as Cell;
    const result = await collect({ cells: JSON.stringify([cell]) }, { GITHUB_EVENT_NAME: 'pull_request' });
    assert.equal(result.exitCode, 0, result.log);
    assert.ok(!records().some((name) => name.startsWith(cell.id)));
  });

  test('a name for the index', async () => {
    const result = await collect({ 'index-name': 'nightly', cells: '{"include":[]}' });
    assert.equal(result.exitCode, 0, result.log);
    assert.match(result.outputs['checksums-path'] ?? '', /nightly\.SHA256SUMS$/);
    assert.ok(e2e.box.artifacts.has('nightly.json'));
  });

  for (const [name, inputs, says] of [
    [
      'cells that are no matrix',
      { cells: 'all' },
      /`cells`: `all` is not the output of `plan-node-images`: it is not a matrix.*output `matrix`/,
    ],
    [
      'cells without an id',
      { cells: '{"include":[{"os":"ubuntu"}]}' },
      /not a matrix whose entries have an `id`/,
    ],
    [
      'a list of reused images that is none',
      { reused: '{}' },
      /`reused`: `\{\}` is not the output .* not a list/,
    ],
    ['a plan that is not there', { 'plan-file': 'no/plan.json' }, /`plan-file` cannot be read/],
    ['a name with a path in it', { 'index-name': '../x' }, /`index-name`: may have letters/],
  ] as const) {
    test(`refuses ${name}`, async () => {
      const result = await collect(inputs);
      assert.equal(result.exitCode, 1, result.log);
      assert.match(onlyError(result), says);
    });
  }

  test('without an artifact service there is nothing to collect, and it says so', async () => {
    const job = e2e.job({ ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' });
    const result = await job.step('actions/collect-node-images', { inputs: { cells: '[]' } });
    assert.equal(result.exitCode, 1);
    assert.match(onlyError(result), /cannot be listed.\n.*ACTIONS_RUNTIME_TOKEN/);
  });
});
