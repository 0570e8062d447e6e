import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostHandler } from '../http-exchange.ts';
import { fixtures } from '../release-history.ts';
import { accessDenied, yamlObject } from './anywhere-assets.ts';

export const devAssetsHost = 'dev-release-assets.eks-anywhere.model-rocket.aws.dev';
const bundleFile = path.join(fixtures, 'bundles', 'real-dev-build.4018-2022-09-03.yaml');

/** A development release as AWS makes one from every commit. The real bundle, to the byte; not its artifacts. */
const releaseManifest = `apiVersion: anywhere.eks.amazonaws.com/v1alpha1
kind: Release
metadata:
  creationTimestamp: "2022-09-03T00:12:49Z"
  name: eks-anywhere
spec:
  latestVersion: v0.0.0-dev+build.4018
  releases:
  - bundleManifestUrl: https://${devAssetsHost}/v0.0.0-dev-build.4018/bundles.yaml
    date: 2022-09-03 00:12:49 +0000 UTC
    gitTag: v0.0.0-dev+build.4018
    number: 1
    version: v0.0.0-dev+build.4018
status: {}
`;

export function devReleaseAssets(): HostHandler {
  return async ({ url }) => {
    if (url.pathname === '/eks-a-release.yaml') return yamlObject(releaseManifest);
    if (url.pathname !== '/v0.0.0-dev-build.4018/bundles.yaml') return accessDenied();
    return yamlObject(await readFile(bundleFile, 'utf8'));
  };
}
