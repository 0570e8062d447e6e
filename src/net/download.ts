import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ActionError } from '../action-error.ts';
import { onDisk } from './on-disk.ts';
import { placeOf } from './printable-url.ts';
import { type Retries, withRetries } from './retry.ts';
import { NetworkFailure, StatusFailure } from './transfer-failure.ts';
import type { Answer, Transport } from './transport.ts';

export interface DownloadProgress {
  readonly received: number;
  /** Absent when the host does not tell. */
  readonly total?: number;
}

export interface DownloadOptions {
  /** What is fetched, as a sentence begins: `The image-builder CLI`. */
  readonly what: string;
  /** Hex. */
  readonly sha256: string;
  /** In bytes, where it is known beforehand. */
  readonly size?: number;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

export interface DownloadResult {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** What has been written so far, and by which version of the file on the host. */
interface PartFile {
  readonly path: string;
  readonly handle: FileHandle;
  hash: Hash;
  received: number;
  furthest: number;
  /** A strong `ETag` or a `Last-Modified`, as `If-Range` takes it (RFC 9110 §13.1.5). */
  validator: string | undefined;
}

type Job = DownloadOptions & { readonly retries: Retries };

/**
 * Streams to a file beside the destination, hashes on the way, resumes after a broken transfer, and renames once
 * the digest is right.
 *
 * @throws ActionError
 */
export async function downloadFile(
  transport: Transport,
  url: URL,
  destination: string,
  job: Job,
): Promise<DownloadResult> {
  const part = await openPart(destination);
  try {
    // A wrong digest is tried once more: a single edge of a CDN may hold a damaged copy.
    const first = await transfer(transport, url, part, job, {});
    const found = isWanted(first, job)
      ? first
      : await restart(part).then(() => transfer(transport, url, part, job, { 'cache-control': 'no-cache' }));
    if (!isWanted(found, job)) throw wrongContent(placeOf(url, transport.mirrorOf(url)), found, job);
    await onDisk(destination, async () => {
      await part.handle.datasync();
      await part.handle.close();
      await rename(part.path, destination);
    });
    return { path: destination, ...found };
  } catch (error) {
    await part.handle.close().catch(() => undefined);
    await rm(part.path, { force: true });
    throw error;
  }
}

async function transfer(
  transport: Transport,
  url: URL,
  part: PartFile,
  job: Job,
  headers: Readonly<Record<string, string>>,
): Promise<{ sha256: string; size: number }> {
  await withRetries({ ...job.retries, progress: () => part.furthest }, async () => {
    const resume = part.received > 0 && part.validator !== undefined;
    if (!resume) await restart(part);
    const range = resume &&
      part.validator && { range: `bytes=${part.received}-`, 'if-range': part.validator };
    const answer = await transport.open(url, { ...headers, ...range }).catch(async (error: unknown) => {
      if (!(error instanceof StatusFailure && error.status === 416)) throw error;
      // The file on the host has become shorter than what is here.
      await restart(part);
      throw new NetworkFailure(error.hop, error);
    });
    if (part.received > 0 && !continues(answer, part.received)) await restart(part);
    part.validator = validatorOf(answer);
    await append(answer, part, job);
  });
  return { sha256: part.hash.copy().digest('hex'), size: part.received };
}

async function append(answer: Answer, part: PartFile, job: Job): Promise<void> {
  const length = Number(answer.header('content-length') ?? Number.NaN);
  const total = job.size ?? (Number.isNaN(length) ? undefined : part.received + length);
  for await (const chunk of answer.chunks) {
    await onDisk(part.path, () => writeAll(part.handle, chunk, part.received));
    part.hash.update(chunk);
    part.received += chunk.length;
    part.furthest = Math.max(part.furthest, part.received);
    job.onProgress?.({ received: part.received, ...(total !== undefined && { total }) });
    // Longer than it may be: the digest can only be wrong, so the rest is not worth the disk.
    if (job.size !== undefined && part.received > job.size) return;
  }
}

function continues(answer: Answer, received: number): boolean {
  return answer.status === 206 && (answer.header('content-range') ?? '').startsWith(`bytes ${received}-`);
}

function validatorOf(answer: Answer): string | undefined {
  const etag = answer.header('etag');
  return etag !== undefined && !etag.startsWith('W/') ? etag : answer.header('last-modified');
}

async function openPart(destination: string): Promise<PartFile> {
  const file = `${destination}.${randomUUID().slice(0, 8)}.part`;
  return onDisk(destination, async () => {
    await mkdir(path.dirname(destination), { recursive: true });
    const handle = await open(file, 'wx');
    return { path: file, handle, hash: createHash('sha256'), received: 0, furthest: 0, validator: undefined };
  });
}

async function restart(part: PartFile): Promise<void> {
  part.hash = createHash('sha256');
  part.received = 0;
  part.validator = undefined;
  await onDisk(part.path, () => part.handle.truncate(0));
}

/** A full disk may take a part of the bytes first, and fail at the next call. */
async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function isWanted(found: { sha256: string; size: number }, job: Job): boolean {
  return found.sha256 === job.sha256.toLowerCase() && (job.size === undefined || found.size === job.size);
}

function wrongContent(place: string, found: { sha256: string; size: number }, job: Job): ActionError {
  const problems = [`sha256 expected ${job.sha256.toLowerCase()}, got ${found.sha256}`];
  if (job.size !== undefined && found.size !== job.size) {
    problems.push(`size expected ${job.size} bytes, got ${found.size > job.size ? 'more' : found.size}`);
  }
  return new ActionError(`${job.what} from ${place} is not the published file. It was discarded.`, {
    problems,
    why: 'A mirror or proxy serves something else under this address, or the file was replaced after it was published. It was fetched twice, with the same result.',
    fix: 'Compare what the address serves with the checksum that the release states; do not use the file meanwhile.',
  });
}
