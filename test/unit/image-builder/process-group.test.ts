import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGroupByIdentity, runInGroup } from '../../../src/image-builder/process-group.ts';

interface ShellOptions {
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
  readonly onStart?: (identity: string) => void;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a shell script as a command of its own, and collects its lines. */
async function runShell(script: string, options: ShellOptions = {}) {
  const lines: string[] = [];
  const started = performance.now();
  const { onLine, signal = new AbortController().signal, environment = {}, onStart } = options;
  const exit = await runInGroup(
    {
      file: '/bin/sh',
      args: ['-c', script],
      environment: { PATH: process.env['PATH'] ?? '', ...environment },
    },
    {
      workingDirectory: tmpdir(),
      signal,
      ...(onStart && { onStart }),
      onLine: (line) => {
        lines.push(line);
        onLine?.(line);
      },
    },
  );
  return { exit, lines, milliseconds: performance.now() - started };
}

async function scratchFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'process-group-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether a process exists and runs; a zombie does not. */
async function isRunning(pid: string | undefined): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return stat !== '' && !/\) [ZX]/.test(stat);
}

describe('a process group', { concurrency: true }, () => {
  test('stdout and stderr are both read, line by line, with a last line that has no end', async () => {
    const { exit, lines } = await runShell('echo out; echo err >&2; echo; printf "no end"');
    assert.deepEqual(exit, { code: 0, signal: null });
    assert.deepEqual(lines.toSorted(), ['', 'err', 'no end', 'out']);
  });

  test('characters of several bytes survive being cut by the pipe', async () => {
    const { lines } = await runShell(
      "printf 'za\\305'; sleep 0.1; printf '\\274\\303'; sleep 0.1; printf '\\263\\n'",
    );
    assert.deepEqual(lines, ['zażó']);
  });

  test('the exit code is told as it is, and so is the signal that ended the command', async () => {
    assert.deepEqual((await runShell('exit 2')).exit, { code: 2, signal: null });
    assert.deepEqual((await runShell('kill -KILL $$')).exit, { code: null, signal: 'SIGKILL' });
  });

  test('what a command said before it was killed is told to the last line', async () => {
    const { exit, lines } = await runShell('seq 1 20000; kill -KILL $$');
    assert.deepEqual(exit, { code: null, signal: 'SIGKILL' });
    assert.equal(lines.at(-1), '20000');
  });

  test('the child has the given environment and nothing else', async () => {
    const { lines } = await runShell('env', { environment: { ONLY: 'this' } });
    const names = lines
      .map((line) => line.split('=')[0])
      .filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name ?? ''));
    assert.deepEqual(names.toSorted(), ['ONLY', 'PATH']);
  });

  test('the child has no stdin to wait for', async () => {
    assert.deepEqual((await runShell('cat; echo done')).lines, ['done']);
  });

  test('a command that cannot start fails with its code', async () => {
    const run = (file: string) =>
      runInGroup(
        { file, args: [], environment: {} },
        { workingDirectory: tmpdir(), signal: new AbortController().signal, onLine: () => {} },
      );
    await assert.rejects(run('/nonexistent/image-builder'), { code: 'ENOENT' });
    await assert.rejects(run(import.meta.filename), { code: 'EACCES' });
  });

  test('a line that never ends is cut, and nothing of it is lost', async () => {
    const { lines } = await runShell('head -c 1000000 /dev/zero | tr "\\0" x; echo; echo next');
    assert.ok(lines.length > 5);
    assert.ok(lines.every((line) => line.length <= 256 * 1024));
    assert.equal(lines.join('').length, 1_000_000 + 'next'.length);
    assert.equal(lines.at(-1), 'next');
  });

  test('a grandchild that is left behind is ended with the command', async () => {
    const { lines, milliseconds } = await runShell('sleep 30 >/dev/null 2>&1 & echo $!');
    assert.equal(await isRunning(lines[0]), false);
    assert.ok(milliseconds < 1500, `${milliseconds} ms`);
  });

  test('a grandchild that keeps the pipes open holds nobody up, and its half line is told before the end', async () => {
    const { exit, lines, milliseconds } = await runShell(
      `sh -c 'echo $$; echo half; printf line; exec sleep 30' & exit 3`,
    );
    assert.deepEqual(exit, { code: 3, signal: null });
    assert.equal(await isRunning(lines.find((line) => /^\d+$/.test(line))), false);
    assert.ok(lines.includes('half') && lines.includes('line'), lines.join());
    assert.ok(milliseconds < 5000, `${milliseconds} ms`);
  });

  test('orphans that nobody reaps do not make the end slow', async () => {
    // The middle shell dies at once, so that the first process of the machine inherits the sleeping ones.
    const { milliseconds } = await runShell('(sleep 0.1 & sleep 30 & sleep 30 &) >/dev/null 2>&1; sleep 0.3');
    assert.ok(milliseconds < 1500, `${milliseconds} ms`);
  });

  test('an abort ends the whole group and throws its reason', async () => {
    const abort = new AbortController();
    const pids: string[] = [];
    const run = runShell('sleep 30 & echo $!; sleep 30 & echo $!; wait', {
      signal: abort.signal,
      onLine: (line) => {
        if (pids.push(line) === 2) abort.abort(new RangeError('enough'));
      },
    });
    await assert.rejects(run, new RangeError('enough'));
    for (const pid of pids) assert.equal(await isRunning(pid), false, pid);
  });

  test('SIGTERM is sent once: a second one would interrupt what Packer does to clean up', async (t) => {
    const file = join(await scratchFolder(t), 'terms');
    const abort = new AbortController();
    // The command dies at once, as the CLI does; its child takes three seconds to clean up and holds the pipes.
    const child = `trap 'echo term >> ${file}; sleep 3; exit' TERM; echo ready; while :; do sleep 0.05; done`;
    const run = runShell(`sh -c "${child}" & exec sleep 30`, {
      signal: abort.signal,
      onLine: (line) => line === 'ready' && abort.abort(),
    });
    await assert.rejects(run, { name: 'AbortError' });
    assert.equal(await readFile(file, 'utf8'), 'term\n');
  });

  test('what ignores SIGTERM is killed after the grace period', async () => {
    const abort = new AbortController();
    let pid = '';
    const started = performance.now();
    const run = runShell('trap "" TERM; echo $$; while :; do sleep 0.05; done', {
      signal: abort.signal,
      onLine: (line) => {
        pid = line;
        abort.abort();
      },
    });
    await assert.rejects(run, { name: 'AbortError' });
    assert.equal(await isRunning(pid), false);
    const milliseconds = performance.now() - started;
    assert.ok(
      milliseconds > 5000 && milliseconds < 8000,
      `${milliseconds} ms: the runner kills after 10 seconds`,
    );
  });

  test('an abort before or while the command starts is not missed', async () => {
    await assert.rejects(runShell('sleep 30', { signal: AbortSignal.abort() }), { name: 'AbortError' });
    const abort = new AbortController();
    const started = performance.now();
    await assert.rejects(runShell('sleep 30', { signal: abort.signal, onStart: () => abort.abort() }), {
      name: 'AbortError',
    });
    const other = new AbortController();
    const run = runShell('sleep 30', { signal: other.signal });
    other.abort();
    await assert.rejects(run, { name: 'AbortError' });
    assert.ok(performance.now() - started < 5000);
  });

  test('another process ends a group by its identity, and only the one that was meant', async () => {
    const child = spawn('sleep', ['30'], { detached: true, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const stat = await readFile(`/proc/${child.pid}/stat`, 'latin1');
    const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];

    const recycled = `${child.pid}:${Number(startTime) - 1}`;
    for (const stranger of [recycled, `${child.pid}:`, `${child.pid}`, '', ':', '0:', '1:0', '-1:0', 'x:y']) {
      await endGroupByIdentity(stranger);
    }
    await sleep(50);
    assert.equal(
      child.exitCode ?? child.signalCode,
      null,
      'a process that was given the number since is left alone',
    );

    await endGroupByIdentity(`${child.pid}:${startTime}`);
    assert.deepEqual(await ended, [null, 'SIGTERM']);
  });

  test('the identity that a start tells is one that ends it', async () => {
    let identity = '';
    const run = runShell('sleep 30', {
      onStart: (told) => {
        identity = told;
      },
    });
    while (identity === '') await sleep(5);
    await endGroupByIdentity(identity);
    assert.deepEqual((await run).exit, { code: null, signal: 'SIGTERM' });
  });
});
