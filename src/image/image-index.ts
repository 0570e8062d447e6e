import { templateTags } from '../plan/node-image-spec.ts';
import type { NodeImageRecord } from '../plan/record.ts';
import type { ReusedImage } from '../plan/reuse.ts';
import type { RunIndex } from '../plan/run-index.ts';
import type { RegionalAmi } from './ami-manifest.ts';
import type { BuiltOutcome, CellOutcome, FailedOutcome } from './cell-outcome.ts';

/** An artifact of this run, as the service lists it. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** `sha256:` and hex, where the service tells. */
  readonly digest?: string;
}

/** What a plan left out, and why. */
export interface SkippedImage {
  readonly id: string;
  readonly reason: string;
}

/** A cell that was to be built. */
export interface WantedCell {
  readonly id: string;
  /** As the job was called. */
  readonly name: string;
  /** What its record may say. */
  readonly fingerprint?: string;
}

/** What GitHub says of the job of a cell, in its newest attempt. */
export interface CellJob {
  readonly attempt: number;
  /** Null while it runs. */
  readonly conclusion: string | null;
  readonly url: string;
}

/** One line of the index; {@link RunIndex} is what its readers may count on. */
export interface IndexedImage {
  readonly id: string;
  readonly name: string;
  readonly status: RunIndex['cells'][number]['status'];
  /** Why it was reused, cancelled or skipped. */
  readonly reason?: string;
  /** Why it failed. */
  readonly cause?: string;
  readonly fingerprint?: string;
  readonly fileName?: string;
  readonly sha256?: string;
  readonly size?: number;
  readonly format?: string;
  readonly kubeVersion?: string;
  readonly eksdRelease?: string;
  readonly templateTags?: readonly string[];
  readonly amis?: readonly RegionalAmi[];
  /** What it is called in the service of its hypervisor, if it is nowhere else. */
  readonly remoteName?: string;
  readonly artifactId?: number;
  readonly artifactUrl?: string;
  /** The run that keeps the artifact. */
  readonly runUrl?: string;
  readonly jobUrl?: string;
  /** Artifact with the provenance statement. */
  readonly provenance?: string;
  readonly expiresAt?: string;
}

export interface CollectedRun {
  readonly images: readonly IndexedImage[];
  /** Records of images that are there, to be promoted. */
  readonly records: readonly NodeImageRecord[];
  /** What says that it was uploaded, and was not: one sentence each. */
  readonly problems: readonly string[];
}

export interface RunFacts {
  /** In their order. */
  readonly cells: readonly WantedCell[];
  readonly outcomes: ReadonlyMap<string, CellOutcome>;
  /** By id; those that are not known are left out. */
  readonly jobs: ReadonlyMap<string, CellJob>;
  readonly artifacts: readonly ListedArtifact[];
  readonly reused: readonly ReusedImage[];
  readonly skipped: readonly SkippedImage[];
  readonly runId: string;
  /** `https://github.com/octo/images/actions/runs/4711` */
  readonly runUrl: string;
}

/** Joins what the cells say with what is really there. */
export function collectRun(facts: RunFacts): CollectedRun {
  const problems: string[] = [];
  const records: NodeImageRecord[] = [];
  const built = facts.cells.map((cell): IndexedImage => {
    const { id, name } = cell;
    const job = facts.jobs.get(id);
    const common = { id, name, ...(job && { jobUrl: job.url }) };
    const outcome = facts.outcomes.get(id);
    if (outcome?.result !== 'built') return { ...common, ...notBuilt(outcome, job) };
    const problem = missingImage(outcome, facts.artifacts) ?? foreignRecord(outcome, cell, facts.runId);
    if (problem !== undefined) {
      problems.push(`${id}: ${problem}`);
      return { ...common, status: 'failed', cause: problem };
    }
    if (outcome.record !== undefined) records.push(outcome.record);
    return { ...common, ...indexed(outcome, facts) };
  });
  return {
    images: [...built, ...facts.reused.map(reusedImage), ...facts.skipped.map(skippedImage)],
    records,
    problems,
  };
}

/** A cell leaves its cause when it can: not if it is cancelled, and then the cause of an earlier attempt is out of date. */
function notBuilt(
  outcome: FailedOutcome | undefined,
  job: CellJob | undefined,
): Pick<IndexedImage, 'status' | 'cause' | 'reason'> {
  const isOfThisAttempt = outcome !== undefined && outcome.run.attempt >= (job?.attempt ?? 0);
  if (!isOfThisAttempt && job?.conclusion === 'cancelled') {
    return {
      status: 'cancelled',
      reason: 'its job was cancelled: by a user, by `timeout-minutes`, by `fail-fast` or by `concurrency`',
    };
  }
  if (outcome !== undefined) return { status: 'failed', cause: outcome.cause };
  if (job?.conclusion === 'skipped') return { status: 'skipped', reason: 'its job was skipped' };
  return { status: 'failed', cause: job === undefined ? noOutcome : `${leftNone}: ${endOf(job)}` };
}

const leftNone = 'it left no outcome';
const noOutcome = `${leftNone}: its job was cancelled, did not start, or failed before the action read its inputs`;

function endOf({ conclusion }: CellJob): string {
  if (conclusion === null) return 'its job has not ended';
  if (conclusion === 'success')
    return 'its job ended well, but its warnings say that the outcome was not uploaded';
  return `its job ended with "${conclusion}" before the action read its inputs, or its runner was lost`;
}

/** Why an image that a cell says it uploaded cannot be counted on. */
function missingImage({ image }: BuiltOutcome, artifacts: readonly ListedArtifact[]): string | undefined {
  if (image?.artifactId === undefined) return undefined;
  const artifact = artifacts.find(({ id }) => id === image.artifactId);
  if (artifact === undefined || artifact.name !== image.fileName)
    return 'its image is not among the artifacts of this run';
  const digest = artifact.digest?.replace('sha256:', '');
  if (!image.isZipped && digest !== undefined && digest !== image.sha256)
    return `the artifact of its image has sha256 ${digest}, but ${image.sha256} was built`;
  return undefined;
}

/**
 * A record is promoted for the image that was looked up and for what was planned, and for no other: whoever wrote the
 * outcome could otherwise let this image stand in for another one in later runs.
 */
function foreignRecord(
  { id, image, record }: BuiltOutcome,
  { fingerprint }: WantedCell,
  runId: string,
): string | undefined {
  if (record === undefined) return undefined;
  const isOfCell = record.id === id && record.fingerprint === fingerprint && record.run.id === runId;
  const isOfImage =
    image?.artifactId !== undefined &&
    record.image.artifactId === image.artifactId &&
    record.image.sha256 === image.sha256 &&
    record.image.fileName === image.fileName;
  return isOfCell && isOfImage ? undefined : 'its record is of another image than the one that was planned';
}

function indexed(
  { image, amis, remoteName, kubeVersion, eksdRelease, templateTags, provenance, record }: BuiltOutcome,
  { artifacts, runUrl }: RunFacts,
): Omit<IndexedImage, 'id' | 'name'> {
  const artifactId = image?.artifactId;
  const hasProvenance = artifacts.some(({ name }) => name === provenance);
  return {
    status: 'built',
    ...(image && {
      ...{ fileName: image.fileName, sha256: image.sha256, size: image.size, format: image.format },
    }),
    ...{ kubeVersion, eksdRelease, templateTags },
    ...(amis && { amis }),
    ...(remoteName !== undefined && { remoteName }),
    ...(artifactId !== undefined && { artifactId, artifactUrl: `${runUrl}/artifacts/${artifactId}`, runUrl }),
    ...(record && { fingerprint: record.fingerprint }),
    ...(hasProvenance && provenance !== undefined && { provenance }),
  };
}

function reusedImage(image: ReusedImage): IndexedImage {
  const { id, fingerprint, fileName, sha256, size, eksdRelease, artifactId, runUrl, expiresAt } = image;
  // An id begins with the system, as `nodeImageId` writes it.
  const [os = ''] = id.split('-');
  return {
    ...{ id, name: id, status: 'reused', reason: `unchanged since ${image.builtAt.slice(0, 10)}` },
    ...{ fingerprint, fileName, sha256, size, artifactId, runUrl, expiresAt },
    ...{ eksdRelease, templateTags: templateTags(os, eksdRelease) },
    artifactUrl: `${runUrl}/artifacts/${artifactId}`,
  };
}

function skippedImage({ id, reason }: SkippedImage): IndexedImage {
  return { id, name: id, status: 'skipped', reason };
}

/** In the format of `sha256sum -c`: every image that exists, in this run or an earlier one. */
export function checksumLines(images: readonly IndexedImage[]): string {
  return images
    .flatMap(({ sha256, fileName }) => (sha256 && fileName ? [`${sha256}  ${fileName}\n`] : []))
    .join('');
}

/** The release that the images are of; their ids end with it. */
function releaseOf(images: readonly IndexedImage[]): string {
  const versions = images.map(({ id }) => /-(v\d+\.\d+\.\d+[\w.+-]*)$/.exec(id)?.[1]?.replaceAll('_', '+'));
  return versions.find((version) => version !== undefined) ?? '';
}

/** The whole index, as `report-node-images` reads it. */
export function indexOf(
  images: readonly IndexedImage[],
  run: RunIndex['run'],
): Omit<RunIndex, 'cells'> & { readonly cells: readonly IndexedImage[] } {
  return { schemaVersion: 1, eksaVersion: releaseOf(images), run, cells: images };
}
