import type { EksaRelease } from '../release/eksa-release.ts';
import type { WantedImage } from './complete-spec.ts';
import type { Expansion } from './expand-images.ts';
import { describeImage } from './nearest-supported.ts';
import { firmwareNames, hypervisorNames, operatingSystemNames } from './node-image-spec.ts';
import type { Decision } from './reuse.ts';

/** A table for people; the text of a cell, or text that leads somewhere. */
interface PlanTable {
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<ReadonlyArray<string | { readonly text: string; readonly href: string }>>;
}

/** The plan at a glance, then why. */
export interface PlanTables {
  /** `2 to build, 1 reused, 1 unsupported` */
  readonly counts: string;
  /** One row for each system on each hypervisor, one column for each channel. */
  readonly grid: PlanTable;
  readonly reasons: PlanTable;
  /** What the release cannot build; without rows when it can build all. */
  readonly unsupported: PlanTable;
}

export function planTables(
  decisions: readonly Decision[],
  { unsupported }: Expansion,
  release: EksaRelease,
): PlanTables {
  const reused = decisions.filter((decision) => decision.reused !== undefined).length;
  const counts = [
    `${decisions.length - reused} to build`,
    reused > 0 && `${reused} reused`,
    unsupported.length > 0 && `${unsupported.length} unsupported`,
  ];
  return {
    counts: counts.filter((part) => part !== false).join(', '),
    grid: grid(decisions, unsupported, release),
    reasons: {
      head: ['Image', 'Decision', 'Reason'],
      rows: decisions.map(({ cell, reason, reused: earlier }) => [
        cell.spec.id,
        earlier ? { text: 'reused', href: earlier.runUrl } : 'build',
        reason,
      ]),
    },
    unsupported: {
      head: ['Image', 'Reason', 'Nearest that it can build'],
      rows: unsupported.map(({ wanted, reasons, nearest }) => [
        describeImage(wanted),
        reasons.join('; '),
        nearest ?? 'none',
      ]),
    },
  };
}

type Mark = PlanTable['rows'][number][number];

function grid(
  decisions: readonly Decision[],
  unsupported: Expansion['unsupported'],
  release: EksaRelease,
): PlanTable {
  const rows = new Map<string, Map<string, Mark>>();
  const mark = (image: WantedImage, value: Mark) => {
    const name = rowName(image);
    const row = rows.get(name) ?? new Map<string, Mark>();
    row.set(image.releaseChannel, value);
    rows.set(name, row);
  };
  for (const { cell, reused } of decisions)
    mark(cell.spec, reused ? { text: '♻️ reused', href: reused.runUrl } : '🔨 build');
  for (const { wanted } of unsupported) mark(wanted, '❌ unsupported');
  const used = new Set([...rows.values()].flatMap((row) => [...row.keys()]));
  const known = release.channels.map(({ name }) => name).filter((name) => used.has(name));
  const columns = [...new Set([...known, ...used])];
  return {
    head: ['Image', ...columns],
    rows: [...rows].map(([name, row]) => [
      name,
      ...columns.map((channel) => row.get(channel) ?? 'not planned'),
    ]),
  };
}

/** `Ubuntu 22.04 UEFI, vSphere (clone)` */
function rowName({ os, osVersion, firmware, hypervisor, builder }: WantedImage): string {
  const boot = firmware && firmwareNames[firmware];
  const system = [operatingSystemNames[os], osVersion, boot].filter(Boolean).join(' ');
  return `${system}, ${hypervisorNames[hypervisor]}${builder === 'clone' ? ' (clone)' : ''}`;
}
