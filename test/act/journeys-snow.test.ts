import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Export, type StandInAws, startStandInAws } from '../support/stand-in-aws.ts';
import { type ActSession, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow, imageBuilderCommand } from './examples.ts';
import { fencedBlock } from './journeys.ts';

const page = 'docs/journeys/snow-to-s3.md';
const workflow = '.github/workflows/snow-to-s3.yml';
const awsCredentials = 'aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c';
const standIns = { [awsCredentials]: join(import.meta.dirname, 'configure-aws-credentials') };

describe('Snow to S3, run by act with the AWS CLI against a stand-in of EC2 and a real S3 server', () => {
  let session: ActSession;
  let aws: StandInAws;
  let folder: string;
  before(async () => {
    session = await startAct();
    folder = mkdtempSync(join(tmpdir(), 'snow-'));
    aws = await startStandInAws(folder);
    mkdirSync(join(aws.buckets, 'example-node-images'));
  });
  after(async () => {
    await aws[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function exported(end: Export, change = (text: string) => text): Promise<WorkflowRun> {
    aws.export = end;
    const text = exampleWorkflow('snow-to-s3', session.box);
    assert.ok(text.includes('sleep 30'));
    session.write(workflow, change(text.replace('sleep 30', 'sleep 0.1')));
    return session.run({ workflow, event: 'workflow_dispatch', environment: aws.environment, standIns });
  }

  test('exports the AMI that it built and shows where the raw disk is', async () => {
    const run = await exported({ end: 'completed' });
    assert.equal(run.exitCode, 0, run.log);
    const [image] = run.outputs('image');
    assert.equal(
      imageBuilderCommand(run.log),
      'build --os ubuntu --hypervisor ami --release-channel 1-33 --eksa-release v0.26.1 --os-version 22.04 --firmware bios --ami-config …/ami.json',
    );
    assert.match(image?.['ami-id'] ?? '', /^ami-/);
    const request = aws.requests.find((one) => one.get('Action') === 'ExportImage');
    assert.equal(request?.get('ImageId'), image?.['ami-id']);
    assert.equal(request?.get('DiskImageFormat'), 'RAW');
    assert.equal(request?.get('RoleName'), 'vmimport');
    const uri = 's3://example-node-images/snow/export-ami-0123456789abcdef0.raw';
    assert.deepEqual(run.outputs('export'), [{ uri }]);
    const summary = run.summaries.find((text) => text.includes('Raw disk')) ?? '';
    assert.ok(summary.includes(`\`${uri}\`, 10 bytes`), summary);
    assert.ok(summary.includes(`\`${image?.['ami-id']}\``), summary);
    assert.ok(!run.log.includes('canary-of-aws'));
  });

  test('fails with the words of AWS when the export is deleted', async () => {
    const run = await exported({ end: 'deleted', message: 'ClientError: the role lacks s3:PutObject' });
    assert.equal(run.exitCode, 1, run.log);
    assert.match(run.log, /The export of ami-\w+ failed: ClientError: the role lacks s3:PutObject/);
  });

  test('asks for no export of an image of the Marketplace', async () => {
    const before = aws.requests.length;
    const run = await exported({ end: 'completed', productCode: 'a1b2c3' });
    assert.equal(run.exitCode, 1, run.log);
    assert.match(run.log, /has the product code a1b2c3: AWS exports no image of its Marketplace/);
    const asked = aws.requests.slice(before).map((request) => request.get('Action'));
    assert.deepEqual(asked, ['DescribeImages']);
  });

  test('finds the raw disk where EC2 puts it when the prefix lacks its slash', async () => {
    const run = await exported({ end: 'completed' }, (text) =>
      text.replace('PREFIX: snow/', 'PREFIX: glued'),
    );
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(run.outputs('export'), [
      { uri: 's3://example-node-images/gluedexport-ami-0123456789abcdef0.raw' },
    ]);
  });
});

test('the policies of the page are JSON that names the bucket of the workflow', () => {
  for (const name of ['trust', 'node-images-policy', 'vmimport-policy']) {
    const policy = JSON.parse(fencedBlock(page, name)) as { Version: string; Statement: object[] };
    assert.equal(policy.Version, '2012-10-17');
    assert.ok(policy.Statement.length > 0);
  }
  for (const name of ['node-images-policy', 'vmimport-policy'])
    assert.match(fencedBlock(page, name), /arn:aws:s3:::example-node-images/);
});
