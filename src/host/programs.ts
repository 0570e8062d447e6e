import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Firmware } from '../plan/node-image-spec.ts';
import type { Finding } from './finding.ts';
import { runProgram } from './run-program.ts';

const qemu = 'qemu-system-x86_64';
/** `firmware` of upstream's raw templates; QEMU looks for it in its own folders. */
const uefi = 'OVMF.fd';

export interface QemuWants {
  readonly environment: NodeJS.ProcessEnv;
  readonly firmware: Firmware | undefined;
  /** `doubtful` where a later step can still install it. */
  readonly ifMissing: 'bad' | 'doubtful';
}

/** QEMU, and the firmware that it gives to a guest that boots by UEFI. */
export async function judgeQemu({
  environment,
  firmware,
  ifMissing,
}: QemuWants): Promise<readonly Finding[]> {
  const path = await findProgram(qemu, environment);
  if (path === undefined) {
    return [
      {
        what: 'QEMU',
        found: `no ${qemu} on PATH`,
        needed: qemu,
        verdict: ifMissing,
        fix: 'Install `qemu-system-x86`; the package `qemu-kvm` alone is not enough.',
      },
    ];
  }
  const [version, folders] = await Promise.all([
    runProgram(path, ['--version'], { timeoutMs: 5_000, environment }),
    runProgram(path, ['-L', 'help'], { timeoutMs: 5_000, environment }),
  ]);
  const [, number] = /version (\S+)/.exec(version.stdout) ?? [];
  const ofQemu: Finding =
    version.status === 0
      ? { what: 'QEMU', found: number ?? path, needed: qemu, verdict: 'good' }
      : {
          what: 'QEMU',
          found: `${path} does not run: ${version.stderr.trim().split('\n')[0] ?? ''}`,
          needed: qemu,
          verdict: 'bad',
          fix: 'Install `qemu-system-x86` anew.',
        };
  return firmware === 'efi' ? [ofQemu, judgeFirmware(folders.stdout.split('\n'), ifMissing)] : [ofQemu];
}

function judgeFirmware(folders: readonly string[], ifMissing: QemuWants['ifMissing']): Finding {
  const path = folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, uefi))
    .find((candidate) => existsSync(candidate));
  return {
    what: 'OVMF',
    found: path ?? `no ${uefi} in the folders of QEMU`,
    needed: uefi,
    verdict: path === undefined ? ifMissing : 'good',
    ...(path === undefined && {
      fix: `Install \`ovmf\`; on Red Hat \`edk2-ovmf\`, and link its file as /usr/share/qemu/${uefi}.`,
    }),
  };
}

/** The file that a name on PATH stands for. */
export async function findProgram(name: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}
