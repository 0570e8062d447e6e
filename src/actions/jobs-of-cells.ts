import type * as z from 'zod';
import { errorMessage } from '../action-error.ts';
import type { CellOutcome } from '../image/cell-outcome.ts';
import type { CellJob } from '../image/image-index.ts';
import { HttpStatusError } from '../net/transfer-failure.ts';
import type { MainContext } from '../runner/run.ts';
import type { collectInputs } from './collect-node-images.ts';

type Context = Pick<MainContext<z.output<typeof collectInputs>, never>, 'inputs' | 'log' | 'secrets'>;

/**
 * What became of the jobs of cells that have no image, by id. Whoever collects without `actions: read` still gets an
 * index: it does not tell cancelled from failed then.
 */
export async function jobsOfCells(
  outcomes: ReadonlyMap<string, CellOutcome>,
  { inputs, log, secrets }: Context,
): Promise<ReadonlyMap<string, CellJob>> {
  const token = inputs['github-token'];
  const cells = inputs.cells.filter(({ id }) => outcomes.get(id)?.result !== 'built');
  // Outside of a runner the default of the input stays an expression.
  if (cells.length === 0 || token.startsWith('${{')) return new Map();
  secrets.add(token);
  const { collectCertificates } = await import('../net/certificates.ts');
  const { createHttpClient } = await import('../net/http-client.ts');
  const { jobNamed, jobsOfRun } = await import('../runner/github-jobs.ts');
  const caBundle = inputs['ca-bundle'];
  const certificates = await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) });
  const http = createHttpClient({
    proxyEnvironment: process.env,
    certificates,
    userAgent: 'eks-anywhere-node-images',
  });
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } =
    process.env;
  try {
    const jobs = await jobsOfRun({ http, apiUrl, repository, token }, process.env['GITHUB_RUN_ID'] ?? '');
    return new Map(
      cells.flatMap(({ id, name }) => {
        const job = jobNamed(name, jobs, process.env['RUNNER_NAME']);
        return job === undefined ? [] : [[id, job] as const];
      }),
    );
  } catch (error) {
    const isRefused = error instanceof HttpStatusError && [401, 403, 404].includes(error.status);
    const why = isRefused
      ? 'the token cannot read the jobs of this run; give the job `permissions: {actions: read}`'
      : errorMessage(error);
    log.info(`Cancelled builds cannot be told from failed ones: ${why}.`);
    return new Map();
  } finally {
    await http.close();
  }
}
