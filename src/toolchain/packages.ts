import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ActionError } from '../action-error.ts';
import { proxyVariables } from '../image-builder/child-environment.ts';
import type { Log } from '../log.ts';
import {
  type DistributionId,
  distributions,
  type HostTool,
  type PackageManager,
} from './host-tools-table.ts';
import { type Ended, lastWords, runProgram } from './run-program.ts';

export interface Distribution {
  /** `Ubuntu 24.04.2 LTS` */
  readonly name: string;
  /** Absent: one that the table does not know. */
  readonly id?: DistributionId;
}

/** Which distribution this is by os-release(5); what is derived from a known one counts as it. */
export async function readDistribution(root = '/'): Promise<Distribution> {
  const text = await readFile(join(root, 'etc/os-release'), 'utf8').catch(() => '');
  const values = Object.fromEntries(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
  const names = [values['ID'] ?? '', ...(values['ID_LIKE'] ?? '').split(' ')];
  const id = names.find((name): name is DistributionId => name in distributions);
  return { name: values['PRETTY_NAME'] ?? 'this Linux', ...(id !== undefined && { id }) };
}

export interface InstallRequest {
  readonly missing: readonly HostTool[];
  readonly distribution: Distribution;
  readonly policy: 'auto' | 'never';
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Default: of this process. */
  readonly userId?: number;
  /** How long another apt or dnf is waited for, and how often it is looked at. */
  readonly patience?: { readonly totalMs: number; readonly intervalMs: number };
}

/**
 * Installs the packages of the tools that are missing, and no other.
 *
 * @throws ActionError with all that is missing and one command to paste, when it may not or cannot be installed
 */
export async function installPackages(request: InstallRequest): Promise<void> {
  const { missing, distribution, policy, log } = request;
  if (missing.length === 0) return;
  if (policy === 'never') throw missingTools(request, '`install-packages` is `never`.');
  const { id } = distribution;
  if (id === undefined) {
    throw missingTools(request, `${distribution.name} is none whose packages this action knows.`);
  }
  const packages = packagesOf(missing, id);
  const unpackaged = missing.filter(({ packages }) => packages[id] === undefined);
  if (unpackaged.length > 0) {
    const names = unpackaged.map(({ name }) => name).join(', ');
    throw missingTools(request, `${distribution.name} has no package of ${names}.`);
  }
  const prefix = await rootPrefix(request);
  if (prefix === undefined) {
    throw missingTools(request, 'The runner’s user is not root and has no `sudo` without a password.');
  }
  log.info(`Installing ${packages.join(' ')}: ${missing.map(({ name }) => name).join(', ')} missing`);
  for (const command of commandsOf(distributions[id].manager, packages))
    await runManager(request, prefix, command);
}

/** One that says everything that is missing and how to get it. */
export function missingTools(
  { missing, distribution }: Pick<InstallRequest, 'missing' | 'distribution'>,
  why: string,
) {
  const ids = distribution.id === undefined ? (['ubuntu', 'rhel'] as const) : [distribution.id];
  const commands = ids.flatMap((id) => {
    const packages = packagesOf(missing, id);
    if (packages.length === 0) return [];
    const lines = commandsOf(distributions[id].manager, packages).map((args) => `sudo ${args.join(' ')}`);
    return [lines.join(' && ')];
  });
  return new ActionError('Programs that a build needs are missing on this runner.', {
    problems: missing.map(({ name, wanted, why: use }) => `${wanted ?? name}: ${use}`),
    why,
    fix:
      distribution.id !== undefined &&
      missing.some(({ packages }) => packages[distribution.id ?? 'rhel'] === undefined)
        ? 'Use a runner with another distribution, such as `ubuntu-24.04`.'
        : `Run on the runner: ${commands.join('   or: ')}`,
  });
}

function packagesOf(tools: readonly HostTool[], id: DistributionId): readonly string[] {
  return [...new Set(tools.flatMap(({ packages }) => packages[id]?.split(' ') ?? []))];
}

/** No recommended packages: the machine is not ours. */
function commandsOf(manager: PackageManager, packages: readonly string[]): ReadonlyArray<readonly string[]> {
  if (manager === 'dnf') return [['dnf', '-y', '--setopt=install_weak_deps=False', 'install', ...packages]];
  return [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ];
}

/** sudo drops the environment, and with it the proxy, unless it is told which variables to keep. */
async function rootPrefix({
  environment,
  signal,
  userId = getuid?.(),
}: InstallRequest): Promise<string[] | undefined> {
  if (userId === 0) return [];
  const sudo = ['sudo', '-n', `--preserve-env=${Object.keys(managerVariables(environment)).join(',')}`];
  const [file = '', ...args] = [...sudo, 'true'];
  const probe = await runProgram({
    file,
    args,
    environment: { ...managerVariables(environment), PATH: environment['PATH'] },
    timeoutMs: 30_000,
    signal,
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    if (error instanceof ActionError) return undefined;
    throw error;
  });
  return probe?.code === 0 ? sudo : undefined;
}

function managerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return {
    ...proxyVariables(environment),
    DEBIAN_FRONTEND: 'noninteractive',
    // Ubuntu's needrestart asks questions, or restarts the runner's own service.
    NEEDRESTART_SUSPEND: '1',
    LC_ALL: 'C',
  };
}

/** apt waits for dpkg's lock by an option, for the lock of its lists not at all; dnf waits for both by itself. */
const aptOptions = ['-o', 'DPkg::Lock::Timeout=5', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0', '-q'];
const locked = /Could not get lock|Unable to (?:acquire the dpkg frontend lock|lock directory)/;

async function runManager(request: InstallRequest, prefix: readonly string[], command: readonly string[]) {
  const { environment, log, signal, patience = { totalMs: 600_000, intervalMs: 5_000 } } = request;
  const [manager = '', ...args] = command;
  const [file = '', ...rest] = [...prefix, manager, ...(manager === 'apt-get' ? aptOptions : []), ...args];
  const attempt = () =>
    runProgram({
      file,
      args: rest,
      environment: { ...managerVariables(environment), PATH: environment['PATH'], HOME: environment['HOME'] },
      timeoutMs: 1_800_000,
      signal,
    });
  const deadline = Date.now() + patience.totalMs;
  let ended = await attempt();
  for (let isTold = false; isLocked(ended) && Date.now() < deadline; ended = await attempt()) {
    if (!isTold) log.info(`Another program holds the lock of ${manager}; waiting for it.`);
    isTold = true;
    await sleep(patience.intervalMs, undefined, { signal });
  }
  if (ended.code === 0) return;
  throw new ActionError(`Packages cannot be installed: \`${command.join(' ')}\` failed.`, {
    problems: errorsIn(ended),
    why: isLocked(ended)
      ? 'Another program kept the lock for too long.'
      : 'The package archives are out of reach, or lack a package.',
    fix: 'Repeat the command on the runner, or install the packages beforehand and set `install-packages: never`.',
  });
}

function isLocked({ code, lines }: Ended): boolean {
  return code !== 0 && lines.some((line) => locked.test(line));
}

function errorsIn({ lines }: Ended): readonly string[] {
  const errors = lines.filter((line) => /^(?:E:|Err:|Error:|W: Failed)/.test(line));
  return lastWords(errors.length > 0 ? errors : lines);
}
