import { generateKeyPairSync, sign } from 'node:crypto';
import { canonicalBundle } from '../../src/release/signature.ts';

/** EC P-256, as AWS KMS signs bundles with. */
export interface BundleSigner {
  /** Base64 of DER SPKI. */
  readonly publicKey: string;
  sign(document: unknown): string;
}

export function createBundleSigner(): BundleSigner {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (document) =>
      sign('sha256', canonicalBundle(document), { key: keys.privateKey, dsaEncoding: 'der' }).toString(
        'base64',
      ),
  };
}

/** pkg/constants/constants.go, `Excludes`: what a bundle's signature leaves out, as its annotation states it. */
export const signatureExcludes = [
  'bootstrap',
  'bottlerocketBootstrapContainers',
  'bottlerocketHostContainers',
  'certManager',
  'cilium',
  'cloudStack',
  'clusterAPI',
  'controlPlane',
  'docker',
  'eksa',
  'eksD.components',
  'eksD.manifestUrl',
  'etcdadmBootstrap',
  'etcdadmController',
  'flux',
  'haproxy',
  'kindnetd',
  'nutanix',
  'packageController',
  'snow',
  'tinkerbell',
  'upgrader',
  'vSphere',
].map((field) => `.spec.versionsBundles[].${field}`);
