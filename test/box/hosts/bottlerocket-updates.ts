import { createCipheriv, createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { ovaEntries, streamOptimizedVmdk, tar } from '../../support/ova.ts';
import { gptDisk, guids } from '../../unit/image/disk-image.ts';
import { type HostHandler, storedObject } from '../http-exchange.ts';
import { lz4Frame } from '../lz4-encoder.ts';
import { fixtures } from '../release-history.ts';
import { type BuiltRepository, buildRepository, type KeySet, makeKeySet } from '../tuf-repository.ts';
import { accessDenied } from './anywhere-assets.ts';

/** The repositories of all variants, signed by keys of their own that are made when they are first needed. */
export interface BottlerocketRepositories {
  /** updates.bottlerocket.aws */
  readonly handler: HostHandler;
  /** root.json of a version, 1 to 3; 1 expired long ago. */
  root(version: number): Promise<Buffer>;
  /** The disk inside of a bare-metal image, by the name of its target. */
  disk(target: string): Buffer;
  /** Signs other images under the names that the variant has: what was copied before is not the same any more. */
  republish(variant: string): void;
}

const rootVersions = 3;

/** Stands in for every variant and version that BOTTLEROCKET_RELEASES of any release line names. */
export function bottlerocketRepositories(): BottlerocketRepositories {
  let keys: Promise<readonly KeySet[]> | undefined;
  const variants = new Map<string, Promise<BuiltRepository | undefined>>();
  const images = new Map<string, Buffer>();
  const republished = new Set<string>();
  let roots: Promise<BuiltRepository> | undefined;
  const keySets = () => {
    keys ??= Promise.all(Array.from({ length: rootVersions }, () => makeKeySet()));
    return keys;
  };
  const build = async (variant: string): Promise<BuiltRepository | undefined> => {
    const names = await targetNames(variant);
    if (names.length === 0) return undefined;
    const bytesOf = republished.has(variant) ? (name: string) => makeImage(name, 'again') : imageBytes;
    const targets = Object.fromEntries(names.map((name) => [name, bytesOf(name)]));
    const built = buildRepository({ keySets: await keySets(), targets });
    for (const [name, bytes] of built.targets) images.set(name, bytes);
    return built;
  };
  const repository = (variant: string) => {
    const made = variants.get(variant) ?? build(variant);
    variants.set(variant, made);
    return made;
  };
  return {
    handler: async ({ url }) => {
      const [, variant = '', file = ''] =
        /^\/2020-07-07\/([\w.-]+)\/x86_64\/([\w.]+)$/.exec(url.pathname) ?? [];
      const image = /^\/targets\/(.+)$/.exec(url.pathname)?.[1] ?? '';
      const bytes = images.get(image) ?? (await repository(variant))?.metadata.get(file);
      return bytes === undefined ? accessDenied() : storedObject(bytes, 'binary/octet-stream');
    },
    root: async (version) => {
      // Once: signatures are random, and a sum of the file may be recorded somewhere.
      roots ??= keySets().then((sets) => buildRepository({ keySets: sets, targets: {} }));
      const { metadata } = await roots;
      return metadata.get(`${version}.root.json`) ?? Buffer.alloc(0);
    },
    disk: diskBytes,
    republish: (variant) => {
      republished.add(variant);
      variants.delete(variant);
    },
  };
}

const kinds: Readonly<Record<string, { readonly key: string; readonly extension: string }>> = {
  vmware: { key: 'ova-release-version', extension: 'ova' },
  metal: { key: 'raw-release-version', extension: 'img.lz4' },
  aws: { key: 'ami-release-version', extension: 'img.lz4' },
};

/** Every version of a variant that some release line pins. */
async function targetNames(variant: string): Promise<string[]> {
  const [, kind = '', channel = ''] = /^([a-z]+)-k8s-(1\.\d+)$/.exec(variant) ?? [];
  const { key, extension } = kinds[kind] ?? {};
  if (key === undefined) return [];
  const branches = path.join(fixtures, 'build-tooling', 'branches');
  const versions = new Set<string>();
  for (const branch of await readdir(branches)) {
    const text = await readFile(path.join(branches, branch, 'BOTTLEROCKET_RELEASES'), 'utf8').catch(() => '');
    const pinned = (parse(text) ?? {}) as Record<string, Record<string, string>>;
    const version = pinned[channel.replace('.', '-')]?.[key];
    if (version !== undefined) versions.add(`v${version.replace(/^v/, '')}`);
  }
  return [...versions].map((version) => `bottlerocket-${variant}-x86_64-${version}.${extension}`);
}

/** Real in format and tiny: a disk with a partition table, and an OVA with two disks as Bottlerocket had it. */
function makeImage(name: string, edition = ''): Buffer {
  if (name.endsWith('.lz4')) return lz4Frame(diskBytes(name + edition));
  const data = streamOptimizedVmdk(gptDisk(2048, [{ type: guids.linux, firstSector: 40, lastSector: 2000 }]));
  const boot = streamOptimizedVmdk(diskOf(name + edition, { mebibytes: 4, noiseKibibytes: 512 }));
  return tar(ovaEntries({ vmdk: boot, moreDisks: [data], firmware: 'efi' }));
}

const madeImages = new Map<string, Buffer>();

function imageBytes(name: string): Buffer {
  const bytes = madeImages.get(name) ?? makeImage(name);
  madeImages.set(name, bytes);
  return bytes;
}

/**
 * The copy that a bundle names: an OVA untouched, a disk with gzip instead of LZ4. Source: aws/eks-anywhere-build-tooling,
 * build/get_bottlerocket_artifacts.sh.
 */
export function bundledBottlerocket(format: 'ova' | 'raw', channel: string, version: string): Buffer {
  const kubernetes = channel.replace('-', '.');
  if (format === 'ova') return imageBytes(`bottlerocket-vmware-k8s-${kubernetes}-x86_64-${version}.ova`);
  const name = `bottlerocket-metal-k8s-${kubernetes}-x86_64-${version}.img.lz4`;
  const bytes = madeImages.get(`${name} gzip`) ?? gzipSync(diskBytes(name), { level: 1 });
  madeImages.set(`${name} gzip`, bytes);
  return bytes;
}

function diskBytes(name: string): Buffer {
  return diskOf(name, { mebibytes: 12, noiseKibibytes: 2048 });
}

/** Noise that depends on the name, and zeros, but for the partition table. */
function diskOf(name: string, size: { readonly mebibytes: number; readonly noiseKibibytes: number }): Buffer {
  const sectors = (size.mebibytes << 20) / 512;
  const disk = gptDisk(sectors, [
    { type: guids.efiSystem, firstSector: 2048, lastSector: 4095 },
    { type: guids.linux, firstSector: 4096, lastSector: sectors - 64 },
  ]);
  const key = createHash('sha256').update(name).digest();
  createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
    .update(Buffer.alloc(size.noiseKibibytes << 10))
    .copy(disk, 4096 * 512);
  return disk;
}
