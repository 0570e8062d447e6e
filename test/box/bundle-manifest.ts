import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { type Digests, digests } from './artifact-bytes.ts';
import { type BundleSigner, signatureExcludes } from './bundle-signer.ts';
import { assetsHost, eksdManifestName, eksdManifestUrl, type Manifest, toYaml } from './manifest.ts';
import {
  type BottlerocketFormat,
  type EksdName,
  fixtures,
  type HistoricRelease,
  isAtLeast,
  minorOf,
  type ReleaseHistory,
} from './release-history.ts';

type Fields = Record<string, unknown>;

/** Where the bytes behind a URI come from. */
export type Contents = (uri: string) => Buffer;

const bundleTemplates = [
  { before: 'v0.20.0', file: 'golden-release-0.18.yaml' },
  { before: 'v0.26.0', file: 'golden-release-0.24.yaml' },
  { before: 'v1.0.0', file: 'golden-release-0.26.yaml' },
];

export interface BundleOptions {
  readonly history: ReleaseHistory;
  readonly buildToolingCommit: string;
  readonly contents: Contents;
  readonly signer: BundleSigner;
}

/**
 * Makes the bundle of a release from upstream's own golden file of the nearest line: the same shape, with the
 * release's versions, the URIs of production, and sums of what the box serves behind them.
 */
export async function bundleManifest(
  release: HistoricRelease,
  { history, buildToolingCommit, contents, signer }: BundleOptions,
): Promise<Manifest> {
  const templates = await bundleTemplate(release.version);
  const uris = new Set<string>();
  // Most files appear in every versions bundle.
  const known = new Map<string, Digests>();
  const digestsOf = (uri: string) => {
    const value = known.get(uri) ?? digests(contents(uri));
    known.set(uri, value);
    return value;
  };
  const versionsBundles = release.eksd.map((eksd) =>
    versionsBundle(nearestTemplate(templates, eksd), eksd, {
      release,
      history,
      buildToolingCommit,
      digestsOf,
      uris,
    }),
  );
  const document: Fields & { metadata: Fields } = {
    apiVersion: 'anywhere.eks.amazonaws.com/v1alpha1',
    kind: 'Bundles',
    metadata: { creationTimestamp: release.date.replace('.000Z', 'Z'), name: `bundles-${release.number}` },
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
      ...(isAtLeast(release.version, 'v0.22.3') && eksdSignatures(release.eksd, signer)),
    };
  }
  return { text: toYaml(document), uris };
}

/** A bundle as a development build has it, numbered 1 and for the CLI v0.0.0, signed anew. */
export function asDevelopmentBundle(text: string, signer: BundleSigner): string {
  const document = parse(text) as { metadata: Fields; spec: Fields };
  document.metadata = { name: 'bundles-1' };
  Object.assign(document.spec, { number: 1, cliMinVersion: 'v0.0.0', cliMaxVersion: 'v0.0.0' });
  document.metadata['annotations'] = {
    'anywhere.eks.amazonaws.com/signature': signer.sign(document),
  };
  return toYaml(document);
}

/** Since v0.22.3; `Cg==` is an empty list of further exclusions. The signature leaves `status` out. */
function eksdSignatures(builds: readonly EksdName[], signer: BundleSigner): Fields {
  const signatures = builds.map((build) => [
    `distro.eks.amazonaws.com/signature-${build.channel}`,
    signer.signEksd({
      apiVersion: 'distro.eks.amazonaws.com/v1alpha1',
      kind: 'Release',
      metadata: { name: eksdManifestName(build) },
      spec: { channel: build.channel, number: build.number },
    }),
  ]);
  return { 'distro.eks.amazonaws.com/excludes': 'Cg==', ...Object.fromEntries(signatures) };
}

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
  readonly digestsOf: (uri: string) => Digests;
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
    if (history.bottlerocketVersion(release.line, eksd.channel, format) === undefined)
      return { bottlerocket: {} };
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
    if ('sha256' in fields) Object.assign(fields, context.digestsOf(uri));
    if ('imageDigest' in fields) fields['imageDigest'] = `sha256:${digests(Buffer.from(uri)).sha256}`;
  }
  for (const value of Object.values(fields)) stateSums(value, context);
}
