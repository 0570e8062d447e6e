import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrokenImageError, layoutBytes, readDiskLayout } from '../../../src/image/disk-layout.ts';
import { gptDisk, guids, mbrDisk, resealHeader } from './disk-image.ts';

const efiDisk = () =>
  gptDisk(4096, [
    { type: guids.efiSystem, firstSector: 64, lastSector: 127 },
    { type: guids.linux, firstSector: 128, lastSector: 4000 },
  ]);

function refuses(disk: Buffer, message: RegExp): void {
  assert.throws(
    () => readDiskLayout(disk.subarray(0, layoutBytes)),
    (error) => error instanceof BrokenImageError && message.test(error.message),
  );
}

test('a GPT is read with its partitions in bytes; the disk must reach to the backup header', () => {
  assert.deepEqual(readDiskLayout(efiDisk().subarray(0, layoutBytes)), {
    table: 'gpt',
    partitions: [
      { type: 'efi-system', start: 64 * 512, end: 128 * 512 },
      { type: 'linux', start: 128 * 512, end: 4001 * 512 },
    ],
    end: 4096 * 512,
    backupHeader: 4095 * 512,
  });
});

test('empty entries between partitions are left out; unknown types are other', () => {
  const disk = gptDisk(2048, [
    { type: guids.biosBoot, firstSector: 64, lastSector: 64 },
    { type: '00000000-0000-0000-0000-000000000000', firstSector: 0, lastSector: 0 },
    { type: guids.linux, firstSector: 65, lastSector: 100 },
  ]);
  assert.deepEqual(
    readDiskLayout(disk).partitions.map(({ type }) => type),
    ['other', 'linux'],
  );
});

test('an MBR is read; the disk must reach to the end of its last partition', () => {
  const disk = mbrDisk(2048, [
    { type: 0x83, firstSector: 128, lastSector: 2047 },
    { type: 0xef, firstSector: 64, lastSector: 127 },
    { type: 0x07, firstSector: 32, lastSector: 33 },
  ]);
  assert.deepEqual(readDiskLayout(disk), {
    table: 'mbr',
    partitions: [
      { type: 'linux', start: 128 * 512, end: 2048 * 512 },
      { type: 'efi-system', start: 64 * 512, end: 128 * 512 },
      { type: 'other', start: 32 * 512, end: 34 * 512 },
    ],
    end: 2048 * 512,
  });
});

test('a disk without a table is refused: no bytes, few bytes, zeros, text', () => {
  for (const disk of [Buffer.alloc(0), Buffer.alloc(511), Buffer.alloc(4096), Buffer.alloc(4096, 'text')]) {
    refuses(disk, /no partition table/);
  }
});

test('a table without a partition is refused', () => {
  refuses(mbrDisk(64, []), /\(MBR\) is empty/);
  refuses(gptDisk(128, []), /\(GPT\) is empty/);
});

test('a protective MBR needs a GPT header behind it', () => {
  refuses(mbrDisk(2048, [{ type: 0xee, firstSector: 1, lastSector: 2047 }]), /without a GPT header/);
  refuses(efiDisk().subarray(0, 512), /without a GPT header/);
});

for (const [what, offset] of [
  ['position of the backup', 512 + 32],
  ['disk GUID', 512 + 60],
  ['checksum', 512 + 16],
] as const) {
  test(`one wrong bit in the ${what} damages the header`, () => {
    const disk = efiDisk();
    disk.writeUInt8(disk.readUInt8(offset) ^ 1, offset);
    refuses(disk, /header is damaged \(CRC\)/);
  });
}

test('one wrong bit in an entry damages the entries, in an unused one as well', () => {
  for (const entry of [0, 1, 127]) {
    const disk = efiDisk();
    const offset = 1024 + entry * 128 + 40;
    disk.writeUInt8(disk.readUInt8(offset) ^ 1, offset);
    refuses(disk, /entries are damaged \(CRC\)/);
  }
});

test('a header that claims nonsense is refused even when its checksum is right', () => {
  const claims: ReadonlyArray<readonly [offset: number, value: number]> = [
    [80, 0xffff_ffff],
    [84, 16],
    [84, 0xffff_ffff],
    [72, 0xffff_ffff],
  ];
  for (const [offset, value] of claims) {
    const disk = efiDisk();
    disk.writeUInt32LE(value, 512 + offset);
    refuses(resealHeader(disk), /a GPT of \d+ entries of \d+ bytes/);
  }
  for (const size of [0, 91, 513, 0xffff_ffff]) {
    const disk = efiDisk();
    disk.writeUInt32LE(size, 512 + 12);
    refuses(disk, /GPT header claims to have \d+ bytes/);
  }
});
