import { BrokenImageError } from './disk-layout.ts';

/** The two ends of a VMDK file and its length, all that {@link readVirtualSize} needs of it. */
export interface VmdkEnds {
  readonly name: string;
  readonly size: number;
  /** The first {@link vmdkHeadBytes}. */
  readonly head: Buffer;
  /** The last {@link vmdkTailBytes}. */
  readonly tail: Buffer;
}

const sector = 512;
export const vmdkHeadBytes = sector;
/** Footer marker, footer, end-of-stream marker. */
export const vmdkTailBytes = 3 * sector;

const flags = { compressed: 1 << 16, markers: 1 << 17 } as const;
const deflate = 1;
/** Instead of an offset: the grain directory's place is in the footer, because the header was written first. */
const grainDirectoryAtEnd = 0xffff_ffff_ffff_ffffn;
const footerMarker = 3;

/**
 * The size of the disk in a stream-optimized VMDK, the one kind that vSphere imports from an OVA (VMware, "Virtual Disk
 * Format 5.0": "Hosted Sparse Extents", "Stream-Optimized Compressed Sparse Extents").
 *
 * VMware's own writers end the file with footer and end-of-stream marker; `qemu-img`, which makes Bottlerocket's,
 * writes the grain directory in front and neither of them.
 *
 * @throws BrokenImageError when it is another kind, or its end is missing.
 */
export function readVirtualSize({ name, size, head, tail }: VmdkEnds): number {
  const capacity = readHeader(name, head);
  const grainDirectory = head.readBigUInt64LE(56);
  if (grainDirectory === grainDirectoryAtEnd) checkFooter({ name, size, tail }, capacity);
  else checkGrainDirectory(name, grainDirectory, size);
  return Number(capacity) * sector;
}

/** The number of sectors. */
function readHeader(name: string, head: Buffer): bigint {
  if (head.length < sector || head.toString('latin1', 0, 4) !== 'KDMV') {
    throw new BrokenImageError(`${name} is no sparse VMDK: it does not begin with KDMV`);
  }
  const wanted = flags.compressed | flags.markers;
  if ((head.readUInt32LE(8) & wanted) !== wanted || head.readUInt16LE(77) !== deflate) {
    throw new BrokenImageError(
      `${name} is a VMDK to run from, not a streamOptimized one, so vSphere cannot import it`,
    );
  }
  const version = head.readUInt32LE(4);
  if (version !== 3) throw new BrokenImageError(`${name} is a VMDK of version ${version}, not 3`);
  if (head.toString('latin1', 73, 77) !== '\n \r\n') {
    throw new BrokenImageError(`${name} was changed on its way, as by a transfer in text mode`);
  }
  const capacity = head.readBigUInt64LE(12);
  if (capacity === 0n) throw new BrokenImageError(`${name} is a disk of no size`);
  if (capacity > Number.MAX_SAFE_INTEGER / sector) {
    throw new BrokenImageError(`${name} claims to be a disk of ${capacity} sectors`);
  }
  return capacity;
}

function checkFooter({ name, size, tail }: Omit<VmdkEnds, 'head'>, capacity: bigint): void {
  const [marker, footer, end] = [0, 1, 2].map((index) => tail.subarray(index * sector, (index + 1) * sector));
  const isMarker =
    marker?.length === sector && marker.readUInt32LE(8) === 0 && marker.readUInt32LE(12) === footerMarker;
  const isEnd = end?.length === sector && end.every((byte) => byte === 0);
  if (!isMarker || !isEnd || footer?.toString('latin1', 0, 4) !== 'KDMV') {
    throw new BrokenImageError(`${name} has no footer and end-of-stream marker: its end is missing`);
  }
  if (footer.readBigUInt64LE(12) !== capacity) {
    throw new BrokenImageError(`header and footer of ${name} do not agree about the size of the disk`);
  }
  checkGrainDirectory(name, footer.readBigUInt64LE(56), size);
}

function checkGrainDirectory(name: string, at: bigint, size: number): void {
  if (at === 0n || at * BigInt(sector) >= size) {
    throw new BrokenImageError(`${name} has its grain directory at sector ${at}, which is not in the file`);
  }
}
