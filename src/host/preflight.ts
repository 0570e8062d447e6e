import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { arch, platform } from 'node:process';
import { ActionError } from '../action-error.ts';
import type { Hypervisor } from '../plan/node-image-spec.ts';

export type KvmPolicy = 'auto' | 'require' | 'skip';

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly needed: string;
  readonly verdict: 'good' | 'doubtful' | 'bad';
  readonly fix?: string;
}

export interface HostWants {
  readonly hypervisor: Hypervisor;
  /** The folder that the build fills. */
  readonly workFolder: string;
  readonly freeDiskGiB: number;
  readonly kvm: KvmPolicy;
}

const gibibyte = 1024 ** 3;

/**
 * Looks at what decides whether a build can start at all: architecture, disk, KVM.
 *
 * @throws ActionError that lists everything that is bad, at once
 */
export async function checkHost(wants: HostWants): Promise<readonly Finding[]> {
  const findings = [checkPlatform(), await checkDisk(wants), ...(await checkKvm(wants))];
  const bad = findings.filter(({ verdict }) => verdict === 'bad');
  if (bad.length > 0) {
    throw new ActionError('This machine cannot build the image.', {
      problems: bad.map(
        ({ what, found, needed, fix }) => `${what}: ${found}; needed: ${needed}.${fix ? ` ${fix}` : ''}`,
      ),
    });
  }
  return findings;
}

function checkPlatform(): Finding {
  const isRight = platform === 'linux' && arch === 'x64';
  return {
    what: 'platform',
    found: `${platform} ${arch}`,
    needed: 'linux x64',
    verdict: isRight ? 'good' : 'bad',
    ...(!isRight && {
      fix: 'The image-builder CLI exists for Linux on x86_64 only: use a runner such as `ubuntu-24.04`.',
    }),
  };
}

async function checkDisk({ workFolder, freeDiskGiB }: HostWants): Promise<Finding> {
  const { bavail, bsize } = await statfs(workFolder);
  const free = (bavail * bsize) / gibibyte;
  const isEnough = free >= freeDiskGiB;
  return {
    what: `free disk of ${workFolder}`,
    found: `${free.toFixed(1)} GiB`,
    needed: `${freeDiskGiB} GiB`,
    verdict: isEnough ? 'good' : 'bad',
    ...(!isEnough && { fix: 'Free some, or ask for less with `free-disk-gib` if the image is small.' }),
  };
}

/** Only QEMU builds run a virtual machine here; the others run it on vCenter, Prism or EC2. */
async function checkKvm({ hypervisor, kvm }: HostWants): Promise<Finding[]> {
  if (kvm === 'skip' || (hypervisor !== 'baremetal' && hypervisor !== 'cloudstack')) return [];
  const isUsable = await access('/dev/kvm', constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  const unusable = kvm === 'require' ? 'bad' : 'doubtful';
  return [
    {
      what: '/dev/kvm',
      found: isUsable ? 'readable and writable' : 'absent, or not readable and writable',
      needed: 'readable and writable',
      verdict: isUsable ? 'good' : unusable,
      ...(!isUsable && {
        fix: 'Give the runner hardware virtualization and access to /dev/kvm; without it a build takes hours or fails.',
      }),
    },
  ];
}
