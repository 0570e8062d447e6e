/** How the CLI finds a release: release manifest, then bundle, neither checked for its HTTP status. */

import path from 'node:path';
import { getText } from './go-http.ts';
import { GoError, log, readFile } from './go-runtime.ts';
import { child, decodeYaml, scalar, sequence } from './go-yaml.ts';

const productionManifest = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
const developmentAssets = 'https://dev-release-assets.eks-anywhere.model-rocket.aws.dev';
const usesDevelopmentRelease = process.env['EKSA_USE_DEV_RELEASE'] === 'true';

/** Where --manifest-tarball is extracted. */
export const manifestFolder = (): string => path.join(process.cwd(), 'eks-a-d-manifests');

/** Names of the manifests in the tarball and in that folder. */
export const manifestFiles = {
  release: 'eks-a-manifest.yaml',
  bundle: (version: string): string => `eks-a-bundles-${version}.yaml`,
  eksDistro: (channel: string): string => `eks-d-${channel}.yaml`,
} as const;

/** The URL that is read, logged, and handed to make as EKSA_RELEASE_MANIFEST_URL. */
export function releaseManifestUrl(): string {
  if (!usesDevelopmentRelease) return productionManifest;
  const branch = process.env['BRANCH_NAME'] ?? 'main';
  return branch === 'main'
    ? `${developmentAssets}/eks-a-release.yaml`
    : `${developmentAssets}/${branch}/eks-a-release.yaml`;
}

export interface ReleaseRequest {
  /** What --eksa-release says, '' without it. */
  readonly eksaRelease: string;
  /** Any text means: read the manifests that were extracted, wherever they came from. */
  readonly manifestTarball: string;
  /** The release that the real binary has baked in. */
  readonly bakedVersion: string;
}

export interface FoundRelease {
  readonly eksaVersion: string;
  readonly versionsBundles: readonly unknown[];
}

export async function findRelease(request: ReleaseRequest): Promise<FoundRelease> {
  const url = releaseManifestUrl();
  const local = request.manifestTarball === '' ? undefined : manifestFolder();
  const read = async (source: string): Promise<string> =>
    local === undefined ? getText(source) : readFile(source).toString('utf8');
  const source = local === undefined ? url : path.join(local, manifestFiles.release);
  log(`Reading EKS-A Manifest file: ${source}`);
  const spec = child(
    await unmarshal(await read(source), { document: 'release manifest', type: 'Release', url }),
    'spec',
  );
  const eksaVersion = chooseVersion(request, scalar(spec, 'latestVersion'));
  const bundleUrl = findBundleUrl(sequence(spec, 'releases'), eksaVersion);
  const bundleSource = local === undefined ? bundleUrl : path.join(local, manifestFiles.bundle(eksaVersion));
  log(`Fetching git commit from bundle manifest: ${bundleSource}`);
  const document = { document: 'bundles manifest', type: 'Bundles', url: bundleUrl };
  const bundle = await unmarshal(await read(bundleSource), document);
  return { eksaVersion, versionsBundles: sequence(child(bundle, 'spec'), 'versionsBundles') };
}

function chooseVersion(
  { eksaRelease: requested, bakedVersion: baked }: ReleaseRequest,
  latest: string,
): string {
  if (usesDevelopmentRelease) {
    log(`EKSA_USE_DEV_RELEASE set to true, using EKS-A dev release version: ${latest}`);
    return latest;
  }
  if (requested !== '') {
    log(`EKS-A release version provided: ${requested}`);
    return requested;
  }
  if (baked !== '') {
    log(`No EKS-A release version provided, defaulting to EKS-A version configured at build time: ${baked}`);
    return baked;
  }
  log(`No EKS-A release version provided, defaulting to latest EKS-A version: ${latest}`);
  return latest;
}

/** An exact match wins; otherwise the first release whose version merely contains the text (`v0.26` finds v0.26.0). */
function findBundleUrl(entries: readonly unknown[], version: string): string {
  const found =
    entries.find((entry) => scalar(entry, 'version') === version) ??
    entries.find((entry) => scalar(entry, 'version').includes(version));
  if (found === undefined) throw new GoError(`version ${version} is not a valid EKS-A release`);
  return scalar(found, 'bundleManifestUrl');
}

async function unmarshal(
  text: string,
  { document, type, url }: { document: string; type: string; url: string },
): Promise<unknown> {
  try {
    return await decodeYaml(text, type);
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(`failed to unmarshal ${document} from [${url}]: ${error.message}`);
  }
}
