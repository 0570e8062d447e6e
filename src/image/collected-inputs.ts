import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import type { ReusedImage } from '../plan/reuse.ts';
import { plainName } from './cell-outcome.ts';
import type { SkippedImage, WantedCell } from './image-index.ts';

const id = z.string().regex(/^[\w.-]+$/);
const cellList = z.array(
  z
    .object({ id, name: z.string().optional(), fingerprint: z.string().optional() })
    .transform(({ id, name = id, fingerprint }) => ({ id, name, ...(fingerprint && { fingerprint }) })),
);
const cellsType = z
  .union([z.object({ include: cellList }), cellList])
  .transform((matrix) => ('include' in matrix ? matrix.include : matrix));

const reusedType: z.ZodType<ReusedImage[]> = z.array(
  z.object({
    id,
    fingerprint: z.string(),
    fileName: z.string().regex(plainName),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number(),
    eksdRelease: z.string(),
    runId: z.string(),
    runUrl: z.url(),
    artifactId: z.number(),
    artifactName: z.string(),
    builtAt: z.string(),
    expiresAt: z.string(),
  }),
);

/** What is used of the file at the output `plan-path` of `plan-node-images`. */
const planType = z.object({
  schemaVersion: z.literal(1),
  unsupported: z.array(z.object({ image: z.string(), reasons: z.array(z.string()) })),
  excluded: z.unknown(),
});

/**
 * The cells of a matrix, as `plan-node-images` puts it out.
 *
 * @throws ActionError
 */
export function parseCells(text: string): readonly WantedCell[] {
  return parsed(cellsType, text, 'a matrix whose entries have an `id`', 'matrix');
}

/** @throws ActionError */
export function parseReused(text: string): readonly ReusedImage[] {
  return parsed(reusedType, text, 'a list of reused images', 'reused');
}

/**
 * What a plan left out.
 *
 * @throws ActionError
 */
export function parseSkipped(text: string): readonly SkippedImage[] {
  const { unsupported } = parsed(planType, text, 'a plan', 'plan-path');
  return unsupported.map(({ image, reasons }) => ({ id: image, reason: reasons.join('; ') }));
}

function parsed<T>(type: z.ZodType<T>, text: string, what: string, output: string): T {
  try {
    return type.parse(JSON.parse(text));
  } catch (cause) {
    throw new ActionError(
      `\`${text.slice(0, 40)}\` is not the output of \`plan-node-images\`: it is not ${what}.`,
      {
        fix: `Pass on the output \`${output}\` of \`plan-node-images\`.`,
        cause,
      },
    );
  }
}
