import { ActionError } from '../action-error.ts';
import type { Log } from '../log.ts';
import { type Certificates, collectCertificates } from '../net/certificates.ts';
import { createHttpClient, type HttpClient } from '../net/http-client.ts';
import { describeMirrors, type Mirrors } from '../net/mirrors.ts';
import type { EksaRelease, SignaturePolicy } from '../release/eksa-release.ts';
import { openManifestTarball } from '../release/manifest-tarball.ts';
import { type Resolution, resolveRelease } from '../release/resolve.ts';
import type { RequestedVersion } from '../release/version.ts';
import type { Secrets } from '../runner/secrets.ts';
import { refuseIdleMirrors } from './mirror-hosts.ts';

/** The release inputs as {@link releaseInputs} parses them. */
export interface ReleaseRequest {
  readonly 'eks-a-version': RequestedVersion;
  readonly 'verify-signature': SignaturePolicy;
  readonly 'bundle-public-key'?: string | undefined;
  readonly 'release-manifest-url': string;
  readonly mirrors: Mirrors;
  readonly 'ca-bundle'?: string | undefined;
  readonly 'dev-branch'?: string | undefined;
  readonly 'manifest-tarball'?: string | undefined;
  /** Of Bottlerocket's repository, where an action fetches from there. */
  readonly 'metadata-url'?: URL | undefined;
  readonly 'targets-url'?: URL | undefined;
}

export interface Network {
  readonly http: HttpClient;
  readonly certificates: Certificates;
  readonly mirrors: Mirrors;
}

/** A release and the means to fetch what it names. */
export interface FetchedRelease extends Resolution, Network {}

/** The way out, with what the runner says of proxies and certificates. */
export async function openNetwork(request: ReleaseRequest, log: Log, secrets: Secrets): Promise<Network> {
  refuseBranchOfRelease(request);
  refuseIdleMirrors(request.mirrors, ownUrlsOf(request));
  for (const name of ['https_proxy', 'http_proxy', 'all_proxy']) {
    secrets.addUserInfo(process.env[name] ?? '');
    secrets.addUserInfo(process.env[name.toUpperCase()] ?? '');
  }
  secrets.addUserInfo(request['release-manifest-url']);
  const { mirrors } = request;
  for (const base of mirrors.values()) secrets.addUserInfo(base.href);
  for (const sentence of describeMirrors(mirrors)) log.info(sentence);
  const caBundle = request['ca-bundle'];
  const certificates = await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) });
  const http = createHttpClient({
    proxyEnvironment: process.env,
    certificates,
    userAgent: 'eks-anywhere-node-images',
    mirrors,
    onRetry: ({ what, reason, delayMs }) =>
      log.info(`${what}: ${reason}; trying again in ${Math.ceil(delayMs / 1000)} s`),
  });
  return { http, certificates, mirrors };
}

/** Resolves the release that the inputs ask for and says in the log how far it can be trusted. */
export async function fetchRelease(
  request: ReleaseRequest,
  log: Log,
  secrets: Secrets,
  network?: Network,
): Promise<FetchedRelease> {
  const { http, certificates, mirrors } = network ?? (await openNetwork(request, log, secrets));
  const publicKey = request['bundle-public-key'];
  const tarball = request['manifest-tarball'];
  const resolution = await resolveRelease({
    requested: request['eks-a-version'],
    releaseManifestUrl: request['release-manifest-url'],
    verifySignature: request['verify-signature'],
    ...(publicKey && { bundlePublicKey: publicKey }),
    ...(request['dev-branch'] && { devBranch: request['dev-branch'] }),
    ...(tarball && { files: await openManifestTarball(tarball) }),
    http,
  });
  sayTrust(resolution.release, log);
  return { ...resolution, http, certificates, mirrors };
}

function ownUrlsOf(request: ReleaseRequest): readonly string[] {
  const urls = [request['metadata-url'], request['targets-url']];
  return [request['release-manifest-url'], ...urls.flatMap((url) => url?.href ?? [])];
}

function refuseBranchOfRelease({ 'dev-branch': branch, 'eks-a-version': requested }: ReleaseRequest): void {
  if (branch === undefined || requested.kind === 'dev') return;
  throw new ActionError('`dev-branch` is given, but `eks-a-version` is not `dev`.', {
    fix: 'Set `eks-a-version: dev`, or leave `dev-branch` out.',
  });
}

function sayTrust(release: EksaRelease, log: Log): void {
  log.info(`EKS Anywhere ${release.version}, bundle ${release.bundleNumber} (${release.bundleManifestUrl})`);
  log.info(`Release channels: ${release.channels.map(({ name }) => name).join(', ')}`);
  if (release.signature === 'verified') log.info('The signature of the bundle is valid.');
  for (const note of release.notes) log.warning(note);
}
