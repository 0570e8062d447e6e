/**
 * What this suite believes without asking anyone. A test says how old it is.
 */

/**
 * The key that signs bundles: AWS KMS alias/signingEKSABundlesKey, us-west-2, ECDSA P-256, base64 of DER SPKI.
 * Source: aws/eks-anywhere pkg/constants/constants.go, `KMSPublicKey`; unchanged from v0.22.0 to v0.26.1.
 */
export const bundlePublicKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFZU/Z6VVMU9HioT7rGkPdJg3frC2xyQZhWFIrz5HeZEfeQ2nAdnJMLrs2Qr3V9xVrJrHA54wnIHDoPGbEhojqg==';

/**
 * The key that signs EKS Distro manifests: alias/signingEKSDistroManifestKey.
 * Source: the same file, `EKSDistroKMSPublicKey`.
 */
export const eksdPublicKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfqjUloL1WPdxB5JPOY18mIgjx0zD0SyWe9N1Fxjv7A8JwyKQycqirw2us7zoxoC5bnWD4lT53uv8skx3E/cHaw==';

/** The first release whose bundle AWS signs: `SignBundleManifest` is missing from release/cli at every older tag. */
export const firstSignedVersion = 'v0.22.0';

/**
 * The newest release of all, and the newest patch of each line, when this file was last brought up to date. The
 * release manifest is not signed, so `latest` or `0.25` being older than this is a rollback. Source: tags of
 * aws/eks-anywhere.
 */
export const newestKnownRelease = { version: 'v0.26.1', bundleNumber: 124, date: '2026-08-13' } as const;

export const newestKnownPatches: Readonly<Record<string, string>> = {
  '0.16': 'v0.16.5',
  '0.17': 'v0.17.6',
  '0.18': 'v0.18.7',
  '0.19': 'v0.19.11',
  '0.20': 'v0.20.11',
  '0.21': 'v0.21.8',
  '0.22': 'v0.22.8',
  '0.23': 'v0.23.7',
  '0.24': 'v0.24.6',
  '0.25': 'v0.25.3',
  '0.26': 'v0.26.1',
};

/** Source: aws/eks-anywhere release/cli/pkg/types/types.go. */
export const productionReleaseManifestUrl =
  'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';

/**
 * The manifest of the builds that AWS makes from every commit, of the main branch or of another one. Source: the same
 * file.
 */
export function developmentManifestUrl(branch = 'main'): string {
  const folder = branch === 'main' ? '' : `${encodeURIComponent(branch)}/`;
  return new URL(
    `${folder}eks-a-release.yaml`,
    'https://dev-release-assets.eks-anywhere.model-rocket.aws.dev/',
  ).href;
}
