import { constants } from 'node:fs';
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Hypervisor, OperatingSystem } from '../plan/node-image-spec.ts';
import { failedCheck, kvmGuest, passedStatus } from './kvm-guest.ts';
import type { Place } from './place.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

export const kvmVerdicts = ['works', 'no permission', 'no device', 'test VM fails', 'not tried'] as const;
export type KvmVerdict = (typeof kvmVerdicts)[number];

/** What came of trying KVM. */
export interface KvmProof {
  readonly verdict: KvmVerdict;
  /** What was seen, QEMU's words included. */
  readonly found: string;
  readonly fix?: string;
}

export interface KvmTrial {
  readonly place: Place;
  /** As the build will ask for it; undefined for QEMU's own default. */
  readonly cpuModel?: string | undefined;
  readonly device?: string;
  readonly qemu?: string;
  /** `tcg` runs the same guest without KVM, for tests. */
  readonly accelerator?: 'kvm' | 'tcg';
  readonly timeoutMs?: number;
  readonly environment?: NodeJS.ProcessEnv;
}

/** The processor is emulated by QEMU for this long at most; a guest that lives is done within a second. */
const patienceMs = 10_000;

/**
 * The `cpu_model` of upstream's templates (kubernetes-sigs/image-builder v0.1.48): `host` in packer/qemu, and in
 * packer/raw for RHEL 9 alone; without one Packer passes no `-cpu`, so QEMU takes its default.
 */
export function cpuModelOf(image: {
  readonly hypervisor: Hypervisor;
  readonly os: OperatingSystem;
  readonly osVersion?: string | undefined;
}): string | undefined {
  const isRhel9 = image.os === 'redhat' && image.osVersion === '9';
  return image.hypervisor === 'cloudstack' || (image.hypervisor === 'baremetal' && isRhel9)
    ? 'host'
    : undefined;
}

/** Whether guests live under KVM here: the device first, then a guest that really runs. Changes nothing. */
export async function proveKvm(trial: KvmTrial): Promise<KvmProof> {
  const { place, device = '/dev/kvm' } = trial;
  const refusal = await openDevice(device);
  if (refusal === 'ENOENT' || refusal === 'ENXIO' || refusal === 'ENODEV') {
    return { verdict: 'no device', found: `no ${device}`, fix: whyNoDevice(place) };
  }
  if (refusal !== undefined) return noPermission(device, refusal, place);
  return judge(await runGuest(trial), trial);
}

/** The system's word for why the device cannot be opened, or nothing. */
async function openDevice(device: string): Promise<string | undefined> {
  try {
    await (await open(device, constants.O_RDWR)).close();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO';
  }
}

function whyNoDevice(place: Place): string {
  if (place.architecture === 'arm64') {
    return 'Node images are x86_64, and the arm64 runners of GitHub have no KVM: use an x64 runner.';
  }
  if (place.isArc) {
    return 'Give the pod the device, by a KVM device plugin or `privileged`, on a node that has it.';
  }
  if (place.isContainer) return 'Start the container with `--device /dev/kvm`, on a host that has it.';
  if (place.hasVirtualization) return 'Load the module: `sudo modprobe kvm_intel`, or `kvm_amd`.';
  if (place.isVirtual) {
    return 'This virtual machine gets no nested virtualization: switch it on in its hypervisor, or use a metal instance.';
  }
  return 'Switch on VT-x or AMD-V in the firmware of the host.';
}

async function noPermission(device: string, code: string, place: Place): Promise<KvmProof> {
  const { uid, gid, mode } = await stat(device);
  const { username } = userInfo();
  const owner = `owner ${uid}, group ${gid}, mode ${(mode & 0o777).toString(8)}`;
  // A device that a container may see, yet not use, is refused by its cgroup, with another word than by its mode.
  const isCgroup = code === 'EPERM' && place.isContainer;
  return {
    verdict: 'no permission',
    found: `${device} is closed to ${username} (${code}; ${owner})`,
    fix: isCgroup
      ? 'Start the container with `--device /dev/kvm`: the file is there, the permission is not.'
      : `Run \`sudo usermod -aG kvm ${username}\` and restart the runner, or set \`kvm: fix\`.`,
  };
}

async function runGuest(trial: KvmTrial): Promise<ProgramResult> {
  const { cpuModel, accelerator = 'kvm', qemu = 'qemu-system-x86_64', environment } = trial;
  const folder = await mkdtemp(join(tmpdir(), 'kvm-guest-'));
  try {
    const firmware = join(folder, 'guest.bin');
    await writeFile(firmware, kvmGuest());
    return await runProgram(
      qemu,
      [
        // As Packer starts it, without what the guest has no use for.
        ...['-machine', `type=pc,accel=${accelerator}`],
        ...(cpuModel === undefined ? [] : ['-cpu', cpuModel]),
        ...['-m', '64M', '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
        ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04'],
        ...['-bios', firmware],
      ],
      {
        timeoutMs: trial.timeoutMs ?? patienceMs,
        ...(environment && { environment }),
        // QEMU then pauses the guest for ever; the dump of its registers ends with the line of code.
        hopeless: /KVM internal error[\s\S]*\nCode=/,
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function judge(result: ProgramResult, { place, cpuModel, accelerator = 'kvm' }: KvmTrial): KvmProof {
  const cpu = cpuModel === undefined ? 'the default CPU of QEMU' : `CPU ${cpuModel}`;
  if (result.end === 'not found') {
    return { verdict: 'not tried', found: 'no qemu-system-x86_64 to try it with', fix: 'Install QEMU.' };
  }
  if (result.status === passedStatus) {
    const nested = place.isVirtual && accelerator === 'kvm' ? '; nested, so slower than on metal' : '';
    return { verdict: 'works', found: `a test VM ran with ${cpu}${nested}` };
  }
  const check = failedCheck(result.status);
  const words = check ? `${check} gives a wrong result` : wordsOfQemu(result);
  return {
    verdict: 'test VM fails',
    found: `the device opens, but with ${cpu}: ${words}`,
    fix: place.isVirtual
      ? 'The hypervisor below does not nest properly: use a metal instance, or a host whose nested virtualization works.'
      : 'Update kernel and QEMU of the runner, or use another runner.',
  };
}

/** Registers, memory and warnings are left out; QEMU says what happened in its first lines. */
function wordsOfQemu({ stderr, status, end }: ProgramResult): string {
  const noise = /^(?:extra data|[A-Z0-9]{2,5} ?=|Code=|\s*$)|warning: /;
  const lines = stderr.split('\n').filter((line) => !noise.test(line));
  const said = lines
    .slice(0, 3)
    .map((line) => line.replace(/^qemu-system-x86_64: (?:error: )?/, '').slice(0, 160));
  if (said.length > 0) return said.join('; ');
  if (end === 'timed out') return 'it never ended';
  // With -no-reboot a triple fault, that is an exception without a handler, ends QEMU well.
  return status === 0 ? 'it reset itself (triple fault)' : `QEMU ended with status ${status}`;
}
