/** What --air-gapped adds to a build: the manifests come from a tarball, the artifacts from private hosts. */

import { chmodSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attempt } from './build-tooling.ts';
import type { Config } from './config.ts';
import { GoError, log, pathError } from './go-runtime.ts';
import { tarEntries } from './go-tar.ts';
import type { BuildInputs } from './inputs.ts';
import { manifestFiles, manifestFolder } from './release-manifest.ts';

/** Replaces the folder of manifests by the content of the tarball and puts the private hosts into the manifests. */
export function extractManifests(tarball: string, config: Config): void {
  log('Manifest tarball provided, extracting to directory');
  const folder = manifestFolder();
  attempt('Error extracting tarball', () => extractTarball(tarball, folder));
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    if (entry.isDirectory()) continue;
    const file = path.join(folder, entry.name);
    if (/^eks-d-.*\.yaml$/.test(entry.name)) {
      log(`Replacing EKS-D domain name in file: ${entry.name}`);
      replaceInFile(file, 'https://distro.eks.amazonaws.com', config.get('private_artifacts_eksd_fqdn'));
    }
    const isBundle = /^eks-a-bundles-.*\.yaml$/.test(entry.name);
    process.stdout.write(`File: ${entry.name}, Match: ${isBundle}, Pattern: ${manifestFiles.bundle('*')}\n`);
    if (!isBundle) continue;
    log(`Replacing EKS-A domain name in file: ${entry.name}`);
    replaceInFile(
      file,
      'https://anywhere-assets.eks.amazonaws.com',
      config.get('private_artifacts_eksa_fqdn'),
    );
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;

/** Every entry becomes a regular file directly below the folder, a directory too; its name is joined unchecked. */
function extractTarball(tarball: string, folder: string): void {
  const archive = readOpened(tarball, () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  });
  for (const { name, mode, content, isCut } of tarEntries(archive)) {
    const file = path.join(folder, name).replace(/\/$/, '');
    if (!mayWrite(file)) continue;
    try {
      writeFileSync(file, content);
    } catch (error) {
      throw pathError('open', file, error);
    }
    if (isCut) throw new GoError('unexpected EOF');
    chmodSync(file, mode);
  }
}

/** A tarball that cannot be opened leaves the folder as it was; one that cannot be read, a directory, does not. */
function readOpened(tarball: string, between: () => void): Buffer {
  let operation = 'open';
  try {
    const file = openSync(tarball, 'r');
    operation = 'read';
    between();
    return readFileSync(file);
  } catch (error) {
    throw pathError(operation, tarball, error);
  }
}

/**
 * `../` in an entry's name leads the real CLI wherever it points to. The stand-in pretends to follow, but only writes
 * below the working directory, or below STANDIN_SCRATCH, where a test can look at the damage.
 */
function mayWrite(file: string): boolean {
  const scratch = process.env['STANDIN_SCRATCH'] ?? process.cwd();
  return !path.relative(scratch, file).startsWith('..');
}

/** The file is made anew, so that its mode changes. */
function replaceInFile(file: string, text: string, replacement = ''): void {
  const content = readFileSync(file, 'utf8').replaceAll(text, () => replacement);
  rmSync(file);
  writeFileSync(file, content, { mode: 0o755 });
}

/** Go's filepath.Join makes one slash of the two in `file://`. */
export function airGapEnvironment(
  { airGapped, config, releaseChannel }: BuildInputs,
  eksaVersion: string,
): readonly (readonly [name: string, value: string])[] {
  if (!airGapped) return [];
  const folder = `file:${manifestFolder()}`;
  return [
    ['EKSA_BUNDLE_MANIFEST_URL', `${folder}/${manifestFiles.bundle(eksaVersion)}`],
    ['EKSD_MANIFEST_URL', `${folder}/${manifestFiles.eksDistro(releaseChannel)}`],
    ['CLONE_URL', config?.get('image_builder_repo_url') ?? ''],
  ];
}
