/** The files that the recordings of the image-builder CLI name, made from what the recordings show of them. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { artifactBytes, tar } from '../box/artifact-bytes.ts';

const ubuntuIso = {
  iso_url: 'https://iso.example.invalid/u.iso',
  iso_checksum: 'aa',
  iso_checksum_type: 'sha256',
};
const rhelIso = { ...ubuntuIso, iso_url: 'https://iso.example.invalid/rhel.iso' };
const rhel = { rhel_username: 'rhu', rhel_password: 'S3cret-rh-pw' };
const baremetal = {
  disk_size: '8192',
  ...ubuntuIso,
  http_proxy: 'http://pu:S3cret-px@proxy.invalid:3128',
  https_proxy: 'http://pu:S3cret-px@proxy.invalid:3128',
  no_proxy: 'localhost',
  extra_debs: 'vim curl',
  ssh_timeout: '10m',
};
const placement = {
  cluster: 'cl1',
  datacenter: 'dc1',
  datastore: 'ds1',
  folder: '/dc1/vm/f',
  resource_pool: 'rp1',
};
const vsphere = {
  ...placement,
  network: 'net1',
  convert_to_template: 'false',
  create_snapshot: 'true',
  insecure_connection: 'true',
  linked_clone: 'false',
  vcenter_server: 'vc.example.invalid',
  username: 'user@vsphere.local',
  password: 'S3cret-vc-pw',
};
const nutanix = {
  nutanix_cluster_name: 'c',
  image_name: 'img',
  nutanix_endpoint: 'pc.invalid',
  nutanix_insecure: 'false',
  nutanix_port: '9440',
  nutanix_username: 'nu',
  nutanix_password: 'S3cret-nu-pw',
  nutanix_subnet_name: 'sn',
};

/** @param folder stands for /home/runner/work/_temp */
export function writeRecordedInputs(folder: string): void {
  mkdirSync(folder);
  const file = { src: path.join(folder, 'extra.txt'), dest: '/etc/extra.txt', owner: 'root', group: 'root' };
  const airGap = {
    extra_repos: path.join(folder, 'sources.list'),
    eksa_build_tooling_repo_url: 'https://github.com/aws/eks-anywhere-build-tooling.git',
    image_builder_repo_url: 'https://git.internal.invalid/kubernetes-sigs/image-builder.git',
    private_artifacts_eksd_fqdn: 'https://eksd.internal.invalid',
    private_artifacts_eksa_fqdn: 'https://eksa.internal.invalid/mirror',
  };
  const documents: Record<string, unknown> = {
    'airgap.json': { ...baremetal, ...airGap },
    'ami.json': { subnet_id: 'subnet-1' },
    'baremetal.json': baremetal,
    'rhel.json': { ...rhelIso, ...rhel, rhsm_activation_key: 'S3cret-ak', rhsm_org_id: 'S3cret-org' },
    'nutanix.json': { ...nutanix, image_export: 'true' },
    'nutanix-noexport.json': nutanix,
    'vsphere.json': vsphere,
    'vsphere-clone.json': { ...vsphere, template: '/dc1/vm/base' },
    'vsphere-rhel.json': { ...vsphere, ...rhelIso, ...rhel },
    'bool.json': { ...vsphere, insecure_connection: true },
    'num.json': { disk_size: 8192 },
    'null.json': null,
    'unknown.json': { disk_size: '6656', password: 'x', disk_sizee: '1', memory: '2' },
    'files.json': { additional_files_list: [{ ...file, mode: 644 }] },
    'files-strmode.json': { additional_files_list: [{ ...file, mode: '0644' }] },
  };
  const texts = Object.entries(documents).map(
    ([name, document]) => [name, JSON.stringify(document)] as const,
  );
  const files = [
    ...texts,
    ['badjson.json', '{ "disk_size": "8192", }'] as const,
    ...Object.entries(tarballs(folder)),
  ];
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
}

/** Manifest tarballs that are none. */
function tarballs(folder: string): Record<string, Buffer> {
  const manifest = Buffer.from('status: {}\n');
  const flat = tar([{ name: 'eks-d-1-33.yaml', mode: 0o644, bytes: manifest }]);
  mkdirSync(path.join(folder, 'manifests'));
  writeFileSync(path.join(folder, 'manifests/eks-d-1-20.yaml'), manifest);
  return {
    'garbage.tar': Buffer.from('not a tarball\n'),
    'm.tar.gz': gzipSync(tar([{ name: 'eks-d-1-33.yaml', mode: 0o644, bytes: noise() }])),
    'nested.tar': execFileSync('tar', ['-C', folder, '-c', 'manifests']),
    'nomanifest.tar': flat,
    'traversal.tar': tar([{ name: '../../escaped.txt', mode: 0o640, bytes: Buffer.from('outside\n') }]),
  };
}

/** Its gzip fills a block, without which the reader would say "unexpected EOF". */
const noise = (): Buffer => artifactBytes('https://artifacts.invalid/noise');
