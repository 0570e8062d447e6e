import {
  type DistributionId,
  distributions,
  type HostTool,
  hostTools,
  leftOut,
} from '../../src/toolchain/host-tools-table.ts';
import type { GeneratedSection } from '../docs.ts';
import { markdownTable } from './action-tables.ts';

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
  const names = ids.map((id) => `${distributions[id].name} ${distributions[id].versions.join(', ')}`);
  const rows = hostTools.map((tool) => [
    `\`${tool.name}\`${tool.wanted ? `: ${tool.wanted}` : ''}`,
    `${tool.why}${tool.otherwise ? ` (${tool.otherwise})` : ''}`,
    tool.hypervisors?.join(', ') ?? 'all',
    ...ids.map((id) => packageOf(tool, id)),
  ]);
  return markdownTable(['Program', 'It …', 'For', ...names], rows);
}

function packageOf({ packages }: HostTool, id: DistributionId): string {
  const name = packages[id];
  return name === undefined ? '–' : `\`${name}\``;
}
