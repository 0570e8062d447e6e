import { ActionError } from '../action-error.ts';
import { liveChecks } from '../image-builder/live-checks.ts';
import type { BuildPlan } from '../image-builder/prepare-build.ts';
import { inGroup, type Log } from '../log.ts';
import { type HttpClient, HttpStatusError } from '../net/http-client.ts';
import type { FetchedRelease } from './fetch-release.ts';

/** @throws ActionError with every definite "no" of what a build will need. */
export async function checkCellLive(plan: BuildPlan, { http }: FetchedRelease, log: Log): Promise<void> {
  const checks = liveChecks.filter(({ concerns }) => concerns(plan));
  if (checks.length === 0) return;
  await inGroup(log, 'Ask for what the build will need', async () => {
    const problems: string[] = [];
    for (const { what, ask } of checks) {
      const found = await ask(plan, { status: (url) => statusOf(http, url) });
      log.info(`${what}: ${found.length === 0 ? 'nothing speaks against it' : found.join('; ')}`);
      problems.push(...found);
    }
    if (problems.length > 0) throw new ActionError('The build would fail.', { problems });
  });
}

/** Reads no more than the beginning of what is there; whether it fits does not matter. */
async function statusOf(http: HttpClient, url: string): Promise<number | undefined> {
  try {
    await http.getText(url, { what: 'The file', maxBytes: 1 });
    return 200;
  } catch (error) {
    return error instanceof HttpStatusError ? error.status : undefined;
  }
}
