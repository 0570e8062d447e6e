import { generateKeyPairSync, sign } from 'node:crypto';
import { canonicalBundle, canonicalEksdRelease } from '../../src/release/signature.ts';

/** EC P-256, as AWS KMS signs bundles with. */
export interface BundleSigner {
  /** Base64 of DER SPKI. */
  readonly publicKey: string;
  sign(document: unknown): string;
  signEksd(document: unknown): string;
}

export function createBundleSigner(): BundleSigner {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signBytes = (bytes: Buffer) =>
    sign('sha256', bytes, { key: keys.privateKey, dsaEncoding: 'der' }).toString('base64');
  return {
    publicKey: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (document) => signBytes(canonicalBundle(document)),
    signEksd: (document) => signBytes(canonicalEksdRelease(document)),
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
