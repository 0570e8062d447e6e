import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import { type BuildableHypervisor, buildableHypervisors } from '../plan/node-image-spec.ts';
import { supportedConfigKeys } from '../release/support-config-keys.ts';
import { isAtLeast, isLineAfter } from '../release/support-matrix.ts';
import { configKeys, rhelKeys } from './config-keys.ts';
import { parseFlatMapping } from './config-text.ts';

/** The CLI's config: every value is a string, or its JSON decoder refuses the file. */
export type BuildConfig = Readonly<Record<string, string>>;

/** Where a config comes from; each part as the user wrote it. */
export interface ConfigSources {
  /** YAML or JSON text, and what to call it in messages; later ones win. */
  readonly texts: ReadonlyArray<{ readonly name: string; readonly text: string }>;
  /** `key=value` pairs that win over the texts. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What a config is checked against. */
export interface ConfigTarget {
  readonly hypervisor: BuildableHypervisor;
  readonly eksaVersion: string;
}

/**
 * Turns what the user wrote into the config of an Ubuntu build.
 *
 * @throws ActionError that lists every unknown key, wrong type, missing value and wrong format at once.
 */
export function readBuildConfig(sources: ConfigSources, target: ConfigTarget): BuildConfig {
  const problems: string[] = [];
  const mappings = sources.texts.map(({ name, text }) => parseFlatMapping(name, text, problems));
  const entries = [...mappings.flatMap((mapping) => mapping ?? []), ...Object.entries(sources.secrets)];
  const isReadable = !mappings.includes(undefined);
  const config: Record<string, string> = Object.create(null);
  for (const [key, value] of entries) if (value !== undefined) config[key] = value;

  for (const [key, value] of new Map(entries)) {
    const problem = checkKey(key, target) ?? checkValue(key, value, target);
    if (problem) problems.push(`\`${key}\` ${problem}`);
  }
  problems.push(...checkIso(config));
  if (isReadable) problems.push(...missingKeys(new Map(entries), target));
  if (problems.length > 0) {
    throw new ActionError(`The build config for ${hypervisorNames[target.hypervisor]} is wrong.`, {
      problems,
      ...(isReadable && { fix: `Its keys are ${Object.keys(configKeys[target.hypervisor]).join(', ')}.` }),
    });
  }
  return config;
}

/** The passwords in a config, and the addresses that may hold one. */
export function secretsOf(config: BuildConfig, hypervisor: BuildableHypervisor) {
  const keys = configKeys[hypervisor];
  const entries = Object.entries(config);
  return {
    values: entries.filter(([key]) => keys[key]?.secret).map(([, value]) => value),
    addresses: entries.map(([, value]) => value).filter((value) => value.includes('://')),
  };
}

const hypervisorNames = { baremetal: 'bare metal', vsphere: 'vSphere' } as const;

function checkKey(key: string, { hypervisor, eksaVersion }: ConfigTarget): string | undefined {
  if (!Object.hasOwn(configKeys[hypervisor], key)) return unknownKey(key, hypervisor);
  const { since, until } = supportedConfigKeys[hypervisor][key] ?? {};
  if (since && !isAtLeast(eksaVersion, since)) {
    return `would be ignored: it exists since ${since}, and this is ${eksaVersion}`;
  }
  if (until && isLineAfter(eksaVersion, until)) {
    return `would be ignored: it exists up to v${until}, and this is ${eksaVersion}`;
  }
  return undefined;
}

function unknownKey(key: string, hypervisor: BuildableHypervisor): string {
  if (rhelKeys.includes(key)) return 'is for RHEL only';
  const other = buildableHypervisors.find((candidate) => Object.hasOwn(configKeys[candidate], key));
  if (other !== undefined) return `is for ${hypervisorNames[other]} only`;
  const near = nearestMatch(key, Object.keys(configKeys[hypervisor]));
  return `is no key of this config${near ? `; did you mean \`${near}\`?` : ''}`;
}

function checkValue(
  key: string,
  value: string | undefined,
  { hypervisor }: ConfigTarget,
): string | undefined {
  if (value === undefined) return undefined;
  if (value === '') return 'has no value';
  const format = configKeys[hypervisor][key]?.format;
  return format === undefined || format.pattern.test(value) ? undefined : `must be ${format.expected}`;
}

function missingKeys(given: ReadonlyMap<string, unknown>, { hypervisor }: ConfigTarget): string[] {
  return Object.entries(configKeys[hypervisor])
    .filter(([key, { required }]) => required && !given.has(key))
    .map(([key, { secret }]) => `\`${key}\` is missing${secret ? '; it belongs into `secrets`' : ''}`);
}

function checkIso(config: BuildConfig): string[] {
  const problems: string[] = [];
  if (config['iso_url'] && !(config['iso_checksum'] && config['iso_checksum_type'])) {
    problems.push('`iso_url` needs `iso_checksum` and `iso_checksum_type` beside it');
  }
  for (const key of ['iso_checksum', 'iso_checksum_type']) {
    if (config[key] && !config['iso_url']) problems.push(`\`${key}\` needs \`iso_url\` beside it`);
  }
  const digits = { sha256: 64, sha512: 128 }[config['iso_checksum_type'] ?? ''];
  const { length } = config['iso_checksum'] ?? '';
  if (digits !== undefined && (length === 64 || length === 128) && length !== digits) {
    problems.push(`\`iso_checksum\` has ${length} digits, but ${config['iso_checksum_type']} has ${digits}`);
  }
  return problems;
}
