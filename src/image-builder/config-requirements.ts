import { isAtLeast } from '../release/support-matrix.ts';
import type { ConfigTarget } from './config-target.ts';

const vsphere = [
  'vcenter_server',
  'username',
  'password',
  'datacenter',
  'cluster',
  'datastore',
  'folder',
  'network',
];
const nutanix = [
  'nutanix_cluster_name',
  'nutanix_endpoint',
  'nutanix_username',
  'nutanix_password',
  'nutanix_subnet_name',
  'image_name',
];
const airGap = [
  'eksa_build_tooling_repo_url',
  'image_builder_repo_url',
  'private_artifacts_eksd_fqdn',
  'private_artifacts_eksa_fqdn',
  'extra_repos',
];

/**
 * The keys that a build cannot do without, given those that are there. Source: `ValidateInputs` in cmd/build.go of
 * aws/eks-anywhere-build-tooling, projects/aws/image-builder; what Packer's templates of vSphere and Nutanix use
 * without a default; read 2026-08-18.
 */
export function requiredKeys(target: ConfigTarget, given: { has(key: string): boolean }): readonly string[] {
  const { hypervisor, os, builder } = target;
  return [
    ...(hypervisor === 'vsphere' ? vsphere : []),
    ...(builder === 'clone' ? ['template'] : []),
    ...(hypervisor === 'nutanix' ? nutanixKeys(target) : []),
    ...(os === 'redhat' ? subscriptionKeys(given) : []),
    ...(needsIso(target) ? ['iso_url'] : []),
    ...(target.isAirGapped ? airGap : []),
  ];
}

function nutanixKeys({ os, eksaVersion }: ConfigTarget): readonly string[] {
  if (!isAtLeast(eksaVersion, 'v0.18.0')) return [...nutanix, 'source_image_name'];
  // Upstream's template names a server that does not exist.
  return os === 'redhat' ? [...nutanix, 'image_url'] : nutanix;
}

/** A Satellite registers by activation key, Red Hat itself by user and password. */
function subscriptionKeys(given: { has(key: string): boolean }): readonly string[] {
  return given.has('rhsm_server_hostname')
    ? ['rhsm_server_release_version', 'rhsm_activation_key', 'rhsm_org_id']
    : ['rhel_username', 'rhel_password'];
}

/** Red Hat's ISOs cannot be downloaded without a login, and an air-gapped build has no default to download. */
function needsIso({ hypervisor, os, builder, isAirGapped }: ConfigTarget): boolean {
  if (hypervisor === 'nutanix' || hypervisor === 'ami') return false;
  // The CLI asks for it in an air-gapped build even where a template is cloned.
  return isAirGapped || (os === 'redhat' && builder !== 'clone');
}
