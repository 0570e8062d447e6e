import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createRemoteFiles } from '../../../src/bottlerocket/remote-files.ts';
import { openRepository, type TufRepository } from '../../../src/bottlerocket/tuf/repository.ts';
import { walkRoots } from '../../../src/bottlerocket/tuf/root-chain.ts';
import { createTransport } from '../../../src/net/transport.ts';
import type { BuiltRepository } from '../../box/tuf-repository.ts';
import { serve } from '../net/loopback-server.ts';

/** An answer other than the file: a status, or bytes. */
export type Odd = number | Buffer | 'reset';

export interface ClientOptions {
  /** Version of the root that is trusted from the start. Default 1. */
  readonly anchor?: number;
  /** By file name; several are given one after the other, the last for good. */
  readonly odd?: Readonly<Record<string, Odd | readonly Odd[]>>;
  readonly expired?: 'allow' | 'refuse';
  readonly now?: Date;
}

/** Files from loopback with impatient retries. */
export function testFiles() {
  const transport = createTransport({
    proxyEnvironment: {},
    certificates: undefined,
    userAgent: 'unit-test',
    timeouts: { connect: 1000, headers: 1000, body: 1000 },
  });
  return createRemoteFiles({ transport, policy: { attempts: 3, baseDelayMs: 2, maxDelayMs: 10 } });
}

/** Serves a repository from a real HTTP server and reads it as the action does. */
export async function readRepository(
  t: TestContext,
  built: BuiltRepository,
  options: ClientOptions = {},
): Promise<TufRepository & { readonly asked: readonly string[] }> {
  const odd = new Map(Object.entries(options.odd ?? {}).map(([name, value]) => [name, [value].flat()]));
  const server = await serve(t, (request, response) => {
    const name = (request.url ?? '').slice(1);
    const queue = odd.get(name);
    const special =
      queue === undefined || queue.length === 0 ? undefined : queue.length > 1 ? queue.shift() : queue[0];
    const answer = special ?? built.metadata.get(name) ?? 403;
    if (answer === 'reset') request.socket.resetAndDestroy();
    else if (typeof answer === 'number') response.writeHead(answer).end('<Error/>');
    else response.end(answer);
  });
  const scratch = mkdtempSync(join(tmpdir(), 'tuf-test-'));
  const files = testFiles();
  t.after(async () => {
    rmSync(scratch, { recursive: true, force: true });
    await files.close();
  });
  const anchor = built.metadata.get(`${options.anchor ?? 1}.root.json`);
  if (anchor === undefined) throw new RangeError('no such anchor');
  const common = { metadataUrl: new URL(`${server.url}/`), files, scratch };
  const { chain } = await walkRoots({ ...common, trustedRoots: [anchor] });
  const repository = await openRepository({
    ...common,
    trustedRoots: chain,
    now: options.now ?? new Date(),
    expired: options.expired ?? 'refuse',
  });
  return { ...repository, asked: server.requests.map(({ url }) => (url ?? '').slice(1)) };
}
