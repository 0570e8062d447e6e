import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type HostToolsRequest, obtainHostTools } from '../../../src/toolchain/host-tools.ts';
import { hostTools } from '../../../src/toolchain/host-tools-table.ts';
import { openToolStore } from '../../../src/toolchain/tool-store.ts';
import { testClient } from '../net/client.ts';
import { serve } from '../net/loopback-server.ts';
import { collectedLog } from './collected-log.ts';
import { fakeHostedImage, fakeProgram, fakeVersion, scratchFolder } from './fakes.ts';

const versions: Readonly<Record<string, string>> = {
  openssl: 'OpenSSL 3.0.2 15 Mar 2022',
  make: 'GNU Make 4.3',
  yq: 'yq (https://github.com/mikefarah/yq/) version v4.44.3',
};

/** A machine whose file system begins at `root`, with fakes of the tools; PATH begins with `first`. */
function machine(context: TestContext, { without = [] as readonly string[], osRelease = 'ID=ubuntu' } = {}) {
  const scratch = scratchFolder(context);
  const root = join(scratch, 'root');
  const bin = join(root, 'usr/bin');
  for (const { name } of hostTools) {
    if (name !== 'tar' && name !== 'gzip' && !without.includes(name))
      fakeVersion(bin, name, versions[name] ?? `${name} 1.2.3`);
  }
  for (const name of ['cat', 'sh', 'tar', 'gzip', 'mkdir', 'mv', 'gcc', 'as', 'ld', 'sleep'])
    linkReal(bin, name);
  mkdirSync(join(root, 'etc'));
  writeFileSync(join(root, 'etc/os-release'), osRelease);
  const first = join(scratch, 'first');
  mkdirSync(first);
  const log = collectedLog();
  const store = join(scratch, 'store');
  const request = {
    hypervisor: 'vsphere',
    installPackages: 'never',
    store: openToolStore([store]),
    http: testClient(),
    environment: { PATH: `${first}:${bin}` },
    log,
    signal: new AbortController().signal,
    root,
  } satisfies HostToolsRequest;
  return { scratch, root, bin, first, log, store, request };
}

function linkReal(folder: string, name: string): void {
  const real = ['/usr/bin', '/bin'].map((place) => join(place, name)).find((path) => existsSync(path));
  if (real === undefined || existsSync(join(folder, name))) return;
  symlinkSync(real, join(folder, name));
}

function pinnedBy(url: string, bytes: Buffer, version: string) {
  return { version, url, sha256: createHash('sha256').update(bytes).digest('hex') };
}

test('a machine that has everything is left as it is', async (context) => {
  const { request, store } = machine(context);
  const { pathEntries, found } = await obtainHostTools(request);
  assert.deepEqual(pathEntries, []);
  assert.ok(!existsSync(store));
  assert.deepEqual(found.find(({ tool }) => tool === 'make')?.version, '4.3');
  assert.deepEqual(found.find(({ tool }) => tool === 'yq')?.version, '4.44.3');
  assert.ok(!found.some(({ tool }) => tool.startsWith('qemu')));
});

test('all that is missing is told at once', async (context) => {
  const { request } = machine(context, { without: ['jq', 'bc', 'envsubst', 'qemu-img', 'OVMF.fd', 'make'] });
  const failure = obtainHostTools({ ...request, hypervisor: 'baremetal' });
  await assert.rejects(
    failure,
    /GNU make up to 4\.3: .*jq: .*envsubst: .*bc: .*qemu-img: .*OVMF\.fd: .*apt-get install -y --no-install-recommends make jq gettext-base bc qemu-utils ovmf$/s,
  );
});

test('an openssl that is too old counts as missing', async (context) => {
  const { request, first, bin } = machine(context, { without: ['openssl'] });
  fakeVersion(bin, 'openssl', 'OpenSSL 1.0.2k-fips');
  fakeVersion(first, 'openssl', 'OpenSSL 1.1.0g');
  await assert.rejects(obtainHostTools(request), /OpenSSL 1\.1\.1 or newer/);
});

test('a right program behind a wrong one is put in front of it', async (context) => {
  const { request, first, bin } = machine(context);
  fakeVersion(first, 'yq', 'yq 3.4.3');
  fakeVersion(first, 'make', 'GNU Make 4.4.1');
  const { pathEntries, found } = await obtainHostTools(request);
  assert.equal(pathEntries.length, 1);
  const PATH = [...pathEntries, request.environment.PATH].join(':');
  assert.match(execFileSync('yq', ['--version'], { env: { PATH }, encoding: 'utf8' }), /mikefarah/);
  assert.match(execFileSync('make', ['--version'], { env: { PATH }, encoding: 'utf8' }), /4\.3/);
  assert.equal(found.find(({ tool }) => tool === 'yq')?.path, join(bin, 'yq'));
});

test('a warm machine asks nobody and makes nothing', async (context) => {
  const { request, first } = machine(context);
  fakeVersion(first, 'yq', 'yq 3.4.3');
  const cold = await obtainHostTools(request);
  const warm = await obtainHostTools(request);
  assert.deepEqual(warm, cold);
});

test('where no yq is mikefarah’s, the pinned one is fetched', async (context) => {
  const { request, first, log } = machine(context, { without: ['yq'] });
  fakeVersion(first, 'yq', 'yq 3.4.3');
  const standIn = Buffer.from(`#!/bin/sh\necho '${versions['yq']}'\n`);
  const server = await serve(context, (_, response) => response.end(standIn));
  const yq = pinnedBy(`${server.url}/yq_linux_amd64`, standIn, '4.44.3');
  const unused = { version: '4.3', url: `${server.url}/make`, sha256: '' };
  const { pathEntries } = await obtainHostTools({ ...request, downloads: { yq, make: unused } });
  const [folder = ''] = pathEntries;
  assert.match(execFileSync(join(folder, 'yq'), ['--version'], { encoding: 'utf8' }), /mikefarah/);
  assert.equal(server.requests.length, 1);
  assert.ok(log.lines.some((line) => line.includes(join(first, 'yq'))));
});

test('a yq with another digest is refused', async (context) => {
  const { request } = machine(context, { without: ['yq'] });
  const server = await serve(context, (_, response) => response.end('#!/bin/sh\n'));
  const yq = { version: '4.44.3', url: `${server.url}/yq`, sha256: 'a'.repeat(64) };
  await assert.rejects(
    obtainHostTools({ ...request, downloads: { yq, make: yq } }),
    /is not the published file/,
  );
});

test('a make that is too new is answered by one that gcc builds', async (context) => {
  const { request, scratch, log } = machine(context, { without: ['make'] });
  fakeHostedImage(join(scratch, 'first'));
  const tarball = standInSource(scratch);
  const server = await serve(context, (_, response) => response.end(tarball));
  const make = pinnedBy(`${server.url}/make-4.3.tar.gz`, tarball, '4.3');
  const downloads = { make, yq: make };
  const { pathEntries } = await obtainHostTools({ ...request, downloads });
  const PATH = [...pathEntries, request.environment.PATH].join(':');
  assert.match(execFileSync('make', ['--version'], { env: { PATH }, encoding: 'utf8' }), /^GNU Make 4\.3\n/);
  assert.match(execFileSync('yq', ['--version'], { env: { PATH }, encoding: 'utf8' }), /mikefarah/);
  assert.ok(log.lines.some((line) => /built from source.*first\/make/.test(line)));
  await obtainHostTools({ ...request, downloads });
  assert.equal(server.requests.length, 1);
});

test('a source that does not compile is an error with the compiler’s words', async (context) => {
  const { request, scratch, first } = machine(context, { without: ['make'] });
  fakeVersion(first, 'make', 'GNU Make 4.4.1');
  const tarball = standInSource(scratch, 'int main(void) { return undeclared; }');
  const server = await serve(context, (_, response) => response.end(tarball));
  const make = pinnedBy(`${server.url}/make-4.3.tar.gz`, tarball, '4.3');
  await assert.rejects(
    obtainHostTools({ ...request, downloads: { make, yq: make } }),
    /GNU make 4\.3 cannot be built \(`sh \.\/build\.sh`\)[\s\S]*undeclared[\s\S]*Install gcc/,
  );
});

test('without a compiler the packages for one are asked for, together with what else is missing', async (context) => {
  const { request, first, bin } = machine(context, { without: ['make', 'jq'] });
  execFileSync('rm', [join(bin, 'gcc')]);
  fakeVersion(first, 'make', 'GNU Make 4.4.1');
  await assert.rejects(obtainHostTools(request), /install -y --no-install-recommends jq gcc libc6-dev$/);
});

test('a namesake that waits for input is passed by', async (context) => {
  const { request, first } = machine(context);
  fakeProgram(first, 'jq', 'cat; exit 3');
  const { found } = await obtainHostTools(request);
  assert.notEqual(found.find(({ tool }) => tool === 'jq')?.path, join(first, 'jq'));
});

test('RHEL’s QEMU and its firmware in two parts are used under the usual names', async (context) => {
  const { request, root } = machine(context, {
    without: ['qemu-system-x86_64', 'OVMF.fd'],
    osRelease: 'ID="rhel"\nVERSION_ID="9.4"',
  });
  fakeProgram(join(root, 'usr/libexec'), 'qemu-kvm', 'echo "$@"');
  const firmware = join(root, 'usr/share/edk2/ovmf');
  mkdirSync(firmware, { recursive: true });
  writeFileSync(join(firmware, 'OVMF_VARS.fd'), 'variables');
  writeFileSync(join(firmware, 'OVMF_CODE.cc.fd'), 'code');
  const { pathEntries, found } = await obtainHostTools({ ...request, hypervisor: 'baremetal' });
  const [folder = ''] = pathEntries;
  const said = execFileSync(join(folder, 'qemu-system-x86_64'), ['-bios', 'OVMF.fd', 'a b'], {
    encoding: 'utf8',
  });
  assert.equal(said, `-L ${dirname(folder)} -bios OVMF.fd a b\n`);
  assert.equal(readFileSync(join(dirname(folder), 'OVMF.fd'), 'utf8'), 'variablescode');
  assert.equal(found.find(({ tool }) => tool === 'OVMF.fd')?.path, join(firmware, 'OVMF_VARS.fd'));
});

test('a QEMU that finds its firmware by name is used as it is', async (context) => {
  const { request, root, bin } = machine(context, { without: ['qemu-system-x86_64', 'OVMF.fd'] });
  const data = join(root, 'usr/share/qemu');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'OVMF.fd'), 'firmware');
  fakeProgram(
    bin,
    'qemu-system-x86_64',
    `[ "$1" = -L ] && { echo /nowhere; echo '${data}'; exit; }; echo 'QEMU 8.2.2'`,
  );
  const { pathEntries, found } = await obtainHostTools({ ...request, hypervisor: 'baremetal' });
  assert.deepEqual(pathEntries, []);
  assert.equal(found.find(({ tool }) => tool === 'OVMF.fd')?.path, join(data, 'OVMF.fd'));
});

test('CloudStack’s images boot by BIOS and need no OVMF', async (context) => {
  const { request } = machine(context, { without: ['OVMF.fd'] });
  const { found } = await obtainHostTools({ ...request, hypervisor: 'cloudstack' });
  assert.ok(found.some(({ tool }) => tool === 'qemu-img'));
});

/** A stand-in for GNU make's source: its two scripts and one C file, which gcc really compiles. */
function standInSource(
  scratch: string,
  main = 'int main(void) { puts("GNU Make 4.3"); puts("stand-in"); return 0; }',
) {
  const folder = join(scratch, 'make-4.3');
  mkdirSync(folder);
  writeFileSync(join(folder, 'configure'), '#!/bin/sh\necho "CC=gcc" > build.cfg\n');
  writeFileSync(join(folder, 'build.sh'), '#!/bin/sh\n. ./build.cfg\nexec $CC $CFLAGS -o make main.c\n');
  writeFileSync(join(folder, 'main.c'), `#include <stdio.h>\n${main}\n`);
  chmodSync(join(folder, 'build.sh'), 0o755);
  return execFileSync('tar', ['-czf', '-', '-C', scratch, 'make-4.3']);
}
