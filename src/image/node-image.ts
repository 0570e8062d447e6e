import type { NodeImageSpec } from '../plan/node-image-spec.ts';
import type { RegionalAmi } from './ami-manifest.ts';

/** What a file holds, as EKS Anywhere consumes it; of an AMI the file is Packer's manifest. */
export type ImageFormat = 'raw.gz' | 'ova' | 'qcow2' | 'raw' | 'ami';

/** What was found when a file was opened. */
export interface OpenedImage {
  readonly format: ImageFormat;
  /** Bytes on disk. */
  readonly size: number;
  /** Lower-case hex of the file as it is on disk. */
  readonly sha256: string;
  /** What was seen inside, for people: `GPT, 2 partitions, 64 MiB`. */
  readonly contents: string;
  /** Where an AMI is. */
  readonly amis?: readonly RegionalAmi[];
}

/** A finished image that was opened and checked, whatever made it. */
export interface NodeImage extends OpenedImage {
  readonly spec: NodeImageSpec;
  /** Absolute path; the file is named by the cell id. */
  readonly path: string;
  readonly fileName: string;
  /** vSphere tags that EKS Anywhere looks for: `os:ubuntu`, `eksdRelease:kubernetes-1-33-eks-30`. */
  readonly templateTags: readonly string[];
}
