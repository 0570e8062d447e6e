import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../../tuf/metadata-fuzzer.ts';

test('altered metadata is refused with words, or nothing that is signed was altered', (t) => {
  const counts = fuzz({ seed: 1, runs: 5_000 });
  t.diagnostic(JSON.stringify(counts));
  assert.equal(counts.refused + counts.valid, 5_000);
  assert.ok(counts.refused > counts.valid);
});
