import { appendFile } from 'node:fs/promises';
import { errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';

/**
 * Tells the runner that the job made this file, where it asks (actions/runner 2.336, `$GITHUB_ARTIFACTS`: one path a line):
 * it takes the digest, and `actions/attest` without a subject attests to it. The runner refuses lines with `=`.
 */
export async function declareArtifact(path: string, log: Log): Promise<void> {
  const file = process.env['GITHUB_ARTIFACTS'];
  if (!file || path.includes('=')) return;
  try {
    await appendFile(file, `${path}\n`);
  } catch (error) {
    log.warning(`The image was not declared in GITHUB_ARTIFACTS: ${errorMessage(error)}`);
  }
}
