import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ActionError } from '../action-error.ts';

/** A tool as it lies in the store. */
export interface StoredTool {
  /** Its absolute, real path: the very folder that `make` filled, so that files in it may name themselves. */
  readonly folder: string;
  /** Whether it was there before. */
  readonly isHit: boolean;
}

/** What a tool is and how it comes about. */
export interface StorableTool {
  readonly name: string;
  readonly version: string;
  /** Hex digest of all that decides the content: another key is another folder. */
  readonly key: string;
  /** Fills an empty folder. It may throw, or be killed at any point: the folder is then never used. */
  make(folder: string): Promise<void>;
  /** Whether a folder holds what it should. Asked before every use, so it must be quick. */
  verify(folder: string): Promise<boolean>;
}

/** Tools that outlive the job. */
export interface ToolStore {
  /** The folder of a tool that is there and intact. */
  find(tool: StorableTool): Promise<string | undefined>;
  /**
   * The folder of a tool, made if it is not there or not intact.
   *
   * @throws ActionError when what was made is not what it should be, or no folder of the store can be written to;
   * whatever `make` throws
   */
  obtain(tool: StorableTool): Promise<StoredTool>;
}

/** After this long, a folder that nothing points at belongs to a job that was killed. */
const abandonedAfterMs = 24 * 3_600_000;

/**
 * A store in the first of `roots` that a tool is found in, or else that can be written to (on a self-hosted machine
 * RUNNER_TOOL_CACHE stays from job to job, but may be read-only).
 *
 * A folder is filled under a name of its own, and a symbolic link with the name of the tool is put beside it only when
 * it is complete and verified. So a job that is killed leaves nothing that another would use, and of two jobs at once
 * the first to finish wins. The folder is never renamed: a virtual environment would not survive it.
 */
export function openToolStore(roots: readonly string[]): ToolStore {
  async function find(tool: StorableTool): Promise<string | undefined> {
    for (const root of roots) {
      const folder = await findIntact(linkOf(root, tool), tool);
      if (folder !== undefined) return folder;
    }
    return undefined;
  }

  return {
    find,
    async obtain(tool) {
      const found = await find(tool);
      if (found !== undefined) return { folder: found, isHit: true };
      const link = linkOf(await firstWritable(roots, tool), tool);
      await sweep(link);
      return place(await makeVerified(link, tool), link, tool);
    },
  };
}

function linkOf(root: string, { name, version, key }: StorableTool): string {
  if (![name, version, key].every((part) => /^\w[\w.+-]*$/.test(part))) {
    throw new RangeError(`no file name: ${name} ${version} ${key}`);
  }
  return join(root, name, `${version}-${key.slice(0, 16)}`);
}

async function findIntact(link: string, tool: StorableTool): Promise<string | undefined> {
  try {
    const folder = await realpath(link);
    return (await tool.verify(folder)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function firstWritable(roots: readonly string[], { name }: StorableTool): Promise<string> {
  const problems: string[] = [];
  for (const root of roots) {
    const probe = join(root, name, `.probe-${randomUUID()}`);
    try {
      await mkdir(probe, { recursive: true });
      await rm(probe, { recursive: true });
      return root;
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      problems.push(`${root}: ${error.message}`);
    }
  }
  throw new ActionError(`There is no folder to put ${name} in.`, {
    problems,
    fix: 'Let RUNNER_TOOL_CACHE or RUNNER_TEMP be a folder that the user of the runner may write to.',
  });
}

/** On a file system that is only read, a recursive mkdir of Node.js 24 says ENOENT. */
function isOutOfReach(error: unknown): error is NodeJS.ErrnoException {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );
}

async function makeVerified(link: string, tool: StorableTool): Promise<string> {
  const folder = `${link}.${randomUUID().slice(0, 8)}`;
  await mkdir(folder);
  try {
    await tool.make(folder);
    if (await tool.verify(folder)) return await realpath(folder);
    throw new ActionError(`${tool.name} ${tool.version} does not work after it was installed.`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Points the link at the folder, unless another job was faster: what that one made may be in use already. */
async function place(folder: string, link: string, tool: StorableTool): Promise<StoredTool> {
  const others = await findIntact(link, tool);
  if (others !== undefined) {
    await rm(folder, { recursive: true, force: true });
    return { folder: others, isHit: false };
  }
  const draft = `${folder}.link`;
  // Relative: in a container job the same store has another path.
  await symlink(basename(folder), draft);
  await rename(draft, link);
  return { folder, isHit: false };
}

/** Removes what jobs that were killed left of this tool, and what was found damaged. */
async function sweep(link: string): Promise<void> {
  const parent = join(link, '..');
  const names = await readdir(parent).catch(() => []);
  const targets = await Promise.all(names.map((name) => readlink(join(parent, name)).catch(() => undefined)));
  for (const name of names) {
    if (!name.startsWith(`${basename(link)}.`) || targets.includes(name)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
