import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CertificateAuthority } from './certificates.ts';
import { type ExchangeContext, exchange, type HostHandler } from './http-exchange.ts';

/** A host that the proxy answers for. */
export interface ProxiedHost {
  readonly handler: HostHandler;
  /** Who signs what the client sees: the proxy itself, or somebody public where the proxy only tunnels. */
  readonly authority: CertificateAuthority;
}

export interface ForwardProxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A forward proxy (RFC 9110, 9.3.6) that answers for the hosts itself: it takes CONNECT and http:// requests, ends
 * TLS in this process, and refuses every other host with 502.
 */
export async function startProxy(
  hosts: ReadonlyMap<string, ProxiedHost>,
  unknownHosts: Set<string>,
  context: ExchangeContext,
): Promise<ForwardProxy> {
  const sockets = new Set<Socket>();
  const tunnels = new WeakMap<
    Socket,
    { readonly name: string; readonly host: ProxiedHost; readonly raw: Socket }
  >();
  const refuse = (method: string, name: string, path: string) => {
    unknownHosts.add(name);
    context.requests.push({ method, host: name, path, status: 502, userAgent: undefined });
  };
  const serve = (
    name: string,
    { handler }: ProxiedHost,
    raw: Socket,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    exchange(context, name, handler, request, response, raw).catch((error: unknown) => {
      console.error(`The box failed on ${request.method} ${name}${request.url}:`, error);
      raw.destroy();
    });
  };

  // Never listens: it is fed with the decrypted side of each tunnel.
  const origin = new Server((request, response) => {
    const tunnel = tunnels.get(request.socket);
    if (tunnel) serve(tunnel.name, tunnel.host, tunnel.raw, request, response);
  });

  const proxy = createServer((request, response) => {
    const url = URL.parse(request.url ?? '');
    const host = url?.protocol === 'http:' ? hosts.get(url.host) : undefined;
    if (url && host) {
      request.url = `${url.pathname}${url.search}`;
      serve(url.host, host, request.socket, request, response);
    } else {
      refuse(request.method ?? 'GET', url?.host ?? 'proxy', request.url ?? '');
      response.writeHead(502).end('The box does not serve this host.\n');
    }
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request: IncomingMessage, raw: Socket, head: Buffer) => {
    const target = request.url ?? '';
    const name = target.replace(/:443$/, '');
    const host = hosts.get(name);
    raw.on('error', () => raw.destroy());
    if (!host) {
      refuse('CONNECT', name, '');
      raw.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    host.authority.secureContext(name).then(
      (secureContext) => {
        raw.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        if (head.length > 0) raw.unshift(head);
        const tunnel = new TLSSocket(raw, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
        // A client that does not trust the certificate breaks off here, which is its right.
        tunnel.on('error', () => tunnel.destroy());
        tunnels.set(tunnel, { name, host, raw });
        origin.emit('connection', tunnel);
      },
      () => raw.destroy(),
    );
  });

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
