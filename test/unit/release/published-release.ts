import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { HttpClient } from '../../../src/net/http-client.ts';
import { type ResolveOptions, resolveRelease } from '../../../src/release/resolve.ts';
import { bundleSignatureAnnotation, canonicalBundle } from '../../../src/release/signature.ts';
import { requestedVersion } from '../../../src/release/version.ts';
import { parseYamlDocument } from '../../../src/release/yaml-document.ts';

export const fixtures = path.join(import.meta.dirname, '../../fixtures');

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const testPublicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** A bundle document with the parts that tests alter; the rest stays as the fixture has it. */
export interface BundleDocument {
  metadata: { name: string; annotations?: Record<string, string> };
  spec: {
    number: number;
    cliMinVersion: string;
    cliMaxVersion: string;
    versionsBundles: {
      eksD: Record<string, unknown>;
      endOfStandardSupport?: string;
      [name: string]: unknown;
    }[];
  };
}

const parsedFixtures = new Map<string, BundleDocument>();

/** The shape of a real bundle under the name of a release. */
export function bundleOf(version: string, number: number, fixture = 'golden-release-0.26'): BundleDocument {
  const document = structuredClone(parsedFixtures.get(fixture) ?? readFixture(fixture));
  document.metadata = { name: `bundles-${number}` };
  Object.assign(document.spec, { number, cliMinVersion: version, cliMaxVersion: version });
  return document;
}

function readFixture(name: string): BundleDocument {
  const text = readFileSync(path.join(fixtures, 'bundles', `${name}.yaml`), 'utf8');
  const document = parseYamlDocument(text, { what: name, maxBytes: 1e6 }) as BundleDocument;
  parsedFixtures.set(name, document);
  return document;
}

export function signed(document: BundleDocument): BundleDocument {
  const signature = sign('sha256', canonicalBundle(document), { key: privateKey, dsaEncoding: 'der' });
  document.metadata.annotations = { [bundleSignatureAnnotation]: signature.toString('base64') };
  return document;
}

export const manifestUrl = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';

export interface ManifestEntry {
  readonly version: string;
  readonly number: number;
}

export function bundleUrl({ number }: Pick<ManifestEntry, 'number'>): string {
  return `https://anywhere-assets.eks.amazonaws.com/releases/bundles/${number}/manifest.yaml`;
}

export function manifestOf(latestVersion: string, entries: readonly ManifestEntry[]): string {
  const releases = entries.map((entry) => ({
    bundleManifestUrl: bundleUrl(entry),
    date: '2026-08-13 18:57:24.123456789 +0000 UTC',
    gitCommit: '1234567890123456789012345678901234567890',
    ...entry,
  }));
  return stringify({
    apiVersion: 'anywhere.eks.amazonaws.com/v1alpha1',
    kind: 'Release',
    metadata: { name: 'eks-anywhere' },
    spec: { latestVersion, releases },
  });
}

type Options = Partial<Omit<ResolveOptions, 'requested'>> & { readonly requested?: string };

/** Resolves against files by URL; whatever is not there is asked for in vain. */
export async function resolveFrom(files: Readonly<Record<string, string>>, options: Options) {
  return (await resolutionFrom(files, options)).release;
}

/** The same with all that comes along. */
export function resolutionFrom(
  files: Readonly<Record<string, string>>,
  { requested = 'latest', ...options }: Options,
) {
  const http: Pick<HttpClient, 'getText'> = {
    getText: async (url) => {
      const text = files[url];
      if (text === undefined) throw new Error(`unexpected request for ${url}`);
      return text;
    },
  };
  return resolveRelease({
    requested: requestedVersion(requested),
    verifySignature: 'auto',
    bundlePublicKey: testPublicKey,
    http,
    ...options,
  });
}

/** One release, published with this bundle. */
export function published(entry: ManifestEntry, bundle: BundleDocument): Record<string, string> {
  return { [manifestUrl]: manifestOf(entry.version, [entry]), [bundleUrl(entry)]: stringify(bundle) };
}
