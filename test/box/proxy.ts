import { createServer, type IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { CertificateAuthority } from './certificates.ts';
import {
  type Exchange,
  type ExchangeContext,
  exchange,
  type HostHandler,
  serverOptions,
} from './http-exchange.ts';
import { type LoopbackServer, listenOnLoopback } from './loopback-server.ts';

/** A host that the proxy answers for. */
export interface ProxiedHost {
  readonly handler: HostHandler;
  /** Who signs what the client sees: the proxy itself, or somebody public where the proxy only tunnels. */
  readonly authority: CertificateAuthority;
}

/**
 * A forward proxy (RFC 9110, 9.3.6) that answers for the hosts itself: it takes CONNECT and http:// requests, ends
 * TLS in this process, and refuses every other host with 502.
 */
export function startProxy(
  hosts: ReadonlyMap<string, ProxiedHost>,
  unknownHosts: Set<string>,
  context: ExchangeContext,
): Promise<LoopbackServer> {
  const tunnels = new WeakMap<Socket, Pick<Exchange, 'host' | 'handler' | 'socket'>>();
  const refuse = (method: string, name: string, path: string) => {
    unknownHosts.add(name);
    context.requests.push({ method, host: name, path, status: 502, userAgent: undefined });
  };
  const serve = (request: Exchange) => {
    exchange(context, request).catch((error: unknown) => {
      // A client that hung up is no failure of the box.
      if (request.socket.destroyed) return;
      console.error(`The box failed on ${request.host}${request.message.url}:`, error);
      request.socket.destroy();
    });
  };

  // Never listens: it is fed with the decrypted side of each tunnel.
  const origin = new Server(serverOptions, (message, response) => {
    const tunnel = tunnels.get(message.socket);
    if (tunnel) serve({ ...tunnel, message, response });
  });

  const proxy = createServer(serverOptions, (message, response) => {
    const url = URL.parse(message.url ?? '');
    const known = url?.protocol === 'http:' ? hosts.get(url.host) : undefined;
    if (url && known) {
      message.url = `${url.pathname}${url.search}`;
      serve({ host: url.host, handler: known.handler, message, response, socket: message.socket });
    } else {
      refuse(message.method ?? 'GET', url?.host ?? 'proxy', message.url ?? '');
      response.writeHead(502).end('The box does not serve this host.\n');
    }
  });
  proxy.on('connect', (request: IncomingMessage, raw: Socket, head: Buffer) => {
    const host = (request.url ?? '').replace(/:443$/, '');
    const known = hosts.get(host);
    raw.on('error', () => raw.destroy());
    if (!known) {
      refuse('CONNECT', host, '');
      raw.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const open = (secureContext: SecureContext) => {
      raw.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) raw.unshift(head);
      const tunnel = new TLSSocket(raw, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
      // A client that does not trust the certificate breaks off here, which is its right.
      tunnel.on('error', () => tunnel.destroy());
      tunnels.set(tunnel, { host, handler: known.handler, socket: raw });
      origin.emit('connection', tunnel);
    };
    known.authority.secureContext(host).then(open, () => raw.destroy());
  });

  return listenOnLoopback(proxy);
}
