import type { NodeImageSpec } from '../plan/node-image-spec.ts';

/** What a file holds, as EKS Anywhere consumes it. */
export type ImageFormat = 'raw.gz' | 'ova';

/** A finished image that was opened and checked, whatever made it. */
export interface NodeImage {
  readonly spec: NodeImageSpec;
  readonly format: ImageFormat;
  /** Absolute path; the file is named by the cell id. */
  readonly path: string;
  readonly fileName: string;
  /** Bytes on disk. */
  readonly size: number;
  /** Lower-case hex of the file as it is on disk. */
  readonly sha256: string;
  /** What was seen inside, for people: `GPT, 2 partitions, 64 MiB`. */
  readonly contents: string;
  /** vSphere tags that EKS Anywhere looks for: `os:ubuntu`, `eksdRelease:kubernetes-1-33-eks-30`. */
  readonly templateTags: readonly string[];
}
