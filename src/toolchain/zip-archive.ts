import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ActionError, errorMessage } from '../action-error.ts';

export interface Unpacking {
  /** As a sentence begins: `The archive of Packer 1.9.5`. */
  readonly what: string;
  readonly archive: string;
  readonly folder: string;
  /** Of what the archive holds at its top, in bytes uncompressed. */
  readonly maxBytes: number;
}

/**
 * Unpacks one program out of a zip archive (PKWARE APPNOTE 6.3). Whatever else the archive holds (a licence) is left
 * out, but an archive with a name that leads out of its folder is refused as a whole: nobody packs that by accident.
 *
 * @returns the path of the program, mode 0755
 * @throws ActionError
 */
export async function unpackProgram(
  name: string,
  { what, archive, folder, maxBytes }: Unpacking,
): Promise<string> {
  const { openPromise } = await import('yauzl');
  const path = join(folder, name);
  try {
    // The library itself refuses absolute names and `..`.
    const zip = await openPromise(archive, { strictFileNames: true, autoClose: false });
    try {
      let found = false;
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== name) continue;
        if (found) throw new Error(`it holds ${name} twice`);
        if (entry.uncompressedSize > maxBytes) throw new Error(`${name} has ${entry.uncompressedSize} bytes`);
        if (!isRegularFile(entry.externalFileAttributes)) throw new Error(`${name} is no regular file in it`);
        found = true;
        await pipeline(
          await zip.openReadStreamPromise(entry),
          createWriteStream(path, { mode: 0o755, flags: 'wx' }),
        );
      }
      if (!found) throw new Error(`it holds no ${name}`);
    } finally {
      zip.close();
    }
  } catch (cause) {
    // A full or read-only disk is no fault of the archive.
    if (['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes((cause as NodeJS.ErrnoException).code ?? ''))
      throw cause;
    throw new ActionError(`${what} cannot be used: ${errorMessage(cause)}.`, {
      why: 'The archive was damaged or tampered with after it was made.',
      cause,
    });
  }
  return path;
}

/** The upper half holds the mode of stat(2) when the archive was made on Unix, and nothing otherwise. */
function isRegularFile(externalFileAttributes: number): boolean {
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return type === 0 || type === 0o100000;
}
