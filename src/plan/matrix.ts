import { createHash } from 'node:crypto';
import { ActionError } from '../action-error.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import type { Cell, Expansion, UnsupportedCell } from './expand-images.ts';
import { describeImage } from './nearest-supported.ts';
import type { Runners } from './runners.ts';
import type { RunsOn } from './wanted-images.ts';

/** One element of `strategy.matrix.include`. The keys beside `name` and `id` are inputs of the root action. */
export interface MatrixCell {
  readonly name: string;
  readonly id: string;
  readonly 'runs-on': RunsOn;
  readonly os: string;
  readonly 'os-version'?: string;
  readonly hypervisor: string;
  readonly firmware?: string;
  readonly builder?: string;
  readonly 'release-channel': string;
  readonly 'eks-a-version': string;
  readonly config?: string;
  readonly 'config-file'?: string;
  /** One path per line. */
  readonly 'additional-files'?: string;
  readonly fingerprint?: string;
  /**
   * Of images of which one build at a time may run, in whatever workflow: for `concurrency.group`. Absent where builds
   * cannot disturb each other.
   */
  readonly exclusive?: string;
}

/** GitHub makes at most so many jobs of one matrix. */
export const largestMatrix = 256;

export interface CellDetails {
  readonly runners: Runners;
  readonly fingerprint: string | undefined;
  /** Of {@link virtualMachine}. */
  readonly machine: string | undefined;
}

/** How a matrix cell is written. The job's `name` is the image without the release, which all cells share. */
export function matrixCell(
  { spec, entry }: Cell,
  { runners, fingerprint, machine }: CellDetails,
): MatrixCell {
  return {
    name: describeImage(spec),
    id: spec.id,
    'runs-on': entry.runsOn ?? runners.byHypervisor.get(spec.hypervisor) ?? runners.default,
    os: spec.os,
    ...(spec.osVersion && { 'os-version': spec.osVersion }),
    hypervisor: spec.hypervisor,
    ...(spec.firmware && { firmware: spec.firmware }),
    ...(spec.builder && { builder: spec.builder }),
    'release-channel': spec.releaseChannel,
    'eks-a-version': spec.eksaVersion,
    ...(entry.config !== undefined && { config: entry.config }),
    ...(entry.configFile !== undefined && { 'config-file': entry.configFile }),
    ...(entry.additionalFiles.length > 0 && { 'additional-files': entry.additionalFiles.join('\n') }),
    ...(fingerprint !== undefined && { fingerprint }),
    // A digest: the name of a vCenter is nobody's business in a list of jobs.
    ...(machine !== undefined && {
      exclusive: createHash('sha256').update(machine).digest('hex').slice(0, 16),
    }),
  };
}

/**
 * Refuses two cells that would have the same id: their files, artifacts and records would take each other's place.
 *
 * @throws ActionError that lists them all.
 */
export function refuseSameIds(cells: readonly Cell[]): void {
  const problems = collisions(cells, ({ spec }) => spec.id).map(
    ([id, entries]) => `${id}: ${entriesText(entries)}`,
  );
  if (problems.length === 0) return;
  throw new ActionError('`images` asks for the same image more than once.', {
    problems,
    fix: 'Ask for each once: leave the second out, or take it out with `exclude`.',
  });
}

/**
 * Which virtual machine a build makes in vCenter, and where; `undefined` for builds elsewhere. The name is made of
 * system, firmware and Kubernetes version, but not of how the machine is built (kubernetes-sigs/image-builder,
 * `build_version`). Upstream runs `packer build -force`, so that a build destroys the machine that another is making.
 */
export function virtualMachine(
  { spec }: Cell,
  release: EksaRelease,
  config: Readonly<Record<string, string>>,
): string | undefined {
  const { os, osVersion, firmware, hypervisor, releaseChannel } = spec;
  if (hypervisor !== 'vsphere' || os === 'bottlerocket') return undefined;
  const channel = release.channels.find(({ name }) => name === releaseChannel);
  const place = ['vcenter_server', 'datacenter', 'folder'].map((key) => config[key] ?? '').join(' ');
  return `${place} ${os} ${osVersion} ${firmware} ${channel?.kubeVersion}`;
}

/**
 * Refuses two cells that would build the same {@link virtualMachine}.
 *
 * @throws ActionError that lists them all.
 */
export function refuseSameMachines(
  cells: readonly Cell[],
  machineOf: (cell: Cell) => string | undefined,
): void {
  const built = cells.filter((cell) => machineOf(cell) !== undefined);
  const problems = collisions(built, (cell) => machineOf(cell) ?? '').map(
    ([, entries]) => `${entries.map(({ spec }) => spec.id).join(' and ')}: ${entriesText(entries)}`,
  );
  if (problems.length === 0) return;
  throw new ActionError('Two builds would create a VM of the same name in the same vCenter folder.', {
    problems,
    why: 'The CLI replaces a VM of that name without asking, so each build would destroy the other.',
    fix: 'Give them different values of `folder` in their `config`, or ask for one of them.',
  });
}

/** @throws ActionError when more cells are to be built than one matrix can have. */
export function refuseTooMany(count: number): void {
  if (count <= largestMatrix) return;
  throw new ActionError(`The matrix would have ${count} images; GitHub takes ${largestMatrix} at most.`, {
    fix: 'Ask for less in `images`, or split it over two jobs with a plan each.',
  });
}

/** @throws ActionError with every unsupported cell, its reason and what could be had instead. */
export function refuseUnsupported({ cells, unsupported }: Expansion, release: EksaRelease): void {
  if (unsupported.length === 0) return;
  const shown = unsupported.slice(0, 40);
  const more = unsupported.length - shown.length;
  throw new ActionError(
    `${release.version} cannot build ${unsupported.length} of the ${cells.length + unsupported.length} images.`,
    {
      problems: [
        ...shown.map(unsupportedText),
        ...(more > 0 ? [`and ${more} more; see the job summary`] : []),
      ],
      fix: 'Change `images`, take them out with `exclude`, or let `on-unsupported: skip` leave them out.',
    },
  );
}

function unsupportedText({ wanted, reasons, nearest }: UnsupportedCell): string {
  return `${describeImage(wanted)}: ${reasons.join('; ')}${nearest ? ` (nearest: ${nearest})` : ''}`;
}

function collisions(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string,
): ReadonlyArray<readonly [string, readonly Cell[]]> {
  return [...Map.groupBy(cells, keyOf)].filter(([, group]) => group.length > 1);
}

function entriesText(cells: readonly Cell[]): string {
  const numbers = [...new Set(cells.map(({ entry }) => entry.number))];
  return numbers.length === 1 ? `entry ${numbers[0]}, twice` : `entries ${numbers.join(' and ')}`;
}
