import * as z from 'zod';
import { defineAction } from '../runner/run.ts';
import { buildInputs, buildOutputs, hostInputs } from './interface.ts';

/** The root action: one cell end to end on a machine that was looked at first. */
export const nodeImage = defineAction({
  name: 'eks-anywhere-node-images',
  inputs: z.object({ ...buildInputs, ...hostInputs({ preflight: 'basic', kvm: 'auto' }) }),
  outputs: buildOutputs,
  async main(context) {
    const { leavingCause } = await import('./upload-outcome.ts');
    const { buildCell } = await import('./build-cell.ts');
    return leavingCause(context, () => buildCell(context));
  },
  post: async (log) => (await import('./build-cell.ts')).cleanUp(log),
});
