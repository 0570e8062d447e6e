import { readFileSync } from 'node:fs';
import type { DemoStep } from './demo-step.ts';
import { cellOf } from './plan.ts';

export const collectStep: DemoStep = {
  id: 'collect',
  title: 'collect-node-images: what became of all cells, here of the one that was built',
  action: 'actions/collect-node-images',
  inputs: ({ output, destination }) => ({
    cells: `[${cellOf(output('plan', 'matrix'), { hypervisor: 'baremetal', os: 'ubuntu' })}]`,
    destination,
  }),
  account: ({ outputs }) => [
    ['index', outputs['index-path']],
    ['built', outputs['built']],
    ['failed', outputs['failed']],
    ['checksums', readFileSync(outputs['checksums-path'] ?? '', 'utf8').trim()],
  ],
};
