import { z } from 'zod';
import type { BlobStore } from './blob-store.ts';
import { TwirpError } from './twirp-error.ts';

export const cacheRequest = z.object({
  key: z.string(),
  version: z.string(),
  restore_keys: z.array(z.string()).optional(),
  size_bytes: z.coerce.number().optional(),
});
type CacheRequest = z.infer<typeof cacheRequest>;

/** github.actions.results.api.v1.CacheService. */
export class CacheService {
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
