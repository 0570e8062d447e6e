import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram, userInfoFilter } from '../../../src/toolchain/run-program.ts';

const base = {
  environment: { PATH: process.env['PATH'] },
  timeoutMs: 20_000,
  signal: new AbortController().signal,
};

test('a program is run to its end, whatever its exit code, with the lines of both streams', async () => {
  const { code, lines } = await runProgram({
    ...base,
    file: 'sh',
    args: ['-c', 'echo out; echo err >&2; exit 3'],
  });
  assert.equal(code, 3);
  assert.deepEqual([...lines].sort(), ['err', 'out']);
});

test('one that cannot be started, or takes too long, is an error that names it', async () => {
  await assert.rejects(
    runProgram({ ...base, file: '/no/such/program', args: [] }),
    /no\/such\/program cannot be started/,
  );
  const slow = runProgram({ ...base, file: 'sh', args: ['-c', 'echo hm; sleep 60'], timeoutMs: 100 });
  await assert.rejects(slow, /^ActionError: sh did not end within 0\.1 seconds\.\n {2}- hm$/);
});

test('a cancelled job ends it', async () => {
  const controller = new AbortController();
  const running = runProgram({
    ...base,
    file: 'sh',
    args: ['-c', 'echo started; exec sleep 60'],
    signal: controller.signal,
    onLine: () => controller.abort(new Error('cancelled')),
  });
  await assert.rejects(running, /cancelled/);
});

test('user-info of any URL, and passwords of the environment’s URLs in either spelling, are taken out', () => {
  const filter = userInfoFilter({
    https_proxy: 'http://me:p%40ss-word@proxy.example.com:3128',
    PIP_INDEX_URL: 'https://__token__:pypi-AgEI@mirror.example.com/simple',
    PIP_EXTRA_INDEX_URL: 'https://a.example.com/ https://b:second-one@b.example.com/',
    NO_SECRET: '12:30',
  });
  assert.equal(filter('407 via me:p%40ss-word@proxy'), '407 via me:***@proxy');
  assert.equal(filter('user me, password p@ss-word'), 'user me, password ***');
  assert.equal(filter('Looking in https://__token__:pypi-AgEI@mirror/x'), 'Looking in https://***@mirror/x');
  assert.equal(filter('second-one, at 12:30'), '***, at 12:30');
  const careless = userInfoFilter({ http_proxy: 'http://me:p@ss-word@proxy.example.com:3128' });
  assert.equal(careless('via http://me:p@ss-word@proxy/ p@ss-word'), 'via http://***@proxy/ ***');
  assert.equal(filter('https://new:unknown@host/ git+ssh://k@h'), 'https://***@host/ git+ssh://***@h');
});
