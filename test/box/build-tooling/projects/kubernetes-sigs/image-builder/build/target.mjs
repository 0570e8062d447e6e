/** What a make target such as `raw-ubuntu-2204` or `ova-redhat-9-efi` means, and where its files go. */

import path from 'node:path';

export const makeRoot = process.cwd();
export const capi = path.join(makeRoot, 'image-builder/images/capi');
export const channel = process.env.RELEASE_BRANCH ?? '';

export function parseTarget(target) {
  const [format, os, osVersion, firmware] = target.split('-');
  const folder = path.join(channel, format, os, osVersion);
  return {
    name: target,
    format,
    os,
    osVersion,
    // Ubuntu and RHEL 9 raw images are always EFI; make adds it (CONVERT_TO_UPSTREAM_TARGET in upstream's Makefile).
    efi: firmware === 'efi' || (format === 'raw' && (os === 'ubuntu' || osVersion === '9')),
    configFolder: path.join(makeRoot, '_output', folder, 'config'),
    packerLog: path.join(makeRoot, '_output/tar', channel, os, osVersion, format, 'packer.log'),
  };
}

export const print = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

const stamp = () => new Date().toISOString().replace('Z', '+0000');
const rule = '-'.repeat(19);
export const startTarget = (name) => print('', `${rule} ${stamp()} Starting target=${name} ${rule}`);
export const finishTarget = (name, seconds) =>
  print(`${rule} ${stamp()} Finished target=${name} duration=${seconds.toFixed(3)} seconds ${rule}`, '');

export const enter = () => print(`make[1]: Entering directory '${capi}'`);
export const leave = () => print(`make[1]: Leaving directory '${capi}'`);

/** The dependency checks of images/capi, which the real chain prints twice. */
export const printDependencies = () =>
  print(
    'hack/ensure-python.sh',
    'Checking if python is available',
    'Python 3.11.7',
    'hack/ensure-ansible.sh',
    'ansible [core 2.15.13]',
    'Starting galaxy collection install process',
    'Nothing to do. All requested collections are already installed. If you want to reinstall them, consider using `--force`.',
    'hack/ensure-packer.sh',
    'Packer is already installed, checking version...',
    'existing packer version: 1.9.5',
    'Packer version is as expected',
    'Packer version 1.9.5 is already installed',
    'packer init packer/config.pkr.hcl',
  );
