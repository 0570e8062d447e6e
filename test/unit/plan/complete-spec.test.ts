import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { completeSpec, type WantedImage } from '../../../src/plan/complete-spec.ts';
import { nodeImageId } from '../../../src/plan/node-image-spec.ts';
import { exampleRelease, exampleSpec } from './example-release.ts';

const wanted: WantedImage = { os: 'ubuntu', hypervisor: 'baremetal', releaseChannel: '1-33' };

function complete(overrides: Partial<WantedImage>, version = 'v0.26.1') {
  return completeSpec({ ...wanted, ...overrides }, exampleRelease({ version }));
}

test('what is left out, the release decides', () => {
  assert.deepEqual(complete({}), {
    id: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1',
    os: 'ubuntu',
    osVersion: '22.04',
    hypervisor: 'baremetal',
    firmware: 'efi',
    releaseChannel: '1-33',
    eksaVersion: 'v0.26.1',
  });
  assert.equal(complete({}, 'v0.24.1').osVersion, '20.04');
});

test('the system version may be written as in file names', () => {
  assert.equal(complete({ osVersion: '2404' }).osVersion, '24.04');
  assert.equal(complete({ osVersion: '24.04' }).id, complete({ osVersion: '2404' }).id);
});

for (const [version, good, bad] of [
  ['v0.16.9', ['20.04'], ['22.04', '24.04']],
  ['v0.17.0', ['20.04', '22.04'], ['24.04']],
  ['v0.23.5', ['20.04', '22.04'], ['24.04']],
  ['v0.24.0', ['20.04', '22.04', '24.04'], ['18.04']],
  ['v0.25.0', ['22.04', '24.04'], ['20.04']],
  ['v0.0.0-dev+build.4018', ['22.04', '24.04'], ['20.04']],
] as const) {
  test(`${version} builds Ubuntu ${good.join(', ')} and nothing else`, () => {
    for (const osVersion of good) assert.equal(complete({ osVersion }, version).osVersion, osVersion);
    for (const osVersion of bad) {
      assert.throws(
        () => complete({ osVersion }, version),
        new RegExp(`builds Ubuntu ${good.join(', ')}, not ${osVersion}`),
      );
    }
  });
}

test('a version that is a slip away gets a suggestion', () => {
  assert.throws(() => complete({ osVersion: '24.4' }), /did you mean 24\.04\?/);
});

test('vSphere boots by BIOS unless EFI is asked for; bare metal by EFI only', () => {
  assert.equal(complete({ hypervisor: 'vsphere' }).id, 'ubuntu-2204-bios-vsphere-1-33-v0.26.1');
  assert.equal(complete({ hypervisor: 'vsphere', firmware: 'efi' }).firmware, 'efi');
  assert.throws(() => complete({ firmware: 'bios' }), /by `efi` only/);
});

test('a release below v0.16 is refused', () => {
  assert.throws(() => complete({}, 'v0.15.3'), /too old[\s\S]*v0\.16\.0 or newer/);
});

test('a release before v0.17 has no choice of firmware, and its id none', () => {
  const spec = complete({}, 'v0.16.9');
  assert.equal(spec.firmware, undefined);
  assert.equal(spec.id, 'ubuntu-2004-baremetal-1-33-v0.16.9');
  assert.throws(() => complete({ firmware: 'efi' }, 'v0.16.9'), /`firmware`: .*leave it out/);
});

test('a channel that the release lacks is refused with those it has', () => {
  assert.throws(
    () => complete({ releaseChannel: '1-30' }),
    (error) => {
      assert.ok(error instanceof ActionError);
      assert.match(error.message, /1-33[\s\S]*1-34/);
      return true;
    },
  );
});

test('several problems are one error', () => {
  assert.throws(
    () => complete({ osVersion: '18.04', firmware: 'bios' }),
    (error) => {
      assert.ok(error instanceof ActionError);
      assert.deepEqual(
        error.problems.map((problem) => problem.split(':')[0]),
        ['`os-version`', '`firmware`'],
      );
      return true;
    },
  );
});

test('two cells that differ in anything have different ids', () => {
  const cells = [
    exampleSpec(),
    exampleSpec({ firmware: 'bios' }),
    exampleSpec({ os: 'redhat', osVersion: '9' }),
    exampleSpec({ osVersion: '24.04' }),
    exampleSpec({ hypervisor: 'vsphere' }),
    exampleSpec({ releaseChannel: '1-34' }),
    exampleSpec({ eksaVersion: 'v0.26.0' }),
    exampleSpec({ eksaVersion: 'v0.0.0-dev+build.4018' }),
    exampleSpec({ eksaVersion: 'v0.0.0-dev+build.4019' }),
  ];
  assert.equal(new Set(cells.map(({ id }) => id)).size, cells.length);
});

test('an id is safe as a file name and as an artifact name', () => {
  const dev = exampleSpec({ eksaVersion: 'v0.0.0-dev+build.4018' });
  assert.equal(dev.id, 'ubuntu-2204-efi-baremetal-1-33-v0.0.0-dev_build.4018');
  const bottlerocket = {
    os: 'bottlerocket',
    hypervisor: 'vsphere',
    releaseChannel: '1-33',
    eksaVersion: 'v0.26.1',
  } as const;
  assert.equal(nodeImageId(bottlerocket), 'bottlerocket-vsphere-1-33-v0.26.1');
  // What the artifact service refuses, and what shells and URLs read as their own.
  for (const { id } of [dev, exampleSpec()]) assert.match(id, /^[a-z0-9][A-Za-z0-9._-]*$/);
});
