import type { EksaRelease } from '../release/eksa-release.ts';
import type { WantedImage } from './complete-spec.ts';
import type { Expansion } from './expand-images.ts';
import { describeImage } from './nearest-supported.ts';
import { hypervisorNames, operatingSystemNames } from './node-image-spec.ts';
import type { Decision } from './reuse.ts';

/** A table for people; the text of a cell, or text that leads somewhere. */
export interface PlanTable {
  readonly lead?: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<ReadonlyArray<string | { readonly text: string; readonly href: string }>>;
}

/** The plan at a glance, then why. */
export function planTables(
  decisions: readonly Decision[],
  { unsupported }: Expansion,
  release: EksaRelease,
): readonly PlanTable[] {
  return [
    grid(decisions, unsupported, release),
    {
      lead: 'Why each image is built or reused:',
      head: ['Image', 'Decision', 'Reason'],
      rows: decisions.map(({ cell, reason, reused }) => [
        cell.spec.id,
        reused ? { text: 'reused', href: reused.runUrl } : 'build',
        reason,
      ]),
    },
    {
      lead: `What ${release.version} cannot build:`,
      head: ['Image', 'Reason', 'Nearest that it can'],
      rows: unsupported.map(({ wanted, reasons, nearest }) => [
        describeImage(wanted),
        reasons.join('; '),
        nearest ?? '',
      ]),
    },
  ];
}

type Mark = PlanTable['rows'][number][number];

/** One row for each system on each hypervisor, one column for each channel. */
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
    head: ['', ...columns],
    rows: [...rows].map(([name, row]) => [name, ...columns.map((channel) => row.get(channel) ?? '·')]),
  };
}

/** `Ubuntu 22.04 EFI, vSphere (clone)` */
function rowName({ os, osVersion, firmware, hypervisor, builder }: WantedImage): string {
  const system = [operatingSystemNames[os], osVersion, firmware?.toUpperCase()].filter(Boolean).join(' ');
  return `${system}, ${hypervisorNames[hypervisor]}${builder === 'clone' ? ' (clone)' : ''}`;
}
