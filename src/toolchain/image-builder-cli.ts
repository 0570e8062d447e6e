import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError, errorMessage } from '../action-error.ts';
import type { HttpClient } from '../net/http-client.ts';
import type { EksaRelease } from '../release/eksa-release.ts';

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
  http: HttpClient,
): Promise<ImageBuilderCli> {
  const archive = release.imageBuilder;
  if (archive === undefined) {
    throw new ActionError(`The bundle of EKS Anywhere ${release.version} names no image-builder CLI.`, {
      fix: 'Choose another release with `eks-a-version`.',
    });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const tarball = join(folder, 'image-builder.tar.gz');
  await http.download(archive.uri, tarball, { sha256: archive.sha256, what: 'The image-builder CLI' });
  const path = join(folder, 'image-builder');
  await extractOne(tarball, 'image-builder', folder);
  await requireRegularFile(path, archive.uri);
  await chmod(path, 0o755);
  return { path, version: await askVersion(path, archive.version) };
}

/** Only the one member by name; whatever else the tarball holds stays in it. */
async function extractOne(tarball: string, member: string, folder: string): Promise<void> {
  try {
    await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', `./${member}`], {
      timeout: 60_000,
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
    const { stdout } = await promisify(execFile)(path, ['version'], { timeout: 30_000 });
    answer = stdout.trim();
  } catch (cause) {
    throw new ActionError('The image-builder CLI does not run on this machine.', {
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
