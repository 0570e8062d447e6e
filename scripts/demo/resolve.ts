import { type DemoStep, demoRelease } from './demo-step.ts';

export const resolveStep: DemoStep = {
  id: 'resolve',
  title: 'resolve-eksa-bundle: what the newest release says of a channel',
  action: 'actions/resolve-eksa-bundle',
  inputs: () => demoRelease,
  account: ({ outputs }) => [
    ['release', `EKS Anywhere ${outputs['eks-a-version']}, bundle ${outputs['bundle-number']}`],
    [
      'verified by',
      `the signature of the bundle (${outputs['signature']}; ECDSA P-256, the box's own key), git objects of ${outputs['build-tooling-commit']?.slice(0, 12)}`,
    ],
    ['Kubernetes', `${outputs['kube-version']} (${outputs['eksd-release']})`],
    ['supported to', outputs['end-of-standard-support']],
    ['Bottlerocket', `${outputs['bottlerocket-ova-version']}, ${outputs['bottlerocket-ova-uri']}`],
    ['CLI', `image-builder ${outputs['image-builder-version']}, sha256 ${outputs['image-builder-sha256']}`],
  ],
};
