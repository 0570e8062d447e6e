import * as z from 'zod';
import { nodeImageRecord } from '../plan/record.ts';

const common = {
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  run: z.object({ id: z.string(), attempt: z.int().positive() }),
};

/** Other jobs of the run can write artifacts, too: no name may become a path or another line of a list. */
export const plainName = /^[\w.+-]+$/;

/**
 * What a cell of a matrix leaves for `collect-node-images`, whatever became of it: outputs of a matrix job are those of
 * the cell that ended last. Small, JSON, an artifact named `<id>.outcome.json`; a re-run replaces it.
 */
export const cellOutcome = z.discriminatedUnion('result', [
  z.object({
    ...common,
    result: z.literal('built'),
    eksaVersion: z.string(),
    releaseChannel: z.string(),
    kubeVersion: z.string(),
    eksdRelease: z.string(),
    templateTags: z.array(z.string()),
    /** Absent when what was built is in the service of its hypervisor and nowhere else. */
    image: z
      .object({
        fileName: z.string().regex(plainName),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        size: z.int().nonnegative(),
        format: z.string(),
        /** Absent when it was not uploaded. */
        artifactId: z.int().optional(),
        /** A zip has another digest than the image in it. */
        isZipped: z.boolean(),
      })
      .optional(),
    /** Of EC2; the image is then Packer's manifest. */
    amis: z.array(z.object({ region: z.string(), id: z.string() })).optional(),
    /** What is called so in the service of its hypervisor, as in Prism. */
    remoteName: z.string().optional(),
    /** The artifact with the provenance statement. */
    provenance: z.string().optional(),
    /** What to promote; absent where there must be none. */
    record: nodeImageRecord.optional(),
  }),
  z.object({ ...common, result: z.literal('failed'), cause: z.string() }),
]);

export type CellOutcome = z.infer<typeof cellOutcome>;
export type FailedOutcome = Extract<CellOutcome, { result: 'failed' }>;
export type BuiltOutcome = Extract<CellOutcome, { result: 'built' }>;

/** The artifact with the outcome of a cell. */
export function outcomeName(id: string): string {
  return `${id}.outcome.json`;
}

/** `undefined` for what is none, or one of another version or cell. */
export function parseOutcome(text: string, id: string): CellOutcome | undefined {
  try {
    const outcome = cellOutcome.safeParse(JSON.parse(text)).data;
    return outcome?.id === id ? outcome : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
