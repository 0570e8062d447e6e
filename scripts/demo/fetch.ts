import type { DemoStep } from './demo-step.ts';
import { demoRelease } from './demo-step.ts';

/** Bottlerocket from its TUF repository: one image for vSphere, and one for bare metal of the last line that has any. */
function fetchStep(id: string, title: string, wanted: Readonly<Record<string, string>>): DemoStep {
  return {
    id,
    title: `fetch-bottlerocket: ${title}`,
    action: 'actions/fetch-bottlerocket',
    inputs: ({ destination, bottlerocketRoot }) => ({ ...wanted, destination, root: bottlerocketRoot }),
    account: ({ outputs, log }, { box }) => {
      const artifact = box.artifacts.get(outputs['file-name'] ?? '');
      return [
        ['image', outputs['path']],
        ['version', `Bottlerocket ${outputs['bottlerocket-version']}, variant ${outputs['variant']}`],
        [
          'verified by',
          `TUF, root 1 of the box to root ${outputs['root-version']}; sha256 and length signed`,
        ],
        ['inside', /^Inside: (.*)$/m.exec(log)?.[1]],
        ['size', `${outputs['size']} bytes`],
        ['sha256', outputs['sha256']],
        ['template tags', outputs['template-tags'] || undefined],
        ['artifact', `${outputs['artifact-url']} (${artifact?.size} bytes in the box)`],
      ];
    },
  };
}

export const fetchSteps: readonly DemoStep[] = [
  fetchStep('fetch-ova', 'an OVA for vSphere, untouched', { ...demoRelease, hypervisor: 'vsphere' }),
  fetchStep('fetch-disk', 'a disk for bare metal, from LZ4 to gzip while it downloads', {
    'eks-a-version': '0.24',
    'release-channel': '1-28',
    hypervisor: 'baremetal',
  }),
];
