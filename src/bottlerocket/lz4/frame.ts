import { BlockDecoder, BrokenLz4Error, historyBytes, largestBlock } from './block.ts';
import { Xxh32, xxh32 } from './xxh32.ts';

export { BrokenLz4Error } from './block.ts';

const frameMagic = 0x184d2204;
const legacyMagic = 0x184c2102;
const skippable = { first: 0x184d2a50, last: 0x184d2a5f };
const blockSizes: Readonly<Record<number, number>> = {
  4: 64 * 1024,
  5: 256 * 1024,
  6: 1024 * 1024,
  7: largestBlock,
};

/** What a frame's header says. */
interface FrameHeader {
  readonly isLinked: boolean;
  readonly hasBlockChecksums: boolean;
  readonly hasContentChecksum: boolean;
  readonly contentSize: number | undefined;
  readonly maxBlock: number;
}

/**
 * Decodes a stream of LZ4 frames, as `lz4 -d` does: linked and independent blocks, all checksums, content sizes, frames
 * one behind the other, skippable frames. Source: lz4, `doc/lz4_Frame_format.md` 1.6.4. Dictionaries and the legacy
 * format are refused by name.
 *
 * Bounded memory: one block of input and one of output. A piece that is handed out is valid until the next is asked for.
 */
export class Lz4FrameDecoder {
  readonly #maxOutput: number;
  readonly #machine: Generator<number | Buffer, never, void>;
  readonly #blocks = new BlockDecoder();
  readonly #input = this.#blocks.input;
  #filled = 0;
  #wanted = 0;
  #frames = 0;
  #produced = 0;

  constructor(options: { readonly maxOutput: number }) {
    this.#maxOutput = options.maxOutput;
    this.#machine = this.#frameSequence();
    this.#ask();
  }

  /** Takes the next bytes of the stream and yields what they decode to. */
  *push(chunk: Buffer): Generator<Buffer, void, void> {
    for (let at = 0; ; ) {
      if (this.#filled < this.#wanted) {
        const copied = chunk.copy(this.#input, this.#filled, at, at + this.#wanted - this.#filled);
        at += copied;
        this.#filled += copied;
        if (this.#filled < this.#wanted) return;
      }
      const piece = this.#ask();
      if (piece !== undefined) yield piece;
    }
  }

  /** @throws BrokenLz4Error when the stream has not ended where a frame does. */
  end(): void {
    if (this.#frames === 0 && this.#filled === 0) throw new BrokenLz4Error('the stream is empty');
    if (!this.#isBetweenFrames || this.#filled > 0) throw new BrokenLz4Error('the stream is cut off');
  }

  #isBetweenFrames = true;

  /** Runs the machine until it hands out a piece, or wants more input than is there. */
  #ask(): Buffer | undefined {
    const { value } = this.#machine.next();
    if (typeof value !== 'number') return value;
    this.#wanted = value;
    this.#filled = 0;
    return undefined;
  }

  /** Yields how many bytes it wants in `#input` next, or a decoded piece. */
  *#frameSequence(): Generator<number | Buffer, never, void> {
    for (;;) {
      this.#isBetweenFrames = true;
      yield 4;
      const magic = this.#input.readUInt32LE(0);
      this.#isBetweenFrames = false;
      this.#frames += 1;
      if (magic === frameMagic) yield* this.#frame();
      else if (magic >= skippable.first && magic <= skippable.last) yield* this.#skip();
      else if (magic === legacyMagic)
        throw new BrokenLz4Error('the legacy format of `lz4 -l` is not supported');
      else throw new BrokenLz4Error('no LZ4 frame: its first bytes are not 04 22 4D 18');
    }
  }

  *#skip(): Generator<number | Buffer, void, void> {
    yield 4;
    for (let left = this.#input.readUInt32LE(0); left > 0; ) {
      const part = Math.min(left, largestBlock);
      yield part;
      left -= part;
    }
  }

  *#frame(): Generator<number | Buffer, void, void> {
    const header = yield* this.#header();
    const { maxBlock, isLinked } = header;
    const { output } = this.#blocks;
    const content = header.hasContentChecksum ? new Xxh32() : undefined;
    let history = 0;
    let size = 0;
    for (;;) {
      yield 4;
      const word = this.#input.readUInt32LE(0);
      if (word === 0) break;
      const length = word & 0x7fff_ffff;
      if (length > maxBlock) throw new BrokenLz4Error(`a block of ${length} bytes, ${maxBlock} at most`);
      if (length === 0) throw new BrokenLz4Error('an empty block');
      const checksumBytes = header.hasBlockChecksums ? 4 : 0;
      yield length + checksumBytes;
      const block = this.#input.subarray(0, length);
      if (header.hasBlockChecksums && xxh32(block) !== this.#input.readUInt32LE(length)) {
        throw new BrokenLz4Error('the checksum of a block is wrong');
      }
      const isStored = word >>> 31 === 1;
      const end = isStored
        ? historyBytes + block.copy(output, historyBytes)
        : this.#blocks.decode(length, history, maxBlock);
      const piece = output.subarray(historyBytes, end);
      this.#count(piece);
      size += piece.length;
      content?.update(piece);
      if (piece.length > 0) yield piece;
      if (isLinked) {
        history = Math.min(historyBytes, history + piece.length);
        output.copyWithin(historyBytes - history, end - history, end);
      }
    }
    if (header.contentSize !== undefined && size !== header.contentSize) {
      throw new BrokenLz4Error(`the frame holds ${size} bytes, but announces ${header.contentSize}`);
    }
    if (content !== undefined) {
      yield 4;
      if (content.digest() !== this.#input.readUInt32LE(0)) {
        throw new BrokenLz4Error('the checksum of the content is wrong');
      }
    }
  }

  /** FLG, BD, the content size, and the second byte of their xxh32. */
  *#header(): Generator<number | Buffer, FrameHeader, void> {
    yield 2;
    const [flags = 0, descriptor = 0] = this.#input;
    const described = [Buffer.from(this.#input.subarray(0, 2))];
    if (flags >>> 6 !== 1) throw new BrokenLz4Error(`version ${flags >>> 6} of the frame format`);
    if ((flags & 2) !== 0 || (descriptor & 0x8f) !== 0) throw new BrokenLz4Error('a reserved bit is set');
    if ((flags & 1) !== 0) throw new BrokenLz4Error('the frame needs a dictionary');
    const maxBlock = blockSizes[descriptor >>> 4];
    if (maxBlock === undefined) throw new BrokenLz4Error(`block size ${descriptor >>> 4}`);
    let contentSize: number | undefined;
    if ((flags & 8) !== 0) {
      yield 8;
      contentSize = Number(this.#input.readBigUInt64LE(0));
      described.push(Buffer.from(this.#input.subarray(0, 8)));
    }
    yield 1;
    if (((xxh32(Buffer.concat(described)) >>> 8) & 0xff) !== this.#input[0]) {
      throw new BrokenLz4Error('the checksum of a frame header is wrong');
    }
    return {
      isLinked: (flags & 0x20) === 0,
      hasBlockChecksums: (flags & 0x10) !== 0,
      hasContentChecksum: (flags & 4) !== 0,
      contentSize,
      maxBlock,
    };
  }

  #count(piece: Buffer): void {
    this.#produced += piece.length;
    if (this.#produced > this.#maxOutput) {
      throw new BrokenLz4Error(`more than ${this.#maxOutput} bytes come out, which is refused`);
    }
  }
}
