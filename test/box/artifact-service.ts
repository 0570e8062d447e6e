import { z } from 'zod';
import type { BlobStore } from './blob-store.ts';
import { TwirpError } from './twirp-error.ts';

/** What the token of the run names, and the client sends with each request. */
export const runId = '5f7a1c9e-box-run';
export const jobId = '8d2b4e6f-box-job';

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

export const artifactRequest = z.object({
  name: z.string().optional(),
  name_filter: z.string().optional(),
  id_filter: z.string().optional(),
  mime_type: z.string().optional(),
  size: z.coerce.number().optional(),
  hash: z.string().optional(),
});
type ArtifactRequest = z.infer<typeof artifactRequest>;

interface Upload {
  readonly location: string;
  readonly mimeType: string | undefined;
}

/** github.actions.results.api.v1.ArtifactService, as version 7 of the artifact protocol uses it. */
export class ArtifactService {
  readonly #finalized: Map<string, StoredArtifact>;
  readonly #uploads = new Map<string, Upload>();
  readonly #locations = new Map<string, string>();
  readonly #blobs: BlobStore;
  #lastId = 0;

  /** Artifacts appear in the map when they are finalized and leave it when they are deleted. */
  constructor(blobs: BlobStore, finalized: Map<string, StoredArtifact>) {
    this.#blobs = blobs;
    this.#finalized = finalized;
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
    if (this.#finalized.has(name)) {
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
    this.#finalized.set(name, {
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
    const artifacts = [...this.#finalized.values()]
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
    this.#finalized.delete(name);
    return { ok: true, artifact_id: String(id) };
  }

  #stored(name: string): StoredArtifact {
    const artifact = this.#finalized.get(name);
    if (!artifact) throw new TwirpError(404, 'not_found', `artifact ${name} not found`);
    return artifact;
  }
}
