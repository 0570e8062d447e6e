import * as z from 'zod';
import { defineAction } from '../runner/run.ts';
import { buildInputs, buildOutputs, hostInputs } from './interface.ts';

/** `build-node-image`: one image by the image-builder CLI, verified and uploaded. */
export const buildNodeImage = defineAction({
  name: 'build-node-image',
  inputs: z.object({ ...buildInputs, ...hostInputs({ preflight: 'skip', kvm: 'skip' }) }),
  outputs: buildOutputs,
  diskNeed: 'a build needs about 50 GB',
  async main(context) {
    const { leavingCause } = await import('./upload-outcome.ts');
    return leavingCause(context, async () => (await import('./build-cell.ts')).buildCell(context));
  },
  post: async (log) => (await import('./build-cell.ts')).cleanUp(log),
});
