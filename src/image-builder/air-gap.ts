import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError } from '../action-error.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import type { EksdManifest } from '../release/eksd-manifest.ts';
import type { PublishedFiles } from '../release/published-files.ts';
import type { ReleaseEntry } from '../release/release-manifest.ts';
import type { BuildConfig } from './config-target.ts';

const repositoryKeys = ['eksa_build_tooling_repo_url', 'image_builder_repo_url'];

/** A config without user names and passwords of git servers, and these for git alone. */
export interface SplitCredentials {
  readonly config: BuildConfig;
  /** Lines of git-credential-store. */
  readonly credentials: readonly string[];
}

/**
 * Takes the user-info out of the addresses of git repositories: the CLI writes its config where Packer and Ansible
 * read it and print what is in it.
 */
export function splitGitCredentials(config: BuildConfig): SplitCredentials {
  const credentials: string[] = [];
  const changed = repositoryKeys.flatMap((key) => {
    const url = URL.parse(config[key] ?? '');
    if (url === null || !/^https?:$/.test(url.protocol) || url.username === '') return [];
    credentials.push(`${url.protocol}//${url.username}:${url.password}@${url.host}`);
    url.username = '';
    url.password = '';
    return [[key, url.href] as const];
  });
  return { config: { ...config, ...Object.fromEntries(changed) }, credentials };
}

/** Puts credentials where only git looks: the home of the build. */
export async function storeGitCredentials(credentials: readonly string[], home: string): Promise<void> {
  if (credentials.length === 0) return;
  const path = join(home, '.git-credentials');
  await appendFile(path, `${credentials.join('\n')}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}

/**
 * Refuses a tarball whose EKS Distro manifest is not that of the release.
 *
 * @throws ActionError
 */
export function checkManifestTarball(eksd: EksdManifest, version: string, channel: ReleaseChannel): void {
  if (eksd.signature !== 'unavailable') return;
  throw new ActionError(`The archive of \`manifest-tarball\` does not fit ${version}.`, {
    problems: [eksd.problem ?? `it has no EKS Distro manifest of ${channel.name}`],
    why: '`image-builder download manifests` packs the newest EKS Distro releases, whatever release of EKS Anywhere is built.',
    fix: `Make it with the image-builder CLI of ${version}, or pack the EKS Distro manifest that its bundle names.`,
  });
}

/**
 * Makes the tarball for the CLI from manifests that were read and verified: the CLI unpacks whatever it is given
 * wherever its names lead, and one tarball of all releases mixes the EKS Distro releases of the newest into older ones.
 *
 * @param folder an absolute path that does not exist yet
 * @returns the path of the tarball
 */
export async function makeManifestTarball(
  files: PublishedFiles,
  entry: ReleaseEntry,
  channel: ReleaseChannel,
  folder: string,
): Promise<string> {
  await mkdir(folder, { mode: 0o700 });
  const contents: ReadonlyArray<readonly [name: string, text: string]> = [
    ['eks-a-manifest.yaml', (await files.releaseManifest()).text],
    [`eks-a-bundles-${entry.version}.yaml`, (await files.bundle(entry)).text],
    [`eks-d-${channel.name}.yaml`, (await files.eksdManifest(channel)).text],
  ];
  for (const [name, text] of contents) await writeFile(join(folder, name), text, { flag: 'wx' });
  const path = join(folder, 'eks-a-manifests.tar');
  const names = contents.map(([name]) => name);
  await promisify(execFile)('tar', ['--format=ustar', '-cf', path, '-C', folder, ...names]);
  return path;
}
