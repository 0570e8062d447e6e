import type { Log } from '../log.ts';
import { refuseTooOld } from '../plan/complete-spec.ts';
import { type Cell, type Expansion, expandImages, isInStandardSupport } from '../plan/expand-images.ts';
import type { CellContent } from '../plan/fingerprint.ts';
import {
  type MatrixCell,
  matrixCell,
  refuseSameIds,
  refuseSameMachines,
  refuseTooMany,
  refuseUnsupported,
  virtualMachine,
} from '../plan/matrix.ts';
import { describeImage } from '../plan/nearest-supported.ts';
import { type PlanTables, planTables } from '../plan/plan-tables.ts';
import { mayUseRecords } from '../plan/record.ts';
import type { Decision, ReusedImage } from '../plan/reuse.ts';
import type { Runners } from '../plan/runners.ts';
import type { Exclusion, WantedEntry } from '../plan/wanted-images.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import type { SummaryBlock } from '../runner/summary.ts';
import type { FetchedRelease } from './fetch-release.ts';
import { readEntryContent } from './plan-content.ts';
import { decideCells } from './plan-reuse.ts';

/** The inputs of the plan, parsed. */
export interface PlanInputs {
  readonly 'manifest-tarball'?: string | undefined;
  readonly images: readonly WantedEntry[];
  readonly exclude: readonly Exclusion[];
  readonly runners: Runners;
  readonly 'on-unsupported': 'error' | 'skip';
  readonly 'skip-unchanged': boolean;
  readonly 'max-age-days': number;
  readonly 'github-token': string;
}

export interface Plan {
  readonly matrix: readonly MatrixCell[];
  readonly reused: readonly ReusedImage[];
  /** How many were left out. */
  readonly unsupported: number;
  /** All of it, for a file. */
  readonly document: object;
}

/**
 * Expands, checks and decides. The tables are shown also when the plan is refused: a matrix is easier to mend when
 * it can be seen.
 *
 * @throws ActionError
 */
export async function makePlan(
  inputs: PlanInputs,
  fetched: FetchedRelease,
  log: Log,
  show: (blocks: readonly SummaryBlock[]) => Promise<void>,
): Promise<Plan> {
  const { release } = fetched;
  const now = new Date();
  refuseTooOld(release.version);
  const expansion = expandImages(inputs.images, inputs.exclude, release, now);
  const { cells, unsupported, excluded } = expansion;
  if (inputs['on-unsupported'] === 'error' && unsupported.length > 0) {
    await show(planSummary(planTables(cells.map(plannedBuild), expansion, release)));
    refuseUnsupported(expansion, release);
  }
  refuseSameIds(cells);
  const contents = await readContents(cells);
  const machineOf = (cell: Cell) => virtualMachine(cell, release, contents.get(cell.entry)?.config ?? {});
  refuseSameMachines(cells, machineOf);

  warn(expansion, release, now, log);
  const wantsRecords = inputs['skip-unchanged'] && isAllowed(log);
  const decisions = wantsRecords
    ? await decideCells(cells, contents, { inputs, fetched, now, log })
    : cells.map(plannedBuild);
  const toBuild = decisions.filter(({ reused }) => reused === undefined);
  await show(planSummary(planTables(decisions, expansion, release)));
  refuseTooMany(toBuild.length);
  const written = ({ cell, fingerprint }: Decision) =>
    matrixCell(cell, { runners: inputs.runners, fingerprint, machine: machineOf(cell) });
  return {
    matrix: toBuild.map(written),
    reused: decisions.flatMap(({ reused }) => reused ?? []),
    unsupported: unsupported.length,
    document: {
      schemaVersion: 1,
      eksaVersion: release.version,
      bundleNumber: release.bundleNumber,
      signature: release.signature,
      cells: decisions.map((decision) => ({
        ...written(decision),
        decision: decision.reused ? 'reuse' : 'build',
        reason: decision.reason,
        ...(decision.reused && { reused: decision.reused }),
      })),
      unsupported: unsupported.map(({ wanted, entry, reasons, nearest }) => ({
        image: describeImage(wanted),
        entry: entry.number,
        reasons,
        nearest,
      })),
      excluded,
    },
  };
}

/** The matrix first; the reasons are there to unfold. */
function planSummary({ counts, grid, reasons, unsupported }: PlanTables): readonly SummaryBlock[] {
  return [
    { line: { strong: counts } },
    grid,
    ...(unsupported.rows.length > 0 ? [{ line: 'The release cannot build these images:' }, unsupported] : []),
    ...(reasons.rows.length > 0
      ? [{ details: `Why each image is built or reused (${reasons.rows.length})`, blocks: [reasons] }]
      : []),
  ];
}

function plannedBuild(cell: Cell): Decision {
  return { cell, reason: 'all images are built; `skip-unchanged` is not in effect' };
}

async function readContents(cells: readonly Cell[]): Promise<ReadonlyMap<WantedEntry, CellContent>> {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const entries = [...new Set(cells.map(({ entry }) => entry))];
  return new Map(
    await Promise.all(
      entries.map(async (entry) => [entry, await readEntryContent(entry, workspace)] as const),
    ),
  );
}

function isAllowed(log: Log): boolean {
  if (mayUseRecords(process.env['GITHUB_EVENT_NAME'])) return true;
  log.info(
    '`skip-unchanged` has no effect in a run of a pull request, which neither reads nor writes records.',
  );
  return false;
}

function warn(expansion: Expansion, release: EksaRelease, now: Date, log: Log): void {
  for (const note of supportMatrix(release.version).notes) log.warning(note);
  for (const number of expansion.idleExclusions)
    log.warning(`\`exclude\`, entry ${number} leaves nothing out: no image matches it.`);
  if (expansion.unsupported.length > 0)
    log.warning(
      `${expansion.unsupported.length} images are left out because ${release.version} cannot build them; the job summary says why.`,
    );
  const wanted = new Set(expansion.cells.map(({ spec }) => spec.releaseChannel));
  const past = release.channels.filter(
    ({ name, endOfStandardSupport }) => wanted.has(name) && !isInStandardSupport(endOfStandardSupport, now),
  );
  if (past.length > 0)
    log.warning(`Past standard support: ${past.map(({ name }) => name).join(', ')}. Plan to move on.`);
}
