import { printable } from '../net/printable-url.ts';
import { readAtMost } from '../net/read-at-most.ts';
import { type RetryNotice, type RetryPolicy, withRetries } from '../net/retry.ts';
import { NetworkFailure, StatusFailure } from '../net/transfer-failure.ts';
import type { Answer, Transport } from '../net/transport.ts';

/** Where metadata and images come from. */
export interface RemoteFiles {
  /** The bytes of a small file; `undefined` when the host says that there is none (403, 404 or 410). */
  read(url: URL, options: { readonly what: string; readonly maxBytes: number }): Promise<Buffer | undefined>;
  /**
   * Hands the bytes of a large file over in order, each once, and goes on where a broken transfer stopped. `take` is
   * awaited. What arrives may be a mixture of two versions: only a digest tells.
   */
  stream(
    url: URL,
    options: { readonly what: string; readonly size: number },
    take: (chunk: Buffer) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

const defaultPolicy: RetryPolicy = { attempts: 5, baseDelayMs: 1_000, maxDelayMs: 30_000 };

export function createRemoteFiles(options: {
  readonly transport: Transport;
  /** Ends every transfer: at once where bytes flow, and before the next try. */
  readonly signal?: AbortSignal;
  readonly policy?: Partial<RetryPolicy>;
  readonly onRetry?: (notice: RetryNotice) => void;
}): RemoteFiles {
  const { transport, onRetry, signal } = options;
  signal?.addEventListener('abort', () => void transport.close(), { once: true });
  const policy = { ...defaultPolicy, ...options.policy };
  return {
    read: (url, { what, maxBytes }) =>
      withRetries({ policy, what, onRetry }, async () => {
        signal?.throwIfAborted();
        const answer = await transport.open(url, {}).catch((error: unknown) => {
          if (error instanceof StatusFailure && [403, 404, 410].includes(error.status)) return undefined;
          throw error;
        });
        return answer && readAtMost(answer.chunks, maxBytes, `${what} at ${printable(url)}`);
      }),
    stream: async (url, { what, size }, take) => {
      let received = 0;
      let validator: string | undefined;
      await withRetries({ policy, what, onRetry, progress: () => received }, async () => {
        signal?.throwIfAborted();
        const answer = await openAt(transport, url, received, validator);
        validator ??= validatorOf(answer);
        let skip: number | undefined;
        for await (const chunk of answer.chunks) {
          // In here, so that a refusal ends the body, too.
          skip ??= received - startOf(answer, url, received);
          const fresh = chunk.subarray(Math.min(skip, chunk.length));
          skip -= chunk.length - fresh.length;
          if (fresh.length === 0) continue;
          await take(fresh);
          received += fresh.length;
          if (received > size) return;
        }
        // A host that announces no length can end early without a word.
        if (received < size) throw endedEarly(url, received, size);
      });
    },
    close: transport.close,
  };
}

/** Asks for the rest. A host that has another version by now, or knows no ranges, sends all of it again. */
function openAt(
  transport: Transport,
  url: URL,
  received: number,
  validator: string | undefined,
): Promise<Answer> {
  if (received === 0) return transport.open(url, {});
  const range = { range: `bytes=${received}-`, ...(validator && { 'if-range': validator }) };
  return transport.open(url, range).catch((error: unknown) => {
    // The file on the host is shorter than what is here; all of it again shows what it is.
    if (error instanceof StatusFailure && error.status === 416) return transport.open(url, {});
    throw error;
  });
}

/** RFC 9110 §14.4: the first position of `bytes 1000-1999/5000`. An earlier one than asked for can be passed over. */
function startOf(answer: Answer, url: URL, received: number): number {
  if (answer.status !== 206) return 0;
  const range = answer.header('content-range') ?? '';
  const start = Number(/^bytes (\d+)-/.exec(range)?.[1] ?? Number.NaN);
  if (start <= received) return start;
  const reason = `the host sent "${range}" when asked to go on at byte ${received}`;
  throw new NetworkFailure({ url, proxy: undefined }, new Error(reason));
}

/** A strong `ETag` or a `Last-Modified`, as `If-Range` takes it (RFC 9110 §13.1.5). */
function validatorOf(answer: Answer): string | undefined {
  const etag = answer.header('etag');
  return etag !== undefined && !etag.startsWith('W/') ? etag : answer.header('last-modified');
}

function endedEarly(url: URL, received: number, size: number): NetworkFailure {
  return new NetworkFailure(
    { url, proxy: undefined },
    new Error(`the transfer ended after ${received} of ${size} bytes`),
  );
}
