import * as z from 'zod';
import { checkHost, type Finding } from '../host/preflight.ts';
import { inGroup } from '../log.ts';
import { oneOf, wholeNumber } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { buildInputs, buildOutputs } from './interface.ts';

/** The root action: one cell end to end on a machine that was looked at first. */
export const nodeImage = defineAction({
  name: 'eks-anywhere-node-images',
  inputs: z.object({
    ...buildInputs,
    kvm: oneOf(['auto', 'require', 'skip']).prefault('auto'),
    'free-disk-gib': wholeNumber({ min: 0, max: 10_000 }).prefault('50'),
  }),
  outputs: buildOutputs,
  async main(context) {
    const { inputs, log } = context;
    await inGroup(log, 'Check this machine', async () => {
      const findings = await checkHost({
        hypervisor: inputs.hypervisor,
        workFolder: runnerTemp(),
        freeDiskGiB: inputs['free-disk-gib'],
        kvm: inputs.kvm,
      });
      for (const finding of findings) {
        const line = describe(finding);
        if (finding.verdict === 'good') log.info(line);
        else log.warning(line);
      }
    });
    return (await import('./build-cell.ts')).buildCell(context);
  },
  post: async (log) => (await import('./build-cell.ts')).cleanUp(log),
});

function describe({ what, found, needed, fix }: Finding): string {
  return `${what}: ${found} (needed: ${needed})${fix ? `. ${fix}` : ''}`;
}
