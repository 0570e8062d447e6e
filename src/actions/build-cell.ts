import { join, resolve } from 'node:path';
import type * as z from 'zod';
import { copyManifest, finishImage, refuseExisting } from '../image/finish-image.ts';
import { checkManifestTarball } from '../image-builder/air-gap.ts';
import {
  closeWorkFolder,
  createWorkFolder,
  removeIfIdle,
  sweepWorkFolders,
  type WorkFolder,
} from '../image-builder/work-folder.ts';
import { inGroup, type Log } from '../log.ts';
import { completeBuild } from '../plan/complete-spec.ts';
import { exactSize } from '../quantities.ts';
import { findChannel } from '../release/resolve.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { declareArtifact } from '../runner/artifacts-file.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { savedState, saveState } from '../runner/state.ts';
import { writeSummary } from '../runner/summary.ts';
import { type ImageBuilderCli, obtainImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { planCell } from './cell-plan.ts';
import { writeProvenance } from './cell-provenance.ts';
import { cellOutputs, cellSummary, imageOutputs, remoteOutputs, remoteSummary } from './cell-report.ts';
import { checkCellLive } from './check-live.ts';
import { checkMachine, leaveMachine } from './check-machine.ts';
import { type FetchedRelease, fetchRelease } from './fetch-release.ts';
import type { buildInputs, buildOutputs, hostInputs } from './interface.ts';
import { runPlan } from './run-build.ts';
import { setUpForBuild } from './set-up-for-build.ts';
import { showPlan } from './show-plan.ts';
import { uploadImage, uploadRemoteOutcome } from './upload-image.ts';

type BuildInputs = z.output<z.ZodObject<typeof buildInputs & ReturnType<typeof hostInputs>>>;
/** What the parts of a cell share. */
export type BuildContext = MainContext<BuildInputs, (typeof buildOutputs)[number]>;

/** One cell from its inputs to an uploaded image. Everything that can be refused is refused before any download. */
export async function buildCell(context: BuildContext) {
  const { inputs, log, secrets, signal } = context;
  // A dry run is for any machine.
  await using host = inputs['dry-run']
    ? undefined
    : await checkMachine(context, { steps: ['resolve', 'build', 'install'], builds: true });
  const fetched = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
    fetchRelease(inputs, log, secrets),
  );
  const { release } = fetched;
  const channel = findChannel(release, inputs['release-channel']);
  const spec = completeBuild(wantedImage(inputs), release);
  const plan = await planCell(inputs, spec, context);
  if (inputs['air-gapped'])
    checkManifestTarball(await fetched.eksdManifest(channel), release.version, channel);
  if (inputs['dry-run']) return showPlan(context, plan, fetched);
  await checkCellLive(plan, fetched, log);
  const destination = resolve(inputs.destination ?? join(runnerTemp(), 'node-images'));
  await refuseExisting(destination, spec, inputs['replace-existing'] ? 'replace' : 'keep');

  await sweepWorkFolders(runnerTemp(), log);
  const folder = await createWorkFolder(runnerTemp());
  saveState('work-folder', folder.path);
  try {
    const setup =
      inputs.setup === 'skip'
        ? undefined
        : await inGroup(log, 'Set up the tools', () => setUpForBuild(context, fetched, spec));
    const cli =
      setup?.cli ??
      (await inGroup(log, 'Obtain the image-builder CLI', () => obtainCli(context, fetched, folder)));
    const httpAddress = host?.httpAddress;
    const step = { fetched, channel, plan, cli, setup, folder, destination, httpAddress };
    const built = await runPlan(context, step);
    const { outputPath: builtPath } = built;
    if (builtPath === undefined) {
      await uploadRemoteOutcome({ fetched, channel, plan }, inputs, log);
      const remote = { fetched, channel, plan, cli, built };
      await writeSummary(remoteSummary(remote), secrets);
      return remoteOutputs(remote);
    }
    const finished = await inGroup(log, 'Check the image', () =>
      finishImage({ builtPath, spec, channel, destination, signal }),
    );
    const { image } = finished;
    if (plan.manifestCopy !== undefined) await copyManifest(image.path, plan.manifestCopy);
    log.info(`${image.fileName}: ${image.contents}; ${exactSize(image.size)}; sha256 ${image.sha256}`);
    const madeFrom = { image, spec, fetched, channel, config: plan.config, cli, setup, inputs };
    const provenancePath = await writeProvenance(madeFrom, secrets);
    context.setOutputs({ ...imageOutputs(finished), 'provenance-path': provenancePath });
    await declareArtifact(image.path, log);
    const uploaded = await uploadImage({ image, release, channel, provenancePath }, inputs, log);
    const result = { fetched, channel, finished, cli, built, artifact: uploaded, provenancePath };
    const isAirGapped = inputs['air-gapped'];
    await writeSummary(cellSummary({ ...result, isAirGapped }), secrets);
    return cellOutputs(result);
  } finally {
    await removeIfIdle(folder.path);
  }
}

/**
 * What must not outlive the job, also when main was killed: a running build, its folder with the config, and what was
 * done to the machine.
 */
export async function cleanUp(log: Log): Promise<void> {
  const path = savedState('work-folder');
  try {
    if (path !== undefined) await closeWorkFolder(path, log);
  } finally {
    await leaveMachine(log);
  }
}

function wantedImage(inputs: BuildInputs) {
  return {
    os: inputs.os,
    osVersion: inputs['os-version'],
    hypervisor: inputs.hypervisor,
    firmware: inputs.firmware,
    builder: inputs.builder,
    releaseChannel: inputs['release-channel'],
  };
}

async function obtainCli(
  { inputs, log, secrets }: BuildContext,
  fetched: FetchedRelease,
  folder: WorkFolder,
): Promise<ImageBuilderCli> {
  const { imageBuilderRelease: version } = supportMatrix(fetched.release.version);
  const isOther = version !== fetched.release.version;
  const source = isOther
    ? await fetchRelease({ ...inputs, 'eks-a-version': { kind: 'exact', version } }, log, secrets)
    : fetched;
  const cli = await obtainImageBuilderCli(source.release, join(folder.path, 'cli'), source.http);
  log.info(`image-builder ${cli.version}, sha256 ${source.release.imageBuilder?.sha256} as in the bundle`);
  return cli;
}
