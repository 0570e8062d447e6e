import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ActionError, errorMessage } from '../action-error.ts';
import { type DiskLayout, layoutBytes, readDiskLayout } from './disk-layout.ts';

/** What one pass over a gzipped disk image found. Sizes in bytes. */
export interface RawGzFindings {
  readonly sha256: string;
  readonly size: number;
  readonly virtualSize: number;
  readonly layout: DiskLayout;
}

/**
 * Opens a bare-metal image the way Tinkerbell will: reads the whole gzip stream (its CRC proves it intact), and
 * the partition table inside. One pass, bounded memory, the digest of the compressed file on the way.
 *
 * @throws ActionError that says what is broken; the file is left where it is.
 */
export async function inspectRawGz(path: string, signal?: AbortSignal): Promise<RawGzFindings> {
  const digest = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  let virtualSize = 0;

  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const look = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (virtualSize < layoutBytes) head.push(Buffer.from(chunk.subarray(0, layoutBytes - virtualSize)));
      virtualSize += chunk.length;
      done();
    },
  });

  try {
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      measure,
      createGunzip({ chunkSize: 1 << 18 }),
      look,
      {
        ...(signal && { signal }),
      },
    );
    const layout = readDiskLayout(Buffer.concat(head));
    if (virtualSize < layout.end) {
      throw new Error(
        `the disk ends after ${virtualSize} bytes, but its partition table reaches to ${layout.end}`,
      );
    }
    return { sha256: digest.digest('hex'), size, virtualSize, layout };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ActionError(`${basename(path)} is not an intact disk image`, {
      problems: [explainGzip(error, size)],
      why: 'The build ended without an error but left a broken file: most often the disk ran full, or the build was cut off.',
      fix: `Look at the file (${path}) and at the free space of its disk, then build again.`,
      cause: error,
    });
  }
}

function explainGzip(error: unknown, size: number): string {
  if (size === 0) return 'the file is empty';
  switch ((error as NodeJS.ErrnoException).code) {
    case 'Z_DATA_ERROR':
      return `not a valid gzip stream: ${errorMessage(error)}`;
    case 'Z_BUF_ERROR':
      return `the gzip stream is cut off after ${size} bytes`;
    default:
      return errorMessage(error);
  }
}
