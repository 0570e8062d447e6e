import type { RunIndex } from '../plan/run-index.ts';

/** The run that this step belongs to (docs.github.com, "Variables reference"). */
export function thisRun(): RunIndex['run'] {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '', GITHUB_RUN_ATTEMPT } = process.env;
  const url = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
  return { repository: GITHUB_REPOSITORY, id: GITHUB_RUN_ID, attempt: Number(GITHUB_RUN_ATTEMPT ?? 1), url };
}
