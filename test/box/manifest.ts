import { stringify } from 'yaml';
import type { EksdName } from './release-history.ts';

export const assetsHost = 'anywhere-assets.eks.amazonaws.com';
export const eksdHost = 'distro.eks.amazonaws.com';

/** A manifest as it is served, and the files of its host that it names. */
export interface Manifest {
  readonly text: string;
  readonly uris: ReadonlySet<string>;
}

export function bundleUrl(number: number): string {
  return `https://${assetsHost}/releases/bundles/${number}/manifest.yaml`;
}

export function eksdManifestName({ channel, number }: EksdName): string {
  return `kubernetes-${channel}-eks-${number}`;
}

export function eksdManifestUrl(eksd: EksdName): string {
  return `https://${eksdHost}/kubernetes-${eksd.channel}/${eksdManifestName(eksd)}.yaml`;
}

/** As sigs.k8s.io/yaml writes: keys sorted, nothing folded, and in quotes whatever YAML 1.1 would not read as text. */
export function toYaml(document: unknown): string {
  return stringify(document, {
    aliasDuplicateObjects: false,
    indentSeq: false,
    lineWidth: 0,
    sortMapEntries: true,
    version: '1.1',
  });
}
