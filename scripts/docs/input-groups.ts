/** Inputs that decide about one thing, in the order of the documentation: what most people need comes first. */
export interface InputGroup {
  readonly title: string;
  /** Each input with the value that the documentation shows, or `null` to show its default. */
  readonly inputs: Readonly<Record<string, string | null>>;
}

const image = 'images/ubuntu-2204-efi-baremetal-1-33-v0.26.1';

/**
 * Every input of every action and of the reusable workflow, in one group. Each `action.yml` and
 * `.github/workflows/node-images.yml` lists its inputs in this order, below the title of their group.
 */
export const inputGroups: readonly InputGroup[] = [
  {
    title: 'Image and release',
    inputs: {
      images: '- hypervisor: baremetal\n  release-channel: [1-33, 1-34]\n',
      cells: '${{ needs.plan.outputs.matrix }}',
      'image-path': `${image}.gz`,
      'provenance-path': `${image}.intoto.jsonl`,
      hypervisor: 'baremetal',
      'release-channel': '1-33',
      os: null,
      'os-version': '24.04',
      firmware: 'efi',
      builder: 'iso',
      'eks-a-version': null,
      'dev-branch': 'main',
      cell: '${{ toJSON(matrix) }}',
      exclude: '- hypervisor: baremetal\n  release-channel: 1-33\n',
      'on-unsupported': null,
      reused: '${{ needs.plan.outputs.reused }}',
      'plan-file': 'node-images-plan.json',
      'checksums-path': 'images/node-images.SHA256SUMS',
    },
  },
  {
    title: 'Build',
    inputs: {
      config: 'disk_size: 8192\n',
      'config-file': 'node-image.yml',
      'config-keys': null,
      secrets: 'password=${{ secrets.VCENTER_PASSWORD }}\n',
      'secrets-file': '/run/secrets/node-image',
      'additional-files': '- src: files/motd\n  dest: /etc/motd\n',
      environment: 'PACKER_LOG=1\n',
      'dry-run': null,
      setup: null,
      'image-builder-release': 'v0.26.1',
      attempts: null,
      'build-timeout': null,
      'timeout-minutes': null,
      'max-parallel': null,
      'ansible-verbosity': null,
    },
  },
  {
    title: 'Network',
    inputs: {
      'proxy-in-image': 'none',
      'ca-bundle': '/etc/ssl/certs/corporate-ca.pem',
      mirrors: 'anywhere-assets.eks.amazonaws.com=https://mirror.example.com/eks-anywhere\n',
      'release-manifest-url': 'https://mirror.example.com/eks-a/manifest.yaml',
      'http-ip': '192.0.2.10',
      'manifest-tarball': 'eks-a-manifests.tar',
      'air-gapped': null,
    },
  },
  {
    title: 'Trust',
    inputs: {
      'verify-signature': null,
      'bundle-public-key': '${{ vars.BUNDLE_PUBLIC_KEY }}',
      'hashicorp-public-key': '${{ vars.HASHICORP_PUBLIC_KEY }}',
      attest: null,
      'if-unavailable': null,
    },
  },
  {
    title: 'Runner',
    inputs: {
      runners: 'baremetal: [self-hosted, linux, x64, kvm]\ndefault: ubuntu-24.04\n',
      'runs-on': null,
      kvm: null,
      preflight: null,
      'free-disk-gib': null,
      'other-builds': null,
      'install-packages': null,
      cache: null,
    },
  },
  {
    title: 'Artifacts',
    inputs: {
      keep: null,
      'upload-artifact': null,
      'upload-logs': null,
      'retention-days': null,
      destination: '/srv/node-images',
      'replace-existing': null,
      'index-name': null,
    },
  },
  {
    title: 'Unchanged images',
    inputs: {
      'skip-unchanged': null,
      'max-age-days': null,
      fingerprint: '${{ matrix.fingerprint }}',
      record: null,
      promote: null,
    },
  },
  {
    title: 'Bottlerocket',
    inputs: {
      source: null,
      'bottlerocket-source': null,
      'bottlerocket-version': 'v1.64.0',
      compression: 'gzip',
      'compression-level': null,
      root: 'bottlerocket/root.json',
      'bottlerocket-root': 'bottlerocket/root.json',
      'metadata-url': 'https://mirror.example.com/bottlerocket/vmware-k8s-1.33/x86_64/',
      'targets-url': 'https://mirror.example.com/bottlerocket/targets/',
      'allow-expired-repo': null,
    },
  },
  {
    title: 'GitHub',
    inputs: { needs: '${{ toJSON(needs) }}', title: null, label: null, 'github-token': null },
  },
];

/** Values that hold for one action, or for the reusable workflow, alone. */
export const ownExamples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // There is no Bottlerocket for bare metal after channel 1-28.
  'fetch-bottlerocket': { hypervisor: 'vsphere' },
  // The plan runs elsewhere than the builds: what both have is the repository.
  'node-images.yml': { 'ca-bundle': 'node-images/corporate-ca.pem' },
};

/** The groups of some inputs, each with those of them that it has; empty ones are left out. */
export function groupInputs(
  names: readonly string[],
): readonly { readonly title: string; readonly names: readonly string[] }[] {
  const unknown = names.filter((name) => !inputGroups.some(({ inputs }) => Object.hasOwn(inputs, name)));
  if (unknown.length > 0) {
    throw new Error(
      `no group has ${unknown.join(', ')}: add it to \`inputGroups\` in scripts/docs/input-groups.ts`,
    );
  }
  return inputGroups
    .map(({ title, inputs }) => ({
      title,
      names: Object.keys(inputs).filter((name) => names.includes(name)),
    }))
    .filter((group) => group.names.length > 0);
}

/** What a caller writes for each secret of the reusable workflow. */
export const secretExamples: Readonly<Record<string, string>> = {
  'vsphere-secrets': 'password=${{ secrets.VCENTER_PASSWORD }}\n',
  'nutanix-secrets': 'nutanix_password=${{ secrets.PRISM_PASSWORD }}\n',
  'cloudstack-secrets': 'SSH_PASSWORD=${{ secrets.BUILD_VM_PASSWORD }}\n',
  'redhat-secrets': 'rhel_password=${{ secrets.RHEL_PASSWORD }}\n',
  'aws-access-key-id': '${{ secrets.AWS_ACCESS_KEY_ID }}',
  'aws-secret-access-key': '${{ secrets.AWS_SECRET_ACCESS_KEY }}',
  'aws-session-token': '${{ secrets.AWS_SESSION_TOKEN }}',
};
