import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CapacityFacts, judgeCapacity, memoryOfBuild } from '../../../src/host/capacity.ts';
import type { Lease } from '../../../src/host/leases.ts';

const gib = 1024 ** 3;

/** A machine with 16 GiB, 8 cores and 200 GiB free. */
function facts(overrides: Partial<CapacityFacts> = {}): CapacityFacts {
  return {
    machine: {
      platform: 'linux',
      architecture: 'x64',
      glibc: '2.39',
      cores: 8,
      memory: 16 * gib,
      freeMemory: 15 * gib,
    },
    guestRunsHere: true,
    freeDisk: 200 * gib,
    device: 1,
    freeDiskGiB: 50,
    others: [],
    policy: 'refuse',
    ...overrides,
  };
}

function build(overrides: Partial<Lease> = {}): Lease {
  return {
    owner: '1:1',
    since: 0,
    hypervisor: 'baremetal',
    memory: memoryOfBuild(true),
    disk: 50 * gib,
    device: 1,
    freeAtStart: 200 * gib,
    ...overrides,
  };
}

test('the room is that of the scarcest: disk, memory or cores', () => {
  assert.equal(judgeCapacity(facts()).found, 'no other runs; room for 4');
  assert.match(judgeCapacity(facts({ freeDisk: 900 * gib })).found, /room for 5$/);
  assert.match(judgeCapacity(facts({ guestRunsHere: false, freeDisk: 900 * gib })).found, /room for 8$/);
});

test('a second build fits where memory and disk do, and is refused where one does not', () => {
  assert.equal(judgeCapacity(facts({ others: [build()] })).verdict, 'good');
  const small = { ...facts().machine, memory: 6 * gib };
  const crowded = judgeCapacity(facts({ others: [build()], machine: small }));
  assert.equal(crowded.verdict, 'bad');
  assert.equal(crowded.needed, '7.0 GiB of memory');
  const full = judgeCapacity(facts({ others: [build()], freeDisk: 90 * gib, machine: small }));
  assert.equal(full.verdict, 'bad');
  assert.equal(
    judgeCapacity(facts({ others: [build()], machine: small, policy: 'allow' })).verdict,
    'doubtful',
  );
});

test('what another build has taken already is not counted twice, nor what it takes elsewhere', () => {
  const other = build({ freeAtStart: 100 * gib });
  assert.equal(judgeCapacity(facts({ others: [other], freeDisk: 55 * gib })).verdict, 'good');
  const scarce = build({ freeAtStart: 98 * gib });
  assert.equal(judgeCapacity(facts({ others: [scarce], freeDisk: 97 * gib })).verdict, 'bad');
  const elsewhere = build({ device: 2 });
  assert.equal(judgeCapacity(facts({ others: [elsewhere], freeDisk: 60 * gib })).verdict, 'good');
});

test('a build that is alone is not refused here: memory and disk have findings of their own', () => {
  const tiny = { ...facts().machine, memory: gib };
  assert.equal(judgeCapacity(facts({ machine: tiny, freeDisk: 0 })).verdict, 'good');
});
