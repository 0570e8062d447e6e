import type { Contents } from '../bundle-manifest.ts';
import { type HostHandler, type HostResponse, storedObject } from '../http-exchange.ts';
import { assetsHost, bundleUrl, type Manifest } from '../manifest.ts';

/** S3 without the right to list answers for a missing object as for a forbidden one. CloudFront passes it on. */
export function accessDenied(): HostResponse {
  return {
    status: 403,
    headers: { 'content-type': 'application/xml' },
    body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>0BOX000000000000</RequestId><HostId>Ym94</HostId></Error>',
  };
}

export interface AssetsSource {
  readonly releaseManifest: () => Promise<string>;
  /** The bundle of a number, when there is one. */
  readonly bundle: (number: number) => Promise<Manifest | undefined>;
  readonly contents: Contents;
}

/** anywhere-assets.eks.amazonaws.com: the release manifest, every bundle, and what the bundles name. */
export function anywhereAssets(source: AssetsSource): HostHandler {
  return async ({ url }) => {
    if (url.pathname === '/releases/eks-a/manifest.yaml') return yamlObject(await source.releaseManifest());
    const number = Number(/^\/releases\/bundles\/(\d+)\//.exec(url.pathname)?.[1]);
    const bundle = await source.bundle(number);
    if (!bundle) return accessDenied();
    const uri = `https://${assetsHost}${url.pathname}`;
    if (uri === bundleUrl(number)) return yamlObject(bundle.text);
    if (!bundle.uris.has(uri)) return accessDenied();
    return storedObject(source.contents(uri), 'binary/octet-stream');
  };
}

export function yamlObject(text: string): HostResponse {
  return storedObject(Buffer.from(text), 'binary/octet-stream');
}
