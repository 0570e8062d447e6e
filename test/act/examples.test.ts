import assert from 'node:assert/strict';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { type MirrorServer, offline, startMirror } from '../support/mirror.ts';
import { type ActSession, type RunOptions, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow } from './examples.ts';

const secrets = { VCENTER_PASSWORD: 'canary-of-the-vcenter' };
const awsCredentials = 'aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c';
const standIns = { [awsCredentials]: join(import.meta.dirname, 'configure-aws-credentials') };

/** What the image-builder CLI is called with, for each example that builds. */
const commands: Readonly<Record<string, string>> = {
  'ubuntu-baremetal-hosted':
    'build --os ubuntu --hypervisor baremetal --release-channel 1-33 --eksa-release v0.26.1 --os-version 22.04 --firmware efi',
  'pinned-release':
    'build --os ubuntu --hypervisor baremetal --release-channel 1-33 --eksa-release v0.26.1 --os-version 22.04 --firmware efi',
  'snow-ami':
    'build --os ubuntu --hypervisor ami --release-channel 1-28 --eksa-release v0.22.6 --os-version 22.04 --firmware bios --ami-config …/ami.json',
  ghes: 'build --os ubuntu --hypervisor baremetal --release-channel 1-33 --eksa-release v0.26.1 --os-version 22.04 --firmware efi',
};
/** Run elsewhere: the nightly one and the journeys are the subjects of their own tests. */
const journeys = [
  'clusters-to-pull-requests',
  'pull-request-check',
  'rhel-satellite-proxy',
  'vsphere-nightly',
];
const others = ['bottlerocket-ova', 'corporate-mirror', 'nightly', ...journeys];

describe('every example, run by act', () => {
  let session: ActSession;
  let mirror: MirrorServer;
  let folder: string;
  before(async () => {
    session = await startAct();
    mirror = await startMirror(session.box);
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
  });
  after(async () => {
    await mirror[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function runExample(
    name: string,
    { more = {}, ...options }: Partial<RunOptions> & { readonly more?: Record<string, unknown> } = {},
  ): Promise<WorkflowRun> {
    const workflow = `.github/workflows/${name}.yml`;
    session.write(workflow, exampleWorkflow(name, session.box, more));
    const done = await session.run({ workflow, event: 'workflow_dispatch', secrets, standIns, ...options });
    assert.equal(done.exitCode, 0, done.log);
    assert.ok(!/canary-of-(the-vcenter|satellite|aws)/.test(done.log), 'no secret is in the log');
    return done;
  }

  test('none is left out here', () => {
    const names = globSync('examples/*.yml', { cwd: projectRoot }).map((path) => basename(path, '.yml'));
    assert.deepEqual(names.toSorted(), [...Object.keys(commands), ...others].toSorted());
  });

  for (const [name, command] of Object.entries(commands)) {
    test(`${name} calls image-builder as it should`, async () => {
      const more = name === 'ghes' ? { destination: folder } : {};
      const { log } = await runExample(name, { more });
      const [, args = ''] = / \$ \S+\/image-builder (.*)$/m.exec(log) ?? [];
      assert.equal(args.replaceAll(/\S*\/node-image-\w+/g, '…'), command, log);
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
