import * as z from 'zod';

/**
 * What a successful cell leaves for later runs: small, JSON, uploaded as `<id>.<fingerprint>.record.json`.
 * A run finds the records of earlier runs by name, so the name carries all that decides whether a cell changed.
 */
export const nodeImageRecord = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  /** Lower-case hex over everything that goes into the image. */
  fingerprint: z.string().regex(/^[0-9a-f]{16,64}$/),
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
