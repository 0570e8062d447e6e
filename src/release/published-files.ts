import type { HttpClient } from '../net/http-client.ts';
import { bundleSource } from './bundle.ts';
import type { ReleaseChannel } from './eksa-release.ts';
import { eksdManifestSource } from './eksd-manifest.ts';
import type { PublishedFile, Source } from './published-document.ts';
import { type ReleaseEntry, releaseManifestSource } from './release-manifest.ts';

/** Where the three kinds of manifests come from: the web, or the tarball of an air-gapped runner. */
export interface PublishedFiles {
  releaseManifest(): Promise<PublishedFile>;
  bundle(entry: ReleaseEntry): Promise<PublishedFile>;
  eksdManifest(channel: ReleaseChannel): Promise<PublishedFile>;
}

/** Manifests from where the release manifest, the bundle and the name of the EKS Distro release say they are. */
export function filesFromWeb(
  http: Pick<HttpClient, 'getText'> & Partial<Pick<HttpClient, 'mirrorOf'>>,
  releaseManifestUrl: string,
): PublishedFiles {
  const fetched = async (source: Source) => {
    const mirror = http.mirrorOf?.(source.url);
    const text = await http.getText(source.url, source);
    return { text, source: { ...source, ...(mirror !== undefined && { mirror }) } };
  };
  return {
    releaseManifest: () => fetched(releaseManifestSource(releaseManifestUrl)),
    bundle: ({ bundleManifestUrl }) => fetched(bundleSource(bundleManifestUrl)),
    eksdManifest: ({ eksdManifestUrl }) => fetched(eksdManifestSource(eksdManifestUrl)),
  };
}
