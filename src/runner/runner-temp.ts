import { tmpdir } from 'node:os';

/** The runner's folder for files of this job; emptied before and after each job. */
export function runnerTemp(): string {
  return process.env['RUNNER_TEMP'] || tmpdir();
}
