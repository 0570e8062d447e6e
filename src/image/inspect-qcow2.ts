import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { errorMessage } from '../action-error.ts';
import { BrokenImageError, type DiskLayout, layoutBytes, readDiskLayout } from './disk-layout.ts';
import { DiskProbe } from './disk-probe.ts';
import { readChunks } from './file-chunks.ts';
import { parseQcow2Header, type Qcow2Header } from './qcow2-header.ts';

/** What a disk image holds. Sizes in bytes. */
export interface DiskFindings {
  /** Lower-case hex of the file. */
  readonly sha256: string;
  readonly size: number;
  readonly virtualSize: number;
  readonly layout: DiskLayout;
}

/** Offsets in both tables; the other bits are flags (QEMU, docs/interop/qcow2.txt, "Cluster mapping"). */
const offsetMask = 0x00ff_ffff_ffff_fe00n;
const compressedFlag = 1n << 62n;
/** In a table of level 2: the cluster reads as zeros, whatever is at its offset. */
const zeroFlag = 1n;

/**
 * Opens a qcow2 image: header, both levels of tables, every cluster within the file, every compressed one decompressed,
 * and the partition table at both ends of the disk. The format has no checksums for clusters that are not compressed.
 *
 * @throws BrokenImageError that says what is broken; the file is left where it is.
 */
export async function inspectQcow2(path: string, signal?: AbortSignal): Promise<DiskFindings> {
  const file = await open(path);
  try {
    const digest = createHash('sha256');
    let size = 0;
    for await (const chunk of readChunks(file, (bytes) => digest.update(bytes))) {
      signal?.throwIfAborted();
      size += chunk.length;
    }
    const head = await readFully(file, 0, Math.min(size, 1024));
    const image = new Qcow2Image(file, size, parseQcow2Header(head, size));
    await image.checkClusters(signal);
    const { virtualSize } = image.header;
    const layout = await readLayout(image);
    return { sha256: digest.digest('hex'), size, virtualSize, layout };
  } finally {
    await file.close();
  }
}

/** The probe sees only the places that it looks at. */
async function readLayout(image: Qcow2Image): Promise<DiskLayout> {
  const { virtualSize } = image.header;
  const head = await image.read(0, Math.min(layoutBytes, virtualSize));
  const { partitions, backupHeader } = readDiskLayout(head);
  const probe = new DiskProbe();
  probe.write(0, head);
  const boot = partitions.filter(({ type }) => type === 'efi-system').map(({ start }) => start);
  const places = [...boot, ...(backupHeader === undefined ? [] : [backupHeader])];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (place < virtualSize) probe.write(place, await image.read(place, Math.min(512, virtualSize - place)));
  }
  return probe.finish(virtualSize);
}

class Qcow2Image {
  readonly header: Qcow2Header;
  readonly #file: FileHandle;
  readonly #size: number;

  constructor(file: FileHandle, size: number, header: Qcow2Header) {
    this.#file = file;
    this.#size = size;
    this.header = header;
  }

  /** Walks all tables; holds one of each level at a time. */
  async checkClusters(signal: AbortSignal | undefined): Promise<void> {
    const { clusterBytes, virtualSize } = this.header;
    const perTable = clusterBytes / 8;
    const clusters = Math.ceil(virtualSize / clusterBytes);
    for (let first = 0; first < clusters; first += perTable) {
      signal?.throwIfAborted();
      const table = await this.#tableOf(first / perTable);
      if (table === undefined) continue;
      const count = Math.min(perTable, clusters - first);
      for (let index = 0; index < count; index += 1) {
        const entry = table.readBigUInt64BE(index * 8);
        if ((entry & compressedFlag) !== 0n) await this.#decompress(entry, first + index);
        else this.#checkPlace(entry, first + index);
      }
    }
  }

  /** Bytes of the disk. */
  async read(start: number, length: number): Promise<Buffer> {
    const { clusterBytes } = this.header;
    const parts: Buffer[] = [];
    for (let at = start; at < start + length; ) {
      const cluster = Math.floor(at / clusterBytes);
      const from = at % clusterBytes;
      const to = Math.min(clusterBytes, from + start + length - at);
      parts.push((await this.#cluster(cluster)).subarray(from, to));
      at += to - from;
    }
    return Buffer.concat(parts);
  }

  async #cluster(number: number): Promise<Buffer> {
    const { clusterBytes } = this.header;
    const perTable = clusterBytes / 8;
    const table = await this.#tableOf(Math.floor(number / perTable));
    const entry = table?.readBigUInt64BE((number % perTable) * 8) ?? 0n;
    if ((entry & compressedFlag) !== 0n) return this.#decompress(entry, number);
    const place = this.#checkPlace(entry, number);
    if (place === undefined) return Buffer.alloc(clusterBytes);
    // The last cluster of a file may be shorter than others.
    const bytes = await readFully(this.#file, place, Math.min(clusterBytes, this.#size - place));
    return Buffer.concat([bytes, Buffer.alloc(clusterBytes - bytes.length)]);
  }

  async #tableOf(index: number): Promise<Buffer | undefined> {
    const { clusterBytes, tableOffset } = this.header;
    const entry = (await readFully(this.#file, tableOffset + index * 8, 8)).readBigUInt64BE();
    const place = Number(entry & offsetMask);
    if (place === 0) return undefined;
    if (place % clusterBytes !== 0 || place + clusterBytes > this.#size) {
      throw new BrokenImageError(`table ${index} of the clusters is at byte ${place}, outside of the file`);
    }
    return readFully(this.#file, place, clusterBytes);
  }

  /** Where a cluster is; `undefined` for one that reads as zeros. */
  #checkPlace(entry: bigint, number: number): number | undefined {
    const place = Number(entry & offsetMask);
    if (place === 0 || (entry & zeroFlag) !== 0n) return undefined;
    if (place % this.header.clusterBytes !== 0)
      throw new BrokenImageError(`cluster ${number} is at byte ${place}, where none can begin`);
    if (place >= this.#size) {
      throw new BrokenImageError(
        `cluster ${number} is at byte ${place}, but the file ends after ${this.#size}: it is cut off`,
      );
    }
    return place;
  }

  /** The offset has the lower bits, the number of further sectors those above it. */
  async #decompress(entry: bigint, number: number): Promise<Buffer> {
    const { clusterBytes } = this.header;
    const offsetBits = BigInt(62 - (Math.log2(clusterBytes) - 8));
    const place = Number(entry & ((1n << offsetBits) - 1n));
    const sectors = Number((entry & (compressedFlag - 1n)) >> offsetBits);
    const length = Math.min((sectors + 1) * 512 - (place % 512), this.#size - place);
    if (length <= 0)
      throw new BrokenImageError(`cluster ${number} is at byte ${place}, outside of the file: it is cut off`);
    try {
      const packed = await readFully(this.#file, place, length);
      const bytes = inflateRawSync(packed, { maxOutputLength: clusterBytes });
      if (bytes.length === clusterBytes) return bytes;
    } catch (error) {
      throw new BrokenImageError(`cluster ${number} does not decompress: ${errorMessage(error)}`, {
        cause: error,
      });
    }
    throw new BrokenImageError(`cluster ${number} is shorter than a cluster`);
  }
}

async function readFully(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead === length) return buffer;
  throw new BrokenImageError(`the file ends inside of what is at byte ${position}`);
}
