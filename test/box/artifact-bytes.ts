import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** The sums that manifests state of a file. */
export interface Digests {
  readonly sha256: string;
  readonly sha512: string;
}

export function digests(bytes: Buffer): Digests {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sha512: createHash('sha512').update(bytes).digest('hex'),
  };
}

const blockSize = 512;
const noiseSize = 16 * 1024;

/**
 * The bytes behind an artifact's URI: small, always the same for the same URI, different for any other, and of the
 * kind that the name promises where a consumer might open it.
 */
export function artifactBytes(uri: string): Buffer {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const noise = noiseFor(uri);
  const bareName = name.replace(/(\.tar)?(\.gz)?$/, '');
  if (name.endsWith('.tar.gz')) return gzipSync(tar([{ name: `./${bareName}`, mode: 0o755, bytes: noise }]));
  if (name.endsWith('.gz')) return gzipSync(noise);
  if (name.endsWith('.tar')) return tar([{ name: bareName, mode: 0o644, bytes: noise }]);
  return noise;
}

/** SHA-256 in counter mode. */
function noiseFor(seed: string): Buffer {
  const blocks = Array.from({ length: noiseSize / 32 }, (_, counter) =>
    createHash('sha256').update(`${counter} ${seed}`).digest(),
  );
  return Buffer.concat(blocks);
}

export interface TarEntry {
  readonly name: string;
  readonly mode: number;
  readonly bytes: Buffer;
}

/** A POSIX ustar archive of regular files with all that varies (owner, time) set to zero. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const padding = Buffer.alloc((blockSize - (entry.bytes.length % blockSize)) % blockSize);
    return [tarHeader(entry), entry.bytes, padding];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * blockSize)]);
}

function tarHeader({ name, mode, bytes }: TarEntry): Buffer {
  const header = Buffer.alloc(blockSize);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(name, 0, 100);
  header.write(octal(mode, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(bytes.length, 12), 124);
  header.write(octal(0, 12), 136);
  // The checksum is taken over the header with blanks in its own field.
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
