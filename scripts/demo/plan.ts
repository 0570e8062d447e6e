import { type DemoStep, demoRelease } from './demo-step.ts';

export const planStep: DemoStep = {
  id: 'plan',
  title: 'plan-node-images: the job matrix of the images that are wanted',
  action: 'actions/plan-node-images',
  inputs: () => ({
    'eks-a-version': demoRelease['eks-a-version'],
    images: [
      `- {hypervisor: baremetal, release-channel: ${demoRelease['release-channel']}}`,
      '- {hypervisor: vsphere, os: [ubuntu, bottlerocket], release-channel: [1-33, 1-34]}',
      '- {hypervisor: baremetal, os: bottlerocket, release-channel: 1-33}',
    ].join('\n'),
    'on-unsupported': 'skip',
    runners: '{baremetal: [self-hosted, kvm], default: ubuntu-24.04}',
  }),
  account: ({ outputs }) => [
    ['to build', `${outputs['count']} images, ${outputs['skipped']} left out`],
    ...cellsOf(outputs['matrix'] ?? '').map(
      (cell, index) =>
        [index === 0 ? 'cells' : '', `${cell['id']} on ${JSON.stringify(cell['runs-on'])}`] as const,
    ),
  ],
};

/** The cell of the matrix with all of these keys, as `toJSON(matrix)` gives it to a job. */
export function cellOf(matrix: string, wanted: Readonly<Record<string, string>>): string {
  const cell = cellsOf(matrix).find((cell) =>
    Object.entries(wanted).every(([key, value]) => cell[key] === value),
  );
  if (cell === undefined) throw new Error(`the plan has no cell with ${JSON.stringify(wanted)}`);
  return JSON.stringify(cell);
}

function cellsOf(matrix: string): ReadonlyArray<Readonly<Record<string, unknown>>> {
  return JSON.parse(matrix).include;
}
