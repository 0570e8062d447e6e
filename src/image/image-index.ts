import type { NodeImageRecord } from '../plan/record.ts';
import type { ReusedImage } from '../plan/reuse.ts';
import type { RunIndex } from '../plan/run-index.ts';
import type { BuiltOutcome, CellOutcome } from './cell-outcome.ts';

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
}

/** One line of the index; {@link RunIndex} is what its readers may count on. */
export interface IndexedImage {
  readonly id: string;
  readonly name: string;
  readonly status: 'built' | 'reused' | 'failed' | 'skipped';
  /** Why it was reused or skipped. */
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
  readonly artifactId?: number;
  readonly artifactUrl?: string;
  /** The run that keeps the artifact. */
  readonly runUrl?: string;
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
  readonly artifacts: readonly ListedArtifact[];
  readonly reused: readonly ReusedImage[];
  readonly skipped: readonly SkippedImage[];
  /** `https://github.com/octo/images/actions/runs/4711` */
  readonly runUrl: string;
}

/** Joins what the cells say with what is really there. */
export function collectRun(facts: RunFacts): CollectedRun {
  const problems: string[] = [];
  const records: NodeImageRecord[] = [];
  const built = facts.cells.map(({ id, name }): IndexedImage => {
    const failed = (cause: string) => ({ id, name, status: 'failed', cause }) as const;
    const outcome = facts.outcomes.get(id);
    if (outcome === undefined) return failed(noOutcome);
    if (outcome.result === 'failed') return failed(outcome.cause);
    const problem = missingImage(outcome, facts.artifacts);
    if (problem !== undefined) {
      problems.push(`${id}: ${problem}`);
      return failed(problem);
    }
    if (outcome.record !== undefined && isOf(outcome.record, outcome)) records.push(outcome.record);
    return { name, ...indexed(outcome, facts) };
  });
  return {
    images: [...built, ...facts.reused.map(reusedImage), ...facts.skipped.map(skippedImage)],
    records,
    problems,
  };
}

const noOutcome =
  'it left no outcome: its job was cancelled, did not start, or failed before the action read its inputs';

/** Why an image that a cell says it uploaded cannot be counted on. */
function missingImage({ image }: BuiltOutcome, artifacts: readonly ListedArtifact[]): string | undefined {
  if (image.artifactId === undefined) return undefined;
  const artifact = artifacts.find(({ id }) => id === image.artifactId);
  if (artifact === undefined || artifact.name !== image.fileName)
    return 'its image is not among the artifacts of this run';
  const digest = artifact.digest?.replace('sha256:', '');
  if (!image.isZipped && digest !== undefined && digest !== image.sha256)
    return `the artifact of its image has sha256 ${digest}, but ${image.sha256} was built`;
  return undefined;
}

/** A record is promoted for the image that was looked up, and for no other. */
function isOf(record: NodeImageRecord, { id, image }: BuiltOutcome): boolean {
  return (
    image.artifactId !== undefined &&
    record.id === id &&
    record.image.artifactId === image.artifactId &&
    record.image.sha256 === image.sha256
  );
}

function indexed(
  { id, image, kubeVersion, eksdRelease, templateTags, provenance, record }: BuiltOutcome,
  { artifacts, runUrl }: RunFacts,
): Omit<IndexedImage, 'name'> {
  const { fileName, sha256, size, format, artifactId } = image;
  const hasProvenance = artifacts.some(({ name }) => name === provenance);
  return {
    id,
    status: 'built',
    ...{ fileName, sha256, size, format, kubeVersion, eksdRelease, templateTags },
    ...(artifactId !== undefined && { artifactId, artifactUrl: `${runUrl}/artifacts/${artifactId}`, runUrl }),
    ...(record && { fingerprint: record.fingerprint }),
    ...(hasProvenance && provenance !== undefined && { provenance }),
  };
}

function reusedImage(image: ReusedImage): IndexedImage {
  const { id, fingerprint, fileName, sha256, size, artifactId, runUrl, expiresAt } = image;
  return {
    ...{ id, name: id, status: 'reused', reason: `unchanged since ${image.builtAt.slice(0, 10)}` },
    ...{ fingerprint, fileName, sha256, size, artifactId, runUrl, expiresAt },
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
