import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostHandler } from '../http-exchange.ts';
import { fixtures } from '../release-history.ts';
import { accessDenied, yamlObject } from './anywhere-assets.ts';

export const devAssetsHost = 'dev-release-assets.eks-anywhere.model-rocket.aws.dev';
const bundleFile = path.join(fixtures, 'bundles', 'real-dev-build.4018-2022-09-03.yaml');

/** A development release as AWS makes one from every commit. The real bundle, to the byte; not its artifacts. */
const releaseManifest = (
  version: string,
  folder = 'v0.0.0-dev-build.4018',
) => `apiVersion: anywhere.eks.amazonaws.com/v1alpha1
kind: Release
metadata:
  creationTimestamp: "2022-09-03T00:12:49Z"
  name: eks-anywhere
spec:
  latestVersion: ${version}
  releases:
  - bundleManifestUrl: https://${devAssetsHost}/${folder}/bundles.yaml
    date: 2022-09-03 00:12:49 +0000 UTC
    gitTag: ${version}
    number: 1
    version: ${version}
status: {}
`;

/** Of the main branch and of others; from release-0.26 images can be built. */
const manifests: Readonly<Record<string, string>> = {
  '/eks-a-release.yaml': releaseManifest('v0.0.0-dev+build.4018'),
  '/release-0.26/eks-a-release.yaml': releaseManifest(
    'v0.0.0-dev-release-0.26+build.12',
    'v0.0.0-dev-release-0.26-build.12',
  ),
  '/release-0.11/eks-a-release.yaml': releaseManifest('v0.0.0-dev-release-0.11+build.4018'),
};

/** `bundle`: what a build of the newest branch consists of, in the name of that build. */
export function devReleaseAssets(bundle: () => Promise<string>): HostHandler {
  return async ({ url }) => {
    const manifest = manifests[url.pathname];
    if (manifest !== undefined) return yamlObject(manifest);
    if (/^\/v0\.0\.0-dev-release-0\.26-build\.\d+\/bundles\.yaml$/.test(url.pathname))
      return yamlObject(await bundle());
    if (url.pathname !== '/v0.0.0-dev-build.4018/bundles.yaml') return accessDenied();
    return yamlObject(await readFile(bundleFile, 'utf8'));
  };
}
