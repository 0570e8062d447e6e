import { open } from 'node:fs/promises';
import type { Firmware, Hypervisor } from '../plan/node-image-spec.ts';
import { inspectAmiManifest, type RegionalAmi } from './ami-manifest.ts';
import { BrokenImageError, type DiskLayout } from './disk-layout.ts';
import { inspectOva, type OvaFindings } from './inspect-ova.ts';
import { type DiskFindings, inspectQcow2 } from './inspect-qcow2.ts';
import { inspectRaw } from './inspect-raw.ts';
import { inspectRawGz } from './inspect-raw-gz.ts';
import type { ImageFormat, OpenedImage } from './node-image.ts';
import { qcow2Magic } from './qcow2-header.ts';

/** What an image has to be. */
export interface Expectation {
  readonly hypervisor: Hypervisor;
  /** Absent where the release has no choice. */
  readonly firmware?: Firmware | undefined;
  /** `kubernetes-1-33-eks-30` */
  readonly eksdRelease: string;
}

/** What the build of a hypervisor leaves; Nutanix' export and CloudStack's image are told apart by their first bytes. */
const formats: Readonly<Record<Hypervisor, ImageFormat | 'raw or qcow2'>> = {
  vsphere: 'ova',
  baremetal: 'raw.gz',
  nutanix: 'raw or qcow2',
  cloudstack: 'raw or qcow2',
  ami: 'ami',
};

/**
 * Opens what a build left, all of it, in bounded memory, and takes its digest. Only then is it an image.
 *
 * @throws BrokenImageError that says what is broken; the file is left where it is.
 */
export async function inspectImage(
  path: string,
  expected: Expectation,
  signal?: AbortSignal,
): Promise<OpenedImage> {
  const format = formats[expected.hypervisor];
  switch (format === 'raw or qcow2' ? await sniff(path) : format) {
    case 'ova':
      return describeOva(await inspectOva(path, signal), expected);
    case 'raw.gz':
      return describeDisk('raw.gz', await inspectRawGz(path, signal), expected);
    case 'qcow2':
      return describeDisk('qcow2', await inspectQcow2(path, signal), expected);
    case 'raw':
      return describeDisk('raw', await inspectRaw(path, signal), expected);
    case 'ami': {
      const { amis, ...facts } = await inspectAmiManifest(path);
      return { format: 'ami', ...facts, contents: amis.map(describeAmi).join(', '), amis };
    }
  }
}

async function sniff(path: string): Promise<ImageFormat> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1', 0, bytesRead) === qcow2Magic ? 'qcow2' : 'raw';
  } finally {
    await file.close();
  }
}

function describeDisk(
  format: ImageFormat,
  { sha256, size, virtualSize, layout }: DiskFindings,
  { firmware }: Expectation,
): OpenedImage {
  checkFirmware(layout, firmware);
  return { format, sha256, size, contents: `${describeLayout(layout)}, ${mebibytes(virtualSize)}` };
}

function describeOva(
  { sha256, size, disk, firmware, properties }: OvaFindings,
  expected: Expectation,
): OpenedImage {
  if (expected.firmware !== undefined && expected.firmware !== firmware) {
    throw new BrokenImageError(`it boots with ${firmware}, but ${expected.firmware} was requested`);
  }
  const eksdRelease = properties.get('EKS_DISTRO_VERSION') ?? expected.eksdRelease;
  if (eksdRelease !== expected.eksdRelease) {
    throw new BrokenImageError(
      `it says it holds ${eksdRelease}, but the release has ${expected.eksdRelease}`,
    );
  }
  const layout = disk.readLayout();
  checkFirmware(layout, firmware);
  const inside = `one disk of ${mebibytes(disk.virtualSize)} (${describeLayout(layout)})`;
  return { format: 'ova', sha256, size, contents: `OVF with ${firmware} firmware, ${inside}` };
}

/** EFI firmware starts what is on an EFI system partition, and nothing else (UEFI specification 13.3). */
function checkFirmware({ partitions }: DiskLayout, firmware: Firmware | undefined): void {
  if (firmware !== 'efi' || partitions.some(({ type }) => type === 'efi-system')) return;
  throw new BrokenImageError('it shall boot by efi, but has no EFI system partition');
}

function describeLayout({ table, partitions }: DiskLayout): string {
  const efi = partitions.some(({ type }) => type === 'efi-system') ? ' with an EFI system partition' : '';
  return `${table.toUpperCase()}, ${partitions.length} partition${partitions.length === 1 ? '' : 's'}${efi}`;
}

function describeAmi({ region, id }: RegionalAmi): string {
  return `${id} in ${region}`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MiB`;
}
