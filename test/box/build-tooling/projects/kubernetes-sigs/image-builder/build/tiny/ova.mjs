/** An OVA as hack/image-build-ova.py of kubernetes-sigs/image-builder packs it: OVF, manifest, disk. */

import { createHash } from 'node:crypto';
import { makeStreamOptimizedVmdk } from './vmdk.mjs';

const blockSize = 512;
const recordSize = 20 * blockSize;

/**
 * @param {{name: string, disk: Buffer, firmware: 'bios' | 'efi', product: string, properties: Record<string, string>}} machine
 * @returns {Buffer}
 */
export function makeOva({ name, disk, firmware, product, properties }) {
  // What Packer's export from vSphere calls the disk.
  const vmdkName = `${name}-disk-0.vmdk`;
  const vmdk = makeStreamOptimizedVmdk(disk, vmdkName);
  const ovf = Buffer.from(
    descriptor({ name, vmdkName, size: vmdk.length, capacity: disk.length, firmware, product, properties }),
  );
  const files = [
    [`${name}.ovf`, ovf],
    [vmdkName, vmdk],
  ];
  const lines = files.map(
    ([file, bytes]) => `SHA256(${file})= ${createHash('sha256').update(bytes).digest('hex')}\n`,
  );
  return tar([files[0], [`${name}.mf`, Buffer.from(lines.join(''))], files[1]]);
}

/** What hack/ovf_template.xml says, without the devices that nothing asks about. */
function descriptor({ name, vmdkName, size, capacity, firmware, product, properties }) {
  const schema = 'http://schemas.dmtf.org';
  const format = 'http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized';
  const property = ([key, value]) =>
    `      <Property ovf:userConfigurable="false" ovf:value="${xml(value)}" ovf:type="string" ovf:key="${xml(key)}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="${schema}/ovf/envelope/1" xmlns:ovf="${schema}/ovf/envelope/1" xmlns:rasd="${schema}/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData" xmlns:vmw="http://www.vmware.com/schema/ovf" xmlns:vssd="${schema}/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
  <References>
    <File ovf:id="file1" ovf:href="${vmdkName}" ovf:size="${size}"/>
  </References>
  <DiskSection>
    <Info>Virtual disk information</Info>
    <Disk ovf:capacity="${capacity / 1024 / 1024}" ovf:capacityAllocationUnits="byte * 2^20" ovf:diskId="vmdisk1" ovf:fileRef="file1" ovf:format="${format}"/>
  </DiskSection>
  <NetworkSection>
    <Info>The list of logical networks</Info>
    <Network ovf:name="nic0">
      <Description>Please select a network</Description>
    </Network>
  </NetworkSection>
  <VirtualSystem ovf:id="${name}">
    <Info>A virtual machine</Info>
    <Name>${name}</Name>
    <VirtualHardwareSection>
      <Info>Virtual hardware requirements</Info>
      <System>
        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>
        <vssd:InstanceID>0</vssd:InstanceID>
        <vssd:VirtualSystemIdentifier>${name}</vssd:VirtualSystemIdentifier>
        <vssd:VirtualSystemType>vmx-15</vssd:VirtualSystemType>
      </System>
      <Item>
        <rasd:Address>0</rasd:Address>
        <rasd:ElementName>SCSI controller 0</rasd:ElementName>
        <rasd:InstanceID>3</rasd:InstanceID>
        <rasd:ResourceSubType>VirtualSCSI</rasd:ResourceSubType>
        <rasd:ResourceType>6</rasd:ResourceType>
        <vmw:Config ovf:required="false" vmw:key="slotInfo.pciSlotNumber" vmw:value="160"/>
      </Item>
      <Item>
        <rasd:AddressOnParent>0</rasd:AddressOnParent>
        <rasd:ElementName>Hard disk 1</rasd:ElementName>
        <rasd:HostResource>ovf:/disk/vmdisk1</rasd:HostResource>
        <rasd:InstanceID>8</rasd:InstanceID>
        <rasd:Parent>3</rasd:Parent>
        <rasd:ResourceType>17</rasd:ResourceType>
      </Item>
      <Item>
        <rasd:AutomaticAllocation>true</rasd:AutomaticAllocation>
        <rasd:Connection>nic0</rasd:Connection>
        <rasd:ElementName>Network adapter 1</rasd:ElementName>
        <rasd:InstanceID>9</rasd:InstanceID>
        <rasd:ResourceSubType>VmxNet3</rasd:ResourceSubType>
        <rasd:ResourceType>10</rasd:ResourceType>
      </Item>
      <vmw:Config ovf:required="false" vmw:key="cpuHotAddEnabled" vmw:value="false"/>
      <vmw:Config ovf:required="false" vmw:key="firmware" vmw:value="${firmware}"/>
    </VirtualHardwareSection>
    <ProductSection>
      <Info>Information about the installed software</Info>
      <Product>${xml(product)}</Product>
      <Vendor>AWS</Vendor>
${Object.entries(properties).map(property).join('\n')}
    </ProductSection>
  </VirtualSystem>
</Envelope>
`;
}

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Python's tarfile writes a pax header for every entry, because the time of a file is a fraction, and fills up a record. */
function tar(files) {
  const blocks = files.flatMap(([name, bytes]) => [
    ...entry('././@PaxHeader', 'x', Buffer.from('17 mtime=0.25000\n')),
    ...entry(name, '0', bytes),
  ]);
  const archive = Buffer.concat([...blocks, Buffer.alloc(2 * blockSize)]);
  return Buffer.concat([archive, padding(archive.length, recordSize)]);
}

function entry(name, type, bytes) {
  const header = Buffer.alloc(blockSize);
  const octal = (value, digits, at) => header.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
  header.write(name, 0, 100);
  octal(0o644, 7, 100);
  octal(0, 7, 108);
  octal(0, 7, 116);
  octal(bytes.length, 11, 124);
  octal(0, 11, 136);
  // The checksum is taken with blanks in its own place.
  header.fill(' ', 148, 156);
  header.write(type, 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    6,
    148,
  );
  header[154] = 0;
  return [header, bytes, padding(bytes.length, blockSize)];
}

const padding = (length, unit) => Buffer.alloc((unit - (length % unit)) % unit);
