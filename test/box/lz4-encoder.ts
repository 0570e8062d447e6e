import { xxh32 } from '../../src/bottlerocket/lz4/xxh32.ts';

export interface FrameOptions {
  readonly isLinked?: boolean;
  readonly blockChecksums?: boolean;
  readonly contentChecksum?: boolean;
  readonly contentSize?: boolean;
  /** 4 to 7: 64 KiB, 256 KiB, 1 MiB, 4 MiB. */
  readonly blockSize?: 4 | 5 | 6 | 7;
}

/**
 * A plain LZ4 compressor for the targets of the box and for tests: greedy, one hash table. By default the frame has the
 * shape of Bottlerocket's (`lz4 -9`): independent blocks of 4 MiB, a checksum of the content and of nothing else.
 */
export function lz4Frame(content: Buffer, options: FrameOptions = {}): Buffer {
  const { isLinked = false, blockChecksums = false, contentChecksum = true, contentSize = false } = options;
  const { blockSize = 7 } = options;
  const flags =
    0x40 |
    (isLinked ? 0 : 0x20) |
    (blockChecksums ? 0x10 : 0) |
    (contentSize ? 8 : 0) |
    (contentChecksum ? 4 : 0);
  const size = Buffer.alloc(contentSize ? 8 : 0);
  if (contentSize) size.writeBigUInt64LE(BigInt(content.length));
  const header = Buffer.concat([Buffer.from([flags, blockSize << 4]), size]);
  const parts: Buffer[] = [
    Buffer.from([0x04, 0x22, 0x4d, 0x18]),
    header,
    Buffer.from([(xxh32(header) >>> 8) & 0xff]),
  ];
  const maxBlock = 1 << (8 + 2 * blockSize);
  for (let start = 0; start < content.length; start += maxBlock) {
    const end = Math.min(start + maxBlock, content.length);
    const packed = lz4Block(content.subarray(0, end), start, isLinked ? Math.max(0, start - 65_535) : start);
    const isStored = packed.length >= end - start;
    const block = isStored ? content.subarray(start, end) : packed;
    parts.push(word(block.length | (isStored ? 0x8000_0000 : 0)), block);
    if (blockChecksums) parts.push(word(xxh32(block)));
  }
  parts.push(word(0));
  if (contentChecksum) parts.push(word(xxh32(content)));
  return Buffer.concat(parts);
}

/** A frame that decoders pass over. */
export function skippableFrame(content: Buffer): Buffer {
  return Buffer.concat([word(0x184d2a53), word(content.length), content]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

/** `lz4_Block_format.md`: the last 5 bytes are literals, the last match begins 12 bytes before the end at the latest. */
function lz4Block(bytes: Buffer, start: number, oldest: number): Buffer {
  const table = new Int32Array(1 << 16).fill(-1);
  const sequences: Buffer[] = [];
  const lastMatch = bytes.length - 12;
  const hash = (at: number) => Math.imul(bytes.readInt32LE(at), 0x9e3779b1) >>> 16;
  for (let at = oldest; at < Math.min(start, lastMatch); at += 1) table[hash(at)] = at;
  let anchor = start;
  for (let at = start; at <= lastMatch; ) {
    const key = hash(at);
    const found = table[key] ?? -1;
    table[key] = at;
    if (found < oldest || at - found > 65_535 || bytes.readInt32LE(found) !== bytes.readInt32LE(at)) {
      at += 1;
      continue;
    }
    let length = 4;
    while (at + length < bytes.length - 5 && bytes[found + length] === bytes[at + length]) length += 1;
    sequences.push(sequence(bytes.subarray(anchor, at), { offset: at - found, length }));
    at += length;
    anchor = at;
  }
  return Buffer.concat([...sequences, sequence(bytes.subarray(anchor))]);
}

function sequence(literals: Buffer, match?: { readonly offset: number; readonly length: number }): Buffer {
  const extra = match === undefined ? 0 : match.length - 4;
  const token = (Math.min(literals.length, 15) << 4) | Math.min(extra, 15);
  const offset = match === undefined ? [] : [match.offset & 0xff, match.offset >>> 8];
  return Buffer.concat([
    Buffer.from([token, ...lengthBytes(literals.length)]),
    literals,
    Buffer.from([...offset, ...lengthBytes(extra)]),
  ]);
}

function lengthBytes(length: number): number[] {
  if (length < 15) return [];
  const rest = length - 15;
  return [...Array<number>(Math.floor(rest / 255)).fill(255), rest % 255];
}
