import { createServer } from 'node:http';
import { ArtifactService, artifactRequest, jobId, runId, type StoredArtifact } from './artifact-service.ts';
import { BlobStore } from './blob-store.ts';
import { CacheService, cacheRequest } from './cache-service.ts';
import {
  type ExchangeContext,
  exchange,
  type HostHandler,
  type HostResponse,
  requestBody,
  serverOptions,
} from './http-exchange.ts';
import { type LoopbackServer, listenOnLoopback } from './loopback-server.ts';
import { TwirpError } from './twirp-error.ts';

/** The name of the service in the log of requests and in fault matches; its address is a loopback port. */
export const resultsHost = 'results-receiver.actions.githubusercontent.com';

export interface ResultsService extends LoopbackServer {
  readonly token: string;
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  /** As at the start of another run. */
  forgetArtifacts(): void;
}

/**
 * A stand-in for the service behind ACTIONS_RESULTS_URL: artifacts (v4 protocol) and caches (v2 protocol), as
 * @actions/artifact and @actions/cache speak to it. One run, one job, nothing expires.
 */
export async function startResultsService(folder: string, context: ExchangeContext): Promise<ResultsService> {
  const artifacts = new Map<string, StoredArtifact>();
  const scopes = Buffer.from(JSON.stringify({ scp: `Actions.Results:${runId}:${jobId}` })).toString(
    'base64url',
  );
  const token = `box.${scopes}.signature`;
  const handler = resultsHandler(new BlobStore(folder), artifacts, token);
  const server = createServer(serverOptions, (message, response) => {
    const { socket } = message;
    exchange(context, { host: resultsHost, handler, message, response, socket }).catch((error: unknown) => {
      // A client that hung up is no failure of the box.
      if (socket.destroyed) return;
      console.error(`The results service of the box failed on ${message.url}:`, error);
      socket.destroy();
    });
  });
  return { ...(await listenOnLoopback(server)), token, artifacts, forgetArtifacts: () => artifacts.clear() };
}

function resultsHandler(
  blobs: BlobStore,
  finalized: Map<string, StoredArtifact>,
  token: string,
): HostHandler {
  const artifacts = new ArtifactService(blobs, finalized);
  const caches = new CacheService(blobs);
  return async (request) => {
    const [, twirp, service, method = ''] = request.url.pathname.split('/');
    if (twirp !== 'twirp') return blobs.handle(request);
    try {
      if (request.headers.authorization !== `Bearer ${token}`) {
        throw new TwirpError(401, 'unauthenticated', 'the token of the run is missing or wrong');
      }
      const body: unknown = JSON.parse(String(await requestBody(request)));
      const base = `http://${request.headers.host}`;
      switch (service) {
        case 'github.actions.results.api.v1.ArtifactService':
          return json(200, artifacts.call(method, artifactRequest.parse(body), base));
        case 'github.actions.results.api.v1.CacheService':
          return json(200, caches.call(method, cacheRequest.parse(body), base));
        default:
          throw new TwirpError(404, 'bad_route', `no service ${service}`);
      }
    } catch (error) {
      if (!(error instanceof TwirpError)) throw error;
      return json(error.status, { code: error.code, msg: error.message });
    }
  };
}

function json(status: number, body: object): HostResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
