import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';
import { describeOva, fetchImage, type ImageRequest } from '../bottlerocket/fetch-image.ts';
import { bundleImage, pinnedVersion } from '../bottlerocket/pinned-version.ts';
import { createRemoteFiles } from '../bottlerocket/remote-files.ts';
import type { Target } from '../bottlerocket/tuf/client.ts';
import { BrokenImageError } from '../image/disk-layout.ts';
import { inspectOva } from '../image/inspect-ova.ts';
import { inspectRawGz } from '../image/inspect-raw-gz.ts';
import { inGroup } from '../log.ts';
import { createTransport } from '../net/transport.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import type { BottlerocketContext, BottlerocketInputs } from './bottlerocket-image.ts';
import { type ChosenVersion, originInBundle, originInRepository } from './bottlerocket-origin.ts';
import type { BottlerocketImage } from './bottlerocket-report.ts';
import { readFilesOfBuildTooling } from './build-tooling-files.ts';
import type { FetchedRelease } from './fetch-release.ts';
import { readRecordedRootSum } from './recorded-root-sum.ts';

/** The image as Bottlerocket's own repository signs it. */
export async function fromRepository(
  context: BottlerocketContext,
  fetched: FetchedRelease,
  channel: ReleaseChannel,
): Promise<BottlerocketImage> {
  const { inputs, log, signal } = context;
  const asked = inputs['bottlerocket-version'];
  const chosen = asked === undefined ? await readPinnedVersion(context, fetched) : { version: asked };
  const { version } = chosen;
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
  let isInBundle = false;
  try {
    const image = await fetchImage(requestOf(inputs, version), {
      files,
      log,
      signal,
      scratch: runnerTemp(),
      recordedRootSum: () => readRecordedRootSum(fetched),
      onTarget: (target) => {
        isInBundle = compareWithBundle(target, context, fetched, channel);
      },
    });
    const speed = `${(image.target.length / 1e6 / image.seconds).toFixed(0)} MB/s, ${image.seconds.toFixed(0)} s`;
    const rootVersion = image.root.version;
    return {
      ...image,
      rootVersion,
      origin: originInRepository(image, chosen, fetched.release, isInBundle),
      format: formatOf(inputs),
      source: 'tuf',
      version,
      verifiedBy: `Bottlerocket's TUF repository, root ${rootVersion}; trust begins at ${image.trustedBy}`,
      speed: image.isFromCache ? `${speed}, from the tool cache` : speed,
    };
  } finally {
    await files.close();
  }
}

async function readPinnedVersion(
  { inputs, log }: BottlerocketContext,
  fetched: FetchedRelease,
): Promise<ChosenVersion> {
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
  return { version, readBy };
}

/**
 * Two chains of trust end at one OVA: EKS Anywhere copies it as it is (aws/eks-anywhere-build-tooling,
 * build/get_bottlerocket_artifacts.sh). Of a disk the bundle has a gzip stream of its own, which nothing here can equal.
 *
 * @returns whether both state the same sha256
 * @throws ActionError when they differ and the inputs ask for both (`auto`)
 */
function compareWithBundle(
  target: Target,
  { inputs, log }: BottlerocketContext,
  { release }: FetchedRelease,
  channel: ReleaseChannel,
): boolean {
  const copy = channel.bottlerocket.ova;
  const isComparable = inputs.hypervisor === 'vsphere' && inputs['bottlerocket-version'] === undefined;
  if (!isComparable || copy === undefined || release.signature !== 'verified') return false;
  if (copy.sha256.toLowerCase() === target.sha256) {
    log.info(`The signed bundle of ${release.version} states the same sha256.`);
    return true;
  }
  const error = new DifferentCopiesError(
    'Bottlerocket and the bundle of EKS Anywhere sign different images.',
    {
      problems: [
        `Bottlerocket's repository: ${target.name}, sha256 ${target.sha256}`,
        `the signed bundle of ${release.version}: ${copy.uri}, sha256 ${copy.sha256}`,
      ],
      why: 'One of the two was replaced after the release, or its signing key is in wrong hands.',
      fix: 'Do not use either before AWS explains it. Where you know which one is right, say `source: tuf` or `source: bundle`.',
    },
  );
  if (inputs.source === 'auto') throw error;
  log.warning(error.message);
  return false;
}

/** Not to be mended by taking the other one. */
export class DifferentCopiesError extends ActionError {}

function requestOf(inputs: BottlerocketInputs, version: string): ImageRequest {
  const { root, 'metadata-url': metadataUrl, 'targets-url': targetsUrl } = inputs;
  const cacheFolder = inputs.cache ? toolCache() : undefined;
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
    ...(cacheFolder && { cacheFolder }),
  };
}

/** Machines of GitHub begin anew with each job; only a self-hosted one has something to gain. */
function toolCache(): string | undefined {
  return process.env['RUNNER_ENVIRONMENT'] === 'self-hosted' ? process.env['RUNNER_TOOL_CACHE'] : undefined;
}

function destinationOf({ destination }: BottlerocketInputs): string {
  return resolve(destination ?? join(runnerTemp(), 'node-images'));
}

function formatOf({ hypervisor, compression = 'gzip' }: BottlerocketInputs): BottlerocketImage['format'] {
  if (hypervisor === 'vsphere') return 'ova';
  return compression === 'none' ? 'raw' : compression === 'gzip' ? 'raw.gz' : 'raw.lz4';
}

/** The copy of the image whose sha256 the bundle states. */
export async function fromBundle(
  { inputs, log, signal }: BottlerocketContext,
  { release, http }: FetchedRelease,
  channel: ReleaseChannel,
): Promise<BottlerocketImage> {
  const archive = bundleImage(release, channel, inputs.hypervisor);
  const fileName = new URL(archive.uri).pathname.split('/').at(-1) ?? '';
  const what = `The Bottlerocket image ${fileName}`;
  const isSigned = release.signature === 'verified';
  if (!isSigned) {
    log.warning(
      `${what} is covered by no signature: the bundle of ${release.version} is ${release.signature}.`,
    );
  }
  const destination = destinationOf(inputs);
  await mkdir(destination, { recursive: true });
  // In the same folder, so that the last step is a rename.
  const scratch = await mkdtemp(join(destination, '.part-'));
  try {
    const found = await inGroup(log, `Fetch ${fileName}`, async () => {
      const downloaded = await http.download(archive.uri, join(scratch, fileName), {
        what,
        sha256: archive.sha256,
      });
      try {
        const contents = await lookInside(downloaded.path, inputs, signal);
        log.info(`Inside: ${contents}`);
        return { ...downloaded, contents };
      } catch (error) {
        if (!(error instanceof BrokenImageError)) throw error;
        if (!isSigned) throw notAnImage(what, error);
        log.warning(`The image is the signed one, but looks odd inside: ${errorMessage(error)}.`);
        return { ...downloaded, contents: `odd: ${errorMessage(error)}` };
      }
    });
    const path = join(destination, fileName);
    await rename(found.path, path);
    const verifiedBy = `the sha256 in the bundle of ${release.version}, signature ${release.signature}`;
    const format = formatOf({ ...inputs, compression: 'gzip' });
    const origin = originInBundle(fileName, archive, release);
    return { ...found, path, fileName, format, origin, source: 'bundle', verifiedBy, isFromCache: false };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function lookInside(
  path: string,
  { hypervisor }: BottlerocketInputs,
  signal: AbortSignal,
): Promise<string> {
  if (hypervisor === 'vsphere') return describeOva(await inspectOva(path, signal));
  const { layout, virtualSize } = await inspectRawGz(path, signal);
  return `${layout.table.toUpperCase()}, ${layout.partitions.length} partitions, ${virtualSize} bytes`;
}

function notAnImage(what: string, cause: BrokenImageError): ActionError {
  return new ActionError(`${what} is not an intact disk image. It was discarded.`, {
    problems: [cause.message],
    why: 'Its sha256 is the one in the bundle, but the bundle is covered by no signature.',
    fix: 'Use `source: tuf`, or a release from v0.22.0 on.',
    cause,
  });
}
