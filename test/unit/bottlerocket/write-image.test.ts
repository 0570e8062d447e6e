import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type Conversion, writeImage } from '../../../src/bottlerocket/write-image.ts';
import { lz4Frame } from '../../box/lz4-encoder.ts';
import { sha256 } from '../../box/tuf-repository.ts';
import { serve } from '../net/loopback-server.ts';
import { testFiles } from './tuf-client.ts';

const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(
  Buffer.alloc(2_500_000),
);
const disk = Buffer.concat([Buffer.alloc(1_500_000), noise, Buffer.alloc(3_000_000)]);
const image = lz4Frame(disk);

interface Asked {
  readonly range: string | undefined;
  readonly count: number;
}

/** Sends the file from where it is asked for, as S3 does. */
function sendRest(response: ServerResponse, bytes: Buffer, { range }: Asked, etag = '"a"'): void {
  const start = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
  const headers = { etag, 'content-length': bytes.length - start };
  response.writeHead(start > 0 ? 206 : 200, {
    ...headers,
    ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
  });
  response.write(bytes.subarray(start));
}

/** Announces all of it and breaks off after some bytes. */
function cut(response: ServerResponse, asked: Asked, bytes: number, file = image): void {
  const start = Number(/^bytes=(\d+)-/.exec(asked.range ?? '')?.[1] ?? 0);
  response.writeHead(start > 0 ? 206 : 200, {
    etag: '"a"',
    'content-length': file.length - start,
    ...(start > 0 && { 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` }),
  });
  response.write(file.subarray(start, start + bytes), () => response.destroy());
}

async function run(
  t: TestContext,
  answer: (response: ServerResponse, asked: Asked) => void,
  options: { readonly conversion?: Conversion; readonly signed?: Buffer; readonly signal?: AbortSignal } = {},
) {
  const { conversion = { kind: 'gzip', level: 1 }, signed = image } = options;
  const folder = mkdtempSync(join(tmpdir(), 'write-image-'));
  const ranges: Array<string | undefined> = [];
  const server = await serve(t, (request, response, count) => {
    const { range } = request.headers;
    ranges.push(range);
    answer(response, { range, count });
  });
  const files = testFiles();
  t.after(async () => {
    await files.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const destination = join(folder, 'image');
  const result = await writeImage({
    url: new URL(`${server.url}/image`),
    target: { name: 'image', length: signed.length, sha256: sha256(signed) },
    destination,
    conversion,
    files,
    signal: options.signal ?? new AbortController().signal,
  }).catch((error: Error) => error);
  return { result, ranges, left: readdirSync(folder), destination };
}

describe('an image arrives', () => {
  const ways: Record<string, (response: ServerResponse, asked: Asked) => void> = {
    whole: (response, asked) => sendRest(response, image, asked),
    'from a host that announces no length': (response) => response.end(image),
    'over a connection that breaks at every other byte of the start': (response, asked) =>
      asked.count < 3 ? cut(response, asked, asked.count * 2 - 1) : sendRest(response, image, asked),
    'although the host knows no ranges': (response, asked) =>
      asked.count === 1 ? cut(response, asked, 1_200_000) : response.end(image),
    'although the file was replaced by another in mid-transfer and back again': (response, asked) => {
      if (asked.count === 1) cut(response, asked, 1_200_000);
      else if (asked.count === 2) response.end(Buffer.alloc(image.length));
      else sendRest(response, image, asked);
    },
    'although the host says once that the file is shorter': (response, asked) => {
      if (asked.count === 1) cut(response, asked, 1_200_000);
      else if (asked.count === 2) response.writeHead(416).end();
      else sendRest(response, image, { ...asked, range: undefined });
    },
    'although the host continues somewhere else than asked': (response, asked) =>
      asked.count === 1
        ? cut(response, asked, 1_200_000)
        : response
            .writeHead(206, { 'content-range': `bytes 1000-${image.length - 1}/${image.length}` })
            .end(image.subarray(1000)),
    'although the connection falls silent': (response, asked) => {
      if (asked.count === 1) {
        response.writeHead(200, { etag: '"a"', 'content-length': image.length });
        response.write(image.subarray(0, 1_200_000));
      } else sendRest(response, image, asked);
    },
    'although one copy is damaged': (response, asked) => {
      const damaged = Buffer.from(image);
      damaged[1_000_000] = (damaged[1_000_000] ?? 0) ^ 1;
      sendRest(response, asked.count === 1 ? damaged : image, asked);
    },
  };
  for (const [name, answer] of Object.entries(ways)) {
    test(name, async (t) => {
      const { result, destination, left } = await run(t, answer);
      assert.ok(!(result instanceof Error), String(result));
      const written = readFileSync(destination);
      assert.ok(gunzipSync(written).equals(disk));
      assert.equal(result.sha256, sha256(written));
      assert.equal(result.size, written.length);
      assert.deepEqual(left, ['image']);
    });
  }

  test('wherever the connection breaks, and is asked for the rest only', async (t) => {
    const small = lz4Frame(Buffer.from('a small disk '.repeat(20)));
    for (let at = 1; at < small.length; at += 7) {
      const { result, destination, ranges } = await run(
        t,
        (response, asked) =>
          asked.count === 1 ? cut(response, asked, at, small) : sendRest(response, small, asked),
        { signed: small },
      );
      assert.ok(!(result instanceof Error), `${at}: ${result}`);
      assert.deepEqual(ranges, [undefined, `bytes=${at}-`]);
      assert.equal(gunzipSync(readFileSync(destination)).length, 260);
    }
  });

  test('kept as it is, or as a plain disk', async (t) => {
    const kept = await run(t, ways['whole'] ?? (() => {}), { conversion: { kind: 'keep' } });
    assert.ok(readFileSync(kept.destination).equals(image));
    const raw = await run(t, ways['whole'] ?? (() => {}), { conversion: { kind: 'raw' } });
    assert.ok(readFileSync(raw.destination).equals(disk));
  });
});

describe('nothing is at the final name, nor beside it,', () => {
  const wrong: Record<
    string,
    { answer: (response: ServerResponse, asked: Asked) => void; says: RegExp; signed?: Buffer }
  > = {
    'when a byte is wrong every time': {
      answer: (response) => response.end(Buffer.concat([image.subarray(0, -1), Buffer.from('x')])),
      says: /not the signed one/,
    },
    'when there is more than signed': {
      answer: (response) => response.end(Buffer.concat([image, Buffer.alloc(100)])),
      says: /got more/,
    },
    'when there is less than signed': {
      answer: (response) => response.end(image.subarray(0, 1000)),
      says: /ended after 1000 of/,
    },
    'when the host has no such file': {
      answer: (response) => response.writeHead(403).end(),
      says: /status 403/,
    },
    'when the signed file is not LZ4': {
      answer: (response) => response.end('not LZ4 at all'),
      signed: Buffer.from('not LZ4 at all'),
      says: /The signed image is not a valid LZ4 file/,
    },
    'when the signed file is cut LZ4': {
      answer: (response) => response.end(image.subarray(0, -4)),
      signed: image.subarray(0, -4),
      says: /cut off/,
    },
  };
  for (const [name, { answer, says, signed }] of Object.entries(wrong)) {
    test(name, async (t) => {
      const { result, left } = await run(t, answer, signed && { signed });
      assert.ok(result instanceof Error);
      assert.match(result.message, says);
      assert.deepEqual(left, []);
    });
  }

  test('when the job is cancelled', async (t) => {
    const controller = new AbortController();
    const { result, left } = await run(
      t,
      (response, asked) => {
        controller.abort(new Error('cancelled'));
        sendRest(response, image, asked);
      },
      { signal: controller.signal },
    );
    assert.match(String(result), /cancelled/);
    assert.deepEqual(left, []);
  });
});
