import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import type { UploadedArtifact } from '../runner/artifacts.ts';
import type { Secrets } from '../runner/secrets.ts';
import { writeSummary } from '../runner/summary.ts';
import type { Origin } from './bottlerocket-provenance.ts';

/** An image that is at its final name, whichever way it came. */
export interface BottlerocketImage {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: 'ova' | 'raw.gz' | 'raw.lz4' | 'raw';
  readonly source: 'tuf' | 'bundle';
  readonly isFromCache: boolean;
  readonly verifiedBy: string;
  readonly origin: Origin;
  /** What was seen inside, for people. */
  readonly contents: string;
  readonly version?: string;
  readonly variant?: string;
  readonly rootVersion?: number;
  readonly speed?: string;
}

/** All that a successful run has to tell. */
export interface BottlerocketResult {
  readonly release: EksaRelease;
  readonly channel: ReleaseChannel;
  readonly image: BottlerocketImage;
  readonly tags: readonly string[];
  readonly artifact: UploadedArtifact | undefined;
}

export async function summarizeImage(result: BottlerocketResult, secrets: Secrets): Promise<void> {
  const { release, channel, image, tags, artifact } = result;
  await writeSummary(
    `Bottlerocket for ${release.version}, ${channel.name}`,
    [
      ['Image', image.fileName],
      ['sha256', image.sha256],
      ['Size', `${image.size} bytes`],
      ['Bottlerocket', image.version],
      ['Variant', image.variant],
      ['Kubernetes', `${channel.kubeVersion} (${channel.eksdRelease})`],
      ['Template tags', tags.join(', ')],
      ['Verified by', image.verifiedBy],
      ['Speed', image.speed],
      ['Artifact', artifact?.url ?? 'not uploaded'],
    ],
    secrets,
  );
}
