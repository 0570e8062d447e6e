/** Real apt, real dpkg, a real lock: on Debian and Ubuntu, as root; elsewhere it is skipped. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { getuid } from 'node:process';
import { after, test } from 'node:test';
import type { HostTool } from '../../../src/toolchain/host-tools-table.ts';
import { installPackages, readDistribution } from '../../../src/toolchain/packages.ts';
import { collectedLog } from './collected-log.ts';

/** A package of a few kilobytes that nothing needs. */
const hello: HostTool = { name: 'hello', why: 'greets', packages: { debian: 'hello', ubuntu: 'hello' } };
const program = '/usr/bin/hello';
const wasThere = existsSync(program);
const canRun = getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !wasThere;
const skip = canRun ? false : 'needs root, apt, and a machine without the package hello';

after(() => {
  if (canRun && existsSync(program))
    execFileSync('apt-get', ['purge', '-y', '-qq', 'hello'], { stdio: 'ignore' });
});

async function install(log = collectedLog()) {
  await installPackages({
    missing: [hello],
    distribution: await readDistribution(),
    policy: 'auto',
    environment: process.env,
    log,
    signal: AbortSignal.timeout(240_000),
    patience: { totalMs: 180_000, intervalMs: 500 },
  });
}

test('apt installs what is missing, after a lock that another program holds for a while', {
  skip,
}, async () => {
  const holder = spawn('python3', ['-c', holdLock], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  const log = collectedLog();
  const installed = install({
    ...log,
    info: (text) => {
      log.info(text);
      // It is let go only when the action has said that it waits.
      if (text.includes('holds the lock')) holder.stdin.end();
    },
  });
  await installed;
  assert.equal(execFileSync(program, { encoding: 'utf8' }), 'Hello, world!\n');
  assert.deepEqual(log.lines, [
    'Installing hello: hello missing',
    'Another program holds the lock of apt-get; waiting for it.',
  ]);
});

/** dpkg's lock is one of fcntl(2), which flock(1) cannot take. */
const holdLock = `
import fcntl, sys
lock = open("/var/lib/dpkg/lock-frontend", "a")
fcntl.lockf(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()`;
