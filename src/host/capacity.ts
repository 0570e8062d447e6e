import { type Finding, gibibyte, inGiB } from './finding.ts';
import type { Lease } from './leases.ts';
import { buildMemory, type Machine } from './machine.ts';
import type { OtherBuildsPolicy } from './policies.ts';

/** Bytes of memory that a build takes whose guest runs elsewhere: Packer, Ansible, git. */
const memoryWithoutGuest = gibibyte;
/** What the system keeps for itself. */
const systemMemory = gibibyte;

export interface CapacityFacts {
  readonly machine: Machine;
  readonly guestRunsHere: boolean;
  /** Of the file system of the work folder. */
  readonly freeDisk: number;
  readonly device: number;
  readonly freeDiskGiB: number;
  readonly others: readonly Lease[];
  readonly policy: OtherBuildsPolicy;
}

/** Memory that one build takes at most, in bytes. */
export function memoryOfBuild(guestRunsHere: boolean): number {
  return guestRunsHere ? buildMemory : memoryWithoutGuest;
}

/** How many builds the machine has room for, and whether this one still fits beside those that run. */
export function judgeCapacity(facts: CapacityFacts): Finding {
  const { machine, guestRunsHere, freeDisk, freeDiskGiB, others, policy } = facts;
  const memory = memoryOfBuild(guestRunsHere);
  const disk = freeDiskGiB * gibibyte;
  const promisedMemory = others.reduce((sum, lease) => sum + lease.memory, 0);
  const promisedDisk = promised(facts);
  const shortOfMemory = machine.memory - systemMemory < promisedMemory + memory;
  const shortOfDisk = freeDisk < promisedDisk + disk;
  const isCrowded = others.length > 0 && (shortOfMemory || shortOfDisk);
  const room = Math.min(
    Math.floor((machine.memory - systemMemory) / memory),
    disk === 0 ? Number.POSITIVE_INFINITY : Math.floor((freeDisk + takenAlready(facts)) / disk),
    Math.floor(machine.cores),
  );
  const wants = [
    shortOfMemory && `${inGiB(promisedMemory + memory + systemMemory)} of memory`,
    shortOfDisk && `${inGiB(promisedDisk + disk)} of free disk`,
  ].filter((want) => want !== false);
  return {
    what: 'builds at once',
    found: `${others.length === 0 ? 'no other runs' : `${others.length} more run`}; room for ${Math.max(1, room)}`,
    needed: isCrowded ? wants.join(', ') : 'room for this one',
    verdict: isCrowded ? (policy === 'allow' ? 'doubtful' : 'bad') : 'good',
    ...(isCrowded && {
      fix: 'Let one runner on this host take these jobs, or use a `concurrency` group. `other-builds: allow` starts the build anyway.',
    }),
  };
}

/** What the others may still take of this file system: their part, less what is gone since they began. */
function promised({ others, device, freeDisk }: CapacityFacts): number {
  return others
    .filter((lease) => lease.device === device)
    .reduce((sum, lease) => sum + Math.max(0, lease.disk - Math.max(0, lease.freeAtStart - freeDisk)), 0);
}

function takenAlready({ others, device, freeDisk }: CapacityFacts): number {
  const starts = others.filter((lease) => lease.device === device).map(({ freeAtStart }) => freeAtStart);
  return Math.max(0, Math.max(freeDisk, ...starts) - freeDisk);
}
