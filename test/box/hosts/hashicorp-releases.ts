import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createPgpKey, type PgpKey } from '../../support/pgp-key.ts';
import { zip } from '../../support/zip.ts';
import { type HostHandler, type HostResponse, storedObject } from '../http-exchange.ts';

export const hashicorpHost = 'releases.hashicorp.com';

/** What a box publishes of Packer. */
export interface PackerReleases {
  /** Signs the checksums; a test may put another one in its place. */
  key: PgpKey;
  /** Makes the program of one version. */
  packer: (version: string) => Buffer;
  /** Makes the archive around a program. */
  archive: (name: string, program: Buffer) => Buffer;
}

/** Signed by a key of the box; Packer is a script that knows its version, until a test wants a real one. */
export async function packerReleases(): Promise<PackerReleases> {
  return {
    key: await createPgpKey(),
    packer: (version) => Buffer.from(`#!/bin/sh\n# Stand-in for Packer.\necho "Packer v${version}"\n`),
    archive: (name, bytes) => zip([{ name, bytes }]),
  };
}

/**
 * The Packer of this machine under another version: the text of its own, as long, is written over in the program.
 *
 * @throws Error when the machine has none, or the text is not there exactly once
 */
export function repackedPacker(version: string): Buffer {
  const path = execFileSync('sh', ['-c', 'command -v packer'], { encoding: 'utf8' }).trim();
  const own = /v(\d+\.\d+\.\d+)/.exec(execFileSync(path, ['version'], { encoding: 'utf8' }))?.[1] ?? '';
  const program = readFileSync(path);
  const at = program.indexOf(own);
  if (own.length !== version.length || at < 0 || program.includes(own, at + 1)) {
    throw new Error(`${path} is Packer ${own}, which cannot be made to say ${version}`);
  }
  program.write(version, at, 'latin1');
  return program;
}

const publishedFile =
  /^\/(?:v[\d.]+\/)?(?<project>packer(?:-plugin-[a-z]+)?)_v?(?<version>[\d.]+)_(?<kind>SHA256SUMS(?:\.sig)?|(?:x5\.0_)?linux_amd64\.zip)$/;

/** Packer and its plugins, as HashiCorp's release site has them, and as GitHub has them among the files of a release. */
export function hashicorpReleases(releases: PackerReleases): HostHandler {
  const archives = new Map<string, Buffer>();
  const archiveOf = (project: string, version: string): Buffer => {
    const key = `${project} ${version}`;
    const archive = archives.get(key) ?? makeArchive(releases, project, version);
    archives.set(key, archive);
    return archive;
  };
  return async ({ url }): Promise<HostResponse> => {
    const [folder = '', name = ''] = [
      url.pathname.slice(0, url.pathname.lastIndexOf('/')),
      url.pathname.slice(url.pathname.lastIndexOf('/')),
    ];
    const { project = '', version = '', kind } = publishedFile.exec(name)?.groups ?? {};
    if (kind === undefined || !folder.endsWith(version)) return { status: 404, body: 'Not Found' };
    const archive = archiveOf(project, version);
    if (kind.endsWith('.zip')) return storedObject(archive, 'application/zip');
    const zipName = name
      .slice(1)
      .replace(/SHA256SUMS.*$/, url.hostname === hashicorpHost ? 'linux_amd64.zip' : 'x5.0_linux_amd64.zip');
    const sums = Buffer.from(`${createHash('sha256').update(archive).digest('hex')}  ${zipName}\n`);
    return storedObject(
      kind.endsWith('.sig') ? await releases.key.sign(sums) : sums,
      'application/octet-stream',
    );
  };
}

function makeArchive({ packer, archive }: PackerReleases, project: string, version: string): Buffer {
  if (project === 'packer') return archive('packer', packer(version));
  const program = `${project}_v${version}_x5.0_linux_amd64`;
  return archive(program, Buffer.from(`#!/bin/sh\n# Stand-in for ${program}.\nexit 1\n`));
}
