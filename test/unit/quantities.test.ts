import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { durationInWords, exactSize, sizeInWords } from '../../src/quantities.ts';

describe('quantities in words', () => {
  test('sizes count in steps of 1000, as GitHub shows artifacts', () => {
    const sizes = [0, 999, 1000, 102_400, 999_499, 999_950, 67_108_864, 999_600_000, 4_118_740_992];
    assert.deepEqual(sizes.map(sizeInWords), [
      ...['0 bytes', '999 bytes', '1 kB', '102 kB', '999 kB'],
      ...['1 MB', '67 MB', '1.0 GB', '4.1 GB'],
    ]);
  });

  test('an exact size has both, and no byte twice', () => {
    assert.equal(exactSize(4_118_740_992), '4.1 GB (4,118,740,992 bytes)');
    assert.equal(exactSize(17), '17 bytes');
  });

  test('durations have hours and minutes only where there are any', () => {
    const durations = [0.4, 12, 59.6, 60, 2292, 3600, 5892];
    assert.deepEqual(durations.map(durationInWords), [
      ...['0 s', '12 s', '1 min 0 s', '1 min 0 s'],
      ...['38 min 12 s', '1 h 0 min 0 s', '1 h 38 min 12 s'],
    ]);
  });
});
