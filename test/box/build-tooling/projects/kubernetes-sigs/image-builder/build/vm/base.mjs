/** The base image of the engine "vm": which it is, and how it is made. Making it is the one step that needs a package mirror. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { sectorSize, writePartitionTable } from '../tiny/gpt.mjs';

const mebibyte = 1024 * 1024;
const bootPartition = { first: mebibyte, size: 64 * mebibyte };
const rootPartition = { first: 65 * mebibyte, size: 768 * mebibyte };
const diskSize = 834 * mebibyte;

// Type GUIDs: UEFI specification 5.3.3 and the Discoverable Partitions Specification.
const partitions = [
  {
    ...{ type: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b', name: 'EFI system partition', ...bootPartition },
    guid: '0b5f6f0e-52ac-4c5c-8d3e-7b0f64c1a001',
  },
  {
    ...{ type: '0fc63daf-8483-4772-8e79-3d69d8477de4', name: 'root', ...rootPartition },
    guid: '0b5f6f0e-52ac-4c5c-8d3e-7b0f64c1a002',
  },
];

/** What every boot of the image appends to the kernel's command line, by QEMU's -kernel or by the boot loader. */
export const kernelArguments = `root=PARTUUID=${partitions[1].guid} rw console=ttyS0 net.ifnames=0 quiet`;

// Ansible's modules need more of Python than python3-minimal has.
const packages = [
  ...['systemd-sysv', 'udev', 'dbus', 'kmod', 'iproute2', 'sudo', 'openssh-server', 'python3'],
  ...['linux-image-cloud-amd64', 'initramfs-tools', 'zstd', 'systemd-boot-efi'],
];
const leftOut = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'];

/** Where QEMU's firmware configuration device shows the account line that the host passed for this boot. */
const accountPath = '/sys/firmware/qemu_fw_cfg/by_name/opt/node-image/account/raw';

const files = {
  'etc/hostname': 'node-image\n',
  'etc/hosts': '127.0.0.1 localhost node-image\n',
  'etc/systemd/network/80-dhcp.network': '[Match]\nName=eth*\n\n[Network]\nDHCP=yes\n',
  'etc/sudoers.d/builder': 'builder ALL=(ALL) NOPASSWD:ALL\n',
  'etc/modules-load.d/qemu-fw-cfg.conf': 'qemu_fw_cfg\n',
  'etc/systemd/system/build-account.service': [
    '[Unit]',
    'Description=Set the password of the build user',
    'Before=ssh.service',
    'After=systemd-modules-load.service',
    `ConditionPathExists=${accountPath}`,
    '[Service]',
    'Type=oneshot',
    'ExecStart=/usr/sbin/chpasswd',
    `StandardInput=file:${accountPath}`,
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n'),
};

const bootEntry = `title Node image\nlinux /vmlinuz\ninitrd /initrd.img\noptions ${kernelArguments}\n`;

/** The folder of the base image that these sources make; it holds disk.raw, vmlinuz and initrd.img. */
export function baseFolder(cache) {
  const own = readFileSync(new URL(import.meta.url));
  const inputs = createHash('sha256').update(own).update(hostSuite());
  return path.join(cache, `base-${inputs.digest('hex').slice(0, 16)}`);
}

export const isMade = (folder) => existsSync(path.join(folder, 'disk.raw'));

/** Makes the base image unless it is there, and forgets those of other inputs. */
export function makeBase(cache) {
  const folder = baseFolder(cache);
  if (isMade(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    if (name.startsWith('base-')) rmSync(path.join(cache, name), { recursive: true });
  }
  const scratch = mkdtempSync(path.join(cache, 'making-'));
  try {
    // Without root, mmdebstrap's hooks run as another user.
    chmodSync(scratch, 0o777);
    const disk = path.join(scratch, 'disk.raw');
    createPartitionedDisk(disk);
    installRoot(scratch, disk);
    installBootLoader(scratch, disk);
    chmodSync(disk, 0o644);
    chmodSync(scratch, 0o755);
    renameSync(scratch, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return folder;
}

/** The host's own release, because mmdebstrap then takes the host's package sources and keys. */
const hostSuite = () =>
  /^VERSION_CODENAME=(\S+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable';

/** Head and tail hold the two tables; what lies between stays a hole. */
function createPartitionedDisk(file) {
  const image = Buffer.alloc(diskSize);
  const inSectors = partitions.map(({ first, size, ...partition }) => ({
    ...partition,
    first: first / sectorSize,
    sectors: size / sectorSize,
  }));
  writePartitionTable(image, '0b5f6f0e-52ac-4c5c-8d3e-7b0f64c1a000', inSectors);
  const disk = openSync(file, 'w', 0o666);
  ftruncateSync(disk, diskSize);
  writeSync(disk, image, 0, mebibyte, 0);
  writeSync(disk, image, diskSize - mebibyte, mebibyte, diskSize - mebibyte);
  closeSync(disk);
  chmodSync(file, 0o666);
}

function installRoot(scratch, disk) {
  packFiles(scratch);
  const filesystem = ['-q', '-F', '-t', 'ext4', '-L', 'root', '-E', `offset=${rootPartition.first}`];
  // Inside the hook /proc and /sys are mounted in the root; a bind mount shows it without them.
  const makeFilesystem = `unshare --mount sh -ec 'mount --bind "$1" /mnt; mke2fs ${filesystem.join(' ')} -d /mnt "$2" ${rootPartition.size / 1024}k' sh "$1" ${quoted(disk)}`;
  const inScratch = (name) => quoted(path.join(scratch, name));
  const hooks = [
    `tar-in ${inScratch('files.tar')} /`,
    'chroot "$1" useradd --create-home --shell /bin/bash builder',
    'chroot "$1" systemctl enable systemd-networkd.service build-account.service',
    `download /usr/lib/systemd/boot/efi/systemd-bootx64.efi ${inScratch('loader.efi')}`,
    `download /vmlinuz ${inScratch('vmlinuz')}`,
    `download /initrd.img ${inScratch('initrd.img')}`,
    makeFilesystem,
  ];
  run('mmdebstrap', [
    ...['--variant=minbase', '--format=null', '--quiet', `--include=${packages.join(',')}`],
    ...leftOut.map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
    ...hooks.map((hook) => `--customize-hook=${hook}`),
    hostSuite(),
    '-',
  ]);
  rmSync(path.join(scratch, 'files.tar'));
}

/** The files alone, as root's: neither the caller's id nor the caller's umask may get into the image. */
function packFiles(scratch) {
  const folder = path.join(scratch, 'files');
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const asRoot = ['--owner=root:0', '--group=root:0', '--mode=0644'];
  run('tar', [...asRoot, '-cf', path.join(scratch, 'files.tar'), '-C', folder, ...Object.keys(files)]);
  rmSync(folder, { recursive: true });
}

/** mmdebstrap reads hooks as a shell does. */
const quoted = (file) => `'${file.replaceAll("'", `'\\''`)}'`;

/** systemd-boot where UEFI firmware looks on any disk (UEFI specification 3.5.1.1), written by mtools without a mount. */
function installBootLoader(scratch, disk) {
  const volume = `${disk}@@${bootPartition.first}`;
  const entry = path.join(scratch, 'node-image.conf');
  writeFileSync(entry, bootEntry);
  run('mformat', ['-i', volume, '-T', String(bootPartition.size / sectorSize), '-v', 'ESP', '::']);
  run('mmd', ['-i', volume, '::/EFI', '::/EFI/BOOT', '::/loader', '::/loader/entries']);
  const contents = {
    'loader.efi': '::/EFI/BOOT/BOOTX64.EFI',
    'node-image.conf': '::/loader/entries/node-image.conf',
    vmlinuz: '::/vmlinuz',
    'initrd.img': '::/initrd.img',
  };
  for (const [name, target] of Object.entries(contents)) {
    run('mcopy', ['-i', volume, path.join(scratch, name), target]);
  }
  for (const name of ['loader.efi', 'node-image.conf']) rmSync(path.join(scratch, name));
}

function run(file, args) {
  // mke2fs and chroot live in sbin, which is not on every user's PATH.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  execFileSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}
