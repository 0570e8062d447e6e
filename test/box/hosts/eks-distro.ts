import { artifactBytes, digests } from '../artifact-bytes.ts';
import { type HostHandler, storedObject } from '../http-exchange.ts';
import { eksdHost, type Manifest } from '../manifest.ts';
import type { EksdName } from '../release-history.ts';
import { accessDenied, yamlObject } from './anywhere-assets.ts';

/** The manifest of an EKS Distro build, when the box has it. */
export type EksdManifests = (eksd: EksdName) => Promise<Manifest | undefined>;

/**
 * distro.eks.amazonaws.com: manifests, the archives they name, and beside each its sums in the format of sha256sum(1)
 * (expected_images of the projects in aws/eks-distro).
 */
export function eksDistro(manifests: EksdManifests): HostHandler {
  return async ({ url }) => {
    const match =
      /^\/kubernetes-(?<channel>1-\d+)\/(?:kubernetes-\k<channel>-eks-(?<manifest>\d+)\.yaml$|releases\/(?<artifact>\d+)\/)/.exec(
        url.pathname,
      );
    const { channel = '', manifest, artifact } = match?.groups ?? {};
    const found = match && (await manifests({ channel, number: Number(manifest ?? artifact) }));
    if (!found) return accessDenied();
    if (manifest !== undefined) return yamlObject(found.text);
    const asked = `https://${eksdHost}${url.pathname}`;
    const [, uri = asked, algorithm] = /^(.*)\.(sha256|sha512)$/.exec(asked) ?? [];
    if (!found.uris.has(uri)) return accessDenied();
    const bytes = artifactBytes(uri);
    if (algorithm !== 'sha256' && algorithm !== 'sha512') return storedObject(bytes, 'binary/octet-stream');
    const sidecar = `${digests(bytes)[algorithm]}  ${uri.slice(uri.lastIndexOf('/') + 1)}\n`;
    return storedObject(Buffer.from(sidecar), 'binary/octet-stream');
  };
}
