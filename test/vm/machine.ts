import { spawn } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { projectRoot } from '../support/committed-tree.ts';

const engine = join(projectRoot, 'test/box/build-tooling/projects/kubernetes-sigs/image-builder/build/vm');
const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');

/** Where base images stay between runs; `STANDIN_VM_CACHE` puts them elsewhere. */
export const baseImageCache = resolve(
  process.env['STANDIN_VM_CACHE'] || join(cache, 'eks-anywhere-node-images', 'vm'),
);

/** The switches that make the stand-in build-tooling build with real tools. */
export const vmEngine = { STANDIN_ENGINE: 'vm', STANDIN_VM_CACHE: baseImageCache } as const;

/**
 * Makes the base image, or finds it in the cache. It happens before the job, because it takes the packages from
 * this machine's mirror, and a job in the box reaches the box alone.
 */
export async function prepareBaseImage(): Promise<void> {
  const child = spawn(process.execPath, [join(engine, 'make-base.mjs'), baseImageCache], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((done, failed) => child.on('error', failed).on('close', done));
  if (code !== 0) throw new Error(`no base image (exit code ${code}):\n${Buffer.concat(said)}`);
}

/** UEFI firmware for x86_64 as Debian and Ubuntu (package ovmf) install it. */
const firmware = '/usr/share/ovmf/OVMF.fd';

export interface BootOptions {
  /** A gzipped raw disk image. */
  readonly image: string;
  readonly scratch: string;
  /** What the console says when there is nothing more to wait for. */
  readonly until: RegExp;
  readonly timeoutSeconds: number;
}

/**
 * Boots an image by its own boot loader in software emulation, as a machine with UEFI firmware would, and resolves
 * with what its serial console said.
 */
export async function bootImage({ image, scratch, until, timeoutSeconds }: BootOptions): Promise<string> {
  if (!existsSync(firmware)) throw new Error(`${firmware} is missing: install the package ovmf`);
  const disk = join(scratch, 'disk.raw');
  await pipeline(createReadStream(image), createGunzip(), createWriteStream(disk));
  const machine = spawn(
    'qemu-system-x86_64',
    [
      ...['-machine', 'q35,accel=tcg', '-cpu', 'max', '-smp', '2', '-m', '1024', '-bios', firmware],
      ...['-drive', `file=${disk},format=raw,if=virtio,cache=unsafe`, '-nic', 'none'],
      ...['-display', 'none', '-monitor', 'none', '-serial', 'stdio', '-no-reboot'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const ended = new Promise<'ended'>((done, failed) =>
    machine.on('error', failed).on('close', () => done('ended')),
  );
  const seen = new Promise<'seen'>((done) => {
    for (const stream of [machine.stdout, machine.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (until.test(said)) done('seen');
      });
    }
  });
  const timer = setTimeout(() => machine.kill('SIGKILL'), timeoutSeconds * 1000);
  const outcome = await Promise.race([seen, ended]);
  clearTimeout(timer);
  machine.kill('SIGKILL');
  await ended;
  if (outcome === 'ended')
    throw new Error(`the console never said ${until} within ${timeoutSeconds} s:\n${said}`);
  return said;
}

/** Command lines of the processes that work in a folder or name it. */
export function processesOf(folder: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => {
    try {
      const commandLine = readFileSync(join('/proc', pid, 'cmdline'), 'utf8')
        .replaceAll('\0', ' ')
        .trim();
      const isAtWork = readlinkSync(join('/proc', pid, 'cwd')).startsWith(folder);
      return isAtWork || commandLine.includes(folder) ? [commandLine] : [];
    } catch {
      // Gone since the listing, or another user's.
      return [];
    }
  });
}
