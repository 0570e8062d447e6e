import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpStatusError } from '../net/http-client.ts';
import { keyOf, sha256Of } from './file-digest.ts';
import type { PinnedPlugin } from './packer-plugin-table.ts';
import { type ArchiveSource, obtainArchive, type PublishedArchive } from './published-archive.ts';
import type { StoredTool, ToolStore } from './tool-store.ts';
import { unpackProgram } from './zip-archive.ts';

/** The protocol version of plugins that Packer 1.8 to 1.14 speak. */
const protocol = 'x5.0';
const platform = 'linux_amd64';
const maxBytes = 512 * 2 ** 20;

/**
 * Plugins in the layout in which `packer init` finds them without asking GitHub:
 * `github.com/<organisation>/<name>/<program>` with `<program>_SHA256SUM` beside it, the organisation in lower case
 * (packer/plugin-getter/plugins.go of Packer 1.9.5).
 *
 * @throws ActionError
 */
export function obtainPackerPlugins(
  plugins: readonly PinnedPlugin[],
  { store, source }: { readonly store: ToolStore; readonly source: ArchiveSource },
): Promise<StoredTool> {
  return store.obtain({
    name: 'packer-plugins',
    version: protocol,
    key: keyOf(plugins, protocol, source.key.fingerprint ?? source.key.armored),
    verify: async (folder) =>
      (await Promise.all(plugins.map((plugin) => isIntact(plugin, folder)))).every((isRight) => isRight),
    make: async (folder) => {
      await Promise.all(plugins.map((plugin) => install(plugin, folder, source)));
    },
  });
}

/** Puts the plugins into a home folder, each file as a link: what Packer adds beside them stays in that home. */
export async function linkPackerPlugins(folder: string, home: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const place = join(home, '.config/packer/plugins', entry.parentPath.slice(folder.length));
    await mkdir(place, { recursive: true });
    await symlink(join(entry.parentPath, entry.name), join(place, entry.name));
  }
}

function programOf({ name, version }: PinnedPlugin): string {
  return `packer-plugin-${name}_v${version}_${protocol}_${platform}`;
}

function placeOf({ organisation, name }: PinnedPlugin, folder: string): string {
  return join(folder, 'github.com', organisation.toLowerCase(), name);
}

async function isIntact(plugin: PinnedPlugin, folder: string): Promise<boolean> {
  const path = join(placeOf(plugin, folder), programOf(plugin));
  return (await readFile(`${path}_SHA256SUM`, 'utf8')) === (await sha256Of(path));
}

async function install(plugin: PinnedPlugin, folder: string, source: ArchiveSource): Promise<void> {
  const place = placeOf(plugin, folder);
  await mkdir(place, { recursive: true });
  const path = await unpackProgram(programOf(plugin), {
    what: `The archive of the Packer plugin ${plugin.name} ${plugin.version}`,
    archive: await obtainPluginArchive(plugin, source),
    folder: place,
    maxBytes,
  });
  // Bare hex without a line end, as Packer compares it.
  await writeFile(`${path}_SHA256SUM`, (await sha256Of(path)) ?? '');
}

/**
 * HashiCorp publishes its plugins on its own release site since 2025, old versions included; an older one that is not
 * there is on GitHub, signed with the same key (.goreleaser.yml of packer-plugin-ansible).
 */
async function obtainPluginArchive(plugin: PinnedPlugin, source: ArchiveSource): Promise<string> {
  const { name, version, organisation, publisher } = plugin;
  const what = `the Packer plugin ${name} ${version}`;
  const project = `packer-plugin-${name}`;
  const onGitHub: PublishedArchive = {
    what,
    folderUrl: `https://github.com/${organisation}/${project}/releases/download/v${version}/`,
    fileName: `${programOf(plugin)}.zip`,
    sumsName: `${project}_v${version}_SHA256SUMS`,
    signature: publisher === 'hashicorp' ? 'hashicorp' : 'none',
  };
  if (publisher !== 'hashicorp') return obtainArchive(onGitHub, source);
  const onReleaseSite: PublishedArchive = {
    ...onGitHub,
    folderUrl: `https://releases.hashicorp.com/${project}/${version}/`,
    fileName: `${project}_${version}_${platform}.zip`,
    sumsName: `${project}_${version}_SHA256SUMS`,
  };
  try {
    return await obtainArchive(onReleaseSite, source);
  } catch (error) {
    if (!(error instanceof HttpStatusError && [403, 404].includes(error.status))) throw error;
    return obtainArchive(onGitHub, source);
  }
}
