import type { BuildConfig } from './config-target.ts';
import type { Findings, Place } from './config-text.ts';

/*
 * Upstream hands a value on from the CLI to make, bash, Packer and Ansible, and each of them reads it anew. What would
 * come out as something else is written so that it comes out right, where there is a way, and refused where there is
 * none: else it shows after half an hour, as a failure that names something else. docs/upstream-contract.md has the
 * way of every value.
 */

/** In Ansible's extra variables as `key=value`: images/capi/packer/config/ansible-args.json; build/setup_packer_configs.sh. */
const bareWords: ReadonlySet<string> = new Set([
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'redhat_epel_rpm',
  'epel_rpm_gpg_key',
  'rhsm_server_hostname',
  'rhsm_server_release_version',
  'rhsm_server_proxy_hostname',
  'rhsm_server_proxy_port',
  'private_artifacts_eksd_fqdn',
  'private_artifacts_eksa_fqdn',
]);

/** There as `key="value"`. */
const quotedWords: ReadonlySet<string> = new Set([
  'extra_debs',
  'extra_repos',
  'extra_rpms',
  'firstboot_custom_roles_pre',
  'firstboot_custom_roles_post',
  'node_custom_roles_pre',
  'node_custom_roles_post',
]);

/** By the CLI into variables that the build tooling's Makefile reads as text of make. Packer reads them and uses none. */
const makeText: ReadonlySet<string> = new Set(['rhel_username', 'rhel_password']);

/** Reports the values that would come out as something else, however they are written. */
export function checkQuoting(
  config: BuildConfig,
  places: ReadonlyMap<string, Place>,
  findings: Findings,
): void {
  for (const [key, value] of Object.entries(writtenForUpstream(config))) {
    const trouble = troubleOf(key, value);
    if (trouble === undefined) continue;
    const place = places.get(key);
    findings.problems.push({ text: `\`${key}\` ${trouble}`, ...(place && { place }) });
  }
}

function troubleOf(key: string, value: string): string | undefined {
  // It renders the value of every variable, also of one that no template names.
  if (value.includes('{{')) return 'holds `{{`, with which a template of Packer begins';
  const unfit = 'Ansible would not take for a part of the value';
  if (bareWords.has(key)) return trouble(value, /[\s"'\\]|\{[%#]/, unfit);
  return quotedWords.has(key) ? trouble(value, /["\\]|\{[%#]/, unfit) : undefined;
}

/** The config as the CLI must get it, for every value to arrive as it was given. */
export function writtenForUpstream(config: BuildConfig): BuildConfig {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, written(key, value)]));
}

function written(key: string, value: string): string {
  if (makeText.has(key)) return value.replaceAll('$', '$$$$');
  if (key === 'iso_url' && /^\/.*[%?#]/s.test(value)) return pathOfPacker(value);
  // What is no character of a URL (RFC 3986), and the one that is and begins a quotation.
  if (bareWords.has(key) && value.includes('://'))
    return value.replace(/["'\\{}]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return value;
}

/**
 * Packer reads a path as a URL, whose path go-getter takes undecoded unless it is encoded as Go itself would do it
 * (`FileGetter`; `encodePath` of net/url).
 */
function pathOfPacker(path: string): string {
  const isPlain = /[\w.~$&+,/:;=@-]/;
  const hex = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return [...path]
    .map((mark) => (isPlain.test(mark) ? mark : [...Buffer.from(mark)].map(hex).join('')))
    .join('');
}

/** The first mark in a value that its reader takes for something else. */
function trouble(value: string, marks: RegExp, reader: string): string | undefined {
  const mark = marks.exec(value)?.[0];
  if (mark === undefined) return undefined;
  return `holds ${/\s/.test(mark) ? 'a blank' : `\`${mark}\``}, which ${reader}`;
}

/** What the build tooling's scripts put into commands, JSON and Ansible's words without more ado. */
const scriptVariables: ReadonlyArray<readonly [name: RegExp, marks: RegExp, reader: string]> = [
  // hack/set-ssh-password.sh puts it by sed into JSON and into the answers for installers, and Packer puts it between
  // single quotes of the guest's shell, to shut it down.
  [
    /^SSH_PASSWORD$/,
    /\{\{|[&|\\"'#\s]/,
    "upstream's scripts take for something else: choose a password without any of & | \\ \" ' # {{ and blanks",
  ],
  [/^PACKER_(?:HTTP_SERVER_IP|ACTIVE_INTERFACE)$/, /[^\w.:@-]/, 'is no part of an address or of a name'],
  [
    /^(?:(?:CRICTL|CONTAINERD)_(?:URL|SHA256)|ETCDADM_HTTP_SOURCE)$/,
    /[\s"'\\]|\{[{%#]/,
    'upstream does not quote',
  ],
];

/** Why the value of a variable would not arrive; undefined where it does. */
export function variableTrouble(name: string, value: string): string | undefined {
  const [, marks, reader] = scriptVariables.find(([pattern]) => pattern.test(name)) ?? [];
  return marks && reader && trouble(value, marks, reader);
}

/** Why upstream cannot work below a folder: the CLI names it in commands of bash, and make splits lists of paths. */
export function folderTrouble(folder: string): string | undefined {
  return trouble(folder, /[\s"'`$\\;&|<>(){}[\]*?!#%:]/, "upstream's scripts do not quote");
}
