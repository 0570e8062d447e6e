import { availableParallelism } from 'node:os';
import { PassThrough } from 'node:stream';
import { ActionError, errorMessage } from '../action-error.ts';
import { BrokenImageError, layoutBytes } from '../image/disk-layout.ts';
import { inspectOvaStream, type OvaContents } from '../image/inspect-ova.ts';
import { ParallelGzip } from './gzip-writer.ts';
import { BrokenLz4Error, Lz4FrameDecoder } from './lz4/frame.ts';
import type { OutputFile } from './output-file.ts';

/** What becomes of the bytes on their way: nothing, or LZ4 is taken off and gzip or nothing put on. */
export type Conversion =
  | { readonly kind: 'keep' }
  | { readonly kind: 'ova' }
  | { readonly kind: 'gzip'; readonly level: number }
  | { readonly kind: 'raw' };

/** What was seen of an image while it passed by: an OVA, or what is wrong with it; a disk; or nothing of a `keep`. */
export type Inside =
  | { readonly kind: 'ova'; readonly ova: OvaContents | BrokenImageError }
  | { readonly kind: 'disk'; readonly disk: DecodedDisk }
  | undefined;

/** The disk that came out of LZ4. */
export interface DecodedDisk {
  /** As much as a partition table needs. */
  readonly head: Buffer;
  readonly size: number;
}

/** Takes an image chunk by chunk. */
export interface Converter {
  push(chunk: Buffer): Promise<void>;
  /** Called only when what was pushed is what was signed. */
  end(): Promise<Inside>;
}

/** Far above any image; what is not verified yet must not fill the disk. */
const maxDiskBytes = 64 * 2 ** 30;

export function createConverter(conversion: Conversion, output: OutputFile): Converter {
  const write = (bytes: Buffer) => output.write(bytes);
  switch (conversion.kind) {
    case 'keep':
      return { push: write, end: async () => undefined };
    case 'ova':
      return ovaConverter(write);
    case 'raw':
      return diskConverter({ push: write, end: async () => {} });
    case 'gzip':
      // Enough for the pool to have something to do while this thread decodes.
      return diskConverter(
        new ParallelGzip({ level: conversion.level, write, parallel: availableParallelism() + 1 }),
      );
  }
}

/** Looks into the OVA in the same pass: a second one would read and hash all of it again. */
function ovaConverter(write: (bytes: Buffer) => Promise<void>): Converter {
  const passing = new PassThrough({ objectMode: true });
  const inspection = inspectOvaStream(passing, 'closed').catch((error: unknown) => {
    if (error instanceof BrokenImageError) return error;
    throw error;
  });
  // Awaited at the end; until then a failure must not count as unhandled.
  inspection.catch(() => undefined);
  return {
    async push(chunk) {
      await write(chunk);
      // The inspection closes what it does not want to read on.
      if (passing.destroyed || passing.write(chunk)) return;
      await Promise.race([new Promise((resolve) => passing.once('drain', resolve)), inspection]);
    },
    async end() {
      if (!passing.destroyed) passing.end();
      return { kind: 'ova', ova: await inspection };
    },
  };
}

/**
 * Whether a broken frame is a damaged download or a bad file only the digest tells, so that decoding stops there and the
 * download goes on.
 */
function diskConverter(next: { push(bytes: Buffer): Promise<void>; end(): Promise<void> }): Converter {
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
      return { kind: 'disk', disk: { head: Buffer.concat(head), size } };
    },
  };
}
