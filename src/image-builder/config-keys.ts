import type { BuiltSystem } from '../plan/node-image-spec.ts';
import * as formats from './config-formats.ts';

/** One key of the CLI's config: what may stand in it. From when to when it exists, `support-config-keys.ts` says. */
export interface ConfigKey {
  /** Whole sentences, for the table in docs/configuration.md. */
  readonly meaning: string;
  readonly format?: formats.Format;
  /** The value is a password. */
  readonly secret?: true;
  /** What a list of values is joined with. */
  readonly list?: ' ' | ',';
  /** The only system that it has an effect on. */
  readonly os?: BuiltSystem;
  /** An empty text has a meaning of its own. */
  readonly mayBeEmpty?: true;
  /** What to do in releases that have it no more. */
  readonly instead?: string;
}

const { boolean, host, webAddress, wholeNumber, packageNames, paths, awsRegion, awsRegions } = formats;
const ubuntu = { os: 'ubuntu' } as const;
const rhel = { os: 'redhat' } as const;
const flag = (meaning: string): ConfigKey => ({ meaning, format: boolean });
const roles = (when: string): ConfigKey => ({
  meaning: `Folders of Ansible roles that run ${when}, relative to the workspace.`,
  format: paths,
  list: ' ',
});
const useFiles = 'use the input `additional-files`, or `node_custom_roles_post` for a role of your own';

/**
 * Every key that a release from v0.16 on takes for any hypervisor. Source: aws/eks-anywhere-build-tooling,
 * projects/aws/image-builder/builder/types.go and cmd/build.go, at the tips of release-0.16 … release-0.26, and the
 * EKS Anywhere documentation; read 2026-08-18.
 */
export const configKeys: Readonly<Record<string, ConfigKey>> = {
  // vSphere
  vcenter_server: { meaning: 'Host name of vCenter.', format: host },
  username: { meaning: 'User name in vCenter.' },
  password: { meaning: 'Password in vCenter.', secret: true },
  datacenter: { meaning: 'Datacenter to build in.' },
  cluster: { meaning: 'Cluster to build in.' },
  datastore: { meaning: 'Datastore of the build VM.' },
  folder: { meaning: 'Folder of the build VM.', format: formats.vmFolder },
  network: { meaning: 'Network on which the build VM reaches the runner and the internet.' },
  resource_pool: { meaning: 'Resource pool of the build VM.', format: formats.resourcePool },
  template: { meaning: 'Template to clone, for `builder: clone`.' },
  insecure_connection: flag('Do not verify the certificate of vCenter.'),
  convert_to_template: flag('Make a template of the build VM.'),
  create_snapshot: flag('Take a snapshot, for linked clones.'),
  linked_clone: flag('Clone with a linked disk.'),
  vmx_version: { meaning: 'Version of the virtual hardware.', format: formats.vmxVersion },
  vsphere_library_name: {
    meaning: 'Content library.',
    instead: 'import the finished OVA into the library',
  },
  // bare metal
  disk_size: { meaning: 'Size of the disk in MB. Default: 6656.', format: wholeNumber },
  // Nutanix
  nutanix_cluster_name: { meaning: 'Name of the Prism Element cluster.' },
  image_name: {
    meaning: 'Name of the image in Prism.',
    format: { pattern: /^[^\s"{}]+$/, expected: 'one word' },
  },
  image_size_gb: { meaning: 'Size of the disk in GB. Default: 10.', format: wholeNumber },
  image_url: { meaning: 'Cloud image to start from.', format: webAddress },
  image_export: flag('Also export the image as a file.'),
  nutanix_endpoint: { meaning: 'Host name of Prism Central.', format: host },
  nutanix_insecure: flag('Do not verify the certificate of Prism Central. Default: `false`.'),
  nutanix_port: { meaning: 'Port of Prism Central. Default: 9440.', format: formats.port },
  nutanix_username: { meaning: 'User name in Prism Central.' },
  nutanix_password: { meaning: 'Password in Prism Central.', secret: true },
  nutanix_subnet_name: { meaning: 'Subnet of the build VM.' },
  source_image_name: {
    meaning: 'Image in Prism to start from.',
    instead: 'name the source with `image_url`',
  },
  // CloudStack
  ansible_user_vars: {
    meaning: 'No effect: the CLI overwrites it.',
    format: {
      pattern: /^provider=cloudstack$/,
      expected: '`provider=cloudstack`, which the CLI always sets',
    },
  },
  // AMI
  ami_filter_name: { meaning: 'Name of the source AMI, with `*`. Default: that of the `os-version`.' },
  ami_filter_owners: {
    meaning: 'Account of the source AMI. Default: 099720109477, which is Canonical.',
    format: formats.awsOwners,
    list: ',',
  },
  ami_regions: {
    meaning: 'Regions to copy the AMI to. Default: `aws_region`.',
    format: awsRegions,
    list: ',',
  },
  aws_region: {
    meaning: 'Region to build in. Default: `AWS_REGION` of the job, else us-west-2.',
    format: awsRegion,
  },
  builder_instance_type: {
    meaning: 'Type of the build instance. Default: `t3.small`.',
    format: formats.instanceType,
  },
  manifest_output: {
    meaning: "Path to copy Packer's manifest to, relative to the workspace.",
    format: paths,
  },
  root_device_name: { meaning: 'Name of the root device. Default: `/dev/sda1`.', format: formats.deviceName },
  subnet_id: {
    meaning: 'Subnet to build in. Required in an account without a default VPC.',
    format: formats.subnetId,
  },
  volume_size: { meaning: 'Size of the root volume in GiB. Default: 25.', format: wholeNumber },
  volume_type: { meaning: 'Type of the root volume. Default: `gp3`.', format: formats.volumeType },
  ansible_extra_vars: { meaning: 'Variables for Ansible.', instead: useFiles },
  custom_role: { meaning: 'Whether there is a custom role.', instead: useFiles },
  custom_role_names: { meaning: 'Custom roles.', list: ' ', instead: useFiles },
  custom_role_name_list: { meaning: 'Custom roles.', list: ' ', instead: useFiles },
  // installer ISO
  iso_url: {
    meaning:
      'Installer ISO to use, a URL or a path relative to the workspace. Default for Ubuntu: its ISO on releases.ubuntu.com.',
    format: formats.fileAddress,
  },
  iso_checksum: { meaning: 'Checksum of the ISO in hex.', format: formats.hexDigest },
  iso_checksum_type: { meaning: 'Kind of that checksum.', format: formats.checksumType },
  // RHEL
  rhel_username: { meaning: 'User name in Red Hat subscription management.', ...rhel },
  rhel_password: { meaning: 'Password in Red Hat subscription management.', secret: true, ...rhel },
  rhsm_server_hostname: {
    meaning: 'Host name of a Red Hat Satellite.',
    format: formats.fullHostName,
    ...rhel,
  },
  rhsm_server_release_version: {
    meaning: 'Minor release of the packages.',
    format: formats.minorRelease,
    ...rhel,
  },
  rhsm_activation_key: { meaning: 'Activation key of the Satellite.', secret: true, ...rhel },
  rhsm_org_id: { meaning: 'Organization in the Satellite.', ...rhel },
  rhsm_server_proxy_hostname: { meaning: 'Proxy to the subscription server.', format: host, ...rhel },
  rhsm_server_proxy_port: { meaning: 'Port of that proxy.', format: formats.port, ...rhel },
  redhat_epel_rpm: { meaning: 'Package that sets EPEL up. Empty: no EPEL.', mayBeEmpty: true, ...rhel },
  epel_rpm_gpg_key: { meaning: 'Key of EPEL. Empty: no EPEL.', mayBeEmpty: true, ...rhel },
  // packages
  extra_debs: {
    meaning: "Packages to add. They replace upstream's own, `nfs-common xfsprogs`, so repeat those.",
    format: packageNames,
    list: ' ',
    ...ubuntu,
  },
  extra_rpms: { meaning: 'Packages to add, names or URLs.', format: packageNames, list: ' ', ...rhel },
  extra_repos: {
    meaning:
      'Files with package sources to add, relative to the workspace: `.list` or `.sources`, for RHEL `.repo`.',
    format: paths,
    list: ' ',
  },
  disable_public_repos: flag('Use no package sources but `extra_repos`.'),
  reenable_public_repos: flag('Whether the finished image has the public sources again. Default: `true`.'),
  // proxy
  http_proxy: { meaning: 'Proxy of the build VM for http. It stays in the image.', format: webAddress },
  https_proxy: { meaning: 'Proxy of the build VM for https. It stays in the image.', format: webAddress },
  no_proxy: {
    meaning: 'Hosts that the build VM reaches without the proxy.',
    format: formats.noProxy,
    list: ',',
  },
  // roles
  firstboot_custom_roles_pre: roles('first of all at the first boot'),
  firstboot_custom_roles_post: roles('last at the first boot'),
  node_custom_roles_pre: roles('before Kubernetes is installed'),
  node_custom_roles_post: roles('after Kubernetes is installed, before the image is sealed'),
  // patience
  ssh_timeout: {
    meaning: 'How long to wait for the installed system. Default: `40m`.',
    format: formats.duration,
  },
  ssh_handshake_attempts: {
    meaning: 'How often to try to log in by ssh. Default: 100.',
    format: wholeNumber,
  },
  // air-gapped
  eksa_build_tooling_repo_url: {
    meaning: 'Git mirror of aws/eks-anywhere-build-tooling.',
    format: formats.gitAddress,
  },
  image_builder_repo_url: {
    meaning: 'Git mirror of kubernetes-sigs/image-builder.',
    format: formats.gitAddress,
  },
  private_artifacts_eksd_fqdn: {
    meaning: 'Mirror of distro.eks.amazonaws.com.',
    format: formats.mirrorAddress,
  },
  private_artifacts_eksa_fqdn: {
    meaning: 'Mirror of anywhere-assets.eks.amazonaws.com.',
    format: formats.mirrorAddress,
  },
};
