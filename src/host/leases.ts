import { chmod, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { identityOf, isProcessRunning } from '../image-builder/process-group.ts';

/**
 * What a build on this machine says of itself to others. Each runner has a folder of its own for temporary files, so
 * the work folders do not tell of each other; the leases stand in one folder for all users.
 */
export interface Lease {
  /** The process that builds, as {@link identityOf} writes it: once it is gone the lease is void. */
  readonly owner: string;
  /** Milliseconds since 1970: the older of two builds that start together goes first. */
  readonly since: number;
  readonly hypervisor: string;
  /** Bytes that the build takes at most, and of which device. */
  readonly memory: number;
  readonly disk: number;
  readonly device: number;
  /** Free bytes of the device when it began: what is gone since, the build has taken already. */
  readonly freeAtStart: number;
}

const amount = z.number().nonnegative();
const leaseShape = z.object({
  owner: z.string().regex(/^\d+:\d+$/),
  since: amount,
  hypervisor: z.string().regex(/^[a-z]{1,20}$/),
  memory: amount,
  disk: amount,
  device: amount,
  freeAtStart: amount,
});

/** One for all users of the machine; in a container, of the container. */
export const leaseFolder = join(tmpdir(), 'eks-anywhere-node-images-builds');

export interface TakenLease {
  readonly lease: Lease;
  /** Undefined where none can be written. */
  readonly path: string | undefined;
}

/** Tells others of this build until the process ends. */
export async function takeLease(
  terms: Omit<Lease, 'owner' | 'since'>,
  folder = leaseFolder,
): Promise<TakenLease> {
  const lease: Lease = { ...terms, owner: identityOf(process.pid), since: Date.now() };
  const path = join(folder, `${process.pid}.json`);
  try {
    await mkdir(folder, { mode: 0o777 });
    // As /tmp: all may write, each only to what is theirs. The mode of mkdir is cut by the umask.
    await chmod(folder, 0o1777);
  } catch {
    // It is there, or cannot be had; the next line tells.
  }
  try {
    if (!(await lstat(folder)).isDirectory()) return { lease, path: undefined };
    await rm(path, { force: true });
    await writeFile(path, JSON.stringify(lease), { flag: 'wx', mode: 0o644 });
    return { lease, path };
  } catch {
    return { lease, path: undefined };
  }
}

export async function releaseLease(path: string | undefined): Promise<void> {
  if (path !== undefined) await rm(path, { force: true });
}

/**
 * Leases of processes that still run and began before: of two that start together, one sees the other. Void ones are
 * removed where that is allowed.
 */
export async function earlierLeases(own: Lease, folder = leaseFolder): Promise<readonly Lease[]> {
  const names = await readdir(folder).catch(() => []);
  const leases: Lease[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
    const lease = await readLease(join(folder, name));
    if (lease === undefined || lease.owner === own.owner) continue;
    if (!isProcessRunning(lease.owner)) await rm(join(folder, name), { force: true }).catch(() => undefined);
    else if (lease.since < own.since || (lease.since === own.since && lease.owner < own.owner))
      leases.push(lease);
  }
  return leases;
}

/** Others write these files: nothing in them is believed but numbers. */
async function readLease(path: string): Promise<Lease | undefined> {
  try {
    const { isFile, size } = await lstat(path).then((found) => ({
      isFile: found.isFile(),
      size: found.size,
    }));
    if (!isFile || size > 4096) return undefined;
    return leaseShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}
