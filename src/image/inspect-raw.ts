import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { BrokenImageError } from './disk-layout.ts';
import { DiskProbe } from './disk-probe.ts';
import { readChunks } from './file-chunks.ts';
import type { DiskFindings } from './inspect-qcow2.ts';

/**
 * Opens a raw disk: its partition table, at both ends, and the file system that the firmware boots from. The format has
 * no checksums of its own.
 *
 * @throws BrokenImageError that says what is broken; the file is left where it is.
 */
export async function inspectRaw(path: string, signal?: AbortSignal): Promise<DiskFindings> {
  const file = await open(path);
  try {
    const digest = createHash('sha256');
    const probe = new DiskProbe();
    let size = 0;
    for await (const chunk of readChunks(file, (bytes) => digest.update(bytes))) {
      signal?.throwIfAborted();
      probe.write(size, chunk);
      size += chunk.length;
    }
    if (size === 0) throw new BrokenImageError('the file is empty');
    return { sha256: digest.digest('hex'), size, virtualSize: size, layout: probe.finish(size) };
  } finally {
    await file.close();
  }
}
