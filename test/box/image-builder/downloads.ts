/** `download manifests` and `download artifacts`: nothing is checked, neither a status nor a sum. */

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tar } from '../artifact-bytes.ts';
import {
  checkReleaseChannel,
  cleanUp,
  cloneBuildTooling,
  cloneFolder,
  during,
  readCloned,
} from './build-tooling.ts';
import { downloadFile, getText } from './go-http.ts';
import { log, runFrame } from './go-runtime.ts';
import { child, decodeYaml, scalar, sequence } from './go-yaml.ts';
import { manifestFiles, releaseManifestUrl } from './release-manifest.ts';

const tarballName = 'eks-a-manifests.tar';

export async function downloadManifests({
  force,
  bakedVersion,
}: {
  force: boolean;
  bakedVersion: string;
}): Promise<void> {
  await cloneBuildTooling({
    eksaRelease: '',
    manifestTarball: '',
    bakedVersion,
    force,
    callers: [
      ['builder.(*BuildOptions).DownloadManifests(0x1169980)', 'builder/manifests.go:26 +0xd3'],
      runFrame('downloadmanifests', 14),
    ],
  });
  const folder = path.join(process.cwd(), 'manifests');
  await downloadEksDistroManifests(folder);
  await downloadReleaseManifests(folder);
  log('Creating tarball of downloaded manifests');
  writeFileSync(tarballName, tarballOf(folder));
  log(`Manifest tarball ${tarballName} was successfully created`);
  rmSync(folder, { recursive: true });
  cleanUp(cloneFolder());
}

async function downloadEksDistroManifests(folder: string): Promise<void> {
  const latest = await decodeYaml(readCloned('EKSD_LATEST_RELEASES'), 'EksDReleases').catch(
    during('unmarshalling EKSD_LATEST_RELEASES file'),
  );
  const numbers = new Map(
    sequence(latest, 'releases').map((release) => [scalar(release, 'branch'), scalar(release, 'number')]),
  );
  mkdirSync(folder, { recursive: true });
  for (const [channel, number] of inRandomOrder([...numbers])) {
    log(`Downloading eks-d manifest for release branch ${channel}, release number ${number}`);
    const url = `https://distro.eks.amazonaws.com/kubernetes-${channel}/kubernetes-${channel}-eks-${number}.yaml`;
    await downloadFile(path.join(folder, manifestFiles.eksDistro(channel)), url);
  }
}

/** The bundle of every release there ever was. */
async function downloadReleaseManifests(folder: string): Promise<void> {
  const file = path.join(folder, manifestFiles.release);
  log('Downloading eks-a release manifest');
  await downloadFile(file, releaseManifestUrl());
  const manifest = await decodeYaml(readFileSync(file, 'utf8'), 'Release');
  for (const release of sequence(child(manifest, 'spec'), 'releases')) {
    const version = scalar(release, 'version');
    log(`Downloading eks-a bundles manifest for eks-a version: ${version}`);
    await downloadFile(
      path.join(folder, manifestFiles.bundle(version)),
      scalar(release, 'bundleManifestUrl'),
    );
  }
}

function tarballOf(folder: string): Buffer {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).sort();
  return tar(
    names.map((name) => {
      const file = path.join(folder, name);
      return { name, mode: statSync(file).mode & 0o777, bytes: readFileSync(file) };
    }),
  );
}

/** As Go walks a map. */
function inRandomOrder<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

export interface ArtifactRequest {
  readonly eksaRelease: string;
  readonly releaseChannel: string;
  readonly force: boolean;
  readonly bakedVersion: string;
}

export async function downloadArtifacts(request: ArtifactRequest): Promise<void> {
  const { versionsBundles } = await cloneBuildTooling({
    ...request,
    manifestTarball: '',
    callers: [
      ['builder.(*BuildOptions).DownloadArtifacts(0x1169980)', 'builder/artifacts.go:29 +0xf3'],
      runFrame('downloadartifacts', 14),
    ],
  });
  checkReleaseChannel(request.releaseChannel);
  const kubeVersion = request.releaseChannel.replaceAll('-', '.');
  log(`Setting Kubernetes Version: ${kubeVersion}`);
  const [eksa, eksd] = ['eks-a-artifacts', 'eks-d-artifacts'].map((name) => path.join(process.cwd(), name));
  if (eksa === undefined || eksd === undefined) return;
  if (request.force) for (const folder of [eksa, eksd]) cleanUp(folder);
  // A channel that the bundle does not have leaves every URL empty.
  const bundle = versionsBundles.find((candidate) => scalar(candidate, 'kubeVersion') === kubeVersion);
  await downloadEksaArtifacts(eksa, child(bundle, 'eksD')).catch(
    during('failed to download eks-a artifacts'),
  );
  const manifestUrl = scalar(child(bundle, 'eksD'), 'manifestUrl');
  await downloadEksdArtifacts(eksd, manifestUrl).catch(during('failed to download eks-d artifacts'));
  cleanUp(cloneFolder());
  log('All artifacts were successfully downloaded');
  log(
    'Please find EKS-A artifacts under eks-a-artifacts and EKS-D artifacts under eks-d-artifacts directories',
  );
}

async function downloadEksaArtifacts(folder: string, eksD: unknown): Promise<void> {
  for (const name of inRandomOrder(['containerd', 'crictl', 'etcdadm'])) {
    log(`Downloading EKS-A Artifact: ${name}`);
    await downloadArtifact(folder, scalar(child(eksD, name), 'uri'));
  }
}

/** Of these pause, coredns and etcd have no entry in the EKS-D manifest: they are expected beside the API server. */
const kubernetesArtifacts =
  'kube-apiserver.tar kube-scheduler.tar kube-controller-manager.tar kube-proxy.tar pause.tar coredns.tar etcd.tar kubeadm kubelet kubectl';

async function downloadEksdArtifacts(folder: string, manifestUrl: string): Promise<void> {
  const text = await getText(manifestUrl).catch(during('failed to read manifest file from url'));
  const components = sequence(child(await decodeYaml(text, 'Release'), 'status'), 'components');
  let base = '';
  for (const component of components) {
    const name = scalar(component, 'name');
    const tag = scalar(component, 'gitTag');
    const uriOf = (asset: string): string | undefined => {
      const found = sequence(component, 'assets').find((candidate) => scalar(candidate, 'name') === asset);
      return found === undefined ? undefined : scalar(child(found, 'archive'), 'uri');
    };
    if (name === 'kubernetes') {
      log(`Full Kube Version: ${tag}`);
      base = uriOf('bin/linux/amd64/kube-apiserver.tar')?.replaceAll('/kube-apiserver.tar', '') ?? base;
    }
    if (name !== 'etcd' && name !== 'cni-plugins') continue;
    const uri = uriOf(`${name}-linux-amd64-${tag}.tar.gz`);
    if (uri === undefined) continue;
    log(`Downloading EKS-D Artifact: ${name}`);
    await downloadArtifact(folder, uri);
  }
  log(`EKS-D Kubernetes Base Url: ${base}`);
  for (const name of kubernetesArtifacts.split(' ')) {
    log(`Downloading EKS-D Kubernetes Artifact: ${name}`);
    await downloadArtifact(folder, base === '' ? name : `${base}/${name}`);
  }
}

/** The file lies below the folder as it lies on its host. */
function downloadArtifact(folder: string, url: string): Promise<void> {
  const pathname = URL.canParse(url) ? decodeURIComponent(new URL(url).pathname) : url;
  return downloadFile(path.join(folder, pathname), url);
}
