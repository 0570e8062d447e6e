import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findPython, type PythonRequest } from '../../../src/toolchain/python.ts';
import { standalonePython } from '../../../src/toolchain/python-standalone.ts';
import { openToolStore } from '../../../src/toolchain/tool-store.ts';
import { testClient } from '../net/client.ts';
import { serve } from '../net/loopback-server.ts';
import { collectedLog } from './collected-log.ts';
import { fakeProgram, scratchFolder } from './fakes.ts';

/** Answers the question that an interpreter is asked as a Python of this version would. */
function fakePython(folder: string, name: string, version: string, isRight = true): string {
  const path = join(folder, name);
  return fakeProgram(folder, name, `echo '${JSON.stringify({ path, version, isRight })}'`);
}

function request(context: TestContext, environment: NodeJS.ProcessEnv): PythonRequest & { lines: string[] } {
  const log = collectedLog();
  return {
    environment,
    store: openToolStore([join(scratchFolder(context), 'store')]),
    http: testClient(),
    log,
    lines: log.lines,
    signal: new AbortController().signal,
    standalone: { version: '3.11.16', url: 'http://127.0.0.1:1/python.tar.gz', sha256: 'a'.repeat(64) },
  };
}

test('a Python of PATH is taken, the newest line that Ansible runs on first', async (context) => {
  const folder = scratchFolder(context);
  fakePython(folder, 'python3', '3.14.4');
  fakePython(folder, 'python3.9', '3.9.18');
  fakePython(folder, 'python3.10', '3.10.13');
  const found = await findPython(request(context, { PATH: folder }));
  assert.deepEqual(found, { path: join(folder, 'python3.10'), version: '3.10.13', minor: '3.10' });
});

test('a plain python3 is taken when its version fits', async (context) => {
  const folder = scratchFolder(context);
  fakePython(folder, 'python3', '3.10.12');
  assert.equal((await findPython(request(context, { PATH: folder }))).minor, '3.10');
});

test('one without venv, or of another architecture, is passed by', async (context) => {
  const folder = scratchFolder(context);
  fakeProgram(folder, 'python3.11', 'echo "No module named ensurepip" >&2; exit 1');
  fakePython(folder, 'python3.10', '3.10.13', false);
  fakePython(folder, 'python3.9', '3.9.18');
  assert.equal((await findPython(request(context, { PATH: folder }))).version, '3.9.18');
});

test('the tool cache comes after PATH, the newest patch first', async (context) => {
  const folder = scratchFolder(context);
  const cache = join(folder, 'tools');
  fakePython(join(folder, 'bin'), 'python3', '3.14.4');
  for (const version of ['3.9.25', '3.11.9', '3.11.15', '3.14.4']) {
    fakePython(join(cache, 'Python', version, 'x64', 'bin'), 'python3', version);
  }
  const environment = { PATH: join(folder, 'bin'), RUNNER_TOOL_CACHE: cache };
  assert.equal((await findPython(request(context, environment))).version, '3.11.15');
});

test('a machine without one gets a standalone CPython, once', async (context) => {
  const scratch = scratchFolder(context);
  // A stand-in for the real tarball, of the same layout: a folder `python` with everything in it.
  fakeProgram(
    join(scratch, 'python/bin'),
    'python3',
    `echo '{"path":"'"$(readlink -f "$0")"'","version":"3.11.16","isRight":true}'`,
  );
  const tarball = execFileSync('tar', ['-czf', '-', '-C', scratch, 'python']);
  const server = await serve(context, (_, response) => response.end(tarball));
  const sha256 = createHash('sha256').update(tarball).digest('hex');
  const own = {
    ...request(context, { PATH: '/usr/bin:/bin:/nowhere' }),
    standalone: { version: '3.11.16', url: `${server.url}/cpython-stand-in.tar.gz`, sha256 },
  };
  // The machine that the tests run on may have a Python: one without PATH finds none, but needs tar.
  const bin = join(scratch, 'bin');
  for (const name of ['tar', 'gzip', 'readlink']) {
    fakeProgram(bin, name, `PATH=/usr/bin:/bin exec ${name} "$@"`);
  }
  const environment = { PATH: bin };
  const cold = await findPython({ ...own, environment });
  assert.equal(cold.version, '3.11.16');
  assert.match(cold.path, /store\/python\/3\.11\.16-[^/]+\/bin\/python3$/);
  assert.deepEqual(await findPython({ ...own, environment }), cold);
  assert.equal(server.requests.length, 1);
  assert.match(own.lines[0] ?? '', /No Python 3\.9 to 3\.11 with venv is on PATH/);
});

test('the standalone CPython that is pinned is one that Ansible runs on', () => {
  assert.match(standalonePython.version, /^3\.11\.\d+$/);
  assert.ok(standalonePython.url.includes(`cpython-${standalonePython.version}%2B`));
  assert.ok(standalonePython.url.endsWith('-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz'));
  assert.match(standalonePython.sha256, /^[0-9a-f]{64}$/);
});

test('other bytes than the pinned ones are refused', async (context) => {
  const bin = scratchFolder(context);
  const server = await serve(context, (_, response) => response.end('other bytes'));
  const failure = findPython({
    ...request(context, { PATH: bin }),
    standalone: { version: '3.11.16', url: `${server.url}/x.tar.gz`, sha256: 'b'.repeat(64) },
  });
  await assert.rejects(failure, /The standalone Python .* is not the published file/);
});
