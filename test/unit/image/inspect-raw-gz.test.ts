import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { BrokenImageError } from '../../../src/image/disk-layout.ts';
import { inspectRawGz } from '../../../src/image/inspect-raw-gz.ts';
import { gptDisk, guids } from './disk-image.ts';

const sectors = 8192;
const disk = gptDisk(sectors, [{ type: guids.linux, firstSector: 64, lastSector: 8000 }]);
randomBytes(3_000_000).copy(disk, 64 * 512);
const packed = gzipSync(disk);

async function fileWith(t: TestContext, content: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'raw-gz-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'image.gz');
  await writeFile(path, content);
  return path;
}

async function refuses(t: TestContext, content: Buffer, message: RegExp): Promise<void> {
  await assert.rejects(inspectRawGz(await fileWith(t, content)), (error) => {
    assert.ok(error instanceof BrokenImageError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

test('an intact image: digest and size of the file, size and table of the disk', async (t) => {
  const findings = await inspectRawGz(await fileWith(t, packed));
  assert.equal(findings.sha256, createHash('sha256').update(packed).digest('hex'));
  assert.equal(findings.size, packed.length);
  assert.equal(findings.virtualSize, sectors * 512);
  assert.equal(findings.layout.table, 'gpt');
});

test('an image in several gzip members is one image', async (t) => {
  const members = Buffer.concat([gzipSync(disk.subarray(0, 700)), gzipSync(disk.subarray(700))]);
  const findings = await inspectRawGz(await fileWith(t, members));
  assert.equal(findings.virtualSize, sectors * 512);
  assert.equal(findings.sha256, createHash('sha256').update(members).digest('hex'));
});

test('a disk may be longer than its table says', async (t) => {
  const longer = gzipSync(Buffer.concat([disk, Buffer.alloc(4096)]));
  assert.equal((await inspectRawGz(await fileWith(t, longer))).virtualSize, sectors * 512 + 4096);
});

test('an empty file is named as that', (t) => refuses(t, Buffer.alloc(0), /^the file is empty$/));

test('a file that is no gzip', async (t) => {
  await refuses(t, disk, /not a valid gzip stream/);
  await refuses(t, Buffer.from('<html>403</html>'), /not a valid gzip stream/);
});

test('a stream that was cut off, at any place', async (t) => {
  for (const length of [5, 10, 1000, Math.floor(packed.length / 2), packed.length - 8, packed.length - 1]) {
    await refuses(t, packed.subarray(0, length), new RegExp(`cut off after ${length} bytes`));
  }
});

test('a damaged stream: one wrong byte in the middle, in the checksum, in the length', async (t) => {
  for (const offset of [Math.floor(packed.length / 2), packed.length - 8, packed.length - 1]) {
    const damaged = Buffer.from(packed);
    damaged.writeUInt8(damaged.readUInt8(offset) ^ 0x10, offset);
    await refuses(t, damaged, /not a valid gzip stream/);
  }
});

test('garbage behind the stream', async (t) => {
  await refuses(t, Buffer.concat([packed, Buffer.alloc(600)]), /600 bytes of something else follow/);
  await refuses(t, Buffer.concat([packed, Buffer.from('garbage')]), /not a valid gzip stream/);
  await refuses(t, Buffer.concat([packed, randomBytes(3 << 20).fill(1, 0, 1)]), /not a valid gzip stream/);
});

test('a disk that is shorter than its table, by one sector', async (t) => {
  const shorter = gzipSync(disk.subarray(0, disk.length - 512));
  await refuses(t, shorter, new RegExp(`ends after ${disk.length - 512} bytes.*reaches to ${disk.length}`));
});

test('a disk without a table, or with nothing at all', async (t) => {
  await refuses(t, gzipSync(Buffer.alloc(1 << 20)), /no partition table/);
  await refuses(t, gzipSync(Buffer.alloc(0)), /no partition table/);
});

test('a missing file is not called a broken image', async () => {
  await assert.rejects(inspectRawGz('/nonexistent/image.gz'), { code: 'ENOENT' });
});

test('a cancelled inspection ends with the reason', async (t) => {
  const path = await fileWith(t, packed);
  await assert.rejects(inspectRawGz(path, AbortSignal.abort()), { name: 'AbortError' });
});
