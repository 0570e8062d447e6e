import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import { isAtLeast } from '../release/support-matrix.ts';
import { parseFlatMapping } from './config-text.ts';

/** The CLI's config: every value is a string, or its JSON decoder refuses the file. */
export type BuildConfig = Readonly<Record<string, string>>;

interface ConfigKey {
  /** The first release that reads the key; older ones drop it silently. */
  readonly since?: string;
  /** The value is a password, a key, or may hold one. */
  readonly secret?: true;
  readonly format?: Format;
}

interface Format {
  readonly pattern: RegExp;
  readonly expected: string;
}

const url: Format = {
  pattern: /^https?:\/\/[^\s/]+\S*$/,
  expected: 'a URL that starts with http:// or https://',
};
const anyUrl: Format = {
  pattern: /^(https?|file):\/\/\S+$/,
  expected: 'a URL that starts with https://, http:// or file://',
};
const wholeNumber: Format = { pattern: /^[1-9]\d*$/, expected: 'a whole number' };
const boolean: Format = { pattern: /^(true|false)$/, expected: '`true` or `false`' };
const hex: Format = {
  pattern: /^([0-9a-fA-F]{64}|[0-9a-fA-F]{128})$/,
  expected: '64 (sha256) or 128 (sha512) hex digits',
};
const duration: Format = {
  pattern: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/,
  expected: 'a duration such as `40m` or `1h30m`',
};

/**
 * The keys of `--baremetal-config` for Ubuntu. Source: aws/eks-anywhere-build-tooling,
 * projects/aws/image-builder/builder/types.go, at the tips of release-0.16 … release-0.26, read 2026-08-18.
 */
const bareMetalKeys: Readonly<Record<string, ConfigKey>> = {
  disk_size: { since: 'v0.22.0', format: wholeNumber },
  iso_url: { format: anyUrl },
  iso_checksum: { format: hex },
  iso_checksum_type: { format: { pattern: /^sha(256|512)$/, expected: '`sha256` or `sha512`' } },
  http_proxy: { format: url },
  https_proxy: { format: url },
  no_proxy: {},
  extra_debs: {},
  extra_repos: {},
  firstboot_custom_roles_pre: { since: 'v0.17.0' },
  firstboot_custom_roles_post: { since: 'v0.17.0' },
  node_custom_roles_pre: { since: 'v0.17.0' },
  node_custom_roles_post: { since: 'v0.17.0' },
  disable_public_repos: { since: 'v0.17.0', format: boolean },
  reenable_public_repos: { since: 'v0.17.0', format: boolean },
  ssh_timeout: { since: 'v0.24.0', format: duration },
  ssh_handshake_attempts: { since: 'v0.24.0', format: wholeNumber },
};

/** Keys that other hypervisors and operating systems know, for a better word than "unknown". */
const keysOfOthers: Readonly<Record<string, string>> = {
  rhel_username: 'is for RHEL only',
  rhel_password: 'is for RHEL only',
  extra_rpms: 'is for RHEL only',
  vcenter_server: 'is for vSphere only',
  template: 'is for vSphere only',
  image_name: 'is for Nutanix only',
};

/** Where a config comes from; each part as the user wrote it. */
export interface ConfigSources {
  /** YAML or JSON text, and what to call it in messages. */
  readonly texts: ReadonlyArray<{ readonly name: string; readonly text: string }>;
  /** `key=value` pairs that win over the texts. */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Turns what the user wrote into the config of a bare-metal Ubuntu build.
 *
 * @throws ActionError that lists every unknown key, wrong type, missing value and wrong format at once.
 */
export function readBareMetalConfig(sources: ConfigSources, eksaVersion: string): BuildConfig {
  const problems: string[] = [];
  const config: Record<string, string> = Object.create(null);
  for (const { name, text } of sources.texts) {
    for (const [key, value] of parseFlatMapping(name, text, problems)) config[key] = value;
  }
  Object.assign(config, sources.secrets);

  for (const [key, value] of Object.entries(config)) {
    const problem = checkKey(key, eksaVersion) ?? checkValue(key, value);
    if (problem) problems.push(`\`${key}\` ${problem}`);
  }
  problems.push(...checkTogether(config));
  if (problems.length > 0) {
    throw new ActionError('The build config is wrong.', {
      problems,
      fix: `Keys of a bare-metal Ubuntu build: ${Object.keys(bareMetalKeys).join(', ')}.`,
    });
  }
  return config;
}

/** The secret values of a config: passwords of proxies and of hosts with user-info in their URL. */
export function urlsOf(config: BuildConfig): string[] {
  return Object.values(config).filter((value) => url.pattern.test(value));
}

function checkKey(key: string, eksaVersion: string): string | undefined {
  const known = Object.hasOwn(bareMetalKeys, key) ? bareMetalKeys[key] : undefined;
  if (known === undefined) {
    if (Object.hasOwn(keysOfOthers, key)) return keysOfOthers[key];
    const near = nearestMatch(key, Object.keys(bareMetalKeys));
    return `is no key of a bare-metal config${near ? `; did you mean \`${near}\`?` : ''}`;
  }
  if (known.since && !isAtLeast(eksaVersion, known.since)) {
    return `would be ignored: it exists since ${known.since}, and this is ${eksaVersion}`;
  }
  return undefined;
}

function checkValue(key: string, value: string): string | undefined {
  if (value === '') return 'has no value';
  const format = bareMetalKeys[key]?.format;
  return format === undefined || format.pattern.test(value) ? undefined : `must be ${format.expected}`;
}

function checkTogether(config: BuildConfig): string[] {
  const problems: string[] = [];
  if (config['iso_url'] && !(config['iso_checksum'] && config['iso_checksum_type'])) {
    problems.push('`iso_url` needs `iso_checksum` and `iso_checksum_type` beside it');
  }
  for (const key of ['iso_checksum', 'iso_checksum_type']) {
    if (config[key] && !config['iso_url']) problems.push(`\`${key}\` needs \`iso_url\` beside it`);
  }
  const digits = { sha256: 64, sha512: 128 }[config['iso_checksum_type'] ?? ''];
  const checksum = config['iso_checksum'] ?? '';
  if (digits !== undefined && hex.pattern.test(checksum) && checksum.length !== digits) {
    problems.push(
      `\`iso_checksum\` has ${checksum.length} digits, but ${config['iso_checksum_type']} has ${digits}`,
    );
  }
  return problems;
}
