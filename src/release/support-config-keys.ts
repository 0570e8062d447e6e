import type { Hypervisor } from '../plan/node-image-spec.ts';

/** From which release to which release the CLI reads a key; older and newer ones drop it silently. */
export interface KeyRange {
  /** The first release, `v0.22.3`. */
  readonly since?: string;
  /** The last line, `v0.19`; or the last release of each of the last lines, `v0.20.9 v0.21.2`. */
  readonly until?: string;
}

type Keys = Readonly<Record<string, KeyRange>>;

function keys(names: string, range: KeyRange = {}): Keys {
  return Object.fromEntries(names.split(' ').map((name) => [name, range]));
}

// The mixins of upstream's types, by their names there.
const iso = keys('iso_url iso_checksum iso_checksum_type');
const proxy = keys('http_proxy https_proxy no_proxy', { since: 'v0.18.0' });
const packages = keys('extra_debs extra_repos extra_rpms', { since: 'v0.17.0' });
const overrides = keys(
  'firstboot_custom_roles_pre firstboot_custom_roles_post node_custom_roles_pre node_custom_roles_post disable_public_repos reenable_public_repos',
  { since: 'v0.17.3' },
);
const airGapped = keys(
  'eksa_build_tooling_repo_url image_builder_repo_url private_artifacts_eksd_fqdn private_artifacts_eksa_fqdn',
  { since: 'v0.18.0' },
);
const ssh = keys('ssh_timeout ssh_handshake_attempts', { since: 'v0.24.1' });
const account = 'rhel_username rhel_password';
const subscription = {
  ...keys(
    'rhsm_server_proxy_hostname rhsm_server_proxy_port rhsm_server_hostname rhsm_server_release_version rhsm_activation_key rhsm_org_id',
    { since: 'v0.18.0' },
  ),
  ...keys('redhat_epel_rpm epel_rpm_gpg_key', { since: 'v0.26.1' }),
};
const machine = {
  ...iso,
  ...keys(account),
  ...subscription,
  ...proxy,
  ...packages,
  ...overrides,
  ...airGapped,
  ...ssh,
};

/**
 * The config keys that exist. Source: aws/eks-anywhere-build-tooling, projects/aws/image-builder/builder/types.go,
 * at the commit of each release from v0.16.0 to v0.26.1, read 2026-08-18.
 */
export const supportedConfigKeys: Readonly<Record<Hypervisor, Keys>> = {
  vsphere: {
    ...keys(
      'vcenter_server username password datacenter cluster datastore folder network resource_pool template insecure_connection convert_to_template create_snapshot linked_clone',
    ),
    ...keys('vsphere_library_name', { until: 'v0.19' }),
    ...keys('vmx_version', { since: 'v0.22.3' }),
    ...machine,
  },
  baremetal: { ...keys('disk_size', { since: 'v0.23.3' }), ...machine, ...keys('extra_rpms') },
  nutanix: {
    ...keys(
      'nutanix_cluster_name image_name nutanix_endpoint nutanix_insecure nutanix_port nutanix_username nutanix_password nutanix_subnet_name',
    ),
    ...keys('source_image_name', { until: 'v0.20.9 v0.21.2' }),
    ...keys('image_url image_export', { since: 'v0.18.0' }),
    ...keys('image_size_gb', { since: 'v0.22.0' }),
    ...keys(account, { since: 'v0.18.0' }),
    ...subscription,
    ...proxy,
    ...packages,
    ...overrides,
    ...airGapped,
  },
  cloudstack: { ...keys('ansible_user_vars'), ...machine },
  ami: {
    ...keys(
      'ami_filter_name ami_filter_owners ami_regions aws_region builder_instance_type manifest_output root_device_name subnet_id volume_size volume_type',
    ),
    ...keys('ansible_extra_vars custom_role custom_role_name_list custom_role_names', { until: 'v0.16' }),
    ...proxy,
    ...packages,
    ...overrides,
  },
};
