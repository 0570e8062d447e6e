/** The clone of aws/eks-anywhere-build-tooling in the working directory, which every command but `version` needs. */

import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { outputOf, runInShell } from './go-exec.ts';
import { type Frame, fatal, GoError, log, panicOfIndex } from './go-runtime.ts';
import { child, scalar } from './go-yaml.ts';
import { type FoundRelease, findRelease, type ReleaseRequest } from './release-manifest.ts';

const repositoryUrl = 'https://github.com/aws/eks-anywhere-build-tooling.git';

export const cloneFolder = (): string => path.join(process.cwd(), 'eks-anywhere-build-tooling');

export interface CloneRequest extends ReleaseRequest {
  readonly force: boolean;
  /** Air-gapped builds clone a mirror. */
  readonly url?: string;
  /** The frames below prepBuildToolingRepo, for its panic. */
  readonly callers: readonly Frame[];
}

/**
 * Finds the release and clones the repository at the commit of its first versions bundle, whatever channel is asked for.
 * Throws a GoError for everything that the CLI reports itself; panics where the CLI does.
 */
export async function cloneBuildTooling(request: CloneRequest): Promise<FoundRelease> {
  const root = cloneFolder();
  const url = request.url ?? repositoryUrl;
  if (request.force) cleanUp(root);
  const release = await findRelease(request).catch(during('Error getting git commit from bundle'));
  const [first] = release.versionsBundles;
  if (first === undefined) {
    const call = 'builder.(*BuildOptions).prepBuildToolingRepo(0x1169980, {0x381dad46d640, 0x40})';
    panicOfIndex([[call, 'builder/utils.go:43 +0x56e'], ...request.callers]);
  }
  const commit = scalar(child(first, 'eksD'), 'gitCommit');
  log(`Cloning eks-anywhere-build-tooling from ${url}...`);
  attempt('Error cloning build tooling repo', () => runInShell(`git clone ${url} ${root}`));
  log('Cloned eks-anywhere-build-tooling repo');
  log(`Checking out commit ${commit} for build...`);
  attempt(`Error checking out build tooling repo at commit ${commit}`, () =>
    runInShell(`git -C ${root} checkout ${commit}`),
  );
  log(`Checked out eks-anywhere-build-tooling repo at commit ${commit}`);
  return release;
}

/** A file of the clone. */
export function readCloned(name: string): string {
  const top = outputOf('git', ['-C', cloneFolder(), 'rev-parse', '--show-toplevel']);
  return readFileSync(path.join(top, name), 'utf8');
}

/** The only failure after which the CLI removes its clone. */
export function checkReleaseChannel(channel: string): void {
  const supported = readCloned('release/SUPPORTED_RELEASE_BRANCHES').split('\n');
  if (supported.includes(channel)) return;
  cleanUp(cloneFolder());
  fatal(`release-channel should be one of [${supported.join(' ')}]`);
}

/** The line is the same whatever is removed. */
export function cleanUp(folder: string): void {
  log('Cleaning up cache build files');
  rmSync(folder, { recursive: true, force: true });
}

/** `fmt.Errorf("…: %v", err)`, as the handler of a promise. */
export const during =
  (context: string) =>
  (error: unknown): never => {
    throw error instanceof GoError ? new GoError(`${context}: ${error.message}`) : error;
  };

export function attempt<Value>(context: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    return during(context)(error);
  }
}
