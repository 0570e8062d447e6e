import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runFakeAction } from './run-fake-action.ts';

describe('the run wrapper', { concurrency: true }, () => {
  test('main sets its outputs and ends with exit code 0', async (t) => {
    const run = await runFakeAction(t, ['main', 'succeeds'], { environment: { INPUT_NAME: 'moon' } });
    assert.equal(run.exitCode, 0, run.stdout + run.stderr);
    const outputs = await run.file('OUTPUT');
    assert.match(outputs, /^greeting<<(\S+)\nhello moon\n\1$/m);
    assert.match(outputs, /^detail<<(\S+)\n\n\1$/m, 'an undefined output is set, and empty');
  });

  test('an error in main fails the step by exactly one annotation with the whole message', async (t) => {
    const run = await runFakeAction(t, ['main', 'refuses with an ActionError']);
    assert.equal(run.exitCode, 1);
    assert.deepEqual(run.commands('error'), [
      '::error title=fake::The cake burnt%0A  - too hot%0A  - too long%0ANobody looked.%0AFix: Look.%0AHelp: docs/troubleshooting.md#not-listed',
    ]);
    assert.doesNotMatch(run.stdout, /at .*fake-action/, 'no stack trace for an error that explains itself');
  });

  test('the stack of an ActionError is shown when the runner debugs', async (t) => {
    const run = await runFakeAction(t, ['main', 'refuses with an ActionError'], {
      environment: { RUNNER_DEBUG: '1' },
    });
    assert.match(run.stdout, /at .*fake-action/);
  });

  test('an unforeseen error shows its stack, and nothing in it acts as a workflow command', async (t) => {
    const run = await runFakeAction(t, ['main', 'crashes']);
    assert.equal(run.exitCode, 1);
    assert.equal(run.commands('error').length, 1);
    assert.deepEqual(run.commands('warning'), []);
    assert.doesNotMatch(run.stdout.replace(/^::error .*$/m, ''), /##\[/);
    assert.match(run.stdout, /at .*fake-action/);
  });

  test('a full disk is said to be one, with what this action needs and without a stack', async (t) => {
    const { exitCode, stdout } = await runFakeAction(t, ['main', 'meets a full disk']);
    assert.equal(exitCode, 1);
    assert.match(
      stdout,
      /::error .*The disk is full\.%0A.*ENOSPC.*Fix: Free space where RUNNER_TEMP is: a cake needs about 2 GB\./,
    );
    assert.doesNotMatch(stdout, /\n\s+at /);
  });

  test('an annotation is not longer than what the runner keeps, and ends with its link all the same', async (t) => {
    const run = await runFakeAction(t, ['main', 'throws a very long text']);
    const message = decodeURIComponent(run.commands('error')[0] ?? '').replace('::error title=fake::', '');
    assert.equal(message.length, 4000);
    assert.match(message, /^x+\nHelp: docs\/troubleshooting\.md#not-listed$/);
  });

  test('an error that the documentation explains ends with a link to its entry at this version', async (t) => {
    const run = await runFakeAction(t, ['main', 'succeeds'], {
      environment: {
        INPUT_STRICT: 'perhaps',
        GITHUB_SERVER_URL: 'https://github.example.com',
        GITHUB_ACTION_REPOSITORY: 'octo/eks-anywhere-node-images',
        GITHUB_ACTION_REF: 'v1',
      },
    });
    assert.match(
      run.commands('error')[0] ?? '',
      /%0AHelp: https:\/\/github\.example\.com\/octo\/eks-anywhere-node-images\/blob\/v1\/docs\/troubleshooting\/inputs-and-config\.md#inputs-wrong$/,
    );
  });

  test('a warning that the documentation explains has a link, another one has none', async (t) => {
    const run = await runFakeAction(t, ['main', 'warns']);
    assert.deepEqual(run.commands('warning'), [
      '::warning::The icing is thin.',
      '::warning::Past standard support: 1-29. Plan to move on.%0AHelp: docs/troubleshooting/release-and-signatures.md#past-support',
    ]);
  });

  test('all wrong inputs are one error', async (t) => {
    const run = await runFakeAction(t, ['main', 'succeeds'], {
      environment: { INPUT_STRICT: 'perhaps', INPUT_SECRETS: 'nonsense' },
    });
    assert.equal(run.exitCode, 1);
    const [error = '', ...others] = run.commands('error');
    assert.deepEqual(others, []);
    assert.match(error, /2 inputs are wrong.*`strict`.*`secrets`/);
  });

  test('secret inputs are masked before anything else is printed, even when the inputs are wrong', async (t) => {
    const run = await runFakeAction(t, ['main', 'succeeds'], {
      environment: { INPUT_STRICT: 'perhaps', INPUT_SECRETS: 'token=correct-horse-battery\nuser=root' },
    });
    assert.equal(run.stdout.split('\n')[0], '::add-mask::correct-horse-battery');
    assert.doesNotMatch(run.stdout, /add-mask::root/);
  });

  for (const [kind, token] of [
    ['a long secret', 'correct-horse-battery'],
    ['a short secret', 'hunter2'],
  ] as const) {
    const environment = { INPUT_SECRETS: `token=${token}` };

    test(`${kind} does not come out of log, warnings, groups, summary or the message of an error`, async (t) => {
      const run = await runFakeAction(t, ['main', 'prints and throws the secret'], { environment });
      assert.deepEqual(run.commands('error'), [
        '::error title=fake::cannot log in with ***%0AHelp: docs/troubleshooting.md#not-listed',
      ]);
      const printed = run.stdout.replaceAll(/^::add-mask::.*\n/gm, '') + (await run.file('STEP_SUMMARY'));
      assert.ok(!printed.includes(token), printed);
      assert.match(printed, /token is \*\*\*/);
      assert.match(printed, /### Title \\\*\\\*\\\*/);
    });
  }

  test('an output that would hold a secret fails the step, and no output is set', async (t) => {
    const run = await runFakeAction(t, ['main', 'outputs the secret'], {
      environment: { INPUT_SECRETS: 'token=correct-horse-battery' },
    });
    assert.equal(run.exitCode, 1);
    assert.match(run.commands('error')[0] ?? '', /`detail` would hold a secret value/);
    assert.equal(await run.file('OUTPUT'), '');
  });

  test('a short secret inside a longer output is no reason to fail: the runner does not mask it', async (t) => {
    const run = await runFakeAction(t, ['main', 'outputs the secret'], {
      environment: { INPUT_SECRETS: 'token=1.33' },
    });
    assert.equal(run.exitCode, 0);
    assert.match(await run.file('OUTPUT'), /v1-1\.33/);
  });

  test('an output of 64 KB is set', async (t) => {
    const run = await runFakeAction(t, ['main', 'outputs 64 KB']);
    assert.equal(run.exitCode, 0);
    assert.match(await run.file('OUTPUT'), /ä{1000}/);
  });

  test('one byte more is an error that names output and size, and no output is set', async (t) => {
    const run = await runFakeAction(t, ['main', 'outputs more than 64 KB']);
    assert.equal(run.exitCode, 1);
    assert.match(run.commands('error')[0] ?? '', /`greeting` has 65537 bytes; the limit is 65536/);
    assert.equal(await run.file('OUTPUT'), '');
  });

  test('what was set before an error stays set', async (t) => {
    const run = await runFakeAction(t, ['main', 'says something, then fails']);
    assert.equal(run.exitCode, 1);
    assert.match(await run.file('OUTPUT'), /^detail<<(\S+)\n\/tmp\/some\.log\n\1$/m);
  });

  for (const interrupt of ['SIGINT', 'SIGTERM'] as const) {
    test(`${interrupt} aborts main, which then fails once and by name`, async (t) => {
      const run = await runFakeAction(t, ['main', 'waits for its cancellation'], { interrupt });
      assert.equal(run.exitCode, 1);
      assert.equal(run.commands('error').length, 1);
      assert.match(
        run.stdout,
        new RegExp(`^::error title=fake::The job was cancelled \\(${interrupt}\\)`, 'm'),
      );
    });
  }

  test('what goes wrong in post is a warning and exit code 0', async (t) => {
    const run = await runFakeAction(t, ['post', 'fails']);
    assert.equal(run.exitCode, 0);
    assert.deepEqual(run.commands('warning'), ['::warning title=fake::cannot clean up']);
    assert.deepEqual(run.commands('error'), []);
  });

  test('state crosses from main to post; what was never saved is undefined there', async (t) => {
    const main = await runFakeAction(t, ['main', 'saves state']);
    assert.match(await main.file('STATE'), /^work-folder<<(\S+)\n\/tmp\/some work folder\n\1$/m);
    const post = await runFakeAction(t, ['post', 'cleans up'], {
      environment: { 'STATE_work-folder': '/tmp/x' },
    });
    assert.equal(post.stdout, 'work folder: /tmp/x\n');
    assert.equal((await runFakeAction(t, ['post', 'cleans up'])).stdout, 'work folder: undefined\n');
  });

  test('a group ends the one before, and is ended once', async (t) => {
    const run = await runFakeAction(t, ['main', 'opens two groups']);
    assert.deepEqual(
      run.stdout.split('\n').filter((line) => line.startsWith('::')),
      ['::group::one', '::endgroup::', '::group::two', '::endgroup::'],
    );
  });

  test('a summary has one line per fact, without HTML', async (t) => {
    const run = await runFakeAction(t, ['main', 'writes a summary']);
    assert.equal(
      (await run.file('STEP_SUMMARY')).trimEnd(),
      ['### A cell', '', '| Fact | Value |', '| --- | --- |', '| Image | a\\|b &lt;b>&amp; c |'].join('\n'),
    );
  });

  test('a runner without a summary file is no reason to fail', async (t) => {
    const run = await runFakeAction(t, ['main', 'writes a summary'], {
      environment: { GITHUB_STEP_SUMMARY: '' },
    });
    assert.equal(run.exitCode, 0);
    const unwritable = { GITHUB_STEP_SUMMARY: '/nonexistent/summary' };
    const other = await runFakeAction(t, ['main', 'writes a summary'], { environment: unwritable });
    assert.equal(other.exitCode, 0);
    assert.match(other.stdout, /^::warning::The job summary was not written: /m);
  });
});
