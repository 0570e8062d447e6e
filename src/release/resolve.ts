import { createHash } from 'node:crypto';
import { ActionError, errorMessage } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import type { HttpClient } from '../net/http-client.ts';
import { parseBundleDocument, readBundle } from './bundle.ts';
import { type CliArchive, cliArchivesOf } from './cli-archives.ts';
import { bundleImages, type ContainerImage } from './container-images.ts';
import type { EksaRelease, ReleaseChannel, SignaturePolicy } from './eksa-release.ts';
import { type EksdManifest, readEksdManifest, unavailableManifest } from './eksd-manifest.ts';
import { type HookOs, hookOsOf } from './hook-os.ts';
import { filesFromWeb, type PublishedFiles } from './published-files.ts';
import {
  bindToRequest,
  checkSignature,
  refuseRollback,
  refuseUnsigned,
  releaseNotes,
} from './release-checks.ts';
import { findRelease, parseReleaseManifest } from './release-manifest.ts';
import { eksdSignature } from './signature.ts';
import {
  bundlePublicKey as awsBundlePublicKey,
  developmentManifestUrl,
  eksdPublicKey,
  newestKnownRelease,
  productionReleaseManifestUrl,
} from './trust-anchors.ts';
import { branchOf, newerOf, type RequestedVersion } from './version.ts';

export interface ResolveOptions {
  readonly requested: RequestedVersion;
  /** Default: that of AWS, for releases or for development builds. */
  readonly releaseManifestUrl?: string;
  /** Of a development build; default: the main branch. */
  readonly devBranch?: string;
  readonly verifySignature: SignaturePolicy;
  /** Base64 of DER SPKI, or PEM; default: the key of AWS. */
  readonly bundlePublicKey?: string;
  readonly http: Pick<HttpClient, 'getText'> & Partial<Pick<HttpClient, 'mirrorOf'>>;
  /** Manifests that are at hand; then nothing is requested. */
  readonly files?: PublishedFiles;
}

/** A release, and what else was found on the way to it. */
export interface Resolution {
  readonly release: EksaRelease;
  readonly unsigned: UnsignedFacts;
  /**
   * Fetches the EKS Distro manifest of a channel.
   *
   * @throws ActionError when its signature is wrong, or it is no manifest.
   */
  eksdManifest(channel: ReleaseChannel): Promise<EksdManifest>;
  /** Of the bundle as it was served; lower-case hex. */
  readonly bundleSha256: string;
}

/** What stands in the release manifest, which is not signed, or in the parts of a bundle that its signature leaves out. */
export interface UnsignedFacts {
  /** The newest release that the manifest has, or that was known when this suite was built. */
  readonly newestVersion: string;
  readonly cli: readonly CliArchive[];
  readonly hookOs: HookOs;
  readonly images: readonly ContainerImage[];
}

/**
 * Finds a release, fetches its bundle, verifies it, and makes sure that it is the bundle of that release. Nothing
 * of the bundle is used before its signature has been checked.
 *
 * @throws ActionError
 */
export async function resolveRelease(options: ResolveOptions): Promise<Resolution> {
  const { requested, verifySignature, bundlePublicKey = awsBundlePublicKey } = options;
  const releaseManifestUrl = manifestUrlOf(options);
  const files = options.files ?? filesFromWeb(options.http, releaseManifestUrl);
  const listed = await files.releaseManifest();
  const manifest = await parseReleaseManifest(listed.text, listed.source);
  const entry = findRelease(manifest, requested);
  refuseRollback(requested, entry, listed.source.url);

  const { text, source } = await files.bundle(entry);
  const document = await parseBundleDocument(text, source);
  const signature = checkSignature(document, source, entry, { verifySignature, bundlePublicKey });
  if (signature === 'unsigned') refuseUnsigned(entry, requested);
  const bundle = readBundle(document, source);
  bindToRequest(bundle, entry, source);

  return {
    release: {
      version: entry.version,
      bundleNumber: bundle.number,
      bundleManifestUrl: entry.bundleManifestUrl,
      releaseManifestUrl,
      signature,
      buildToolingCommit: bundle.buildToolingCommit,
      ...(bundle.imageBuilder && { imageBuilder: bundle.imageBuilder }),
      channels: bundle.channels,
      notes: releaseNotes(document, bundle, { signature, entry }),
    },
    unsigned: {
      newestVersion: newerOf(manifest.latestVersion, newestKnownRelease.version),
      cli: cliArchivesOf(entry.cli),
      hookOs: hookOsOf(document),
      images: bundleImages(document, signature),
    },
    bundleSha256: createHash('sha256').update(text).digest('hex'),
    eksdManifest: (channel) =>
      files.eksdManifest(channel).then(
        (file) =>
          readEksdManifest(file, {
            channel,
            signature: eksdSignature(document, channel.name),
            // Whoever signs a bundle anew may sign these with the same key, or leave them as AWS signed them.
            publicKeys: [eksdPublicKey, ...(options.bundlePublicKey ? [options.bundlePublicKey] : [])],
            policy: verifySignature === 'skip' ? 'skip' : 'check',
          }),
        (error: unknown) => unavailableManifest(errorMessage(error)),
      ),
  };
}

/** `release-manifest-url` has a default of its own, which is that of releases. */
function manifestUrlOf({ requested, devBranch, releaseManifestUrl }: ResolveOptions): string {
  const isOwn = releaseManifestUrl !== undefined && releaseManifestUrl !== productionReleaseManifestUrl;
  if (isOwn) return releaseManifestUrl;
  if (requested.kind !== 'dev') return productionReleaseManifestUrl;
  return developmentManifestUrl(devBranch ?? (requested.version && branchOf(requested.version)));
}

/**
 * @throws ActionError that lists the channels of the release.
 */
export function findChannel(release: EksaRelease, channel: string): ReleaseChannel {
  const found = release.channels.find(({ name }) => name === channel);
  if (found !== undefined) return found;
  const names = release.channels.map(({ name }) => name);
  const nearest = nearestMatch(channel, names);
  throw new ActionError(`EKS Anywhere ${release.version} has no release channel ${channel}.`, {
    problems: [`It has ${names.join(', ')}.`],
    fix: `Choose one of them for \`release-channel\`${nearest ? `, perhaps ${nearest}` : ''}, or another \`eks-a-version\`.`,
  });
}
