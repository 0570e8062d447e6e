import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { artifactBytes, digests } from './artifact-bytes.ts';
import { eksdManifestName, type Manifest, toYaml } from './manifest.ts';
import { type EksdName, fixtures, minorOf, type ReleaseHistory } from './release-history.ts';

interface EksdDocument {
  readonly status: {
    readonly components: readonly {
      readonly assets: readonly { readonly archive?: { readonly uri: string } }[];
    }[];
  };
}

const eksdTemplates = {
  old: { file: 'kubernetes-1-21-eks-4.yaml', channel: '1-21', number: 4, kubeVersion: 'v1.21.2' },
  // kube-proxy became a component of its own.
  recent: { file: 'kubernetes-1-33-eks-20.yaml', channel: '1-33', number: 20, kubeVersion: 'v1.33.5' },
};

/** Lie beside the API server's image, but no manifest names them (release/pkg/assets_k8s.go of eks-distro-build-tooling). */
const unlistedImages = ['pause.tar', 'coredns.tar', 'etcd.tar'];

/** Makes the manifest of an EKS Distro build from a real one. */
export async function eksdManifest(eksd: EksdName, history: ReleaseHistory): Promise<Manifest> {
  const template = minorOf(eksd.channel) >= 28 ? eksdTemplates.recent : eksdTemplates.old;
  const { channel, number, kubeVersion } = template;
  const text = (await readFile(path.join(fixtures, 'eksd', template.file), 'utf8'))
    .replaceAll(kubeVersion, history.kubeVersion(eksd))
    .replaceAll(
      `kubernetes-${channel}/releases/${number}/`,
      `kubernetes-${eksd.channel}/releases/${eksd.number}/`,
    )
    .replaceAll(`-eks-${channel}-${number}`, `-eks-${eksd.channel}-${eksd.number}`);
  const document = parse(text) as EksdDocument;
  const uris = new Set<string>();
  Object.assign(document, {
    metadata: { creationTimestamp: null, name: eksdManifestName(eksd) },
    spec: { channel: eksd.channel, number: eksd.number },
  });
  for (const archive of archivesOf(document)) {
    uris.add(archive.uri);
    for (const name of unlistedImages) uris.add(archive.uri.replace(/\/kube-apiserver\.tar$/, `/${name}`));
    Object.assign(archive, digests(artifactBytes(archive.uri)));
  }
  return { text: toYaml(document), uris };
}

function archivesOf({ status }: EksdDocument): { readonly uri: string }[] {
  return status.components.flatMap(({ assets }) => assets.flatMap(({ archive }) => archive ?? []));
}
