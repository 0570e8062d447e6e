import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReleaseChannel } from '../../../src/release/eksa-release.ts';
import { releaseWarnings, type WarningOptions } from '../../../src/release/release-warnings.ts';
import { supportMatrix } from '../../../src/release/support-matrix.ts';

const channelOf = (name: string, endOfStandardSupport?: string): ReleaseChannel => ({
  name,
  kubeVersion: `v${name.replace('-', '.')}.1`,
  eksdRelease: `kubernetes-${name}-eks-1`,
  eksdManifestUrl: 'https://distro.eks.amazonaws.com/',
  bottlerocket: {},
  ...(endOfStandardSupport && { endOfStandardSupport }),
});

function warningsOf(version: string, options: Partial<WarningOptions> = {}, channels: ReleaseChannel[] = []) {
  return releaseWarnings({
    release: {
      version,
      bundleNumber: 1,
      bundleManifestUrl: '',
      releaseManifestUrl: '',
      signature: 'verified',
      buildToolingCommit: '',
      channels,
      notes: [],
    },
    newestVersion: version,
    channel: undefined,
    matrix: version.startsWith('v0.0.0') ? undefined : supportMatrix(version),
    cell: {},
    now: new Date('2026-01-15'),
    ...options,
  });
}

test('CVE-2024-9594 is named up to v0.19.10 and v0.20.7, with the release that mends it', () => {
  for (const [version, fixedIn] of [
    ['v0.16.0', 'v0.19.11'],
    ['v0.19.10', 'v0.19.11'],
    ['v0.20.0', 'v0.20.8'],
    ['v0.20.7', 'v0.20.8'],
  ] as const)
    assert.match(warningsOf(version).join(), new RegExp(`CVE-2024-9594.*${fixedIn}`));
  for (const version of ['v0.19.11', 'v0.20.8', 'v0.21.0', 'v0.26.1', 'v0.0.0-dev+build.1'])
    assert.deepEqual(warningsOf(version), [], version);
});

test('two minor lines behind is worth a warning, one is not', () => {
  assert.match(warningsOf('v0.24.6', { newestVersion: 'v0.26.1' }).join(), /2 minor lines behind v0\.26\.1/);
  assert.deepEqual(warningsOf('v0.25.0', { newestVersion: 'v0.26.1' }), []);
});

test('channels past their standard support are named, by what the bundle says or what is known', () => {
  const channels = [channelOf('1-31', '2026-01-14'), channelOf('1-32', '2026-01-15'), channelOf('1-28')];
  assert.match(
    warningsOf('v0.26.1', {}, channels).join(),
    /ended for 1-31 \(2026-01-14\), 1-28 \(2024-12-31\):/,
  );
  assert.deepEqual(warningsOf('v0.26.1', { channel: channelOf('1-32', '2026-01-15') }, channels), []);
  assert.match(warningsOf('v0.21.0', { channel: channelOf('1-27') }).join(), /1-27 \(before 2025\)/);
});

test('Ubuntu 20.04 and CloudStack are warned of where a release has dropped them', () => {
  assert.match(warningsOf('v0.25.0', { cell: { osVersion: '20.04' } }).join(), /no Ubuntu 20\.04 any more/);
  assert.deepEqual(warningsOf('v0.24.0', { cell: { osVersion: '20.04' } }), []);
  assert.match(warningsOf('v0.26.0', { cell: { hypervisor: 'cloudstack' } }).join(), /CloudStack any more/);
  assert.deepEqual(warningsOf('v0.25.3', { cell: { hypervisor: 'cloudstack' } }), []);
});
