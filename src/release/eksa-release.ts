/**
 * The typed facts of one EKS Anywhere release. Everything here comes from the release manifest and its bundle;
 * absent upstream is `undefined` here, never an empty or `null` text.
 */

/** A downloadable file of the bundle. Upstream: release/api/v1alpha1/artifact_types.go, `Archive`. */
export interface Archive {
  readonly uri: string;
  /** Lower-case hex. HookOS archives have none. */
  readonly sha256?: string;
  readonly sha512?: string;
  readonly name?: string;
}

/** An archive whose sha256 the bundle states, so that its bytes can be checked. */
export type VerifiableArchive = Archive & { readonly sha256: string };

/**
 * How the bundle was authenticated.
 * `verified`: its ECDSA signature is right; `unsigned`: it has none and none is due (before v0.22.0);
 * `skipped`: the user asked for no check.
 */
export type SignatureStatus = 'verified' | 'unsigned' | 'skipped';

/**
 * `auto`: a signature must be there and right wherever AWS makes one; `require`: always; `skip`: not looked at.
 */
export const signaturePolicies = ['auto', 'require', 'skip'] as const;
export type SignaturePolicy = (typeof signaturePolicies)[number];

/** One Kubernetes minor line of a release: one entry of `spec.versionsBundles`. */
export interface ReleaseChannel {
  /** Dash form, `1-33`. */
  readonly name: string;
  /** The Kubernetes patch version, `v1.33.13`. */
  readonly kubeVersion: string;
  /** `kubernetes-1-33-eks-30`; also the value of the vSphere tag `eksdRelease:`. */
  readonly eksdRelease: string;
  /** Computed from the signed name, not taken from the unsigned `eksD.manifestUrl`. */
  readonly eksdManifestUrl: string;
  /** `YYYY-MM-DD`, from v0.22.0 on. */
  readonly endOfStandardSupport?: string;
  /** sha256 over everything that the signature covers of `eksD`: what builds of this channel are made from. */
  readonly signedDigest?: string;
  readonly bottlerocket: {
    readonly ova?: VerifiableArchive;
    readonly raw?: VerifiableArchive;
    readonly ami?: VerifiableArchive;
  };
}

/** The image-builder CLI that a release ships. linux/amd64 only. */
export interface ImageBuilderArchive extends VerifiableArchive {
  /** What `image-builder version` prints: `v0.7.0`; without the `v` in v0.16. Absent where the URI has none. */
  readonly version?: string;
}

export interface EksaRelease {
  /** With the `v`: `v0.26.1`. */
  readonly version: string;
  readonly bundleNumber: number;
  readonly bundleManifestUrl: string;
  readonly releaseManifestUrl: string;
  readonly signature: SignatureStatus;
  /** 40 hex digits: the commit of aws/eks-anywhere-build-tooling that this release builds from. */
  readonly buildToolingCommit: string;
  /** Absent before v0.11. */
  readonly imageBuilder?: ImageBuilderArchive;
  /** In the order of the bundle, oldest Kubernetes first. */
  readonly channels: readonly ReleaseChannel[];
  /** What the user should know about how far this can be trusted; one sentence each, for the summary. */
  readonly notes: readonly string[];
}
