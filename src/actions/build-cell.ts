import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type * as z from 'zod';
import { ActionError, errorMessage } from '../action-error.ts';
import { type FinishedImage, finishImage, refuseExisting } from '../image/finish-image.ts';
import { type BuildResult, runBuild } from '../image-builder/build.ts';
import { buildCommand, expectedOutputName } from '../image-builder/command.ts';
import { type BuildConfig, readBuildConfig, secretsOf } from '../image-builder/config.ts';
import { endGroupByIdentity } from '../image-builder/process-group.ts';
import { inGroup } from '../log.ts';
import { completeSpec } from '../plan/complete-spec.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { findChannel } from '../release/resolve.ts';
import { type UploadedArtifact, uploadFile } from '../runner/artifacts.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { savedState, saveState } from '../runner/state.ts';
import { writeSummary } from '../runner/summary.ts';
import { type ImageBuilderCli, obtainImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { type FetchedRelease, fetchRelease } from './fetch-release.ts';
import type { buildInputs, buildOutputs } from './interface.ts';

type BuildInputs = z.output<z.ZodObject<typeof buildInputs>>;
type Context = MainContext<BuildInputs, (typeof buildOutputs)[number]>;

/** One cell from its inputs to an uploaded image. Everything that can be refused is refused before any download. */
export async function buildCell(context: Context) {
  const { inputs, log, secrets } = context;
  const fetched = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
    fetchRelease(inputs, log, secrets),
  );
  const { release } = fetched;
  const channel = findChannel(release, inputs['release-channel']);
  const spec = completeSpec(wantedImage(inputs), release);
  const config = await readConfig(context, spec);
  const destination = resolve(inputs.destination ?? join(runnerTemp(), 'node-images'));
  await refuseExisting(destination, spec, inputs['replace-existing'] ? 'replace' : 'keep');

  const workFolder = await mkdtemp(join(runnerTemp(), 'node-image-'));
  saveState('work-folder', workFolder);
  try {
    const cli = await inGroup(log, 'Obtain the image-builder CLI', () =>
      obtainCli(context, fetched, workFolder),
    );
    const built = await build(context, { fetched, spec, config, cli, workFolder, destination });
    const finished = await inGroup(log, 'Check the image', async () => {
      const result = await finishImage({
        builtPath: built.outputPath,
        spec,
        channel,
        destination,
        signal: context.signal,
      });
      log.info(
        `${result.image.fileName}: ${result.image.contents}; ${result.image.size} bytes; sha256 ${result.image.sha256}`,
      );
      return result;
    });
    context.setOutputs(imageOutputs(finished));
    const artifact = await inGroup(log, 'Upload the image', () => upload(context, finished));
    await summarize(context, { fetched, finished, cli, built, artifact });
    return {
      id: spec.id,
      'eks-a-version': release.version,
      'bundle-number': release.bundleNumber,
      signature: release.signature,
      'kube-version': channel.kubeVersion,
      'eksd-release': channel.eksdRelease,
      'artifact-id': artifact?.id,
      'artifact-url': artifact?.url,
      'duration-seconds': built.durationSeconds,
    };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** What must not outlive the job, also when main was killed: a running build, and its folder with the config. */
export async function cleanUp(): Promise<void> {
  const group = savedState('process-group');
  if (group !== undefined) await endGroupByIdentity(group);
  const workFolder = savedState('work-folder');
  if (workFolder !== undefined) await rm(workFolder, { recursive: true, force: true });
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

async function readConfig({ inputs, secrets }: Context, spec: BuildableSpec): Promise<BuildConfig> {
  const path = inputs['config-file'];
  const texts = [
    ...(path === undefined ? [] : [{ name: `config-file ${path}`, text: await readConfigFile(path) }]),
    ...(inputs.config === undefined ? [] : [{ name: 'config', text: inputs.config }]),
  ];
  const config = readBuildConfig({ texts, secrets: inputs.secrets }, spec);
  const { values, addresses } = secretsOf(config, spec.hypervisor);
  for (const value of values) secrets.add(value);
  for (const address of addresses) secrets.addUserInfo(address);
  return config;
}

async function readConfigFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ActionError(`\`config-file\` cannot be read: ${path}`, {
      problems: [errorMessage(cause)],
      fix: 'Give a path in the workspace, and check the repository out before this step.',
      cause,
    });
  }
}

async function obtainCli(
  { log }: Context,
  { release, http }: FetchedRelease,
  workFolder: string,
): Promise<ImageBuilderCli> {
  const cli = await obtainImageBuilderCli(release, join(workFolder, 'cli'), http);
  log.info(`image-builder ${cli.version}, sha256 ${release.imageBuilder?.sha256} as in the bundle`);
  return cli;
}

interface BuildStep {
  readonly fetched: FetchedRelease;
  readonly spec: BuildableSpec;
  readonly config: BuildConfig;
  readonly cli: ImageBuilderCli;
  readonly workFolder: string;
  readonly destination: string;
}

async function build(context: Context, step: BuildStep): Promise<BuildResult> {
  const { inputs, log, secrets, signal } = context;
  const { spec, workFolder, destination } = step;
  const folders = { work: join(workFolder, 'build'), home: join(workFolder, 'home') };
  await Promise.all(
    [...Object.values(folders), destination].map((folder) => mkdir(folder, { recursive: true })),
  );
  const certificatesPath = join(workFolder, 'certificates.pem');
  await writeFile(certificatesPath, step.fetched.certificates.pem);

  const sshPassword = randomBytes(18).toString('base64url');
  secrets.add(sshPassword);
  const command = buildCommand({
    cli: step.cli.path,
    spec,
    folders,
    certificatesPath,
    runnerEnvironment: process.env,
    sshPassword,
    ...(await writeConfig(step.config, spec, workFolder)),
  });
  const logPath = join(destination, `${spec.id}.log`);
  context.setOutputs({ 'log-path': logPath });
  log.info(`$ ${[command.file, ...command.args].join(' ')}`);
  return runBuild({
    command,
    release: step.fetched.release,
    workFolder: folders.work,
    outputName: expectedOutputName(spec),
    logPath,
    log,
    redact: (line) => secrets.redact(line),
    signal,
    timeoutMinutes: inputs['build-timeout'],
    onStart: (identity) => saveState('process-group', identity),
  });
}

async function writeConfig(
  config: BuildConfig,
  { hypervisor }: BuildableSpec,
  workFolder: string,
): Promise<{ configPath?: string }> {
  if (Object.keys(config).length === 0) return {};
  const configPath = join(workFolder, `${hypervisor}.json`);
  await writeFile(configPath, JSON.stringify(config), { mode: 0o600, flag: 'wx' });
  return { configPath };
}

function upload({ inputs, log }: Context, { image }: FinishedImage): Promise<UploadedArtifact | undefined> {
  return uploadFile(
    {
      path: image.path,
      mode: inputs['upload-artifact'],
      retentionDays: inputs['retention-days'],
      sha256: image.sha256,
    },
    log,
  );
}

function imageOutputs({ image, checksumsPath }: FinishedImage) {
  return {
    'image-path': image.path,
    'image-name': image.fileName,
    sha256: image.sha256,
    size: image.size,
    images: JSON.stringify([
      {
        path: image.path,
        name: image.fileName,
        sha256: image.sha256,
        size: image.size,
        format: image.format,
      },
    ]),
    'template-tags': image.templateTags.join(','),
    'checksums-path': checksumsPath,
  };
}

interface CellResult {
  readonly fetched: FetchedRelease;
  readonly finished: FinishedImage;
  readonly cli: ImageBuilderCli;
  readonly built: BuildResult;
  readonly artifact: UploadedArtifact | undefined;
}

async function summarize({ secrets }: Context, result: CellResult): Promise<void> {
  const { release } = result.fetched;
  const { image } = result.finished;
  await writeSummary(
    image.spec.id,
    [
      ['Image', image.fileName],
      ['sha256', image.sha256],
      ['Size', `${image.size} bytes`],
      ['Inside', image.contents],
      ['EKS Anywhere', `${release.version}, bundle ${release.bundleNumber}, signature ${release.signature}`],
      ['Template tags', image.templateTags.join(', ')],
      ['image-builder CLI', result.cli.version],
      ['Build time', `${result.built.durationSeconds} s`],
      ['Artifact', result.artifact?.url ?? 'not uploaded'],
      [
        'Verified by no chain',
        'what the build itself downloads: the EKS-D component list, Kubernetes binaries and container images',
      ],
    ],
    secrets,
  );
}
