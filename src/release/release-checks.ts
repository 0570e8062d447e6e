import { ActionError } from '../action-error.ts';
import { placeOf, printable } from '../net/printable-url.ts';
import { type Bundle, differingManifestUrls } from './bundle.ts';
import type { SignaturePolicy, SignatureStatus } from './eksa-release.ts';
import type { Source } from './published-document.ts';
import type { ReleaseEntry } from './release-manifest.ts';
import { signatureAnnotation, verifyBundleSignature } from './signature.ts';
import { firstSignedVersion, newestKnownPatches, newestKnownRelease } from './trust-anchors.ts';
import {
  compareCores,
  compareVersions,
  isDevelopmentBuild,
  parseVersion,
  type RequestedVersion,
} from './version.ts';

/** Whoever can alter the unsigned manifest could otherwise hand out an old, signed, vulnerable release as the newest. */
export function refuseRollback(requested: RequestedVersion, entry: ReleaseEntry, manifestUrl: string): void {
  if (requested.kind === 'exact' || requested.kind === 'dev') return;
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

export function checkSignature(
  document: unknown,
  source: Source,
  entry: ReleaseEntry,
  {
    verifySignature,
    bundlePublicKey,
  }: { readonly verifySignature: SignaturePolicy; readonly bundlePublicKey: string },
): SignatureStatus {
  if (verifySignature === 'skip') return 'skipped';
  const absent = signatureAnnotation(document) === undefined;
  if (verifySignature === 'auto' && absent && !isSignatureDue(entry.version)) return 'unsigned';
  if (absent && !isSignatureDue(entry.version)) {
    throw new ActionError(
      `The bundle of ${entry.version} is not signed: ${placeOf(source.url, source.mirror)}`,
      {
        why: `AWS signs bundles from ${firstSignedVersion} on, and \`verify-signature\` is \`require\`.`,
        fix: `Choose ${firstSignedVersion} or newer, or set \`verify-signature: auto\` to accept older releases without a signature.`,
      },
    );
  }
  verifyBundleSignature(document, bundlePublicKey, `the bundle at ${placeOf(source.url, source.mirror)}`);
  return 'verified';
}

function isSignatureDue(version: string): boolean {
  return parseVersion(version) === undefined || compareVersions(version, firstSignedVersion) >= 0;
}

/** `latest` and a line must be the newest, which only a signature can show; other releases were named. */
export function refuseUnsigned({ version }: ReleaseEntry, requested: RequestedVersion): void {
  if (requested.kind === 'exact' || requested.kind === 'dev') return;
  throw new ActionError(
    `\`eks-a-version: ${asWritten(requested)}\` leads to ${version}, whose bundle is not signed.`,
    {
      why: `AWS signs bundles from ${firstSignedVersion} on; without a signature nothing proves that this is the newest one.`,
      fix: `Name the release exactly: \`eks-a-version: ${version}\`.`,
    },
  );
}

function asWritten(requested: Extract<RequestedVersion, { kind: 'latest' | 'line' }>): string {
  return requested.kind === 'line' ? requested.line : 'latest';
}

/** A right signature proves that AWS made the bundle, not that it is the one that was asked for. */
export function bindToRequest(bundle: Bundle, entry: ReleaseEntry, source: Source): void {
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
    `The bundle at ${placeOf(source.url, source.mirror)} is not that of EKS Anywhere ${entry.version}.`,
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

/** What the user should know about how far the release can be trusted. */
export function releaseNotes(
  document: unknown,
  bundle: Bundle,
  { signature, entry }: { readonly signature: SignatureStatus; readonly entry: ReleaseEntry },
): readonly string[] {
  return [
    ...(isDevelopmentBuild(entry.version)
      ? [
          `${entry.version} is a development build of EKS Anywhere: not released, not supported, not for clusters that matter.`,
        ]
      : []),
    ...signatureNotes(signature, entry.version),
    ...manifestUrlNotes(document, bundle),
  ];
}

function signatureNotes(signature: SignatureStatus, version: string): readonly string[] {
  if (signature === 'unsigned') {
    return [
      isDevelopmentBuild(version)
        ? `The bundle of ${version} carries no signature; only TLS protects it.`
        : `The bundle of ${version} carries no signature, since AWS signs from ${firstSignedVersion} on; only TLS protects it.`,
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
