import { nearestMatch } from '../nearest-match.ts';
import { hypervisorNames, hypervisors, operatingSystemNames } from '../plan/node-image-spec.ts';
import { supportedConfigKeys } from '../release/support-config-keys.ts';
import { isAtLeast, isGone } from '../release/support-matrix.ts';
import { type ConfigKey, configKeys } from './config-keys.ts';
import { requiredKeys } from './config-requirements.ts';
import { checkRules } from './config-rules.ts';
import type { BuildConfig, CheckedConfig, ConfigTarget } from './config-target.ts';
import {
  type Findings,
  type FlatEntry,
  type NamedText,
  type Place,
  parseFlatMapping,
} from './config-text.ts';
import { writtenForUpstream } from './upstream-quoting.ts';

/** Where a config comes from; each part as the user wrote it. */
export interface ConfigSources {
  /** YAML or JSON texts; later ones win. */
  readonly texts: readonly NamedText[];
  /** `key=value` pairs that win over the texts. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Turns what the user wrote into the config of a build, and reports everything that is wrong with it. */
export function readBuildConfig(
  sources: ConfigSources,
  target: ConfigTarget,
  findings: Findings,
): CheckedConfig {
  const mappings = sources.texts.map((text) => parseFlatMapping(text, findings));
  const secrets = Object.entries(sources.secrets).map(([key, value]) => ({
    key,
    value: value.trim() === '' ? '' : value,
    place: inSecrets,
  }));
  const entries = [...mappings.flatMap((mapping) => mapping ?? []), ...secrets];
  const values: Record<string, string> = Object.create(null);
  const places = new Map<string, Place>();
  for (const entry of new Map(entries.map((candidate) => [candidate.key, candidate])).values()) {
    const ignored = ignoredReason(entry.key, target);
    if (ignored !== undefined) {
      const isKnown = Object.hasOwn(configKeys, entry.key);
      const level = isKnown && target.ignoredKeys === 'warn' ? findings.notes : findings.problems;
      level.push({ text: `\`${entry.key}\` ${ignored}`, place: entry.place });
      continue;
    }
    places.set(entry.key, entry.place);
    if (entry.place === inSecrets && entry.value?.length === 0) {
      const level = target.secrets === 'optional' ? findings.notes : findings.problems;
      level.push({ text: emptySecret(entry.key), place: inSecrets });
      continue;
    }
    const value = checkedValue(entry, findings);
    if (value !== undefined) values[entry.key] = value;
    if (value && entry.place !== inSecrets && isSecretKey(entry.key))
      findings.notes.push({
        text: `\`${entry.key}\` is a secret: give it by \`secrets\`, as a line \`${entry.key}=…\``,
        place: entry.place,
      });
  }
  const checked = { values, places };
  if (!mappings.includes(undefined)) reportMissing(checked, target, findings);
  checkRules(checked, target, findings);
  return checked;
}

const inSecrets: Place = { name: 'secrets' };

const emptyReasons = 'is empty. The usual reasons: ';

/** GitHub gives the empty text for a secret that a run cannot see; nothing else tells. */
export function emptySecret(key: string): string {
  return `\`${key}\` ${emptyReasons}the secret does not exist or is misspelt; the run comes from a fork or from Dependabot, which get no secrets; the job lacks the \`environment\` of the secret; the caller of a reusable workflow does not pass it under \`secrets:\``;
}

/** Whether a finding is one of {@link emptySecret}. */
export function isEmptySecret({ text }: { readonly text: string }): boolean {
  return text.includes(emptyReasons);
}

/** The passwords in a config, and the addresses that may hold one, as they were given and as upstream prints them. */
export function secretsOf(config: BuildConfig) {
  const written = Object.entries(writtenForUpstream(config));
  const entries = [...Object.entries(config), ...written.filter(([key, value]) => config[key] !== value)];
  const addresses = entries.map(([, value]) => value).filter((value) => value.includes('://'));
  // What makes a presigned URL of S3, Azure or an artifact server a password.
  const signature = /[?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|token|access_token)=([^&\s]+)/gi;
  const signatures = addresses.flatMap((address) =>
    [...address.matchAll(signature)].map(([, text = '']) => text),
  );
  return {
    values: [...entries.filter(([key]) => isSecretKey(key)).map(([, value]) => value), ...signatures],
    addresses,
  };
}

export function isSecretKey(key: string): boolean {
  return Object.hasOwn(configKeys, key) && configKeys[key]?.secret === true;
}

/** Why a key has no effect on a build; undefined when it has one. */
function ignoredReason(key: string, { hypervisor, os, eksaVersion }: ConfigTarget): string | undefined {
  const range = Object.hasOwn(supportedConfigKeys[hypervisor], key)
    ? supportedConfigKeys[hypervisor][key]
    : undefined;
  if (range === undefined) return strangeKey(key, hypervisor);
  const definition = definitionOf(key);
  if (definition.os !== undefined && definition.os !== os)
    return `is for ${operatingSystemNames[definition.os]} only`;
  const { since, until } = range;
  if (since && !isAtLeast(eksaVersion, since))
    return `would be ignored: it exists since ${since}, and this is ${eksaVersion}`;
  if (until && isGone(eksaVersion, until)) {
    const instead = definition.instead ? `; ${definition.instead}` : '';
    return `would be ignored: it exists up to ${until.replace(' ', ' and ')}, and this is ${eksaVersion}${instead}`;
  }
  return undefined;
}

function strangeKey(key: string, hypervisor: ConfigTarget['hypervisor']): string {
  const others = hypervisors.filter((other) => Object.hasOwn(supportedConfigKeys[other], key));
  if (others.length > 0) return `is for ${others.map((other) => hypervisorNames[other]).join(', ')} only`;
  const input = inputFor(key);
  if (input !== undefined) return `is no key of this config, but an input of its own: \`${input}\``;
  const near = nearestMatch(key, Object.keys(supportedConfigKeys[hypervisor]));
  return `is no key of this config${near ? `; did you mean \`${near}\`?` : ''}`;
}

/** The inputs that stand for flags of the CLI, and what people call these flags. */
const inputsOfFlags: Readonly<Record<string, string>> = {
  'air-gapped': 'air-gapped: true',
  airgapped: 'air-gapped: true',
  'ansible-verbosity': 'ansible-verbosity',
  builder: 'builder',
  'eks-a-version': 'eks-a-version',
  'eksa-release': 'eks-a-version',
  'eksa-version': 'eks-a-version',
  'additional-files': 'additional-files',
  'additional-files-list': 'additional-files',
  'files-config': 'additional-files',
  firmware: 'firmware',
  hypervisor: 'hypervisor',
  'manifest-tarball': 'manifest-tarball',
  os: 'os',
  'os-version': 'os-version',
  'release-channel': 'release-channel',
};

/** `--airgapped`, `air_gapped` and `-os` are words for the same. */
function inputFor(key: string): string | undefined {
  const name = key.replace(/^-+/, '').replaceAll('_', '-').toLowerCase();
  return Object.hasOwn(inputsOfFlags, name) ? inputsOfFlags[name] : undefined;
}

function definitionOf(key: string): ConfigKey {
  const definition = Object.hasOwn(configKeys, key) ? configKeys[key] : undefined;
  if (definition === undefined) throw new RangeError(`no definition of ${key}`);
  return definition;
}

/** The text that the CLI gets; undefined when the value is wrong. */
function checkedValue({ key, value, place }: FlatEntry, { problems }: Findings): string | undefined {
  const { format, list, secret, mayBeEmpty } = definitionOf(key);
  const report = (text: string): undefined => {
    problems.push({ text: `\`${key}\` ${text}`, place });
  };
  if (value === undefined) return undefined;
  if (typeof value !== 'string' && list === undefined) return report('must be one value, but is a list');
  const text = typeof value === 'string' ? value : value.join(list);
  if (text.trim() === '') return mayBeEmpty ? '' : report('has no value');
  if (secret) return text;
  if (/^<[^<>]*>$/s.test(text)) return report('still holds the placeholder of the documentation');
  const written = format?.normalize?.(text) ?? text;
  if (/[\r\n]/.test(written)) return report('holds a line break');
  if (format !== undefined && !format.pattern.test(written)) return report(`must be ${format.expected}`);
  return written;
}

function reportMissing({ places }: CheckedConfig, target: ConfigTarget, { problems, notes }: Findings): void {
  for (const key of requiredKeys(target, places)) {
    if (places.has(key)) continue;
    const isSecret = isSecretKey(key);
    const level = isSecret && target.secrets === 'optional' ? notes : problems;
    level.push({ text: `\`${key}\` is missing${isSecret ? '; it belongs in `secrets`' : ''}` });
  }
}
