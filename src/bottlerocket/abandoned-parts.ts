import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No transfer takes so long: its job was killed. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** What a temporary file beside its final name is called. */
export function partOf(path: string, unique: string): string {
  return `${path}.${unique}.part`;
}

/** Removes the temporary files of jobs that were killed; those of jobs that run stay. */
export async function removeAbandonedParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.[0-9a-f]{8}\.part$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || found.mtimeMs > Date.now() - abandonedAfterMs) continue;
    await rm(path, { force: true }).catch(() => undefined);
  }
}
