import { constants } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';
import { imageBuilderRepository } from '../image-builder/child-environment.ts';
import type { Log } from '../log.ts';
import { certificateVariables } from '../net/certificates.ts';
import { mirrorsForGit } from '../net/mirrors.ts';
import type { Hypervisor } from '../plan/node-image-spec.ts';
import { buildToolingRepository } from '../release/build-tooling.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { isAtLeast, oldestSupported, supportMatrix } from '../release/support-matrix.ts';
import type { RequiredTools } from '../release/support-table.ts';
import type { RequestedVersion } from '../release/version.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import type { Secrets } from '../runner/secrets.ts';
import { actionsCache } from '../runner/tool-cache.ts';
import { readSigningKey } from '../toolchain/detached-signature.ts';
import { keyOf } from '../toolchain/file-digest.ts';
import { obtainGitMirror, readFromMirror } from '../toolchain/git-mirror.ts';
import { hashicorpKey } from '../toolchain/hashicorp-key.ts';
import { type PreparedToolchain, prepareToolchain } from '../toolchain/prepare-toolchain.ts';
import type { Purpose } from '../toolchain/toolchain.ts';
import { readFilesOfBuildTooling } from './build-tooling-files.ts';
import { type FetchedRelease, fetchRelease, type Network, type ReleaseRequest } from './fetch-release.ts';

/** The inputs that say which tools, as `toolchainInputs` and `releaseInputs` parse them. */
export interface ToolInputs extends ReleaseRequest {
  readonly 'image-builder-release'?: RequestedVersion | undefined;
  readonly 'install-packages': 'auto' | 'never';
  readonly cache: boolean;
  readonly 'hashicorp-public-key'?: string | undefined;
}

export interface SetUpRequest {
  readonly inputs: ToolInputs;
  readonly hypervisor: Hypervisor;
  /** Exact. */
  readonly eksaVersion: string;
  /** The release that is built; asked for only when its version does not say enough. */
  readonly release: () => Promise<FetchedRelease>;
  readonly network: Network;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
}

/** Where an earlier step of the job says what it set up. */
export const toolchainVariable = 'EKS_ANYWHERE_TOOLCHAIN';

/**
 * The tools for one release and hypervisor. When all of them are in the store, not a single request is made: what they
 * are follows from the version alone.
 *
 * @throws ActionError
 */
export async function setUpTools(request: SetUpRequest): Promise<PreparedToolchain> {
  const { inputs, network, log, signal } = request;
  const purpose = await purposeOf(request);
  const folders = await toolFolders();
  await Promise.all([folders.archives, folders.wheels].map((folder) => mkdir(folder, { recursive: true })));
  const environment = await childEnvironment(network);
  const isHosted = process.env['RUNNER_ENVIRONMENT'] === 'github-hosted';
  const ownKey = inputs['hashicorp-public-key'];
  const key = ownKey === undefined ? hashicorpKey : { armored: ownKey };
  // A key that cannot be read is said before anything is downloaded.
  if (ownKey !== undefined) await readSigningKey(key);
  return prepareToolchain({
    purpose,
    tools: await toolsOf(request),
    cliRelease: () => cliRelease(request, purpose.cliRelease),
    hashicorpKey: key,
    installPackages: inputs['install-packages'],
    folders,
    ...(isHosted &&
      inputs.cache && {
        cache: actionsCache({ folders: [folders.archives, folders.wheels], log, environment, signal }),
      }),
    http: network.http,
    environment,
    log,
    signal,
  });
}

/** What the tools are for, and by which keys they are trusted. */
export async function purposeOf(request: Omit<SetUpRequest, 'signal'>): Promise<Purpose> {
  const { inputs, eksaVersion, hypervisor } = request;
  const cliRelease = await cliReleaseOf(request);
  const trust = keyOf(
    inputs['verify-signature'],
    inputs['bundle-public-key'] ?? '',
    inputs['release-manifest-url'],
    inputs['hashicorp-public-key'] ?? '',
    isRebuilt(cliRelease) ? (await request.release()).release.imageBuilder?.sha256 : '',
  );
  return { eksaVersion, cliRelease, hypervisor, trust };
}

/** Which release's CLI builds: the one that is asked for, else that of the release itself but for three old ones. */
export async function cliReleaseOf(
  request: Pick<SetUpRequest, 'inputs' | 'eksaVersion' | 'network' | 'log' | 'secrets'>,
): Promise<string> {
  const { inputs, eksaVersion, network, log, secrets } = request;
  if (!isAtLeast(eksaVersion, oldestSupported)) {
    throw new ActionError(
      `EKS Anywhere ${eksaVersion} is too old: its image-builder CLI is another program.`,
      {
        fix: `Choose ${oldestSupported} or newer with \`eks-a-version\`.`,
      },
    );
  }
  const asked = inputs['image-builder-release'];
  if (asked === undefined) return supportMatrix(eksaVersion).imageBuilderRelease;
  if (asked.kind === 'exact') return asked.version;
  const { release } = await fetchRelease({ ...inputs, 'eks-a-version': asked }, log, secrets, network);
  return release.version;
}

async function cliRelease(
  { inputs, release, network, log, secrets }: SetUpRequest,
  version: string,
): Promise<EksaRelease> {
  const target = await release();
  if (target.release.version === version) return target.release;
  const other = { ...inputs, 'dev-branch': undefined, 'eks-a-version': { kind: 'exact', version } } as const;
  return (await fetchRelease(other, log, secrets, network)).release;
}

/** What upstream insists on: known by line, and for lines newer than that read from the commit that is built. */
async function toolsOf({ eksaVersion, release, log }: SetUpRequest): Promise<RequiredTools> {
  const { tools, notes } = supportMatrix(eksaVersion);
  if (notes.length === 0) return tools;
  const { requiredTools } = await readFilesOfBuildTooling(await release(), (reason) =>
    log.warning(`The required versions were not read through git objects (${reason}).`),
  );
  const { plugins, ...stated } = requiredTools ?? {};
  return { ...tools, ...stated, ...(tools.plugins && { plugins: { ...tools.plugins, ...plugins } }) };
}

/** Development builds keep their version while their files change. */
function isRebuilt(version: string): boolean {
  return version.startsWith('v0.0.0-');
}

async function toolFolders() {
  const temp = runnerTemp();
  const toolCache = process.env['RUNNER_TOOL_CACHE'];
  const ofJob = join(temp, 'eks-anywhere-tools');
  const stores = toolCache ? [join(toolCache, 'eks-anywhere-node-images'), ofJob] : [ofJob];
  return {
    stores,
    archives: join(temp, 'eks-anywhere-archives'),
    wheels: join(temp, 'eks-anywhere-wheels'),
    iso: await firstWritable(stores.map((store) => join(store, 'iso'))),
  };
}

/** Packer writes there itself, so a tool cache that is only read will not do. */
async function firstWritable(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const isWritable = await mkdir(folder, { recursive: true })
      .then(() => access(folder, constants.W_OK))
      .then(
        () => true,
        () => false,
      );
    if (isWritable) return folder;
  }
  return runnerTemp();
}

async function childEnvironment({ certificates }: Network): Promise<NodeJS.ProcessEnv> {
  const path = join(runnerTemp(), 'eks-anywhere-authorities.pem');
  await writeFile(path, certificates.pem);
  return { ...process.env, ...certificateVariables(path) };
}

/**
 * Mirrors of the two repositories that upstream clones for every build; only where they last, because the first mirror
 * costs as much as the clone. Without them the build goes to GitHub itself, so nothing here fails it.
 */
export async function gitMirrors(
  release: EksaRelease,
  { network, log, signal }: Pick<SetUpRequest, 'network' | 'log' | 'signal'>,
): Promise<ReadonlyMap<string, string>> {
  const toolCache = process.env['RUNNER_TOOL_CACHE'];
  if (!toolCache || process.env['RUNNER_ENVIRONMENT'] === 'github-hosted') return new Map();
  const mirrors = new Map<string, string>();
  try {
    const common = {
      root: join(toolCache, 'eks-anywhere-node-images', 'git'),
      environment: { ...(await childEnvironment(network)), ...mirrorsForGit(network.mirrors, process.env) },
      signal,
    };
    const tooling = { ...common, url: buildToolingRepository, revision: release.buildToolingCommit };
    const folder = await obtainGitMirror(tooling);
    mirrors.set(buildToolingRepository, folder);
    const tag = await readFromMirror(folder, 'projects/kubernetes-sigs/image-builder/GIT_TAG', tooling);
    mirrors.set(
      imageBuilderRepository,
      await obtainGitMirror({ ...common, url: imageBuilderRepository, revision: tag }),
    );
  } catch (error) {
    signal.throwIfAborted();
    log.info(`The build clones from GitHub itself: ${errorMessage(error)}`);
  }
  return mirrors;
}
