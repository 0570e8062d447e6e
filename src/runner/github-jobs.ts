import * as z from 'zod';
import type { GitHubApiOptions } from './github-api.ts';

/** A job of a run in its newest attempt. */
export interface RunJob {
  /** As the list of jobs shows it: `build`, or `caller / build` in a reusable workflow. */
  readonly name: string;
  readonly attempt: number;
  /** `success`, `failure`, `cancelled`, `skipped`, …; null while it runs. */
  readonly conclusion: string | null;
  readonly url: string;
  /** Of the machine that it ran on. */
  readonly runnerName: string | null;
}

const pageType = z.object({
  total_count: z.int(),
  jobs: z.array(
    z
      .object({
        name: z.string(),
        run_attempt: z.int(),
        conclusion: z.string().nullable(),
        html_url: z.url(),
        runner_name: z.string().nullish(),
      })
      .transform(
        (job): RunJob => ({
          name: job.name,
          attempt: job.run_attempt,
          conclusion: job.conclusion,
          url: job.html_url,
          runnerName: job.runner_name ?? null,
        }),
      ),
  ),
});

const perPage = 100;
/** Four matrices of the largest size, and what is around them. */
const mostPages = 12;
const maxBytes = 8 * 1024 * 1024;

/**
 * The jobs of a run over the REST API, version 2022-11-28 ("List jobs for a workflow run"), which asks for `actions: read`.
 *
 * @throws HttpStatusError or ActionError when GitHub refuses or does not answer; ZodError for another answer.
 */
export async function jobsOfRun(
  { http, apiUrl, repository, token }: Omit<GitHubApiOptions, 'serverUrl'>,
  runId: string,
): Promise<readonly RunJob[]> {
  const found: RunJob[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const url = new URL(`repos/${repository}/actions/runs/${runId}/jobs`, `${apiUrl.replace(/\/$/, '')}/`);
    url.search = new URLSearchParams({
      filter: 'latest',
      per_page: String(perPage),
      page: String(page),
    }).toString();
    const text = await http.getText(url.href, {
      what: 'The list of jobs',
      maxBytes,
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
    });
    const { jobs, total_count: total } = pageType.parse(JSON.parse(text));
    found.push(...jobs);
    if (jobs.length < perPage || found.length >= total) break;
  }
  return found;
}

/**
 * The job that is called so. In a run that uses a workflow more than once, several are: then it is the one beside this
 * job, which is told by its machine.
 */
export function jobNamed(
  name: string,
  jobs: readonly RunJob[],
  ownRunner: string | undefined,
): RunJob | undefined {
  const named = jobs.filter((job) => job.name === name || job.name.endsWith(`${calls}${name}`));
  if (named.length < 2) return named[0];
  const own = jobs.filter((job) => job.conclusion === null && job.runnerName === ownRunner);
  const callers = new Set(own.map((job) => job.name.slice(0, job.name.lastIndexOf(calls) + calls.length)));
  const beside = named.filter((job) => callers.has(job.name.slice(0, -name.length)));
  return beside.length === 1 ? beside[0] : undefined;
}

/** Between the name of a calling job and that of a called one. */
const calls = ' / ';
