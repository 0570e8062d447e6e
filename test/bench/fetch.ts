/**
 * fetch-bottlerocket beside the commands that the documentation gives, from the same server on loopback, in one run.
 *
 *     node test/bench/fetch.ts [--mebibytes 1024] [--zeros 4096] [--rounds 2]
 *
 * The disk: programs and libraries of this machine at 4 KiB borders, noise, and zeros. Needs lz4, gzip, curl; takes pigz.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs, promisify } from 'node:util';
import { ovaEntries, streamOptimizedVmdk, tar } from '../support/ova.ts';
import { gptDisk, guids } from '../unit/image/disk-image.ts';

const mebibyte = 2 ** 20;
const { values } = parseArgs({
  options: {
    mebibytes: { type: 'string', default: '1024' },
    zeros: { type: 'string', default: '4096' },
    rounds: { type: 'string', default: '2' },
  },
});
const root = join(import.meta.dirname, '..', '..');
const child = join(import.meta.dirname, 'fetch-one.mjs');
// Below node_modules, where the libraries are found from.
const emitted = join(root, 'node_modules', '.cache', 'bench-fetch');
execFileSync('tsc', ['-p', join(root, 'tsconfig.build.json'), '--outDir', emitted], {
  env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}` },
});
const folder = mkdtempSync(join(tmpdir(), 'bench-fetch-'));
const run = promisify(execFile);

const server = createServer((request, response) => {
  const file = join(folder, basename(request.url ?? ''));
  response.writeHead(200, {
    'content-length': statSync(file).size,
    etag: '"bench"',
    'accept-ranges': 'bytes',
  });
  pipeline(createReadStream(file, { highWaterMark: mebibyte }), response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1');
const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

try {
  const disk = join(folder, 'disk.img');
  await makeDisk(disk, Number(values.mebibytes) * mebibyte, 0);
  await benchMetal('mixed disk', disk);
  if (Number(values.zeros) > 0) {
    const long = join(folder, 'long.img');
    await makeDisk(long, Number(values.mebibytes) * mebibyte, Number(values.zeros) * mebibyte);
    await benchMetal('the same and zeros', long);
  }
  await benchOva(join(folder, 'node.ova'));
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function benchMetal(title: string, disk: string): Promise<void> {
  execFileSync('lz4', ['-9', '-q', disk, `${disk}.lz4`]);
  const name = basename(disk);
  const size = statSync(disk).size;
  rmSync(disk);
  const lz4 = `curl -sSfo got.lz4 ${base()}/${name}.lz4 && sha256sum got.lz4 >sum && lz4 -dqf got.lz4 got.img`;
  const ways: Array<readonly [string, () => Promise<Measured>]> = [
    ['curl, sha256sum, lz4 -d, gzip', () => shell(`${lz4} && gzip -f got.img`, 'got.img.gz')],
    ...(hasCommand('pigz')
      ? [['curl, sha256sum, lz4 -d, pigz', () => shell(`${lz4} && pigz -f got.img`, 'got.img.gz')] as const]
      : []),
    ['fetch-bottlerocket', () => fetchOne(`${name}.lz4`, 'gzip')],
  ];
  await table(
    `${title}: ${(size / 1e6).toFixed(0)} MB, ${(statSync(`${disk}.lz4`).size / 1e6).toFixed(0)} MB as LZ4`,
    ways,
  );
}

async function benchOva(path: string): Promise<void> {
  const sectors = (256 * mebibyte) / 512;
  const disk = gptDisk(sectors, [{ type: guids.linux, firstSector: 2048, lastSector: sectors - 64 }]);
  randomBytes((sectors - 4096) * 512).copy(disk, 2048 * 512);
  const file = await open(path, 'w');
  await file.writeFile(tar(ovaEntries({ vmdk: streamOptimizedVmdk(disk), firmware: 'efi' })));
  await file.close();
  const curl = `curl -sSfo got.ova ${base()}/node.ova`;
  await table(`OVA: ${(statSync(path).size / 1e6).toFixed(0)} MB`, [
    ['curl', () => shell(curl, 'got.ova')],
    ['curl, sha256sum', () => shell(`${curl} && sha256sum got.ova >sum`, 'got.ova')],
    ['fetch-bottlerocket, inner manifest checked', () => fetchOne('node.ova', 'ova')],
  ]);
}

interface Measured {
  readonly seconds: number;
  readonly bytes: number;
  /** User and system, of all processes. */
  readonly cpuSeconds: number;
  readonly rssMebibytes?: number;
}

/** Round by round, so that a busy moment of the machine falls on all. */
async function table(
  title: string,
  ways: ReadonlyArray<readonly [string, () => Promise<Measured>]>,
): Promise<void> {
  const best = new Map<string, Measured>();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, measure] of ways) {
      const measured = await measure();
      if (measured.seconds < (best.get(name)?.seconds ?? Number.POSITIVE_INFINITY)) best.set(name, measured);
    }
  }
  const ours = [...best.values()].at(-1)?.seconds ?? 1;
  console.log(
    `\n${title}; fastest of ${values.rounds}\n\n| what | s | against the last row | CPU s | MB written | peak MiB |\n|---|---|---|---|---|---|`,
  );
  for (const [name, { seconds, cpuSeconds, bytes, rssMebibytes }] of best) {
    console.log(
      `| ${name} | ${seconds.toFixed(1)} | ${(seconds / ours).toFixed(1)} × | ${cpuSeconds.toFixed(1)} | ${(bytes / 1e6).toFixed(1)} | ${rssMebibytes?.toFixed(0) ?? ''} |`,
    );
  }
}

async function shell(command: string, result: string): Promise<Measured> {
  const cwd = mkdtempSync(join(folder, 'shell-'));
  const started = performance.now();
  const { stdout } = await run('sh', ['-c', `${command}; times`], { cwd });
  const seconds = (performance.now() - started) / 1000;
  const bytes = statSync(join(cwd, result)).size;
  rmSync(cwd, { recursive: true });
  // POSIX `times`: user and system time of the shell, and on the next line of what it started.
  const times = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return { seconds, bytes, cpuSeconds: times.reduce((sum, time) => sum + time, 0) };
}

/** In a process of its own, from its start to its end. */
async function fetchOne(name: string, conversion: 'gzip' | 'ova'): Promise<Measured> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const destination = join(folder, 'ours');
  const started = performance.now();
  const { stdout } = await run(process.execPath, [
    child,
    emitted,
    ...[`${base()}/${name}`, String(statSync(path).size), hash.digest('hex'), destination, conversion],
  ]);
  const seconds = (performance.now() - started) / 1000;
  const bytes = statSync(destination).size;
  rmSync(destination);
  const [rssMebibytes = 0, cpuSeconds = 0] = stdout.trim().split(' ').map(Number);
  return { seconds, bytes, cpuSeconds, rssMebibytes };
}

/** 53 % files, 1 % noise, the rest zeros, and as many more as are asked for. */
async function makeDisk(path: string, bytes: number, zeros: number): Promise<void> {
  const file = await open(path, 'w');
  let position = 0;
  const add = async (content: Buffer) => {
    await file.write(content, 0, content.length, position);
    position += Math.ceil(content.length / 4096) * 4096;
  };
  for (const source of programFiles()) {
    if (position > bytes * 0.53) break;
    await add(readFileSync(source).subarray(0, 8 * mebibyte));
  }
  await add(randomBytes(Math.floor(bytes / 100)));
  await file.truncate(bytes + zeros);
  await file.close();
}

function programFiles(): string[] {
  const args = ['/usr/bin', '/usr/lib', '/usr/share', '-type', 'f', '-size', '+32k'];
  return execFileSync('find', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
    .trim()
    .split('\n')
    .sort();
}

function hasCommand(name: string): boolean {
  return spawnSync(name, ['--version']).status === 0;
}
