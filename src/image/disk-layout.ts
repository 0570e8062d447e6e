import { crc32 } from 'node:zlib';

/** A partition as the table describes it; the end is exclusive. */
export interface Partition {
  readonly type: 'efi-system' | 'linux' | 'other';
  readonly start: number;
  readonly end: number;
}

/** What the first sectors of a disk image say. All positions in bytes. */
export interface DiskLayout {
  readonly table: 'gpt' | 'mbr';
  readonly partitions: readonly Partition[];
  /** The disk must be at least this long: behind it lie the last partition and GPT's backup header. */
  readonly end: number;
  /** Where GPT has the copy of its header. */
  readonly backupHeader?: number;
}

const sector = 512;

/** How much of the head of a disk {@link readDiskLayout} wants: MBR, GPT header and 128 entries of 128 bytes. */
export const layoutBytes = 34 * sector;

/** Partition type GUIDs as they lie on disk (UEFI specification 5.3.3; mixed-endian). */
const partitionTypes: Readonly<Record<string, Partition['type']>> = {
  '28732ac11ff8d211ba4b00a0c93ec93b': 'efi-system',
  af3dc60f838472478e793d69d8477de4: 'linux',
};

/** A file that is not an intact image, and what is wrong with it; the caller knows its name. */
export class BrokenImageError extends Error {}

/**
 * Reads the partition table from the first {@link layoutBytes} of a disk image, checking GPT's checksums
 * (UEFI specification 5.3.2).
 *
 * @throws BrokenImageError when there is none, or it is damaged.
 */
export function readDiskLayout(head: Buffer): DiskLayout {
  if (head.length < sector || head.readUInt16LE(510) !== 0xaa55) {
    throw new BrokenImageError('no partition table: the first sector does not end in 55 AA');
  }
  const mbr = readMbr(head);
  if (!mbr.isProtective) {
    if (mbr.partitions.length === 0) throw new BrokenImageError('the partition table (MBR) is empty');
    return { table: 'mbr', partitions: mbr.partitions, end: lastEnd(mbr.partitions) };
  }
  return readGpt(head);
}

function readMbr(head: Buffer): { isProtective: boolean; partitions: Partition[] } {
  const partitions: Partition[] = [];
  let isProtective = false;
  for (let offset = 446; offset < 510; offset += 16) {
    const type = head[offset + 4] ?? 0;
    const start = head.readUInt32LE(offset + 8) * sector;
    const length = head.readUInt32LE(offset + 12) * sector;
    if (type === 0xee) isProtective = true;
    else if (type !== 0 && length > 0) {
      partitions.push({ type: mbrType(type), start, end: start + length });
    }
  }
  return { isProtective, partitions };
}

function mbrType(type: number): Partition['type'] {
  if (type === 0xef) return 'efi-system';
  return type === 0x83 ? 'linux' : 'other';
}

function readGpt(head: Buffer): DiskLayout {
  const header = head.subarray(sector, 2 * sector);
  if (header.toString('latin1', 0, 8) !== 'EFI PART') {
    throw new BrokenImageError('a protective MBR without a GPT header behind it');
  }
  checkHeaderSum(header, 'the GPT header');
  const backupHeader = Number(header.readBigUInt64LE(32)) * sector;
  const tableStart = Number(header.readBigUInt64LE(72)) * sector;
  const count = header.readUInt32LE(80);
  const entrySize = header.readUInt32LE(84);
  const entries = head.subarray(tableStart, tableStart + count * entrySize);
  if (entrySize < 128 || entries.length < count * entrySize) {
    throw new BrokenImageError(`a GPT of ${count} entries of ${entrySize} bytes at byte ${tableStart}`);
  }
  if (crc32(entries) !== header.readUInt32LE(88))
    throw new BrokenImageError('the GPT entries are damaged (CRC)');

  const partitions = Array.from({ length: count }, (_, index) =>
    readGptEntry(entries.subarray(index * entrySize, (index + 1) * entrySize)),
  ).filter((partition) => partition !== undefined);
  if (partitions.length === 0) throw new BrokenImageError('the partition table (GPT) is empty');
  const end = Math.max(backupHeader + sector, lastEnd(partitions));
  return { table: 'gpt', partitions, end, backupHeader };
}

/**
 * GPT ends the disk with a copy of its header. A disk whose tail was lost and filled up with zeros lacks it.
 *
 * @throws BrokenImageError
 */
export function checkBackupHeader(header: Buffer): void {
  if (header.toString('latin1', 0, 8) !== 'EFI PART') {
    throw new BrokenImageError(
      'the copy of the GPT header at the end of the disk is gone: its tail is missing',
    );
  }
  checkHeaderSum(header, 'the copy of the GPT header');
}

function checkHeaderSum(header: Buffer, what: string): void {
  const headerSize = header.readUInt32LE(12);
  if (headerSize < 92 || headerSize > sector)
    throw new BrokenImageError(`${what} claims to have ${headerSize} bytes`);
  const summed = Buffer.from(header.subarray(0, headerSize));
  summed.writeUInt32LE(0, 16);
  if (crc32(summed) !== header.readUInt32LE(16)) throw new BrokenImageError(`${what} is damaged (CRC)`);
}

function readGptEntry(entry: Buffer): Partition | undefined {
  const guid = entry.toString('hex', 0, 16);
  if (/^0+$/.test(guid)) return undefined;
  return {
    type: partitionTypes[guid] ?? 'other',
    start: Number(entry.readBigUInt64LE(32)) * sector,
    end: (Number(entry.readBigUInt64LE(40)) + 1) * sector,
  };
}

function lastEnd(partitions: readonly Partition[]): number {
  return Math.max(...partitions.map((partition) => partition.end));
}
