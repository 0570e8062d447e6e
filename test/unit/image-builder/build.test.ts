import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { runBuild } from '../../../src/image-builder/build.ts';
import { createWorkFolder } from '../../../src/image-builder/work-folder.ts';
import type { Log } from '../../../src/log.ts';
import { exampleRelease } from '../plan/example-release.ts';

const release = exampleRelease();
const say = (text: string) => `echo '2026/11/23 12:14:34 ${text}' >&2`;
const checkOut = say(`Checking out commit ${release.buildToolingCommit} for build...`);
const succeed = say('Build Successful. Output artifacts located at current working directory');

interface BuildOptions {
  /** The shell script that stands for the CLI. */
  readonly cli: string;
  readonly timeoutMinutes?: number;
  readonly logPath?: string;
  readonly signal?: AbortSignal;
}

/** Runs a build by a shell script, and says what its log showed. */
async function build(t: TestContext, { cli, timeoutMinutes = 1, logPath, signal }: BuildOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'build-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const work = await createWorkFolder(folder);
  const shown: string[] = [];
  const log: Log = {
    info: (text) => shown.push(text),
    warning: (text) => shown.push(`warning: ${text}`),
    startGroup: (name) => shown.push(`▼ ${name}`),
    endGroup: () => shown.push('▲'),
  };
  const script = join(folder, 'image-builder');
  await writeFile(script, cli);
  const path = logPath ?? join(folder, 'build.log');
  const result = runBuild({
    command: { file: '/bin/sh', args: [script], environment: { PATH: process.env['PATH'] ?? '' } },
    release,
    folder: work,
    outputName: 'ubuntu-2204-kube-1-33.gz',
    logPath: path,
    log,
    redact: (text) => text.replaceAll('hunter2', '***'),
    signal: signal ?? new AbortController().signal,
    timeoutMinutes,
    attempt: 1,
  });
  return { result, shown, workFolder: work.build, logPath: path };
}

async function fails(t: TestContext, options: BuildOptions): Promise<ActionError> {
  const { result } = await build(t, options);
  try {
    await result;
  } catch (error) {
    assert.ok(error instanceof ActionError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'the build did not fail' });
}

describe('a build', { concurrency: true }, () => {
  test('with exit code 0, the last line and the file is good; its log is kept, by phases and redacted', async (t) => {
    const cli = `${checkOut}\n${say('Initiating Image Build')}\necho password is hunter2\n: > ubuntu-2204-kube-1-33.gz\n${succeed}`;
    const { result, shown, workFolder, logPath } = await build(t, { cli });
    assert.equal((await result).outputPath, join(workFolder, 'ubuntu-2204-kube-1-33.gz'));
    assert.ok(shown.includes('▼ Prepare the build'));
    assert.equal(shown.at(-1), '▲');
    const log = await readFile(logPath, 'utf8');
    assert.match(log, /password is \*\*\*\n/);
    assert.doesNotMatch(log, /hunter2/);
    assert.equal((await stat(logPath)).mode & 0o777, 0o600);
  });

  test('that says success and leaves no file is a failure that lists what is there', async (t) => {
    const error = await fails(t, { cli: `: > ubuntu.gz\n${succeed}` });
    assert.match(
      error.message,
      /reported success but left no image[\s\S]*ubuntu-2204-kube-1-33\.gz[\s\S]*ubuntu\.gz/,
    );
  });

  test('that crashes after "Image Build Successful" has no image, and the error says so', async (t) => {
    const cli = `${say('Image Build Successful')}\necho 'panic: runtime error: index out of range' >&2\nexit 2`;
    assert.match((await fails(t, { cli })).message, /reported success but left no image/);
  });

  test('with exit code 0 but without the last line is not believed', async (t) => {
    const error = await fails(t, { cli: `: > ubuntu-2204-kube-1-33.gz\n${say('Image Build Successful')}` });
    assert.match(error.message, /The build failed in the phase "Finish"/);
    assert.equal(error.help, 'troubleshooting/build.md#phase-finish');
  });

  test('that fails names the phase, the line that matters, and the exit code', async (t) => {
    const cli =
      "echo '==> qemu: Retrieving ISO'\necho 'curl: (56) no way' >&2\necho 'make: *** [x] Error 2' >&2\nexit 1";
    const error = await fails(t, { cli });
    assert.match(error.headline, /failed in the phase "Download the ISO"/);
    assert.deepEqual(error.problems, ['curl: (56) no way']);
    assert.match(error.message, /exit code 1/);
    assert.match(error.message, /build\.log/);
  });

  test('that is killed says so, and who may have done it', async (t) => {
    const error = await fails(t, { cli: 'echo working\nkill -KILL $$' });
    assert.match(error.message, /SIGKILL.*memory/);
  });

  test('that ends without any output is told as that', async (t) => {
    assert.match((await fails(t, { cli: 'exit 1' })).message, /exit code 1.*without any output/);
  });

  test('that runs too long is ended, with the phase it was in', async (t) => {
    const started = performance.now();
    const error = await fails(t, { cli: "echo '==> qemu: Retrieving ISO'\nsleep 30", timeoutMinutes: 0.01 });
    assert.match(
      error.message,
      /ended after 1 minutes, in the phase "Download the ISO"[\s\S]*`build-timeout`/,
    );
    assert.ok(performance.now() - started < 5000);
  });

  test('of another commit than the verified one is ended at once', async (t) => {
    const other = 'a'.repeat(40);
    const started = performance.now();
    const error = await fails(t, { cli: `${say(`Checking out commit ${other} for build...`)}\nsleep 30` });
    assert.match(
      error.message,
      new RegExp(`another release[\\s\\S]*${release.buildToolingCommit}[\\s\\S]*${other}`),
    );
    assert.ok(performance.now() - started < 5000);
  });

  test('that is cancelled throws the reason of the cancellation', async (t) => {
    const reason = new ActionError('cancelled');
    const { result } = await build(t, { cli: 'sleep 30', signal: AbortSignal.abort(reason) });
    await assert.rejects(result, reason);
  });

  test('on a full disk names the disk, although its own log can no longer be written', async (t) => {
    const cli = "echo 'tar: ./x: Cannot write: No space left on device' >&2\nexit 1";
    const error = await fails(t, { cli, logPath: '/dev/full' });
    assert.deepEqual(error.problems, ['tar: ./x: Cannot write: No space left on device']);
    assert.match(error.fix ?? '', /Free space/);
  });

  test('whose log cannot be written is no good build without a log', async (t) => {
    const cli = `: > ubuntu-2204-kube-1-33.gz\n${succeed}`;
    assert.match(
      (await fails(t, { cli, logPath: '/dev/full' })).message,
      /log could not be written[\s\S]*ENOSPC/,
    );
  });
});
