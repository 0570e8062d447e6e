import * as z from 'zod';

/** What came of every cell of a run: `<index-name>.json`, which `collect-node-images` uploads. */
export const runIndex = z.object({
  schemaVersion: z.literal(1),
  eksaVersion: z.string(),
  run: z.object({
    repository: z.string(),
    id: z.string(),
    attempt: z.int().positive(),
    url: z.url(),
  }),
  cells: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(['built', 'reused', 'failed', 'cancelled', 'skipped']),
      /** Why it is reused or skipped. */
      reason: z.string().optional(),
      /** Of a failed cell: the headline of its error. */
      cause: z.string().optional(),
      fileName: z.string().optional(),
      sha256: z.string().optional(),
      size: z.int().optional(),
      artifactUrl: z.url().optional(),
      jobUrl: z.url().optional(),
      fingerprint: z.string().optional(),
    }),
  ),
});

export type RunIndex = z.infer<typeof runIndex>;

/** `undefined` for what is none. */
export function parseIndex(text: string): RunIndex | undefined {
  try {
    return runIndex.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
