import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ParallelGzip } from '../../../src/bottlerocket/gzip-writer.ts';

async function compress(content: Buffer, step: number, level = 6): Promise<Buffer> {
  const parts: Buffer[] = [];
  const gzip = new ParallelGzip({
    level,
    parallel: 4,
    write: async (bytes) => {
      parts.push(Buffer.from(bytes));
    },
  });
  for (let at = 0; at < content.length; at += step) await gzip.push(content.subarray(at, at + step));
  await gzip.end();
  return Buffer.concat(parts);
}

describe('the gzip stream', () => {
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(
    Buffer.alloc(1_500_000),
  );
  const contents: Record<string, Buffer> = {
    'of nothing': Buffer.alloc(0),
    'of one byte': Buffer.from('a'),
    'of exactly one piece': Buffer.alloc(1 << 20, 'ab'),
    'of zeros': Buffer.alloc(5_000_000),
    'of noise, zeros and text': Buffer.concat([
      noise,
      Buffer.alloc(4_000_000),
      Buffer.from('text '.repeat(400_000)),
      Buffer.alloc(100),
    ]),
  };
  for (const [name, content] of Object.entries(contents)) {
    test(`${name} is one standard member`, async () => {
      const stream = await compress(content, 300_000);
      assert.ok(gunzipSync(stream).equals(content));
      const listed = spawnSync('gzip', ['-t'], { input: stream });
      assert.equal(listed.status, 0, String(listed.stderr));
      // A second member would begin with the magic behind a trailer; `gzip -l` reads the last trailer only.
      assert.equal(stream.readUInt32LE(stream.length - 4), content.length);
    });
  }

  test('does not depend on how the content arrives', async () => {
    const content = contents['of noise, zeros and text'] ?? Buffer.alloc(0);
    assert.ok((await compress(content, 4096)).equals(await compress(content, 3_000_000)));
  });

  test('fails where writing fails', async () => {
    const gzip = new ParallelGzip({
      level: 1,
      parallel: 1,
      write: () => Promise.reject(new Error('disk full')),
    });
    await assert.rejects(async () => {
      await gzip.push(Buffer.alloc(5_000_000, 'x'));
      await gzip.end();
    }, /disk full/);
  });
});
