/**
 * How long it takes to expand and check 1,000 cells, from the text of the inputs to the cells of the matrix, before
 * the limit of 256; and to take their fingerprints. Budget of the former: 50 ms. Each is the first and only run of a
 * process of its own, code already loaded: a job plans once.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Cell, expandImages } from '../../src/plan/expand-images.ts';
import { fingerprintOf, ingredientsOf, noContent } from '../../src/plan/fingerprint.ts';
import { matrixCell, refuseSameIds, refuseSameMachines, virtualMachine } from '../../src/plan/matrix.ts';
import { parseRunners } from '../../src/plan/runners.ts';
import { parseExclusions, parseImages } from '../../src/plan/wanted-images.ts';
import type { EksaRelease, ReleaseChannel } from '../../src/release/eksa-release.ts';

const processes = 9;

/** Each channel has 8 cells; so many channels make a thousand. */
const channels: readonly ReleaseChannel[] = Array.from({ length: 125 }, (_, index) => ({
  name: `1-${index + 10}`,
  kubeVersion: `v1.${index + 10}.1`,
  eksdRelease: `kubernetes-1-${index + 10}-eks-1`,
  eksdManifestUrl: '',
  signedDigest: 'ab'.repeat(32),
  bottlerocket: {},
}));
const release: EksaRelease = {
  version: 'v0.26.1',
  bundleNumber: 124,
  bundleManifestUrl: '',
  releaseManifestUrl: '',
  signature: 'verified',
  buildToolingCommit: '0'.repeat(40),
  imageBuilder: { uri: '', sha256: 'cd'.repeat(32), version: 'v0.7.0' },
  channels,
  notes: [],
};
const images = `
- {hypervisor: vsphere, os-version: [22.04, 24.04], firmware: [bios, efi], release-channel: supported}
- {hypervisor: [baremetal, nutanix], os-version: [22.04, 24.04], release-channel: supported}
`;

if (process.argv[2] === 'once') {
  const started = performance.now();
  const cells = expand();
  const expanded = performance.now();
  for (const { spec } of cells)
    fingerprintOf(ingredientsOf(spec, release, noContent, { eksdComponents: 'ef'.repeat(32) }));
  console.log(
    JSON.stringify({
      cells: cells.length,
      expand: expanded - started,
      fingerprints: performance.now() - expanded,
    }),
  );
} else {
  const results = Array.from({ length: processes }, runOnce);
  console.log(`| what | fastest | median of ${processes} |\n|---|---|---|`);
  for (const [kind, what] of [
    ['expand', 'expanding and checking'],
    ['fingerprints', 'fingerprints of'],
  ] as const) {
    const times = results.map((result) => result[kind]).toSorted((a, b) => a - b);
    const [fastest = 0, median = 0] = [times[0], times[(processes - 1) / 2]];
    console.log(
      `| ${what} ${results[0]?.cells} cells | ${fastest.toFixed(1)} ms | ${median.toFixed(1)} ms |`,
    );
  }
}

interface Run {
  readonly cells: number;
  readonly expand: number;
  readonly fingerprints: number;
}

function runOnce(): Run {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'once'], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Run;
}

function expand(): readonly Cell[] {
  const { cells, unsupported } = expandImages(
    parseImages(images),
    parseExclusions('- {hypervisor: cloudstack}'),
    release,
    new Date(),
  );
  if (unsupported.length > 0) throw new Error('the benchmark asks for what does not exist');
  refuseSameIds(cells);
  refuseSameMachines(cells, (cell) => virtualMachine(cell, release, {}));
  const runners = parseRunners('{baremetal: [self-hosted, kvm], default: ubuntu-24.04}');
  for (const cell of cells) matrixCell(cell, { runners, fingerprint: undefined, machine: undefined });
  return cells;
}
