import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { stringify } from 'yaml';
import { resultsHost } from '../box/box.ts';
import { type ActSession, type RunOptions, startAct, suiteName, type WorkflowRun } from './act.ts';
import { exampleWorkflow } from './examples.ts';

const metal = 'ubuntu-2204-efi-baremetal-1-33-v0.26.1';
const bottlerocket = 'bottlerocket-vsphere-1-33-v0.26.1';
const canary = 'canary-of-the-vcenter';
const workflow = '.github/workflows/nightly.yml';
/** What goes from the caller to each build, and is left alone by an image that is fetched. */
const forBuilds = {
  environment: 'PACKER_LOG=0',
  'config-keys': 'warn',
  attempts: 2,
  'http-ip': '192.0.2.10',
};

const reportWorkflow = '.github/workflows/report.yml';

/** The job `report` of the nightly example by itself. */
function reportAlone({ box }: ActSession): string {
  return stringify({
    name: 'Report',
    on: 'schedule',
    permissions: {},
    jobs: {
      report: {
        'runs-on': 'ubuntu-24.04',
        permissions: { issues: 'write' },
        steps: [
          {
            uses: `${suiteName}/actions/report-node-images@v1`,
            with: { title: 'Nightly node images', 'ca-bundle': box.interceptingCa },
          },
        ],
      },
    },
  });
}

describe('the reusable workflow and the nightly one, run by act', () => {
  let session: ActSession;
  before(async () => {
    session = await startAct();
    const images = `- {hypervisor: baremetal, release-channel: 1-33}
- {os: bottlerocket, hypervisor: vsphere, release-channel: 1-33}
- {hypervisor: cloudstack, release-channel: 1-33}`;
    const given = { images, 'eks-a-version': 'v0.26.1', 'runs-on': '["self-hosted", "linux"]', ...forBuilds };
    session.write(workflow, exampleWorkflow('nightly', session.box, given));
    session.write(reportWorkflow, reportAlone(session));
  });
  after(() => session[Symbol.asyncDispose]());

  const run = (options: Partial<RunOptions> = {}) =>
    session.run({ workflow, event: 'schedule', secrets: { VCENTER_PASSWORD: canary }, ...options });

  /** What collect says: ids by what became of them. */
  function collected(done: WorkflowRun): { built: string[]; reused: string[]; failed: string[] } {
    const [outputs] = done.outputs('collect');
    assert.ok(outputs, done.log);
    const ids = (name: string): string[] => JSON.parse(outputs[name] ?? 'null').toSorted();
    return { built: ids('built'), reused: ids('reused'), failed: ids('failed') };
  }

  test('the first night builds one image and fetches another; what cannot be built is left out', async () => {
    const done = await run();
    assert.equal(done.exitCode, 0, done.log);
    assert.deepEqual(collected(done), { built: [bottlerocket, metal], reused: [], failed: [] });
    assert.ok(session.box.artifacts.has('node-images.json'), [...session.box.artifacts.keys()].join());
    const sums = session.box.artifacts.get('node-images.SHA256SUMS');
    assert.match(readFileSync(sums?.path ?? '', 'utf8'), new RegExp(`^[0-9a-f]{64} {2}${metal}\\.gz$`, 'm'));
    assert.ok(!done.log.includes(canary), 'the secret stays out of the log');
    assert.deepEqual(session.box.gitHub.issues, []);
    assert.match(process.version, /^v24\./, 'act runs actions on the node of the tests');
  });

  test('the second builds nothing, nor does another machine without zstd and with other folders', async () => {
    for (const options of [{}, { onNewMachine: true, without: ['zstd'] }] as const) {
      const done = await run(options);
      assert.equal(done.exitCode, 0, done.log);
      assert.deepEqual(collected(done), { built: [], reused: [bottlerocket, metal], failed: [] });
    }
  });

  test('an expired image is built again; a failed upload is told in an issue, and the next night closes it', async () => {
    session.box.publishArtifacts();
    const { gitHub } = session.box;
    const kept = gitHub.artifacts.splice(0);
    gitHub.artifacts.push(
      ...kept.map((one) => (one.name === `${metal}.gz` ? { ...one, expired: true } : one)),
    );
    // The first upload of this run is that of the image.
    session.box.fault(
      { host: resultsHost, path: /CreateArtifact/, times: 1 },
      { kind: 'status', status: 403, body: '{"code":"permission_denied","msg":"insufficient usage"}' },
    );
    const failed = await run();
    assert.notEqual(failed.exitCode, 0, failed.log);
    assert.deepEqual(collected(failed), { built: [], reused: [bottlerocket], failed: [metal] });
    // Unlike GitHub, act runs nothing that needs a called workflow with a failed job.
    const reported = await run({ workflow: reportWorkflow, inSameRun: true });
    assert.equal(reported.exitCode, 0, reported.log);
    const [issue] = gitHub.issues ?? [];
    assert.equal(issue?.state, 'open', reported.log);
    assert.match(issue?.body ?? '', /failed \| The image is there, but its upload failed/);

    const done = await run();
    assert.equal(done.exitCode, 0, done.log);
    assert.deepEqual(collected(done), { built: [metal], reused: [bottlerocket], failed: [] });
    assert.equal(issue?.state, 'closed');
    assert.match(issue?.comments.join() ?? '', /Well again/);
  });
});
