import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { type HostTool, hostTools } from '../../../src/toolchain/host-tools-table.ts';
import { type InstallRequest, installPackages, readDistribution } from '../../../src/toolchain/packages.ts';
import { collectedLog } from './collected-log.ts';
import { fakeProgram, scratchFolder } from './fakes.ts';

function tools(...names: readonly string[]): readonly HostTool[] {
  return hostTools.filter(({ name }) => names.includes(name));
}

function request(overrides: Partial<InstallRequest> & { readonly environment: NodeJS.ProcessEnv }) {
  return {
    missing: tools('jq', 'envsubst'),
    distribution: { name: 'Ubuntu 24.04', id: 'ubuntu' },
    policy: 'auto',
    log: collectedLog(),
    signal: new AbortController().signal,
    userId: 0,
    patience: { totalMs: 5_000, intervalMs: 20 },
    ...overrides,
  } satisfies InstallRequest;
}

/** A PATH with an apt-get, a dnf and a sudo that write down how they are called; `aptBody` decides what apt-get does. */
function fakeManagers(context: TestContext, { aptBody = '', sudo = true } = {}) {
  const folder = scratchFolder(context);
  const calls = join(folder, 'calls');
  writeFileSync(calls, '');
  const note = (name: string) =>
    `echo "${name} $*" >> '${calls}'; echo "http_proxy=$http_proxy" >> '${calls}.env'`;
  fakeProgram(join(folder, 'bin'), 'apt-get', `${note('apt-get')}\n${aptBody}`);
  fakeProgram(join(folder, 'bin'), 'dnf', note('dnf'));
  if (sudo) {
    const body = `${note('sudo')}\nwhile [ "\${1#-}" != "$1" ]; do shift; done; exec "$@"`;
    fakeProgram(join(folder, 'bin'), 'sudo', body);
  }
  return {
    environment: { PATH: sudo ? `${folder}/bin:/usr/bin:/bin` : `${folder}/bin:${linkedTools(folder)}` },
    calls: () => readFileSync(calls, 'utf8').trim().split('\n'),
    proxies: () => readFileSync(`${calls}.env`, 'utf8'),
  };
}

/** A folder without a sudo. */
function linkedTools(folder: string): string {
  const path = join(folder, 'tools');
  fakeProgram(path, 'cat', 'exec /bin/cat "$@"');
  return path;
}

test('apt refreshes its lists and installs the packages of what is missing, nothing recommended', async (context) => {
  const { environment, calls } = fakeManagers(context);
  await installPackages(request({ environment }));
  const [update = '', install = ''] = calls();
  assert.match(update, /^apt-get .*DPkg::Lock::Timeout=5.* update$/);
  assert.match(install, /^apt-get .* install -y --no-install-recommends jq gettext-base$/);
});

test('nothing is run when nothing is missing', async (context) => {
  const { environment, calls } = fakeManagers(context);
  await installPackages(request({ environment, missing: [], policy: 'never' }));
  assert.deepEqual(calls(), ['']);
});

test('RHEL and Amazon Linux are served by dnf', async (context) => {
  for (const id of ['rhel', 'amzn'] as const) {
    const { environment, calls } = fakeManagers(context);
    await installPackages(request({ environment, distribution: { name: id, id } }));
    assert.deepEqual(calls(), ['dnf -y --setopt=install_weak_deps=False install jq gettext']);
  }
});

test('a user who is not root goes through sudo, which keeps the proxy and shows no password', async (context) => {
  const { environment, calls, proxies } = fakeManagers(context);
  const log = collectedLog();
  const http_proxy = 'http://me:s3cretword@proxy.example.com:3128';
  await installPackages(request({ environment: { ...environment, http_proxy }, userId: 1000, log }));
  assert.match(calls()[0] ?? '', /^sudo -n --preserve-env=http_proxy,DEBIAN_FRONTEND,\S+ true$/);
  assert.ok(
    calls().some(
      (call) =>
        call.startsWith('sudo -n') && call.endsWith('install -y --no-install-recommends jq gettext-base'),
    ),
  );
  assert.ok(!calls().join('\n').includes('s3cretword'));
  assert.ok(proxies().includes(http_proxy));
  assert.ok(!log.lines.join('\n').includes('s3cretword'));
});

test('with `never` all that is missing is listed with one command', async (context) => {
  const { environment, calls } = fakeManagers(context);
  const failure = installPackages(request({ environment, policy: 'never' }));
  await assert.rejects(failure, (error: unknown) => {
    assert.ok(error instanceof ActionError);
    assert.equal(error.problems.length, 2);
    assert.match(error.message, /`install-packages` is `never`/);
    assert.match(
      error.message,
      /sudo apt-get update && sudo apt-get install -y --no-install-recommends jq gettext-base$/,
    );
    return true;
  });
  assert.deepEqual(calls(), ['']);
});

test('without sudo the same is said', async (context) => {
  const { environment } = fakeManagers(context, { sudo: false });
  const failure = installPackages(request({ environment, userId: 1000 }));
  await assert.rejects(
    failure,
    /no `sudo` without a password[\s\S]*sudo apt-get update && sudo apt-get install/,
  );
});

test('a sudo that wants a password counts as none', async (context) => {
  const { environment } = fakeManagers(context);
  const folder = scratchFolder(context);
  fakeProgram(folder, 'sudo', 'echo "sudo: a password is required" >&2; exit 1');
  const failure = installPackages(
    request({ environment: { PATH: `${folder}:${environment.PATH}` }, userId: 1000 }),
  );
  await assert.rejects(failure, /no `sudo` without a password/);
});

test('an unknown distribution gets a command for apt and one for dnf', async (context) => {
  const { environment } = fakeManagers(context);
  const failure = installPackages(request({ environment, distribution: { name: 'Gentoo' } }));
  await assert.rejects(failure, /Gentoo is none[\s\S]*sudo apt-get update[\s\S]*or: sudo dnf -y/);
});

test('QEMU on Amazon Linux 2023 is refused, because it has no package', async (context) => {
  const { environment, calls } = fakeManagers(context);
  const failure = installPackages(
    request({
      environment,
      missing: tools('qemu-img', 'qemu-system-x86_64', 'jq'),
      distribution: { name: 'Amazon Linux 2023', id: 'amzn' },
    }),
  );
  await assert.rejects(failure, /Amazon Linux 2023 has no package of qemu-img, qemu-system-x86_64/);
  assert.deepEqual(calls(), ['']);
});

test('another apt is waited for, and that is said once', async (context) => {
  const folder = scratchFolder(context);
  const counter = join(folder, 'count');
  const { environment, calls } = fakeManagers(context, {
    aptBody: `echo x >> '${counter}'
      [ "$(wc -l < '${counter}')" -gt 3 ] && exit 0
      echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 42 (apt-get)' >&2; exit 100`,
  });
  const log = collectedLog();
  await installPackages(request({ environment, log }));
  assert.equal(calls().length, 5);
  assert.equal(log.lines.filter((line) => line.includes('holds the lock')).length, 1);
});

test('a lock that is never released ends in an error that says so', async (context) => {
  const { environment } = fakeManagers(context, {
    aptBody: `echo 'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend)' >&2; exit 100`,
  });
  const failure = installPackages(request({ environment, patience: { totalMs: 100, intervalMs: 20 } }));
  await assert.rejects(failure, /Another program kept the lock for too long/);
});

test('what apt says about an archive is repeated without the password of a proxy or mirror', async (context) => {
  const { environment } = fakeManagers(context, {
    aptBody: `echo "Get:1 jammy"; echo 'E: Failed to fetch http://me:m1rrorpass@mirror.example.com/x  407 via me:s3cretword@proxy' >&2; exit 100`,
  });
  const failure = installPackages(
    request({ environment: { ...environment, http_proxy: 'http://me:s3cretword@proxy:3128' } }),
  );
  await assert.rejects(failure, (error: unknown) => {
    assert.ok(error instanceof ActionError);
    assert.match(error.message, /Failed to fetch http:\/\/\*\*\*@mirror\.example\.com/);
    assert.doesNotMatch(error.message, /m1rrorpass|s3cretword|Get:1/);
    return true;
  });
});

test('distributions are read from os-release, rebuilds count as what they are like', async (context) => {
  const cases = [
    ['ID=ubuntu\nPRETTY_NAME="Ubuntu 24.04.2 LTS"\nVERSION_ID="24.04"', 'ubuntu'],
    ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian', 'debian'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"', 'rhel'],
    ['ID="almalinux"\nID_LIKE="rhel centos fedora"', 'rhel'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', 'ubuntu'],
    ['ID="amzn"\nID_LIKE="fedora"\nVERSION_ID="2023"', 'amzn'],
    ['ID=gentoo', undefined],
  ] as const;
  for (const [text, id] of cases) {
    const root = scratchFolder(context);
    mkdirSync(join(root, 'etc'));
    writeFileSync(join(root, 'etc', 'os-release'), text);
    assert.equal((await readDistribution(root)).id, id, text);
  }
  assert.equal((await readDistribution('/nowhere')).id, undefined);
});
