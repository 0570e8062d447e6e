import { createSecureContext } from 'node:tls';
import { Agent, type Dispatcher, Pool, ProxyAgent, request } from 'undici';
import { ActionError } from '../action-error.ts';
import type { Certificates } from './certificates.ts';
import { type Mirrors, mirrored, noMirrors } from './mirrors.ts';
import { printable } from './printable-url.ts';
import { basic, type ProxyRoute, proxyFor } from './proxy.ts';
import { type Hop, NetworkFailure, StatusFailure } from './transfer-failure.ts';

/** All in milliseconds. */
export interface Timeouts {
  /** To reach the host or the proxy. */
  readonly connect: number;
  /** Until the headers of the answer are there. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly body: number;
}

/** A successful answer. Its body must be read to the end or destroyed. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** Throws {@link NetworkFailure} when the body breaks off before the announced end. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** What a request brings along, when it is no GET. */
export interface Sending {
  readonly method: 'POST' | 'PATCH';
  readonly body: string;
}

export interface Transport {
  /** GET, at the mirror of the host if it has one; follows redirects. Throws {@link StatusFailure} or {@link NetworkFailure}. */
  open(url: URL, headers: Readonly<Record<string, string>>, sending?: Sending): Promise<Answer>;
  /** Where a URL is asked for in place of its host, if it is. */
  mirrorOf(url: URL): URL | undefined;
  /** HEAD, at the mirror as well; every answer is one, also an error of the host or a redirect. Throws {@link NetworkFailure}. */
  probe(url: URL): Promise<Pick<Answer, 'status' | 'header'>>;
  close(): Promise<void>;
}

const maxRedirects = 5;
const bodyStartBytes = 1024;

export function createTransport(options: {
  readonly proxyEnvironment: NodeJS.ProcessEnv;
  readonly certificates: Certificates | undefined;
  readonly userAgent: string;
  readonly timeouts: Timeouts;
  readonly mirrors?: Mirrors;
}): Transport {
  const { timeouts, userAgent, mirrors = noMirrors } = options;
  const dispatchers = createDispatchers(options.certificates, timeouts);

  async function send(
    hop: Hop,
    headers: Readonly<Record<string, string>>,
    sending?: Sending | { readonly method: 'HEAD' },
  ): Promise<Dispatcher.ResponseData> {
    const { username, password } = hop.url;
    const url = new URL(hop.url);
    url.username = '';
    url.password = '';
    const watchdog = new AbortController();
    const limit = timeouts.connect + timeouts.headers;
    const timer = setTimeout(() => watchdog.abort(silence(limit)), limit);
    try {
      return await request(url, {
        dispatcher: dispatchers.for(hop.proxy),
        ...sending,
        signal: watchdog.signal,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        headers: {
          'user-agent': userAgent,
          'accept-encoding': 'identity',
          ...headers,
          ...(username && { authorization: basic(username, password) }),
        },
      });
    } catch (cause) {
      throw new NetworkFailure(hop, cause);
    } finally {
      clearTimeout(timer);
    }
  }

  async function open(
    start: URL,
    given: Readonly<Record<string, string>>,
    sending?: Sending,
  ): Promise<Answer> {
    let url = start;
    let headers = given;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const mirror = mirrored(url, mirrors);
      const original = url;
      if (mirror !== undefined) url = mirror;
      const hop: Hop = {
        url,
        proxy: proxyFor(url, options.proxyEnvironment),
        ...(mirror && { original }),
      };
      // A token is for the host that it was given for, not for its mirror.
      const response = await send(hop, mirror ? withoutAuthorization(headers) : headers, sending);
      const location = firstValue(response.headers['location']);
      if (response.statusCode >= 300 && response.statusCode < 400 && location !== undefined) {
        await discard(response);
        url = redirectTarget(url, location);
        if (url.origin !== start.origin) headers = withoutAuthorization(given);
      } else if (response.statusCode >= 200 && response.statusCode < 300) {
        return answerOf(hop, response);
      } else {
        throw await statusFailure(hop, response);
      }
    }
    throw new ActionError(
      `${start.host} redirects more than ${maxRedirects} times. URL: ${printable(start)}`,
    );
  }

  async function probe(original: URL): Promise<Pick<Answer, 'status' | 'header'>> {
    const url = mirrored(original, mirrors) ?? original;
    const response = await send(
      { url, proxy: proxyFor(url, options.proxyEnvironment) },
      {},
      {
        method: 'HEAD',
      },
    );
    await discard(response);
    return { status: response.statusCode, header: (name) => firstValue(response.headers[name]) };
  }

  return { open, probe, mirrorOf: (url) => mirrored(url, mirrors), close: dispatchers.close };
}

/** One pool of connections per way out: direct, and each proxy. */
function createDispatchers(certificates: Certificates | undefined, timeouts: Timeouts) {
  const tls = {
    timeout: timeouts.connect,
    // Parsed once: as `ca`, hundreds of certificates would be parsed for every connection.
    ...(certificates && { secureContext: createSecureContext({ ca: certificates.pem }) }),
  };
  const direct = new Agent({ connect: tls });
  const proxies = new Map<string, ProxyAgent>();
  const throughProxy = (proxy: ProxyRoute): ProxyAgent => {
    const key = `${proxy.url.origin} ${proxy.authorization ?? ''}`;
    const agent =
      proxies.get(key) ??
      new ProxyAgent({
        uri: proxy.url.href,
        ...(proxy.authorization && { token: proxy.authorization }),
        requestTls: tls,
        proxyTls: tls,
        // Many proxies allow CONNECT to port 443 only.
        proxyTunnel: false,
        // The CONNECT request has no other limit than undici's five minutes.
        clientFactory: (origin, pool) => new Pool(origin, { ...pool, headersTimeout: timeouts.headers }),
      });
    proxies.set(key, agent);
    return agent;
  };
  return {
    for: (proxy: ProxyRoute | undefined): Dispatcher => (proxy ? throughProxy(proxy) : direct),
    close: async () => {
      await Promise.all([direct, ...proxies.values()].map((agent) => agent.destroy()));
    },
  };
}

/** A token is for the host that it was given for; storage hosts even refuse requests that bring one. */
function withoutAuthorization({ authorization: _, ...headers }: Readonly<Record<string, string>>) {
  return headers;
}

function silence(milliseconds: number): Error {
  return Object.assign(new Error(`no answer within ${milliseconds / 1000} s`), { code: 'ETIMEDOUT' });
}

function redirectTarget(from: URL, location: string): URL {
  const target = URL.parse(location, from.href);
  if (target === null || !/^https?:$/.test(target.protocol)) {
    throw new ActionError(
      `${from.host} redirects to something that is no web address. URL: ${printable(from)}`,
    );
  }
  if (from.protocol === 'https:' && target.protocol !== 'https:') {
    throw new ActionError(
      `${from.host} redirects to the unprotected address ${printable(target)}, which is refused.`,
      {
        why: 'A redirect from https to http would let anyone on the way change the file.',
      },
    );
  }
  return target;
}

function answerOf(hop: Hop, response: Dispatcher.ResponseData): Answer {
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of response.body) yield chunk;
    } catch (cause) {
      throw new NetworkFailure(hop, cause);
    }
  }
  return {
    status: response.statusCode,
    header: (name) => firstValue(response.headers[name]),
    chunks: { [Symbol.asyncIterator]: chunks },
  };
}

async function statusFailure(hop: Hop, response: Dispatcher.ResponseData): Promise<StatusFailure> {
  return new StatusFailure(hop, {
    status: response.statusCode,
    bodyStart: await startOf(response.body).catch(() => ''),
    retryAfterMs: retryAfterMs(firstValue(response.headers['retry-after'])),
  });
}

async function startOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= bodyStartBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bodyStartBytes).toString();
}

async function discard(response: Dispatcher.ResponseData): Promise<void> {
  await response.body.dump().catch(() => undefined);
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfterMs(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

function firstValue(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
