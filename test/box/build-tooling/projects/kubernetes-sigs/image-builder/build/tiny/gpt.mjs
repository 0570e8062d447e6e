/** GUID partition table, UEFI specification 2.10, chapter 5: protective MBR, primary and backup header and entry array. */

export const sectorSize = 512;
const entryCount = 128;
const entrySize = 128;
const entrySectors = (entryCount * entrySize) / sectorSize;

/**
 * Writes both tables into the disk.
 * @param {Buffer} disk
 * @param {string} diskGuid
 * @param {{type: string, guid: string, name: string, first: number, sectors: number}[]} partitions
 */
export function writePartitionTable(disk, diskGuid, partitions) {
  const last = disk.length / sectorSize - 1;
  const entries = Buffer.alloc(entryCount * entrySize);
  for (const [index, { type, guid, name, first, sectors }] of partitions.entries()) {
    const entry = entries.subarray(index * entrySize, (index + 1) * entrySize);
    writeGuid(entry, 0, type);
    writeGuid(entry, 16, guid);
    entry.writeBigUInt64LE(BigInt(first), 32);
    entry.writeBigUInt64LE(BigInt(first + sectors - 1), 40);
    entry.write(name, 56, 72, 'utf16le');
  }
  writeProtectiveMbr(disk, last);
  const header = (own, other, entriesAt) => {
    const block = Buffer.alloc(92);
    block.write('EFI PART', 0, 'latin1');
    block.writeUInt32LE(0x00010000, 8);
    block.writeUInt32LE(block.length, 12);
    block.writeBigUInt64LE(BigInt(own), 24);
    block.writeBigUInt64LE(BigInt(other), 32);
    block.writeBigUInt64LE(BigInt(2 + entrySectors), 40);
    block.writeBigUInt64LE(BigInt(last - entrySectors - 1), 48);
    writeGuid(block, 56, diskGuid);
    block.writeBigUInt64LE(BigInt(entriesAt), 72);
    block.writeUInt32LE(entryCount, 80);
    block.writeUInt32LE(entrySize, 84);
    block.writeUInt32LE(crc32(entries), 88);
    block.writeUInt32LE(crc32(block), 16);
    block.copy(disk, own * sectorSize);
    entries.copy(disk, entriesAt * sectorSize);
  };
  header(1, last, 2);
  header(last, 1, last - entrySectors);
}

function writeProtectiveMbr(disk, last) {
  disk.set([0x00, 0x00, 0x02, 0x00, 0xee, 0xff, 0xff, 0xff], 446);
  disk.writeUInt32LE(1, 454);
  disk.writeUInt32LE(Math.min(last, 0xffffffff), 458);
  disk.set([0x55, 0xaa], 510);
}

/** The first three fields of a GUID are little-endian on disk (UEFI specification, appendix A). */
function writeGuid(target, offset, guid) {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  target.set([...bytes.subarray(0, 4)].reverse(), offset);
  target.set([...bytes.subarray(4, 6)].reverse(), offset + 4);
  target.set([...bytes.subarray(6, 8)].reverse(), offset + 6);
  target.set(bytes.subarray(8), offset + 8);
}

/** CRC-32 of ISO 3309; zlib.crc32 is younger than Node 20. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
