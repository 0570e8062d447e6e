import { BrokenImageError } from './disk-layout.ts';

/** What is needed of the header of a qcow2 image. All in bytes. */
export interface Qcow2Header {
  readonly virtualSize: number;
  readonly clusterBytes: number;
  /** Where the table of level 1 begins; it is large enough for the disk and within the file. */
  readonly tableOffset: number;
}

export const qcow2Magic = 'QFI\xfb';

/** Bits of `incompatible_features` (QEMU, docs/interop/qcow2.txt, "Header"). */
const features = ['dirty', 'corrupt', 'external data file', 'compression type', 'extended L2 entries'];

/** @throws BrokenImageError when it is no qcow2 image that stands alone and can be read. */
export function parseQcow2Header(head: Buffer, fileSize: number): Qcow2Header {
  if (fileSize === 0) throw new BrokenImageError('the file is empty');
  if (head.toString('latin1', 0, 4) !== qcow2Magic || head.length < 104) {
    throw new BrokenImageError('no qcow2 image: it does not begin with QFI');
  }
  const version = head.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw new BrokenImageError(`qcow2 of version ${version}`);
  if (head.readBigUInt64BE(8) !== 0n)
    throw new BrokenImageError('it has a backing file and is no image without it');
  if (head.readUInt32BE(32) !== 0) throw new BrokenImageError('it is encrypted');
  if (version === 3) checkFeatures(head.readBigUInt64BE(72));

  const clusterBits = head.readUInt32BE(20);
  if (clusterBits < 9 || clusterBits > 21) throw new BrokenImageError(`clusters of 2^${clusterBits} bytes`);
  const clusterBytes = 2 ** clusterBits;
  const virtualSize = Number(head.readBigUInt64BE(24));
  if (virtualSize === 0 || !Number.isSafeInteger(virtualSize))
    throw new BrokenImageError(`it claims to be a disk of ${virtualSize} bytes`);
  const tableOffset = Number(head.readBigUInt64BE(40));
  const tables = head.readUInt32BE(36);
  if (tables < Math.ceil(virtualSize / (clusterBytes * (clusterBytes / 8))))
    throw new BrokenImageError(`its table of ${tables} entries is too small for its disk`);
  const referenceTable = Number(head.readBigUInt64BE(48));
  if (tableOffset + tables * 8 > fileSize || referenceTable >= fileSize || tableOffset === 0)
    throw new BrokenImageError(`its tables are not within its ${fileSize} bytes: it is cut off`);
  return { virtualSize, clusterBytes, tableOffset };
}

function checkFeatures(bits: bigint): void {
  const [index] = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (bits >> BigInt(bit)) & 1n);
  if (index === undefined) return;
  const name = features[index] ?? `feature ${index}`;
  throw new BrokenImageError(
    index < 2
      ? `it was not closed properly (marked as ${name})`
      : `it uses what not every hypervisor reads (${name})`,
  );
}
