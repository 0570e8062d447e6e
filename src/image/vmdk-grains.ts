import { inflateSync } from 'node:zlib';
import { errorMessage } from '../action-error.ts';
import { BrokenImageError } from './disk-layout.ts';

const sector = 512;
/** A grain marker: sector of the disk, 8 bytes; length of the compressed data, 4 bytes; then the data. */
const grainHead = 12;
/** Far above the 64 KiB that all writers use, far below what would hurt. */
const largestGrain = 4 * 1024 * 1024;
/** The tables of a disk of 64 TiB. */
const largestMetadata = 512 * 1024 * 1024;

/** Bytes of the disk, at their place in it. */
export type OnGrain = (start: number, bytes: Buffer) => void;

/**
 * Decompresses a stream-optimized VMDK that streams by, whose header was checked elsewhere (VMware, "Virtual Disk Format
 * 5.0", "Stream-Optimized Compressed Sparse Extents"). Each grain has a checksum of its own (zlib's), and they are in
 * the order of the disk.
 */
export class GrainStream {
  readonly #steps: Generator<number, void, Buffer>;
  readonly #parts: Buffer[] = [];
  #have = 0;
  #want: number;
  #isDone = false;
  #broken: BrokenImageError | undefined;

  constructor(name: string, onGrain: OnGrain) {
    this.#steps = readGrains(name, onGrain);
    this.#want = this.#steps.next().value ?? 0;
  }

  /** What is wrong with the grains so far. */
  get broken(): BrokenImageError | undefined {
    return this.#broken;
  }

  write(chunk: Buffer): void {
    let rest = chunk;
    while (!this.#isDone && this.#have + rest.length >= this.#want) {
      const missing = this.#want - this.#have;
      this.#step(Buffer.concat([...this.#parts.splice(0), rest.subarray(0, missing)]));
      rest = rest.subarray(missing);
    }
    if (this.#isDone || rest.length === 0) return;
    // The chunk's buffer is used again for the next.
    this.#parts.push(Buffer.from(rest));
    this.#have += rest.length;
  }

  end(): void {
    while (!this.#isDone) this.#step(Buffer.concat(this.#parts.splice(0)));
  }

  #step(bytes: Buffer): void {
    this.#have = 0;
    try {
      const { value, done } = this.#steps.next(bytes);
      this.#want = value ?? 0;
      this.#isDone = done === true;
    } catch (error) {
      if (!(error instanceof BrokenImageError)) throw error;
      this.#broken = error;
      this.#isDone = true;
    }
  }
}

/** Yields how many bytes it wants next; gets fewer only at the end of the file. */
function* readGrains(name: string, onGrain: OnGrain): Generator<number, void, Buffer> {
  const header = yield sector;
  if (header.length < sector) return;
  const capacity = Number(header.readBigUInt64LE(12)) * sector;
  const grainBytes = Number(header.readBigUInt64LE(20)) * sector;
  if (grainBytes === 0 || grainBytes > largestGrain)
    throw new BrokenImageError(`${name} has grains of ${grainBytes} bytes`);
  const overhead = Number(header.readBigUInt64LE(64));
  if (overhead * sector > largestMetadata)
    throw new BrokenImageError(`${name} claims that its grains begin at sector ${overhead}`);
  if (overhead > 1) yield (overhead - 1) * sector;

  let end = 0;
  for (;;) {
    const marker = yield sector;
    if (marker.length < grainHead) return;
    const length = marker.readUInt32LE(8);
    if (length === 0) {
      // Metadata in front of which its length stands; without length an end of stream, or padding.
      const sectors = Number(marker.readBigUInt64LE(0));
      if (sectors * sector > largestMetadata)
        throw new BrokenImageError(`${name} has metadata of ${sectors} sectors`);
      if (sectors > 0) yield sectors * sector;
      continue;
    }
    const start = Number(marker.readBigUInt64LE(0)) * sector;
    if (start < end || start >= capacity || start % grainBytes !== 0 || length > 2 * grainBytes) {
      throw new BrokenImageError(
        `${name} is damaged: a grain of ${length} bytes for byte ${start} of the disk`,
      );
    }
    const more = Math.ceil((grainHead + length - sector) / sector) * sector;
    const packed = more > 0 ? Buffer.concat([marker, yield more]) : marker;
    const grain = inflate(packed.subarray(grainHead, grainHead + length), { name, start, grainBytes });
    end = start + grain.length;
    if (end < Math.min(start + grainBytes, capacity))
      throw new BrokenImageError(`${name} is damaged: the grain for byte ${start} has ${grain.length} bytes`);
    onGrain(start, grain);
  }
}

function inflate(
  packed: Buffer,
  { name, start, grainBytes }: { readonly name: string; readonly start: number; readonly grainBytes: number },
): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: grainBytes });
  } catch (error) {
    throw new BrokenImageError(
      `${name} is damaged: the grain for byte ${start} of the disk does not decompress: ${errorMessage(error)}`,
      { cause: error },
    );
  }
}
