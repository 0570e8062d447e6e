import { readGitFiles } from '../net/git-files.ts';
import { type BuildTooling, buildToolingRepository, readBuildTooling } from '../release/build-tooling.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import type { FetchedRelease } from './fetch-release.ts';

/**
 * The files of the commit that a release builds from: through git, which recomputes the hashes below the signed
 * commit id, or where git fails over TLS alone.
 *
 * @throws ActionError when neither way works
 */
export function readFilesOfBuildTooling(
  { release, http, certificates, mirrors }: FetchedRelease,
  onFallback: (reason: string) => void,
): Promise<BuildTooling> {
  const commit = release.buildToolingCommit;
  return readBuildTooling({
    commit,
    http,
    readByGit: (paths) =>
      readGitFiles({
        repository: buildToolingRepository,
        commit,
        paths,
        certificates,
        mirrors,
        environment: process.env,
        scratch: runnerTemp(),
      }),
    onFallback,
  });
}
