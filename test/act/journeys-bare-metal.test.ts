import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { freePort, makeCertificate, passwordLine, startNginx } from '../support/nginx.ts';
import { type ActSession, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow, imageBuilderCommand } from './examples.ts';
import { fencedBlock } from './journeys.ts';

const path = '.github/workflows/bare-metal.yml';
const password = 'canary of the image server';
const downloadArtifact = 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c';
const standIns = { [downloadArtifact]: join(import.meta.dirname, 'download-artifact') };

interface Step {
  readonly name: string;
  readonly run: string;
}
interface Workflow {
  readonly jobs: { readonly publish: { readonly steps: object[] } };
}
/** The step that publishes, once more: what a re-run of the job does. */
const again: Step = { name: 'Again', run: '' };

describe('bare metal to osImageURL, run by act against the nginx of the page', () => {
  let session: ActSession;
  let nginx: AsyncDisposable;
  let folder: string;
  let certificate: string;
  /** Where the workflow uploads, and where machines read. */
  let uploads: string;
  let address: string;
  before(async () => {
    session = await startAct();
    folder = mkdtempSync(join(tmpdir(), 'images-'));
    const port = await freePort();
    const plainPort = await freePort();
    const tls = makeCertificate(folder);
    certificate = tls.certificate;
    uploads = `https://localhost:${port}/node-images`;
    address = `http://localhost:${plainPort}/node-images`;
    writeFileSync(join(folder, 'images.htpasswd'), passwordLine('publisher', password));
    mkdirSync(join(folder, 'srv', 'images'), { recursive: true });
    const server = fencedBlock('docs/journeys/bare-metal.md', 'nginx')
      .replace('listen 443', `listen 127.0.0.1:${port}`)
      .replace('listen 80', `listen 127.0.0.1:${plainPort}`)
      .replaceAll('images.example.com', 'localhost')
      .replace('/etc/nginx/images.crt', tls.certificate)
      .replace('/etc/nginx/images.key', tls.key)
      .replaceAll('/etc/nginx/', `${folder}/`)
      .replaceAll('/srv', join(folder, 'srv'));
    nginx = await startNginx(folder, server, port);
  });
  after(async () => {
    await nginx[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function publish({
    login = `publisher:${password}`,
    more = [] as readonly Step[],
  } = {}): Promise<WorkflowRun> {
    const text = exampleWorkflow('bare-metal', session.box);
    const workflow = parse(
      text
        .replace('https://images.example.com/node-images', uploads)
        .replace('http://images.example.com/node-images', address),
    ) as Workflow;
    const { steps } = workflow.jobs.publish;
    steps.push(...more.map((step) => (step === again ? { ...steps.at(-1), id: 'again' } : step)));
    session.write(path, stringify(workflow));
    return session.run({
      workflow: path,
      event: 'workflow_dispatch',
      secrets: { IMAGE_SERVER_LOGIN: login },
      environment: { CURL_CA_BUNDLE: certificate },
      standIns,
    });
  }

  const published = (url: string) =>
    join(folder, 'srv', 'images', 'node-images', url.slice(address.length + 1));

  test('publishes the image that it built, readable without a login, and shows its address', async () => {
    const run = await publish();
    assert.equal(run.exitCode, 0, run.log);
    const [built] = run.outputs('image');
    assert.equal(
      imageBuilderCommand(run.log),
      'build --os ubuntu --hypervisor baremetal --release-channel 1-33 --eksa-release v0.26.1 --os-version 22.04 --firmware efi',
    );
    const [{ 'os-image-url': url = '' } = {}] = run.outputs('publish');
    const sha256 = built?.['sha256'] ?? '';
    assert.equal(url, `${address}/ubuntu-2204-efi-baremetal-1-33-v0.26.1-${sha256.slice(0, 12)}.gz`);
    const bytes = readFileSync(published(url));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
    const name = url.slice(url.lastIndexOf('/') + 1);
    assert.equal(readFileSync(published(`${url}.sha256`), 'utf8'), `${sha256}  ${name}\n`);
    assert.ok(run.summaries.some((summary) => summary.includes(`osImageURL: \`${url}\``)));
    // What EKS Anywhere looks for: the version without the dash, in the address without `-`, `.` and `_`.
    assert.ok(url.replaceAll(/[-._]/g, '').includes('133'));
    assert.ok(!run.log.includes(password));
  });

  test('uploads nothing when the same image comes again', async () => {
    const before = readFileSync(join(folder, 'access.log'), 'utf8');
    const run = await publish({ more: [again] });
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(run.outputs('again'), run.outputs('publish'));
    const requests = readFileSync(join(folder, 'access.log'), 'utf8').slice(before.length);
    assert.equal(requests.match(/"PUT [^"]*" 201/g)?.length, 2, requests);
    assert.equal(requests.match(/"PUT /g)?.length, 2, requests);
  });

  test('ends with an error when the name holds another image', async () => {
    const other = `for file in ${folder}/srv/images/node-images/*.sha256; do echo other >"$file"; done`;
    const run = await publish({ more: [{ name: 'Meanwhile', run: other }, again] });
    assert.equal(run.exitCode, 1, run.log);
    assert.match(run.log, /\.gz\.sha256 is not of this image\./);
  });

  test('ends with an error that names the status when the login is wrong', async () => {
    const run = await publish({ login: 'publisher:wrong' });
    assert.equal(run.exitCode, 1, run.log);
    assert.match(run.log, /requested URL returned error: 401/);
  });

  test('reads an image over HTTP, and never takes one there', async () => {
    const url = `${address}/over-http.gz`;
    const login = Buffer.from(`publisher:${password}`).toString('base64');
    const put = await fetch(url, { method: 'PUT', body: 'x', headers: { authorization: `Basic ${login}` } });
    assert.equal(put.status, 405);
    assert.equal((await fetch(url)).status, 404);
  });
});
