import { createHash } from 'node:crypto';
import * as z from 'zod';
import { placeOf } from '../net/printable-url.ts';
import type { ContainerImage } from './container-images.ts';
import type { ReleaseChannel, SignatureStatus } from './eksa-release.ts';
import { checkShape, type PublishedFile, parsePublished, type Source } from './published-document.ts';
import { verifyEksdSignature } from './signature.ts';

/** What is used of an EKS Distro manifest. Upstream: aws/eks-distro-build-tooling release/api/v1alpha1. */
export interface EksdManifest {
  /** Whether its name, channel and number are signed; its components never are. `unavailable`: see `problem`. */
  readonly signature: SignatureStatus | 'unavailable';
  readonly problem?: string;
  readonly images: readonly ContainerImage[];
  /** sha256 over what the release consists of: the checksum of each archive, the name of each image. */
  readonly componentsDigest?: string;
  /** Of the manifest as it was served; lower-case hex. */
  readonly sha256?: string;
}

export function eksdManifestSource(url: string): Source {
  return { what: 'The EKS Distro manifest', url, maxBytes: 4 * 1024 * 1024 };
}

export interface EksdVerification {
  readonly channel: ReleaseChannel;
  /** From the bundle's annotation; from v0.22.3 on. */
  readonly signature: string | undefined;
  /** Any one of them may have signed it. */
  readonly publicKeys: readonly string[];
  readonly policy: 'check' | 'skip';
}

/** Nothing that is built or fetched rests on the manifest, so doing without it is no reason to fail. */
export function unavailableManifest(problem: string): EksdManifest {
  return { signature: 'unavailable', problem, images: [] };
}

/**
 * Reads the EKS Distro manifest of a channel. Where the bundle carries a signature for it, that must be right; another
 * manifest than the one that the bundle names is not used.
 *
 * @throws ActionError
 */
export async function readEksdManifest(
  { text, source }: PublishedFile,
  options: EksdVerification,
): Promise<EksdManifest> {
  const { channel, signature, publicKeys, policy } = options;
  const document = await parsePublished(text, source);
  // First of all: the signature of the bundle is for the release that it names, and would only say "wrong".
  const name = nameType.safeParse(document).data?.metadata.name ?? channel.eksdRelease;
  if (name !== channel.eksdRelease) return otherRelease(name, channel, source);
  if (policy === 'check' && signature !== undefined) verifyWithAny(document, signature, publicKeys, source);
  const { metadata, spec, status } = checkShape(eksdType, document, source);
  if (spec.channel !== channel.name)
    return otherRelease(`${metadata.name} (${spec.channel})`, channel, source);
  return {
    componentsDigest: digestOf(status.components),
    sha256: createHash('sha256').update(text).digest('hex'),
    signature: policy === 'skip' ? 'skipped' : signature === undefined ? 'unsigned' : 'verified',
    images: status.components.flatMap(({ assets }) =>
      assets.flatMap(({ name, image }) =>
        image?.uri
          ? [
              {
                uri: image.uri,
                ...(image.imageDigest && { digest: image.imageDigest }),
                ...(name && { name }),
                channels: [channel.name],
                from: 'eks-distro' as const,
                authenticated: false,
              },
            ]
          : [],
      ),
    ),
  };
}

function otherRelease(name: string, channel: ReleaseChannel, { what, url, mirror }: Source): EksdManifest {
  return unavailableManifest(
    `${what} at ${placeOf(url, mirror)} is that of ${name}, but the bundle names ${channel.eksdRelease}.`,
  );
}

const nameType = z.object({ metadata: z.object({ name: z.string() }) });

const eksdType = z.object({
  kind: z.literal('Release', { error: 'is not "Release"' }),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ channel: z.string() }),
  status: z.object({
    components: z.array(
      z.object({
        name: z.string().nullish(),
        gitTag: z.string().nullish(),
        assets: z
          .array(
            z.object({
              name: z.string().nullish(),
              archive: z.object({ sha256: z.string().nullish() }).nullish(),
              image: z.object({ uri: z.string().nullish(), imageDigest: z.string().nullish() }).nullish(),
            }),
          )
          .nullish()
          .transform((assets) => assets ?? []),
      }),
    ),
  }),
});

/** It does not change with the order of the manifest, its addresses or its date. */
function digestOf(components: z.output<typeof eksdType>['status']['components']): string {
  const lines = components.flatMap(({ name, gitTag, assets }) =>
    assets.map((asset) =>
      [name, gitTag, asset.name, asset.archive?.sha256, asset.image?.uri].map((part) => part ?? '').join(' '),
    ),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

function verifyWithAny(document: unknown, signature: string, keys: readonly string[], source: Source): void {
  const failures = keys.map((key): unknown => {
    try {
      verifyEksdSignature(
        document,
        signature,
        key,
        `the EKS Distro manifest at ${placeOf(source.url, source.mirror)}`,
      );
      return undefined;
    } catch (error) {
      return error;
    }
  });
  if (!failures.includes(undefined)) throw failures[0];
}
