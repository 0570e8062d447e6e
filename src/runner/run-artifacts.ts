import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';
import type { ListedArtifact } from '../image/image-index.ts';
import { missingService } from './artifacts.ts';
import { runnerTemp } from './runner-temp.ts';

/** The artifacts of this run, read with the token that the runner gives to every action: no permission is needed. */
export interface RunArtifacts {
  readonly artifacts: readonly ListedArtifact[];
  /** The text of a small un-zipped artifact, checked against its digest. */
  text(artifact: ListedArtifact): Promise<string>;
}

/** Larger ones are not what a cell leaves. */
const largestDocument = 1024 * 1024;

/** @throws ActionError where there is no artifact service, or it does not answer. */
export async function openRunArtifacts(): Promise<RunArtifacts> {
  const missing = missingService();
  if (missing !== undefined) {
    throw new ActionError('The artifacts of this run cannot be listed.', {
      problems: [`${missing}.`],
      fix: 'Collect on github.com or GitHub Enterprise Cloud; elsewhere the outputs of each build say where its image is.',
    });
  }
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const { artifacts } = await client.listArtifacts({ latest: true }).catch((cause: unknown) => {
    throw new ActionError('The artifacts of this run cannot be listed.', {
      problems: [errorMessage(cause)],
      fix: 'Run the job again; if this stays, look at githubstatus.com.',
      cause,
    });
  });
  return {
    artifacts: artifacts.map(({ id, name, size, digest }) => ({ id, name, size, ...(digest && { digest }) })),
    async text({ id, name, size, digest }) {
      if (size > largestDocument) return '';
      const folder = await mkdtemp(join(runnerTemp(), 'artifact-'));
      try {
        const { digestMismatch } = await client.downloadArtifact(id, {
          path: folder,
          ...(digest && { expectedHash: digest }),
        });
        const [file] = await readdir(folder);
        if (file === undefined || digestMismatch === true)
          throw new Error(digestMismatch ? 'its digest is not that of the upload' : 'it is empty');
        const path = join(folder, file);
        const found = await lstat(path);
        // Another job may have left a zip, whose size says little of what is in it.
        if (!found.isFile() || found.size > largestDocument)
          throw new Error('it is not the small file that a build leaves');
        return await readFile(path, 'utf8');
      } catch (cause) {
        throw new ActionError(`The artifact ${name} cannot be read.`, {
          problems: [errorMessage(cause)],
          cause,
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
