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
import { markdownTable } from './action-tables.ts';

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
  const unasked = listedButNotAsked.map(({ host, why }) => [host, why]);
  return [
    { page, section: 'hosts-runner', content: tableOf(['runner', 'hypervisor']) },
    { page, section: 'hosts-guest', content: tableOf(['guest']) },
    { page, section: 'hosts-unasked', content: markdownTable(['Host', 'Why not'], unasked) },
  ];
}

function tableOf(clients: readonly HostClient[]): string {
  const rows = neededHosts.filter(({ from }) => clients.includes(from));
  return markdownTable(
    ['Host', 'Port', 'Asked by', 'For', 'Images', 'In its place', 'Not asked if'],
    rows.map((row) => [
      'host' in row ? `\`${row.host}\`` : hostName(row),
      String(row.port ?? (row.protocol === 'https' ? 443 : 80)),
      row.tool,
      row.why.replaceAll('<', '&lt;'),
      imagesOf(row),
      row.mirrorNote ?? mirrorNames[row.mirror],
      row.unless ?? (row.since ? `the release is older than ${row.since}` : ''),
    ]),
  );
}

/** `all`, or the operating systems and hypervisors that it is limited to. */
function imagesOf({ os, hypervisors: own }: NeededHost): string {
  const systems =
    os.length === Object.keys(operatingSystemNames).length
      ? []
      : os.map((name) => operatingSystemNames[name]);
  const machines = own.length === hypervisors.length ? [] : own.map((name) => hypervisorNames[name]);
  const limits = [systems.join(', '), machines.join(', ')].filter((limit) => limit !== '');
  return limits.length === 0 ? 'all' : limits.join(' for ');
}
