/**
 * What this suite believes about Bottlerocket without asking anyone. A test says how old it is.
 *
 * AWS replaces the published root in place every August, so its address alone is no anchor: a file from there is taken
 * only when its sha512 stands here.
 */
export const publishedRootUrl = 'https://cache.bottlerocket.aws/root.json';

export interface KnownRoot {
  readonly sha512: string;
  /** Counted from the order of publication where the source does not say. */
  readonly version: number;
  /** When the sum was published. */
  readonly date: string;
}

/**
 * Source: aws/eks-anywhere-build-tooling, projects/kubernetes-sigs/image-builder/bottlerocket-root-json-checksum, in the
 * commits 2fd866e5c, 95a4a2d2d, 662263deb, c8c5082bb, 962b5e1a7 and a4dfa1314; version 2: the documentation of EKS
 * Anywhere of 2021.
 */
export const knownRoots: readonly KnownRoot[] = [
  {
    version: 2,
    date: '2020-09-22',
    sha512:
      '90393204232a1ad6b0a45528b1f7df1a3e37493b1e05b1c149f081849a292c8dafb4ea5f7ee17bcc664e35f66e37e4cfa4aae9de7a2a28aa31ae6ac3d9bea4d5',
  },
  {
    version: 3,
    date: '2021-10-08',
    sha512:
      'e9b1ea5f9b4f95c9b55edada4238bf00b12845aa98bdd2d3edb63ff82a03ada19444546337ec6d6806cbf329027cf49f7fde31f54d551c5e02acbed7efe75785',
  },
  {
    version: 4,
    date: '2022-09-08',
    sha512:
      'b81af4d8eb86743539fbc4709d33ada7b118d9f929f0c2f6c04e1d41f46241ed80423666d169079d736ab79965b4dd25a5a6db5f01578b397496d49ce11a3aa2',
  },
  {
    version: 5,
    date: '2023-08-29',
    sha512:
      'a3c58bc73999264f6f28f3ed9bfcb325a5be943a782852c7d53e803881968e0a4698bd54c2f125493f4669610a9da83a1787eb58a8303b2ee488fa2a3f7d802f',
  },
  {
    version: 6,
    date: '2024-08-27',
    sha512:
      '2ff1fbf99b20dd7ff5d2c84243a8e3b51701183b1f524b7d470a6b7a9b0172fbb36a0949b7e586ab7ccb6e348eb77125d6ed9fd1a638f4381e4f3f084ff38596',
  },
  {
    version: 7,
    date: '2025-08-21',
    sha512:
      '4fcb272345fd6adb94d4c04834400548178fecb57407ca79bc2c3d20e0428fc9ed3a82cea268d7f9c667b5803524a4f465acd701a86953d5d732bf6ecb064888',
  },
  {
    version: 8,
    date: '2026-08-04',
    sha512:
      '33eb2f01738391907a9380f74b6b2a84fada845b0474d3a30c5756f49067690e520c1d7a531a3e9d1877d3a2f05ec21d9093a8f7307e3fe5b61aa4584472dc9a',
  },
];

/**
 * A variant's repository keeps the roots since it was made. This one was made under root 2, so that the chain from there
 * on can be walked in it. Source: bottlerocket-os/bottlerocket pull request 1719 (2021-09).
 */
export const bridgeMetadataUrl = 'https://updates.bottlerocket.aws/2020-07-07/vmware-k8s-1.20/x86_64/';
