/** How the CLI finds the build-tooling commit: release manifest, then bundle, neither checked for its HTTP status. */

import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { readFile } from './config.ts';
import { jsonKind } from './go-json.ts';
import { GoError, log, panic } from './go-runtime.ts';
import type { BuildInputs } from './inputs.ts';

const productionManifest = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
const developmentAssets = 'https://dev-release-assets.eks-anywhere.model-rocket.aws.dev';
const usesDevelopmentRelease = process.env['EKSA_USE_DEV_RELEASE'] === 'true';

export const manifestFolder = (): string => path.join(process.cwd(), 'eks-a-d-manifests');

/** The URL that is read, logged, and handed to make as EKSA_RELEASE_MANIFEST_URL. */
export function releaseManifestUrl(): string {
  if (!usesDevelopmentRelease) return productionManifest;
  const branch = process.env['BRANCH_NAME'] ?? 'main';
  return branch === 'main'
    ? `${developmentAssets}/eks-a-release.yaml`
    : `${developmentAssets}/${branch}/eks-a-release.yaml`;
}

export interface BuildSource {
  /** Commit of the build-tooling repository, from the bundle's first versions bundle whatever channel is asked for. */
  readonly gitCommit: string;
  readonly eksaVersion: string;
}

/** Throws a GoError for everything that the CLI reports itself; panics where the CLI does. */
export async function findBuildSource(inputs: BuildInputs, bakedVersion: string): Promise<BuildSource> {
  const url = releaseManifestUrl();
  const local = inputs.manifestTarball === '' ? undefined : manifestFolder();
  const source = local === undefined ? url : path.join(local, 'eks-a-manifest.yaml');
  log(`Reading EKS-A Manifest file: ${source}`);
  const text = await (local === undefined ? getText(source) : readLocal(source));
  const spec = child(unmarshal(text, { document: 'release manifest', type: 'Release', url }), 'spec');
  const eksaVersion = chooseVersion(inputs.eksaRelease, bakedVersion, scalar(spec, 'latestVersion'));
  const bundleUrl = findBundleUrl(child(spec, 'releases'), eksaVersion);
  const bundleSource =
    local === undefined ? bundleUrl : path.join(local, `eks-a-bundles-${eksaVersion}.yaml`);
  log(`Fetching git commit from bundle manifest: ${bundleSource}`);
  const bundleText = await (local === undefined ? getText(bundleSource) : readLocal(bundleSource));
  const bundle = unmarshal(bundleText, { document: 'bundles manifest', type: 'Bundles', url: bundleUrl });
  const versionsBundles = child(child(bundle, 'spec'), 'versionsBundles');
  if (!Array.isArray(versionsBundles) || versionsBundles.length === 0) {
    panic('index out of range [0] with length 0', [
      ['(*BuildOptions).prepBuildToolingRepo(0x1169980, {0x381dad46d640, 0x40})', 'utils.go:43 +0x56e'],
      ['(*BuildOptions).BuildImage(0x1169980)', 'builder.go:48 +0x245'],
    ]);
  }
  return { gitCommit: scalar(child(versionsBundles[0], 'eksD'), 'gitCommit'), eksaVersion };
}

function chooseVersion(requested: string, baked: string, latest: string): string {
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
function findBundleUrl(releases: unknown, version: string): string {
  const entries: readonly unknown[] = Array.isArray(releases) ? releases : [];
  const found =
    entries.find((entry) => scalar(entry, 'version') === version) ??
    entries.find((entry) => scalar(entry, 'version').includes(version));
  if (found === undefined) throw new GoError(`version ${version} is not a valid EKS-A release`);
  return scalar(found, 'bundleManifestUrl');
}

function child(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  return new Map<string, unknown>(Object.entries(node)).get(key);
}

function scalar(node: unknown, key: string): string {
  const value = child(node, key);
  return typeof value === 'string' ? value : '';
}

/** `sigs.k8s.io/yaml`: an empty document is an empty struct, and only a mapping fits into one. */
function unmarshal(
  text: string,
  { document, type, url }: { document: string; type: string; url: string },
): unknown {
  const explain = (reason: string): GoError =>
    new GoError(`failed to unmarshal ${document} from [${url}]: ${reason}`);
  if (text.trim() === '') return {};
  let parsed: unknown;
  try {
    // Every scalar stays text, as in the string fields of the Go structs, and of two equal keys the last one wins.
    parsed = parse(text, { schema: 'failsafe', uniqueKeys: false });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw explain(`error converting YAML to JSON: yaml: line ${error.linePos?.[0].line ?? 1}: ${error.code}`);
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw explain(
    `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${jsonKind(parsed)} into Go value of type v1alpha1.${type}`,
  );
}

async function getText(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { 'user-agent': 'Go-http-client/1.1' } });
  } catch (error) {
    throw new GoError(`failed reading file from URL [${url}]: Get "${url}": ${networkError(error)}`);
  }
  try {
    return await response.text();
  } catch {
    throw new GoError(`failed reading contents of URL body [${url}]: unexpected EOF`);
  }
}

/** Go's words for the failures that a test of the network can provoke. */
function networkError(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  if (code === 'ECONNREFUSED')
    return `dial tcp ${/[\d.]+:\d+$/.exec(message)?.[0] ?? ''}: connect: connection refused`;
  if (code === 'ENOTFOUND') return 'dial tcp: lookup failed: no such host';
  if (/ISSUER|SELF_SIGNED|VERIFY/.test(code)) {
    return 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
  }
  if (message.includes('502')) return 'Bad Gateway';
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' ? 'EOF' : message;
}

async function readLocal(file: string): Promise<string> {
  try {
    return readFile(file, '').toString('utf8');
  } catch (error) {
    // The CLI hands the bare os.PathError on here.
    throw error instanceof GoError ? new GoError(error.message.replace(/^: /, '')) : error;
  }
}
