import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { artifactBytes } from './artifact-bytes.ts';
import type { StoredArtifact } from './artifact-service.ts';
import {
  type BuildToolingRepository,
  type ChangedFiles,
  createBuildToolingRepository,
  rootChecksumFile,
} from './build-tooling-repository.ts';
import { asDevelopmentBundle, bundleManifest, type Contents } from './bundle-manifest.ts';
import { type BundleSigner, createBundleSigner } from './bundle-signer.ts';
import { type CertificateAuthority, createCertificateAuthority } from './certificates.ts';
import { eksdManifest } from './eksd-manifest.ts';
import { type Fault, FaultBoard, type FaultMatch } from './faults.ts';
import { anywhereAssets } from './hosts/anywhere-assets.ts';
import {
  apiGithub,
  apiHost,
  artifactStorage,
  artifactStorageHost,
  emptyGitHub,
  firstRun,
  type GitHubState,
  publishedArtifacts,
} from './hosts/api-github.ts';
import { bottlerocketCache, newestRoot } from './hosts/bottlerocket-cache.ts';
import {
  type BottlerocketRepositories,
  bottlerocketRepositories,
  bundledBottlerocket,
} from './hosts/bottlerocket-updates.ts';
import { devAssetsHost, devReleaseAssets } from './hosts/dev-release-assets.ts';
import { eksDistro } from './hosts/eks-distro.ts';
import { github } from './hosts/github.ts';
import {
  hashicorpHost,
  hashicorpReleases,
  type PackerReleases,
  packerReleases,
} from './hosts/hashicorp-releases.ts';
import { rawGithubusercontent } from './hosts/raw-githubusercontent.ts';
import { ubuntuReleases } from './hosts/ubuntu-releases.ts';
import type { BoxRequest, HostHandler } from './http-exchange.ts';
import { type ImageBuilderTarball, imageBuilderTarballs } from './image-builder-tarball.ts';
import { assetsHost, bundleUrl, eksdHost, type Manifest } from './manifest.ts';
import { type ProxiedHost, startProxy } from './proxy.ts';
import { type EksdName, ReleaseHistory } from './release-history.ts';
import { releaseManifest } from './release-manifest.ts';
import { startResultsService } from './results-service.ts';

export type { StoredArtifact } from './artifact-service.ts';
export type { Fault, FaultMatch } from './faults.ts';
export type { BoxRequest } from './http-exchange.ts';
export { resultsHost } from './results-service.ts';

export interface BoxOptions {
  /** A folder that the box may fill. It is left behind. */
  readonly scratch: string;
  /** A real image-builder binary, shipped in the tarballs instead of the stand-in. */
  readonly imageBuilderCli?: string;
  /** Whether commits of the build tooling record the sum of the box's root.json, and not of AWS's. */
  readonly recordsRoot?: boolean;
}

/** The internet in a box: a stand-in, on loopback, for every host that the suite talks to. */
export interface Box extends AsyncDisposable {
  readonly proxyUrl: string;
  /** PEM file of the authority that the TLS-intercepting proxy signs with. */
  readonly interceptingCa: string;
  /** PEM file of the authority behind the hosts that the proxy tunnels without interception. */
  readonly publicCa: string;
  /** Of the key that signs the box's bundles: base64 of DER SPKI. */
  readonly bundlePublicKey: string;
  /** `release-0.26` → commit of the stand-in build-tooling repository. */
  readonly buildToolingCommits: ReadonlyMap<string, string>;
  /** Bottlerocket's TUF repositories, signed by keys of the box. */
  readonly bottlerocket: Pick<BottlerocketRepositories, 'root' | 'disk' | 'republish'>;
  /** What releases.hashicorp.com has, and the files of releases on github.com. */
  readonly packerReleases: PackerReleases;
  readonly resultsUrl: string;
  readonly runtimeToken: string;
  /** What a process needs to live in the box as on a runner; the intercepting authority is not in it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly requests: readonly BoxRequest[];
  /** Hosts that were asked for and refused. */
  readonly unknownHosts: ReadonlySet<string>;
  /** Finalized artifacts by name. */
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  /** What the REST API knows of earlier runs. */
  readonly gitHub: GitHubState;
  /**
   * What the run has uploaded so far shows in the REST API, as it does on GitHub at once. The stand-in of the run's own
   * service knows no expiry.
   */
  publishArtifacts(): void;
  /**
   * Begins another run: what was uploaded so far is that of an earlier one, and its names are free again. Returns the
   * id for `GITHUB_RUN_ID`.
   */
  nextRun(): number;
  readonly currentRun: number;
  /** Adds a fault; returns what removes it. Of several that match, the one added first strikes. */
  fault(match: FaultMatch, fault: Fault): () => void;
  /** Sets the switches of the stand-in build-tooling; `{}` clears them. */
  standIn(switches: Readonly<Record<string, string>>): void;
  release(version: string): { readonly bundleNumber: number; readonly bundleUrl: string };
}

/** As sha512sum(1) writes it. */
async function recordedRoot({ root }: Pick<BottlerocketRepositories, 'root'>): Promise<ChangedFiles> {
  const sum = createHash('sha512')
    .update(await root(newestRoot))
    .digest('hex');
  return new Map([[rootChecksumFile, Buffer.from(`${sum}  root.json\n`)]]);
}

/** Starts a box. Disposing of it closes every connection at once. */
export async function startBox(options: BoxOptions): Promise<Box> {
  const scratch = path.resolve(options.scratch);
  await mkdir(scratch, { recursive: true });
  const switchesFile = path.join(scratch, 'switches.mk');
  const gitRoot = path.join(scratch, 'git');
  const bottlerocket = bottlerocketRepositories();
  const changedFiles = options.recordsRoot ? await recordedRoot(bottlerocket) : undefined;
  const [history, interception, publicAuthority, tarball, gitExecPath, repository, packer] =
    await Promise.all([
      ReleaseHistory.load(),
      createCertificateAuthority('Box intercepting proxy'),
      createCertificateAuthority('Box public authority'),
      imageBuilderTarballs(options.imageBuilderCli),
      promisify(execFile)('git', ['--exec-path']).then(({ stdout }) => stdout.trim()),
      createBuildToolingRepository(
        path.join(gitRoot, 'aws', 'eks-anywhere-build-tooling.git'),
        switchesFile,
        changedFiles,
      ),
      packerReleases(),
    ]);
  const interceptingCa = path.join(scratch, 'intercepting-ca.pem');
  const publicCa = path.join(scratch, 'public-ca.pem');
  await Promise.all([
    writeFile(interceptingCa, interception.pem),
    writeFile(publicCa, publicAuthority.pem),
    writeFile(switchesFile, ''),
  ]);

  const signer = createBundleSigner();
  const context = { requests: [] as BoxRequest[], faults: new FaultBoard() };
  const unknownHosts = new Set<string>();
  const gitHub = emptyGitHub();
  const hosts = createHosts({
    history,
    interception,
    publicAuthority,
    tarball,
    gitRoot,
    gitExecPath,
    repository,
    signer,
    bottlerocket,
    gitHub,
    packer,
  });
  const proxy = await startProxy(hosts, unknownHosts, context);
  let run = firstRun;
  const publishArtifacts = () => {
    gitHub.artifacts.push(...publishedArtifacts(results.artifacts.values(), gitHub, run));
  };
  const results = await startResultsService(path.join(scratch, 'blobs'), context);

  return {
    proxyUrl: proxy.url,
    interceptingCa,
    publicCa,
    bundlePublicKey: signer.publicKey,
    bottlerocket,
    buildToolingCommits: repository.commits,
    packerReleases: packer,
    resultsUrl: `${results.url}/`,
    runtimeToken: results.token,
    environment: {
      https_proxy: proxy.url,
      http_proxy: proxy.url,
      no_proxy: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: publicCa,
      ACTIONS_RESULTS_URL: `${results.url}/`,
      ACTIONS_RUNTIME_TOKEN: results.token,
      ACTIONS_CACHE_SERVICE_V2: '1',
    },
    requests: context.requests,
    unknownHosts,
    artifacts: results.artifacts,
    gitHub,
    publishArtifacts,
    get currentRun() {
      return run;
    },
    nextRun() {
      publishArtifacts();
      results.forgetArtifacts();
      run += 1;
      return run;
    },
    fault: (match, fault) => context.faults.add(match, fault),
    standIn(switches) {
      const lines = Object.entries(switches).map(([name, value]) => `export ${name} = ${value}\n`);
      writeFileSync(switchesFile, lines.join(''));
    },
    release(version) {
      const number = history.find(version)?.number;
      if (number === undefined) throw new Error(`the box has no release ${version}`);
      return { bundleNumber: number, bundleUrl: bundleUrl(number) };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([proxy.close(), results.close()]);
    },
  };
}

interface HostParts {
  readonly history: ReleaseHistory;
  readonly interception: CertificateAuthority;
  readonly publicAuthority: CertificateAuthority;
  readonly tarball: ImageBuilderTarball;
  /** The folder of `aws/eks-anywhere-build-tooling.git`. */
  readonly gitRoot: string;
  readonly gitExecPath: string;
  readonly repository: BuildToolingRepository;
  readonly signer: BundleSigner;
  readonly bottlerocket: BottlerocketRepositories;
  readonly gitHub: GitHubState;
  readonly packer: PackerReleases;
}

/** Manifests are made when they are first asked for: a test needs few of them. */
function createHosts(parts: HostParts): Map<string, ProxiedHost> {
  const { history, repository } = parts;
  const contents = cdnContents(history, parts.tarball);
  const bundle = remembered(async (number: number): Promise<Manifest | undefined> => {
    const release = history.byNumber(number);
    const commit = release && repository.commits.get(`release-${release.line}`);
    if (!release || commit === undefined) return undefined;
    return bundleManifest(release, {
      history,
      buildToolingCommit: commit,
      contents,
      signer: parts.signer,
    });
  });
  const eksd = remembered(async (name: string): Promise<Manifest | undefined> => {
    const [channel = '', number] = name.split('/');
    const build: EksdName = { channel, number: Number(number) };
    return history.knowsEksd(build) ? eksdManifest(build, history) : undefined;
  });
  const developmentBundle = remembered(async (_name: 'newest') => {
    const newest = await bundle(history.find('v0.26.1')?.number ?? 0);
    return asDevelopmentBundle(newest?.text ?? '', parts.signer);
  });
  const releases = remembered(async (_name: 'all') => releaseManifest(history));
  const assets = anywhereAssets({ releaseManifest: () => releases('all'), bundle, contents });
  const published = hashicorpReleases(parts.packer);
  const intercepted = (handler: HostHandler) => ({ handler, authority: parts.interception });
  return new Map([
    [assetsHost, intercepted(assets)],
    [devAssetsHost, intercepted(devReleaseAssets(() => developmentBundle('newest')))],
    ['github.com', intercepted(github(parts.gitRoot, parts.gitExecPath, published))],
    [hashicorpHost, intercepted(published)],
    [apiHost, intercepted(apiGithub(parts.gitHub))],
    [artifactStorageHost, intercepted(artifactStorage(parts.gitHub))],
    ['raw.githubusercontent.com', intercepted(rawGithubusercontent(repository.gitDir))],
    ['releases.ubuntu.com', intercepted(ubuntuReleases())],
    ['updates.bottlerocket.aws', intercepted(parts.bottlerocket.handler)],
    ['cache.bottlerocket.aws', intercepted(bottlerocketCache(parts.bottlerocket))],
    // Split tunnelling: this host's certificate is its own, and the proxy's authority is no help with it.
    [
      eksdHost,
      {
        handler: eksDistro(({ channel, number }) => eksd(`${channel}/${number}`)),
        authority: parts.publicAuthority,
      },
    ],
  ]);
}

/** The image-builder tarball and Bottlerocket are real; what else a bundle names has bytes made from its URI. */
function cdnContents(history: ReleaseHistory, tarball: ImageBuilderTarball): Contents {
  return (uri) => {
    const [, number, kind = '', folder = ''] =
      /\/releases\/bundles\/(\d+)\/artifacts\/([^/]+)\/([^/]+)\//.exec(uri) ?? [];
    const release = number === undefined ? undefined : history.byNumber(Number(number));
    if (release === undefined) return artifactBytes(uri);
    if (kind === 'image-builder') return tarball(release.version, folder);
    if (kind === 'ova' || kind === 'raw') {
      const version = history.bottlerocketVersion(release.line, folder, kind);
      if (version !== undefined) return bundledBottlerocket(kind, folder, version);
    }
    return artifactBytes(uri);
  };
}

function remembered<Key, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const made = new Map<Key, Promise<Value>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
