import * as z from 'zod';
import { defineAction } from '../runner/run.ts';
import { buildInputs, buildOutputs, hostInputs } from './interface.ts';

/** The root action: one cell end to end on a machine that was looked at first. */
export const nodeImage = defineAction({
  name: 'eks-anywhere-node-images',
  inputs: z.object({ ...buildInputs, ...hostInputs({ preflight: 'basic', kvm: 'auto' }) }),
  outputs: buildOutputs,
  main: async (context) => (await import('./build-cell.ts')).buildCell(context),
  post: async (log) => (await import('./build-cell.ts')).cleanUp(log),
});
