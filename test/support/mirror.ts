import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Box } from '../box/box.ts';

/** A mirror on loopback: `/<host>/<path>` is what the host of the box has at that path. */
export interface MirrorServer extends AsyncDisposable {
  /** A line of the input `mirrors`. */
  line(host: string): string;
  /** Its address of a host, with user name and password if it wants them. */
  address(host: string): string;
  /** Method and path of each request. */
  readonly requests: readonly string[];
  /** How many requests carried a password. */
  readonly authorized: number;
}

/** A user name and password that the mirror wants; the password has a character that a URL must encode. */
export const mirrorPassword = 'm1rror-pass/word';
const userInfo = `robot:${encodeURIComponent(mirrorPassword)}`;
const authorization = `Basic ${Buffer.from(`robot:${mirrorPassword}`).toString('base64')}`;

/** What makes a step unable to reach any host but loopback. */
export const offline = { https_proxy: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1' } as const;

export async function startMirror(
  box: Pick<Box, 'proxyUrl'>,
  { isOpen = false } = {},
): Promise<MirrorServer> {
  const requests: string[] = [];
  let authorized = 0;
  const proxy = new URL(box.proxyUrl);
  const server = createServer((incoming, outgoing) => {
    if (incoming.headers.authorization !== undefined) authorized += 1;
    if (!isOpen && incoming.headers.authorization !== authorization) {
      // git sends the password only after it was asked for it.
      outgoing.writeHead(401, { 'www-authenticate': 'Basic realm="mirror"' }).end();
      return;
    }
    requests.push(`${incoming.method} ${incoming.url}`);
    const [, host = '', path = '/'] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
    const { authorization: _, ...headers } = incoming.headers;
    const forwarded = request({
      host: proxy.hostname,
      port: proxy.port,
      method: incoming.method,
      path: `http://${host}${path}`,
      headers: { ...headers, host },
    });
    forwarded.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = (host: string) => `http://${isOpen ? '' : `${userInfo}@`}127.0.0.1:${port}/${host}`;
  return {
    line: (host) => `${host}=${address(host)}`,
    address,
    requests,
    get authorized() {
      return authorized;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
