import { ActionError, errorMessage } from '../action-error.ts';
import { inGroup, type Log } from '../log.ts';
import type { Cell } from '../plan/expand-images.ts';
import { type CellContent, fingerprintOf, ingredientsOf, noContent } from '../plan/fingerprint.ts';
import { githubRecords } from '../plan/github-records.ts';
import { type Decision, decideReuse, type FingerprintedCell } from '../plan/reuse.ts';
import type { WantedEntry } from '../plan/wanted-images.ts';
import type { BuildTooling } from '../release/build-tooling.ts';
import { findChannel } from '../release/resolve.ts';
import { GitHubUnavailable, openArtifactStore } from '../runner/github-api.ts';
import { readFilesOfBuildTooling } from './build-tooling-files.ts';
import type { FetchedRelease } from './fetch-release.ts';
import type { PlanInputs } from './make-plan.ts';

interface ReuseContext {
  readonly inputs: PlanInputs;
  readonly fetched: FetchedRelease;
  readonly now: Date;
  readonly log: Log;
}

/**
 * Finds the cells whose image an earlier run has made already. GitHub being out of order is no reason not to build:
 * then everything is built.
 */
export async function decideCells(
  cells: readonly Cell[],
  contents: ReadonlyMap<WantedEntry, CellContent>,
  context: ReuseContext,
): Promise<readonly Decision[]> {
  const { inputs, fetched, now, log } = context;
  const fingerprinted = await inGroup(log, 'Take the fingerprint of each image', () =>
    takeFingerprints(cells, contents, context),
  );
  try {
    return await inGroup(log, 'Look for images that did not change', async () => {
      const store = await openArtifactStore({
        http: fetched.http,
        apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
        serverUrl: process.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        repository: process.env['GITHUB_REPOSITORY'] ?? '',
        token: tokenFrom(inputs['github-token']),
      });
      const policy = { maxAgeDays: inputs['max-age-days'], now };
      const decisions = await decideReuse(fingerprinted, githubRecords(store), policy);
      for (const { cell, reason, reused } of decisions)
        log.info(`${cell.spec.id}: ${reused ? 'reused' : 'build'} (${reason})`);
      return decisions;
    });
  } catch (error) {
    if (!(error instanceof GitHubUnavailable)) throw error;
    log.warning(`${error.message}\nAll images are built.`);
    return fingerprinted.map((cell) => ({ ...cell, reason: 'GitHub did not say what was built before' }));
  }
}

async function takeFingerprints(
  cells: readonly Cell[],
  contents: ReadonlyMap<WantedEntry, CellContent>,
  { fetched, inputs, log }: ReuseContext,
): Promise<readonly FingerprintedCell[]> {
  const { release, eksdManifest } = fetched;
  const built = cells.filter(({ spec }) => spec.os !== 'bottlerocket');
  const channels = [...new Set(built.map(({ spec }) => spec.releaseChannel))];
  const network = inputs['manifest-tarball'] === undefined ? 'online' : 'air-gapped';
  const [buildTooling, components] = await Promise.all([
    network === 'online' ? statedByCommit(fetched, log) : undefined,
    Promise.all(
      channels.map(async (name) => {
        const { componentsDigest } = await eksdManifest(findChannel(release, name));
        return [name, componentsDigest] as const;
      }),
    ).then((entries) => new Map(entries)),
  ]);
  return cells.map((cell) => {
    const { spec, entry } = cell;
    const content = contents.get(entry) ?? noContent;
    if (spec.hypervisor === 'ami')
      return { cell, unknown: 'an AMI is always built: whether the last one is still there cannot be seen' };
    const eksdComponents = components.get(spec.releaseChannel);
    // Without a fingerprint the cell leaves no record that a later run could take for a complete one.
    if (content.missing.length > 0)
      return {
        cell,
        unknown: `a change of ${content.missing.join(', ')} would go unseen: not in this workspace`,
      };
    if (spec.os !== 'bottlerocket' && eksdComponents === undefined)
      return { cell, unknown: 'a change would go unseen: its EKS Distro manifest could not be read' };
    return {
      cell,
      fingerprint: fingerprintOf(ingredientsOf(spec, release, content, { eksdComponents, buildTooling })),
    };
  });
}

/** Without them the fingerprint is another one, so that at worst something is built that need not be. */
async function statedByCommit(fetched: FetchedRelease, log: Log): Promise<BuildTooling | undefined> {
  const onFallback = (reason: string) =>
    log.info(`git could not read the build-tooling commit, TLS has to do: ${reason}`);
  try {
    return await readFilesOfBuildTooling(fetched, onFallback);
  } catch (error) {
    log.warning(
      `The files of the build-tooling commit ${fetched.release.buildToolingCommit} could not be fetched, so the fingerprints rest on what is known of the release line: ${errorMessage(error)}`,
    );
    return undefined;
  }
}

/** Outside of a runner the default of the input stays an expression. */
function tokenFrom(input: string): string {
  if (!input.startsWith('${{')) return input;
  throw new ActionError('`skip-unchanged` needs a token to ask GitHub with, and there is none.', {
    fix: 'Give `github-token`, or set `skip-unchanged: false`.',
  });
}
