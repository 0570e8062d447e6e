import { blockWasm } from './block-wasm.ts';

/** Data that is not what the LZ4 formats allow. */
export class BrokenLz4Error extends Error {}

export const historyBytes = 64 * 1024;
export const largestBlock = 4 * 1024 * 1024;

/** What TypeScript's types of browsers would say; this code runs in Node.js. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface BlockExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  decode(from: number, end: number, to: number, oldest: number, limit: number): number;
}

/** Where things are in the memory: block.wat has 131 pages of 64 KiB. */
const inputStart = 1024;
const outputStart = inputStart + largestBlock + 1024;

/** By the negative results of block.wat. */
const faults = [
  'a block ends in the middle of a sequence',
  'a block ends in the middle of a length',
  'literals beyond the block',
  'a match too close to the end of a block',
  'a match reaches back too far',
  'a match beyond the block',
];

/**
 * Decodes LZ4 blocks (lz4, `doc/lz4_Block_format.md`) in a memory of its own, which holds one block of input and, behind
 * the history, one of output. In WebAssembly, because TypeScript takes four times as long (docs/internals.md).
 */
export class BlockDecoder {
  /** Room for a block and its checksum. */
  readonly input: Buffer;
  /** {@link historyBytes}, and room for a decoded block behind them. */
  readonly output: Buffer;
  readonly #decode: BlockExports['decode'];

  constructor() {
    const module = new WebAssembly.Module(Buffer.from(blockWasm, 'base64'));
    const { memory, decode } = new WebAssembly.Instance(module).exports as BlockExports;
    this.#decode = decode;
    this.input = Buffer.from(memory.buffer, inputStart, largestBlock + 8);
    this.output = Buffer.from(memory.buffer, outputStart, historyBytes + largestBlock);
  }

  /**
   * Decodes the first `length` bytes of the input to behind the history, and returns the end in the output. Matches reach
   * back by at most `history` bytes before the block.
   *
   * @throws BrokenLz4Error
   */
  decode(length: number, history: number, maxBlock: number): number {
    const start = outputStart + historyBytes;
    const limit = start + maxBlock;
    const end = this.#decode(inputStart, inputStart + length, start, start - history, limit);
    if (end < 0) throw new BrokenLz4Error(faults[-end - 1]);
    return end - outputStart;
  }
}
