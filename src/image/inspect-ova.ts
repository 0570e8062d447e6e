import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { BrokenArchiveError, readTar, type TarEntry } from '../archive/tar-entries.ts';
import { BrokenImageError, type DiskLayout } from './disk-layout.ts';
import { DiskProbe } from './disk-probe.ts';
import { readChunks } from './file-chunks.ts';
import {
  type DigestAlgorithm,
  type ManifestLine,
  type OvfDescriptor,
  type OvfFile,
  parseOvfDescriptor,
  parseOvfManifest,
} from './ovf.ts';
import { readVirtualSize, vmdkHeadBytes, vmdkTailBytes } from './stream-optimized-vmdk.ts';
import { GrainStream } from './vmdk-grains.ts';

/** What one pass over an OVA found. Sizes in bytes. */
export interface OvaFindings extends OvaContents {
  /** Lower-case hex of the whole file. */
  readonly sha256: string;
  readonly size: number;
}

/** What is in an OVA. */
export interface OvaContents {
  /** The disk that it boots from: the first of the descriptor. */
  readonly disk: OvaDisk;
  /** Bottlerocket has a second one for its data. */
  readonly moreDisks: readonly OvaDisk[];
  readonly firmware: OvfDescriptor['firmware'];
  /** The product section of the descriptor: `EKS_DISTRO_VERSION` is the EKS-D release's name. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface OvaDisk {
  readonly name: string;
  readonly virtualSize: number;
  readonly size: number;
  /** What is on it. @throws BrokenImageError when it is no disk to boot from, as Bottlerocket's for data. */
  readonly readLayout: () => DiskLayout;
}

/** Far above any real descriptor or manifest, far below what would hurt. */
const maxTextSize = 4 * 1024 * 1024;
const maxEntries = 1000;

/**
 * Opens an OVA the way vSphere will: a tar archive, the descriptor first and valid, every file that it refers to there in
 * its size, every digest of the manifest right, every disk a stream-optimized VMDK whose grains decompress. One pass, bounded memory, the digest
 * of the whole file on the way.
 *
 * @throws BrokenImageError that says what is broken; the file is left where it is.
 */
export async function inspectOva(path: string, signal?: AbortSignal): Promise<OvaFindings> {
  const file = await open(path);
  try {
    const digest = createHash('sha256');
    let size = 0;
    const contents = await inspectOvaStream(
      readChunks(file, (chunk) => {
        signal?.throwIfAborted();
        digest.update(chunk);
        size += chunk.length;
      }),
    );
    return { sha256: digest.digest('hex'), size, ...contents };
  } finally {
    await file.close();
  }
}

/**
 * The same of bytes that come from anywhere; what is behind a fault is not read. With `grains: 'closed'` nothing is
 * decompressed, which is half of the work, and no layout can be read: for what a signature covers as it is.
 */
export async function inspectOvaStream(
  chunks: AsyncIterable<Buffer>,
  grains: 'opened' | 'closed' = 'opened',
): Promise<OvaContents> {
  const contents = await readPackage(chunks, grains).catch(refuseArchive);
  checkManifest(contents);
  checkFiles(contents);
  const { diskNames, firmware, properties } = contents.descriptor;
  const [disk, ...moreDisks] = diskNames.map((name) => openDisk(name, contents.entries));
  if (disk === undefined) throw new BrokenImageError('the OVF descriptor names no disk');
  return { disk, moreDisks, firmware, properties };
}

function refuseArchive(error: unknown): never {
  throw error instanceof BrokenArchiveError ? new BrokenImageError(error.message, { cause: error }) : error;
}

interface OvaPackage {
  readonly descriptorName: string;
  readonly descriptor: OvfDescriptor;
  readonly manifest: readonly ManifestLine[];
  readonly entries: ReadonlyMap<string, EntryFacts>;
}

/**
 * DSP0243 1.1.0, 5.3: the descriptor is the first entry; the manifest, named like it, follows at once or comes last.
 */
async function readPackage(chunks: AsyncIterable<Buffer>, grains: 'opened' | 'closed'): Promise<OvaPackage> {
  const archive = readTar(chunks);
  const { value: first } = await archive.next();
  if (!first) throw new BrokenImageError('the archive has no entries');
  if (!first.name.endsWith('.ovf')) {
    throw new BrokenImageError(`the first entry of the archive is ${first.name}, not an OVF descriptor`);
  }
  const ovf = await readText(first);
  const descriptor = await parseOvfDescriptor(ovf.head.toString());
  const manifestName = first.name.replace(/ovf$/, 'mf');
  let manifest: readonly ManifestLine[] | undefined;
  const entries = new Map([[first.name, ovf]]);
  for await (const entry of archive) {
    if (entries.has(entry.name))
      throw new BrokenImageError(`the archive has two entries named ${entry.name}`);
    if (entries.size === maxEntries)
      throw new BrokenImageError(`the archive has more than ${maxEntries} entries`);
    if (entry.name === manifestName) {
      const facts = await readText(entry);
      manifest = parseOvfManifest(facts.head.toString());
      entries.set(entry.name, facts);
    } else {
      const algorithms = manifest?.flatMap(({ name, algorithm }) => (name === entry.name ? [algorithm] : []));
      const isDisk = descriptor.diskNames.includes(entry.name);
      const disk = isDisk && grains === 'opened' ? openGrains(entry.name) : undefined;
      const facts = await readEntry(entry, vmdkHeadBytes, algorithms, disk?.grains);
      entries.set(entry.name, { ...facts, ...(disk && { disk }) });
    }
  }
  if (manifest === undefined) throw new BrokenImageError(`the archive has no manifest (${manifestName})`);
  return { descriptorName: first.name, descriptor, manifest, entries };
}

/** What is kept of an entry that streamed by. */
interface EntryFacts {
  readonly size: number;
  readonly digests: ReadonlyMap<DigestAlgorithm, string>;
  readonly head: Buffer;
  readonly tail: Buffer;
  /** Of a disk. */
  readonly disk?: OpenedGrains;
}

interface OpenedGrains {
  readonly grains: GrainStream;
  readonly probe: DiskProbe;
}

function openGrains(name: string): OpenedGrains {
  const probe = new DiskProbe();
  return { probe, grains: new GrainStream(name, (start, bytes) => probe.write(start, bytes)) };
}

function readText(entry: TarEntry): Promise<EntryFacts> {
  if (entry.size > maxTextSize) {
    throw new BrokenImageError(
      `${entry.name} has ${entry.size} bytes, too many for a descriptor or manifest`,
    );
  }
  return readEntry(entry, maxTextSize);
}

/** Takes every digest that a manifest may name, unless the manifest has come and says which. */
async function readEntry(
  { size, content }: TarEntry,
  headBytes: number,
  algorithms: readonly DigestAlgorithm[] = ['sha1', 'sha256', 'sha512'],
  grains?: GrainStream,
): Promise<EntryFacts> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  const head: Buffer[] = [];
  let tail: Buffer = Buffer.alloc(0);
  let position = 0;
  for await (const chunk of content) {
    for (const { hash } of hashes) hash.update(chunk);
    grains?.write(chunk);
    if (position < headBytes) head.push(Buffer.from(chunk.subarray(0, headBytes - position)));
    tail = Buffer.concat([tail, chunk.subarray(-vmdkTailBytes)]).subarray(-vmdkTailBytes);
    position += chunk.length;
  }
  grains?.end();
  return {
    size,
    digests: new Map(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')])),
    head: Buffer.concat(head),
    tail,
  };
}

function checkManifest({ manifest, entries }: OvaPackage): void {
  for (const { name, algorithm, digest } of manifest) {
    const entry = entries.get(name);
    if (entry === undefined)
      throw new BrokenImageError(`the manifest names ${name}, which is not in the archive`);
    if (entry.digests.get(algorithm) !== digest) {
      throw new BrokenImageError(`${name} is damaged: its ${algorithm} digest is not the manifest's`);
    }
  }
}

function checkFiles({ descriptorName, descriptor, manifest, entries }: OvaPackage): void {
  const files: readonly OvfFile[] = [{ name: descriptorName }, ...descriptor.files];
  for (const { name, size } of files) {
    const entry = entries.get(name);
    if (entry === undefined) {
      throw new BrokenImageError(`the OVF descriptor refers to ${name}, which is not in the archive`);
    }
    if (size !== undefined && size !== entry.size) {
      throw new BrokenImageError(`${name} has ${entry.size} bytes, but ${size} by the OVF descriptor`);
    }
    if (!manifest.some((line) => line.name === name)) {
      throw new BrokenImageError(`the manifest has no digest of ${name}`);
    }
  }
}

function openDisk(name: string, entries: OvaPackage['entries']): OvaDisk {
  const entry = entries.get(name);
  if (entry === undefined) throw new BrokenImageError(`the disk ${name} is not in the archive`);
  const virtualSize = readVirtualSize({ name, ...entry });
  if (entry.disk === undefined) {
    const readLayout = () => {
      throw new BrokenImageError(`the grains of ${name} were not decompressed`);
    };
    return { name, virtualSize, size: entry.size, readLayout };
  }
  const { grains, probe } = entry.disk;
  // Only now: the manifest and the header explain what is wrong with the grains, if they are wrong, too.
  if (grains.broken !== undefined) throw grains.broken;
  return { name, virtualSize, size: entry.size, readLayout: () => probe.finish(virtualSize) };
}
