import type { BuildTools } from '../image-builder/child-environment.ts';
import type { Log } from '../log.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import type { Secrets } from '../runner/secrets.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { readToolchain, type Toolchain } from '../toolchain/toolchain.ts';
import type { FetchedRelease } from './fetch-release.ts';
import { gitMirrors, purposeOf, setUpTools, type ToolInputs, toolchainVariable } from './set-up-tools.ts';

/** The tools of one build. */
export interface BuildSetup {
  readonly cli: ImageBuilderCli;
  readonly toolchain: Toolchain;
  readonly tools: BuildTools;
}

interface Context {
  readonly inputs: ToolInputs;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
}

/** What `setup-image-builder` set up earlier in the job, if it is for this build; else the same set-up, done here. */
export async function setUpForBuild(
  { inputs, log, secrets, signal }: Context,
  fetched: FetchedRelease,
  { hypervisor, eksaVersion }: BuildableSpec,
): Promise<BuildSetup> {
  const release = async () => fetched;
  const request = { inputs, hypervisor, eksaVersion, release, network: fetched, log, secrets, signal };
  const purpose = await purposeOf(request);
  const earlierPath = process.env[toolchainVariable];
  const earlier = await readToolchain(earlierPath, purpose);
  if (earlier !== undefined) log.info('The tools are those of the step that set them up.');
  else if (earlierPath)
    log.info('The tools of the earlier step are for another release, hypervisor or key, or gone.');
  const toolchain = earlier ?? (await setUpTools(request)).toolchain;
  const { imageBuilder, pathEntries, isoFolder } = toolchain;
  return {
    cli: imageBuilder,
    toolchain,
    tools: {
      cliRelease: purpose.cliRelease,
      pathEntries,
      isoFolder,
      gitMirrors: await gitMirrors(fetched.release, request),
    },
  };
}
