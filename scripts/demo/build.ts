import type { DemoStep } from './demo-step.ts';
import { cellOf } from './plan.ts';

export const buildStep: DemoStep = {
  id: 'build',
  title: 'the root action: one cell of the matrix end to end',
  action: '.',
  inputs: ({ output, destination }) => ({
    cell: cellOf(output('plan', 'matrix'), { hypervisor: 'baremetal', os: 'ubuntu' }),
    destination,
    'replace-existing': 'true',
    'proxy-in-image': 'none',
    // The stand-in builder needs neither QEMU nor 50 GB.
    setup: 'skip',
    preflight: 'skip',
    kvm: 'skip',
    'free-disk-gib': '1',
  }),
  account({ outputs, groups }, { box }) {
    const artifact = box.artifacts.get(outputs['image-name'] ?? '');
    return [
      ['image', outputs['image-path']],
      ['size', `${outputs['size']} bytes`],
      ['sha256', outputs['sha256']],
      [
        'artifact',
        `${outputs['artifact-url']} (stored by the box: ${artifact?.size} bytes, ${artifact?.digest})`,
      ],
      ['checksum file', outputs['checksums-path']],
      ['made from', outputs['provenance-path']],
      ['whole log', outputs['log-path']],
      ['phases', groups.join(' · ')],
      ['look inside', `gzip -dc ${outputs['image-path']} | head -c 512 | od -c | tail -3`],
    ];
  },
};
