import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const pieceBytes = 1 << 20;
const deflate = promisify(deflateRaw);

/** RFC 1952 §2.3: deflate, no flags, no time, made on an unknown system, so that the same input gives the same file. */
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** RFC 1951 §3.2.3: a last block that is empty. */
const lastBlock = Buffer.from([0x03, 0x00]);
const zeros = Buffer.alloc(pieceBytes);

let zeroPieceCrc: { readonly ofZero: number; readonly ofBits: readonly number[] } | undefined;

/**
 * The CRC-32 of some bytes and a piece of zeros behind them. It is affine in that of the bytes (zlib's `crc32_combine`), so
 * that what the piece does to each bit, taken once, tells what it does to all: a disk of zeros costs nothing.
 */
function crcBehindZeros(crc: number): number {
  if (zeroPieceCrc === undefined) {
    const ofZero = crc32(zeros, 0);
    const ofBits = Array.from({ length: 32 }, (_, bit) => crc32(zeros, 2 ** bit) ^ ofZero);
    zeroPieceCrc = { ofZero, ofBits };
  }
  const { ofZero, ofBits } = zeroPieceCrc;
  return ofBits.reduce((sum, value, bit) => ((crc >>> bit) & 1 ? sum ^ value : sum), ofZero) >>> 0;
}

export interface GzipOptions {
  /** 1 to 9. */
  readonly level: number;
  /** Called in order; awaited. */
  readonly write: (bytes: Buffer) => Promise<void>;
  /** Pieces that may be at work at once. */
  readonly parallel: number;
}

/**
 * Makes one gzip stream of a single member on all cores: each mebibyte is deflated by itself on the thread pool of Node.js
 * and ends at a byte boundary (`Z_SYNC_FLUSH`), so that the pieces join to one valid stream for every reader. A piece of
 * zeros, of which disk images are full, is deflated once.
 */
export class ParallelGzip {
  readonly #options: GzipOptions;
  readonly #queue: Array<Promise<Buffer>> = [];
  #zeroPiece: Promise<Buffer> | undefined;
  readonly #free: Buffer[] = [];
  #piece: Buffer;
  #filled = 0;
  #crc = 0;
  #size = 0;
  #isStarted = false;

  constructor(options: GzipOptions) {
    this.#options = options;
    this.#piece = Buffer.allocUnsafeSlow(pieceBytes);
  }

  /** Copies what it is given. */
  async push(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.#piece, this.#filled, at);
      at += copied;
      this.#filled += copied;
      if (this.#filled === pieceBytes) await this.#submit();
    }
  }

  /** Ends the stream; nothing may be pushed behind it. */
  async end(): Promise<void> {
    if (this.#filled > 0) await this.#submit();
    while (this.#queue.length > 0) await this.#drainOne();
    await this.#start();
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(this.#crc, 0);
    trailer.writeUInt32LE(this.#size % 2 ** 32, 4);
    await this.#options.write(Buffer.concat([lastBlock, trailer]));
  }

  async #submit(): Promise<void> {
    const piece = this.#piece.subarray(0, this.#filled);
    this.#size += piece.length;
    this.#filled = 0;
    if (piece.length === pieceBytes && piece.equals(zeros)) {
      this.#crc = crcBehindZeros(this.#crc);
      this.#zeroPiece ??= this.#deflate(zeros);
      this.#queue.push(this.#zeroPiece);
    } else {
      this.#crc = crc32(piece, this.#crc);
      const buffer = this.#piece;
      const deflated = this.#deflate(piece).finally(() => this.#free.push(buffer));
      // Awaited in its turn; until then a failure must not count as unhandled.
      deflated.catch(() => undefined);
      this.#queue.push(deflated);
      this.#piece = this.#free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
    }
    while (this.#queue.length > this.#options.parallel) await this.#drainOne();
  }

  #deflate(piece: Buffer): Promise<Buffer> {
    const { level } = this.#options;
    // One trip to the pool: the output of a piece fits into one chunk.
    return deflate(piece, {
      level,
      memLevel: 7,
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: pieceBytes + 4096,
    });
  }

  async #drainOne(): Promise<void> {
    const bytes = await this.#queue.shift();
    await this.#start();
    if (bytes !== undefined) await this.#options.write(bytes);
  }

  async #start(): Promise<void> {
    if (this.#isStarted) return;
    this.#isStarted = true;
    await this.#options.write(header);
  }
}
