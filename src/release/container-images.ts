import type { SignatureStatus } from './eksa-release.ts';

/** A container image that a release uses. */
export interface ContainerImage {
  readonly uri: string;
  /** `sha256:…`; upstream states none for some. */
  readonly digest?: string;
  readonly name?: string;
  /** The release channels that use it, dash form. */
  readonly channels: readonly string[];
  readonly from: 'bundle' | 'eks-distro';
  /** Whether a signature that was checked covers the entry. Of a bundle that is true of the kind node image alone. */
  readonly authenticated: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Every image that a bundle names, each once. An image is whatever has an `imageDigest`, or an address without scheme;
 * so images of components that this suite has never heard of are found, too.
 */
export function bundleImages(document: unknown, signature: SignatureStatus): ContainerImage[] {
  const found = new Map<string, ContainerImage>();
  for (const versionsBundle of versionsBundlesOf(document)) {
    const eksD = fieldsOf(versionsBundle['eksD']);
    const channel = String(eksD['channel']);
    const add = (image: Fields, authenticated: boolean) => {
      const uri = String(image['uri']);
      const digest = textOf(image['imageDigest']);
      const key = `${uri} ${digest}`;
      const known = found.get(key);
      const name = textOf(image['name']);
      found.set(key, {
        uri,
        ...(digest && { digest }),
        ...(name && { name }),
        channels: [...new Set([...(known?.channels ?? []), channel])],
        from: 'bundle',
        authenticated: authenticated || known?.authenticated === true,
      });
    };
    for (const image of imagesIn(versionsBundle))
      add(image, signature === 'verified' && image === eksD['kindNode']);
  }
  return [...found.values()];
}

function* imagesIn(node: unknown): Generator<Fields> {
  if (typeof node !== 'object' || node === null) return;
  if (isImage(node)) yield node;
  else for (const value of Object.values(node)) yield* imagesIn(value);
}

function isImage(node: object): node is Fields {
  const { uri, imageDigest } = node as { readonly uri?: unknown; readonly imageDigest?: unknown };
  return typeof uri === 'string' && uri !== '' && (typeof imageDigest === 'string' || !uri.includes('://'));
}

/** The entries of a bundle that has passed for one already. */
export function versionsBundlesOf(document: unknown): Fields[] {
  const list = fieldsOf(fieldsOf(document)['spec'])['versionsBundles'];
  return Array.isArray(list) ? list.map(fieldsOf) : [];
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
