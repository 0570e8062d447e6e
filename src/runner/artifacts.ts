import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ArtifactClient, UploadArtifactResponse } from '@actions/artifact';
import { ActionError, errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import { runnerTemp } from './runner-temp.ts';
import { thisRun } from './this-run.ts';

export const uploadModes = ['raw', 'zip', 'none'] as const;
export type UploadMode = (typeof uploadModes)[number];

export interface UploadRequest {
  /** As a sentence begins: `The image`. */
  readonly what: string;
  readonly path: string;
  readonly mode: UploadMode;
  readonly retentionDays: number;
  /** Lower-case hex of the file, compared with that of the bytes that went out. */
  readonly sha256?: string;
}

/** An artifact of this run. */
export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
  readonly url: string;
}

/** By path, what this step uploaded: a summary leads there, as the file itself goes with the job. */
const uploaded = new Map<string, UploadedArtifact>();

export function uploadedFiles(): ReadonlyMap<string, UploadedArtifact> {
  return uploaded;
}

/**
 * Uploads one file as an artifact of this run, named after the file. Un-zipped by default: the images are
 * compressed already, and the browser then offers the image itself.
 *
 * Where the service does not exist (GHES, a local runner) this warns and returns undefined; a service that
 * exists and fails is an error, because a later job counts on the artifact.
 */
export async function uploadFile(request: UploadRequest, log: Log): Promise<UploadedArtifact | undefined> {
  if (request.mode === 'none') return undefined;
  const missing = missingService();
  if (missing !== undefined) {
    log.warning(`${request.what} was not uploaded: ${missing}. It stays at ${request.path}.`);
    return undefined;
  }
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const name = basename(request.path);
  try {
    const response = await uploadOverEarlierAttempt(client, name, request, log);
    verifyDigest(response, request, name);
    const artifact = { id: response.id ?? 0, name, url: artifactUrl(response.id ?? 0) };
    uploaded.set(request.path, artifact);
    return artifact;
  } catch (error) {
    throw await uploadError(error, request);
  }
}

/** A small text that goes along with an image. */
export interface DocumentRequest {
  /** As a sentence begins: `The record`. */
  readonly what: string;
  /** Of the artifact, and of the file in it. */
  readonly name: string;
  readonly text: string;
  readonly retentionDays: number;
}

/**
 * Uploads a text as an artifact. The image is there without it, so that a failure is a warning; where the service does
 * not exist there is nothing to say that the image's own upload has not said.
 */
export async function uploadDocument(
  { what, name, text, retentionDays }: DocumentRequest,
  log: Log,
): Promise<UploadedArtifact | undefined> {
  if (missingService() !== undefined) return undefined;
  const folder = await mkdtemp(join(runnerTemp(), 'document-'));
  try {
    const path = join(folder, name);
    await writeFile(path, text);
    return await uploadBeside({ what, path, retentionDays }, log);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Uploads a file that goes along with an image, by the rules of {@link uploadDocument}. */
export async function uploadBeside(
  request: Omit<UploadRequest, 'mode'>,
  log: Log,
): Promise<UploadedArtifact | undefined> {
  if (missingService() !== undefined) return undefined;
  try {
    return await uploadFile({ ...request, mode: 'raw' }, log);
  } catch (error) {
    const reason = error instanceof ActionError ? error.problems.join(' ') : errorMessage(error);
    log.warning(`${request.what} was not uploaded: ${reason}`);
    return undefined;
  }
}

/** What the artifact service needs from the runner; only actions see these variables, never `run:` steps. */
export function missingService(): string | undefined {
  const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const { hostname } = new URL(server);
  if (hostname !== 'github.com' && !hostname.endsWith('.ghe.com') && !hostname.endsWith('.localhost')) {
    return `GitHub Enterprise Server (${hostname}) has no artifact service that this version can use`;
  }
  for (const variable of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if (!process.env[variable]) return `this runner has no artifact service (${variable} is not set)`;
  }
  return undefined;
}

/**
 * Artifacts of a run cannot be changed and their names are unique in it, across attempts: after "re-run failed
 * jobs" the name may be taken by the attempt before. The new image replaces it.
 */
async function uploadOverEarlierAttempt(
  client: ArtifactClient,
  name: string,
  request: UploadRequest,
  log: Log,
): Promise<UploadArtifactResponse> {
  const upload = () =>
    client.uploadArtifact(name, [request.path], dirname(request.path), {
      retentionDays: request.retentionDays,
      skipArchive: request.mode === 'raw',
      compressionLevel: 0,
    });
  try {
    return await upload();
  } catch (error) {
    if (!/\(409\)|already exists/i.test(errorMessage(error))) throw error;
    const isRerun = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1) > 1;
    const who = isRerun ? 'An earlier attempt' : 'Another step or job';
    log.info(`${who} of this run uploaded ${name}; replacing it.`);
    await client.deleteArtifact(name);
    return upload();
  }
}

function verifyDigest(response: UploadArtifactResponse, request: UploadRequest, name: string): void {
  const expected = request.mode === 'raw' ? request.sha256 : undefined;
  if (expected === undefined || response.digest === undefined || response.digest === expected) return;
  throw new Error(`the artifact ${name} has sha256 ${response.digest}, the file has ${expected}`);
}

/** https://github.com/<owner>/<repo>/actions/runs/<run>/artifacts/<id> */
function artifactUrl(id: number): string {
  return `${thisRun().url}/artifacts/${id}`;
}

async function uploadError(error: unknown, { what, path }: UploadRequest): Promise<ActionError> {
  const size = await stat(path).then(
    (found) => `${found.size} bytes`,
    () => 'gone',
  );
  const message = errorMessage(error);
  const { why, fix } = uploadCauses.find(({ pattern }) => pattern.test(message)) ?? otherCause;
  return new ActionError(`${what} is there, but its upload failed.`, {
    problems: [message, `The file stays until the job ends: ${path} (${size}).`],
    why,
    fix: `${fix} A later step with \`if: failure()\` can take the file from there; a \`destination\` outside the folder for temporary files keeps it.`,
    cause: error,
  });
}

interface UploadCause {
  /** In the words of @actions/artifact and of the services that it quotes. */
  readonly pattern: RegExp;
  readonly why: string;
  readonly fix: string;
}

const uploadCauses: readonly UploadCause[] = [
  {
    pattern: /quota|insufficient usage/i,
    why: 'The account has used up its storage for artifacts; GitHub counts again every 6 to 12 hours.',
    fix: 'Delete artifacts, lower `retention-days`, or raise the limit in the billing settings.',
  },
  {
    pattern: /\(401\)|unauthenticated|AuthenticationFailed|Server failed to authenticate|token.*expired/i,
    why: 'The address for the upload is good for about an hour, the token as long as the job: one of them ran out, or a proxy took it away.',
    fix: 'Re-run the job; on a slow line use a runner that is nearer, or `upload-artifact: none` and a step of your own.',
  },
  {
    pattern: /stalled|ECONNRESET|ETIMEDOUT|ENOTFOUND|ECONNREFUSED|EHOSTUNREACH/,
    why: 'The connection to the storage of GitHub broke off or was never made.',
    fix: 'Let the runner reach *.blob.core.windows.net and results-receiver.actions.githubusercontent.com, directly or through its proxy.',
  },
];

const otherCause: Omit<UploadCause, 'pattern'> = {
  why: 'GitHub refused it for a reason of its own.',
  fix: 'Re-run the job, and look at githubstatus.com.',
};
