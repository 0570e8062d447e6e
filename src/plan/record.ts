import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import type { NodeImageSpec } from './node-image-spec.ts';

const fingerprintPattern = /^[0-9a-f]{16,64}$/;

/** Whether a record counts as soon as the image is uploaded, or only when `collect-node-images` has promoted it. */
export const recordKinds = ['final', 'candidate'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** @throws ActionError */
export function parseFingerprint(text: string): string {
  if (fingerprintPattern.test(text)) return text;
  throw new ActionError(`\`${text}\` is no fingerprint.`, {
    fix: 'Pass one whole image of the matrix, `cell: ${{ toJSON(matrix) }}`, or leave `fingerprint` out.',
  });
}

/**
 * What a successful cell leaves for later runs: small, JSON, uploaded as `<id>.<fingerprint>.record.json`.
 * A run finds the records of earlier runs by name, so the name carries all that decides whether a cell changed.
 */
export const nodeImageRecord = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  /** Lower-case hex over everything that goes into the image. */
  fingerprint: z.string().regex(fingerprintPattern),
  eksaVersion: z.string(),
  bundleNumber: z.int().positive(),
  releaseChannel: z.string(),
  eksdRelease: z.string(),
  signature: z.enum(['verified', 'unsigned', 'skipped']),
  image: z.strictObject({
    fileName: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().nonnegative(),
    artifactId: z.int().optional(),
    artifactUrl: z.url().optional(),
  }),
  run: z.strictObject({ repository: z.string(), id: z.string(), attempt: z.int().positive() }),
  /** ISO 8601, UTC. */
  builtAt: z.iso.datetime(),
});

export type NodeImageRecord = z.infer<typeof nodeImageRecord>;

/** The artifact name of a record. */
export function recordName(record: Pick<NodeImageRecord, 'id' | 'fingerprint'>): string {
  return `${record.id}.${record.fingerprint}.record.json`;
}

/** Everything a finished cell knows about itself. */
export interface RecordFacts {
  readonly spec: Pick<NodeImageSpec, 'id' | 'eksaVersion' | 'releaseChannel'>;
  readonly fingerprint: string;
  readonly release: Pick<EksaRelease, 'bundleNumber' | 'signature'>;
  readonly channel: Pick<ReleaseChannel, 'eksdRelease'>;
  readonly image: { readonly fileName: string; readonly sha256: string; readonly size: number };
  /** Absent when the image was not uploaded; such a record stands in for nothing. */
  readonly artifact?: { readonly id: number; readonly url: string } | undefined;
  readonly run: NodeImageRecord['run'];
  readonly builtAt: Date;
}

/** The record of a finished cell. */
export function recordOf(facts: RecordFacts): NodeImageRecord {
  const { spec, release, image, artifact } = facts;
  return {
    schemaVersion: 1,
    id: spec.id,
    fingerprint: facts.fingerprint,
    eksaVersion: spec.eksaVersion,
    bundleNumber: release.bundleNumber,
    releaseChannel: spec.releaseChannel,
    eksdRelease: facts.channel.eksdRelease,
    signature: release.signature,
    image: {
      fileName: image.fileName,
      sha256: image.sha256,
      size: image.size,
      ...(artifact && { artifactId: artifact.id, artifactUrl: artifact.url }),
    },
    run: facts.run,
    builtAt: facts.builtAt.toISOString(),
  };
}

/** Whether a run of this event may read or write records: what a pull request built is nobody's image yet. */
export function mayUseRecords(eventName: string | undefined): boolean {
  return eventName !== undefined && !/^pull_request/.test(eventName);
}
