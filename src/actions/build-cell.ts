import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type * as z from 'zod';
import { errorMessage } from '../action-error.ts';
import { finishImage, refuseExisting } from '../image/finish-image.ts';
import { buildWithRetries, type RetriedBuild } from '../image-builder/build-with-retries.ts';
import { buildCommand, expectedOutputName } from '../image-builder/command.ts';
import type { BuildConfig } from '../image-builder/config.ts';
import { lendFiles } from '../image-builder/lent-files.ts';
import {
  closeWorkFolder,
  createWorkFolder,
  removeIfIdle,
  sweepWorkFolders,
  type WorkFolder,
} from '../image-builder/work-folder.ts';
import { inGroup, type Log } from '../log.ts';
import { completeSpec } from '../plan/complete-spec.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { findChannel } from '../release/resolve.ts';
import { uploadFile } from '../runner/artifacts.ts';
import { declareArtifact } from '../runner/artifacts-file.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { savedState, saveState } from '../runner/state.ts';
import { type ImageBuilderCli, obtainImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { linkPackerPlugins } from '../toolchain/packer-plugins.ts';
import { readCellConfig } from './cell-config.ts';
import { writeProvenance } from './cell-provenance.ts';
import { cellOutputs, imageOutputs, summarizeCell } from './cell-report.ts';
import { checkMachine, leaveMachine } from './check-machine.ts';
import { type FetchedRelease, fetchRelease } from './fetch-release.ts';
import type { buildInputs, buildOutputs, hostInputs } from './interface.ts';
import { type BuildSetup, setUpForBuild } from './set-up-for-build.ts';
import { uploadImage } from './upload-image.ts';

type BuildInputs = z.output<z.ZodObject<typeof buildInputs & ReturnType<typeof hostInputs>>>;
type Context = MainContext<BuildInputs, (typeof buildOutputs)[number]>;

/** One cell from its inputs to an uploaded image. Everything that can be refused is refused before any download. */
export async function buildCell(context: Context) {
  const { inputs, log, secrets, signal } = context;
  await using host = await checkMachine(context, {
    steps: ['resolve', 'build', 'install'],
    builds: true,
  });
  const fetched = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
    fetchRelease(inputs, log, secrets),
  );
  const { release } = fetched;
  const channel = findChannel(release, inputs['release-channel']);
  const spec = completeSpec(wantedImage(inputs), release);
  const config = await readCellConfig(inputs, spec, secrets);
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
      (await inGroup(log, 'Obtain the image-builder CLI', () => obtainCli(log, fetched, folder)));
    const built = await build(context, {
      fetched,
      spec,
      config,
      cli,
      setup,
      folder,
      destination,
      httpAddress: host.httpAddress,
    });
    const finished = await inGroup(log, 'Check the image', () =>
      finishImage({ builtPath: built.outputPath, spec, channel, destination, signal }),
    );
    const { image } = finished;
    log.info(`${image.fileName}: ${image.contents}; ${image.size} bytes; sha256 ${image.sha256}`);
    const provenancePath = await writeProvenance({ image, fetched, channel, config }, secrets);
    context.setOutputs({ ...imageOutputs(finished), 'provenance-path': provenancePath });
    await declareArtifact(image.path, log);
    const uploaded = await uploadImage({ image, release, channel, provenancePath }, inputs, log);
    const result = { fetched, channel, finished, cli, built, artifact: uploaded };
    await summarizeCell(result, secrets);
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
    releaseChannel: inputs['release-channel'],
  };
}

async function obtainCli(
  log: Log,
  { release, http }: FetchedRelease,
  folder: WorkFolder,
): Promise<ImageBuilderCli> {
  const cli = await obtainImageBuilderCli(release, join(folder.path, 'cli'), http);
  log.info(`image-builder ${cli.version}, sha256 ${release.imageBuilder?.sha256} as in the bundle`);
  return cli;
}

interface BuildStep {
  readonly fetched: FetchedRelease;
  readonly spec: BuildableSpec;
  readonly config: BuildConfig;
  readonly cli: ImageBuilderCli;
  /** Absent when the tools are those of the machine. */
  readonly setup: BuildSetup | undefined;
  readonly folder: WorkFolder;
  readonly destination: string;
  readonly httpAddress: string | undefined;
}

async function build(context: Context, step: BuildStep): Promise<RetriedBuild> {
  const { inputs, log, secrets, signal } = context;
  const { spec, folder, destination, setup } = step;
  if (setup !== undefined) await linkPackerPlugins(setup.pluginFolder, folder.home);
  await mkdir(destination, { recursive: true });
  const certificatesPath = join(folder.path, 'certificates.pem');
  await writeFile(certificatesPath, step.fetched.certificates.pem);
  const configPath = await writeConfig(step.config, spec, folder);
  const lent = await lendFiles(process.env['HOME'], folder.home);
  for (const password of lent.passwords) secrets.add(password);
  for (const address of lent.addresses) secrets.addUserInfo(address);
  const sshPassword = randomBytes(18).toString('base64url');
  secrets.add(sshPassword);

  const logPath = join(destination, `${spec.id}.log`);
  context.setOutputs({ 'log-path': logPath });
  let isFailed = true;
  try {
    const result = await buildWithRetries(
      {
        command: buildCommand({
          cli: step.cli.path,
          spec,
          folder,
          certificatesPath,
          runnerEnvironment: process.env,
          sshPassword,
          httpAddress: step.httpAddress,
          ...(configPath && { configPath }),
          ...(setup && { tools: setup.tools }),
        }),
        release: step.fetched.release,
        folder,
        outputName: expectedOutputName(spec, setup?.tools.cliRelease),
        logPath,
        log,
        redact: (line) => secrets.redact(line),
        signal,
        timeoutMinutes: inputs['build-timeout'],
        onSecret: (secret) => secrets.add(secret),
      },
      inputs.attempts,
    );
    isFailed = false;
    return result;
  } finally {
    const isWanted =
      inputs['upload-logs'] === 'always' || (isFailed && inputs['upload-logs'] === 'on-failure');
    if (isWanted && !signal.aborted && existsSync(logPath)) await uploadLog(logPath, context);
  }
}

/** The config with its secrets, for the CLI alone. Bare metal has defaults and needs none. */
async function writeConfig(
  config: BuildConfig,
  { hypervisor }: BuildableSpec,
  folder: WorkFolder,
): Promise<string | undefined> {
  if (Object.keys(config).length === 0) return undefined;
  const path = join(folder.path, `${hypervisor}.json`);
  await writeFile(path, JSON.stringify(config), { mode: 0o600, flag: 'wx' });
  return path;
}

/** A log that cannot be uploaded must not hide why the build failed. */
async function uploadLog(path: string, { inputs, log }: Context): Promise<void> {
  try {
    await uploadFile({ what: 'The log', path, mode: 'raw', retentionDays: inputs['retention-days'] }, log);
  } catch (error) {
    log.warning(errorMessage(error));
  }
}
