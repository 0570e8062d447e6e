import { BrokenLz4Error } from '../../src/bottlerocket/lz4/block.ts';

const minMatch = 4;
/** From here on the engine's own copy beats a loop. */
const longCopy = 32;

/**
 * The block decoder in plain TypeScript, which the one in WebAssembly is compared with. Decodes one LZ4 block into `output` from `start` on and returns the end. Matches reach back to `oldest`: for
 * independent blocks their own start, for linked ones the history before it. Every read and write is inside its bounds.
 * Source: lz4, `doc/lz4_Block_format.md`.
 *
 * @throws BrokenLz4Error
 */
export function decodeBlock(input: Buffer, output: Buffer, start: number, oldest: number): number {
  const inputEnd = input.length;
  const limit = output.length;
  let from = 0;
  let to = start;
  for (;;) {
    if (from >= inputEnd) throw new BrokenLz4Error('a block ends in the middle of a sequence');
    const token = input[from++] ?? 0;

    let literals = token >>> 4;
    if (literals === 15) {
      let more = 255;
      while (more === 255) {
        if (from >= inputEnd) throw new BrokenLz4Error('a block ends in the middle of a length');
        more = input[from++] ?? 0;
        literals += more;
      }
    }
    if (literals > inputEnd - from || literals > limit - to)
      throw new BrokenLz4Error('literals beyond the block');
    if (literals > longCopy) {
      input.copy(output, to, from, from + literals);
      to += literals;
      from += literals;
    } else {
      for (const end = from + literals; from < end; ) output[to++] = input[from++] ?? 0;
    }
    // The last sequence has literals only.
    if (from === inputEnd) return to;

    // End of block conditions; lz4 counts those of the output from the largest size of a block.
    if (from + 8 > inputEnd || to + 12 > limit)
      throw new BrokenLz4Error('a match too close to the end of a block');
    const offset = (input[from] ?? 0) | ((input[from + 1] ?? 0) << 8);
    from += 2;
    let match = token & 15;
    if (match === 15) {
      let more = 255;
      while (more === 255) {
        if (from >= inputEnd) throw new BrokenLz4Error('a block ends in the middle of a length');
        more = input[from++] ?? 0;
        match += more;
      }
    }
    if (from + 6 > inputEnd) throw new BrokenLz4Error('a match too close to the end of a block');
    match += minMatch;
    if (offset === 0 || offset > to - oldest)
      throw new BrokenLz4Error(`a match reaches ${offset} bytes back`);
    if (match + 5 > limit - to) throw new BrokenLz4Error('a match beyond the block');
    if (match <= longCopy) {
      for (const end = to + match; to < end; to += 1) output[to] = output[to - offset] ?? 0;
    } else {
      copyMatch(output, to, offset, match);
      to += match;
    }
  }
}

/** A match may overlap what it makes: then each copy doubles what can be copied at once. */
function copyMatch(output: Buffer, to: number, offset: number, length: number): void {
  if (offset === 1) {
    output.fill(output[to - 1] ?? 0, to, to + length);
    return;
  }
  const from = to - offset;
  for (let done = 0; done < length; ) {
    const step = Math.min(offset + done, length - done);
    output.copyWithin(to + done, from, from + step);
    done += step;
  }
}
