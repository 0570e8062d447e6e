import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Finding, type KernelFiles, kernelFiles } from './finding.ts';

/** Where a job runs, as far as the machine tells. */
export interface Place {
  readonly runner: 'github-hosted' | 'self-hosted' | 'no runner';
  readonly server: 'github.com' | 'ghe.com' | 'GHES';
  /** A container, of the job or of the runner. */
  readonly isContainer: boolean;
  /** A pod of the Actions Runner Controller. */
  readonly isArc: boolean;
  /** The runner takes one job and is gone. */
  readonly isEphemeral: boolean;
  /** The machine is a virtual one: its own guests are nested. */
  readonly isVirtual: boolean;
  /** The processor offers hardware virtualization, VT-x or AMD-V. */
  readonly hasVirtualization: boolean;
  /** As `process.arch`. */
  readonly architecture: string;
}

export interface PlaceFacts {
  readonly environment: NodeJS.ProcessEnv;
  readonly kernel?: KernelFiles;
  readonly architecture?: string;
  /** Files by which container engines mark a container. */
  readonly containerMarks?: readonly string[];
}

const usualMarks = ['/.dockerenv', '/run/.containerenv'];

/** Reads the variables that runners set and the files that kernels and container engines leave. */
export function findPlace(facts: PlaceFacts): Place {
  const { environment, kernel = kernelFiles, containerMarks = usualMarks } = facts;
  const cpu = firstLines(join(kernel.proc, 'cpuinfo'));
  const flags = new Set(/^flags\s*:(.*)$/m.exec(cpu)?.[1]?.trim().split(/\s+/));
  const isArc = hasAny(environment, ['ACTIONS_RUNNER_POD_NAME', 'ACTIONS_RUNNER_CONTAINER_HOOKS']);
  return {
    runner: runnerOf(environment),
    server: serverOf(environment['GITHUB_SERVER_URL']),
    isContainer:
      isArc ||
      hasAny(environment, ['KUBERNETES_SERVICE_HOST']) ||
      containerMarks.some((path) => existsSync(path)),
    isArc,
    isEphemeral: runnerOf(environment) === 'github-hosted' || isArc || isMarkedEphemeral(environment),
    isVirtual: flags.has('hypervisor'),
    hasVirtualization: flags.has('vmx') || flags.has('svm'),
    architecture: facts.architecture ?? process.arch,
  };
}

/** What is different here, in the words of the table. */
export function describePlace(place: Place): Finding {
  const words = [
    place.runner,
    place.server,
    place.isArc ? 'ARC pod' : place.isContainer && 'container',
    place.isEphemeral && place.runner === 'self-hosted' && 'ephemeral',
    place.isVirtual ? 'virtual machine' : 'no hypervisor below',
  ].filter((word) => word !== false);
  const notes = [
    place.server === 'GHES' &&
      'GitHub Enterprise Server has no artifact service that this can use: set `destination`.',
    place.isArc && 'A pod sees no /dev/kvm unless a device plugin or `privileged` gives it one.',
    place.runner === 'self-hosted' &&
      !place.isEphemeral &&
      'Later jobs find what a build leaves on this runner. Run no code of forks here.',
  ].filter((note) => note !== false);
  return {
    what: 'place',
    found: words.join(', '),
    needed: 'any',
    verdict: 'good',
    ...(notes.length > 0 && { fix: notes.join(' ') }),
  };
}

function runnerOf({ RUNNER_ENVIRONMENT: value, GITHUB_ACTIONS: actions }: NodeJS.ProcessEnv) {
  if (value === 'github-hosted' || value === 'self-hosted') return value;
  return actions === 'true' ? 'self-hosted' : 'no runner';
}

function serverOf(url: string | undefined): Place['server'] {
  const hostname = URL.parse(url ?? '')?.hostname ?? 'github.com';
  if (hostname === 'github.com') return 'github.com';
  return hostname.endsWith('.ghe.com') ? 'ghe.com' : 'GHES';
}

/**
 * `config.sh --ephemeral` is noted in the file `.runner` two folders above RUNNER_TEMP, `<root>/_work/_temp`
 * (actions/runner, `ConfigurationStore.cs`); images of runners commonly take it from a variable.
 */
function isMarkedEphemeral(environment: NodeJS.ProcessEnv): boolean {
  if (hasAny(environment, ['RUNNER_EPHEMERAL', 'EPHEMERAL'])) return true;
  const temp = environment['RUNNER_TEMP'];
  if (!temp) return false;
  return /"ephemeral"\s*:\s*true/i.test(firstLines(join(dirname(dirname(temp)), '.runner')));
}

function hasAny(environment: NodeJS.ProcessEnv, names: readonly string[]): boolean {
  return names.some((name) => environment[name] && environment[name] !== 'false');
}

function firstLines(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 16_384);
  } catch {
    return '';
  }
}
