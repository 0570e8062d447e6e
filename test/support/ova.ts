import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** An entry of a tar archive; with `sizeAs` other than octal, the size goes where archives above 8 GiB have it. */
export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type?: string;
  readonly sizeAs?: 'octal' | 'base-256' | 'pax';
}

const sector = 512;
const upTo = (length: number, unit: number) => Buffer.alloc((unit - (length % unit)) % unit);

/** A ustar archive, filled up to tar's record of 10 KiB. */
export function tar(entries: readonly Entry[]): Buffer {
  const archive = Buffer.concat([...entries.map(tarEntry), Buffer.alloc(2 * sector)]);
  return Buffer.concat([archive, upTo(archive.length, 20 * sector)]);
}

export function tarEntry({ name, bytes, type = '0', sizeAs = 'octal' }: Entry): Buffer {
  const header = Buffer.alloc(sector);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  if (sizeAs === 'base-256') {
    header.writeUInt8(0x80, 124);
    header.writeUInt32BE(bytes.length, 132);
  } else {
    const size = sizeAs === 'pax' ? 0 : bytes.length;
    header.write(`${size.toString(8).padStart(11, '0')} `, 124);
  }
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  const body = Buffer.concat([sealHeader(header), bytes, upTo(bytes.length, sector)]);
  return sizeAs === 'pax' ? Buffer.concat([paxHeader({ size: String(bytes.length) }), body]) : body;
}

/** The extended header that describes the entry behind it. */
export function paxHeader(records: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(records).map(([keyword, value]) => {
    const rest = ` ${keyword}=${value}\n`;
    let length = rest.length;
    while (String(length).length + rest.length !== length) length += 1;
    return `${length}${rest}`;
  });
  return tarEntry({ name: './PaxHeaders/0', type: 'x', bytes: Buffer.from(lines.join('')) });
}

/** Makes the checksum of a changed header right again. */
export function sealHeader(header: Buffer): Buffer {
  header.fill(' ', 148, 156);
  const sum = header.subarray(0, sector).reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export interface OvaSpec {
  readonly vmdk: Buffer;
  readonly moreDisks?: readonly Buffer[];
  readonly firmware?: string;
  /** What the descriptor gives as the disk's size. */
  readonly statedSize?: number;
  readonly manifestLine?: (name: string, bytes: Buffer) => string;
  readonly editDescriptor?: (text: string) => string;
}

/** Descriptor, manifest and disks of an intact OVA in the order of upstream's hack/image-build-ova.py. */
export function ovaEntries(spec: OvaSpec): Entry[] {
  const disks = [spec.vmdk, ...(spec.moreDisks ?? [])].map((bytes, index) => ({
    name: `node-disk-${index}.vmdk`,
    bytes,
  }));
  const text = descriptor(disks, spec);
  const ovf = { name: 'node.ovf', bytes: Buffer.from(spec.editDescriptor?.(text) ?? text) };
  const lines = [ovf, ...disks].map(({ name, bytes }) => (spec.manifestLine ?? sha256Line)(name, bytes));
  return [ovf, { name: 'node.mf', bytes: Buffer.from(lines.join('')) }, ...disks];
}

export const digestOf = (bytes: Buffer, algorithm = 'sha256') =>
  createHash(algorithm).update(bytes).digest('hex');
const sha256Line = (name: string, bytes: Buffer) => `SHA256(${name})= ${digestOf(bytes)}\n`;

function descriptor(disks: readonly Entry[], { firmware, statedSize }: OvaSpec): string {
  const config = firmware === undefined ? '' : `<vmw:Config vmw:key="firmware" vmw:value="${firmware}"/>`;
  const files = disks.map(
    ({ name, bytes }, index) =>
      `<File ovf:id="file${index}" ovf:href="${name}" ovf:size="${statedSize ?? bytes.length}"/>`,
  );
  const items = disks.map((_, index) =>
    item({
      AddressOnParent: index,
      ElementName: `Hard disk ${index + 1}`,
      HostResource: `ovf:/disk/disk${index}`,
      InstanceID: 10 + index,
      Parent: 3,
      ResourceType: 17,
    }),
  );
  const cim = 'http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM';
  return `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1" xmlns:rasd="${cim}_ResourceAllocationSettingData" xmlns:vmw="http://www.vmware.com/schema/ovf" xmlns:vssd="${cim}_VirtualSystemSettingData">
  <References>${files.join('')}</References>
  <DiskSection>
    ${disks.map((_, index) => `<Disk ovf:capacity="1" ovf:capacityAllocationUnits="byte * 2^30" ovf:diskId="disk${index}" ovf:fileRef="file${index}"/>`).join('')}
  </DiskSection>
  <NetworkSection><Network ovf:name="VM Network"/></NetworkSection>
  <VirtualSystem ovf:id="node">
    <VirtualHardwareSection>
      <System>
        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>
        <vssd:InstanceID>0</vssd:InstanceID>
        <vssd:VirtualSystemType>vmx-15</vssd:VirtualSystemType>
      </System>
      ${item({ ElementName: '2 virtual CPU(s)', InstanceID: 1, ResourceType: 3, VirtualQuantity: 2 })}
      ${item({ AllocationUnits: 'byte * 2^20', ElementName: '2048MB of memory', InstanceID: 2, ResourceType: 4, VirtualQuantity: 2048 })}
      ${item({ Address: 0, ElementName: 'SCSI controller 0', InstanceID: 3, ResourceSubType: 'VirtualSCSI', ResourceType: 6 })}
      ${items.join('\n      ')}
      ${item({ AutomaticAllocation: true, Connection: 'VM Network', ElementName: 'Network adapter 1', InstanceID: 9, ResourceSubType: 'VmxNet3', ResourceType: 10 })}${config}
    </VirtualHardwareSection>
    <ProductSection>
      <Property ovf:key="EKS_DISTRO_VERSION" ovf:value="kubernetes-1-33-eks-30"/>
      <Property ovf:key="NOTE" ovf:value="a &amp; b"/>
    </ProductSection>
  </VirtualSystem>
</Envelope>
`;
}

/** A piece of virtual hardware, with a setting of VMware's inside, as exports of vCenter have them. */
function item(properties: Readonly<Record<string, string | number | boolean>>): string {
  const fields = Object.entries(properties).map(([name, value]) => `<rasd:${name}>${value}</rasd:${name}>`);
  return `<Item>${fields.join('')}<vmw:Config vmw:key="slotInfo.pciSlotNumber" vmw:value="160"/></Item>`;
}

const grain = 128 * sector;
const grainsPerTable = 512;

/**
 * A stream-optimized VMDK. `vmware` puts the grain directory into a footer, `qemu-img` in front of the grains.
 */
export function streamOptimizedVmdk(disk: Buffer, writer: 'vmware' | 'qemu-img' = 'vmware'): Buffer {
  const grains = Math.ceil(disk.length / grain);
  const tableSectors = (Math.ceil(grains / grainsPerTable) * grainsPerTable * 4) / sector;
  const inFront = writer === 'qemu-img' ? 1 + tableSectors : 0;
  let at = 1 + inFront;
  const entries = Buffer.alloc(tableSectors * sector);
  const data = Array.from({ length: grains }, (_, index) => {
    const packed = deflateSync(disk.subarray(index * grain, (index + 1) * grain), { level: 1 });
    const head = Buffer.alloc(12);
    head.writeUInt32LE((index * grain) / sector, 0);
    head.writeUInt32LE(packed.length, 8);
    entries.writeUInt32LE(at, index * 4);
    const padded = Buffer.concat([head, packed, upTo(12 + packed.length, sector)]);
    at += padded.length / sector;
    return padded;
  });
  const directoryOf = (firstTable: number) => {
    const directory = Buffer.alloc(sector);
    for (let index = 0; index * grainsPerTable < grains; index += 1) {
      directory.writeUInt32LE(firstTable + (index * grainsPerTable * 4) / sector, index * 4);
    }
    return directory;
  };
  const capacity = disk.length / sector;
  if (writer === 'qemu-img') {
    return Buffer.concat([sparseHeader(capacity, 1n, 1 + inFront), directoryOf(2), entries, ...data]);
  }
  return Buffer.concat([
    sparseHeader(capacity, 0xffff_ffff_ffff_ffffn),
    ...data,
    ...[marker(1, tableSectors), entries, marker(2, 1), directoryOf(at + 1)],
    ...[marker(3, 1), sparseHeader(capacity, BigInt(at + tableSectors + 2)), marker(0, 0)],
  ]);
}

function sparseHeader(capacity: number, directory: bigint, overhead = 1): Buffer {
  const header = Buffer.alloc(sector);
  header.write('KDMV');
  header.writeUInt32LE(3, 4);
  header.writeUInt32LE(0x30001, 8);
  header.writeBigUInt64LE(BigInt(capacity), 12);
  header.writeBigUInt64LE(BigInt(grain / sector), 20);
  header.writeUInt32LE(grainsPerTable, 44);
  header.writeBigUInt64LE(directory, 56);
  header.writeBigUInt64LE(BigInt(overhead), 64);
  header.write('\n \r\n', 73);
  header.writeUInt16LE(1, 77);
  return header;
}

function marker(type: number, sectors: number): Buffer {
  const block = Buffer.alloc(sector);
  block.writeUInt32LE(sectors, 0);
  block.writeUInt32LE(type, 12);
  return block;
}

/** The disk in a VMDK that has a footer, found as hypervisors find it: footer, grain directory, tables, grains. */
export function expandVmdk(vmdk: Buffer): Buffer {
  const footer = vmdk.subarray(vmdk.length - 2 * sector);
  const disk = Buffer.alloc(Number(footer.readBigUInt64LE(12)) * sector);
  const directory = Number(footer.readBigUInt64LE(56)) * sector;
  for (let index = 0; index * grain < disk.length; index += 1) {
    const table = vmdk.readUInt32LE(directory + Math.floor(index / grainsPerTable) * 4) * sector;
    const at = vmdk.readUInt32LE(table + (index % grainsPerTable) * 4) * sector;
    if (at === 0) continue;
    const start = Number(vmdk.readBigUInt64LE(at)) * sector;
    if (start !== index * grain) throw new Error(`the grain at ${at} belongs to byte ${start}`);
    inflateSync(vmdk.subarray(at + 12, at + 12 + vmdk.readUInt32LE(at + 8))).copy(disk, start);
  }
  return disk;
}
