import * as z from 'zod';
import { parseCells, parseReused } from '../image/collected-inputs.ts';
import { filePath, flag, parsedBy, text, wholeNumber } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';

export const collectInputs = z.object({
  cells: parsedBy(parseCells, 'JSON'),
  reused: parsedBy(parseReused, 'JSON').prefault('[]'),
  'plan-file': filePath.optional(),
  'index-name': z
    .string()
    .regex(/^[\w.-]+$/, { error: 'may have letters, digits, `.`, `_` and `-`' })
    .prefault('node-images'),
  promote: flag.prefault('true'),
  destination: filePath.optional(),
  'retention-days': wholeNumber({ min: 1, max: 400 }).prefault('8'),
  'github-token': text.prefault('${{ github.token }}'),
  'ca-bundle': filePath.optional(),
});

export const collectOutputs = [
  'index-path',
  'checksums-path',
  'built',
  'reused',
  'failed',
  'cancelled',
  'skipped',
] as const;

/** `collect-node-images`: what became of all cells of a run, in one place. */
export const collectNodeImages = defineAction({
  name: 'collect-node-images',
  inputs: collectInputs,
  outputs: collectOutputs,
  main: async (context) => (await import('./collect-images.ts')).collectImages(context),
});
