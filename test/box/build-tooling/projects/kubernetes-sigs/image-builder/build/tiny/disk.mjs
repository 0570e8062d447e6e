/** The engine "tiny": a raw disk of 64 MiB that a partitioning tool, a FAT driver and e2fsck accept. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeBootVolume } from './fat.mjs';
import { sectorSize, writePartitionTable } from './gpt.mjs';

const mebibyte = 1024 * 1024;
export const diskSize = 64 * mebibyte;
const bootPartition = { first: mebibyte, size: 8 * mebibyte };
const rootPartition = { first: 9 * mebibyte, size: 54 * mebibyte };

const efiSystemPartition = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const linuxFilesystemData = '0fc63daf-8483-4772-8e79-3d69d8477de4';

/**
 * @param {Record<string, string>} files path inside the root file system to content
 * @param {string} seed what the GUIDs are made from
 * @returns {Buffer} the raw disk
 */
export function makeDisk(files, seed) {
  const disk = Buffer.alloc(diskSize);
  const partition = (type, name, { first, size }) => ({
    type,
    name,
    guid: guidOf(`${seed} ${name}`),
    first: first / sectorSize,
    sectors: size / sectorSize,
  });
  writePartitionTable(disk, guidOf(seed), [
    partition(efiSystemPartition, 'EFI system partition', bootPartition),
    partition(linuxFilesystemData, 'root', rootPartition),
  ]);
  const boot = disk.subarray(bootPartition.first, bootPartition.first + bootPartition.size);
  writeBootVolume(boot, bootPartition.first / sectorSize, Buffer.from('stand-in for a boot loader\n'));
  makeRootFileSystem(files, guidOf(`${seed} ext4`)).copy(disk, rootPartition.first);
  return disk;
}

/** `mke2fs -d` fills the file system from a folder, which needs neither root nor a mount. */
function makeRootFileSystem(files, uuid) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tiny-disk-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(scratch, 'root', file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    const image = path.join(scratch, 'root.ext4');
    const options = [
      '-q',
      '-F',
      '-t',
      'ext4',
      '-L',
      'cloudimg-rootfs',
      '-U',
      uuid,
      '-E',
      `hash_seed=${uuid},root_owner=0:0`,
    ];
    execFileSync(
      'mke2fs',
      [...options, '-d', path.join(scratch, 'root'), image, `${rootPartition.size / 1024}k`],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        // mke2fs lives in sbin, which is not on every user's PATH.
        env: {
          ...process.env,
          PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
          E2FSPROGS_FAKE_TIME: '315532800',
        },
      },
    );
    return readFileSync(image);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function guidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
