import type { BuiltSystem } from '../plan/node-image-spec.ts';
import * as formats from './config-formats.ts';

/** One key of the CLI's config: what may stand in it. From when to when it exists, `support-config-keys.ts` says. */
export interface ConfigKey {
  /** For the table in docs/configuration.md. */
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
  meaning: `Ansible roles to run ${when}: folders, relative to the workspace`,
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
  vcenter_server: { meaning: 'vCenter', format: host },
  username: { meaning: 'user of vCenter' },
  password: { meaning: 'its password', secret: true },
  datacenter: { meaning: 'datacenter to build in' },
  cluster: { meaning: 'cluster to build in' },
  datastore: { meaning: 'datastore for the virtual machine' },
  folder: { meaning: 'folder for the virtual machine' },
  network: { meaning: 'network on which the virtual machine reaches the runner and the internet' },
  resource_pool: { meaning: 'resource pool for the virtual machine' },
  template: { meaning: 'template to clone, for `builder: clone`' },
  insecure_connection: flag('do not verify the certificate of vCenter'),
  convert_to_template: flag('make a template of the virtual machine'),
  create_snapshot: flag('take a snapshot, for linked clones'),
  linked_clone: flag('clone with a linked disk'),
  vmx_version: { meaning: 'virtual hardware, 15 or more', format: formats.vmxVersion },
  vsphere_library_name: {
    meaning: 'content library',
    instead: 'import the finished OVA into the library',
  },
  // bare metal
  disk_size: { meaning: 'MB of the disk; 6656 without it', format: wholeNumber },
  // Nutanix
  nutanix_cluster_name: { meaning: 'Prism Element cluster' },
  image_name: {
    meaning: 'name of the image in Prism',
    format: { pattern: /^[^\s"{}]+$/, expected: 'one word' },
  },
  image_size_gb: { meaning: 'GB of the disk; 10 without it', format: wholeNumber },
  image_url: { meaning: 'cloud image to start from', format: webAddress },
  image_export: flag('also leave the image as a file'),
  nutanix_endpoint: { meaning: 'Prism Central', format: host },
  nutanix_insecure: flag('do not verify the certificate of Prism Central; `false` without it'),
  nutanix_port: { meaning: '9440 without it', format: formats.port },
  nutanix_username: { meaning: 'user of Prism Central' },
  nutanix_password: { meaning: 'its password', secret: true },
  nutanix_subnet_name: { meaning: 'subnet of the virtual machine' },
  source_image_name: {
    meaning: 'image in Prism to start from',
    instead: 'name the source with `image_url`',
  },
  // CloudStack
  ansible_user_vars: {
    meaning: 'nothing: the CLI overwrites it',
    format: {
      pattern: /^provider=cloudstack$/,
      expected: '`provider=cloudstack`, which the CLI always sets',
    },
  },
  // AMI
  ami_filter_name: { meaning: 'name of the source AMI, with `*`; that of the `os-version` without it' },
  ami_filter_owners: {
    meaning: 'account of the source AMI; Canonical, 099720109477, without it',
    format: formats.awsOwners,
    list: ',',
  },
  ami_regions: {
    meaning: 'where to copy the AMI to; `aws_region` without it',
    format: awsRegions,
    list: ',',
  },
  aws_region: {
    meaning: 'where to build; `AWS_REGION` of the job, else us-west-2, without it',
    format: awsRegion,
  },
  builder_instance_type: { meaning: '`t3.small` without it', format: formats.instanceType },
  manifest_output: {
    meaning: "where to copy Packer's manifest to, relative to the workspace",
    format: paths,
  },
  root_device_name: { meaning: '`/dev/sda1` without it', format: formats.deviceName },
  subnet_id: { meaning: 'subnet to build in; needed without a default VPC', format: formats.subnetId },
  volume_size: { meaning: 'GiB of the root volume; 25 without it', format: wholeNumber },
  volume_type: { meaning: '`gp3` without it', format: formats.volumeType },
  ansible_extra_vars: { meaning: 'variables for Ansible', instead: useFiles },
  custom_role: { meaning: 'whether there is a custom role', instead: useFiles },
  custom_role_names: { meaning: 'custom roles', list: ' ', instead: useFiles },
  custom_role_name_list: { meaning: 'custom roles', list: ' ', instead: useFiles },
  // installer ISO
  iso_url: {
    meaning: 'another installer ISO: a URL, or a path relative to the workspace',
    format: formats.fileAddress,
  },
  iso_checksum: { meaning: 'its digest in hex', format: formats.hexDigest },
  iso_checksum_type: { meaning: '`sha256` or `sha512`', format: formats.checksumType },
  // RHEL
  rhel_username: { meaning: 'user of Red Hat subscription management', ...rhel },
  rhel_password: { meaning: 'its password', secret: true, ...rhel },
  rhsm_server_hostname: { meaning: 'Red Hat Satellite', format: formats.fullHostName, ...rhel },
  rhsm_server_release_version: {
    meaning: 'minor release of the packages, such as `9.4`',
    format: formats.minorRelease,
    ...rhel,
  },
  rhsm_activation_key: { meaning: 'activation key of the Satellite', secret: true, ...rhel },
  rhsm_org_id: { meaning: 'organization of the Satellite', ...rhel },
  rhsm_server_proxy_hostname: { meaning: 'proxy to the subscription server', format: host, ...rhel },
  rhsm_server_proxy_port: { meaning: 'its port', format: formats.port, ...rhel },
  redhat_epel_rpm: { meaning: 'package of EPEL; empty: no EPEL', mayBeEmpty: true, ...rhel },
  epel_rpm_gpg_key: { meaning: 'key of EPEL; empty: no EPEL', mayBeEmpty: true, ...rhel },
  // packages
  extra_debs: {
    meaning: "packages to add; upstream's own (`nfs-common xfsprogs`) are replaced, so repeat them",
    format: packageNames,
    list: ' ',
    ...ubuntu,
  },
  extra_rpms: { meaning: 'packages to add, names or URLs', format: packageNames, list: ' ', ...rhel },
  extra_repos: {
    meaning:
      'files with package sources to add (`.list`, `.sources`; for RHEL `.repo`), relative to the workspace',
    format: paths,
    list: ' ',
  },
  disable_public_repos: flag('use `extra_repos` only'),
  reenable_public_repos: flag('whether the public sources come back in the image; `true` without it'),
  // proxy
  http_proxy: { meaning: 'proxy of the virtual machine; stays in the image', format: webAddress },
  https_proxy: { meaning: 'the same for https', format: webAddress },
  no_proxy: { meaning: 'what to reach without it', format: formats.noProxy, list: ',' },
  // roles
  firstboot_custom_roles_pre: roles('first of all at the first boot'),
  firstboot_custom_roles_post: roles('last at the first boot'),
  node_custom_roles_pre: roles('before Kubernetes is installed'),
  node_custom_roles_post: roles('after it, before the image is sealed'),
  // patience
  ssh_timeout: {
    meaning: 'how long to wait for the installed system; `40m` without it',
    format: formats.duration,
  },
  ssh_handshake_attempts: { meaning: '100 without it', format: wholeNumber },
  // air-gapped
  eksa_build_tooling_repo_url: {
    meaning: 'mirror of aws/eks-anywhere-build-tooling',
    format: formats.gitAddress,
  },
  image_builder_repo_url: { meaning: 'mirror of kubernetes-sigs/image-builder', format: formats.gitAddress },
  private_artifacts_eksd_fqdn: {
    meaning: 'URL in place of https://distro.eks.amazonaws.com',
    format: formats.mirrorAddress,
  },
  private_artifacts_eksa_fqdn: {
    meaning: 'URL in place of https://anywhere-assets.eks.amazonaws.com',
    format: formats.mirrorAddress,
  },
};
