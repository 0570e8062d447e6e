import { hypervisorNames } from '../../src/plan/node-image-spec.ts';
import {
  type DistributionId,
  distributions,
  type HostTool,
  hostTools,
  leftOut,
} from '../../src/toolchain/host-tools-table.ts';
import type { GeneratedSection } from '../docs.ts';
import { markdownTable, sentence } from './markdown.ts';

const page = 'docs/runners.md';
const ids = Object.keys(distributions) as readonly DistributionId[];

/** What is installed and why, and what is not, from the table that the action itself reads. */
export function hostToolTables(): readonly GeneratedSection[] {
  return [
    { page, section: 'host-tools', content: toolTable() },
    {
      page,
      section: 'left-out',
      content: markdownTable(
        ['Package of the documentation', 'Why not'],
        leftOut.map(({ packages, why }) => [packages, why]),
      ),
    },
  ];
}

function toolTable(): string {
  const rows = hostTools.map((tool) => [
    `\`${tool.name}\`${tool.wanted ? `: ${tool.wanted}` : ''}`,
    `${sentence(tool.why)}${tool.otherwise ? ` ${sentence(tool.otherwise)}` : ''}`,
    tool.hypervisors?.map((name) => hypervisorNames[name]).join(', ') ?? 'all',
    packagesOf(tool),
  ]);
  return markdownTable(['Program', 'What for', 'Images', 'Package'], rows);
}

/** One name where all distributions agree; else what the most call it, and who does not. */
function packagesOf({ packages }: HostTool): string {
  const byName = Map.groupBy(ids, (id) => packages[id]);
  if (byName.size === 1 && byName.has(undefined)) return 'none';
  if (byName.size === 1) return `\`${packages[ids[0] as DistributionId]}\``;
  return [...byName]
    .map(
      ([name, of]) =>
        `${name ? `\`${name}\`` : 'none'} (${of.map((id) => distributions[id].name).join(', ')})`,
    )
    .join('<br>');
}
