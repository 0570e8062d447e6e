import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { type MirrorServer, offline, startMirror } from '../support/mirror.ts';
import { type ActSession, type RunOptions, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow, imageBuilderCommand } from './examples.ts';

const secrets = { VCENTER_PASSWORD: 'canary-of-the-vcenter' };

/** What the image-builder CLI is called with, for each example that builds. */
const commands: Readonly<Record<string, string>> = {
  'pinned-release':
    'build --os ubuntu --hypervisor baremetal --release-channel 1-33 --eksa-release v0.26.1 --os-version 22.04 --firmware efi',
};
/** Run elsewhere: the nightly one and the journeys are the subjects of their own tests. */
const others = [
  ...['bottlerocket-ova', 'corporate-mirror', 'nightly'],
  ...['bare-metal', 'air-gapped-ghes', 'snow-to-s3'],
  ...['vsphere-nightly', 'rhel-satellite-proxy', 'pull-request-check', 'clusters-to-pull-requests'],
];

describe('every example, run by act', () => {
  let session: ActSession;
  let mirror: MirrorServer;
  before(async () => {
    session = await startAct();
    mirror = await startMirror(session.box);
  });
  after(async () => {
    await mirror[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
  });

  async function runExample(
    name: string,
    { more = {}, ...options }: Partial<RunOptions> & { readonly more?: Record<string, unknown> } = {},
  ): Promise<WorkflowRun> {
    const workflow = `.github/workflows/${name}.yml`;
    session.write(workflow, exampleWorkflow(name, session.box, more));
    const done = await session.run({ workflow, event: 'workflow_dispatch', secrets, ...options });
    assert.equal(done.exitCode, 0, done.log);
    assert.ok(!/canary-of-(the-vcenter|satellite)/.test(done.log), 'no secret is in the log');
    return done;
  }

  test('none is left out here', () => {
    const names = globSync('examples/*.yml', { cwd: projectRoot }).map((path) => basename(path, '.yml'));
    assert.deepEqual(names.toSorted(), [...Object.keys(commands), ...others].toSorted());
  });

  for (const [name, command] of Object.entries(commands)) {
    test(`${name} calls image-builder as it should`, async () => {
      const { log } = await runExample(name);
      assert.equal(imageBuilderCommand(log), command, log);
    });
  }

  test('bottlerocket-ova fetches one image for each channel', async () => {
    const { steps, log } = await runExample('bottlerocket-ova');
    const fetched = steps.filter(({ step }) => step.endsWith('eks-anywhere-node-images@v1'));
    assert.equal(fetched.length, 7, log);
  });

  test('corporate-mirror reaches nothing but the mirror', async () => {
    const hosts = ['anywhere-assets.eks.amazonaws.com', 'distro.eks.amazonaws.com', 'github.com'];
    const mirrors = hosts.map((host) => mirror.line(host)).join('\n');
    await runExample('corporate-mirror', { more: { mirrors }, environment: offline });
    assert.ok(mirror.requests.some((request) => request.endsWith('.ova')));
  });
});
