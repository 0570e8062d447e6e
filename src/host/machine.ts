import { readFileSync } from 'node:fs';
import { cpus, freemem, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { type Finding, gibibyte, inGiB, type KernelFiles, kernelFiles } from './finding.ts';

/** What the processes of this job may use of the machine. */
export interface Machine {
  /** As `process.platform` and `process.arch`. */
  readonly platform: string;
  readonly architecture: string;
  /** Version of the GNU C library; undefined with another one, such as musl. */
  readonly glibc: string | undefined;
  /** Processors, or the share of them that the control group grants. */
  readonly cores: number;
  /** Bytes; of the machine, or the limit of the control group or of `ulimit -v`, whichever is less. */
  readonly memory: number;
  readonly freeMemory: number;
  /** What keeps `memory` below that of the machine. */
  readonly memoryLimit?: string;
}

/** The EKS Anywhere documentation, "System requirements" of image-builder. */
const neededCores = 2;
const neededMemory = 8 * gibibyte;
/** A machine sold with 8 GB has less for its processes. */
const enoughMemory = 7 * gibibyte;
/** `memory` of upstream's QEMU templates, with room for QEMU, Packer and Ansible. */
export const guestMemory = 2 * gibibyte;
export const buildMemory = 3 * gibibyte;

export function findMachine(kernel: KernelFiles = kernelFiles): Machine {
  const meminfo = text(join(kernel.proc, 'meminfo'));
  const total = kilobytes(meminfo, 'MemTotal') || totalmem();
  const free = kilobytes(meminfo, 'MemAvailable') || freemem();
  const limit = memoryLimit(kernel);
  const isLimited = limit !== undefined && limit.bytes < total;
  return {
    platform: process.platform,
    architecture: process.arch,
    glibc: glibcVersion(),
    cores: Math.min(cpus().length, cpuShare(kernel) ?? Number.POSITIVE_INFINITY),
    memory: isLimited ? limit.bytes : total,
    freeMemory: isLimited ? Math.min(free, Math.max(0, limit.bytes - limit.used)) : free,
    ...(isLimited && { memoryLimit: limit.name }),
  };
}

export function judgeMachine(machine: Machine, guestRunsHere: boolean): readonly Finding[] {
  return [judgeArchitecture(machine), judgeCores(machine), judgeMemory(machine, guestRunsHere)];
}

function judgeArchitecture({ platform, architecture, glibc }: Machine): Finding {
  const isRight = platform === 'linux' && architecture === 'x64' && glibc !== undefined;
  const library = platform === 'linux' ? `, ${glibc === undefined ? 'no glibc' : `glibc ${glibc}`}` : '';
  return {
    what: 'platform',
    found: `${platform} ${architecture}${library}`,
    needed: 'linux x64, glibc',
    verdict: isRight ? 'good' : 'bad',
    ...(!isRight && {
      fix: 'The tools of a build exist for Linux on x86_64 with the GNU C library: use a runner such as `ubuntu-24.04`.',
    }),
  };
}

function judgeCores({ cores }: Machine): Finding {
  const isEnough = cores >= neededCores;
  return {
    what: 'cores',
    found: String(Math.round(cores * 10) / 10),
    needed: String(neededCores),
    verdict: isEnough ? 'good' : 'doubtful',
    ...(!isEnough && { fix: 'The build takes longer; its time-outs may not wait for it.' }),
  };
}

function judgeMemory(machine: Machine, guestRunsHere: boolean): Finding {
  const { memory, freeMemory, memoryLimit } = machine;
  const isTooLittle = guestRunsHere && freeMemory < guestMemory;
  const isScarce = memory < enoughMemory || (guestRunsHere && freeMemory < buildMemory);
  return {
    what: 'memory',
    found: `${inGiB(memory)}, ${inGiB(freeMemory)} free${memoryLimit ? ` (${memoryLimit})` : ''}`,
    needed: `${inGiB(neededMemory)}${guestRunsHere ? `, ${inGiB(buildMemory)} free` : ''}`,
    verdict: isTooLittle ? 'bad' : isScarce ? 'doubtful' : 'good',
    ...(isTooLittle && {
      fix: `The build VM alone has ${inGiB(guestMemory)}: end what else runs here, or use a larger runner.`,
    }),
    ...(!isTooLittle && isScarce && { fix: 'AWS asks for 8 GB. Run one build at a time.' }),
  };
}

/** The report of Node.js would look up every peer's name without the first line. */
function glibcVersion(): string | undefined {
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime;
}

/** The tightest limit on the way from our control group up to the root, or that of `ulimit -v`. */
function memoryLimit(kernel: KernelFiles) {
  const limits = groupFolders(kernel, 'memory').flatMap((folder) => {
    const bytes = number(join(folder, 'memory.max')) ?? number(join(folder, 'memory.limit_in_bytes'));
    if (bytes === undefined) return [];
    const used = number(join(folder, 'memory.current')) ?? number(join(folder, 'memory.usage_in_bytes')) ?? 0;
    // The page cache counts as used, and is given back when it is needed.
    const cache = Number(
      /^(?:inactive_file|total_inactive_file) (\d+)$/m.exec(text(join(folder, 'memory.stat')))?.[1] ?? 0,
    );
    return [{ name: 'limit of the control group', bytes, used: Math.max(0, used - cache) }];
  });
  const [, addressSpace] =
    /^Max address space\s+(\d+)/m.exec(text(join(kernel.proc, 'self', 'limits'))) ?? [];
  if (addressSpace !== undefined) limits.push({ name: 'ulimit -v', bytes: Number(addressSpace), used: 0 });
  return limits.sort((a, b) => a.bytes - b.bytes)[0];
}

/** cpu.max of version 2, quota and period of version 1 (kernel documentation, cgroup-v2 and sched-bwc). */
function cpuShare(kernel: KernelFiles): number | undefined {
  const shares = groupFolders(kernel, 'cpu').flatMap((folder) => {
    const [quota, period] = text(join(folder, 'cpu.max')).trim().split(' ').map(Number);
    const oldQuota = number(join(folder, 'cpu.cfs_quota_us'));
    const oldPeriod = number(join(folder, 'cpu.cfs_period_us'));
    if (quota && period) return [quota / period];
    return oldQuota && oldPeriod ? [oldQuota / oldPeriod] : [];
  });
  return shares.sort((a, b) => a - b)[0];
}

/** Folders of our control group and of those above it, in version 2 and in version 1 of the interface. */
function groupFolders(kernel: KernelFiles, controller: string): readonly string[] {
  const folders = text(join(kernel.proc, 'self', 'cgroup'))
    .split('\n')
    .flatMap((line) => {
      const [id, controllers = '', path = '/'] = line.split(':');
      const root = join(kernel.sys, 'fs', 'cgroup');
      if (id === '0' && controllers === '') return upwards(root, path);
      return controllers.split(',').includes(controller) ? upwards(join(root, controller), path) : [];
    });
  return [...new Set(folders)];
}

function upwards(root: string, path: string): string[] {
  const folders: string[] = [];
  for (let at = path; at !== '/' && at !== '.'; at = dirname(at)) folders.push(join(root, at));
  return [...folders, root];
}

function kilobytes(meminfo: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(meminfo)?.[1] ?? 0) * 1024;
}

/** A number of bytes or microseconds; `max`, `-1` and a file that is not there are no limit. */
function number(path: string): number | undefined {
  const content = text(path).trim();
  return /^\d+$/.test(content) ? Number(content) : undefined;
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
