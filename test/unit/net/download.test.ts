import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ActionError } from '../../../src/action-error.ts';
import type { DownloadProgress } from '../../../src/net/http-client.ts';
import { testClient } from './client.ts';
import { serve } from './loopback-server.ts';

const content = randomBytes(3_000_000);
const sha256 = sha256Of(content);
const archive = { what: 'The archive', sha256 };

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'download-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** Answers as S3 does, with an entity tag and ranges; stops after `limit` bytes of this answer. */
function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  limit = Number.POSITIVE_INFINITY,
): void {
  const [, from = '0'] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  const partial = request.headers['if-range'] === '"v1"';
  const body = partial ? content.subarray(Number(from)) : content;
  response.writeHead(partial ? 206 : 200, {
    etag: '"v1"',
    'content-length': body.length,
    ...(partial && { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }),
  });
  if (body.length <= limit) response.end(body);
  else response.write(body.subarray(0, limit), () => response.destroy());
}

test('a file arrives whole, under its final name, in a folder made for it', async (t) => {
  const { url } = await serve(t, (request, response) => sendRange(request, response));
  const destination = path.join(await emptyFolder(t), 'a', 'b', 'file.tar.gz');
  const progress: DownloadProgress[] = [];
  const result = await testClient().download(url, destination, {
    ...archive,
    sha256: sha256.toUpperCase(),
    size: content.length,
    onProgress: (step) => progress.push(step),
  });
  assert.deepEqual(result, { path: destination, sha256, size: content.length });
  assert.ok(content.equals(await readFile(destination)));
  assert.deepEqual(progress.at(-1), { received: content.length, total: content.length });
  assert.deepEqual(await readdir(path.dirname(destination)), ['file.tar.gz']);
});

test('a broken transfer goes on where it stopped', async (t) => {
  const { url, requests } = await serve(t, (request, response, count) =>
    sendRange(request, response, count < 3 ? 1_000_000 : undefined),
  );
  const destination = path.join(await emptyFolder(t), 'file');
  await testClient().download(url, destination, archive);
  assert.ok(content.equals(await readFile(destination)));
  assert.deepEqual(
    requests.map(({ headers }) => headers['if-range']),
    [undefined, '"v1"', '"v1"'],
  );
  assert.match(requests[2]?.headers.range ?? '', /^bytes=[1-9]\d{5,6}-$/);
});

test('a transfer that keeps breaking but moves on is not given up', async (t) => {
  const big = Buffer.alloc(8 * 1_200_000, 'x');
  const { url, requests } = await serve(t, (request, response) => {
    const [, from = '0'] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const rest = big.subarray(Number(from));
    response.writeHead(Number(from) > 0 ? 206 : 200, {
      etag: '"big"',
      'content-length': rest.length,
      'content-range': `bytes ${from}-${big.length - 1}/${big.length}`,
    });
    if (rest.length <= 1_200_000) response.end(rest);
    else response.write(rest.subarray(0, 1_200_000), () => setTimeout(() => response.destroy(), 30));
  });
  const destination = path.join(await emptyFolder(t), 'file');
  await testClient().download(url, destination, { what: 'The image', sha256: sha256Of(big) });
  assert.ok(requests.length > 4, `${requests.length} requests`);
});

test('a file that changed on the host in between is fetched anew', async (t) => {
  const { url } = await serve(t, (request, response, count) => {
    if (count > 1) return sendRange(request, response);
    response.writeHead(200, { etag: '"v0"', 'content-length': content.length });
    return response.write(Buffer.alloc(500_000), () => response.destroy());
  });
  const destination = path.join(await emptyFolder(t), 'file');
  await testClient().download(url, destination, archive);
  assert.ok(content.equals(await readFile(destination)));
});

test('a host without ranges and entity tags is asked for everything again', async (t) => {
  const { url, requests } = await serve(t, (_, response, count) => {
    response.writeHead(200, { 'content-length': content.length });
    return count === 1
      ? response.write(content.subarray(0, 500_000), () => response.destroy())
      : response.end(content);
  });
  const destination = path.join(await emptyFolder(t), 'file');
  await testClient().download(url, destination, archive);
  assert.equal(requests[1]?.headers.range, undefined);
});

test('a host that cannot satisfy the range is asked for everything again', async (t) => {
  const { url } = await serve(t, (request, response, count) => {
    if (count === 2) return response.writeHead(416).end();
    return sendRange(request, response, count === 1 ? 500_000 : undefined);
  });
  await testClient().download(url, path.join(await emptyFolder(t), 'file'), archive);
});

test('one damaged copy is forgiven: the file is fetched a second time, past the caches', async (t) => {
  const { url, requests } = await serve(t, (request, response, count) =>
    count === 1 ? response.end(randomBytes(1000)) : sendRange(request, response),
  );
  await testClient().download(url, path.join(await emptyFolder(t), 'file'), archive);
  assert.equal(requests[1]?.headers['cache-control'], 'no-cache');
});

test('a wrong digest is an error with both digests, and nothing stays behind', async (t) => {
  const other = Buffer.from('something else');
  const { url, requests } = await serve(t, (_, response) => response.end(other));
  const folder = await emptyFolder(t);
  await assert.rejects(testClient().download(url, path.join(folder, 'file'), archive), (error) => {
    assert.ok(error instanceof ActionError);
    assert.match(error.headline, /The archive from .* is not the published file\. It was discarded\./);
    assert.deepEqual(error.problems, [`sha256 expected ${sha256}, got ${sha256Of(other)}`]);
    return true;
  });
  assert.equal(requests.length, 2);
  assert.deepEqual(await readdir(folder), []);
});

test('a wrong download leaves the file that was there before', async (t) => {
  const { url } = await serve(t, (_, response) => response.end('new'));
  const destination = path.join(await emptyFolder(t), 'file');
  await writeFile(destination, 'old');
  await assert.rejects(testClient().download(url, destination, archive));
  assert.equal(await readFile(destination, 'utf8'), 'old');
});

test('more bytes than announced beforehand are not stored', async (t) => {
  const { url } = await serve(t, (_, response) => response.end(content));
  const folder = await emptyFolder(t);
  const limited = { ...archive, size: 1000 };
  await assert.rejects(testClient().download(url, path.join(folder, 'file'), limited), {
    message: /size expected 1000 bytes, got more/,
  });
});

test('a missing file is a status error, and no empty file stays behind', async (t) => {
  const { url } = await serve(t, (_, response) => response.writeHead(404).end());
  const folder = await emptyFolder(t);
  await assert.rejects(testClient().download(url, path.join(folder, 'file'), archive), { status: 404 });
  assert.deepEqual(await readdir(folder), []);
});

test('a destination that cannot be written is named', async () => {
  const download = testClient().download('http://127.0.0.1:1/', '/dev/null/file', archive);
  await assert.rejects(download, /The file cannot be written: \/dev\/null\/file/);
});

test('a full disk is its own error, with the path and the space', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const { url } = await serve(t, (request, response) => sendRange(request, response));
  const folder = await emptyFolder(t);
  const small = 'mount -t tmpfs -o size=1m tmpfs "$1" && shift && exec "$@"';
  const script = fileURLToPath(new URL('download-once.ts', import.meta.url));
  const inner = [process.execPath, script, url, path.join(folder, 'file'), sha256];
  const unshare = ['--user', '--map-root-user', '--mount', 'sh', '-c', small, 'sh', folder, ...inner];
  const run = await promisify(execFile)('unshare', unshare).catch((error: Error) => error);
  if (run instanceof Error) return t.skip(`this machine allows no user namespaces: ${run.message.trim()}`);
  assert.match(
    run.stdout,
    /^The disk is full: .*file.* cannot be written\. 0\.0 MiB of 1\.0 MiB are free there\./,
  );
  return undefined;
});
