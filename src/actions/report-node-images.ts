import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { inGroup } from '../log.ts';
import type { HttpClient } from '../net/http-client.ts';
import type { RunIndex } from '../plan/run-index.ts';
import type { FinishedJob, RunReport, RunResult } from '../plan/run-report.ts';
import { docsLink } from '../runner/docs-link.ts';
import type { Issue, Issues } from '../runner/github-issues.ts';
import { filePath, parsedBy, text } from '../runner/inputs.ts';
import { parseNeeds } from '../runner/needs.ts';
import { defineAction } from '../runner/run.ts';
import { writeSummaryText } from '../runner/summary.ts';
import { thisRun } from '../runner/this-run.ts';

/** `report-node-images`: one issue that says what came of the last run, and is closed when all is well. */
export const reportNodeImages = defineAction({
  name: 'report-node-images',
  inputs: z.object({
    'index-name': text.prefault('node-images'),
    needs: parsedBy(parseNeeds, 'JSON').prefault('{}'),
    title: parsedBy(issueTitle).prefault('Node images'),
    label: text.prefault('node-images'),
    'github-token': text.prefault('${{ github.token }}'),
    'ca-bundle': filePath.optional(),
  }),
  outputs: ['issue-url', 'well'],
  async main({ inputs, log, secrets }) {
    const { openIssues } = await import('../runner/github-issues.ts');
    const { readMemory, runReport } = await import('../plan/run-report.ts');
    secrets.add(inputs['github-token']);
    const github = await connect(inputs);
    try {
      const result = await inGroup(log, 'Read what came of the run', () => readResult(inputs));
      const issues = openIssues(github);
      const { title, label } = inputs;
      const open = await issues.findOpen(title, label);
      const before = open === 'disabled' ? undefined : open;
      const report = runReport(result, readMemory(before?.body));
      await writeSummaryText(`### ${title}\n\n${report.body}`, secrets);
      const well = String(report.isWell);
      if (open === 'disabled') {
        log.warning('Issues are switched off in this repository: the report is in the job summary alone.');
        return { 'issue-url': '', well };
      }
      const issue = await tell(report, { before, issues, title, label });
      log.info(issue ? `${issue.html_url} is up to date.` : 'All is well, and no issue says otherwise.');
      return { 'issue-url': issue?.html_url ?? '', well };
    } finally {
      await github.http.close();
    }
  },
});

interface Telling {
  readonly before: Issue | undefined;
  readonly issues: Issues;
  readonly title: string;
  readonly label: string;
}

/** One issue stays open as long as anything fails; its text is the present, its comments are what was new. */
async function tell(
  { isWell, body, news }: RunReport,
  { before, issues, title, label }: Telling,
): Promise<Issue | undefined> {
  if (before === undefined) return isWell ? undefined : issues.create({ title, body, labels: [label] });
  if (news !== undefined) await issues.comment(before.number, news);
  await issues.update(before.number, { body, ...(isWell && { state: 'closed' }) });
  return before;
}

interface Connection {
  readonly http: HttpClient;
  readonly apiUrl: string;
  readonly repository: string;
  readonly token: string;
}

async function connect(inputs: {
  'ca-bundle'?: string | undefined;
  'github-token': string;
}): Promise<Connection> {
  const { collectCertificates } = await import('../net/certificates.ts');
  const { createHttpClient } = await import('../net/http-client.ts');
  const caBundle = inputs['ca-bundle'];
  const certificates = await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) });
  return {
    http: createHttpClient({
      proxyEnvironment: process.env,
      certificates,
      userAgent: 'eks-anywhere-node-images',
    }),
    apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
    repository: process.env['GITHUB_REPOSITORY'] ?? '',
    token: inputs['github-token'],
  };
}

async function readResult(inputs: {
  'index-name': string;
  needs: readonly FinishedJob[];
}): Promise<RunResult> {
  const jobs = inputs.needs;
  const index = await readIndex(inputs['index-name']);
  const isBroken = jobs.some(({ result }) => result === 'failure' || result === 'cancelled');
  if (index === undefined && !isBroken) {
    throw new ActionError(`This run has no artifact ${inputs['index-name']}.json.`, {
      why: '`collect-node-images` has not run before this step, failed, or was given another `index-name`.',
      fix: 'Let this job need the one that collects, and give both the same `index-name`. With `needs: ${{ toJSON(needs) }}` the report says which job failed.',
    });
  }
  return {
    run: index?.run ?? thisRun(),
    index,
    jobs,
    troubleshooting: docsLink('docs/troubleshooting.md'),
  };
}

/** The index that `collect-node-images` left in this run, read with the token that every action has: no permission is needed. */
async function readIndex(name: string): Promise<RunIndex | undefined> {
  const { openRunArtifacts } = await import('../runner/run-artifacts.ts');
  const { runIndex } = await import('../plan/run-index.ts');
  const run = await openRunArtifacts();
  const fileName = `${name}.json`;
  const artifact = run.artifacts.find((candidate) => candidate.name === fileName);
  if (artifact === undefined) return undefined;
  const parsed = runIndex.safeParse(JSON.parse(await run.text(artifact)));
  if (parsed.success) return parsed.data;
  throw new ActionError(`The artifact ${fileName} of this run is no index of node images.`, {
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    fix: 'Use the same version of `collect-node-images` and `report-node-images`.',
  });
}

function issueTitle(title: string): string {
  if (title.length <= 200 && !/[\r\n]/.test(title)) return title;
  throw new ActionError('`title` is longer than 200 characters, or has more than one line.');
}
