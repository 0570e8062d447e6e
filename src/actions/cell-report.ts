import type { FinishedImage } from '../image/finish-image.ts';
import { downloadsOfBuild } from '../image/guest-downloads.ts';
import type { RetriedBuild } from '../image-builder/build-with-retries.ts';
import type { BuildPlan } from '../image-builder/prepare-build.ts';
import { durationInWords, exactSize } from '../quantities.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { type UploadedArtifact, uploadedFiles } from '../runner/artifacts.ts';
import type { Inline, SummaryBlock } from '../runner/summary.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { verifiedByBundle } from './cell-provenance.ts';
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
import type { LoggedBuild } from './run-build.ts';
import { trustBlocks } from './trust-summary.ts';

/** All that a successful cell has to tell. */
export interface CellResult {
  readonly fetched: FetchedRelease;
  readonly channel: ReleaseChannel;
  readonly finished: FinishedImage;
  readonly cli: ImageBuilderCli;
  readonly built: LoggedBuild;
  readonly artifact: UploadedArtifact | undefined;
  readonly provenancePath: string;
}

/** What is known of an image before it is uploaded: a failed upload must not hide it. */
export function imageOutputs({ image, checksumsPath }: FinishedImage) {
  const { path, fileName: name, sha256, size, format } = image;
  return {
    'image-path': path,
    'image-name': name,
    sha256,
    size,
    images: JSON.stringify([{ path, name, sha256, size, format }]),
    'template-tags': image.templateTags.join(','),
    'checksums-path': checksumsPath,
    ...(image.amis && {
      'ami-id': image.amis[0]?.id,
      'ami-ids': JSON.stringify(Object.fromEntries(image.amis.map((ami) => [ami.region, ami.id]))),
    }),
  };
}

/** A build whose image is in the service of its hypervisor and nowhere else. */
export type RemoteResult = Pick<CellResult, 'fetched' | 'channel' | 'cli' | 'built'> & {
  readonly plan: BuildPlan;
};

export function remoteOutputs({ fetched, channel, built, plan }: RemoteResult) {
  return {
    ...releaseOutputs(plan.spec.id, fetched, channel),
    'image-name': plan.config['image_name'] ?? '',
    ...buildOutputs(built),
  };
}

export function remoteSummary(result: RemoteResult): readonly SummaryBlock[] {
  const { plan, channel } = result;
  const imageName = plan.config['image_name'] ?? plan.spec.id;
  return [
    { heading: `Built: ${imageName}` },
    {
      head: ['Image', { code: imageName }],
      rows: [
        ['Where', 'in Prism; there is no file, because `image_export` is not `true`'],
        ['System', systemInWords(plan.spec)],
        ...releaseRows(result),
      ],
    },
    nextStep({ spec: plan.spec, channel }),
    ...evidence(result),
  ];
}

export function cellOutputs({ fetched, channel, finished, built, artifact }: CellResult) {
  return {
    ...releaseOutputs(finished.image.spec.id, fetched, channel),
    'artifact-id': artifact?.id,
    'artifact-url': artifact?.url,
    ...buildOutputs(built),
  };
}

/** What is known of a cell before it is built. */
export function releaseOutputs(id: string, { release }: FetchedRelease, channel: ReleaseChannel) {
  return {
    id,
    'eks-a-version': release.version,
    'bundle-number': release.bundleNumber,
    signature: release.signature,
    'kube-version': channel.kubeVersion,
    'eksd-release': channel.eksdRelease,
  };
}

function buildOutputs({ durationSeconds, attemptsUsed }: RetriedBuild) {
  return { 'duration-seconds': durationSeconds, 'attempts-used': attemptsUsed };
}

/** What the reader of a job wants to know: what came out, how to use it, how far to trust it. */
export function cellSummary(result: CellResult & { readonly isAirGapped: boolean }): readonly SummaryBlock[] {
  const { finished, channel, isAirGapped } = result;
  const { image } = finished;
  const { spec } = image;
  return [
    { heading: `Built: ${image.amis ? spec.id : image.fileName}` },
    {
      head: [image.amis ? "Packer's manifest" : 'Image', fileInWords(image.path, result.artifact)],
      rows: [
        ...placeRows(image.path, result.artifact),
        ...(image.amis ?? []).map(({ region, id }) => [`AMI in ${region}`, { code: id }]),
        ['Size', exactSize(image.size)],
        ['sha256', { code: image.sha256 }],
        ['System', systemInWords(spec)],
        ['Inside', image.contents],
        ...releaseRows(result),
        ...provenanceRows(result.provenancePath),
      ],
    },
    nextStep({ spec, channel }, isAirGapped),
    ...evidence(result),
  ];
}

function releaseRows({
  fetched,
  channel,
  cli,
  built,
}: Pick<CellResult, 'fetched' | 'channel' | 'cli' | 'built'>) {
  const { release } = fetched;
  return [
    ['Kubernetes', kubernetesInWords(channel)],
    ['EKS Anywhere', releaseInWords(release)],
    ...release.notes.map((note) => ['Note', note]),
    ['image-builder CLI', cli.version],
    ['Build time', buildTime(built)],
  ] satisfies Inline[][];
}

function evidence({ fetched, built }: Pick<CellResult, 'fetched' | 'built'>): readonly SummaryBlock[] {
  const { release } = fetched;
  const { verified, unverified } = downloadsOfBuild(release.version);
  const log = uploadedFiles().get(built.logPath);
  return [
    ...trustBlocks(release.signature, [...verifiedByBundle(fetched), ...verified], unverified),
    { gantt: `Phases of the build: ${buildTime(built)}`, spans: built.phases },
    ...(log ? [{ line: ['The whole log of the build: ', { text: { code: log.name }, href: log.url }] }] : []),
  ];
}

function buildTime({ durationSeconds, attemptsUsed }: RetriedBuild): string {
  return `${durationInWords(durationSeconds)}${attemptsUsed > 1 ? `, in ${attemptsUsed} attempts` : ''}`;
}
