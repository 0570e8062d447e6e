import { artifactBytes } from '../artifact-bytes.ts';
import { type HostHandler, storedObject } from '../http-exchange.ts';
import { eksdHost, type Manifest } from '../manifest.ts';
import type { EksdName } from '../release-history.ts';
import { accessDenied, yamlObject } from './anywhere-assets.ts';

/** The manifest of an EKS Distro build, when the box has it. */
export type EksdManifests = (eksd: EksdName) => Promise<Manifest | undefined>;

/** distro.eks.amazonaws.com: manifests and the archives they name. */
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
    const uri = `https://${eksdHost}${url.pathname}`;
    return found.uris.has(uri) ? storedObject(artifactBytes(uri), 'binary/octet-stream') : accessDenied();
  };
}
