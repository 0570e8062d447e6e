import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';

/**
 * Says of a failure to write a file which file it is, and of a full disk how much is free.
 *
 * @throws ActionError
 */
export async function onDisk<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') {
      throw new ActionError(`The file cannot be written: ${file}: ${errorMessage(cause)}`, { cause });
    }
    const space = await freeSpace(path.dirname(file));
    throw new ActionError(`The disk is full: ${file} cannot be written. ${space}`, {
      fix: 'Free space on this file system, or let the action work on a larger one.',
      cause,
    });
  }
}

async function freeSpace(folder: string): Promise<string> {
  const found = await statfs(folder).catch(() => undefined);
  if (found === undefined) return '';
  const mebibytes = (blocks: number) => (blocks * found.bsize) / 2 ** 20;
  return `${mebibytes(found.bavail).toFixed(1)} MiB of ${mebibytes(found.blocks).toFixed(1)} MiB are free there.`;
}
