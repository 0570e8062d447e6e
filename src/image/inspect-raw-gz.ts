import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errorMessage } from '../action-error.ts';
import { BrokenImageError, type DiskLayout } from './disk-layout.ts';
import { DiskProbe } from './disk-probe.ts';

/** What one pass over a gzipped disk image found. Sizes in bytes. */
export interface RawGzFindings {
  readonly sha256: string;
  readonly size: number;
  readonly virtualSize: number;
  readonly layout: DiskLayout;
}

/**
 * Opens a bare-metal image the way Tinkerbell will: reads the whole gzip stream (its CRC proves it intact), and
 * the partition table inside, at both ends of the disk. One pass, bounded memory, the digest of the compressed file on the way.
 *
 * @throws BrokenImageError that says what is broken; the file is left where it is.
 */
export async function inspectRawGz(path: string, signal?: AbortSignal): Promise<RawGzFindings> {
  const digest = createHash('sha256');
  const probe = new DiskProbe();
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
      probe.write(virtualSize, chunk);
      virtualSize += chunk.length;
      done();
    },
  });

  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  try {
    const source = createReadStream(path, { highWaterMark: 1 << 20 });
    await pipeline(source, measure, gunzip, look, { ...(signal && { signal }) });
  } catch (error) {
    throw explainGzip(error, size);
  }
  // Node.js passes over zeros behind the end of the stream; Go's reader, which writes the disk, does not.
  if (gunzip.bytesWritten < size) {
    throw new BrokenImageError(
      `${size - gunzip.bytesWritten} bytes of something else follow the gzip stream`,
    );
  }
  const layout = probe.finish(virtualSize);
  return { sha256: digest.digest('hex'), size, virtualSize, layout };
}

/** An error of the stream's content in words; anything else, such as a failing disk, as it is. */
function explainGzip(error: unknown, size: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'Z_DATA_ERROR':
      return new BrokenImageError(`not a valid gzip stream: ${errorMessage(error)}`, { cause: error });
    case 'Z_BUF_ERROR':
      return new BrokenImageError(
        size === 0 ? 'the file is empty' : `the gzip stream is cut off after ${size} bytes`,
        { cause: error },
      );
    default:
      return error;
  }
}
