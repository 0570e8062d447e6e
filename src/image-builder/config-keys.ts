import type { BuildableHypervisor } from '../plan/node-image-spec.ts';

/** How a value must look; the CLI itself takes any string and fails late. */
export interface Format {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** One key of the CLI's config: what may stand in it. From when to when it exists, the support matrix says. */
export interface ConfigKey {
  /** Whether a build cannot do without it. */
  readonly required?: true;
  /** The value is a password. */
  readonly secret?: true;
  readonly format?: Format;
}

export type ConfigKeys = Readonly<Record<string, ConfigKey>>;

const webAddress: Format = {
  pattern: /^https?:\/\/[^\s/]+\S*$/,
  expected: 'a URL that starts with http:// or https://',
};
const address: Format = {
  pattern: /^(https?|file):\/\/\S+$/,
  expected: 'a URL that starts with https://, http:// or file://',
};
const host: Format = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/,
  expected: 'a host name without https:// or a path',
};
const wholeNumber: Format = { pattern: /^[1-9]\d*$/, expected: 'a whole number' };
const boolean: Format = { pattern: /^(true|false)$/, expected: '`true` or `false`' };
const duration: Format = {
  pattern: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/,
  expected: 'a duration such as `40m` or `1h30m`',
};
const hexDigest: Format = {
  pattern: /^([0-9a-fA-F]{64}|[0-9a-fA-F]{128})$/,
  expected: '64 (sha256) or 128 (sha512) hex digits',
};
/** Upstream's `validateVMXVersion`. */
const vmxVersion: Format = { pattern: /^(1[5-9]|[2-9]\d)$/, expected: 'a number from 15 up' };

/** The mixins of upstream's config types that every Ubuntu build has. */
const common: ConfigKeys = {
  iso_url: { format: address },
  iso_checksum: { format: hexDigest },
  iso_checksum_type: { format: { pattern: /^sha(256|512)$/, expected: '`sha256` or `sha512`' } },
  http_proxy: { format: webAddress },
  https_proxy: { format: webAddress },
  no_proxy: {},
  extra_debs: {},
  extra_repos: {},
  firstboot_custom_roles_pre: {},
  firstboot_custom_roles_post: {},
  node_custom_roles_pre: {},
  node_custom_roles_post: {},
  disable_public_repos: { format: boolean },
  reenable_public_repos: { format: boolean },
  ssh_timeout: { format: duration },
  ssh_handshake_attempts: { format: wholeNumber },
};

/**
 * The keys of the config of an Ubuntu build. Source: aws/eks-anywhere-build-tooling,
 * projects/aws/image-builder/builder/types.go, at the tips of release-0.16 … release-0.26, read 2026-08-18.
 */
export const configKeys: Readonly<Record<BuildableHypervisor, ConfigKeys>> = {
  baremetal: { disk_size: { format: wholeNumber }, ...common },
  vsphere: {
    vcenter_server: { required: true, format: host },
    username: { required: true },
    password: { required: true, secret: true },
    datacenter: { required: true },
    cluster: { required: true },
    datastore: { required: true },
    folder: { required: true },
    network: { required: true },
    resource_pool: {},
    template: {},
    insecure_connection: { format: boolean },
    convert_to_template: { format: boolean },
    create_snapshot: { format: boolean },
    linked_clone: { format: boolean },
    vsphere_library_name: {},
    vmx_version: { format: vmxVersion },
    ...common,
  },
};

/** Keys of builds that are not made yet, for a better word than "unknown". */
export const rhelKeys: readonly string[] = [
  'extra_rpms',
  'rhel_password',
  'rhel_username',
  'rhsm_activation_key',
  'rhsm_org_id',
  'rhsm_server_hostname',
];
