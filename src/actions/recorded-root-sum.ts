import { ActionError, errorMessage } from '../action-error.ts';
import { readGitFiles } from '../net/git-files.ts';
import { buildToolingRepository } from '../release/build-tooling.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import type { FetchedRelease } from './fetch-release.ts';

/** Source: aws/eks-anywhere-build-tooling; a line as sha512sum(1) reads it. */
const file = 'projects/kubernetes-sigs/image-builder/bottlerocket-root-json-checksum';

/**
 * The sha512 of Bottlerocket's root.json that AWS recorded in the build-tooling commit of a release. Only a signed bundle
 * and git objects make it something to trust: TLS alone would protect the published root.json as well.
 *
 * @throws ActionError when git cannot read the commit.
 */
export async function readRecordedRootSum({
  release,
  certificates,
  mirrors,
}: FetchedRelease): Promise<string | undefined> {
  if (release.signature !== 'verified') return undefined;
  const commit = release.buildToolingCommit;
  const options = { repository: buildToolingRepository, commit, paths: [file], certificates, mirrors };
  try {
    const files = await readGitFiles({ ...options, environment: process.env, scratch: runnerTemp() });
    return /^([0-9a-f]{128})\b/.exec(files.get(file) ?? '')?.[1];
  } catch (cause) {
    throw new ActionError(
      `The sha512 of root.json cannot be read from commit ${commit}: ${errorMessage(cause)}`,
      {
        cause,
      },
    );
  }
}
