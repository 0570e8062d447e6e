import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { identityOf, isGroupRunning } from '../../../src/image-builder/process-group.ts';
import {
  closeWorkFolder,
  createWorkFolder,
  noteFarewell,
  noteGroup,
  removeIfIdle,
  sweepWorkFolders,
} from '../../../src/image-builder/work-folder.ts';
import type { Log } from '../../../src/log.ts';

const silent: Log = { info: () => {}, warning: () => {}, startGroup: () => {}, endGroup: () => {} };

async function scratch(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'work-folder-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A group that runs until it is ended; the script may say how it takes that. */
async function running(t: TestContext, script = 'echo ready; exec sleep 30'): Promise<string> {
  const child = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return identityOf(child.pid ?? 0);
}

/** The identity of a process that is no more. */
async function dead(): Promise<string> {
  const child = spawn('/bin/true');
  const identity = identityOf(child.pid ?? 0);
  await once(child, 'exit');
  return identity;
}

describe('the folder of a build', { concurrency: true }, () => {
  test('only its user can enter it', async (t) => {
    const { path, build, home } = await createWorkFolder(await scratch(t));
    assert.equal((await stat(path)).mode & 0o777, 0o700);
    assert.ok(existsSync(build) && existsSync(home));
  });

  test('goes when nothing runs in it, and stays while something does', async (t) => {
    const parent = await scratch(t);
    const idle = await createWorkFolder(parent);
    await removeIfIdle(idle.path);
    assert.ok(!existsSync(idle.path));
    const busy = await createWorkFolder(parent);
    noteGroup(busy.path, await running(t));
    await removeIfIdle(busy.path);
    assert.ok(existsSync(busy.path));
  });

  test('closing it tells a build to end that nobody told yet', async (t) => {
    const folder = await createWorkFolder(await scratch(t));
    const group = await running(t);
    noteGroup(folder.path, group);
    await closeWorkFolder(folder.path, silent, 5_000);
    assert.ok(!isGroupRunning(group));
    assert.ok(!existsSync(folder.path));
  });

  test('closing it lets a build that was told finish, and sends no second signal', async (t) => {
    const parent = await scratch(t);
    const folder = await createWorkFolder(parent);
    const told = join(parent, 'signals');
    const script = `trap 'echo second >> ${told}' INT TERM; echo ready; for i in 1 2 3 4 5 6 7 8; do sleep 0.1; done`;
    noteGroup(folder.path, await running(t, script));
    noteFarewell(folder.path);
    await closeWorkFolder(folder.path, silent, 5_000);
    assert.ok(!existsSync(told));
    assert.ok(!existsSync(folder.path));
  });

  test('closing it kills a build whose time is over', async (t) => {
    const folder = await createWorkFolder(await scratch(t));
    const group = await running(t, 'trap "" INT TERM; echo ready; while :; do sleep 0.05; done');
    noteGroup(folder.path, group);
    noteFarewell(folder.path);
    await closeWorkFolder(folder.path, silent, 300);
    assert.ok(!isGroupRunning(group));
    assert.ok(!existsSync(folder.path));
  });

  test('a sweep removes what a dead owner left, its build included, and nothing else', async (t) => {
    const parent = await scratch(t);
    const mine = await createWorkFolder(parent);
    const orphan = await createWorkFolder(parent);
    await writeFile(join(orphan.path, 'owner'), await dead());
    const group = await running(t);
    noteGroup(orphan.path, group);
    await mkdir(join(parent, 'node-image-of-someone-else'));
    await sweepWorkFolders(parent, silent);
    assert.ok(!isGroupRunning(group));
    assert.deepEqual(
      (await readdir(parent)).map((name) => join(parent, name)).sort(),
      [join(parent, 'node-image-of-someone-else'), mine.path].sort(),
    );
  });
});
