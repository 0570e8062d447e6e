import { type ConfigKey, configKeys } from '../../src/image-builder/config-keys.ts';
import { requiredKeys } from '../../src/image-builder/config-requirements.ts';
import type { ConfigTarget } from '../../src/image-builder/config-target.ts';
import {
  type Hypervisor,
  hypervisorNames,
  hypervisors,
  operatingSystemNames,
} from '../../src/plan/node-image-spec.ts';
import { supportedConfigKeys } from '../../src/release/support-config-keys.ts';
import { newestKnownRelease } from '../../src/release/trust-anchors.ts';
import type { GeneratedSection } from '../docs.ts';
import { cell, markdownTable, sentence } from './markdown.ts';

const page = 'docs/configuration.md';

/** The tables of config keys: those that every machine with an installer has, then those of each hypervisor. */
export function configTables(): readonly GeneratedSection[] {
  const everywhere = Object.keys(supportedConfigKeys.baremetal).filter((key) =>
    (['vsphere', 'cloudstack'] as const).every((hypervisor) =>
      Object.hasOwn(supportedConfigKeys[hypervisor], key),
    ),
  );
  const own = (hypervisor: Hypervisor) =>
    Object.keys(supportedConfigKeys[hypervisor]).filter((key) => !everywhere.includes(key));
  return [
    { page, section: 'keys-common', content: table(everywhere, 'baremetal', true) },
    ...hypervisors.map((hypervisor) => ({
      page,
      section: `keys-${hypervisor}`,
      content: table(own(hypervisor), hypervisor, false),
    })),
  ];
}

/** With the hypervisors that take no such key where that is not all of the others. */
function table(keys: readonly string[], hypervisor: Hypervisor, isCommon: boolean): string {
  const rows = keys.map((key) => {
    const definition = configKeys[key];
    if (definition === undefined) throw new Error(`no definition of ${key}`);
    const sentences = [
      requiredFor(key, hypervisor),
      ...meaningOf(definition),
      releasesOf(key, hypervisor),
      isCommon ? lackingOf(key) : '',
    ].filter((part) => part !== '');
    return [`\`${key}\``, cell(definition.format?.expected ?? 'any text'), cell(sentences.join(' '))];
  });
  return markdownTable(['Key', 'Value', 'Meaning'], rows);
}

function meaningOf({ meaning, os, secret }: ConfigKey): readonly string[] {
  return [
    meaning,
    secret ? 'Put it in `secrets`.' : '',
    os === undefined ? '' : `${operatingSystemNames[os]} only.`,
  ];
}

/** When a build of the newest release cannot do without the key, as the action itself decides it. */
function requiredFor(key: string, hypervisor: Hypervisor): string {
  const isRequired = (target: Partial<ConfigTarget>, given: readonly string[] = []) =>
    requiredKeys({ ...usualTarget, hypervisor, ...target }, new Set(given)).includes(key);
  if (isRequired({})) return '**Required.**';
  const satellite = 'rhsm_server_hostname';
  const [byUser, bySatellite] = [isRequired({ os: 'redhat' }), isRequired({ os: 'redhat' }, [satellite])];
  const cases = [
    byUser && (bySatellite ? 'for RHEL' : `for RHEL without \`${satellite}\``),
    bySatellite && !byUser && `with \`${satellite}\``,
    isRequired({ builder: 'clone' }) && 'with `builder: clone`',
    isRequired({ isAirGapped: true }) && 'with `air-gapped`',
  ].filter((words) => words !== false);
  return cases.length === 0 ? '' : `**Required** ${cases.join(' and ')}.`;
}

const usualTarget: ConfigTarget = {
  os: 'ubuntu',
  osVersion: '24.04',
  hypervisor: 'baremetal',
  eksaVersion: newestKnownRelease.version,
  isAirGapped: false,
  ignoredKeys: 'error',
  secrets: 'required',
};

function lackingOf(key: string): string {
  const lacking = hypervisors.filter((other) => !Object.hasOwn(supportedConfigKeys[other], key));
  return lacking.length === 0 ? '' : `Not for ${lacking.map((other) => hypervisorNames[other]).join(', ')}.`;
}

function releasesOf(key: string, hypervisor: Hypervisor): string {
  const { since, until } = supportedConfigKeys[hypervisor][key] ?? {};
  return sentence(
    [since && `from ${since}`, until && `up to ${until.replace(' ', ' and ')}`].filter(Boolean).join(', '),
  );
}
