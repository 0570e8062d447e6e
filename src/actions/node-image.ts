import * as z from 'zod';
import { operatingSystemAliases, operatingSystems } from '../plan/node-image-spec.ts';
import { fromCell, oneOf } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { repositoryInputs } from './fetch-bottlerocket.ts';
import { buildInputs, buildOutputs, hostInputs } from './interface.ts';

export const nodeImageInputs = z.object({
  ...buildInputs,
  os: fromCell(oneOf(operatingSystems, operatingSystemAliases).prefault('ubuntu')),
  ...hostInputs({ preflight: 'basic', kvm: 'auto' }),
  ...repositoryInputs,
});

export const nodeImageOutputs = [
  ...buildOutputs,
  'bottlerocket-version',
  'variant',
  'source',
  'root-version',
  'cache-hit',
] as const;

/** The root action: one cell end to end. An image is built on a machine that was looked at first; Bottlerocket is fetched. */
export const nodeImage = defineAction({
  name: 'eks-anywhere-node-images',
  inputs: nodeImageInputs,
  outputs: nodeImageOutputs,
  diskNeed: 'a build needs about 50 GB, Bottlerocket the size of its image',
  async main(context) {
    const { leavingCause } = await import('./upload-outcome.ts');
    const { os } = context.inputs;
    return leavingCause(context, async () =>
      os === 'bottlerocket'
        ? (await import('./fetch-cell.ts')).fetchCell(context)
        : (await import('./build-cell.ts')).buildCell({ ...context, inputs: { ...context.inputs, os } }),
    );
  },
  post: async (log) => (await import('./build-cell.ts')).cleanUp(log),
});
