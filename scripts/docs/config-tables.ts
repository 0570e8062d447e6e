import { type ConfigKey, configKeys } from '../../src/image-builder/config-keys.ts';
import {
  type Hypervisor,
  hypervisorNames,
  hypervisors,
  operatingSystemNames,
} from '../../src/plan/node-image-spec.ts';
import { supportedConfigKeys } from '../../src/release/support-config-keys.ts';
import type { GeneratedSection } from '../docs.ts';
import { markdownTable } from './action-tables.ts';

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

/** With the hypervisors that take a key where that is not all of them. */
function table(keys: readonly string[], hypervisor: Hypervisor, isCommon: boolean): string {
  const head = ['Key', 'Meaning', 'Form', 'Releases', ...(isCommon ? ['Not for'] : [])];
  const rows = keys.map((key) => {
    const definition = configKeys[key];
    if (definition === undefined) throw new Error(`no definition of ${key}`);
    const lacking = hypervisors.filter((other) => !Object.hasOwn(supportedConfigKeys[other], key));
    return [
      `\`${key}\``,
      meaningOf(definition),
      definition.format?.expected ?? '',
      releasesOf(key, hypervisor),
      ...(isCommon ? [lacking.map((other) => hypervisorNames[other]).join(', ')] : []),
    ];
  });
  return markdownTable(
    head,
    rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|'))),
  );
}

function meaningOf({ meaning, os, secret }: ConfigKey): string {
  const only = os === undefined ? '' : `${operatingSystemNames[os]}: `;
  return `${only}${meaning}${secret ? '; belongs into `secrets`' : ''}`;
}

function releasesOf(key: string, hypervisor: Hypervisor): string {
  const { since, until } = supportedConfigKeys[hypervisor][key] ?? {};
  return [since && `from ${since}`, until && `up to ${until.replace(' ', ' and ')}`]
    .filter(Boolean)
    .join(', ');
}
