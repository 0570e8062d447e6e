import type { BuildTools } from '../image-builder/child-environment.ts';
import type { Log } from '../log.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import type { Secrets } from '../runner/secrets.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { readToolchain } from '../toolchain/toolchain.ts';
import type { FetchedRelease } from './fetch-release.ts';
import { cliReleaseOf, gitMirrors, setUpTools, type ToolInputs, toolchainVariable } from './set-up-tools.ts';

/** The tools of one build. */
export interface BuildSetup {
  readonly cli: ImageBuilderCli;
  readonly pluginFolder: string;
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
  const common = { inputs, hypervisor, eksaVersion, network: fetched, log, secrets, signal };
  const cliRelease = await cliReleaseOf(common);
  const earlier = await readToolchain(process.env[toolchainVariable], {
    eksaVersion,
    cliRelease,
    hypervisor,
  });
  if (earlier !== undefined) log.info('The tools are those of the step that set them up.');
  const { imageBuilder, pluginFolder, pathEntries, isoFolder } =
    earlier ?? (await setUpTools({ ...common, release: async () => fetched })).toolchain;
  return {
    cli: imageBuilder,
    pluginFolder,
    tools: {
      cliRelease,
      pathEntries,
      isoFolder,
      gitMirrors: await gitMirrors(fetched.release, common),
    },
  };
}
