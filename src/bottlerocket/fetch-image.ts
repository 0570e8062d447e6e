import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { errorMessage } from '../action-error.ts';
import { BrokenImageError, readDiskLayout } from '../image/disk-layout.ts';
import type { OvaContents } from '../image/inspect-ova.ts';
import { inGroup, type Log } from '../log.ts';
import { printable } from '../net/printable-url.ts';
import type { DecodedDisk } from './conversion.ts';
import { imageCache } from './image-cache.ts';
import {
  type BottlerocketHypervisor,
  findImage,
  metadataUrlOf,
  productionTargetsUrl,
  targetUrl,
  variantOf,
} from './image-target.ts';
import { logProgress } from './progress.ts';
import type { RemoteFiles } from './remote-files.ts';
import { anchorRoots } from './trust-anchor.ts';
import type { Target } from './tuf/client.ts';
import { openRepository } from './tuf/repository.ts';
import { type Conversion, type Inside, type WrittenImage, writeImage } from './write-image.ts';

export interface ImageRequest {
  readonly hypervisor: BottlerocketHypervisor;
  /** `1-33` */
  readonly channel: string;
  /** With the `v`. */
  readonly version: string;
  /** Folder of the finished image. */
  readonly destination: string;
  readonly compression: 'gzip' | 'lz4' | 'none';
  readonly compressionLevel: number;
  readonly rootFile?: string;
  readonly metadataUrl?: URL;
  readonly targetsUrl?: URL;
  readonly expired: 'refuse' | 'allow';
  /** The tool cache of this machine; without it nothing is kept. */
  readonly cacheFolder?: string;
}

export interface FetchedImage extends WrittenImage {
  readonly fileName: string;
  readonly variant: string;
  readonly target: Target;
  /** Where the target was fetched from; with what a mirror's address has of secrets. */
  readonly url: URL;
  readonly root: NewestRoot;
  readonly trustedBy: string;
  /** Roles whose metadata is expired and was taken all the same. */
  readonly expiredRoles: readonly string[];
  /** What was seen inside, for people. */
  readonly contents: string;
  readonly seconds: number;
}

/** The newest root of the repository. */
export interface NewestRoot {
  readonly version: number;
  readonly url: URL;
  readonly sha256: string;
}

export interface FetchContext {
  readonly files: RemoteFiles;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** A folder for temporary files. */
  readonly scratch: string;
  /** As the trust anchor takes it. */
  readonly recordedRootSum?: () => Promise<string | undefined>;
  /** May refuse what is signed before it is downloaded. */
  readonly onTarget?: (target: Target) => void;
}

/**
 * One Bottlerocket image by way of its TUF repository: anchor, roots, metadata, the signed target, its bytes.
 *
 * @throws ActionError
 */
export async function fetchImage(request: ImageRequest, context: FetchContext): Promise<FetchedImage> {
  const variant = variantOf(request.hypervisor, request.channel);
  const found = await inGroup(context.log, 'Verify the Bottlerocket repository', () =>
    findTarget(request, variant, context),
  );
  const { target, url } = found;
  context.onTarget?.(target);
  const fileName = finalName(target.name, request.compression);
  const { log } = context;
  const { cacheFolder } = request;
  const started = performance.now();
  let contents = 'not opened';
  const written = await inGroup(log, `Fetch ${target.name}`, () =>
    writeImage({
      url,
      target,
      destination: join(request.destination, fileName),
      conversion: conversionOf(target.name, request),
      files: context.files,
      signal: context.signal,
      ...(cacheFolder && { cache: imageCache(join(cacheFolder, 'bottlerocket', variant)) }),
      onCacheTrouble: (message) => log.warning(message),
      onProgress: logProgress(log, target.length),
      inspect: (inside) => {
        contents = inspect(inside, log) ?? contents;
      },
    }),
  );
  if (written.isFromCache) log.info("It came from the runner's tool cache and was hashed again.");
  const seconds = (performance.now() - started) / 1000;
  return { ...written, ...found, fileName, variant, contents, seconds };
}

async function findTarget(request: ImageRequest, variant: string, context: FetchContext) {
  const { files, log, scratch, recordedRootSum } = context;
  const metadataUrl = request.metadataUrl ?? metadataUrlOf(variant);
  const { rootFile, expired } = request;
  const now = new Date();
  const common = { metadataUrl, files, scratch, now, expired };
  const { chain, trustedBy } = await anchorRoots({
    ...common,
    ...(rootFile && { rootFile }),
    ...(recordedRootSum && { recordedRootSum }),
  });
  const repository = await openRepository({ ...common, trustedRoots: chain });
  log.info(`Trust begins at ${trustedBy}.`);
  log.info(
    `${printable(metadataUrl)}: root ${repository.rootVersion}, ${repository.targets.size} signed files`,
  );
  for (const { role, expires } of repository.expiredRoles) {
    log.warning(
      `The ${role} metadata expired on ${expires.toISOString()} and is used all the same, as \`allow-expired-repo\` asks: whoever controls the way to the repository can hide newer images and withdrawn keys.`,
    );
  }
  const target = findImage(repository.targets, { ...request, variant });
  const base = request.targetsUrl ?? new URL(productionTargetsUrl);
  const url = targetUrl(base, target, repository.consistentSnapshot);
  log.info(`${target.name}: ${target.length} bytes, sha256 ${target.sha256}, signed`);
  const root = {
    version: repository.rootVersion,
    url: new URL(`${repository.rootVersion}.root.json`, metadataUrl),
    sha256: createHash('sha256')
      .update(chain.at(-1) ?? '')
      .digest('hex'),
  };
  const expiredRoles = repository.expiredRoles.map(({ role }) => role);
  return { target, url, root, trustedBy, expiredRoles };
}

/** The target's own name, so that Kubernetes version and release stay in it: EKS Anywhere looks for them in URLs. */
function finalName(name: string, compression: ImageRequest['compression']): string {
  if (!name.endsWith('.lz4') || compression === 'lz4') return name;
  return name.replace(/\.lz4$/, compression === 'gzip' ? '.gz' : '');
}

function conversionOf(name: string, { compression, compressionLevel }: ImageRequest): Conversion {
  if (name.endsWith('.ova')) return { kind: 'ova' };
  if (!name.endsWith('.lz4') || compression === 'lz4') return { kind: 'keep' };
  return compression === 'gzip' ? { kind: 'gzip', level: compressionLevel } : { kind: 'raw' };
}

/** The signature decides; what looks odd inside is worth a warning. */
function inspect(inside: Inside, log: Log): string | undefined {
  if (inside === undefined) return undefined;
  try {
    const contents = inside.kind === 'disk' ? describeDisk(inside.disk) : describeOva(inside.ova);
    log.info(`Inside: ${contents}`);
    return contents;
  } catch (error) {
    if (!(error instanceof BrokenImageError)) throw error;
    log.warning(`The image is the signed one, but looks odd inside: ${errorMessage(error)}.`);
    return `odd: ${errorMessage(error)}`;
  }
}

function describeDisk({ head, size }: DecodedDisk): string {
  const layout = readDiskLayout(head);
  if (size < layout.end) {
    throw new BrokenImageError(`the disk of ${size} bytes is shorter than its partition table says`);
  }
  return `${layout.table.toUpperCase()}, ${layout.partitions.length} partitions, ${size} bytes`;
}

/** What is inside an OVA, in words. */
export function describeOva(ova: OvaContents | BrokenImageError): string {
  if (ova instanceof BrokenImageError) throw ova;
  const disks = [ova.disk, ...ova.moreDisks].map(({ virtualSize }) => `${virtualSize} bytes`).join(' and ');
  return `OVF with ${ova.firmware} firmware, every digest of its manifest right; disks of ${disks}`;
}
