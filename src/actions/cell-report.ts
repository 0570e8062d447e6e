import type { FinishedImage } from '../image/finish-image.ts';
import { downloadsOfBuild } from '../image/guest-downloads.ts';
import type { RetriedBuild } from '../image-builder/build-with-retries.ts';
import type { BuildPlan } from '../image-builder/prepare-build.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import type { UploadedArtifact } from '../runner/artifacts.ts';
import type { Secrets } from '../runner/secrets.ts';
import { writeGantt, writeSummary, writeSummaryTables } from '../runner/summary.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { verifiedByBundle } from './cell-provenance.ts';
import type { FetchedRelease } from './fetch-release.ts';

/** All that a successful cell has to tell. */
export interface CellResult {
  readonly fetched: FetchedRelease;
  readonly channel: ReleaseChannel;
  readonly finished: FinishedImage;
  readonly cli: ImageBuilderCli;
  readonly built: RetriedBuild;
  readonly artifact: UploadedArtifact | undefined;
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
export async function reportRemote(
  result: Pick<CellResult, 'fetched' | 'channel' | 'cli' | 'built'> & { readonly plan: BuildPlan },
  secrets: Secrets,
) {
  const { fetched, channel, cli, built, plan } = result;
  const { release } = fetched;
  const imageName = plan.config['image_name'] ?? '';
  await writeSummary(
    plan.spec.id,
    [
      ['Image', `${imageName}, in Prism; no file, because \`image_export\` is not \`true\``],
      ['EKS Anywhere', `${release.version}, bundle ${release.bundleNumber}, signature ${release.signature}`],
      ['Kubernetes', `${channel.kubeVersion} (${channel.eksdRelease})`],
      ['image-builder CLI', cli.version],
      ['Build time', buildTime(built)],
    ],
    secrets,
  );
  return {
    ...releaseOutputs(plan.spec.id, fetched, channel),
    'image-name': imageName,
    ...buildOutputs(built),
  };
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

export async function summarizeCell(result: CellResult, secrets: Secrets): Promise<void> {
  const { release } = result.fetched;
  const { image } = result.finished;
  await writeSummary(
    image.spec.id,
    [
      ['Image', image.fileName],
      ['sha256', image.sha256],
      ['Size', `${image.size} bytes`],
      ['Inside', image.contents],
      ['EKS Anywhere', `${release.version}, bundle ${release.bundleNumber}, signature ${release.signature}`],
      ['Notes', release.notes.length > 0 ? release.notes.join(' ') : undefined],
      ['Kubernetes', `${result.channel.kubeVersion} (${result.channel.eksdRelease})`],
      ['Template tags', image.templateTags.join(', ')],
      ['image-builder CLI', result.cli.version],
      ['Build time', buildTime(result.built)],
      ['Artifact', result.artifact?.url ?? 'not uploaded'],
    ],
    secrets,
  );
  await writeSummaryTables('', [trustTable(result.fetched)], secrets);
  await writeGantt(`Phases of the build, ${buildTime(result.built)}`, result.built.phases, secrets);
}

/** In the words of docs/trust.md: first what a signature leads to, then what nobody verified. */
function trustTable(fetched: FetchedRelease) {
  const { verified, unverified } = downloadsOfBuild(fetched.release.version);
  const isSigned = fetched.release.signature === 'verified';
  const row = (mark: string) => (evidence: { readonly what: string; readonly by: string }) => [
    mark,
    evidence.what,
    evidence.by,
  ];
  return {
    lead: isSigned
      ? 'AWS signed the bundle. That signature leads to what is marked ✅; what is marked ⚠️ the build downloaded, and no signature covers it.'
      : 'No signature was verified. What is marked ☑️ fits the bundle; what is marked ⚠️ nothing covers.',
    head: ['', 'What', 'Verified by'],
    rows: [
      ...[...verifiedByBundle(fetched), ...verified].map(row(isSigned ? '✅' : '☑️')),
      ...unverified.map(row('⚠️')),
    ],
  };
}

function buildTime({ durationSeconds, attemptsUsed }: RetriedBuild): string {
  return `${durationSeconds} s${attemptsUsed > 1 ? `, in ${attemptsUsed} attempts` : ''}`;
}
