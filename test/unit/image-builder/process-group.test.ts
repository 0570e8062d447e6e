import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, type TestContext, test } from 'node:test';
import {
  endGroup,
  identityOf,
  isGroupRunning,
  isProcessRunning,
  signalGroup,
  waitForGroup,
} from '../../../src/image-builder/process-group.ts';

/** Starts a shell script as the leader of a group, and waits for its first line. */
async function group(t: TestContext, script: string): Promise<{ child: ChildProcess; identity: string }> {
  const child = spawn('/bin/sh', ['-c', `${script}`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const identity = identityOf(child.pid ?? 0);
  t.after(() => signalGroup(identity, 'SIGKILL'));
  await once(child.stdout ?? child, 'data');
  return { child, identity };
}

describe('a process group', { concurrency: true }, () => {
  test('is found again by id and start time, and ended by one signal', async (t) => {
    const { child, identity } = await group(t, 'echo ready; exec sleep 30');
    const ended = once(child, 'exit');
    assert.match(identity, /^\d+:\d+$/);
    assert.equal(isGroupRunning(identity), true);
    assert.equal(isProcessRunning(identity), true);
    await endGroup(identity, { signal: 'SIGTERM', patienceMs: 5_000 });
    assert.deepEqual(await ended, [null, 'SIGTERM']);
    assert.equal(isGroupRunning(identity), false);
    assert.equal(isProcessRunning(identity), false);
  });

  test('a stranger that was given the number since is left alone', async (t) => {
    const { child, identity } = await group(t, 'echo ready; exec sleep 30');
    const [id, startTime] = identity.split(':');
    const recycled = `${id}:${Number(startTime) - 1}`;
    for (const stranger of [recycled, `${id}:`, `${id}`, '', ':', '0:', '1:0', '-1:0', 'x:y']) {
      assert.equal(isGroupRunning(stranger), false, stranger);
      await endGroup(stranger, { signal: 'SIGKILL', patienceMs: 100 });
    }
    assert.equal(child.exitCode ?? child.signalCode, null);
  });

  test('is still the same when its leader is dead and others of it live', async (t) => {
    const { child, identity } = await group(t, 'sleep 30 & echo ready');
    if (child.exitCode === null) await once(child, 'exit');
    assert.equal(isProcessRunning(identity), false);
    assert.equal(isGroupRunning(identity), true);
    await endGroup(identity, { signal: 'SIGTERM', patienceMs: 5_000 });
    assert.equal(isGroupRunning(identity), false);
  });

  test('is waited for only as long as patience lasts', async (t) => {
    const { identity } = await group(t, 'echo ready; exec sleep 30');
    const started = performance.now();
    assert.equal(await waitForGroup(identity, 200), false);
    assert.ok(performance.now() - started < 2_000);
  });
});
