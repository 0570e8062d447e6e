import { ActionError, type ErrorDetails, errorMessage } from '../action-error.ts';
import { placeOf, printable } from './printable-url.ts';
import type { ProxyRoute } from './proxy.ts';

/** One request of a transfer: where it went and by which way. */
export interface Hop {
  readonly url: URL;
  readonly proxy: ProxyRoute | undefined;
  /** What the URL is a mirror's copy of. */
  readonly original?: URL;
}

/** The host answered, and the answer is an error. */
export class StatusFailure extends Error {
  readonly hop: Hop;
  readonly status: number;
  readonly bodyStart: string;
  readonly retryAfterMs: number | undefined;

  constructor(hop: Hop, answer: { status: number; bodyStart: string; retryAfterMs: number | undefined }) {
    super(`HTTP status ${answer.status}`);
    this.hop = hop;
    this.status = answer.status;
    this.bodyStart = answer.bodyStart;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

/** The host could not be reached, or the connection broke. */
export class NetworkFailure extends Error {
  readonly hop: Hop;
  readonly code: string;

  constructor(hop: Hop, cause: unknown) {
    super(errorMessage(cause), { cause });
    this.hop = hop;
    this.code = (cause as NodeJS.ErrnoException).code ?? '';
  }
}

/** A host answered with a status that is no success; callers that expect one explain what it means there. */
export class HttpStatusError extends ActionError {
  readonly status: number;
  /** The first kilobyte of the body. */
  readonly bodyStart: string;

  constructor(
    headline: string,
    details: ErrorDetails & { readonly status: number; readonly bodyStart: string },
  ) {
    super(headline, details);
    this.status = details.status;
    this.bodyStart = details.bodyStart;
  }
}

/** Whether the same request may well succeed in a moment. */
export function isTransient(error: unknown): boolean {
  if (error instanceof StatusFailure) {
    return error.status === 408 || error.status === 429 || error.status >= 500;
  }
  if (!(error instanceof NetworkFailure)) return false;
  const tunnel = tunnelStatus(error);
  return tunnel === undefined ? !isCertificateProblem(error.code) : tunnel >= 500;
}

/** The error that ends a transfer, in words. */
export function transferError(
  failure: StatusFailure | NetworkFailure,
  what: string,
  attempts: number,
): ActionError {
  const { url, original } = failure.hop;
  const tries = attempts === 1 ? '' : `, ${attempts} times in a row`;
  const headline = `${what} could not be downloaded: ${summary(failure)}${tries}. URL: ${original ? placeOf(original, url) : printable(url)}`;
  if (failure instanceof StatusFailure) {
    const { status, bodyStart } = failure;
    return new HttpStatusError(headline, { ...statusAdvice(failure), status, bodyStart, cause: failure });
  }
  return new ActionError(headline, { ...networkAdvice(failure), cause: failure });
}

function summary(failure: StatusFailure | NetworkFailure): string {
  const { url, proxy, original } = failure.hop;
  const host = original ? `the mirror ${url.host} of ${original.host}` : url.host;
  if (failure instanceof StatusFailure) return `${host} answered with HTTP status ${failure.status}`;
  const tunnel = tunnelStatus(failure);
  if (tunnel !== undefined && proxy)
    return `the proxy ${proxy.url.origin} answered with HTTP status ${tunnel} for ${host}`;
  const via = proxy ? ` through the proxy ${proxy.url.origin}` : '';
  return `${host}${via}: ${systemError(failure)}`;
}

function systemError(failure: NetworkFailure): string {
  const { code, cause } = failure;
  // Node.js adds advice about its own flags behind a semicolon; an action has no use for it.
  const text =
    cause instanceof AggregateError
      ? cause.errors.map(errorMessage).join('; ')
      : failure.message.replace(/; .*--use-system-ca.*$/s, '');
  return code === '' || text.includes(code) ? text : `${text} (${code})`;
}

function statusAdvice({ hop, status, bodyStart }: StatusFailure): ErrorDetails {
  if (status === 407) return proxyCredentials(hop.proxy);
  if (hop.original && status < 500 && status !== 429) return mirrorAdvice(hop, status);
  if ((status === 403 || status === 404) && looksLikeS3Error(bodyStart)) {
    return {
      why: 'S3 and its CDN answer so when there is no such object: the URL is wrong, or the file was never published.',
      fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
    };
  }
  if (status === 401 || status === 403) {
    return {
      why: 'The host, or a proxy on the way, does not allow this request.',
      fix: `Ask with \`curl -I\` who refuses. ${proxyAdvice(hop)}`,
    };
  }
  if (status === 404) {
    return {
      why: 'The host has no such file.',
      fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
    };
  }
  if (status === 429)
    return {
      why: 'The host limits how often it may be asked.',
      fix: 'Run fewer jobs at a time, or try again later.',
    };
  if (status >= 500)
    return { why: 'The host, or a proxy on the way, has a problem of its own.', fix: 'Try again later.' };
  return {};
}

function mirrorAdvice({ url, original }: Hop, status: number): ErrorDetails {
  if (status === 401 || status === 403)
    return {
      why: `The mirror ${url.host} does not allow this request, or has no such file.`,
      fix: 'Check the address in `mirrors` and the user name and password in it.',
    };
  return {
    why: `The mirror ${url.host} does not have this file of ${original?.host}.`,
    fix: 'Check the path of the address in `mirrors`, and whether the mirror is up to date.',
  };
}

function networkAdvice(failure: NetworkFailure): ErrorDetails {
  const { hop, code } = failure;
  const tunnel = tunnelStatus(failure);
  if (tunnel === 407) return proxyCredentials(hop.proxy);
  if (isCertificateProblem(code)) return certificateAdvice(code);
  if (tunnel !== undefined)
    return { why: 'The proxy cannot reach this host, or does not let it through.', fix: proxyAdvice(hop) };
  return { why: networkReason(hop, code), fix: proxyAdvice(hop) };
}

function networkReason({ url, proxy }: Hop, code: string): string {
  const peer = proxy ? `the proxy ${proxy.url.host}` : url.host;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The name server does not know ${proxy?.url.hostname ?? url.hostname}.`;
  if (code === 'ECONNREFUSED') return `Nothing listens at ${peer}.`;
  if (/TIMEOUT|TIMEDOUT/.test(code)) return `${peer} does not answer; a firewall may drop the packets.`;
  return `The connection to ${peer} broke.`;
}

function certificateAdvice(code: string): ErrorDetails {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      why: 'The certificate is not valid at the time that the clock of the runner shows.',
      fix: 'Check the clock of the runner, then the certificate of the host.',
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'UND_ERR_PRX_TLS') {
    return {
      why: 'The certificate is for another host name.',
      fix: 'Check the URL and what the name resolves to.',
    };
  }
  return {
    why: 'The certificate was issued by an authority that the runner does not know, as TLS-inspecting proxies do.',
    fix: 'Save the certificate of that authority as PEM and name the file in `ca-bundle`.',
  };
}

function proxyCredentials(proxy: ProxyRoute | undefined): ErrorDetails {
  return {
    why: proxy?.authorization
      ? 'The proxy does not accept the user name and password.'
      : 'The proxy asks for a user name and password.',
    fix: `Set \`${proxy?.variable ?? 'https_proxy'}\` to \`http://user:password@host:port\`, special characters percent-encoded.`,
  };
}

function proxyAdvice({ url, proxy }: Hop): string {
  return proxy
    ? `Check that the proxy in \`${proxy.variable}\` is right and lets ${url.hostname} through, or add ${url.hostname} to \`no_proxy\` if it can be reached directly.`
    : `Check that this runner can reach ${url.host}; if it needs a proxy, set \`${url.protocol.slice(0, -1)}_proxy\` and look whether \`no_proxy\` exempts the host.`;
}

function looksLikeS3Error(body: string): boolean {
  return body.trimStart().startsWith('<?xml') && body.includes('<Error>');
}

/** undici tells the status of a refused CONNECT in the message only. */
function tunnelStatus(failure: NetworkFailure): number | undefined {
  const [, status] = /^Proxy response \((\d{3})\)/.exec(failure.message) ?? [];
  return status === undefined ? undefined : Number(status);
}

function isCertificateProblem(code: string): boolean {
  return /CERT|UNABLE_TO_|SELF_SIGNED|UND_ERR_PRX_TLS/.test(code);
}
