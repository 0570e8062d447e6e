import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ActionError, errorMessage } from '../action-error.ts';
import { BrokenArchiveError, readTar } from '../archive/tar-entries.ts';
import { bundleSource } from './bundle.ts';
import { eksdManifestSource } from './eksd-manifest.ts';
import type { PublishedFile, Source } from './published-document.ts';
import type { PublishedFiles } from './published-files.ts';
import { releaseManifestSource } from './release-manifest.ts';

/** One manifest of every release and channel: about 35 MB in 2026. */
const maxBytes = 256 * 1024 * 1024;
const maxEntries = 5_000;
const maxEntryBytes = 16 * 1024 * 1024;

/**
 * The manifests in the tarball that `image-builder download manifests` makes, names as in its builder/utils.go. Nothing
 * is unpacked, so no name in it can reach the disk.
 *
 * @throws ActionError when the file is no flat tar archive of a bearable size.
 */
export async function openManifestTarball(path: string): Promise<PublishedFiles> {
  const entries = await readEntries(path);
  const file = async (name: string, source: Source): Promise<PublishedFile> => {
    const text = entries.get(name);
    if (text !== undefined) return { text: text.toString(), source };
    throw new ActionError(`${source.what} is not in the archive of \`manifest-tarball\`: ${path}`, {
      problems: [`there is no \`${name}\` in it`],
      why: 'The archive is older than the release, or was not made by the image-builder CLI.',
      fix: 'Make it again where there is internet access: `image-builder download manifests`.',
    });
  };
  const placeOf = (name: string) => `${pathToFileURL(path).href}/${name}`;
  return {
    releaseManifest: () => file('eks-a-manifest.yaml', releaseManifestSource(placeOf('eks-a-manifest.yaml'))),
    bundle({ version }) {
      const name = `eks-a-bundles-${version}.yaml`;
      return file(name, bundleSource(placeOf(name)));
    },
    eksdManifest(channel) {
      const name = `eks-d-${channel.name}.yaml`;
      return file(name, eksdManifestSource(placeOf(name)));
    },
  };
}

async function readEntries(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  let left = maxBytes;
  try {
    for await (const { name, size, content } of readTar(createReadStream(path))) {
      if (entries.has(name)) throw new BrokenArchiveError(`it has two entries named ${name}`);
      if (entries.size === maxEntries) throw new BrokenArchiveError(`it has more than ${maxEntries} entries`);
      left -= size;
      if (size > maxEntryBytes || left < 0)
        throw new BrokenArchiveError(`${name} is too large: ${size} bytes`);
      const parts: Buffer[] = [];
      for await (const part of content) parts.push(Buffer.from(part));
      entries.set(name, Buffer.concat(parts));
    }
  } catch (cause) {
    throw new ActionError(`The archive of \`manifest-tarball\` cannot be read: ${path}`, {
      problems: [errorMessage(cause)],
      fix: 'Give the `eks-a-manifests.tar` that `image-builder download manifests` makes, not compressed and not packed again.',
      cause,
    });
  }
  return entries;
}
