import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type Cell, expandImages } from '../../../src/plan/expand-images.ts';
import { fingerprintOf, ingredientsOf, noContent } from '../../../src/plan/fingerprint.ts';
import { decideReuse, type RecordSource, type ReusedImage } from '../../../src/plan/reuse.ts';
import { parseImages } from '../../../src/plan/wanted-images.ts';
import type { EksaRelease } from '../../../src/release/eksa-release.ts';
import { fixtures, type HistoricRelease, ReleaseHistory } from '../../box/release-history.ts';

const day = 24 * 60 * 60 * 1000;
const lastNight = Date.parse('2026-08-14T03:00:00Z');
const nights = Array.from({ length: 365 }, (_, index) => lastNight - (364 - index) * day);
const channels = ['1-31', '1-32', '1-33'];
const images = `
- {hypervisor: [baremetal, vsphere], os-version: 22.04, release-channel: [${channels}]}
- {hypervisor: vsphere, os: redhat, os-version: 9, release-channel: [${channels}]}
- {hypervisor: vsphere, os: bottlerocket, release-channel: [${channels}]}`;

const history = await ReleaseHistory.load();
const bottlerocketChanges = readdirSync(path.join(fixtures, 'build-tooling', 'history'))
  .toSorted()
  .map((file) => ({
    date: file.slice(0, 10),
    entries: parse(readFileSync(path.join(fixtures, 'build-tooling', 'history', file), 'utf8')) as Record<
      string,
      Record<string, string>
    >,
  }));

function hex(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What `latest` is on a night: a patch of an older line does not become it. */
function latestOn(night: number): HistoricRelease {
  const order = (version: string) =>
    version
      .slice(1)
      .split('.')
      .map((part) => part.padStart(4, '0'))
      .join('.');
  const known = history.releases.filter(({ date }) => Date.parse(date) <= night);
  const newest = known.toSorted((a, b) => (order(a.version) < order(b.version) ? -1 : 1)).at(-1);
  assert.ok(newest);
  return newest;
}

/** The OVA version that the build tooling pinned when a release was made. */
function bottlerocketOf({ date }: HistoricRelease, channel: string): string | undefined {
  const entries = bottlerocketChanges.findLast((change) => change.date <= date.slice(0, 10))?.entries;
  return entries?.[channel]?.['ova-release-version'];
}

/** A bundle as AWS would have published it; where no digest is on record, one stands in that changes with its name. */
function releaseOf(historic: HistoricRelease): EksaRelease {
  const { version, number, gitCommit, line } = historic;
  const imageBuilder = history.imageBuilderVersion(line);
  return {
    version,
    bundleNumber: number,
    bundleManifestUrl: `https://anywhere-assets.eks.amazonaws.com/releases/bundles/${number}/manifest.yaml`,
    releaseManifestUrl: 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml',
    signature: 'verified',
    buildToolingCommit: gitCommit,
    imageBuilder: { uri: '', sha256: hex('image-builder', number), version: imageBuilder },
    channels: historic.eksd.map((eksd) => {
      const eksdRelease = `kubernetes-${eksd.channel}-eks-${eksd.number}`;
      const ova = bottlerocketOf(historic, eksd.channel);
      return {
        name: eksd.channel,
        kubeVersion: history.kubeVersion(eksd),
        eksdRelease,
        eksdManifestUrl: '',
        signedDigest: hex(eksdRelease, number),
        bottlerocket: ova === undefined ? {} : { ova: { uri: '', sha256: hex('bottlerocket', ova) } },
      };
    }),
    notes: [],
  };
}

/** Runs a year of nights; an image once built is kept for `retentionDays`. Returns what was built each night. */
async function replay(maxAgeDays: number, retentionDays: number): Promise<readonly (readonly string[])[]> {
  const kept = new Map<string, ReusedImage>();
  const records: RecordSource = {
    find: async (name) => {
      const image = kept.get(name);
      return image ? { image } : { reason: 'new' };
    },
  };
  const built: string[][] = [];
  for (const night of nights) {
    const now = new Date(night);
    const release = releaseOf(latestOn(night));
    const { cells, unsupported } = expandImages(parseImages(images), [], release, now);
    assert.deepEqual(unsupported, []);
    assert.equal(cells.length, 12);
    for (const [name, image] of kept) if (Date.parse(image.expiresAt) <= night) kept.delete(name);
    const decisions = await decideReuse(
      cells.map((cell) => ({ cell, fingerprint: fingerprintFor(cell, release, latestOn(night)) })),
      records,
      { maxAgeDays, now },
    );
    const toBuild = decisions.filter(({ reused }) => reused === undefined);
    for (const { cell, fingerprint = '' } of toBuild)
      kept.set(
        `${cell.spec.id}.${fingerprint}.record.json`,
        imageOf(cell, fingerprint, night, retentionDays),
      );
    built.push(toBuild.map(({ cell }) => cell.spec.id));
  }
  return built;
}

function fingerprintFor({ spec }: Cell, release: EksaRelease, historic: HistoricRelease): string {
  const ova = bottlerocketOf(historic, spec.releaseChannel);
  const buildTooling = { bottlerocket: ova === undefined ? {} : { [spec.releaseChannel]: { ova } } };
  const eksd = release.channels.find(({ name }) => name === spec.releaseChannel)?.eksdRelease;
  return fingerprintOf(
    ingredientsOf(spec, release, noContent, { eksdComponents: hex('components', eksd), buildTooling }),
  );
}

function imageOf(
  { spec: { id } }: Cell,
  fingerprint: string,
  night: number,
  retentionDays: number,
): ReusedImage {
  return {
    id,
    fingerprint,
    fileName: `${id}.gz`,
    sha256: hex(id, fingerprint),
    size: 1,
    eksdRelease: 'kubernetes-1-33-eks-1',
    runId: '1',
    runUrl: 'https://github.com/octo/images/actions/runs/1',
    artifactId: 1,
    artifactName: `${id}.gz`,
    builtAt: new Date(night).toISOString(),
    expiresAt: new Date(night + retentionDays * day).toISOString(),
  };
}

/**
 * What should be built each night, from the published history alone: for each of the twelve, all that AWS signs
 * about it, the Bottlerocket entry and the tools; another text than at its last build, or too old, is a build.
 */
function oracle(maxAgeDays: number): readonly number[] {
  const last = new Map<string, { readonly night: number; readonly state: string }>();
  const tools = (line: string) =>
    readFileSync(
      path.join(
        fixtures,
        'build-tooling',
        'branches',
        `release-${line}`,
        'REQUIRED_DEPENDENCY_VERSIONS.yaml',
      ),
      'utf8',
    );
  return nights.map((night) => {
    const release = latestOn(night);
    let builds = 0;
    for (const channel of channels) {
      const signed = [release.number, release.gitCommit, release.eksd.find((one) => one.channel === channel)];
      for (const image of ['ubuntu metal', 'ubuntu vsphere', 'redhat vsphere', 'bottlerocket vsphere']) {
        const state = JSON.stringify([signed, tools(release.line), bottlerocketOf(release, channel)]);
        const before = last.get(`${image} ${channel}`);
        if (before?.state === state && night - before.night < maxAgeDays * day) continue;
        last.set(`${image} ${channel}`, { night, state });
        builds += 1;
      }
    }
    return builds;
  });
}

for (const [maxAgeDays, retentionDays, builds, changes] of [
  [7, 8, 720, 'a week at most'],
  [30, 31, 204, 'a month at most'],
  [365, 400, 168, 'for as long as nothing changes'],
] as const) {
  test(`a year of nights, images kept ${changes}: ${builds} builds instead of 4380`, async (context) => {
    const built = (await replay(maxAgeDays, retentionDays)).map(({ length }) => length);
    assert.deepEqual(built, oracle(maxAgeDays), 'each night as the published history says');
    const total = built.reduce((sum, count) => sum + count, 0);
    context.diagnostic(`${total} of ${nights.length * 12} built, ${nights.length * 12 - total} saved`);
    assert.equal(total, builds);
  });
}

test('every change of the year is built the night after, once', async () => {
  const built = await replay(365, 400);
  let previous = '';
  nights.forEach((night, index) => {
    const { version } = latestOn(night);
    assert.equal(built[index]?.length, version === previous ? 0 : 12, new Date(night).toISOString());
    previous = version;
  });
});
