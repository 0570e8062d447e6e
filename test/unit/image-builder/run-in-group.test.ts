import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { type Patience, runInGroup } from '../../../src/image-builder/run-in-group.ts';

interface ShellOptions {
  readonly cancelled?: AbortSignal;
  readonly stopped?: AbortSignal;
  readonly patience?: Patience;
  readonly onFarewell?: () => void;
  readonly onLine?: (line: string) => void;
  readonly onStart?: (identity: string) => void;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a shell script as a command of its own, and collects its lines. */
async function runShell(script: string, options: ShellOptions = {}) {
  const lines: string[] = [];
  const started = performance.now();
  const { onLine, environment = {}, patience } = options;
  const never = new AbortController().signal;
  const exit = await runInGroup(
    {
      file: '/bin/sh',
      args: ['-c', script],
      environment: { PATH: process.env['PATH'] ?? '', ...environment },
    },
    {
      workingDirectory: tmpdir(),
      cancelled: options.cancelled ?? never,
      stopped: options.stopped ?? never,
      onStart: options.onStart ?? (() => {}),
      onFarewell: options.onFarewell ?? (() => {}),
      ...(patience && { patience }),
      onLine: (line) => {
        lines.push(line);
        onLine?.(line);
      },
    },
  );
  return { exit, lines, milliseconds: performance.now() - started };
}

async function scratchFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'run-in-group-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether a process exists and runs; a zombie does not. */
async function isRunning(pid: string | undefined): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return stat !== '' && !/\) [ZX]/.test(stat);
}

describe('a command in a group of its own', { concurrency: true }, () => {
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
        {
          workingDirectory: tmpdir(),
          cancelled: new AbortController().signal,
          stopped: new AbortController().signal,
          onLine: () => {},
          onStart: () => assert.fail('nothing was started'),
          onFarewell: () => {},
        },
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
      stopped: abort.signal,
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
      stopped: abort.signal,
      onLine: (line) => line === 'ready' && abort.abort(),
    });
    await assert.rejects(run, { name: 'AbortError' });
    assert.equal(await readFile(file, 'utf8'), 'term\n');
  });

  test('what ignores SIGTERM is killed when patience is at its end', async () => {
    const abort = new AbortController();
    let pid = '';
    const run = runShell('trap "" TERM; echo $$; while :; do sleep 0.05; done', {
      stopped: abort.signal,
      patience: { cancelled: 0, stopped: 300 },
      onLine: (line) => {
        pid = line;
        abort.abort();
      },
    });
    await assert.rejects(run, { name: 'AbortError' });
    assert.equal(await isRunning(pid), false);
  });

  test('a cancelled command is told once by SIGINT, and what needs longer is left running', async (t) => {
    const file = join(await scratchFolder(t), 'signals');
    const cancel = new AbortController();
    const farewells: number[] = [];
    const script = `trap 'echo int >> ${file}' INT; trap 'echo term >> ${file}; exit' TERM; echo $$; while :; do sleep 0.05; done`;
    let pid = '';
    const run = runShell(script, {
      cancelled: cancel.signal,
      patience: { cancelled: 300, stopped: 0 },
      onFarewell: () => farewells.push(1),
      onLine: (line) => {
        pid = line;
        cancel.abort(new RangeError('cancelled'));
      },
    });
    await assert.rejects(run, new RangeError('cancelled'));
    assert.deepEqual(farewells, [1]);
    assert.equal(await isRunning(pid), true, 'post waits for it');
    assert.equal(await readFile(file, 'utf8'), 'int\n');
    process.kill(-Number(pid), 'SIGTERM');
  });

  test('an abort before or while the command starts is not missed', async () => {
    await assert.rejects(runShell('sleep 30', { stopped: AbortSignal.abort() }), { name: 'AbortError' });
    const abort = new AbortController();
    const started = performance.now();
    await assert.rejects(runShell('sleep 30', { stopped: abort.signal, onStart: () => abort.abort() }), {
      name: 'AbortError',
    });
    const other = new AbortController();
    const run = runShell('sleep 30', { stopped: other.signal });
    other.abort();
    await assert.rejects(run, { name: 'AbortError' });
    assert.ok(performance.now() - started < 5000);
  });
});
