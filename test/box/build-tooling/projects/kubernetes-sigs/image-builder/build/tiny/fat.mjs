/** A FAT16 volume with \EFI\BOOT\BOOTX64.EFI in it, after Microsoft's FAT specification 1.03. */

const sectorSize = 512;
const sectorsPerCluster = 2;
const clusterSize = sectorSize * sectorsPerCluster;
const reservedSectors = 1;
const rootEntries = 512;
const directory = 0x10;
const archive = 0x20;
const endOfChain = 0xffff;

/**
 * @param {Buffer} volume what to fill; 8 MiB make it FAT16 by its count of clusters
 * @param {number} hiddenSectors where the partition begins
 * @param {Buffer} loader at most one cluster
 */
export function writeBootVolume(volume, hiddenSectors, loader) {
  const sectors = volume.length / sectorSize;
  const tableSectors = Math.ceil(((sectors / sectorsPerCluster + 2) * 2) / sectorSize);
  writeBootSector(volume, { sectors, tableSectors, hiddenSectors });
  const firstTable = reservedSectors * sectorSize;
  const root = firstTable + 2 * tableSectors * sectorSize;
  const data = root + rootEntries * 32;
  const cluster = (number) => volume.subarray(data + (number - 2) * clusterSize);
  const [efi, boot, file] = [2, 3, 4];
  for (const table of [firstTable, firstTable + tableSectors * sectorSize]) {
    for (const [index, value] of [0xfff8, 0xffff, endOfChain, endOfChain, endOfChain].entries()) {
      volume.writeUInt16LE(value, table + index * 2);
    }
  }
  writeEntries(volume.subarray(root), [
    ['ESP        ', 0x08, 0, 0],
    ['EFI        ', directory, efi, 0],
  ]);
  writeEntries(cluster(efi), [
    ['.          ', directory, efi, 0],
    ['..         ', directory, 0, 0],
    ['BOOT       ', directory, boot, 0],
  ]);
  writeEntries(cluster(boot), [
    ['.          ', directory, boot, 0],
    ['..         ', directory, efi, 0],
    ['BOOTX64 EFI', archive, file, loader.length],
  ]);
  loader.copy(cluster(file), 0, 0, clusterSize);
}

function writeBootSector(volume, { sectors, tableSectors, hiddenSectors }) {
  volume.set([0xeb, 0x3c, 0x90], 0);
  volume.write('mkfs.fat', 3, 'latin1');
  volume.writeUInt16LE(sectorSize, 11);
  volume.writeUInt8(sectorsPerCluster, 13);
  volume.writeUInt16LE(reservedSectors, 14);
  volume.writeUInt8(2, 16);
  volume.writeUInt16LE(rootEntries, 17);
  volume.writeUInt16LE(sectors, 19);
  volume.writeUInt8(0xf8, 21);
  volume.writeUInt16LE(tableSectors, 22);
  volume.writeUInt16LE(63, 24);
  volume.writeUInt16LE(255, 26);
  volume.writeUInt32LE(hiddenSectors, 28);
  volume.set([0x80, 0x00, 0x29, 0x45, 0x4b, 0x53, 0x41], 36);
  volume.write('ESP        FAT16   ', 43, 'latin1');
  volume.set([0x55, 0xaa], 510);
}

function writeEntries(target, entries) {
  for (const [index, [name, attributes, cluster, size]] of entries.entries()) {
    const at = index * 32;
    target.write(name, at, 11, 'latin1');
    target.writeUInt8(attributes, at + 11);
    // 1980-01-01, the first date that FAT can express.
    target.writeUInt16LE(0x21, at + 24);
    target.writeUInt16LE(cluster, at + 26);
    target.writeUInt32LE(size, at + 28);
  }
}
