import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { layoutBytes, readDiskLayout } from '../../src/image/disk-layout.ts';

/** Reads a file from the Linux partition of a gzipped disk image, without mounting: debugfs of e2fsprogs. */
export function readExt4File(imagePath: string, file: string): string {
  const disk = gunzipSync(readFileSync(imagePath));
  const { partitions } = readDiskLayout(disk.subarray(0, layoutBytes));
  const linux = partitions.find(({ type }) => type === 'linux');
  if (linux === undefined) throw new Error(`${imagePath} has no Linux partition`);
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    const partition = join(folder, 'partition');
    writeFileSync(partition, disk.subarray(linux.start, linux.end));
    const path = ['/usr/sbin', '/sbin', process.env['PATH']].join(':');
    return execFileSync('debugfs', ['-R', `cat ${file}`, partition], {
      encoding: 'utf8',
      env: { PATH: path },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
