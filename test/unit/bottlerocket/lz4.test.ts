import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { assembledModule } from '../../../scripts/assemble-wasm.ts';
import { BlockDecoder, historyBytes } from '../../../src/bottlerocket/lz4/block.ts';
import { BrokenLz4Error, Lz4FrameDecoder } from '../../../src/bottlerocket/lz4/frame.ts';
import { xxh32 } from '../../../src/bottlerocket/lz4/xxh32.ts';
import { lz4Frame, skippableFrame } from '../../box/lz4-encoder.ts';
import { decodeBlock } from '../../support/lz4-reference.ts';

const hasLz4 = spawnSync('lz4', ['--version']).status === 0;

/** Text, noise and zeros: every kind of sequence. */
const sample = Buffer.concat([
  Buffer.from('the quick brown fox jumps over the lazy dog. '.repeat(5000)),
  noise(200_000),
  Buffer.alloc(300_000),
  Buffer.from('abc'.repeat(50_000)),
  noise(70_000),
  Buffer.from('the quick brown fox'),
]);

function noise(length: number, seed = 1): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length));
}

function decode(frame: Buffer, step = frame.length, maxOutput = 2 ** 30): Buffer {
  const decoder = new Lz4FrameDecoder({ maxOutput });
  const pieces: Buffer[] = [];
  for (let at = 0; at < frame.length; at += step) {
    for (const piece of decoder.push(frame.subarray(at, at + step))) pieces.push(Buffer.from(piece));
  }
  decoder.end();
  return Buffer.concat(pieces);
}

test('xxh32 has the values of its specification', () => {
  assert.equal(xxh32(Buffer.alloc(0)), 0x02cc5d05);
  assert.equal(xxh32(Buffer.from('abc')), 0x32d153ff);
  assert.equal(xxh32(Buffer.from('Nobody inspects the spammish repetition')), 0xe2293b2f);
});

describe('an LZ4 frame is decoded', () => {
  for (const options of [
    {},
    { isLinked: true, blockSize: 4 },
    { isLinked: true, blockSize: 5, blockChecksums: true },
    { blockSize: 4, blockChecksums: true, contentSize: true },
    { blockSize: 6, contentChecksum: false },
  ] as const) {
    test(`with ${JSON.stringify(options)}`, () => {
      assert.ok(decode(lz4Frame(sample, options)).equals(sample));
    });
  }

  test('in pieces of any size', () => {
    const frame = lz4Frame(sample.subarray(0, 3000), { contentSize: true, blockChecksums: true });
    for (const step of [1, 2, 3, 7, 1000]) {
      assert.ok(decode(frame, step).equals(sample.subarray(0, 3000)), String(step));
    }
  });

  test('with others behind it, and frames to skip between', () => {
    const stream = Buffer.concat([
      skippableFrame(Buffer.from('x')),
      lz4Frame(Buffer.from('one')),
      skippableFrame(Buffer.alloc(0)),
      lz4Frame(Buffer.alloc(0)),
      lz4Frame(Buffer.from('two')),
    ]);
    assert.equal(String(decode(stream, 5)), 'onetwo');
  });

  for (const args of [
    ['-1'],
    ['-9'],
    ['-12'],
    ['-9', '-B4', '-BD'],
    ['-9', '-B5', '-BX'],
    ['-1', '--content-size', '--no-frame-crc'],
  ]) {
    test(`as lz4 ${args.join(' ')} makes it`, { skip: !hasLz4 && 'lz4 is not installed' }, () => {
      const frame = execFileSync('lz4', [...args, '-c'], { input: sample, maxBuffer: 1 << 28 });
      assert.ok(decode(frame, 65_536).equals(sample));
    });
  }

  test('and what the box encodes, lz4 decodes', { skip: !hasLz4 && 'lz4 is not installed' }, () => {
    const frame = lz4Frame(sample, { isLinked: true, blockSize: 4, blockChecksums: true });
    assert.ok(execFileSync('lz4', ['-dc'], { input: frame, maxBuffer: 1 << 28 }).equals(sample));
  });
});

describe('an LZ4 frame is refused', () => {
  const frame = lz4Frame(sample.subarray(0, 100_000), { contentSize: true, blockChecksums: true });
  const refused: Record<string, { bytes: Buffer; says: RegExp }> = {
    'when it is empty': { bytes: Buffer.alloc(0), says: /empty/ },
    'when it is something else': { bytes: Buffer.from('PK\x03\x04 an archive'), says: /no LZ4 frame/ },
    'in the legacy format': { bytes: Buffer.from([0x02, 0x21, 0x4c, 0x18, 0, 0, 0, 0]), says: /legacy/ },
    'when something follows it': { bytes: Buffer.concat([frame, Buffer.from('tail')]), says: /no LZ4 frame/ },
    'when less than a frame follows it': { bytes: Buffer.concat([frame, Buffer.from('t')]), says: /cut off/ },
    'when its version is another': { bytes: changed(frame, 4, 0x80), says: /version 2/ },
    'when a reserved bit is set': { bytes: changed(frame, 4, frame[4] ?? 0, 2), says: /reserved/ },
    'when it needs a dictionary': { bytes: changed(frame, 4, frame[4] ?? 0, 1), says: /dictionary/ },
    'when its block size does not exist': { bytes: changed(frame, 5, 0x30), says: /block size 3/ },
    'when its header is damaged': {
      bytes: changed(frame, 14, (frame[14] ?? 0) ^ 1),
      says: /checksum of a frame header/,
    },
    'when a block is damaged': {
      bytes: changed(frame, 40, (frame[40] ?? 0) ^ 1),
      says: /checksum of a block/,
    },
    'when its content checksum is wrong': {
      bytes: changed(frame, frame.length - 1, (frame.at(-1) ?? 0) ^ 1),
      says: /checksum of the content/,
    },
  };
  for (const [name, { bytes, says }] of Object.entries(refused)) {
    test(name, () => {
      assert.throws(
        () => decode(bytes),
        (error: Error) => error instanceof BrokenLz4Error && says.test(error.message),
      );
    });
  }

  test('wherever it is cut off', () => {
    const small = lz4Frame(sample.subarray(0, 2000));
    for (let length = 0; length < small.length; length += 1) {
      assert.throws(() => decode(small.subarray(0, length)), BrokenLz4Error, String(length));
    }
  });

  test('when more comes out than may', () => {
    const bomb = lz4Frame(Buffer.alloc(10_000_000));
    assert.throws(() => decode(bomb, bomb.length, 5_000_000), /more than 5000000 bytes/);
  });
});

test('the decoder in the repository is what its text assembles to', async () => {
  const path = new URL('../../../src/bottlerocket/lz4/block-wasm.ts', import.meta.url);
  assert.equal(readFileSync(path, 'utf8'), await assembledModule());
});

test('a block whose last five bytes are not literals is refused, as lz4 does', () => {
  const found = '04224d186050fb160000001f000100ffffffffffffffffffffffaa28010028000000000000';
  assert.throws(() => decode(Buffer.from(found, 'hex')), /too close to the end of a block/);
});

/** 3,000 in `npm test`; `FUZZ_ROUNDS=100000 node --test test/unit/bottlerocket/lz4.test.ts` by hand. */
describe('no damage makes the decoder', () => {
  const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 3000);
  const isDeep = rounds > 10_000;
  const plain = [
    lz4Frame(sample.subarray(220_000, 226_000), { contentChecksum: false }),
    lz4Frame(sample.subarray(0, 3000), { contentChecksum: false, isLinked: true, blockSize: 4 }),
    lz4Frame(sample.subarray(499_000, 502_000), { contentChecksum: false, blockSize: 5 }),
  ];

  test('crash, or accept what lz4 refuses', { skip: !hasLz4 && 'lz4 is not installed' }, () => {
    const mutants = mutantsOf(plain, rounds);
    let accepted = 0;
    let round = 0;
    for (const mutant of mutants) {
      round += 1;
      const output = outcome(() => decode(mutant));
      if (output === undefined) continue;
      accepted += 1;
      // Starting lz4 costs milliseconds: in the short run it judges a part of what was accepted.
      if (!isDeep && accepted % 10 !== 0) continue;
      const theirs = spawnSync('lz4', ['-dc'], { input: mutant, maxBuffer: 1 << 26 });
      assert.equal(theirs.status, 0, `round ${round}: accepted here only`);
      assert.ok(theirs.stdout.equals(output), `round ${round}: another content`);
    }
    assert.ok(accepted > rounds / 100, 'some damage is only to the content');
  });

  test('read or write outside of a block, or differ from the one in TypeScript', () => {
    const decoder = new BlockDecoder();
    const maxBlock = 65_536;
    const blocks = plain.map((frame) => frame.subarray(11, -4));
    let round = 0;
    for (const block of mutantsOf(blocks, rounds)) {
      round += 1;
      const history = round % 2 === 0 ? 0 : 1000;
      // What lies around: other bytes each time, so that reading them would show.
      decoder.input.fill(round & 0xff, block.length, block.length + 64);
      decoder.output.fill(0xa5, 0, historyBytes + maxBlock + 64);
      const wanted = Buffer.alloc(historyBytes + maxBlock, 0xa5);
      block.copy(decoder.input);
      const ours = outcome(() => decoder.decode(block.length, history, maxBlock));
      const theirs = outcome(() => decodeBlock(block, wanted, historyBytes, historyBytes - history));
      assert.equal(ours, theirs, `round ${round}`);
      const end = ours ?? historyBytes;
      assert.ok(decoder.output.subarray(0, end).equals(wanted.subarray(0, end)), `round ${round}`);
      const behind = decoder.output.subarray(historyBytes + maxBlock, historyBytes + maxBlock + 64);
      assert.ok(behind.equals(Buffer.alloc(64, 0xa5)), `round ${round}: written behind the block`);
    }
  });
});

/** One to three changed bytes each, now and then a cut. */
function* mutantsOf(originals: readonly Buffer[], rounds: number): Generator<Buffer> {
  const random = noise(rounds * 8, 7);
  for (let round = 0; round < rounds; round += 1) {
    const mutant = Buffer.from(originals[round % originals.length] ?? Buffer.alloc(0));
    for (let change = 0; change <= round % 3; change += 1) {
      mutant[random.readUInt16LE(round * 8 + change * 2) % mutant.length] =
        random[round * 8 + 6 + (change % 2)] ?? 0;
    }
    yield round % 7 === 0 ? mutant.subarray(0, random.readUInt16LE(round * 8) % mutant.length) : mutant;
  }
}

/** A result, or undefined where it is refused; any other error is a crash. */
function outcome<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof BrokenLz4Error, String(error));
    return undefined;
  }
}

function changed(bytes: Buffer, at: number, value: number, flags = 0): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = value | flags;
  return copy;
}
