import { crc32 } from 'node:zlib';

const sector = 512;
const tableSectors = 32;

export const guids = {
  efiSystem: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  linux: '0fc63daf-8483-4772-8e79-3d69d8477de4',
  biosBoot: '21686148-6449-6e6f-744e-656564454649',
} as const;

export interface PartitionSpec {
  /** A GUID for GPT, a type byte for MBR. */
  readonly type: string | number;
  readonly firstSector: number;
  readonly lastSector: number;
}

/** All that a check without a FAT driver can look at: the jump and the signature. */
const fatBootSector = Buffer.alloc(sector);
fatBootSector.set([0xeb, 0x58, 0x90]);
fatBootSector.writeUInt16LE(0xaa55, 510);

/** A disk with a GUID partition table as UEFI 2.10 chapter 5.3 lays it out, both headers and their checksums right. */
export function gptDisk(sectors: number, partitions: readonly PartitionSpec[]): Buffer {
  const disk = Buffer.alloc(sectors * sector);
  writeMbr(disk, [{ type: 0xee, firstSector: 1, lastSector: sectors - 1 }]);
  const entries = Buffer.alloc(tableSectors * sector);
  partitions.forEach(({ type, firstSector, lastSector }, index) => {
    const entry = entries.subarray(index * 128);
    mixedEndian(String(type)).copy(entry, 0);
    entry.fill(index + 1, 16, 32);
    entry.writeBigUInt64LE(BigInt(firstSector), 32);
    entry.writeBigUInt64LE(BigInt(lastSector), 40);
    if (type === guids.efiSystem) fatBootSector.copy(disk, firstSector * sector);
  });
  const last = sectors - 1;
  entries.copy(disk, 2 * sector);
  entries.copy(disk, (last - tableSectors) * sector);
  gptHeader({ at: 1, other: last, table: 2, entries }).copy(disk, sector);
  gptHeader({ at: last, other: 1, table: last - tableSectors, entries }).copy(disk, last * sector);
  return disk;
}

/** A disk with a classic partition table in its first sector. */
export function mbrDisk(sectors: number, partitions: readonly PartitionSpec[]): Buffer {
  const disk = Buffer.alloc(sectors * sector);
  writeMbr(disk, partitions);
  return disk;
}

/** Makes the checksum of a changed first GPT header right again. */
export function resealHeader(disk: Buffer): Buffer {
  disk.writeUInt32LE(0, sector + 16);
  disk.writeUInt32LE(crc32(disk.subarray(sector, sector + disk.readUInt32LE(sector + 12))), sector + 16);
  return disk;
}

function writeMbr(disk: Buffer, partitions: readonly PartitionSpec[]): void {
  partitions.forEach(({ type, firstSector, lastSector }, index) => {
    const entry = disk.subarray(446 + index * 16);
    entry[4] = Number(type);
    entry.writeUInt32LE(firstSector, 8);
    entry.writeUInt32LE(lastSector - firstSector + 1, 12);
  });
  disk.writeUInt16LE(0xaa55, 510);
}

interface HeaderSpec {
  readonly at: number;
  readonly other: number;
  readonly table: number;
  readonly entries: Buffer;
}

function gptHeader({ at, other, table, entries }: HeaderSpec): Buffer {
  const header = Buffer.alloc(92);
  header.write('EFI PART', 0, 'latin1');
  header.writeUInt32LE(0x0001_0000, 8);
  header.writeUInt32LE(92, 12);
  header.writeBigUInt64LE(BigInt(at), 24);
  header.writeBigUInt64LE(BigInt(other), 32);
  header.writeBigUInt64LE(34n, 40);
  header.writeBigUInt64LE(BigInt(Math.max(at, other) - tableSectors - 1), 48);
  header.fill(7, 56, 72);
  header.writeBigUInt64LE(BigInt(table), 72);
  header.writeUInt32LE(128, 80);
  header.writeUInt32LE(128, 84);
  header.writeUInt32LE(crc32(entries), 88);
  header.writeUInt32LE(crc32(header), 16);
  return header;
}

/** The first three fields of a GUID lie on disk with their bytes reversed. */
function mixedEndian(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  for (const [start, end] of [
    [0, 4],
    [4, 6],
    [6, 8],
  ] as const)
    bytes.subarray(start, end).reverse();
  return bytes;
}
