/**
 * How fast a finished image is opened, summed and uploaded, and in how much memory: a sparse disk of 4 GiB (or so many
 * MiB as the first argument says), with a partition table and an eighth of noise, as raw, gzip, qcow2 and OVA, beside
 * `sha256sum` and `gzip -t` over the same file, which is in the page cache. Each is a process of its own. The upload
 * goes to the box's stand-in of the results service, which stores what it gets.
 *
 * Needs qemu-img, sfdisk, mkfs.vfat and 12 GB of free disk.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectImage } from '../../src/image/inspect-image.ts';
import { uploadFile } from '../../src/runner/artifacts.ts';
import { runnerLog } from '../../src/runner/log.ts';
import { startBox } from '../box/box.ts';
import { ovaEntries } from '../support/ova.ts';

const mebibyte = 1024 * 1024;
const environment = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
const run = (file: string, args: readonly string[], input = '') =>
  execFileSync(file, args, { env: environment, input, stdio: ['pipe', 'ignore', 'inherit'] });

const [, , task = '4096', file = ''] = process.argv;
const diskMebibytes = /^\d+$/.test(task) ? Number(task) : 0;
if (task === 'inspect') {
  const hypervisor = file.endsWith('.gz') ? 'baremetal' : file.endsWith('.ova') ? 'vsphere' : 'nutanix';
  await inspectImage(file, { hypervisor, firmware: 'efi', eksdRelease: 'kubernetes-1-33-eks-30' });
  say();
} else if (task === 'upload') {
  await uploadFile({ what: 'The image', path: file, mode: 'raw', retentionDays: 1 }, runnerLog);
  say();
} else await compare();

/** The last line of a measured process: its peak of memory, in MB. */
function say(): void {
  console.log(`\n${(process.resourceUsage().maxRSS * 1024) / 1e6}`);
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-image-'));
  try {
    const disk = makeDisk(folder);
    const packed = join(folder, 'disk.gz');
    const qcow2 = join(folder, 'disk.qcow2');
    run('sh', ['-c', 'gzip -1 <"$0" >"$1"', disk, packed]);
    run('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', disk, qcow2]);
    console.log('| what | size of the file | seconds | MB/s | peak of memory |\n|---|---|---|---|---|');
    const ova = makeOva(folder, disk);
    row('`sha256sum` of the raw disk', disk, () => run('sha256sum', [disk]));
    row('opening and summing it', disk, () => measured('inspect', disk));
    row('`gzip -t` and `sha256sum` of it, gzipped', packed, () =>
      run('sh', ['-c', 'gzip -t "$0" && sha256sum "$0"', packed]),
    );
    row('opening and summing that', packed, () => measured('inspect', packed));
    row('`sha256sum` of it as qcow2', qcow2, () => run('sha256sum', [qcow2]));
    row('opening and summing that', qcow2, () => measured('inspect', qcow2));
    row('`sha256sum` of it as OVA', ova, () => run('sha256sum', [ova]));
    row('opening and summing that, every grain', ova, () => measured('inspect', ova));
    await using box = await startBox({ scratch: join(folder, 'box') });
    const started = performance.now();
    const memory = await uploadInBox(disk, box.environment);
    report('uploading the raw disk', disk, performance.now() - started, memory);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function makeDisk(folder: string): string {
  const disk = join(folder, 'disk.raw');
  writeFileSync(disk, '');
  truncateSync(disk, diskMebibytes * mebibyte);
  run(
    'sfdisk',
    ['-q', disk],
    `label: gpt\nstart=1MiB, size=8MiB, type=U\nstart=9MiB, size=${diskMebibytes - 96}MiB, type=L\n`,
  );
  const boot = join(folder, 'boot.fat');
  run('mkfs.vfat', ['-C', boot, '8192']);
  run('dd', [`if=${boot}`, `of=${disk}`, 'bs=1M', 'seek=1', 'conv=notrunc', 'status=none']);
  const handle = openSync(disk, 'r+');
  const noise = randomBytes(Math.floor(diskMebibytes / 64) * mebibyte);
  for (let index = 0; index < 8; index += 1)
    writeSync(handle, noise, 0, noise.length, (64 + Math.floor(index * diskMebibytes * 0.1)) * mebibyte);
  closeSync(handle);
  return disk;
}

/** As upstream's hack/image-build-ova.py packs it; qemu-img writes the disk. */
function makeOva(folder: string, disk: string): string {
  const name = 'node-disk-0.vmdk';
  const vmdk = join(folder, name);
  run('qemu-img', ['convert', '-f', 'raw', '-O', 'vmdk', '-o', 'subformat=streamOptimized', disk, vmdk]);
  const [sum = ''] = execFileSync('sha256sum', [vmdk], { encoding: 'utf8' }).split(' ');
  const size = String(statSync(vmdk).size);
  const [ovf, manifest] = ovaEntries({
    ...{ vmdk: Buffer.alloc(0), firmware: 'efi' },
    editDescriptor: (text) => text.replace('ovf:size="0"', `ovf:size="${size}"`),
  });
  if (ovf === undefined || manifest === undefined) throw new Error('no descriptor');
  writeFileSync(join(folder, ovf.name), ovf.bytes);
  const lines = manifest.bytes.toString().replace(/^(SHA256\(node-disk-0\.vmdk\)= ).*$/m, `$1${sum}`);
  writeFileSync(join(folder, manifest.name), lines);
  const ova = join(folder, 'disk.ova');
  run('tar', ['--format=ustar', '-cf', ova, '-C', folder, ovf.name, manifest.name, name]);
  rmSync(vmdk);
  return ova;
}

function row(what: string, path: string, work: () => unknown): void {
  // All lines find their file in the page cache.
  run('sh', ['-c', 'cat "$0" >/dev/null', path]);
  const started = performance.now();
  const memory = work();
  report(what, path, performance.now() - started, typeof memory === 'number' ? memory : undefined);
}

function report(what: string, path: string, milliseconds: number, memory: number | undefined): void {
  const { size } = statSync(path);
  const rate = size / 1e3 / milliseconds;
  const peak = memory === undefined ? '' : `${memory.toFixed(0)} MB`;
  console.log(
    `| ${what} | ${(size / 1e6).toFixed(0)} MB | ${(milliseconds / 1000).toFixed(1)} | ${rate.toFixed(0)} | ${peak} |`,
  );
}

function measured(name: string, path: string): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), name, path],
    {
      encoding: 'utf8',
      maxBuffer: 64 * mebibyte,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout.trim().split('\n').at(-1));
}

/** The box lives in this process, which must not wait for the child synchronously. */
async function uploadInBox(path: string, variables: Readonly<Record<string, string>>): Promise<number> {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(import.meta.url), 'upload', path],
    {
      env: { ...process.env, ...variables, GITHUB_SERVER_URL: 'https://github.com' },
      maxBuffer: 64 * mebibyte,
    },
  );
  return Number(stdout.trim().split('\n').at(-1));
}
