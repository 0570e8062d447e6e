import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { onDisk } from '../net/on-disk.ts';

/** Fewer trips to the thread pool than the 64 KiB that a connection gives at a time. */
const bufferBytes = 1 << 20;

/**
 * A new file that is written from beginning to end. Bytes are copied into one of two buffers: while the pool writes the
 * one, the other is filled and hashed, so that nothing waits for the disk and memory stays the same for any size.
 */
export class OutputFile {
  size = 0;
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #hash: Hash | undefined;
  #filling = Buffer.allocUnsafeSlow(bufferBytes);
  #spare = Buffer.allocUnsafeSlow(bufferBytes);
  #filled = 0;
  #written = 0;
  #writing: Promise<void> = Promise.resolve();
  #isOpen = true;

  private constructor(path: string, handle: FileHandle, hash: Hash | undefined) {
    this.path = path;
    this.#handle = handle;
    this.#hash = hash;
  }

  /** @throws ActionError, here as in every method, when the file cannot be written; here also when it exists. */
  static async create(path: string, options: { readonly hash: 'sha256' | 'none' }): Promise<OutputFile> {
    const hash = options.hash === 'sha256' ? createHash('sha256') : undefined;
    return new OutputFile(path, await onDisk(path, () => open(path, 'wx')), hash);
  }

  /** Takes a copy. An error of the disk shows at a later call, at {@link finish} at the latest. */
  async write(bytes: Buffer): Promise<void> {
    this.size += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.#filling, this.#filled, at);
      at += copied;
      this.#filled += copied;
      if (this.#filled === bufferBytes) await this.#flush();
    }
  }

  /** Returns once everything is on the disk. Lower-case hex of the content, where it was asked for. */
  async finish(): Promise<string | undefined> {
    await this.#flush();
    await this.#writing;
    await onDisk(this.path, () => this.#handle.datasync());
    await this.close();
    return this.#hash?.digest('hex');
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    // Its error was thrown already, or something worse was.
    await this.#writing.catch(() => undefined);
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    const bytes = this.#filling.subarray(0, this.#filled);
    await this.#writing;
    const position = this.#written;
    this.#writing = onDisk(this.path, () => this.#writeAll(bytes, position));
    // Awaited before the next one; until then a failure must not count as unhandled.
    this.#writing.catch(() => undefined);
    this.#hash?.update(bytes);
    this.#written += bytes.length;
    this.#filled = 0;
    [this.#filling, this.#spare] = [this.#spare, this.#filling];
  }

  /** A full disk may take a part of the bytes first, and fail at the next call. */
  async #writeAll(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
