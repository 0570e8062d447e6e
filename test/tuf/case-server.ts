import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BuiltRepository } from '../box/tuf-repository.ts';
import type { Answer, TufCase } from './case.ts';

export interface CaseServer extends AsyncDisposable {
  readonly metadataUrl: string;
  readonly targetsUrl: string;
  /** Paths, in the order in which they were asked for. */
  readonly asked: readonly string[];
}

/** Serves the metadata of a repository at /metadata/ and its targets at /targets/, but for what the case changes. */
export async function serveCase(tufCase: TufCase, built: BuiltRepository): Promise<CaseServer> {
  const odd = new Map(
    Object.entries(tufCase.serve?.(built) ?? {}).map(([path, answer]) => [path, [answer].flat()] as const),
  );
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    asked.push(path);
    const queue = odd.get(path) ?? [];
    const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? 'file';
    const [, folder = '', name = ''] = /^(metadata|targets)\/(.*)$/.exec(path) ?? [];
    const files = folder === 'metadata' ? built.metadata : built.targets;
    reply(answer, files.get(name) ?? files.get(decodeURIComponent(name)), request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    metadataUrl: `${base}/metadata/`,
    targetsUrl: `${base}/targets/`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A host of AWS answers 403 where it has no file. */
function reply(
  answer: Answer,
  file: Buffer | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (answer === 'reset') request.socket.resetAndDestroy();
  else if (typeof answer === 'number') response.writeHead(answer).end('<Error/>');
  else if (Buffer.isBuffer(answer)) response.end(answer);
  else if (answer === 'file') response.writeHead(file ? 200 : 403).end(file ?? '<Error/>');
  else answer(request, response, file ?? Buffer.alloc(0));
}
