import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { canonicalBundle } from '../../src/release/signature.ts';
import { artifactBytes, digests } from './artifact-bytes.ts';
import {
  type BottlerocketFormat,
  type EksdName,
  fixtures,
  type HistoricRelease,
  isAtLeast,
  minorOf,
  type ReleaseHistory,
} from './release-history.ts';

export const assetsHost = 'anywhere-assets.eks.amazonaws.com';
export const eksdHost = 'distro.eks.amazonaws.com';

type Fields = Record<string, unknown>;

/** A manifest as it is served, and the files it names. */
export interface Manifest {
  readonly text: string;
  readonly uris: ReadonlySet<string>;
}

/** Where the bytes behind a URI come from. */
export type Contents = (uri: string) => Buffer;

/** EC P-256, as AWS KMS signs bundles with. */
export interface BundleSigner {
  /** Base64 of DER SPKI. */
  readonly publicKey: string;
  sign(document: unknown): string;
}

export function createBundleSigner(): BundleSigner {
  const keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  return {
    publicKey: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (document) =>
      sign('sha256', canonicalBundle(document), { key: keys.privateKey, dsaEncoding: 'der' }).toString(
        'base64',
      ),
  };
}

export function bundleUrl(number: number): string {
  return `https://${assetsHost}/releases/bundles/${number}/manifest.yaml`;
}

/** Upstream: release/api/v1alpha1/release_types.go. */
export function releaseManifest(history: ReleaseHistory): string {
  const newest = history.releases.reduce((best, release) =>
    isAtLeast(release.version, best.version) ? release : best,
  );
  return toYaml({
    apiVersion: 'anywhere.eks.amazonaws.com/v1alpha1',
    kind: 'Release',
    metadata: { creationTimestamp: '2021-09-07T22:49:58Z', name: 'eks-anywhere' },
    spec: { latestVersion: newest.version, releases: history.releases.map(releaseEntry) },
    status: {},
  });
}

function releaseEntry(release: HistoricRelease): Fields {
  const archive = (os: string, arch: string) => ({
    arch: [arch],
    description: `EKS Anywhere ${os === 'linux' ? 'Linux' : 'Darwin'} ${arch} CLI`,
    name: `eksctl-anywhere-${os}-${arch}`,
    os,
    ...(release.cli[`${os}/${arch}`] === undefined ? {} : { sha256: release.cli[`${os}/${arch}`] }),
    uri: `https://${assetsHost}/releases/eks-a/${release.number}/artifacts/eks-a/${release.version}/${os}/${arch}/eksctl-anywhere-${release.version}-${os}-${arch}.tar.gz`,
  });
  const architectures = (os: string) => ({ amd64: archive(os, 'amd64'), arm64: archive(os, 'arm64') });
  return {
    bundleManifestUrl: bundleUrl(release.number),
    // Go's time.Time.String(), release/cli/pkg/bundles/eksctl-anywhere.go.
    date: release.date.replace(/^(.*)T(.*?)(\.\d+)?Z$/, '$1 $2 +0000 UTC'),
    eksABinary: { darwin: archive('darwin', 'amd64'), linux: archive('linux', 'amd64') },
    // aws/eks-anywhere 3cb4b772d added the field; entries from before were never rewritten.
    ...(release.date < '2023-01-31'
      ? {}
      : { eksACLI: { darwin: architectures('darwin'), linux: architectures('linux') } }),
    gitCommit: release.gitCommit,
    gitTag: release.version,
    number: release.number,
    version: release.version,
  };
}

const bundleTemplates = [
  { before: 'v0.20.0', file: 'golden-release-0.18.yaml' },
  { before: 'v0.26.0', file: 'golden-release-0.24.yaml' },
  { before: 'v1.0.0', file: 'golden-release-0.26.yaml' },
];

/**
 * Makes the bundle of a release from upstream's own golden file of the nearest line: the same shape, with the
 * release's versions, the URIs of production, and sums of what the box serves behind them.
 */
export async function bundleManifest(
  release: HistoricRelease,
  history: ReleaseHistory,
  buildToolingCommit: string,
  contents: Contents,
  signer: BundleSigner,
): Promise<Manifest> {
  const templates = await bundleTemplate(release.version);
  const uris = new Set<string>();
  const versionsBundles = release.eksd.map((eksd) =>
    versionsBundle(nearestTemplate(templates, eksd), eksd, {
      release,
      history,
      buildToolingCommit,
      contents,
      uris,
    }),
  );
  const document: Fields & { metadata: Fields } = {
    apiVersion: 'anywhere.eks.amazonaws.com/v1alpha1',
    kind: 'Bundles',
    metadata: { creationTimestamp: release.date, name: `bundles-${release.number}` },
    spec: {
      cliMaxVersion: release.version,
      cliMinVersion: release.version,
      number: release.number,
      versionsBundles,
    },
    status: {},
  };
  if (isAtLeast(release.version, 'v0.22.0')) {
    document.metadata['annotations'] = {
      'anywhere.eks.amazonaws.com/excludes': Buffer.from(`${signatureExcludes.join('\n')}\n`).toString(
        'base64',
      ),
      'anywhere.eks.amazonaws.com/signature': signer.sign(document),
    };
  }
  return { text: toYaml(document), uris };
}

/** pkg/constants/constants.go, `Excludes`. The CLI never reads the annotation that states them. */
const signatureExcludes = [
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

const parsedTemplates = new Map<string, Promise<Fields[]>>();

function bundleTemplate(version: string): Promise<Fields[]> {
  const file = bundleTemplates.find(({ before }) => !isAtLeast(version, before))?.file;
  if (file === undefined) throw new Error(`the box has no bundle template for ${version}`);
  const known = parsedTemplates.get(file) ?? readTemplate(file);
  parsedTemplates.set(file, known);
  return known;
}

async function readTemplate(file: string): Promise<Fields[]> {
  const document = parse(await readFile(path.join(fixtures, 'bundles', file), 'utf8')) as {
    spec: { versionsBundles: Fields[] };
  };
  return document.spec.versionsBundles;
}

function eksdOf(template: Fields): { channel: string; kubeVersion: string; name: string } {
  return template['eksD'] as { channel: string; kubeVersion: string; name: string };
}

function nearestTemplate(templates: readonly Fields[], { channel }: EksdName): Fields {
  const distance = (template: Fields) => Math.abs(minorOf(eksdOf(template).channel) - minorOf(channel));
  return templates.reduce((best, template) => (distance(template) < distance(best) ? template : best));
}

interface BundleContext {
  readonly release: HistoricRelease;
  readonly history: ReleaseHistory;
  readonly buildToolingCommit: string;
  readonly contents: Contents;
  /** Filled with every file of the CDN that the bundle names. */
  readonly uris: Set<string>;
}

function versionsBundle(template: Fields, eksd: EksdName, context: BundleContext): Fields {
  const { release, history } = context;
  const copy = retargeted(template, eksd, context);
  const { eksD } = copy as { eksD: Fields };
  const kubeVersion = history.kubeVersion(eksd);
  const endOfStandardSupport = history.endOfStandardSupport(eksd.channel);
  Object.assign(copy, {
    kubeVersion: eksd.channel.replace('-', '.'),
    eksD: {
      ...eksD,
      channel: eksd.channel,
      kubeVersion,
      name: eksdManifestName(eksd),
      manifestUrl: eksdManifestUrl(eksd),
      gitCommit: context.buildToolingCommit,
      ...bottlerocket(eksd, kubeVersion, context),
    },
  });
  // aws/eks-anywhere 4783df3af: the field came with v0.22.0.
  delete copy['endOfStandardSupport'];
  if (isAtLeast(release.version, 'v0.22.0') && endOfStandardSupport !== undefined) {
    Object.assign(copy, { endOfStandardSupport });
  } else {
    const { tinkerbell } = copy as { tinkerbell: { tinkerbellStack: { hook: Fields } } };
    delete tinkerbell.tinkerbellStack.hook['iso'];
  }
  stateSums(copy, context);
  return copy;
}

/** The template with the placeholders of upstream's dry run replaced by what production has. */
function retargeted(template: Fields, eksd: EksdName, { release, history }: BundleContext): Fields {
  const old = eksdOf(template);
  const oldNumber = old.name.split('-eks-')[1];
  const base = `https://${assetsHost}/releases/bundles/${release.number}/artifacts`;
  // Containerd moved to a folder per channel in v0.24.0 (aws/eks-anywhere a5342c772).
  const containerd = isAtLeast(release.version, 'v0.24.0') ? `${eksd.channel}/containerd/` : 'containerd/';
  const text = JSON.stringify(template)
    .replaceAll(old.kubeVersion, history.kubeVersion(eksd))
    .replaceAll(`${old.channel}-${oldNumber}`, `${eksd.channel}-${eksd.number}`)
    .replaceAll(`eks-d-${old.channel}-eks-a`, `eks-d-${eksd.channel}-eks-a`)
    .replaceAll('https://release-bucket/artifacts/v0.0.0-dev-build.0', base)
    .replace(/(\/artifacts\/)(?:1-\d+\/)?containerd\//g, `$1${containerd}`)
    .replace(/(\/artifacts\/image-builder\/)[^/]+/g, `$1${history.imageBuilderVersion(release.line)}`)
    .replaceAll('-v0.0.0-dev-build.0-linux', '-linux')
    .replaceAll('public.ecr.aws/release-container-registry/', 'public.ecr.aws/eks-anywhere/')
    .replace(/-eks-a-v0\.0\.0-dev-build\.\d+/g, `-eks-a-${release.number}`)
    .replaceAll('v0.0.0-dev+build.0+abcdef1', release.version);
  return JSON.parse(text) as Fields;
}

/** Upstream leaves an empty object where BOTTLEROCKET_RELEASES has no image of the format for the channel. */
function bottlerocket(eksd: EksdName, kubeVersion: string, { release, history }: BundleContext): Fields {
  const image = (format: BottlerocketFormat, label: string, extension: string) => {
    if (!history.hasBottlerocket(release.line, eksd.channel, format)) return { bottlerocket: {} };
    const name = `bottlerocket-${kubeVersion}-eks-d-${eksd.channel}-${eksd.number}-eks-a-${release.number}-amd64.${extension}`;
    const archive = {
      arch: ['amd64'],
      description: `Bottlerocket ${label} image for EKS-D ${eksd.channel}-${eksd.number} release`,
      name,
      os: 'linux',
      osName: 'bottlerocket',
      sha256: '',
      sha512: '',
      uri: `https://${assetsHost}/releases/bundles/${release.number}/artifacts/${format}/${eksd.channel}/${name}`,
    };
    return { bottlerocket: archive };
  };
  return { ami: { bottlerocket: {} }, ova: image('ova', 'Ova', 'ova'), raw: image('raw', 'Raw', 'img.gz') };
}

/** Makes every stated sum right and every image digest its own. */
function stateSums(node: unknown, context: BundleContext): void {
  if (typeof node !== 'object' || node === null) return;
  const fields = node as Fields;
  const uri = fields['uri'];
  if (typeof uri === 'string') {
    if (uri.startsWith(`https://${assetsHost}/`)) context.uris.add(uri);
    if ('sha256' in fields) Object.assign(fields, digests(context.contents(uri)));
    if ('imageDigest' in fields) fields['imageDigest'] = `sha256:${digests(Buffer.from(uri)).sha256}`;
  }
  for (const value of Object.values(fields)) stateSums(value, context);
}

function eksdManifestName({ channel, number }: EksdName): string {
  return `kubernetes-${channel}-eks-${number}`;
}

function eksdManifestUrl(eksd: EksdName): string {
  return `https://${eksdHost}/kubernetes-${eksd.channel}/${eksdManifestName(eksd)}.yaml`;
}

const eksdTemplates = {
  old: { file: 'kubernetes-1-21-eks-4.yaml', channel: '1-21', number: 4, kubeVersion: 'v1.21.2' },
  // kube-proxy became a component of its own.
  recent: { file: 'kubernetes-1-33-eks-20.yaml', channel: '1-33', number: 20, kubeVersion: 'v1.33.5' },
};

/** Makes the manifest of an EKS Distro build from a real one. */
export async function eksdManifest(eksd: EksdName, history: ReleaseHistory): Promise<Manifest> {
  const template = minorOf(eksd.channel) >= 28 ? eksdTemplates.recent : eksdTemplates.old;
  const { channel, number, kubeVersion } = template;
  const text = (await readFile(path.join(fixtures, 'eksd', template.file), 'utf8'))
    .replaceAll(kubeVersion, history.kubeVersion(eksd))
    .replaceAll(
      `kubernetes-${channel}/releases/${number}/`,
      `kubernetes-${eksd.channel}/releases/${eksd.number}/`,
    )
    .replaceAll(`-eks-${channel}-${number}`, `-eks-${eksd.channel}-${eksd.number}`);
  const document = parse(text) as Fields;
  const uris = new Set<string>();
  Object.assign(document, {
    metadata: { creationTimestamp: null, name: eksdManifestName(eksd) },
    spec: { channel: eksd.channel, number: eksd.number },
  });
  for (const archive of archivesOf(document)) {
    uris.add(archive.uri);
    Object.assign(archive, digests(artifactBytes(archive.uri)));
  }
  return { text: toYaml(document), uris };
}

function archivesOf(document: Fields): { uri: string }[] {
  const { components } = document['status'] as {
    components: { assets: { archive?: { uri: string } }[] }[];
  };
  return components.flatMap(({ assets }) => assets.flatMap(({ archive }) => (archive ? [archive] : [])));
}

/** As Go's YAML writer does: nothing folded, no anchors, and in quotes whatever YAML 1.1 would not read as text. */
function toYaml(document: unknown): string {
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' });
}
