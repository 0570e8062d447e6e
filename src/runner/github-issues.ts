import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { type HttpClient, HttpStatusError } from '../net/http-client.ts';

export interface GitHubIssuesOptions {
  readonly http: Pick<HttpClient, 'getText' | 'sendJson'>;
  /** `https://api.github.com`, or what GITHUB_API_URL says. */
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly html_url: string;
}

export interface Issues {
  /** The oldest open issue with this title and label; `disabled` where the repository has no issues. */
  findOpen(title: string, label: string): Promise<Issue | undefined | 'disabled'>;
  create(issue: { title: string; body: string; labels: readonly string[] }): Promise<Issue>;
  update(number: number, change: { body?: string; state?: 'closed' }): Promise<void>;
  comment(number: number, body: string): Promise<void>;
}

const issueType = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  html_url: z.string(),
  /** Only of pull requests, which the API lists among the issues. */
  pull_request: z.unknown().optional(),
});
const maxBytes = 16 * 1024 * 1024;

/**
 * The issues of a repository over the REST API, version 2022-11-28.
 *
 * @throws ActionError when GitHub refuses, with what to change.
 */
export function openIssues({ http, apiUrl, repository, token }: GitHubIssuesOptions): Issues {
  const address = (path: string) =>
    new URL(`repos/${repository}/issues${path}`, `${apiUrl.replace(/\/$/, '')}/`);
  const common = {
    what: 'The issue',
    maxBytes,
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
  };
  const explained = async (request: Promise<string>): Promise<unknown> => {
    try {
      return JSON.parse(await request);
    } catch (error) {
      throw error instanceof HttpStatusError ? explain(error, repository) : error;
    }
  };
  const send = (method: 'POST' | 'PATCH', path: string, body: object) =>
    explained(http.sendJson(address(path).href, { ...common, method, body }));

  return {
    async findOpen(title, label) {
      const url = address('');
      url.search = String(
        new URLSearchParams({
          state: 'open',
          labels: label,
          per_page: '100',
          sort: 'created',
          direction: 'asc',
        }),
      );
      const found = await explained(http.getText(url.href, common)).catch(disabledOrThrow);
      if (found === 'disabled') return found;
      return z
        .array(issueType)
        .parse(found)
        .find((issue) => issue.title === title && issue.pull_request === undefined);
    },
    create: async (issue) => issueType.parse(await send('POST', '', issue)),
    async update(number, change) {
      await send('PATCH', `/${number}`, change);
    },
    async comment(number, body) {
      await send('POST', `/${number}/comments`, { body });
    },
  };
}

/** docs.github.com, "REST API endpoints for issues": 410 where issues are off. */
function disabledOrThrow(error: Error): 'disabled' {
  if (error.cause instanceof HttpStatusError && error.cause.status === 410) return 'disabled';
  throw error;
}

/** The same page: 403 and 404 without permission. */
function explain(error: HttpStatusError, repository: string): ActionError {
  const { status } = error;
  return new ActionError(`GitHub refuses the issue of ${repository} (HTTP status ${status}).`, {
    why:
      status === 401
        ? 'The token is not valid, or no longer.'
        : 'The token cannot write issues of this repository, or too many requests were made with it.',
    fix: 'Give the job `permissions: {issues: write}`.',
    cause: error,
  });
}
