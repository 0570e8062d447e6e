import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { z } from 'zod';
import { BlobStore } from './blob-store.ts';
import {
  type ExchangeContext,
  exchange,
  type HostRequest,
  type HostResponse,
  requestBody,
} from './http-exchange.ts';

/** The name of the service in the log of requests and in fault matches; its address is a loopback port. */
export const resultsHost = 'results-receiver.actions.githubusercontent.com';

/** An artifact that a run has uploaded and finalized. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** The file with its bytes: the upload itself, a zip or not. */
  readonly path: string;
  readonly size: number;
  /** `sha256:` and lower-case hex, computed from the bytes. */
  readonly digest: string;
  readonly mimeType?: string;
}

export interface ResultsService {
  readonly url: string;
  readonly token: string;
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  close(): Promise<void>;
}

const artifactRequest = z.object({
  name: z.string().optional(),
  name_filter: z.string().optional(),
  id_filter: z.string().optional(),
  mime_type: z.string().optional(),
  size: z.coerce.number().optional(),
  hash: z.string().optional(),
});
type ArtifactRequest = z.infer<typeof artifactRequest>;

const cacheRequest = z.object({
  key: z.string(),
  version: z.string(),
  restore_keys: z.array(z.string()).optional(),
  size_bytes: z.coerce.number().optional(),
});
type CacheRequest = z.infer<typeof cacheRequest>;

interface Upload {
  readonly location: string;
  readonly mimeType: string | undefined;
}

const runId = '5f7a1c9e-box-run';
const jobId = '8d2b4e6f-box-job';

/** An error in the form of the Twirp wire protocol, version 7. */
class TwirpError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * A stand-in for the service behind ACTIONS_RESULTS_URL: artifacts (v4 protocol) and caches (v2 protocol), as
 * @actions/artifact and @actions/cache speak to it. One run, one job, nothing expires.
 */
export async function startResultsService(folder: string, context: ExchangeContext): Promise<ResultsService> {
  const blobs = new BlobStore(folder);
  const artifacts = new ArtifactService(blobs);
  const caches = new CacheService(blobs);
  const scopes = Buffer.from(JSON.stringify({ scp: `Actions.Results:${runId}:${jobId}` })).toString(
    'base64url',
  );
  const token = `box.${scopes}.signature`;
  const handler = async (request: HostRequest): Promise<HostResponse> => {
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

  const sockets = new Set<Socket>();
  const server = createServer((message, response) => {
    exchange(context, resultsHost, handler, message, response, message.socket).catch((error: unknown) => {
      console.error(`The results service of the box failed on ${message.method} ${message.url}:`, error);
      message.socket.destroy();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token,
    artifacts: artifacts.finalized,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

class ArtifactService {
  readonly finalized = new Map<string, StoredArtifact>();
  readonly #uploads = new Map<string, Upload>();
  readonly #locations = new Map<string, string>();
  readonly #blobs: BlobStore;
  #lastId = 0;

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  call(method: string, request: ArtifactRequest, base: string): object {
    switch (method) {
      case 'CreateArtifact':
        return this.#create(request, base);
      case 'FinalizeArtifact':
        return this.#finalize(request);
      case 'ListArtifacts':
        return this.#list(request);
      case 'GetSignedArtifactURL':
        return this.#signedUrl(request, base);
      case 'DeleteArtifact':
        return this.#delete(request);
      default:
        throw new TwirpError(404, 'bad_route', `no method ${method}`);
    }
  }

  #create({ name = '', mime_type: mimeType }: ArtifactRequest, base: string): object {
    if (this.finalized.has(name)) {
      throw new TwirpError(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      );
    }
    const location = this.#blobs.create(mimeType);
    this.#uploads.set(name, { location, mimeType });
    return { ok: true, signed_upload_url: `${base}${location}` };
  }

  #finalize({ name = '', size, hash }: ArtifactRequest): object {
    const upload = this.#uploads.get(name);
    const blob = upload && this.#blobs.find(upload.location);
    if (!blob) throw new TwirpError(404, 'not_found', `nothing was uploaded for artifact ${name}`);
    if (blob.size !== size || (hash !== undefined && hash !== blob.digest)) {
      throw new TwirpError(
        400,
        'invalid_argument',
        `${name} has ${blob.size} bytes and digest ${blob.digest}`,
      );
    }
    this.#lastId += 1;
    const { mimeType } = upload;
    this.finalized.set(name, {
      id: this.#lastId,
      name,
      ...blob,
      ...(mimeType === undefined ? {} : { mimeType }),
    });
    this.#locations.set(name, upload.location);
    this.#uploads.delete(name);
    return { ok: true, artifact_id: String(this.#lastId) };
  }

  #list({ name_filter: name, id_filter: id }: ArtifactRequest): object {
    const artifacts = [...this.finalized.values()]
      .filter(
        (artifact) =>
          (name ?? artifact.name) === artifact.name && (id ?? `${artifact.id}`) === `${artifact.id}`,
      )
      .map((artifact) => ({
        workflow_run_backend_id: runId,
        workflow_job_run_backend_id: jobId,
        database_id: String(artifact.id),
        name: artifact.name,
        size: String(artifact.size),
        created_at: new Date().toISOString(),
        digest: artifact.digest,
      }));
    return { artifacts };
  }

  #signedUrl({ name = '' }: ArtifactRequest, base: string): object {
    const { mimeType } = this.#stored(name);
    const fileName = mimeType === undefined || mimeType === 'application/zip' ? `${name}.zip` : name;
    const url = new URL(this.#locations.get(name) ?? '', base);
    url.searchParams.set('rscd', `attachment; filename="${fileName}"`);
    return { signed_url: url.href };
  }

  #delete({ name = '' }: ArtifactRequest): object {
    const { id } = this.#stored(name);
    this.finalized.delete(name);
    return { ok: true, artifact_id: String(id) };
  }

  #stored(name: string): StoredArtifact {
    const artifact = this.finalized.get(name);
    if (!artifact) throw new TwirpError(404, 'not_found', `artifact ${name} not found`);
    return artifact;
  }
}

class CacheService {
  /** By version and key, in the order in which they were reserved. */
  readonly #entries: {
    readonly key: string;
    readonly version: string;
    readonly location: string;
    id?: number;
  }[] = [];
  readonly #blobs: BlobStore;

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  call(method: string, request: CacheRequest, base: string): object {
    switch (method) {
      case 'CreateCacheEntry':
        return this.#create(request, base);
      case 'FinalizeCacheEntryUpload':
        return this.#finalize(request);
      case 'GetCacheEntryDownloadURL':
        return this.#find(request, base);
      default:
        throw new TwirpError(404, 'bad_route', `no method ${method}`);
    }
  }

  #create({ key, version }: CacheRequest, base: string): object {
    if (this.#entry(key, version)) {
      throw new TwirpError(
        409,
        'already_exists',
        'cache entry with the same key, version, and scope already exists',
      );
    }
    const location = this.#blobs.create();
    this.#entries.push({ key, version, location });
    return { ok: true, signed_upload_url: `${base}${location}` };
  }

  #finalize({ key, version, size_bytes: size }: CacheRequest): object {
    const entry = this.#entry(key, version);
    const blob = entry && this.#blobs.find(entry.location);
    if (!blob) throw new TwirpError(404, 'not_found', `nothing was uploaded for cache ${key}`);
    if (blob.size !== size) throw new TwirpError(400, 'invalid_argument', `the cache has ${blob.size} bytes`);
    entry.id = this.#entries.indexOf(entry) + 1;
    return { ok: true, entry_id: String(entry.id) };
  }

  /** The exact key first, then each restore key as a prefix, the newest entry of several. */
  #find({ key, version, restore_keys: restoreKeys = [] }: CacheRequest, base: string): object {
    const usable = this.#entries.filter((entry) => entry.version === version && entry.id !== undefined);
    const match =
      usable.find((entry) => entry.key === key) ??
      [key, ...restoreKeys]
        .map((prefix) => usable.findLast((entry) => entry.key.startsWith(prefix)))
        .find((entry) => entry !== undefined);
    if (!match) return { ok: false, signed_download_url: '', matched_key: '' };
    return { ok: true, signed_download_url: `${base}${match.location}`, matched_key: match.key };
  }

  #entry(key: string, version: string) {
    return this.#entries.find((entry) => entry.key === key && entry.version === version);
  }
}

function json(status: number, body: object): HostResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
