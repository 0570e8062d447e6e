import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type BuiltOutcome, type CellOutcome, parseOutcome } from '../../../src/image/cell-outcome.ts';
import { parseCells, parseReused } from '../../../src/image/collected-inputs.ts';
import { type CellJob, collectRun } from '../../../src/image/image-index.ts';
import { recordOf } from '../../../src/plan/record.ts';
import { jobNamed, type RunJob } from '../../../src/runner/github-jobs.ts';

const id = 'ubuntu-2204-efi-baremetal-1-33-v0.26.1';
const fingerprint = 'ab'.repeat(16);
const sha256 = 'cd'.repeat(32);
const fileName = `${id}.gz`;
const failed = (attempt: number): CellOutcome => ({
  ...{ schemaVersion: 1, id, result: 'failed', cause: 'Timeout waiting for SSH' },
  run: { id: '4711', attempt },
});
const record = recordOf({
  spec: { id, eksaVersion: 'v0.26.1', releaseChannel: '1-33' },
  fingerprint,
  release: { bundleNumber: 110, signature: 'verified' },
  channel: { eksdRelease: 'kubernetes-1-33-eks-30' },
  image: { fileName, sha256, size: 7 },
  artifact: { id: 3, url: 'https://github.com/octo/images/actions/runs/4711/artifacts/3' },
  run: { repository: 'octo/images', id: '4711', attempt: 1 },
  builtAt: new Date(0),
});
const built: BuiltOutcome = {
  ...{ schemaVersion: 1, id, result: 'built', run: { id: '4711', attempt: 1 }, eksaVersion: 'v0.26.1' },
  ...{
    releaseChannel: '1-33',
    kubeVersion: 'v1.33.5',
    eksdRelease: 'kubernetes-1-33-eks-30',
    templateTags: [],
  },
  image: { fileName, sha256, size: 7, format: 'raw.gz', artifactId: 3, isZipped: false },
  record,
};
const job = (conclusion: string | null, attempt = 1): CellJob => ({
  ...{ conclusion, attempt, url: 'https://github.com/octo/images/actions/runs/4711/job/9' },
});

function collect(outcome: CellOutcome | undefined, ownJob?: CellJob) {
  return collectRun({
    cells: [{ id, name: 'ubuntu', fingerprint }],
    outcomes: new Map(outcome && [[id, outcome]]),
    jobs: new Map(ownJob && [[id, ownJob]]),
    artifacts: [{ id: 3, name: fileName, size: 7, digest: `sha256:${sha256}` }],
    ...{ reused: [], skipped: [], runId: '4711', runUrl: 'https://github.com/octo/images/actions/runs/4711' },
  });
}

describe('what became of a cell', () => {
  for (const [what, outcome, ownJob, status, says] of [
    ['a cancelled job that left nothing', undefined, job('cancelled'), 'cancelled', /was cancelled/],
    ['a job that was skipped', undefined, job('skipped'), 'skipped', /was skipped/],
    [
      'a job that failed before the action began',
      undefined,
      job('failure'),
      'failed',
      /ended with "failure"/,
    ],
    ['a job that goes on', undefined, job(null), 'failed', /has not ended/],
    ['a job that ended well, but left nothing', undefined, job('success'), 'failed', /not uploaded/],
    ['a job of which nothing is known', undefined, undefined, 'failed', /left no outcome/],
    ['a re-run that was cancelled after a failure', failed(1), job('cancelled', 2), 'cancelled', /cancelled/],
    ['a job that was cancelled after its cell had failed', failed(2), job('cancelled', 2), 'failed', /SSH/],
    ['a failure that was not re-run', failed(1), job('failure', 2), 'failed', /SSH/],
    ['a failure whose job is not known', failed(1), undefined, 'failed', /SSH/],
  ] as const) {
    test(`${what} is ${status}`, () => {
      const [image] = collect(outcome, ownJob).images;
      assert.equal(image?.status, status);
      assert.match(image?.cause ?? image?.reason ?? '', says);
      assert.equal(image?.jobUrl, ownJob?.url);
    });
  }

  test('an image that is there is built, and its record is promoted', () => {
    const { images, records, problems } = collect(built);
    assert.equal(images[0]?.status, 'built');
    assert.deepEqual([records, problems], [[record], []]);
  });

  for (const [what, strange] of [
    ['another fingerprint than was planned', { ...record, fingerprint: 'ef'.repeat(16) }],
    ['another cell', { ...record, id: 'ubuntu-2404-efi-baremetal-1-33-v0.26.1' }],
    ['another run', { ...record, run: { ...record.run, id: '42' } }],
    ['another artifact', { ...record, image: { ...record.image, artifactId: 4 } }],
    ['another file', { ...record, image: { ...record.image, fileName: 'other.gz' } }],
  ] as const) {
    test(`a record of ${what} is refused`, () => {
      const { images, records, problems } = collect({ ...built, record: strange });
      assert.equal(images[0]?.status, 'failed');
      assert.deepEqual(records, []);
      assert.match(problems.join(), /its record is of another image than the one that was planned/);
    });
  }
});

test('a reused image has the template tags that it had when it was built', () => {
  const image = {
    ...{ id, fingerprint, fileName, sha256, size: 7, eksdRelease: 'kubernetes-1-33-eks-30', artifactId: 3 },
    ...{ artifactName: fileName, runId: '31', runUrl: 'https://github.com/octo/images/actions/runs/31' },
    ...{ builtAt: '2026-11-01T00:00:00Z', expiresAt: '2026-11-09T00:00:00Z' },
  };
  const reused = parseReused(JSON.stringify([image]));
  const run = { runId: '4711', runUrl: 'https://github.com/octo/images/actions/runs/4711' };
  const { images } = collectRun({
    ...{ cells: [], outcomes: new Map(), jobs: new Map(), artifacts: [], skipped: [], reused, ...run },
  });
  assert.deepEqual(images[0]?.templateTags, ['os:ubuntu', 'eksdRelease:kubernetes-1-33-eks-30']);
});

describe('what other jobs of the run might write', () => {
  const lines = 'a.gz\n0000  b.gz';

  test('an outcome whose file name would be two lines of the checksums is none', () => {
    const text = (name: string) => JSON.stringify({ ...built, image: { ...built.image, fileName: name } });
    assert.equal(parseOutcome(text(fileName), id)?.result, 'built');
    for (const name of [lines, '../up', '']) assert.equal(parseOutcome(text(name), id), undefined);
  });

  test('neither is a reused image', () => {
    const image = {
      ...{ id, fingerprint, fileName: lines, sha256, size: 1, runId: '1', runUrl: 'https://github.com/o/i' },
      ...{ artifactId: 1, artifactName: 'a', builtAt: '', expiresAt: '' },
    };
    assert.throws(() => parseReused(JSON.stringify([image])), /not a list of reused images/);
  });

  test('the fingerprint of a cell is read with it', () => {
    assert.deepEqual(
      parseCells(
        JSON.stringify({
          include: [
            { id, fingerprint },
            { id: 'b', name: 'B' },
          ],
        }),
      ),
      [
        { id, name: id, fingerprint },
        { id: 'b', name: 'B' },
      ],
    );
  });
});

describe('the job of a cell', () => {
  const of = (name: string, more: Partial<RunJob> = {}): RunJob => ({
    ...{ name, attempt: 1, conclusion: 'cancelled', url: 'https://github.com', runnerName: null },
    ...more,
  });

  test('has its name, in a reusable workflow behind that of the caller', () => {
    assert.equal(jobNamed('a', [of('a'), of('b')], 'r')?.name, 'a');
    assert.equal(jobNamed('a', [of('nightly / a'), of('aa')], 'r')?.name, 'nightly / a');
    assert.equal(jobNamed('a', [of('xa')], 'r'), undefined);
  });

  test('is the one beside the job that asks, where two calls of a workflow have one each', () => {
    const jobs = [
      of('v0.25 / a'),
      of('v0.26 / a'),
      of('v0.26 / Collect', { conclusion: null, runnerName: 'r' }),
    ];
    assert.equal(jobNamed('a', jobs, 'r')?.name, 'v0.26 / a');
    assert.equal(jobNamed('a', jobs, 'other'), undefined);
  });
});
