import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StoredArtifact } from '../artifact-service.ts';
import type { HostHandler, HostRequest, HostResponse } from '../http-exchange.ts';
import { githubIssues, type IssueState } from './github-issues.ts';

export const apiHost = 'api.github.com';
/** Where GitHub keeps the bytes of artifacts: signed addresses that need no token. */
export const artifactStorageHost = 'productionresultssa0.blob.core.windows.net';

/** An artifact that an earlier run left, as the REST API shows it. */
export interface PastArtifact {
  readonly id: number;
  readonly name: string;
  readonly body: string;
  /** The file with its bytes, where it is too large for `body`. */
  readonly path?: string;
  readonly expired?: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly runId: number;
  /** Default: the default branch, `main`. */
  readonly headBranch?: string;
  /** Default: the repository itself; another for a fork. */
  readonly headRepositoryId?: number;
}

/** A job of run 4711, as the REST API shows it in the run's newest attempt. */
export interface JobState {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
  readonly attempt?: number;
  readonly runnerName?: string;
}

/** What GitHub knows of `octo/images`. Tests fill it. */
export interface GitHubState {
  readonly artifacts: PastArtifact[];
  /** Tokens that may read artifacts. */
  readonly tokens: Set<string>;
  issues: IssueState;
  readonly jobs: JobState[];
}

export const repositoryId = 4242;

export function emptyGitHub(): GitHubState {
  return { artifacts: [], tokens: new Set(['ghs_box']), issues: [], jobs: [] };
}

const week = 7 * 24 * 60 * 60 * 1000;
const largestDocument = 64 * 1024;

/** The id of the run that a box begins with. */
export const firstRun = 4711;

/** Artifacts of a run that the state does not have yet. */
export function publishedArtifacts(
  stored: Iterable<StoredArtifact>,
  state: GitHubState,
  runId = firstRun,
): readonly PastArtifact[] {
  const known = new Set(state.artifacts.map(({ id }) => id));
  return [...stored]
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, path, size }) => ({
      id,
      name,
      ...(size <= largestDocument ? { body: readFileSync(path, 'utf8') } : { body: '', path }),
      createdAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + week).toISOString(),
      runId,
    }));
}

/** api.github.com, version 2022-11-28, as far as artifacts, jobs and issues go. */
export function apiGithub(state: GitHubState): HostHandler {
  return (request) => {
    const refusal = refuse(request, state);
    if (refusal !== undefined) return refusal;
    const { pathname, searchParams } = request.url;
    const repository = '/repos/octo/images';
    if (pathname === repository) return json(200, { id: repositoryId, default_branch: 'main' });
    if (pathname.startsWith(`${repository}/issues`)) return githubIssues(request, state.issues);
    if (pathname === `${repository}/actions/artifacts`) return page(state, searchParams);
    if (pathname === `${repository}/actions/runs/4711/jobs`) return jobs(state, searchParams);
    const [, id, zip] = /^\/repos\/octo\/images\/actions\/artifacts\/(\d+)(\/zip)?$/.exec(pathname) ?? [];
    const artifact = state.artifacts.find((candidate) => candidate.id === Number(id));
    if (artifact === undefined) return json(404, { message: 'Not Found' });
    if (zip === undefined) return json(200, shown(artifact));
    if (artifact.expired) return json(410, { message: 'Artifact has expired' });
    const location = `https://${artifactStorageHost}/actions-results/${artifact.id}?sig=box`;
    return { status: 302, headers: { location }, body: '' };
  };
}

/** The storage takes the signed address alone, and refuses a request that brings a token. */
export function artifactStorage(state: GitHubState): HostHandler {
  return ({ url, headers }) => {
    if (headers.authorization !== undefined) return { status: 400, body: 'InvalidAuthenticationInfo' };
    const id = Number(url.pathname.split('/').at(-1));
    const artifact = state.artifacts.find((candidate) => candidate.id === id);
    if (artifact === undefined || !url.searchParams.has('sig')) return { status: 404, body: 'BlobNotFound' };
    return {
      status: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body: artifact.path === undefined ? artifact.body : readFileSync(artifact.path),
    };
  };
}

function refuse({ headers }: HostRequest, state: GitHubState): HostResponse | undefined {
  if (!headers['user-agent']) return json(403, { message: 'Request forbidden by administrative rules.' });
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  if (token === undefined || token === 'expired') return json(401, { message: 'Bad credentials' });
  return state.tokens.has(token)
    ? undefined
    : json(403, { message: 'Resource not accessible by integration', status: '403' });
}

const positive = z.coerce.number().int().positive();

function page(state: GitHubState, query: URLSearchParams): HostResponse {
  const perPage = Math.min(positive.catch(30).parse(query.get('per_page') ?? 30), 100);
  const number = positive.catch(1).parse(query.get('page') ?? 1);
  const name = query.get('name');
  const found = state.artifacts
    .filter((artifact) => name === null || artifact.name === name)
    .toSorted((a, b) => b.id - a.id);
  const artifacts = found.slice((number - 1) * perPage, number * perPage).map(shown);
  return json(200, { total_count: found.length, artifacts });
}

function jobs(state: GitHubState, query: URLSearchParams): HostResponse {
  const perPage = Math.min(positive.catch(30).parse(query.get('per_page') ?? 30), 100);
  const number = positive.catch(1).parse(query.get('page') ?? 1);
  const shownJobs = state.jobs.map(({ name, conclusion, attempt = 1, runnerName = null }, index) => ({
    id: 9000 + index,
    name,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    run_attempt: attempt,
    runner_name: runnerName,
    html_url: `https://github.com/octo/images/actions/runs/4711/job/${9000 + index}`,
  }));
  return json(200, {
    total_count: shownJobs.length,
    jobs: shownJobs.slice((number - 1) * perPage, number * perPage),
  });
}

function shown(artifact: PastArtifact): object {
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.body.length,
    expired: artifact.expired ?? false,
    created_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: {
      id: artifact.runId,
      repository_id: repositoryId,
      head_repository_id: artifact.headRepositoryId ?? repositoryId,
      head_branch: artifact.headBranch ?? 'main',
      head_sha: '0'.repeat(40),
    },
  };
}

function json(status: number, body: object): HostResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
