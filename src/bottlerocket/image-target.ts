import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import type { Target } from './tuf/client.ts';

/** What Bottlerocket is fetched for. */
export const bottlerocketHypervisors = ['vsphere', 'baremetal', 'ami'] as const;
export type BottlerocketHypervisor = (typeof bottlerocketHypervisors)[number];

interface Kind {
  /** As bundles and BOTTLEROCKET_RELEASES call it. */
  readonly format: 'ova' | 'raw' | 'ami';
  readonly variant: string;
  readonly extension: string;
  readonly inWords: string;
}

/** Source: aws/eks-anywhere-build-tooling, build/get_bottlerocket_artifacts.sh. */
export const kinds: Readonly<Record<BottlerocketHypervisor, Kind>> = {
  vsphere: { format: 'ova', variant: 'vmware', extension: 'ova', inWords: 'OVA' },
  baremetal: { format: 'raw', variant: 'metal', extension: 'img.lz4', inWords: 'bare-metal image' },
  ami: { format: 'ami', variant: 'aws', extension: 'img.lz4', inWords: 'image for Snow' },
};

/** Source: the same script; the date is that of the repository's layout. */
const metadataBase = 'https://updates.bottlerocket.aws/2020-07-07/';
export const productionTargetsUrl = 'https://updates.bottlerocket.aws/targets/';

/** `vmware-k8s-1.33` for vSphere and channel `1-33`. */
export function variantOf(hypervisor: BottlerocketHypervisor, channel: string): string {
  return `${kinds[hypervisor].variant}-k8s-${channel.replace('-', '.')}`;
}

export function metadataUrlOf(variant: string): URL {
  return new URL(`${variant}/x86_64/`, metadataBase);
}

/**
 * The version with its `v`.
 *
 * @throws ActionError
 */
export function bottlerocketVersion(text: string): string {
  const version = /^v?(\d+\.\d+\.\d+(?:-[0-9a-z]+)?)$/.exec(text.trim())?.[1];
  if (version !== undefined) return `v${version}`;
  throw new ActionError(`"${text}" is not a version of Bottlerocket.`, { fix: 'Write it as `v1.64.0`.' });
}

/**
 * The target with an image, among all that are signed.
 *
 * @throws ActionError that names the versions that exist.
 */
export function findImage(
  targets: ReadonlyMap<string, Target>,
  wanted: { readonly hypervisor: BottlerocketHypervisor; readonly variant: string; readonly version: string },
): Target {
  const { extension } = kinds[wanted.hypervisor];
  const prefix = `bottlerocket-${wanted.variant}-x86_64-`;
  const name = `${prefix}${wanted.version}.${extension}`;
  const found = targets.get(name);
  if (found !== undefined) return found;
  const versions = [...targets.keys()]
    .filter((other) => other.startsWith(prefix) && other.endsWith(`.${extension}`))
    .map((other) => other.slice(prefix.length, -extension.length - 1))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const near = nearestMatch(wanted.version, versions);
  throw new ActionError(`Bottlerocket has no signed image ${name}.`, {
    problems: [
      versions.length === 0
        ? `Among ${targets.size} signed files there is no image of this kind.`
        : `There are ${versions.slice(0, 10).join(', ')}${versions.length > 10 ? ` and ${versions.length - 10} older ones` : ''}.`,
    ],
    fix: `Choose one of them for \`bottlerocket-version\`${near ? `, perhaps ${near}` : ''}.`,
  });
}

/** Where the bytes of a target are (§5.7.3); tuftool puts the digest before the whole name. */
export function targetUrl(base: URL, { name, sha256 }: Target, consistentSnapshot: boolean): URL {
  if (!/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(name)) {
    throw new ActionError(`"${name}" is no plain file name, which is refused.`);
  }
  return new URL(consistentSnapshot ? `${sha256}.${name}` : name, base);
}
