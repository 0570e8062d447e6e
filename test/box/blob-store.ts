import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type HostRequest, type HostResponse, requestBody, type StoredFile } from './http-exchange.ts';

export interface StoredBlob extends StoredFile {
  /** `sha256:` and lower-case hex. */
  readonly digest: string;
}

interface Blob {
  readonly folder: string;
  readonly signature: string;
  readonly contentType?: string;
  stored?: StoredBlob;
}

/**
 * The part of Azure Blob Storage that Actions clients use: block blobs behind signed URLs. Bytes go to files, never
 * to memory. REST reference: Put Blob, Put Block, Put Block List, Get Blob.
 */
export class BlobStore {
  readonly #folder: string;
  readonly #blobs = new Map<string, Blob>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reserves a blob and returns its path and query; the base is where the store is served. */
  create(contentType?: string): string {
    const id = String(this.#blobs.size + 1);
    // Clients mask the signature in logs, so it must be long enough never to be part of a word.
    const signature = randomBytes(32).toString('hex');
    const folder = path.join(this.#folder, id);
    this.#blobs.set(id, { folder, signature, ...(contentType === undefined ? {} : { contentType }) });
    return `/box/blobs/${id}?sv=2025-01-05&sp=rw&sig=${signature}`;
  }

  /** What has been uploaded to a path that `create` returned. */
  find(location: string): StoredBlob | undefined {
    return this.#resolve(new URL(location, 'http://localhost'))?.stored;
  }

  async handle(request: HostRequest): Promise<HostResponse> {
    const blob = this.#resolve(request.url);
    if (!blob) return storageError(403, 'AuthenticationFailed');
    if (request.method === 'GET' || request.method === 'HEAD') return this.#get(blob, request.url);
    if (request.method !== 'PUT') return storageError(405, 'UnsupportedHttpVerb');
    await mkdir(path.join(blob.folder, 'blocks'), { recursive: true });
    switch (request.url.searchParams.get('comp')) {
      case 'block':
        await pipeline(
          request.stream,
          createWriteStream(blockPath(blob, request.url.searchParams.get('blockid'))),
        );
        return created();
      case 'blocklist':
        await this.#assemble(blob, blockIds(String(await requestBody(request))));
        return created();
      default:
        blob.stored = await store(path.join(blob.folder, 'content'), request.stream);
        return created();
    }
  }

  #resolve(url: URL): Blob | undefined {
    const blob = this.#blobs.get(/^\/box\/blobs\/(\d+)$/.exec(url.pathname)?.[1] ?? '');
    return blob?.signature === url.searchParams.get('sig') ? blob : undefined;
  }

  #get({ stored, contentType }: Blob, url: URL): HostResponse {
    if (!stored) return storageError(404, 'BlobNotFound');
    const disposition = url.searchParams.get('rscd');
    return {
      status: 200,
      headers: {
        'accept-ranges': 'bytes',
        'content-type': contentType ?? 'application/octet-stream',
        etag: `"${stored.digest}"`,
        'x-ms-blob-type': 'BlockBlob',
        ...(disposition === null ? {} : { 'content-disposition': disposition }),
      },
      body: stored,
    };
  }

  async #assemble(blob: Blob, ids: readonly string[]): Promise<void> {
    const files = ids.map((id) => blockPath(blob, id));
    blob.stored = await store(path.join(blob.folder, 'content'), concatenated(files));
    await rm(path.join(blob.folder, 'blocks'), { recursive: true });
  }
}

async function store(file: string, source: AsyncIterable<Buffer>): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  return { path: file, size, digest: `sha256:${hash.digest('hex')}` };
}

async function* concatenated(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) yield* createReadStream(file);
}

function blockPath(blob: Blob, id: string | null): string {
  return path.join(
    blob.folder,
    'blocks',
    createHash('sha256')
      .update(id ?? '')
      .digest('hex'),
  );
}

/** The list is flat and its ids are base64, so that nothing in it can be nested or escaped. */
function blockIds(blockList: string): string[] {
  return blockList
    .matchAll(/<(?:Latest|Uncommitted|Committed)>([\w+/=]+)</g)
    .map(([, id = '']) => id)
    .toArray();
}

function created(): HostResponse {
  return {
    status: 201,
    headers: {
      etag: `"${randomBytes(8).toString('hex')}"`,
      'x-ms-request-server-encrypted': 'true',
      'x-ms-version': '2025-01-05',
    },
  };
}

function storageError(status: number, code: string): HostResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  };
}
