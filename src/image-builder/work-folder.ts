import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import {
  endGroup,
  type GroupIdentity,
  identityOf,
  isGroupRunning,
  isProcessRunning,
  waitForGroup,
} from './process-group.ts';

/**
 * The folder of one build. Only the runner's user can enter it, because the CLI writes the config with its
 * passwords into a clone below it, readable by everyone. It also says whose it is, so that a later process can
 * clean up after one that was killed.
 */
export interface WorkFolder {
  readonly path: string;
  /** The CLI's working directory: it clones, builds and leaves its output here. */
  readonly build: string;
  /** The child's home, so that two builds on one machine share no file. */
  readonly home: string;
}

const prefix = 'node-image-';

/** The process that made the folder, and the group of the build that runs in it. */
const ownerFile = 'owner';
const groupFile = 'group';
/** There once the group was told to end. */
const toldFile = 'told';

const killNow = { signal: 'SIGKILL', patienceMs: 1_000 } as const;

/** How long post waits for Packer to delete its virtual machine before it kills the build. */
export const postPatience = 4 * 60_000;

export async function createWorkFolder(parent: string): Promise<WorkFolder> {
  const path = await mkdtemp(join(parent, prefix));
  await writeFile(join(path, ownerFile), identityOf(process.pid));
  const folder = { path, build: join(path, 'build'), home: join(path, 'home') };
  await Promise.all([mkdir(folder.build), mkdir(folder.home)]);
  return folder;
}

/** A fresh start for another attempt: the CLI refuses to clone into what an earlier one left. */
export async function emptyBuild({ build }: WorkFolder): Promise<void> {
  await rm(build, { recursive: true, force: true });
  await mkdir(build);
}

/** Notes at once which group runs in the folder: this process may be killed at any time. */
export function noteGroup(path: string, group: GroupIdentity): void {
  writeFileSync(join(path, groupFile), group);
}

/** Notes that the group in the folder was told to end. */
export function noteFarewell(path: string): void {
  writeFileSync(join(path, toldFile), '');
}

/** Removes the folder, unless its build still runs: then it is left to {@link closeWorkFolder}. */
export async function removeIfIdle(path: string): Promise<void> {
  if (!isGroupRunning(groupIn(path))) await remove(path);
}

/**
 * Ends whatever still runs in a folder, then removes it. A build that was told to end is waited for; one whose
 * owner was killed before it could tell is told now.
 */
export async function closeWorkFolder(path: string, log: Log, patienceMs = postPatience): Promise<void> {
  const group = groupIn(path);
  if (isGroupRunning(group)) {
    log.info(
      `The build is still shutting down; waiting up to ${Math.ceil(patienceMs / 60_000)} minutes for it.`,
    );
    // Packer takes a second signal as leave to abandon its virtual machine.
    const wasTold = existsSync(join(path, toldFile));
    const hasEnded = wasTold && (await waitForGroup(group, patienceMs));
    if (!hasEnded) await endGroup(group, wasTold ? killNow : { signal: 'SIGTERM', patienceMs });
  }
  await remove(path);
}

/** Closes the folders that earlier jobs left behind: their owner is dead. Folders of others that run are kept. */
export async function sweepWorkFolders(parent: string, log: Log): Promise<void> {
  for (const path of await abandonedFolders(parent)) {
    log.info(`Removing what an earlier build left behind: ${path}`);
    await closeWorkFolder(path, log, 10_000);
  }
}

/** The folders of builds whose owner is dead. */
export async function abandonedFolders(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent).catch(() => []);
  return names
    .filter((candidate) => candidate.startsWith(prefix))
    .map((name) => join(parent, name))
    .filter((path) => existsSync(join(path, ownerFile)) && !isProcessRunning(textIn(path, ownerFile)));
}

function groupIn(path: string): GroupIdentity {
  return textIn(path, groupFile);
}

function textIn(path: string, name: string): string {
  try {
    return readFileSync(join(path, name), 'utf8');
  } catch {
    return '';
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}
