import {
  type HostClient,
  hostName,
  listedButNotAsked,
  type MirrorKind,
  type NeededHost,
  neededHosts,
} from '../../src/host/hosts.ts';
import { hypervisorNames, hypervisors, operatingSystemNames } from '../../src/plan/node-image-spec.ts';
import type { GeneratedSection } from '../docs.ts';
import { cell, markdownTable } from './markdown.ts';

const page = 'docs/runners.md';

const mirrorNames: Readonly<Record<MirrorKind, string>> = {
  'in-process': 'input `mirrors`',
  git: 'input `mirrors`, or `insteadOf` of git',
  pip: 'the index that pip is configured with',
  packer: '`PACKER_PLUGIN_PATH`',
  config: 'the build config',
  none: '',
};

/** The tables of hosts in docs/runners.md: who is asked from where, and what of AWS's list is not. */
export function hostTables(): readonly GeneratedSection[] {
  const unasked = listedButNotAsked.map(({ host, why }) => [host, cell(why)]);
  return [
    { page, section: 'hosts-runner', content: tableOf(['runner', 'hypervisor']) },
    { page, section: 'hosts-guest', content: tableOf(['guest']) },
    { page, section: 'hosts-unasked', content: markdownTable(['Host', 'Why not'], unasked) },
  ];
}

function tableOf(clients: readonly HostClient[]): string {
  const rows = neededHosts.filter(({ from }) => clients.includes(from));
  return markdownTable(
    ['Host (port 443 unless given)', 'Client and purpose', 'Mirror or exception'],
    rows.map((row) => [
      addressOf(row),
      cell(`${row.tool}: ${row.why}${imagesOf(row)}`),
      cell([row.mirrorNote ?? mirrorNames[row.mirror], exceptionOf(row)].filter(Boolean).join('; ')),
    ]),
  );
}

/** With the port where it is not that of https. */
function addressOf(row: NeededHost): string {
  const port = row.port ?? (row.protocol === 'https' ? 443 : 80);
  const suffix = port === 443 ? '' : `:${port}`;
  return 'host' in row ? `\`${row.host}${suffix}\`` : `${hostName(row)}${suffix && `, \`${suffix}\``}`;
}

function exceptionOf({ unless, since }: NeededHost): string {
  if (unless !== undefined) return `not needed if ${unless}`;
  return since === undefined ? '' : `only from ${since} on`;
}

/** The operating systems and hypervisors that a row is limited to. */
function imagesOf({ os, hypervisors: own }: NeededHost): string {
  const systems =
    os.length === Object.keys(operatingSystemNames).length
      ? []
      : os.map((name) => operatingSystemNames[name]);
  const machines = own.length === hypervisors.length ? [] : own.map((name) => hypervisorNames[name]);
  const limits = [systems.join(', '), machines.join(', ')].filter((limit) => limit !== '');
  return limits.length === 0 ? '' : ` (${limits.join(' on ')})`;
}
