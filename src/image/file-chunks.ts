import type { FileHandle } from 'node:fs/promises';

/**
 * The whole file from where it stands. One buffer for all chunks, valid until the next: those of a read stream pile up to
 * 64 MiB before V8 collects them.
 */
export async function* readChunks(
  file: FileHandle,
  onChunk: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return;
    const chunk = buffer.subarray(0, bytesRead);
    onChunk(chunk);
    yield chunk;
  }
}
