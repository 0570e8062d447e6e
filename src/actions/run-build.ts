import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage } from '../action-error.ts';
import { filesConfig } from '../image-builder/additional-files.ts';
import { makeManifestTarball, storeGitCredentials } from '../image-builder/air-gap.ts';
import { buildWithRetries, type RetriedBuild } from '../image-builder/build-with-retries.ts';
import { childEnvironment, type Variable } from '../image-builder/child-environment.ts';
import { buildArguments, type Command } from '../image-builder/command.ts';
import { expectedOutput } from '../image-builder/expected-output.ts';
import { lendFiles } from '../image-builder/lent-files.ts';
import type { BuildPlan } from '../image-builder/prepare-build.ts';
import { writtenForUpstream } from '../image-builder/upstream-quoting.ts';
import type { WorkFolder } from '../image-builder/work-folder.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { openManifestTarball } from '../release/manifest-tarball.ts';
import { uploadFile } from '../runner/artifacts.ts';
import type { Secrets } from '../runner/secrets.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { linkPackerPlugins } from '../toolchain/packer-plugins.ts';
import type { BuildContext } from './build-cell.ts';
import type { FetchedRelease } from './fetch-release.ts';
import type { BuildSetup } from './set-up-for-build.ts';

export interface BuildStep {
  readonly fetched: FetchedRelease;
  readonly channel: ReleaseChannel;
  readonly plan: BuildPlan;
  readonly cli: ImageBuilderCli;
  /** Absent when the tools are those of the machine. */
  readonly setup: BuildSetup | undefined;
  readonly folder: WorkFolder;
  readonly destination: string;
  /** Where the guest of a vSphere build reaches Packer's HTTP server; upstream guesses without it. */
  readonly httpAddress: string | undefined;
}

/** A build and where its whole log is. */
export interface LoggedBuild extends RetriedBuild {
  readonly logPath: string;
}

/** Runs the CLI for a plan and keeps its log. */
export async function runPlan(context: BuildContext, step: BuildStep): Promise<LoggedBuild> {
  const { inputs, log, secrets, signal } = context;
  const { plan, folder, destination, setup } = step;
  if (setup !== undefined) await linkPackerPlugins(setup.toolchain.pluginFolder, folder.home);
  await mkdir(destination, { recursive: true });
  const command = await writeCommand(context, step);
  const output = expectedOutput(plan.spec, plan.config, setup?.tools.cliRelease);
  const logPath = join(destination, `${plan.spec.id}.log`);
  context.setOutputs({ 'log-path': logPath });
  let isFailed = true;
  try {
    const result = await buildWithRetries(
      {
        command,
        release: step.fetched.release,
        folder,
        ...(output.kind !== 'remote' && { outputName: output.name }),
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
    return { ...result, logPath };
  } finally {
    if (isFailed && plan.spec.os === 'redhat') await warnOfSubscription(logPath, context);
    const isWanted =
      inputs['upload-logs'] === 'always' || (isFailed && inputs['upload-logs'] === 'on-failure');
    if (isWanted && !signal.aborted && existsSync(logPath)) await uploadLog(logPath, context);
  }
}

/** Everything that the CLI reads, written where only this user can read it, and the command that names it. */
async function writeCommand({ inputs, secrets }: BuildContext, step: BuildStep): Promise<Command> {
  const { plan, folder, fetched, cli } = step;
  const certificatesPath = join(folder.path, 'certificates.pem');
  await writeFile(certificatesPath, fetched.certificates.pem);
  await lendCredentials(plan, folder, secrets);
  const sshPassword = randomBytes(18).toString('base64url');
  secrets.add(sshPassword);
  const variables = childEnvironment({
    spec: plan.spec,
    folder,
    certificatesPath,
    runnerEnvironment: process.env,
    variables: [...addressVariables(step.httpAddress), ...plan.variables],
    sshPassword,
    tools: step.setup?.tools,
    mirrors: fetched.mirrors,
  });
  const configPath = await writeConfig(plan, folder);
  const filesPath = await writePrivate(
    folder,
    'files.json',
    plan.files.length > 0 && filesConfig(plan.files),
  );
  const manifestTarball =
    inputs['air-gapped'] && (await packManifests(inputs['manifest-tarball'] ?? '', step));
  return {
    file: cli.path,
    args: buildArguments({
      spec: plan.spec,
      ...(configPath && { configPath }),
      ...(filesPath && { filesPath }),
      ...(manifestTarball && { manifestTarball }),
      cliRelease: step.setup?.tools.cliRelease,
    }),
    environment: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
  };
}

function addressVariables(address: string | undefined): Variable[] {
  return address === undefined ? [] : [{ name: 'PACKER_HTTP_SERVER_IP', value: address, from: 'http-ip' }];
}

async function lendCredentials(plan: BuildPlan, folder: WorkFolder, secrets: Secrets): Promise<void> {
  const lent = await lendFiles(process.env['HOME'], folder.home);
  for (const password of lent.passwords) secrets.add(password);
  for (const address of lent.addresses) secrets.addUserInfo(address);
  await storeGitCredentials(plan.gitCredentials, folder.home);
}

/** The config with its secrets, for the CLI alone. Ubuntu on bare metal has defaults and needs none. */
async function writeConfig({ spec, config }: BuildPlan, folder: WorkFolder): Promise<string | undefined> {
  // Packer runs deep in the clone, which is removed in the end.
  const manifest = config['manifest_output'];
  const placed = manifest ? { ...config, manifest_output: join(folder.build, manifest) } : config;
  const isEmpty = Object.keys(placed).length === 0;
  const text = !isEmpty && JSON.stringify(writtenForUpstream(placed));
  return writePrivate(folder, `${spec.hypervisor}.json`, text);
}

async function writePrivate(
  folder: WorkFolder,
  name: string,
  text: string | false,
): Promise<string | undefined> {
  if (text === false) return undefined;
  const path = join(folder.path, name);
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  return path;
}

async function packManifests(given: string, { fetched, channel, folder }: BuildStep): Promise<string> {
  const { version, bundleNumber: number, bundleManifestUrl } = fetched.release;
  const entry = { version, number, bundleManifestUrl, cli: {} };
  return makeManifestTarball(
    await openManifestTarball(given),
    entry,
    channel,
    join(folder.path, 'manifests'),
  );
}

/** A guest registers itself at Red Hat, and only a build that gets to its end takes it back. */
async function warnOfSubscription(logPath: string, { log }: BuildContext): Promise<void> {
  const text = await readFile(logPath, 'utf8').catch(() => '');
  if (!/^.*TASK \[[^\]]*RHEL subscription[^\]]*\]/m.test(text)) return;
  log.warning(
    'The failed build left its VM registered with Red Hat. Remove the system in the Hybrid Cloud Console or the Satellite, or it keeps its subscription.',
  );
}

/** A log that cannot be uploaded must not hide why the build failed. */
async function uploadLog(path: string, { inputs, log }: BuildContext): Promise<void> {
  try {
    await uploadFile({ what: 'The log', path, mode: 'raw', retentionDays: inputs['retention-days'] }, log);
  } catch (error) {
    log.warning(errorMessage(error));
  }
}
