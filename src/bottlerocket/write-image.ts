import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';
import { layoutBytes } from '../image/disk-layout.ts';
import { printable } from '../net/printable-url.ts';
import { ParallelGzip } from './gzip-writer.ts';
import { BrokenLz4Error, Lz4FrameDecoder } from './lz4/frame.ts';
import type { RemoteFiles } from './remote-files.ts';
import type { Target } from './tuf/client.ts';

/** What becomes of the bytes on their way: nothing, or LZ4 is taken off and gzip or nothing put on. */
export type Conversion =
  | { readonly kind: 'keep' }
  | { readonly kind: 'gzip'; readonly level: number }
  | { readonly kind: 'raw' };

export interface WriteImageOptions {
  readonly url: URL;
  readonly target: Target;
  readonly destination: string;
  readonly conversion: Conversion;
  readonly files: Pick<RemoteFiles, 'stream'>;
  readonly signal: AbortSignal;
  readonly onProgress?: (received: number) => void;
  /** Looks at the file before it gets its name. */
  readonly inspect?: (path: string, disk: DecodedDisk | undefined) => Promise<void>;
}

/** The disk that came out of LZ4. */
export interface DecodedDisk {
  /** As much as a partition table needs. */
  readonly head: Buffer;
  readonly size: number;
}

export interface WrittenImage {
  readonly path: string;
  /** Lower-case hex of the file as it is on disk. */
  readonly sha256: string;
  readonly size: number;
}

/** Far above any image; what is not verified yet must not fill the disk. */
const maxDiskBytes = 64 * 2 ** 30;

/**
 * Downloads a signed file and converts it in the same pass. Bytes are verified while they flow, so what is made of them
 * lies in a temporary file beside the destination; only when length and sha256 are the signed ones it gets its name.
 * Wrong content is tried once more: one edge of a CDN may hold a damaged copy, or a resumed transfer met a new version.
 *
 * @throws ActionError
 */
export async function writeImage(options: WriteImageOptions): Promise<WrittenImage> {
  await mkdir(dirname(options.destination), { recursive: true });
  const first = await attempt(options);
  if (!(first instanceof ActionError)) return first;
  const second = await attempt(options);
  if (second instanceof ActionError) throw second;
  return second;
}

/** Returns the error of wrong content; throws every other. */
async function attempt(options: WriteImageOptions): Promise<WrittenImage | ActionError> {
  const { url, target, destination, files, signal } = options;
  const part = `${destination}.${randomUUID().slice(0, 8)}.part`;
  const digest = createHash('sha256');
  // A file that is kept as it is has the digest of the download.
  const written = options.conversion.kind === 'keep' ? undefined : createHash('sha256');
  const output = new OutputFile(await open(part, 'wx'), written);
  try {
    const sink = createSink(options.conversion, output);
    let received = 0;
    await files.stream(url, { what: `The image ${target.name}`, size: target.length }, async (chunk) => {
      signal.throwIfAborted();
      digest.update(chunk);
      received += chunk.length;
      await sink.push(chunk);
      options.onProgress?.(received);
    });
    const sha256 = digest.digest('hex');
    if (received !== target.length || sha256 !== target.sha256) {
      return wrongContent(options, received, sha256);
    }
    const disk = await sink.end();
    await options.inspect?.(part, disk);
    const { size } = output;
    await output.finish();
    await rename(part, destination);
    return { path: destination, sha256: written?.digest('hex') ?? sha256, size };
  } finally {
    await output.close();
    await rm(part, { force: true });
  }
}

interface Sink {
  push(chunk: Buffer): Promise<void>;
  end(): Promise<DecodedDisk | undefined>;
}

function createSink(conversion: Conversion, output: OutputFile): Sink {
  if (conversion.kind === 'keep') return { push: (chunk) => output.write(chunk), end: async () => undefined };
  if (conversion.kind === 'raw')
    return decodedSink({ push: (bytes) => output.write(bytes), end: async () => {} });
  return decodedSink(
    new ParallelGzip({
      level: conversion.level,
      write: (bytes) => output.write(bytes),
      // Enough for the pool to have something to do while this thread decodes.
      parallel: 2 * availableParallelism(),
    }),
  );
}

/**
 * Whether a broken frame is a damaged download or a bad file only the digest tells, so that decoding stops there and the
 * download goes on.
 */
function decodedSink(next: { push(bytes: Buffer): Promise<void>; end(): Promise<void> }): Sink {
  const decoder = new Lz4FrameDecoder({ maxOutput: maxDiskBytes });
  const head: Buffer[] = [];
  let size = 0;
  let broken: BrokenLz4Error | undefined;
  return {
    async push(chunk) {
      if (broken !== undefined) return;
      try {
        for (const piece of decoder.push(chunk)) {
          if (size < layoutBytes) head.push(Buffer.from(piece.subarray(0, layoutBytes - size)));
          size += piece.length;
          await next.push(piece);
        }
      } catch (error) {
        if (!(error instanceof BrokenLz4Error)) throw error;
        broken = error;
      }
    },
    async end() {
      try {
        if (broken !== undefined) throw broken;
        decoder.end();
      } catch (cause) {
        throw new ActionError('The signed image is not a valid LZ4 file.', {
          problems: [errorMessage(cause)],
          why: 'Its digest is the signed one, so that this is what Bottlerocket published.',
          fix: 'Use `compression: lz4` to get the file as it is, and report this to the project of this action.',
          cause,
        });
      }
      await next.end();
      return { head: Buffer.concat(head), size };
    },
  };
}

/** A file that is written from beginning to end. */
class OutputFile {
  size = 0;
  readonly #handle: FileHandle;
  readonly #hash: Hash | undefined;
  #isOpen = true;

  constructor(handle: FileHandle, hash: Hash | undefined) {
    this.#handle = handle;
    this.#hash = hash;
  }

  /** A full disk may take a part of the bytes first, and fail at the next call. */
  async write(bytes: Buffer): Promise<void> {
    this.#hash?.update(bytes);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.size);
      done += bytesWritten;
      this.size += bytesWritten;
    }
  }

  async finish(): Promise<void> {
    await this.#handle.datasync();
    await this.close();
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#handle.close();
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
