import { createHash } from 'node:crypto';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResourceDescriptor } from '../image/provenance.ts';
import { defaultIso } from '../image-builder/default-isos.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { sha256Of } from '../toolchain/file-digest.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';

/** The tools that the actions set up, as they are on disk now: a store of a self-hosted machine is not taken at its word. */
export async function toolMaterials({
  packer,
  ansible,
  pluginFolder,
}: Toolchain): Promise<readonly ResourceDescriptor[]> {
  return [
    {
      name: `packer ${packer.version}`,
      digest: await programDigest(packer.path),
      annotations: { of: 'the program' },
    },
    ...(await pluginMaterials(pluginFolder)),
    {
      name: `ansible-core ${ansible.version} and its lock, on Python ${ansible.pythonVersion}`,
      digest: { sha256: await lockDigest(ansible.binFolder) },
      annotations: {
        of: 'the requirements that pip installed it from, with the sha256 of each package, then those of the collections',
      },
    },
  ];
}

/** Of the machine's own tools only the versions are known that upstream requires; it refuses others. */
export function requiredTools(eksaVersion: string): readonly ResourceDescriptor[] {
  const { packer, ansible } = supportMatrix(eksaVersion).tools;
  const annotations = {
    known: 'the version that upstream requires; installed by whoever set up the runner (`setup: skip`)',
  };
  return [
    { name: `packer ${packer}`, uri: `pkg:generic/packer@${packer}`, annotations },
    ...(ansible === undefined
      ? []
      : [{ name: `ansible-core ${ansible}`, uri: `pkg:pypi/ansible-core@${ansible}`, annotations }]),
  ];
}

/** The CLI that ran, where it is not that of the release which is built. */
export async function otherCli(cli: ImageBuilderCli, cliRelease: string): Promise<ResourceDescriptor> {
  return {
    name: `image-builder CLI ${cli.version} of EKS Anywhere ${cliRelease}`,
    digest: await programDigest(cli.path),
    annotations: { of: 'the program' },
  };
}

/** What Packer installs from: what the config says, else what upstream does, where a guest is installed at all. */
export function isoMaterials(
  { os, osVersion, hypervisor, builder, eksaVersion }: BuildableSpec,
  config: Readonly<Record<string, string>>,
): readonly ResourceDescriptor[] {
  const { iso_url: uri, iso_checksum: digest, iso_checksum_type: algorithm = 'sha256' } = config;
  const name = 'installer ISO';
  if (uri !== undefined)
    return [{ name, uri, ...(digest !== undefined && { digest: { [algorithm]: digest.toLowerCase() } }) }];
  const isInstalled = os === 'ubuntu' && ['vsphere', 'baremetal'].includes(hypervisor) && builder !== 'clone';
  const usual = isInstalled ? defaultIso(eksaVersion, osVersion) : undefined;
  if (usual === undefined) return [];
  const annotations = { known: 'what upstream names for this release; Packer compares the sha256' };
  return [{ name, uri: usual.url, digest: { sha256: usual.sha256 }, annotations }];
}

/** One of the machine is a link to it. */
async function programDigest(path: string): Promise<{ readonly sha256: string }> {
  return { sha256: (await sha256Of(await realpath(path))) ?? '' };
}

async function pluginMaterials(folder: string): Promise<readonly ResourceDescriptor[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const programs = entries.filter((entry) => entry.isFile() && entry.name.startsWith('packer-plugin-'));
  return Promise.all(
    programs
      .filter(({ name }) => !name.endsWith('_SHA256SUM'))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(async ({ name, parentPath }) => ({
        name,
        digest: await programDigest(join(parentPath, name)),
        annotations: { of: 'the program' },
      })),
  );
}

/** The same as the digest of `requirementsOf`, from the files that pip was given. */
async function lockDigest(binFolder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['packages.txt', 'collections.txt'])
    hash.update(await readFile(join(binFolder, '..', name)));
  return hash.digest('hex');
}
