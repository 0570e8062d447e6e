import { ActionError } from '../../src/action-error.ts';
import { StrictVerifier } from '../../src/bottlerocket/tuf/verifier.ts';
import { buildCase, roleVersion } from './case.ts';

/** How inputs ended. `valid`: the change did not touch what is signed, such as white space. */
export interface FuzzCounts {
  refused: number;
  valid: number;
  longestMs: number;
}

type Random = (below: number) => number;
type Mutation = (text: Buffer, random: Random) => Buffer;

const nasty = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    '\\u0000',
    '\\ud800',
    'e\\u0301',
    '9'.repeat(400),
    '-0',
    '1e999',
  ],
  ...[
    'null',
    'true',
    '[]',
    '{}',
    '""',
    '1.5',
    '-1',
    '18446744073709551616',
    '[[[[[[[[',
    '{"__proto__":{"x":1}}',
  ],
  ...[
    '"keyids"',
    '"threshold"',
    '"signatures"',
    '"signed"',
    '"hashes"',
    '"sha256"',
    ',',
    ':',
    '}',
    ']',
    '"',
    '\\',
  ],
];

const mutations: readonly Mutation[] = [
  (text, random) => changed(text, random(text.length), (byte) => byte ^ (1 << random(8))),
  (text, random) => changed(text, random(text.length), () => random(256)),
  (text, random) => splice(text, random(text.length), 1 + random(64), Buffer.alloc(0)),
  (text, random) => splice(text, random(text.length), 0, Buffer.from(pick(nasty, random))),
  (text, random) => text.subarray(0, random(text.length)),
  // Some part of the file a second time: keys, signatures, whole roles.
  (text, random) => {
    const start = random(text.length);
    return splice(text, random(text.length), 0, text.subarray(start, start + random(800)));
  },
  // One value of the JSON for another.
  (text, random) => {
    const values = [...text.toString('latin1').matchAll(/: ?("[^"]*"|\d+|true|false|null)/g)];
    const { index, 0: found } = values[random(values.length)] ?? { index: 0, 0: '' };
    return splice(text, index + 1, found.length - 1, Buffer.from(` ${pick(nasty, random)}`));
  },
  // White space, which nobody signs.
  (text, random) => Buffer.from(text.toString().replaceAll('\n', ' '.repeat(random(4)))),
];

/**
 * Lets the strict verifier judge altered roots, timestamps, snapshots and targets.
 *
 * @throws Error when one ends in anything but acceptance or an {@link ActionError}, or takes a second, or changes
 *   what all objects inherit.
 */
export function fuzz({ seed, runs }: { readonly seed: number; readonly runs: number }): FuzzCounts {
  const random = randomFrom(seed);
  // Without stated digests every altered file reaches the parser and the signatures.
  const { metadata } = buildCase({
    build: {
      edit: {
        timestamp: (content) => (content.meta = { 'snapshot.json': { version: roleVersion } }),
        snapshot: (content) => (content.meta = { 'targets.json': { version: roleVersion } }),
      },
    },
  });
  const fileOf = (name: string) => metadata.get(name) ?? Buffer.alloc(0);
  const [first, second, third] = [fileOf('1.root.json'), fileOf('2.root.json'), fileOf('3.root.json')];
  const roles = {
    timestamp: fileOf('timestamp.json'),
    snapshot: fileOf(`${roleVersion}.snapshot.json`),
    targets: fileOf(`${roleVersion}.targets.json`),
  };
  // What is accepted says the same as before, so that the next input can follow it.
  const atThird = new StrictVerifier(third, options);
  atThird.acceptTimestamp(roles.timestamp);
  atThird.acceptSnapshot(roles.snapshot);
  let fresh = new StrictVerifier(first, options);
  const atFirst = () => {
    if (fresh.root.version > 1) fresh = new StrictVerifier(first, options);
    return fresh;
  };
  const inherited = Object.getOwnPropertyNames(Object.prototype).join();
  const counts: FuzzCounts = { refused: 0, valid: 0, longestMs: 0 };
  for (let run = 0; run < runs; run += 1) {
    const place = run % 5;
    const started = performance.now();
    try {
      if (place === 0) new StrictVerifier(mutate(first, random), options);
      if (place === 1) atFirst().acceptRoot(mutate(second, random));
      if (place === 2) atThird.acceptTimestamp(mutate(roles.timestamp, random));
      if (place === 3) atThird.acceptSnapshot(mutate(roles.snapshot, random));
      if (place === 4) atThird.acceptTargets(mutate(roles.targets, random));
      counts.valid += 1;
    } catch (error) {
      if (!(error instanceof ActionError)) throw new Error(`seed ${seed}, run ${run}`, { cause: error });
      counts.refused += 1;
    }
    counts.longestMs = Math.max(counts.longestMs, Math.round(performance.now() - started));
    if (Object.getOwnPropertyNames(Object.prototype).join() !== inherited || 'x' in {}) {
      throw new Error(`seed ${seed}, run ${run}: Object.prototype was changed`);
    }
  }
  return counts;
}

const options = { now: new Date(), expired: 'allow' } as const;

function mutate(file: Buffer, random: Random): Buffer {
  let bytes = file;
  for (let left = 1 + random(3); left > 0 && bytes.length > 0; left -= 1)
    bytes = pick(mutations, random)(bytes, random);
  return bytes;
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], random: Random): T {
  const found = from[random(from.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

function changed(text: Buffer, index: number, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(text);
  copy[index] = change(copy[index] ?? 0);
  return copy;
}

function splice(text: Buffer, start: number, remove: number, insert: Buffer): Buffer {
  return Buffer.concat([text.subarray(0, start), insert, text.subarray(start + remove)]);
}

/** xorshift32: the same inputs for the same seed. */
function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return below === 0 ? 0 : state % below;
  };
}
