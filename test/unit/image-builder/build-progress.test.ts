import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runBuild } from '../../../src/image-builder/build.ts';
import { BuildFailure } from '../../../src/image-builder/build-failure.ts';
import { createWorkFolder } from '../../../src/image-builder/work-folder.ts';
import { exampleRelease } from '../plan/example-release.ts';

const succeed =
  "echo '2026/11/23 12:14:34 Build Successful. Output artifacts located at current working directory' >&2";
const packerLog =
  'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder/_output/tar/1-33/ubuntu/2204/raw';

/** Runs a build by a shell script, and says what a reader of its log saw. */
async function build(t: TestContext, cli: string) {
  const folder = await mkdtemp(join(tmpdir(), 'build-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const script = join(folder, 'image-builder');
  await writeFile(script, cli);
  const shown: string[] = [];
  const secrets: string[] = [];
  const logPath = join(folder, 'build.log');
  const result = runBuild({
    command: { file: '/bin/sh', args: [script], environment: { PATH: process.env['PATH'] ?? '' } },
    release: exampleRelease(),
    folder: await createWorkFolder(folder),
    outputName: 'image.gz',
    logPath,
    log: {
      info: (text) => shown.push(text),
      warning: (text) => shown.push(text),
      startGroup: (name) => shown.push(`▼ ${name}`),
      endGroup: () => shown.push('▲'),
    },
    redact: (text) => text.replaceAll('hunter2', '***'),
    signal: new AbortController().signal,
    timeoutMinutes: 1,
    attempt: 1,
    onSecret: (secret) => secrets.push(secret),
  });
  const outcome = await result.catch((error: unknown) => error);
  return { outcome, shown, secrets, kept: await readFile(logPath, 'utf8') };
}

test('between two groups stands how long the first one took; the result has all durations', async (t) => {
  const { outcome, shown } = await build(t, `echo '==> qemu: Retrieving ISO'\n: > image.gz\n${succeed}`);
  const end = shown.indexOf('▲');
  assert.deepEqual(shown.slice(end, end + 3), [
    '▲',
    'Fetch the build tooling took 0 s.',
    '▼ Download the ISO',
  ]);
  assert.ok(outcome !== null && typeof outcome === 'object' && 'phases' in outcome);
  assert.deepEqual(outcome.phases, [
    { name: 'Fetch the build tooling', seconds: 0 },
    { name: 'Download the ISO', seconds: 0 },
  ]);
});

test('a password that only the templates tell is masked before anything else prints, and kept out of the log', async (t) => {
  const { secrets, shown, kept } = await build(
    t,
    `echo hack/set-ssh-password.sh\necho '"ssh_password": "Ab3dEf6hIj9kLm2n",'\necho packer build x\nexit 1`,
  );
  assert.deepEqual(secrets, ['Ab3dEf6hIj9kLm2n']);
  assert.doesNotMatch(shown.join('\n') + kept, /Ab3dEf6hIj9kLm2n/);
});

test('a failed build says what is known of it, may ask packer.log, and tells whether to try again', async (t) => {
  const timeout = 'echo "Build \'qemu\' errored after 1 minute: Timeout waiting for SSH."\nexit 1';
  const { outcome } = await build(t, timeout);
  assert.ok(outcome instanceof BuildFailure);
  assert.equal(outcome.isTransient, true);
  assert.match(outcome.fix ?? '', /ssh_timeout[\s\S]*build\.log/);
  assert.equal(outcome.help, 'troubleshooting/build.md#ssh-timeout');

  const refused =
    'ssh: handshake failed: ssh: unable to authenticate as hunter2, no supported methods remain';
  const asked = await build(
    t,
    `mkdir -p ${packerLog}\necho '${refused}' > ${packerLog}/packer.log\n${timeout}`,
  );
  assert.ok(asked.outcome instanceof BuildFailure);
  assert.equal(asked.outcome.isTransient, false);
  assert.equal(asked.outcome.help, 'troubleshooting/build.md#ssh-login');
  assert.match(asked.outcome.problems[1] ?? '', /^packer\.log: ssh: handshake failed: .* as \*\*\*/);
});
