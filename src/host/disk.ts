import { constants } from 'node:fs';
import { access, realpath, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, gibibyte, inGiB } from './finding.ts';

/** A folder that the build fills, and which part of all that it needs goes there. */
export interface UsedFolder {
  readonly what: string;
  readonly path: string;
  readonly share: number;
}

/**
 * The folders of a build. What the documentation asks for in one sum goes mostly to the work folder: the clones, the
 * disk of the guest and its compressed copy.
 */
export function usedFolders(folders: {
  readonly work: string;
  readonly temp: string;
  readonly packerCache?: string | undefined;
  readonly destination: string;
}): readonly UsedFolder[] {
  const { work, temp, packerCache, destination } = folders;
  return [
    { what: 'work folder', path: work, share: 0.8 },
    { what: 'destination', path: destination, share: 0.1 },
    // Without the variable Packer keeps its ISOs in the home of the build, which is in the work folder.
    { what: packerCache ? 'PACKER_CACHE_DIR' : 'ISO', path: packerCache ?? work, share: 0.08 },
    { what: 'temp', path: temp, share: 0.02 },
  ];
}

interface FileSystem {
  readonly folders: UsedFolder[];
  /** The first of them that exists, or what exists above it. */
  readonly path: string;
  readonly device: number;
  readonly free: number;
  readonly freeFiles: number;
}

/** The clones alone have this many files, with room. */
const neededFiles = 50_000;

/** Free space of each file system that will be used, against the sum of what goes there. */
export async function judgeDisks(
  folders: readonly UsedFolder[],
  freeDiskGiB: number,
): Promise<readonly Finding[]> {
  const systems = new Map<number, FileSystem>();
  const closed: Finding[] = [];
  for (const folder of folders) {
    const path = await existing(folder.path);
    const { dev } = await stat(path);
    const { bavail, bsize, files, ffree } = await statfs(path);
    const known = systems.get(dev);
    if (known) known.folders.push(folder);
    else {
      const freeFiles = files === 0 ? Number.POSITIVE_INFINITY : ffree;
      systems.set(dev, { folders: [folder], path, device: dev, free: bavail * bsize, freeFiles });
    }
    const isClosed = await access(path, constants.W_OK).then(
      () => false,
      () => true,
    );
    if (isClosed) closed.push(notWritable(folder, path));
  }
  return [...[...systems.values()].map((system) => judge(system, freeDiskGiB)), ...closed];
}

/** Bytes that are free where a folder is or will be, and the device they are on. */
export async function freeSpaceOf(path: string): Promise<{ device: number; free: number }> {
  const there = await existing(path);
  const [{ dev }, { bavail, bsize }] = await Promise.all([stat(there), statfs(there)]);
  return { device: dev, free: bavail * bsize };
}

function judge({ folders, path, free, freeFiles }: FileSystem, freeDiskGiB: number): Finding {
  const needed = folders.reduce((sum, { share }) => sum + share, 0) * freeDiskGiB * gibibyte;
  const isEnough = free >= needed;
  const hasFiles = freeFiles >= neededFiles;
  return {
    what: `disk ${path}`,
    found: `${inGiB(free)} free${hasFiles ? '' : `, room for ${freeFiles} files`}`,
    needed: `${inGiB(needed)} for ${folders.map(({ what }) => what).join(', ')}`,
    verdict: isEnough ? (hasFiles ? 'good' : 'doubtful') : 'bad',
    ...(!isEnough && { fix: 'Free some, or ask for less with `free-disk-gib` if the image is small.' }),
    ...(isEnough &&
      !hasFiles && {
        fix: 'The clones of a build have many small files: use a file system with more inodes.',
      }),
  };
}

function notWritable({ what, path: wanted }: UsedFolder, path: string): Finding {
  return {
    what,
    found: `${path} is not writable`,
    needed: `${wanted} can be written`,
    verdict: 'bad',
    fix: 'Choose a folder of the user that the runner has, or mount it for writing.',
  };
}

/** The folder itself, or the nearest one above it that is there. */
async function existing(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : existing(above);
  }
}
