import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';
import { onDisk } from '../net/on-disk.ts';
import { printable } from '../net/printable-url.ts';
import { partOf, removeAbandonedParts } from './abandoned-parts.ts';
import { type Conversion, createConverter, type Inside } from './conversion.ts';
import type { ImageCache } from './image-cache.ts';
import { OutputFile } from './output-file.ts';
import type { RemoteFiles } from './remote-files.ts';
import type { Target } from './tuf/client.ts';

export type { Conversion, Inside } from './conversion.ts';

export interface WriteImageOptions {
  readonly url: URL;
  readonly target: Target;
  readonly destination: string;
  readonly conversion: Conversion;
  readonly files: Pick<RemoteFiles, 'stream'>;
  readonly signal: AbortSignal;
  /** Where the signed file may be already, and is kept. */
  readonly cache?: ImageCache;
  /** Told what is wrong with the cache; the image arrives all the same. */
  readonly onCacheTrouble?: (message: string) => void;
  readonly onProgress?: (received: number) => void;
  /** Looks at what was seen on the way before the file gets its name. */
  readonly inspect?: (inside: Inside) => void;
}

export interface WrittenImage {
  readonly path: string;
  /** Lower-case hex of the file as it is on disk. */
  readonly sha256: string;
  readonly size: number;
  readonly isFromCache: boolean;
}

/**
 * Downloads a signed file and converts it in the same pass. Bytes are verified while they flow, so what is made of them
 * lies in a temporary file beside the destination; only when length and sha256 are the signed ones it gets its name.
 * Wrong content is tried once more: one edge of a CDN may hold a damaged copy, or a resumed transfer met a new version.
 *
 * @throws ActionError
 */
export async function writeImage(options: WriteImageOptions): Promise<WrittenImage> {
  const folder = dirname(options.destination);
  await onDisk(options.destination, () => mkdir(folder, { recursive: true }));
  await removeAbandonedParts(folder);
  const cached = await fromCache(options);
  if (cached !== undefined) return cached;
  const first = await attempt(options, options.cache);
  if (!(first instanceof ActionError)) return first;
  const second = await attempt(options, options.cache);
  if (second instanceof ActionError) throw second;
  return second;
}

async function fromCache(options: WriteImageOptions): Promise<WrittenImage | undefined> {
  const { cache, target, onCacheTrouble } = options;
  const files = await cache?.open(target);
  if (files === undefined) return undefined;
  const found = await attempt({ ...options, files }, undefined);
  if (!(found instanceof ActionError)) return { ...found, isFromCache: true };
  onCacheTrouble?.(
    `The copy of ${target.name} in the tool cache is not the signed file any more. It is removed.`,
  );
  await cache?.discard(target);
  return undefined;
}

/** Returns the error of wrong content; throws every other. */
async function attempt(
  options: WriteImageOptions,
  cache: ImageCache | undefined,
): Promise<WrittenImage | ActionError> {
  const { url, target, destination, files, signal } = options;
  const unique = randomUUID().slice(0, 8);
  const part = partOf(destination, unique);
  const isKept = options.conversion.kind === 'keep' || options.conversion.kind === 'ova';
  const digest = createHash('sha256');
  // A file that is kept as it is has the digest of the download.
  const output = await OutputFile.create(part, { hash: isKept ? 'none' : 'sha256' });
  const copy = cache && new CacheCopy(cache, options, unique);
  try {
    const converter = createConverter(options.conversion, output);
    let received = 0;
    await files.stream(url, { what: `The image ${target.name}`, size: target.length }, async (chunk) => {
      signal.throwIfAborted();
      digest.update(chunk);
      received += chunk.length;
      await copy?.write(chunk);
      await converter.push(chunk);
      options.onProgress?.(received);
    });
    const sha256 = digest.digest('hex');
    if (received !== target.length || sha256 !== target.sha256) {
      return wrongContent(options, received, sha256);
    }
    const inside = await converter.end();
    options.inspect?.(inside);
    const { size } = output;
    const written = await output.finish();
    await onDisk(destination, () => rename(part, destination));
    await copy?.keep();
    return { path: destination, sha256: written ?? sha256, size, isFromCache: false };
  } finally {
    await output.close();
    await rm(part, { force: true });
    await copy?.close();
  }
}

/** The signed bytes on their way into the cache. Trouble there, such as a full disk, must not cost the image. */
class CacheCopy {
  readonly #cache: ImageCache;
  readonly #options: WriteImageOptions;
  readonly #unique: string;
  #file: OutputFile | undefined;
  #isGivenUp = false;

  constructor(cache: ImageCache, options: WriteImageOptions, unique: string) {
    this.#cache = cache;
    this.#options = options;
    this.#unique = unique;
  }

  write(chunk: Buffer): Promise<void> {
    return this.#unlessGivenUp(async () => {
      this.#file ??= await OutputFile.create(await this.#cache.partPath(this.#options.target, this.#unique), {
        hash: 'none',
      });
      await this.#file.write(chunk);
    });
  }

  /** Called only when what was written is what was signed. */
  keep(): Promise<void> {
    return this.#unlessGivenUp(async () => {
      if (this.#file === undefined) return;
      await this.#file.finish();
      await this.#cache.keep(this.#file.path, this.#options.target);
    });
  }

  async close(): Promise<void> {
    if (this.#file === undefined) return;
    await this.#file.close();
    await rm(this.#file.path, { force: true });
  }

  async #unlessGivenUp(work: () => Promise<void>): Promise<void> {
    if (this.#isGivenUp) return;
    try {
      await work();
    } catch (error) {
      this.#isGivenUp = true;
      await this.close().catch(() => undefined);
      this.#options.onCacheTrouble?.(`The image is not kept in the tool cache: ${errorMessage(error)}`);
    }
  }
}

function wrongContent({ url, target }: WriteImageOptions, received: number, sha256: string): ActionError {
  return new ActionError(`The image at ${printable(url)} is not the signed one. It was discarded.`, {
    problems: [
      ...(received === target.length
        ? []
        : [`size signed ${target.length} bytes, got ${received > target.length ? 'more' : received}`]),
      `sha256 signed ${target.sha256}, got ${sha256}`,
    ],
    why: 'A mirror or proxy serves something else under this address. It was fetched twice, with the same result.',
    fix: 'Look at `targets-url`, and at what stands between the runner and it; do not use the file meanwhile.',
  });
}
