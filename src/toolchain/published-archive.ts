import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpClient } from '../net/http-client.ts';
import { checksumOf } from './checksums-file.ts';
import { type SigningKey, verifyDetached } from './detached-signature.ts';
import { sha256Of } from './file-digest.ts';

/** An archive beside a file with the checksums of its release. */
export interface PublishedArchive {
  /** As in a sentence: `Packer 1.9.5`. */
  readonly what: string;
  /** Of the folder, with a slash at its end. */
  readonly folderUrl: string;
  readonly fileName: string;
  readonly sumsName: string;
  /** Whether `<sumsName>.sig` signs the checksums. Where nothing does, TLS alone protects them. */
  readonly signature: 'hashicorp' | 'none';
}

/** Where archives come from and where they are kept. */
export interface ArchiveSource {
  readonly http: Pick<HttpClient, 'getBytes' | 'download'>;
  /** HashiCorp's key. */
  readonly key: SigningKey;
  /** Archives as they were published; on a hosted runner it comes from the Actions cache, so nothing in it is trusted. */
  readonly folder: string;
}

const maxSumsBytes = 256 * 1024;
const maxSignatureBytes = 16 * 1024;

/**
 * The path of an archive that is what its publisher released: its checksum is in a list that the publisher signed.
 * One that lies in the folder already is checked again in the same way.
 *
 * @throws ActionError
 */
export async function obtainArchive(archive: PublishedArchive, source: ArchiveSource): Promise<string> {
  const { what, fileName, folderUrl } = archive;
  await mkdir(source.folder, { recursive: true });
  const sums = (await keptSums(archive, source)) ?? (await fetchSums(archive, source));
  const sha256 = checksumOf(fileName, sums.toString(), `The list of checksums of ${what}`);
  const path = join(source.folder, fileName);
  if ((await sha256Of(path)) === sha256) return path;
  const url = new URL(fileName, folderUrl).href;
  await source.http.download(url, path, { what: `The archive of ${what}`, sha256 });
  return path;
}

/** A kept list is worth something only if its signature is still right. */
async function keptSums(
  archive: PublishedArchive,
  { folder, key }: ArchiveSource,
): Promise<Buffer | undefined> {
  if (archive.signature === 'none') return undefined;
  const path = join(folder, archive.sumsName);
  try {
    const [bytes, signature] = await Promise.all([readFile(path), readFile(`${path}.sig`)]);
    await verifyDetached(`The checksums of ${archive.what}`, { bytes, signature }, key);
    return bytes;
  } catch {
    return undefined;
  }
}

async function fetchSums(archive: PublishedArchive, { http, key, folder }: ArchiveSource): Promise<Buffer> {
  const { what, sumsName, folderUrl } = archive;
  const url = new URL(sumsName, folderUrl).href;
  const get = http.getBytes(url, { what: `The list of checksums of ${what}`, maxBytes: maxSumsBytes });
  if (archive.signature === 'none') return get;
  const [bytes, signature] = await Promise.all([
    get,
    http.getBytes(`${url}.sig`, { what: `The signature of ${what}`, maxBytes: maxSignatureBytes }),
  ]);
  await verifyDetached(`The checksums of ${what}`, { bytes, signature }, key);
  await Promise.all([
    replace(join(folder, sumsName), bytes),
    replace(join(folder, `${sumsName}.sig`), signature),
  ]);
  return bytes;
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}
