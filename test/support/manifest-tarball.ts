import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Box } from '../box/box.ts';

const run = promisify(execFile);

/** What `image-builder download manifests` makes, with a single release and, on demand, EKS Distro manifests in it. */
export async function makeManifestTarball(
  { proxyUrl, interceptingCa, publicCa, release }: Box,
  folder: string,
  eksd: Readonly<Record<string, string>> = {},
): Promise<string> {
  const files = {
    'eks-a-manifest.yaml': 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml',
    'eks-a-bundles-v0.26.1.yaml': release('v0.26.1').bundleUrl,
    ...Object.fromEntries(Object.entries(eksd).map(([channel, url]) => [`eks-d-${channel}.yaml`, url])),
  };
  for (const [name, url] of Object.entries(files)) {
    const authority = url.includes('distro.eks') ? publicCa : interceptingCa;
    await run('curl', ['-sSf', '--proxy', proxyUrl, '--cacert', authority, '-o', join(folder, name), url]);
  }
  const tarball = join(folder, 'eks-a-manifests.tar');
  await run('tar', ['-cf', tarball, '-C', folder, ...Object.keys(files)]);
  return tarball;
}
