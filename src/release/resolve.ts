import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import type { HttpClient } from '../net/http-client.ts';
import { printable } from '../net/printable-url.ts';
import {
  type Bundle,
  bundleSource,
  differingManifestUrls,
  parseBundleDocument,
  readBundle,
} from './bundle.ts';
import type { EksaRelease, ReleaseChannel, SignaturePolicy, SignatureStatus } from './eksa-release.ts';
import type { Source } from './published-document.ts';
import {
  findRelease,
  parseReleaseManifest,
  type ReleaseEntry,
  releaseManifestSource,
} from './release-manifest.ts';
import { signatureAnnotation, verifyBundleSignature } from './signature.ts';
import {
  bundlePublicKey as awsBundlePublicKey,
  firstSignedVersion,
  newestKnownPatches,
  newestKnownRelease,
  productionReleaseManifestUrl,
} from './trust-anchors.ts';
import { compareCores, compareVersions, parseVersion, type RequestedVersion } from './version.ts';

export interface ResolveOptions {
  readonly requested: RequestedVersion;
  readonly releaseManifestUrl?: string;
  readonly verifySignature: SignaturePolicy;
  /** Base64 of DER SPKI, or PEM; default: the key of AWS. */
  readonly bundlePublicKey?: string;
  readonly http: Pick<HttpClient, 'getText'>;
}

/**
 * Finds a release, fetches its bundle, verifies it, and makes sure that it is the bundle of that release. Nothing
 * of the bundle is used before its signature has been checked.
 *
 * @throws ActionError
 */
export async function resolveRelease(options: ResolveOptions): Promise<EksaRelease> {
  const { http, requested, releaseManifestUrl = productionReleaseManifestUrl } = options;
  const manifestSource = releaseManifestSource(releaseManifestUrl);
  const manifest = parseReleaseManifest(
    await http.getText(releaseManifestUrl, manifestSource),
    manifestSource,
  );
  const entry = findRelease(manifest, requested);
  refuseRollback(requested, entry, releaseManifestUrl);

  const source = bundleSource(entry.bundleManifestUrl);
  const document = parseBundleDocument(await http.getText(entry.bundleManifestUrl, source), source);
  const signature = checkSignature(document, source, entry, options);
  if (requested.kind !== 'exact' && signature === 'unsigned') throw refuseUnsigned(entry, requested);
  const bundle = readBundle(document, source);
  bindToRequest(bundle, entry, source);

  return {
    version: entry.version,
    bundleNumber: bundle.number,
    bundleManifestUrl: entry.bundleManifestUrl,
    releaseManifestUrl,
    signature,
    buildToolingCommit: bundle.buildToolingCommit,
    ...(bundle.imageBuilder && { imageBuilder: bundle.imageBuilder }),
    channels: bundle.channels,
    notes: [...signatureNotes(signature, entry.version), ...manifestUrlNotes(document, bundle)],
  };
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

/** Whoever can alter the unsigned manifest could otherwise hand out an old, signed, vulnerable release as the newest. */
function refuseRollback(requested: RequestedVersion, entry: ReleaseEntry, manifestUrl: string): void {
  if (requested.kind === 'exact') return;
  const floor = requested.kind === 'latest' ? newestKnownRelease.version : newestKnownPatches[requested.line];
  if (parseVersion(entry.version) === undefined) {
    throw new ActionError(
      `The release manifest at ${printable(manifestUrl)} names "${entry.version}" as the latest version.`,
    );
  }
  if (floor === undefined || compareVersions(entry.version, floor) >= 0) return;
  throw new ActionError(
    `\`eks-a-version: ${asWritten(requested)}\` leads to ${entry.version}, although ${floor} was published before. It is refused as a rollback.`,
    {
      why: `The release manifest at ${printable(manifestUrl)} is not signed and does not know ${floor}: it is a stale mirror, or was altered.`,
      fix: `Bring the mirror up to date, or name the release exactly: \`eks-a-version: ${entry.version}\`.`,
    },
  );
}

function checkSignature(
  document: unknown,
  source: Source,
  entry: ReleaseEntry,
  { verifySignature, bundlePublicKey = awsBundlePublicKey }: ResolveOptions,
): SignatureStatus {
  if (verifySignature === 'skip') return 'skipped';
  const absent = signatureAnnotation(document) === undefined;
  if (verifySignature === 'auto' && absent && !isSignatureDue(entry.version)) return 'unsigned';
  if (absent && !isSignatureDue(entry.version)) {
    throw new ActionError(`The bundle of ${entry.version} is not signed: ${printable(source.url)}`, {
      why: `AWS signs bundles from ${firstSignedVersion} on, and \`verify-signature\` is \`require\`.`,
      fix: `Choose ${firstSignedVersion} or newer, or set \`verify-signature: auto\` to accept older releases without a signature.`,
    });
  }
  verifyBundleSignature(document, bundlePublicKey, `the bundle at ${printable(source.url)}`);
  return 'verified';
}

function isSignatureDue(version: string): boolean {
  return parseVersion(version) === undefined || compareVersions(version, firstSignedVersion) >= 0;
}

function refuseUnsigned({ version }: ReleaseEntry, requested: RequestedVersion): ActionError {
  return new ActionError(
    `\`eks-a-version: ${asWritten(requested)}\` leads to ${version}, whose bundle is not signed.`,
    {
      why: `AWS signs bundles from ${firstSignedVersion} on; without a signature nothing proves that this is the newest one.`,
      fix: `Name the release exactly: \`eks-a-version: ${version}\`.`,
    },
  );
}

function asWritten(requested: RequestedVersion): string {
  switch (requested.kind) {
    case 'latest':
      return 'latest';
    case 'line':
      return requested.line;
    case 'exact':
      return requested.version;
  }
}

/** A right signature proves that AWS made the bundle, not that it is the one that was asked for. */
function bindToRequest(bundle: Bundle, entry: ReleaseEntry, source: Source): void {
  const { name, number, cliMinVersion, cliMaxVersion } = bundle;
  const problems: string[] = [];
  if (number !== entry.number) problems.push(`its number is ${number}, not ${entry.number}`);
  if (name !== `bundles-${entry.number}`) problems.push(`its name is ${name}, not bundles-${entry.number}`);
  if (!isWithin(entry.version, cliMinVersion, cliMaxVersion)) {
    const versions = cliMinVersion === cliMaxVersion ? cliMinVersion : `${cliMinVersion} to ${cliMaxVersion}`;
    problems.push(`it is for EKS Anywhere ${versions || '(none)'}, not for ${entry.version}`);
  }
  if (problems.length === 0) return;
  throw new ActionError(
    `The bundle at ${printable(source.url)} is not that of EKS Anywhere ${entry.version}.`,
    {
      problems,
      why: 'The bundle of another release is served in its place: the mirror is stale or mixed up, or someone is rolling this release back.',
      fix: 'Check the address of the bundle in the release manifest, and what the mirror has stored there.',
    },
  );
}

function isWithin(version: string, min: string, max: string): boolean {
  if (![version, min, max].every((text) => parseVersion(text))) return false;
  return compareCores(min, version) <= 0 && compareCores(version, max) <= 0;
}

function signatureNotes(signature: SignatureStatus, version: string): readonly string[] {
  if (signature === 'unsigned') {
    return [
      `The bundle of ${version} carries no signature, since AWS signs from ${firstSignedVersion} on; only TLS protects it.`,
    ];
  }
  return signature === 'skipped'
    ? ['The signature of the bundle was not checked, as `verify-signature: skip` asks.']
    : [];
}

function manifestUrlNotes(document: unknown, { channels }: Bundle): readonly string[] {
  return [...differingManifestUrls(document, channels)].map(
    ([channel, url]) =>
      `Channel ${channel}: the bundle names the EKS Distro manifest ${url}, which its signature does not cover; the address that follows from the signed name is used instead.`,
  );
}
