import { ActionError } from '../action-error.ts';
import type { Certificates } from './certificates.ts';
import { type DownloadOptions, type DownloadResult, downloadFile } from './download.ts';
import type { Mirrors } from './mirrors.ts';
import { placeOf, printable } from './printable-url.ts';
import { readAtMost } from './read-at-most.ts';
import { type Retries, type RetryNotice, type RetryPolicy, withRetries } from './retry.ts';
import { NetworkFailure, transferError } from './transfer-failure.ts';
import { createTransport, type Sending, type Timeouts } from './transport.ts';

export type { DownloadOptions, DownloadProgress, DownloadResult } from './download.ts';
export type { RetryNotice, RetryPolicy } from './retry.ts';
export { HttpStatusError } from './transfer-failure.ts';
export type { Timeouts } from './transport.ts';

export interface HttpClientOptions {
  /** Where `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` are looked up, in either case. */
  readonly proxyEnvironment: NodeJS.ProcessEnv;
  /** Default: the roots of Node.js. */
  readonly certificates?: Certificates;
  readonly userAgent: string;
  /** Asked in place of hosts. */
  readonly mirrors?: Mirrors;
  readonly timeouts?: Partial<Timeouts>;
  readonly retry?: Partial<RetryPolicy>;
  readonly onRetry?: (notice: RetryNotice) => void;
}

export interface GetTextOptions {
  /** What is fetched, as a sentence begins: `The release manifest`. */
  readonly what: string;
  readonly maxBytes: number;
  /** The `Accept` header. */
  readonly accept?: string;
  /** The `Authorization` header; a redirect to another origin does not take it along. */
  readonly authorization?: string;
}

export interface SendJsonOptions extends GetTextOptions {
  /** A POST is sent once: nobody knows what the first has done when its answer is lost. */
  readonly method: 'POST' | 'PATCH';
  readonly body: object;
}

export interface HttpClient {
  /**
   * The body of a GET.
   *
   * @throws HttpStatusError when the host answers with an error; ActionError when it cannot be reached, or the body
   * is too large.
   */
  getBytes(url: string, options: GetTextOptions): Promise<Buffer>;
  /**
   * The body of a GET, decoded as UTF-8.
   *
   * @throws HttpStatusError when the host answers with an error; ActionError when it cannot be reached, the body
   * is too large, or not UTF-8.
   */
  getText(url: string, options: GetTextOptions): Promise<string>;
  /**
   * Sends a JSON body; the body of the answer, decoded as UTF-8. Throws as {@link getText} does.
   */
  sendJson(url: string, options: SendJsonOptions): Promise<string>;
  /**
   * Puts a file at `destination`. It appears there, complete and with the given digest, or not at all.
   *
   * @throws HttpStatusError, ActionError
   */
  download(url: string, destination: string, options: DownloadOptions): Promise<DownloadResult>;
  /** Where a URL is asked for in place of its host, if it is. */
  mirrorOf(url: string): string | undefined;
  /**
   * Asks a host by HEAD, once. Every answer is one, also an error status.
   *
   * @throws ActionError when the host, or the proxy on the way, cannot be reached
   */
  probe(url: string): Promise<{ readonly status: number; readonly date: Date | undefined }>;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

const defaultTimeouts: Timeouts = { connect: 10_000, headers: 30_000, body: 30_000 };
const defaultRetry: RetryPolicy = { attempts: 4, baseDelayMs: 1_000, maxDelayMs: 30_000 };

/** An HTTP client for jobs: bounded in time and size, patient with flaky networks, clear about why it gave up. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const transport = createTransport({
    proxyEnvironment: options.proxyEnvironment,
    certificates: options.certificates,
    userAgent: options.userAgent,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    ...(options.mirrors && { mirrors: options.mirrors }),
  });
  const policy = { ...defaultRetry, ...options.retry };
  const retriesFor = (what: string): Retries => ({ policy, what, onRetry: options.onRetry });

  const place = (url: URL) => placeOf(url, transport.mirrorOf(url));

  async function getBytes(
    address: string,
    options: GetTextOptions,
    sending?: Sending,
    retries = retriesFor(options.what),
  ): Promise<Buffer> {
    const { what, maxBytes, accept, authorization } = options;
    const url = webAddress(address, what);
    const headers = {
      ...(accept && { accept }),
      ...(authorization && { authorization }),
      ...(sending && { 'content-type': 'application/json' }),
    };
    return withRetries(retries, async () => {
      const answer = await transport.open(url, headers, sending);
      return readAtMost(answer.chunks, maxBytes, `${what} at ${place(url)}`);
    });
  }

  async function getText(
    address: string,
    options: GetTextOptions,
    sending?: Sending,
    retries?: Retries,
  ): Promise<string> {
    const body = await getBytes(address, options, sending, retries);
    return decodeUtf8(body, `${options.what} at ${place(webAddress(address, options.what))}`);
  }

  function sendJson(address: string, options: SendJsonOptions): Promise<string> {
    const { what, method, body } = options;
    const retries = retriesFor(what);
    const once = { ...retries, policy: { ...policy, attempts: 1 } };
    const sending = { method, body: JSON.stringify(body) };
    return getText(address, options, sending, method === 'POST' ? once : retries);
  }

  async function probe(address: string) {
    const url = webAddress(address, 'A host');
    try {
      const { status, header } = await transport.probe(url);
      const date = new Date(header('date') ?? Number.NaN);
      return { status, date: Number.isNaN(date.getTime()) ? undefined : date };
    } catch (error) {
      throw error instanceof NetworkFailure ? transferError(error, url.host, 1) : error;
    }
  }

  return {
    getBytes: (address, options) => getBytes(address, options),
    getText: (address, options) => getText(address, options),
    sendJson,
    probe,
    download: (address, destination, details) =>
      downloadFile(transport, webAddress(address, details.what), destination, {
        ...details,
        retries: retriesFor(details.what),
      }),
    mirrorOf(address) {
      const url = URL.parse(address);
      return url === null ? undefined : transport.mirrorOf(url)?.href;
    },
    close: transport.close,
  };
}

function webAddress(text: string, what: string): URL {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new ActionError(
    `${what} has no web address: "${url === null ? text : printable(url)}" is not an https URL.`,
  );
}

function decodeUtf8(body: Buffer, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new ActionError(`${what} is not text in UTF-8.`, {
      why: 'Something else than the wanted file is being served, or it arrived compressed.',
      cause,
    });
  }
}
