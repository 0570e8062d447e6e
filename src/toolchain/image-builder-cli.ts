import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError, errorMessage } from '../action-error.ts';
import type { HttpClient } from '../net/http-client.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { isAsNoted, noteDigest, sha256Of } from './file-digest.ts';
import type { ToolStore } from './tool-store.ts';

export interface ImageBuilderCli {
  readonly path: string;
  /** What it prints itself: `v0.7.0`. */
  readonly version: string;
}

/**
 * Obtains the image-builder CLI of a release: the tarball's sha256 comes from the bundle, so that it is as
 * trustworthy as the bundle's signature.
 *
 * @param folder an absolute path that does not exist yet
 * @throws ActionError when the release has none, the bytes are others, or it does not run
 */
export async function obtainImageBuilderCli(
  release: EksaRelease,
  folder: string,
  http: Pick<HttpClient, 'download'>,
): Promise<ImageBuilderCli> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return unpackCli(release, folder, { folder, http });
}

/** What {@link obtainStoredCli} needs to know before the release is looked at. */
export interface StoredCliRequest {
  /** The exact version of the release whose CLI it is. */
  readonly eksaVersion: string;
  /** Hex digest of how the release is authenticated: what was taken unsigned must not serve one who asks for a signature. */
  readonly key: string;
  /** Asked for only when the store does not have the CLI. */
  readonly release: () => Promise<EksaRelease>;
  readonly http: Pick<HttpClient, 'download'>;
  readonly store: ToolStore;
  /** Where the tarball is kept; nothing in it is trusted. */
  readonly archiveFolder: string;
}

/**
 * The image-builder CLI of a release from the store, or else from AWS.
 *
 * @throws ActionError as {@link obtainImageBuilderCli}
 */
export async function obtainStoredCli(
  request: StoredCliRequest,
): Promise<ImageBuilderCli & { isHit: boolean }> {
  const { eksaVersion, key, release, http, store, archiveFolder } = request;
  const { folder, isHit } = await store.obtain({
    name: program,
    version: eksaVersion,
    key,
    verify: (place) => isAsNoted(join(place, program)),
    make: async (place) => {
      const cli = await unpackCli(await release(), place, { folder: archiveFolder, http });
      await writeFile(join(place, versionFile), cli.version);
      await noteDigest(cli.path);
    },
  });
  return { path: join(folder, program), version: await readFile(join(folder, versionFile), 'utf8'), isHit };
}

const program = 'image-builder';
const versionFile = 'version';

/** Neither tar nor a question for the version needs the tokens of the job. */
const systemOnly = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

async function unpackCli(
  release: EksaRelease,
  folder: string,
  archives: { readonly folder: string; readonly http: Pick<HttpClient, 'download'> },
): Promise<ImageBuilderCli> {
  const archive = release.imageBuilder;
  if (archive === undefined) {
    throw new ActionError(`The bundle of EKS Anywhere ${release.version} names no image-builder CLI.`, {
      fix: 'Choose another release with `eks-a-version`.',
    });
  }
  const tarball = join(archives.folder, `image-builder-${archive.sha256.slice(0, 16)}.tar.gz`);
  if ((await sha256Of(tarball)) !== archive.sha256.toLowerCase()) {
    await archives.http.download(archive.uri, tarball, {
      sha256: archive.sha256,
      what: 'The image-builder CLI',
    });
  }
  const path = join(folder, program);
  await extractOne(tarball, program, folder);
  if (archives.folder === folder) await rm(tarball);
  await requireRegularFile(path, archive.uri);
  await chmod(path, 0o755);
  return { path, version: await askVersion(path, archive.version) };
}

/** Only the one member by name; whatever else the tarball holds stays in it. */
async function extractOne(tarball: string, member: string, folder: string): Promise<void> {
  try {
    await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', `./${member}`], {
      timeout: 60_000,
      env: systemOnly,
    });
  } catch (cause) {
    throw new ActionError(`The image-builder tarball holds no ./${member}.`, {
      problems: [errorMessage(cause)],
      cause,
    });
  }
}

async function requireRegularFile(path: string, uri: string): Promise<void> {
  const found = await lstat(path);
  if (!found.isFile()) throw new ActionError(`./image-builder in ${uri} is not a regular file.`);
}

async function askVersion(path: string, expected: string | undefined): Promise<string> {
  let answer: string;
  try {
    const { stdout } = await promisify(execFile)(path, ['version'], { timeout: 30_000, env: systemOnly });
    answer = stdout.trim();
  } catch (cause) {
    throw new ActionError('The image-builder CLI does not run on this runner.', {
      problems: [errorMessage(cause)],
      why: 'It is a program for Linux on x86_64 with the GNU C library.',
      fix: 'Run the job on an x86_64 Linux runner such as `ubuntu-24.04`, on a disk that is not mounted noexec.',
      cause,
    });
  }
  if (expected !== undefined && answer.replace(/^v/, '') !== expected.replace(/^v/, '')) {
    throw new ActionError(`The image-builder CLI says it is ${answer}, but the bundle names ${expected}.`);
  }
  return answer;
}
