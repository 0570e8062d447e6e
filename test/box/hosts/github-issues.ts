import { z } from 'zod';
import { type HostRequest, type HostResponse, requestBody } from '../http-exchange.ts';

export interface StoredIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly comments: string[];
}

/** The issues of one repository; `undefined` when they are switched off. */
export type IssueState = StoredIssue[] | undefined;

const created = z.object({ title: z.string(), body: z.string(), labels: z.array(z.string()) });
const changed = z.object({ body: z.string().optional(), state: z.enum(['open', 'closed']).optional() });
const comment = z.object({ body: z.string() });

/** `/repos/{owner}/{repo}/issues…`, version 2022-11-28, as far as one report goes. */
export async function githubIssues(request: HostRequest, issues: IssueState): Promise<HostResponse> {
  if (issues === undefined) return json(410, { message: 'Issues has been disabled in this repository.' });
  const { pathname, searchParams } = request.url;
  const [, number, isComment] = /\/issues(?:\/(\d+)(\/comments)?)?$/.exec(pathname) ?? [];
  if (request.method === 'GET') {
    const found = issues.filter(
      ({ state, labels }) => state === 'open' && labels.includes(searchParams.get('labels') ?? ''),
    );
    return json(200, found.map(shown));
  }
  const body: unknown = JSON.parse(String(await requestBody(request)));
  if (number === undefined) {
    const issue = { number: issues.length + 1, state: 'open' as const, comments: [], ...created.parse(body) };
    issues.push(issue);
    return json(201, shown(issue));
  }
  const issue = issues.find((candidate) => candidate.number === Number(number));
  if (issue === undefined) return json(404, { message: 'Not Found' });
  if (isComment) issue.comments.push(comment.parse(body).body);
  else Object.assign(issue, changed.parse(body));
  return json(isComment ? 201 : 200, shown(issue));
}

function shown({ number, title, body, state }: StoredIssue): object {
  return { number, title, body, state, html_url: `https://github.com/octo/images/issues/${number}` };
}

function json(status: number, body: object): HostResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
