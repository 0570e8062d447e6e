import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import type { Archive, ImageBuilderArchive, ReleaseChannel, VerifiableArchive } from './eksa-release.ts';
import { checkShape, parsePublished, type Source } from './published-document.ts';
import { signedPartOfBundle } from './signature.ts';

/** What a bundle says under its signature. */
export interface Bundle {
  /** `bundles-124` */
  readonly name: string;
  readonly number: number;
  readonly cliMinVersion: string;
  readonly cliMaxVersion: string;
  readonly buildToolingCommit: string;
  readonly imageBuilder?: ImageBuilderArchive;
  readonly channels: readonly ReleaseChannel[];
}

const maxBytes = 16 * 1024 * 1024;

/** For the download of a bundle and the errors of its parser. */
export function bundleSource(url: string): Source {
  return { what: 'The bundle', url, maxBytes };
}

/**
 * The plain values of a bundle, to be verified before they are read.
 *
 * @throws ActionError
 */
export async function parseBundleDocument(text: string, source: Source): Promise<unknown> {
  const document = await parsePublished(text, source);
  checkShape(outlineType, document, source);
  return document;
}

const outlineType = z.object({
  kind: z.literal('Bundles', { error: 'is not "Bundles"' }),
  spec: z.object({ versionsBundles: z.array(z.object({ eksD: z.object() })).min(1) }),
});

/**
 * Reads the signed part of a bundle, and nothing else of it.
 *
 * @throws ActionError that lists what is missing or wrong.
 */
export function readBundle(document: unknown, source: Source): Bundle {
  const { metadata, spec } = checkShape(bundleType, signedPartOfBundle(document), source);
  const { number, cliMinVersion, cliMaxVersion, versionsBundles } = spec;
  const imageBuilder = versionsBundles[0].eksD.imagebuilder;
  return {
    name: metadata.name,
    number,
    cliMinVersion,
    cliMaxVersion,
    // The upstream CLI, too, takes the commit from the first entry; it is the same in all.
    buildToolingCommit: versionsBundles[0].eksD.gitCommit,
    ...(imageBuilder && { imageBuilder: withVersion(imageBuilder) }),
    channels: versionsBundles.map(channelOf),
  };
}

/** `eksD.manifestUrl` is outside of the signature: by channel, where it is not the URL that the signed name gives. */
export function differingManifestUrls(
  document: unknown,
  channels: readonly ReleaseChannel[],
): Map<string, string> {
  const given = unsignedType.safeParse(document).data?.spec.versionsBundles ?? [];
  const urls = channels.map(({ name, eksdManifestUrl }, index) => {
    const url = given[index]?.eksD?.manifestUrl;
    return url === undefined || url === null || url === eksdManifestUrl ? undefined : ([name, url] as const);
  });
  return new Map(urls.filter((entry) => entry !== undefined));
}

const unsignedType = z.object({
  spec: z.object({
    versionsBundles: z.array(z.object({ eksD: z.object({ manifestUrl: z.string().nullish() }).nullish() })),
  }),
});

/** `{}` is how Go writes an archive that is not there. */
const archiveType = z
  .object({
    uri: z.string().optional(),
    sha256: hexDigest(64).optional(),
    sha512: hexDigest(128).optional(),
    name: z.string().optional(),
  })
  .transform(({ uri, sha256, sha512, name }, context): Archive | undefined => {
    if (!uri) return undefined;
    if (!URL.canParse(uri))
      context.addIssue({ code: 'custom', path: ['uri'], message: `is not a URL: "${uri}"` });
    return { uri, ...(sha256 && { sha256 }), ...(sha512 && { sha512 }), ...(name && { name }) };
  });

const verifiableArchiveType = archiveType.transform((archive, context): VerifiableArchive | undefined => {
  if (archive === undefined) return undefined;
  const { sha256 } = archive;
  if (sha256 !== undefined) return { ...archive, sha256 };
  context.addIssue({
    code: 'custom',
    path: ['sha256'],
    message: 'is missing, so the file could not be verified',
  });
  return z.NEVER;
});

const bottlerocketType = z.object({ bottlerocket: verifiableArchiveType });

const versionsBundleType = z.object({
  endOfStandardSupport: z.string().optional(),
  eksD: z.looseObject({
    name: z.string().regex(/^kubernetes-\d+-\d+-eks-\d+$/, 'is not of the form kubernetes-1-33-eks-30'),
    channel: z.string().regex(/^\d+-\d+$/, 'is not of the form 1-33'),
    kubeVersion: z.string().min(1),
    gitCommit: z.string().regex(/^[0-9a-f]{40}$/, 'is not a commit of 40 hex digits'),
    imagebuilder: verifiableArchiveType,
    ova: bottlerocketType,
    raw: bottlerocketType,
    ami: bottlerocketType,
  }),
});

const bundleType = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    number: z.int(),
    cliMinVersion: z.string(),
    cliMaxVersion: z.string(),
    versionsBundles: z.tuple([versionsBundleType], versionsBundleType),
  }),
});

function hexDigest(length: number) {
  return z
    .string()
    .refine(
      (text) => text === '' || (text.length === length && /^[0-9a-fA-F]+$/.test(text)),
      `is not ${length} hex digits`,
    )
    .transform((text) => text.toLowerCase());
}

function channelOf({ eksD, endOfStandardSupport }: z.output<typeof versionsBundleType>): ReleaseChannel {
  const ova = eksD.ova.bottlerocket;
  const raw = eksD.raw.bottlerocket;
  const ami = eksD.ami.bottlerocket;
  return {
    name: eksD.channel,
    kubeVersion: eksD.kubeVersion,
    eksdRelease: eksD.name,
    eksdManifestUrl: eksdManifestUrl(eksD.channel, eksD.name),
    ...(endOfStandardSupport && { endOfStandardSupport }),
    signedDigest: createHash('sha256').update(canonicalJson(eksD)).digest('hex'),
    bottlerocket: { ...(ova && { ova }), ...(raw && { raw }), ...(ami && { ami }) },
  };
}

/** aws/eks-distro-build-tooling publishes each manifest below the folder of its channel. */
function eksdManifestUrl(channel: string, name: string): string {
  return new URL(`/kubernetes-${channel}/${name}.yaml`, 'https://distro.eks.amazonaws.com').href;
}

/** The folder of the archive is the tag of the CLI: `…/image-builder/v0.7.0/image-builder-linux-amd64.tar.gz`. */
function withVersion(archive: VerifiableArchive): ImageBuilderArchive {
  const [folder, version = ''] = new URL(archive.uri).pathname.split('/').slice(-3);
  return folder === 'image-builder' && /^v?\d/.test(version) ? { ...archive, version } : archive;
}
