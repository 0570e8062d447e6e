import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { type HttpClient, HttpStatusError } from '../net/http-client.ts';
import type { ArtifactStore, RunArtifact } from '../plan/github-records.ts';

export interface GitHubApiOptions {
  readonly http: Pick<HttpClient, 'getText'>;
  /** `https://api.github.com`, or what GITHUB_API_URL says. */
  readonly apiUrl: string;
  /** `https://github.com`; for links. */
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

/** GitHub does not answer for now: too many requests, or a fault of its own. Trying later may help. */
export class GitHubUnavailable extends ActionError {}

const perPage = 100;
/** A name that a thousand unexpired artifacts share is not one of ours. */
const mostPages = 10;
const maxBytes = 4 * 1024 * 1024;
const maxRecordBytes = 64 * 1024;

const repositoryType = z.object({ id: z.number(), default_branch: z.string() });
const artifactType = z.object({
  id: z.number(),
  name: z.string(),
  expired: z.boolean(),
  created_at: z.string(),
  expires_at: z.string(),
  workflow_run: z
    .object({
      id: z.number(),
      repository_id: z.number(),
      head_repository_id: z.number().nullish(),
      head_branch: z.string().nullish(),
    })
    .nullish(),
});
const pageType = z.object({ total_count: z.number(), artifacts: z.array(artifactType) });

/**
 * The artifacts of a repository over the REST API, version 2022-11-28.
 *
 * @throws GitHubUnavailable when GitHub has no answer for now; ActionError when it refuses, with what to change.
 */
export async function openArtifactStore(options: GitHubApiOptions): Promise<ArtifactStore> {
  const { id: repositoryId, default_branch: defaultBranch } = await get(options, '', {}, repositoryType);
  return {
    repositoryId,
    defaultBranch,
    named: (name) => artifactsNamed(options, name),
    async byId(id) {
      try {
        return runArtifact(await get(options, `/actions/artifacts/${id}`, {}, artifactType));
      } catch (error) {
        if (isGone(error)) return undefined;
        throw error;
      }
    },
    async text({ id }) {
      try {
        return await request(options, `/actions/artifacts/${id}/zip`, {}, maxRecordBytes);
      } catch (error) {
        // It may go between two requests.
        if (isGone(error)) return '';
        throw error;
      }
    },
    runUrl: (runId) => `${options.serverUrl}/${options.repository}/actions/runs/${runId}`,
  };
}

async function artifactsNamed(options: GitHubApiOptions, name: string): Promise<readonly RunArtifact[]> {
  const found: RunArtifact[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { name, per_page: String(perPage), page: String(page) };
    const { artifacts, total_count: total } = await get(options, '/actions/artifacts', query, pageType);
    found.push(...artifacts.map(runArtifact));
    if (artifacts.length < perPage || page * perPage >= total) break;
  }
  return found.filter((artifact) => artifact.name === name);
}

function runArtifact(artifact: z.output<typeof artifactType>): RunArtifact {
  const { workflow_run: run } = artifact;
  return {
    id: artifact.id,
    name: artifact.name,
    isExpired: artifact.expired,
    createdAt: artifact.created_at,
    expiresAt: artifact.expires_at,
    runId: String(run?.id ?? ''),
    headBranch: run?.head_branch ?? '',
    repositoryId: run?.repository_id ?? 0,
    headRepositoryId: run?.head_repository_id ?? 0,
  };
}

async function get<T>(
  options: GitHubApiOptions,
  path: string,
  query: Readonly<Record<string, string>>,
  type: z.ZodType<T>,
): Promise<T> {
  const text = await request(options, path, query, maxBytes);
  try {
    return type.parse(JSON.parse(text));
  } catch (cause) {
    throw new ActionError(`GitHub's answer about ${options.repository}${path} is not as its API describes.`, {
      why: 'Another server answers, for example a proxy.',
      fix: `Check what this runner gets from ${options.apiUrl}.`,
      cause,
    });
  }
}

async function request(
  { http, apiUrl, repository, token }: GitHubApiOptions,
  path: string,
  query: Readonly<Record<string, string>>,
  limit: number,
): Promise<string> {
  const url = new URL(`repos/${repository}${path}`, `${apiUrl.replace(/\/$/, '')}/`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  try {
    return await http.getText(url.href, {
      what: 'The list of artifacts',
      maxBytes: limit,
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
    });
  } catch (error) {
    throw error instanceof HttpStatusError ? explain(error, repository) : error;
  }
}

function isGone(error: unknown): boolean {
  const { cause } = error as Error;
  return cause instanceof HttpStatusError && (cause.status === 404 || cause.status === 410);
}

const headline = (repository: string, status: number) =>
  `GitHub does not tell which images ${repository} has (HTTP status ${status}).`;

/** The statuses that the REST API uses: docs.github.com, "Troubleshooting the REST API". */
function explain(error: HttpStatusError, repository: string): ActionError {
  const { status, bodyStart } = error;
  const first = headline(repository, status);
  if (status === 429 || (status === 403 && /rate limit/i.test(bodyStart))) {
    return new GitHubUnavailable(first, {
      why: 'Too many requests were made with this token; all jobs of a repository share 1,000 an hour.',
      fix: 'Plan less often, or let fewer workflows ask GitHub at the same time.',
      cause: error,
    });
  }
  if (status >= 500)
    return new GitHubUnavailable(first, { why: 'GitHub has a problem of its own.', cause: error });
  if (status === 401) {
    return new ActionError(first, {
      why: 'The token is not valid, or no longer.',
      fix: 'Leave `github-token` out, or check the secret that it comes from.',
      cause: error,
    });
  }
  return new ActionError(first, {
    why:
      status === 404
        ? 'The token cannot see this repository or its artifacts.'
        : 'The token cannot read the artifacts of this repository.',
    fix: 'Give the job `permissions: {actions: read, contents: read}`, or set `skip-unchanged: false`.',
    cause: error,
  });
}
