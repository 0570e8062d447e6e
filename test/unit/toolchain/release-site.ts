import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { HttpStatusError } from '../../../src/net/http-client.ts';
import type { ArchiveSource } from '../../../src/toolchain/published-archive.ts';
import { openToolStore, type ToolStore } from '../../../src/toolchain/tool-store.ts';
import { createPgpKey, type PgpKey } from '../../support/pgp-key.ts';
import { zip } from '../../support/zip.ts';

/** Files by address, and what was asked for. */
export class ReleaseSite {
  readonly files = new Map<string, Buffer>();
  readonly requests: string[] = [];

  /** Puts a signed release of one archive there. */
  async publish(
    key: PgpKey,
    release: { folderUrl: string; sumsName: string; fileName: string; archive: Buffer; sums?: string },
  ): Promise<void> {
    const { folderUrl, sumsName, fileName, archive } = release;
    const sums = Buffer.from(release.sums ?? `${sha256(archive)}  ${fileName}\n`);
    this.files.set(folderUrl + fileName, archive);
    this.files.set(folderUrl + sumsName, sums);
    this.files.set(`${folderUrl + sumsName}.sig`, await key.sign(sums));
  }

  readonly http: ArchiveSource['http'] = {
    getBytes: async (url) => this.#get(url),
    download: async (url, destination, { sha256: expected, what }) => {
      const bytes = this.#get(url);
      if (sha256(bytes) !== expected) throw new ActionError(`${what} is not the published file.`);
      await writeFile(destination, bytes);
      return { path: destination, sha256: expected, size: bytes.length };
    },
  };

  #get(url: string): Buffer {
    this.requests.push(url);
    const bytes = this.files.get(url);
    if (bytes === undefined) throw new HttpStatusError(`${url}: 404`, { status: 404, bodyStart: '' });
    return bytes;
  }
}

export interface Setting {
  readonly site: ReleaseSite;
  readonly key: PgpKey;
  readonly store: ToolStore;
  readonly source: ArchiveSource;
  readonly folder: string;
}

export async function setTheScene(context: TestContext, key?: PgpKey): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), 'toolchain-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const site = new ReleaseSite();
  const ownKey = key ?? (await createPgpKey());
  return {
    site,
    key: ownKey,
    folder,
    store: openToolStore([join(folder, 'store')]),
    source: { http: site.http, key: { armored: ownKey.armored }, folder: join(folder, 'archives') },
  };
}

export const packerFolder = 'https://releases.hashicorp.com/packer/1.9.5/';
export const packerZip = 'packer_1.9.5_linux_amd64.zip';
export const packerSums = 'packer_1.9.5_SHA256SUMS';

/** A program that answers as Packer does when it is asked for its version. */
export function packerScript(version: string): Buffer {
  return Buffer.from(
    `#!/bin/sh\necho "Packer v${version}"\necho\necho "Your version of Packer is out of date!"\n`,
  );
}

export async function publishPacker({ site, key }: Setting, archive?: Buffer): Promise<void> {
  await site.publish(key, {
    folderUrl: packerFolder,
    fileName: packerZip,
    sumsName: packerSums,
    archive:
      archive ??
      zip([
        { name: 'LICENSE.txt', bytes: Buffer.from('MPL-2.0'), mode: 0o100644 },
        { name: 'packer', bytes: packerScript('1.9.5') },
      ]),
  });
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
