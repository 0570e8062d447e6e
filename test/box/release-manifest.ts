import { assetsHost, bundleUrl, toYaml } from './manifest.ts';
import { type HistoricRelease, isAtLeast, type ReleaseHistory } from './release-history.ts';

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

function releaseEntry(release: HistoricRelease): object {
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
