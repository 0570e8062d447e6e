import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cpuModelOf, type KvmTrial, proveKvm } from '../../../src/host/kvm.ts';
import { closeKvm, openKvm, parseKvmChange } from '../../../src/host/kvm-access.ts';
import { failedCheck, kvmGuest, passedStatus } from '../../../src/host/kvm-guest.ts';
import { findPlace, type Place } from '../../../src/host/place.ts';

const scratch = mkdtempSync(join(tmpdir(), 'kvm-test-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const hasQemu = spawnSync('qemu-system-x86_64', ['--version']).status === 0;
const withoutQemu = !hasQemu && 'QEMU is not installed';
const isRoot = process.getuid?.() === 0;

const metal: Place = {
  runner: 'self-hosted',
  server: 'github.com',
  isContainer: false,
  isArc: false,
  isEphemeral: false,
  isVirtual: false,
  hasVirtualization: true,
  architecture: 'x64',
};

/** The guest without KVM: the device is any that opens. */
function emulated(overrides: Partial<KvmTrial> = {}): KvmTrial {
  return { place: metal, device: '/dev/null', accelerator: 'tcg', ...overrides };
}

/** Runs a guest as the proof does. @returns QEMU's exit status */
function runGuest(guest: Buffer): number | null {
  const firmware = join(scratch, 'guest.bin');
  writeFileSync(firmware, guest);
  const device = ['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04'];
  const machine = ['-machine', 'pc,accel=tcg', '-nodefaults', '-display', 'none', '-no-reboot', '-m', '64M'];
  const args = [...machine, ...device, '-bios', firmware];
  return spawnSync('qemu-system-x86_64', args, { timeout: 20_000 }).status;
}

/** A program that stands for QEMU. */
function pretendQemu(name: string, script: string): string {
  const path = join(scratch, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the guest is firmware that starts at the reset vector', () => {
  const guest = kvmGuest();
  assert.equal(guest.length, 65_536);
  assert.equal(guest.subarray(0xfff0, 0xfff5).toString('hex'), 'ea000000f0');
  // lock cmpxchg16b [rdi], which is what dies on machines whose KVM only seems to work.
  assert.ok(guest.includes(Buffer.from('f0480fc70f', 'hex')));
});

test('the guest reaches long mode and passes under emulation, with either CPU model', {
  skip: withoutQemu,
}, async () => {
  for (const cpuModel of [undefined, 'max']) {
    const proof = await proveKvm(emulated({ cpuModel }));
    assert.equal(proof.verdict, 'works', proof.found);
  }
});

test('each check of the guest can fail, and says which it was', { skip: withoutQemu }, () => {
  const change = (from: string, to: string) => {
    const guest = kvmGuest();
    const at = guest.indexOf(Buffer.from(from, 'hex'));
    assert.ok(at > 0, from);
    guest.set(Buffer.from(to, 'hex'), at);
    return failedCheck(runGuest(guest));
  };
  assert.equal(runGuest(kvmGuest()), passedStatus);
  assert.equal(change('48833f03', '48833f05'), 'cmpxchg16b');
  assert.equal(change('48837f1006', '48837f1007'), 'sse2');
  assert.equal(change('4883f806', '4883f807'), 'fxsave');
});

test('a guest without the instruction dies, with the reset named', { skip: withoutQemu }, async () => {
  const proof = await proveKvm(emulated({ cpuModel: 'qemu64,-cx16' }));
  assert.equal(proof.verdict, 'test VM fails');
  assert.match(proof.found, /the device opens, but with CPU qemu64,-cx16: it reset itself/);
});

test('a device that opens is not believed: guests that die under it are found, in the words of QEMU', {
  skip:
    withoutQemu ||
    (!existsSync('/dev/kvm') && 'this machine has no /dev/kvm') ||
    (!isRoot && 'only root is sure to open it'),
}, async (context) => {
  for (const cpuModel of [undefined, 'host']) {
    const { verdict, found } = await proveKvm({ place: metal, cpuModel });
    context.diagnostic(`${verdict}: ${found}`);
    if (verdict === 'test VM fails') assert.match(found, /but with .*CPU.* (?!QEMU ended)./);
    else assert.equal(verdict, 'works', found);
  }
});

test('a guest that never ends is ended', async () => {
  const qemu = pretendQemu('qemu-hangs', 'exec sleep 60');
  const proof = await proveKvm(emulated({ qemu, timeoutMs: 200 }));
  assert.equal(proof.verdict, 'test VM fails');
  assert.match(proof.found, /it never ended/);
});

test('an internal error of KVM ends the trial at once, without the dump of registers', async () => {
  const dump = ['KVM internal error. Suberror: 1', 'extra data[0]: 0x1', 'emulation failure'];
  const lines = [...dump, 'RAX=0000000000000001 RBX=3', 'ES =0000 00000000', 'Code=00 00'];
  const qemu = pretendQemu('qemu-pauses', `printf '%s\\n' '${lines.join("' '")}' >&2; exec sleep 60`);
  const { verdict, found } = await proveKvm(emulated({ qemu, timeoutMs: 30_000 }));
  assert.equal(verdict, 'test VM fails');
  assert.match(found, / KVM internal error\. Suberror: 1; emulation failure$/);
});

test('without QEMU nothing is claimed', async () => {
  const proof = await proveKvm(emulated({ qemu: join(scratch, 'no-qemu') }));
  assert.equal(proof.verdict, 'not tried');
});

test('a missing device is explained by where the job runs', async () => {
  const device = join(scratch, 'no-kvm');
  const fixOf = async (place: Partial<Place>) =>
    (await proveKvm({ place: { ...metal, ...place }, device })).fix;
  assert.match((await fixOf({ architecture: 'arm64' })) ?? '', /arm64 runners of GitHub have no KVM/);
  assert.match((await fixOf({ isContainer: true })) ?? '', /--device \/dev\/kvm/);
  assert.match((await fixOf({ isArc: true, isContainer: true })) ?? '', /device plugin/);
  assert.match(
    (await fixOf({ isVirtual: true, hasVirtualization: false })) ?? '',
    /no nested virtualization/,
  );
  assert.match((await fixOf({})) ?? '', /modprobe/);
  assert.match((await fixOf({ hasVirtualization: false })) ?? '', /VT-x/);
});

test('a device that the user may not open is named with its owner and the command that opens it', {
  skip: !isRoot && 'needs root to become somebody else',
}, () => {
  const device = join(scratch, 'closed');
  writeFileSync(device, '');
  chmodSync(device, 0o600);
  chmodSync(scratch, 0o755);
  const kvm = new URL('../../../src/host/kvm.ts', import.meta.url).href;
  const script = `process.setuid(65534);
    const { proveKvm } = await import(${JSON.stringify(kvm)});
    console.log(JSON.stringify(await proveKvm(${JSON.stringify({ place: metal, device })})));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: '/',
  });
  const proof = JSON.parse(stdout || JSON.stringify({ found: stderr })) as Record<string, string>;
  assert.equal(proof['verdict'], 'no permission', proof['found']);
  assert.match(proof['found'] ?? '', /is closed to nobody \(EACCES; owner 0, group 0, mode 600\)/);
  assert.match(proof['fix'] ?? '', /sudo usermod -aG kvm nobody.*`kvm: fix`/);
});

test('what opens the device is taken back', { skip: !isRoot && 'needs root' }, async () => {
  const device = join(scratch, 'device');
  const rulePath = join(scratch, 'kvm.rules');
  writeFileSync(device, '');
  chmodSync(device, 0o640);
  const change = await openKvm({ device, rulePath });
  assert.ok(typeof change === 'object', String(change));
  assert.equal(statSync(device).mode & 0o777, 0o666);
  assert.match(readFileSync(rulePath, 'utf8'), /KERNEL=="kvm".*MODE="0666"/);
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const restored = parseKvmChange(JSON.stringify(change));
  assert.ok(restored);
  await closeKvm(restored, { info: say, warning: say, startGroup: say, endGroup: () => undefined });
  assert.equal(statSync(device).mode & 0o777, 0o640);
  assert.ok(!existsSync(rulePath));
  assert.match(said.join(), /has its permissions of before again/);
});

test('a hosted runner gets its device opened, a self-hosted one only with `fix`', {
  skip: !isRoot && 'needs root to become somebody else',
}, () => {
  const folder = mkdtempSync(join(scratch, 'runner-'));
  const own = (path: string, content: string, mode: number) => {
    writeFileSync(path, content);
    chmodSync(path, mode);
    chownSync(path, 65_534, 65_534);
  };
  chownSync(folder, 65_534, 65_534);
  // sudo that is given to everybody, a udev that does nothing, and a QEMU whose guest is well.
  own(join(folder, 'sudo'), '#!/bin/sh\nshift; exec "$@"\n', 0o755);
  own(join(folder, 'udevadm'), '#!/bin/sh\n', 0o755);
  own(join(folder, 'qemu-system-x86_64'), `#!/bin/sh\nexit ${passedStatus}\n`, 0o755);
  const device = join(folder, 'kvm');
  const run = (kvm: string, runner: string) => {
    own(device, '', 0o000);
    const environment = { PATH: `${folder}:/usr/bin:/bin` };
    const wants = { kvm, hypervisor: 'baremetal', os: 'ubuntu', environment };
    const options = JSON.stringify({ ...wants, access: { device, rulePath: join(folder, 'rule') } });
    const module = new URL('../../../src/host/kvm-policy.ts', import.meta.url).href;
    const script = `process.setuid(65534);
      const { judgeKvm } = await import(${JSON.stringify(module)});
      const told = [];
      const place = ${JSON.stringify({ ...metal, runner })};
      const { verdict, findings } = await judgeKvm(${options}, place, (change) => told.push(change.mode));
      console.log(JSON.stringify([verdict, findings[0].verdict, told]));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: '/',
      env: environment,
    });
    assert.notEqual(stdout, '', stderr);
    return JSON.parse(stdout) as unknown;
  };
  assert.deepEqual(run('auto', 'github-hosted'), ['works', 'good', []]);
  assert.deepEqual(run('auto', 'self-hosted'), ['no permission', 'doubtful', []]);
  assert.deepEqual(run('require', 'self-hosted'), ['no permission', 'bad', []]);
  assert.deepEqual(run('fix', 'self-hosted'), ['works', 'good', [0]]);
});

test('the CPU model is the one that upstream asks for', () => {
  assert.equal(cpuModelOf({ hypervisor: 'baremetal', os: 'ubuntu', osVersion: '22.04' }), undefined);
  assert.equal(cpuModelOf({ hypervisor: 'baremetal', os: 'redhat', osVersion: '9' }), 'host');
  assert.equal(cpuModelOf({ hypervisor: 'cloudstack', os: 'redhat', osVersion: '8' }), 'host');
});

test('a place is told by what runners set and kernels show', () => {
  const proc = mkdtempSync(join(scratch, 'proc-'));
  writeFileSync(join(proc, 'cpuinfo'), 'processor\t: 0\nflags\t\t: fpu vmx hypervisor cx16\n');
  const kernel = { proc, sys: proc };
  const hosted = findPlace({
    environment: { RUNNER_ENVIRONMENT: 'github-hosted' },
    kernel,
    containerMarks: [],
  });
  assert.deepEqual(
    [hosted.runner, hosted.isEphemeral, hosted.isVirtual, hosted.hasVirtualization, hosted.isContainer],
    ['github-hosted', true, true, true, false],
  );
  const pod = findPlace({ environment: { ACTIONS_RUNNER_POD_NAME: 'runner-x' }, kernel, containerMarks: [] });
  assert.deepEqual([pod.isArc, pod.isContainer, pod.isEphemeral], [true, true, true]);
  const ghes = findPlace({
    environment: { RUNNER_ENVIRONMENT: 'self-hosted', GITHUB_SERVER_URL: 'https://git.example.com' },
    kernel,
    containerMarks: [join(proc, 'cpuinfo')],
  });
  assert.deepEqual([ghes.server, ghes.isContainer, ghes.isEphemeral], ['GHES', true, false]);
});
