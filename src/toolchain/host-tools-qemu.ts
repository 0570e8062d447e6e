import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { isProgram } from './host-tools-search.ts';

/** RHEL's QEMU is no program for users: it lies where only libvirt looks (package qemu-kvm-core). */
const qemuElsewhere = 'usr/libexec/qemu-kvm';

/** Where distributions put OVMF whole: Debian and Ubuntu, then others. */
const wholeFirmware = ['usr/share/ovmf/OVMF.fd', 'usr/share/OVMF/OVMF.fd', 'usr/share/edk2/ovmf/OVMF.fd'];

/** Where it comes in two parts, the store of variables and the code: RHEL's code without secure boot is called `cc`. */
const firmwareParts = [
  ['usr/share/OVMF/OVMF_VARS.fd', 'usr/share/OVMF/OVMF_CODE.fd'],
  ['usr/share/OVMF/OVMF_VARS_4M.fd', 'usr/share/OVMF/OVMF_CODE_4M.fd'],
  ['usr/share/edk2/ovmf/OVMF_VARS.fd', 'usr/share/edk2/ovmf/OVMF_CODE.fd'],
  ['usr/share/edk2/ovmf/OVMF_VARS.fd', 'usr/share/edk2/ovmf/OVMF_CODE.cc.fd'],
] as const;

/** QEMU where it is not on PATH under its usual name. */
export async function findQemuElsewhere(root: string): Promise<string | undefined> {
  const path = join(root, qemuElsewhere);
  return (await isProgram(path)) ? path : undefined;
}

/** Where this QEMU finds a firmware file by its name alone, as upstream's templates give it. */
export async function firmwareKnownTo(qemu: string, name: string): Promise<string | undefined> {
  const run = promisify(execFile)(qemu, ['-L', 'help'], { timeout: 20_000, env: { LC_ALL: 'C' } });
  const stdout = await run.then(
    (said) => said.stdout,
    () => '',
  );
  for (const folder of stdout.split('\n').filter(isAbsolute)) {
    if (await isThere(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/**
 * The files that make up OVMF in one piece, as `-bios` takes it. Where a distribution ships it in two they are joined:
 * the flash image is the variables followed by the code (edk2, OvmfPkg/OvmfPkgX64.fdf).
 *
 * @returns `undefined` where there is none
 */
export async function findFirmware(root: string): Promise<readonly string[] | undefined> {
  for (const files of [...wholeFirmware.map((file) => [file]), ...firmwareParts]) {
    const paths = files.map((file) => join(root, file));
    if ((await Promise.all(paths.map(isThere))).every(Boolean)) return paths;
  }
  return undefined;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
