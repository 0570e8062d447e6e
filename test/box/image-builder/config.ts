/** The JSON config files of the CLI: which keys each hypervisor knows and how Go reads and writes them. */

import { jsonKind, parseJson } from './go-json.ts';
import { GoError, log, readFile } from './go-runtime.ts';
import { isAtLeast, type ReleaseLine } from './release-line.ts';

export type Hypervisor = 'vsphere' | 'baremetal' | 'nutanix' | 'cloudstack' | 'ami';

/** Every value is a string in Go; an absent key reads as the empty string. */
export type Config = Map<string, string>;

interface Key {
  readonly name: string;
  /** Go's path of the embedded structs, part of its error messages. */
  readonly embedded: string;
  /** 'always' writes the empty string; 'filled' leaves an empty one out; 'set' writes what was set, even if empty. */
  readonly written: 'always' | 'filled' | 'set';
  /** First EKS-A release (minor, patch) whose CLI knows the key. */
  readonly since: readonly [minor: number, patch: number];
}

const keys = (
  names: string,
  { embedded = '', written = 'filled', since = [0, 0] }: Partial<Omit<Key, 'name'>> = {},
): readonly Key[] => names.split(' ').map((name) => ({ name, embedded, written, since }));

// Order, tags and embedding: builder/types.go of the CLI; first releases: git history of the release branches.
const iso = keys('iso_url iso_checksum iso_checksum_type', { embedded: 'IsoConfig.' });
const rhel = [
  ...keys('rhel_username rhel_password', { embedded: 'RhelConfig.', written: 'always' }),
  ...keys(
    'rhsm_server_proxy_hostname rhsm_server_proxy_port rhsm_server_hostname rhsm_server_release_version rhsm_activation_key rhsm_org_id',
    { embedded: 'RhelConfig.RhsmConfig.', since: [18, 0] },
  ),
  ...keys('redhat_epel_rpm epel_rpm_gpg_key', {
    embedded: 'RhelConfig.EpelConfig.',
    written: 'set',
    since: [26, 1],
  }),
];
const proxy = keys('http_proxy https_proxy no_proxy', { embedded: 'ProxyConfig.', since: [18, 0] });
const packages = keys('extra_debs extra_repos extra_rpms', {
  embedded: 'ExtraPackagesConfig.',
  since: [17, 0],
});
const overrides = keys(
  'firstboot_custom_roles_pre firstboot_custom_roles_post node_custom_roles_pre node_custom_roles_post disable_public_repos reenable_public_repos',
  { embedded: 'ExtraOverridesConfig.', since: [17, 3] },
);
const airGapped = keys(
  'eksa_build_tooling_repo_url image_builder_repo_url private_artifacts_eksd_fqdn private_artifacts_eksa_fqdn',
  { embedded: 'AirGappedConfig.', since: [18, 0] },
);
const ssh = keys('ssh_timeout ssh_handshake_attempts', { embedded: 'SshConfig.', since: [24, 1] });

interface Schema {
  readonly type: string;
  readonly keys: readonly Key[];
}

const schemas: Readonly<Record<Hypervisor, Schema>> = {
  vsphere: {
    type: 'VsphereConfig',
    keys: [
      ...keys(
        'cluster convert_to_template create_snapshot datacenter datastore folder insecure_connection linked_clone network resource_pool template vcenter_server username password',
        { written: 'always' },
      ),
      ...keys('vmx_version', { since: [22, 3] }),
      ...[iso, rhel, proxy, packages, overrides, airGapped, ssh].flat(),
    ],
  },
  baremetal: {
    type: 'BaremetalConfig',
    keys: [
      ...keys('disk_size', { since: [23, 3] }),
      ...[iso, rhel, proxy, packages, overrides, airGapped, ssh].flat(),
    ],
  },
  nutanix: {
    type: 'NutanixConfig',
    keys: [
      ...keys('nutanix_cluster_name', { written: 'always' }),
      ...keys('image_name', { written: 'always' }),
      ...keys('image_size_gb', { since: [22, 0] }),
      ...keys('image_url image_export', { since: [18, 0] }),
      ...keys(
        'nutanix_endpoint nutanix_insecure nutanix_port nutanix_username nutanix_password nutanix_subnet_name',
        { written: 'always' },
      ),
      ...[rhel, proxy, packages, overrides, airGapped].flat(),
    ],
  },
  cloudstack: {
    type: 'CloudstackConfig',
    keys: [
      ...keys('ansible_user_vars', { written: 'always' }),
      ...[iso, rhel, proxy, packages, overrides, airGapped, ssh].flat(),
    ],
  },
  ami: {
    type: 'AMIConfig',
    keys: [
      ...keys(
        'ami_filter_name ami_filter_owners ami_regions aws_region builder_instance_type manifest_output root_device_name subnet_id volume_size volume_type',
        { written: 'always' },
      ),
      ...[proxy, packages, overrides].flat(),
    ],
  },
};

const knownKeys = (hypervisor: Hypervisor, line: ReleaseLine): readonly Key[] =>
  schemas[hypervisor].keys.filter(({ since }) => isAtLeast(line, ...since));

/** Whether the CLI of this line has the key at all. */
export const knows = (hypervisor: Hypervisor, line: ReleaseLine, name: string): boolean =>
  knownKeys(hypervisor, line).some((key) => key.name === name);

function readNamed(path: string, what: string): Buffer {
  try {
    return readFile(path);
  } catch (error) {
    throw error instanceof GoError ? new GoError(`${what}: ${error.message}`) : error;
  }
}

/**
 * `json.Unmarshal` into the hypervisor's struct over its defaults, then the warning about keys it has no field for.
 * @returns undefined for the document `null`, which makes a nil pointer of the config unless it has defaults.
 */
export function readConfig(
  path: string,
  hypervisor: Hypervisor,
  line: ReleaseLine,
  defaults?: Config,
): Config | undefined {
  const { type } = schemas[hypervisor];
  const document = parseJson(readNamed(path, `Error reading ${hypervisor} config file`));
  if (document === null) return defaults;
  if (typeof document !== 'object' || Array.isArray(document)) {
    throw new GoError(`json: cannot unmarshal ${jsonKind(document)} into Go value of type builder.${type}`);
  }
  const known = knownKeys(hypervisor, line);
  const config: Config = new Map(defaults);
  for (const [name, value] of Object.entries(document)) {
    // Go falls back to a case-insensitive match of the field name.
    const key = known.find((k) => k.name === name) ?? known.find((k) => k.name === name.toLowerCase());
    if (key === undefined || value === null) continue;
    if (typeof value !== 'string') {
      throw typeError(value, `${type}.${key.embedded}${key.name}`, 'string');
    }
    config.set(key.name, value);
  }
  const unknown = Object.keys(document).filter((name) => !known.some((key) => key.name === name));
  // Silent before v0.26.1 (eks-anywhere-build-tooling #5632).
  if (unknown.length > 0 && isAtLeast(line, 26, 1)) {
    log(
      `Warning: ignoring unrecognized key(s) in ${hypervisor}-config: ${unknown.sort().join(', ')}. ` +
        'These values are dropped and will not be passed to Packer.',
    );
  }
  return config;
}

/** The fields that `json.Marshal` writes, in the order of the Go struct. */
export function marshalledFields(
  config: Config,
  hypervisor: Hypervisor,
  line: ReleaseLine,
): Record<string, string> {
  const written = knownKeys(hypervisor, line).filter(({ name, written: rule }) => {
    if (rule === 'always') return true;
    return rule === 'set' ? config.has(name) : (config.get(name) ?? '') !== '';
  });
  return Object.fromEntries(written.map(({ name }) => [name, config.get(name) ?? '']));
}

export interface AdditionalFile {
  readonly src: string;
  readonly dest: string;
  readonly owner: string;
  readonly group: string;
  readonly mode: number;
}

export interface FilesConfig {
  additional_files: string;
  additional_files_list: AdditionalFile[];
  custom_role: string;
}

/** Reads --files-config; only `mode` is not a string, because its Go field is an int. `null` is a nil pointer here too. */
export function readFilesConfig(path: string): FilesConfig | undefined {
  const document = parseJson(readNamed(path, 'Error reading additional files config path'));
  if (document === null) return undefined;
  if (typeof document !== 'object' || Array.isArray(document)) {
    throw new GoError(
      `json: cannot unmarshal ${jsonKind(document)} into Go value of type builder.AdditionalFilesConfig`,
    );
  }
  const fields = new Map<string, unknown>(Object.entries(document));
  const list = fields.get('additional_files_list') ?? [];
  const owner = 'AdditionalFilesConfig.FileVars.';
  if (!Array.isArray(list)) throw typeError(list, `${owner}additional_files_list`, '[]builder.File');
  const files = list.map(additionalFile);
  return {
    additional_files: files.length > 0 ? 'true' : textField(fields, 'additional_files', owner),
    additional_files_list: files,
    custom_role:
      files.length > 0
        ? 'true'
        : textField(fields, 'custom_role', 'AdditionalFilesConfig.FilesAnsibleConfig.'),
  };
}

function additionalFile(entry: unknown): AdditionalFile {
  const fields = new Map<string, unknown>(
    Object.entries(typeof entry === 'object' && entry !== null ? entry : {}),
  );
  const owner = 'File.FileVars.additional_files_list.';
  const [src, dest, user, group] = ['src', 'dest', 'owner', 'group'].map((name) =>
    textField(fields, name, owner),
  );
  const mode = fields.get('mode') ?? 0;
  if (!Number.isInteger(mode)) throw typeError(mode, `${owner}mode`, 'int');
  return { src: src ?? '', dest: dest ?? '', owner: user ?? '', group: group ?? '', mode: Number(mode) };
}

function textField(fields: ReadonlyMap<string, unknown>, name: string, owner: string): string {
  const value = fields.get(name) ?? '';
  if (typeof value !== 'string') throw typeError(value, `${owner}${name}`, 'string');
  return value;
}

/** Go's UnmarshalTypeError; a number that does not fit its int field is named. */
function typeError(value: unknown, field: string, goType: string): GoError {
  const kind = typeof value === 'number' && goType === 'int' ? `number ${value}` : jsonKind(value);
  return new GoError(`json: cannot unmarshal ${kind} into Go struct field ${field} of type ${goType}`);
}
