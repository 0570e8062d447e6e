import { join, resolve } from 'node:path';
import type * as z from 'zod';
import { ActionError, errorMessage } from '../action-error.ts';
import { type FetchContext, fetchImage, type ImageRequest } from '../bottlerocket/fetch-image.ts';
import { bundleImage, pinnedVersion } from '../bottlerocket/pinned-version.ts';
import { createRemoteFiles } from '../bottlerocket/remote-files.ts';
import { inGroup, type Log } from '../log.ts';
import { createTransport } from '../net/transport.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { findChannel } from '../release/resolve.ts';
import { type UploadedArtifact, uploadFile } from '../runner/artifacts.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { type BottlerocketImage, summarizeImage } from './bottlerocket-report.ts';
import { readFilesOfBuildTooling } from './build-tooling-files.ts';
import type { fetchInputs, fetchOutputs } from './fetch-bottlerocket.ts';
import { type FetchedRelease, fetchRelease } from './fetch-release.ts';
import { readRecordedRootSum } from './recorded-root-sum.ts';

type Inputs = z.output<typeof fetchInputs>;
type Context = MainContext<Inputs, (typeof fetchOutputs)[number]>;

/** From the inputs to an uploaded image. */
export async function bottlerocketImage(context: Context) {
  const { inputs, log, secrets } = context;
  refuseCombinations(inputs);
  const fetched = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
    fetchRelease(inputs, log, secrets),
  );
  const { release } = fetched;
  const channel = findChannel(release, inputs['release-channel']);
  const image = await obtain(context, fetched, channel);
  log.info(`${image.path}: ${image.size} bytes, sha256 ${image.sha256}`);
  const tags = ['os:bottlerocket', `eksdRelease:${channel.eksdRelease}`];
  const outputs = {
    path: image.path,
    'file-name': image.fileName,
    sha256: image.sha256,
    size: image.size,
    'bottlerocket-version': image.version,
    variant: image.variant,
    'template-tags': inputs.hypervisor === 'vsphere' ? tags.join(',') : undefined,
    source: image.source,
    'root-version': image.rootVersion,
    'eks-a-version': release.version,
    'kube-version': channel.kubeVersion,
    'eksd-release': channel.eksdRelease,
  };
  // A failed upload must not hide the image.
  context.setOutputs(outputs);
  const artifact = await upload(inputs, image, log);
  await summarizeImage({ release, channel, image, tags, artifact }, secrets);
  return { ...outputs, 'artifact-id': artifact?.id, 'artifact-url': artifact?.url };
}

function refuseCombinations(inputs: Inputs): void {
  const problems: string[] = [];
  const { hypervisor, compression, source } = inputs;
  if (hypervisor === 'vsphere' && compression !== undefined && compression !== 'none') {
    problems.push(`\`compression: ${compression}\` does not go with vSphere: an OVA is compressed inside`);
  }
  if (hypervisor !== 'vsphere' && source !== 'tuf' && compression !== undefined && compression !== 'gzip') {
    problems.push(
      `\`compression: ${compression}\` does not go with \`source: ${source}\`: the bundle has the image with gzip only`,
    );
  }
  if (source === 'bundle') {
    for (const name of ['bottlerocket-version', 'root', 'metadata-url', 'targets-url'] as const) {
      if (inputs[name] !== undefined)
        problems.push(
          `\`${name}\` does not go with \`source: bundle\`, which does not ask the Bottlerocket repository`,
        );
    }
  }
  if (problems.length > 0) throw new ActionError('Some inputs do not go together.', { problems });
}

/** `auto` prefers Bottlerocket's own repository and takes the copy of a signed bundle where that fails. */
async function obtain(
  context: Context,
  fetched: FetchedRelease,
  channel: ReleaseChannel,
): Promise<BottlerocketImage> {
  const { inputs, log, signal } = context;
  if (inputs.source === 'bundle') return fromBundle(inputs, fetched, channel, log);
  try {
    return await fromRepository(context, fetched);
  } catch (error) {
    const isBundleGood = inputs.source === 'auto' && fetched.release.signature === 'verified';
    if (!isBundleGood || signal.aborted || !(error instanceof ActionError)) throw error;
    if (inputs['bottlerocket-version'] !== undefined) throw error;
    log.warning(`${errorMessage(error)}\nThe copy that the signed bundle names is taken instead.`);
    return fromBundle(inputs, fetched, channel, log);
  }
}

async function fromRepository(context: Context, fetched: FetchedRelease): Promise<BottlerocketImage> {
  const { inputs, log, signal } = context;
  const version = inputs['bottlerocket-version'] ?? (await readPinnedVersion(context, fetched));
  const transport = createTransport({
    proxyEnvironment: process.env,
    certificates: fetched.certificates,
    userAgent: 'eks-anywhere-node-images',
    timeouts: { connect: 10_000, headers: 30_000, body: 30_000 },
    mirrors: fetched.mirrors,
  });
  const files = createRemoteFiles({
    transport,
    signal,
    onRetry: ({ what, reason, delayMs }) =>
      log.info(`${what}: ${reason}; going on in ${Math.ceil(delayMs / 1000)} s`),
  });
  try {
    const recordedRootSum = () => readRecordedRootSum(fetched);
    const fetching: FetchContext = { files, log, signal, scratch: runnerTemp(), recordedRootSum };
    const image = await fetchImage(requestOf(inputs, version), fetching);
    return {
      ...image,
      source: 'tuf',
      version,
      verifiedBy: `Bottlerocket's TUF repository, root ${image.rootVersion}; trust begins at ${image.trustedBy}`,
      speed: `${(image.target.length / 1e6 / image.seconds).toFixed(0)} MB/s, ${image.seconds.toFixed(0)} s`,
    };
  } finally {
    await files.close();
  }
}

async function readPinnedVersion({ inputs, log }: Context, fetched: FetchedRelease): Promise<string> {
  const { release } = fetched;
  const { bottlerocket, readBy } = await inGroup(log, 'Read which Bottlerocket the release pins', () =>
    readFilesOfBuildTooling(fetched, (reason) =>
      log.info(`git could not read the commit, TLS has to do: ${reason}`),
    ),
  );
  const version = pinnedVersion(bottlerocket, release, inputs['release-channel'], inputs.hypervisor);
  log.info(
    `${release.version} pins Bottlerocket ${version} (build tooling ${release.buildToolingCommit}, read over ${readBy})`,
  );
  return version;
}

function requestOf(inputs: Inputs, version: string): ImageRequest {
  const { root, 'metadata-url': metadataUrl, 'targets-url': targetsUrl } = inputs;
  return {
    hypervisor: inputs.hypervisor,
    channel: inputs['release-channel'],
    version,
    destination: destinationOf(inputs),
    compression: inputs.compression ?? 'gzip',
    compressionLevel: inputs['compression-level'],
    expired: inputs['allow-expired-repo'] ? 'allow' : 'refuse',
    ...(root && { rootFile: root }),
    ...(metadataUrl && { metadataUrl }),
    ...(targetsUrl && { targetsUrl }),
  };
}

function destinationOf({ destination }: Inputs): string {
  return resolve(destination ?? join(runnerTemp(), 'node-images'));
}

async function fromBundle(
  inputs: Inputs,
  { release, http }: FetchedRelease,
  channel: ReleaseChannel,
  log: Log,
): Promise<BottlerocketImage> {
  const archive = bundleImage(release, channel, inputs.hypervisor);
  const fileName = new URL(archive.uri).pathname.split('/').at(-1) ?? '';
  const what = `The Bottlerocket image ${fileName}`;
  const path = join(destinationOf(inputs), fileName);
  if (release.signature !== 'verified') {
    log.warning(
      `${what} is covered by no signature: the bundle of ${release.version} is ${release.signature}.`,
    );
  }
  const found = await inGroup(log, `Fetch ${fileName}`, () =>
    http.download(archive.uri, path, { what, sha256: archive.sha256 }),
  );
  const verifiedBy = `the sha256 in the bundle of ${release.version}, signature ${release.signature}`;
  return { ...found, fileName, source: 'bundle', verifiedBy };
}

function upload(
  inputs: Inputs,
  { path, sha256 }: BottlerocketImage,
  log: Log,
): Promise<UploadedArtifact | undefined> {
  const mode = inputs['upload-artifact'];
  return inGroup(log, 'Upload the image', () =>
    uploadFile({ what: 'The image', path, mode, retentionDays: inputs['retention-days'], sha256 }, log),
  );
}
