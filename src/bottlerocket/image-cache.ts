import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { partOf, removeAbandonedParts } from './abandoned-parts.ts';
import type { RemoteFiles } from './remote-files.ts';
import type { Target } from './tuf/client.ts';

/** Two releases of EKS Anywhere that are in use at once have one image each. */
const keptImages = 2;

/**
 * Images of one variant in the tool cache of a self-hosted runner, as Bottlerocket signed them. What is made of them is not
 * kept: a gzip stream would need a digest of its own, and whoever can write to the folder could write both. The signed
 * digest comes from the verified metadata of this run, and an image is hashed anew each time that it is used.
 */
export interface ImageCache {
  /** The file of a target, to be read and verified like a download; undefined when there is none. */
  open(target: Target): Promise<Pick<RemoteFiles, 'stream'> | undefined>;
  /** Where to write a file that {@link keep} takes over. */
  partPath(target: Target, unique: string): Promise<string>;
  /** Takes a verified file over, in one step, and removes what is too old. */
  keep(part: string, target: Target): Promise<void>;
  discard(target: Target): Promise<void>;
}

/** @param folder of one variant; made when it is needed. */
export function imageCache(folder: string): ImageCache {
  const pathOf = ({ sha256, name }: Target) => join(folder, `${sha256}.${name}`);
  return {
    async open(target) {
      const path = pathOf(target);
      const found = await stat(path).catch(() => undefined);
      if (!found?.isFile() || found.size !== target.length) return undefined;
      const now = new Date();
      // Only says which image was used last; a folder that cannot be written to can still be read.
      await utimes(path, now, now).catch(() => undefined);
      return {
        stream: async (_url, _options, take) => {
          for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
            await take(chunk as Buffer);
        },
      };
    },
    async partPath(target, unique) {
      await mkdir(folder, { recursive: true });
      return partOf(pathOf(target), unique);
    },
    async keep(part, target) {
      await rename(part, pathOf(target));
      await prune(folder);
    },
    discard: (target) => rm(pathOf(target), { force: true }),
  };
}

/** Another job may prune at the same time, or, on Windows, read what should go: the next run tries again. */
async function prune(folder: string): Promise<void> {
  await removeAbandonedParts(folder);
  const files: Array<{ readonly path: string; readonly usedAt: number }> = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && !name.endsWith('.part')) files.push({ path, usedAt: found.mtimeMs });
  }
  const old = files.sort((a, b) => b.usedAt - a.usedAt).slice(keptImages);
  for (const { path } of old) await rm(path, { force: true }).catch(() => undefined);
}
