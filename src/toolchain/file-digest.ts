import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** The sha256 of a file in hex; `undefined` when there is no such file. */
export async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/** Writes the sha256 of a file beside it. */
export async function noteDigest(path: string): Promise<void> {
  await writeFile(`${path}.sha256`, `${await sha256Of(path)}\n`);
}

/** Whether a file is still what {@link noteDigest} saw: against damage, not against one who may write there. */
export async function isAsNoted(path: string): Promise<boolean> {
  const noted = await readFile(`${path}.sha256`, 'utf8');
  return noted.trim() === (await sha256Of(path));
}

/** One digest over everything that decides a result, in hex. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
