/** A stream-optimized VMDK as VMware's own tools write it, after VMware's "Virtual Disk Format 5.0". */

import { deflateSync } from 'node:zlib';

const sectorSize = 512;
const grainSectors = 128;
const grainSize = grainSectors * sectorSize;
const grainsPerTable = 512;
const headSectors = 128;
const descriptorSectors = 20;
const directoryAtEnd = 0xffffffffffffffffn;
const marker = { endOfStream: 0, grainTable: 1, grainDirectory: 2, footer: 3 };

/**
 * @param {Buffer} disk a whole number of grains of 64 KiB
 * @param {string} name what the descriptor calls the extent
 * @returns {Buffer}
 */
export function makeStreamOptimizedVmdk(disk, name) {
  const capacity = disk.length / sectorSize;
  const head = Buffer.alloc(headSectors * sectorSize);
  header(capacity, directoryAtEnd).copy(head);
  head.write(descriptor(capacity, name), sectorSize, descriptorSectors * sectorSize);
  const parts = [head];
  let at = headSectors;
  const append = (bytes) => {
    const start = at;
    const padded = padToSector(bytes);
    parts.push(padded);
    at += padded.length / sectorSize;
    return start;
  };
  /** Returns the sector behind the marker, where the metadata begins. */
  const appendMetadata = (type, bytes) =>
    append(Buffer.concat([metadataMarker(type, bytes.length / sectorSize), bytes])) + 1;

  const tables = [];
  for (let first = 0; first < disk.length; first += grainsPerTable * grainSize) {
    const table = Buffer.alloc(grainsPerTable * 4);
    for (let index = 0; index < grainsPerTable; index += 1) {
      const start = first + index * grainSize;
      const grain = disk.subarray(start, start + grainSize);
      if (grain.some((byte) => byte !== 0)) {
        table.writeUInt32LE(append(compressedGrain(start / sectorSize, grain)), index * 4);
      }
    }
    tables.push(appendMetadata(marker.grainTable, table));
  }
  const directory = Buffer.alloc(tables.length * 4);
  for (const [index, sector] of tables.entries()) directory.writeUInt32LE(sector, index * 4);
  const directoryAt = appendMetadata(marker.grainDirectory, padToSector(directory));
  appendMetadata(marker.footer, header(capacity, BigInt(directoryAt)));
  append(metadataMarker(marker.endOfStream, 0));
  return Buffer.concat(parts);
}

function header(capacity, directory) {
  const validNewlines = 1;
  const compressedGrains = 1 << 16;
  const markers = 1 << 17;
  const deflate = 1;
  const block = Buffer.alloc(sectorSize);
  block.write('KDMV', 0, 'latin1');
  block.writeUInt32LE(3, 4);
  block.writeUInt32LE(validNewlines | compressedGrains | markers, 8);
  block.writeBigUInt64LE(BigInt(capacity), 12);
  block.writeBigUInt64LE(BigInt(grainSectors), 20);
  block.writeBigUInt64LE(1n, 28);
  block.writeBigUInt64LE(BigInt(descriptorSectors), 36);
  block.writeUInt32LE(grainsPerTable, 44);
  block.writeBigUInt64LE(directory, 56);
  block.writeBigUInt64LE(BigInt(headSectors), 64);
  block.write('\n \r\n', 73, 'latin1');
  block.writeUInt16LE(deflate, 77);
  return block;
}

function descriptor(capacity, name) {
  const [heads, sectors] = [255, 63];
  return [
    '# Disk DescriptorFile',
    'version=1',
    'CID=fffffffe',
    'parentCID=ffffffff',
    'createType="streamOptimized"',
    '',
    `RDONLY ${capacity} SPARSE "${name}"`,
    '',
    'ddb.adapterType = "lsilogic"',
    `ddb.geometry.cylinders = "${Math.ceil(capacity / heads / sectors)}"`,
    `ddb.geometry.heads = "${heads}"`,
    `ddb.geometry.sectors = "${sectors}"`,
    'ddb.virtualHWVersion = "13"',
    '',
  ].join('\n');
}

function compressedGrain(sector, grain) {
  const data = deflateSync(grain, { level: 1 });
  const head = Buffer.alloc(12);
  head.writeBigUInt64LE(BigInt(sector), 0);
  head.writeUInt32LE(data.length, 8);
  return Buffer.concat([head, data]);
}

function metadataMarker(type, sectors) {
  const block = Buffer.alloc(sectorSize);
  block.writeBigUInt64LE(BigInt(sectors), 0);
  block.writeUInt32LE(type, 12);
  return block;
}

const padToSector = (bytes) =>
  Buffer.concat([bytes, Buffer.alloc((sectorSize - (bytes.length % sectorSize)) % sectorSize)]);
