import type { NodeImageSpec } from '../plan/node-image-spec.ts';
import { exactSize } from '../quantities.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import type { UploadedArtifact } from '../runner/artifacts.ts';
import type { SummaryBlock } from '../runner/summary.ts';
import { evidenceOf, type Origin } from './bottlerocket-provenance.ts';
import type { FetchedRelease } from './fetch-release.ts';
import {
  fileInWords,
  kubernetesInWords,
  placeRows,
  provenanceRows,
  releaseInWords,
  systemInWords,
} from './image-in-words.ts';
import { nextStep } from './next-step.ts';
import { trustBlocks } from './trust-summary.ts';

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
  readonly fetched: FetchedRelease;
  readonly spec: NodeImageSpec;
  readonly channel: ReleaseChannel;
  readonly image: BottlerocketImage;
  readonly artifact: UploadedArtifact | undefined;
  readonly provenancePath: string;
}

export function fetchSummary({
  fetched,
  spec,
  image,
  channel,
  artifact,
  provenancePath,
}: BottlerocketResult): readonly SummaryBlock[] {
  const { release } = fetched;
  const { verified, unverified } = evidenceOf(fetched, image.origin);
  return [
    { heading: `Fetched: ${image.fileName}` },
    {
      head: ['Image', fileInWords(image.path, artifact)],
      rows: [
        ...placeRows(image.path, artifact),
        ['Size', exactSize(image.size)],
        ['sha256', { code: image.sha256 }],
        ['System', systemInWords(spec)],
        ...given('Version', image.version),
        ...given('Variant', image.variant),
        ['Inside', image.contents],
        ['Kubernetes', kubernetesInWords(channel)],
        ['EKS Anywhere', releaseInWords(release)],
        ...release.notes.map((note) => ['Note', note]),
        ['Verified by', image.verifiedBy],
        ...provenanceRows(provenancePath),
        ...given('Speed', image.speed),
      ],
    },
    nextStep({ spec, channel }),
    ...trustBlocks(release.signature, verified, unverified),
  ];
}

function given(name: string, value: string | undefined): readonly string[][] {
  return value === undefined ? [] : [[name, value]];
}
