/**
 * The engine "vm": a real `packer build` with QEMU in software emulation and a real Ansible, in place of build/packer-build.mjs.
 * The job has no package mirror, so the base image must be there: make-base.mjs makes it.
 */

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import {
  capi,
  channel,
  enter,
  finishTarget,
  leave,
  makeRoot,
  parseTarget,
  print,
  printDependencies,
  startTarget,
} from '../target.mjs';
import { baseFolder, isMade, kernelArguments } from './base.mjs';

const target = parseTarget(process.argv[2]);
const { STANDIN_VM_CACHE: cache, STANDIN_VM_FAIL: failure } = process.env;
/** What the CLI wrote from the user's files and config, in the order of upstream's Makefile. */
const userFiles = [process.env.PACKER_ADDITIONAL_FILES_VAR_FILES, process.env.PACKER_TYPE_VAR_FILES];
if (target.format !== 'raw' || target.os !== 'ubuntu')
  refuse(`it makes raw Ubuntu images, not ${target.name}`);
if (!cache || !isMade(baseFolder(cache))) refuse(`no base image in STANDIN_VM_CACHE=${cache ?? ''}`);

const kubernetes = JSON.parse(readFileSync(path.join(target.configFolder, 'kubernetes.json'), 'utf8'));
const password = process.env.SSH_PASSWORD || randomBytes(16).toString('hex');
const started = Date.now();
// Inside the clone: whoever removes that removes the password, even after a SIGKILL.
const scratch = mkdtempSync(path.join(target.configFolder, 'vm-'));
// Packer's plugins listen on sockets in TMPDIR, whose paths must be short, and its Ansible provisioner leaves files there.
const packerTemporary = mkdtempSync(path.join(tmpdir(), 'packer-'));

// make and Packer get the signal too, and this process removes the password after them.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
try {
  startTarget(`local-build-${target.name}`);
  enter();
  printDependencies();
  const status = await packerBuild(writeVariables());
  leave();
  if (status !== 0) process.exitCode = status;
  else finishTarget(`local-build-${target.name}`, (Date.now() - started) / 1000);
} finally {
  for (const folder of [scratch, packerTemporary]) rmSync(folder, { recursive: true, force: true });
}

/** Resolves with the exit status, as a shell counts it. */
function packerBuild(variableFiles) {
  const args = [
    'build',
    ...variableFiles.map((file) => `-var-file=${file}`),
    '-force',
    `-color=${process.env.PACKER_COLOR ?? 'true'}`,
    path.join(import.meta.dirname, 'packer.json'),
  ];
  print(`packer ${args.join(' ')}`, '');
  mkdirSync(path.dirname(target.packerLog), { recursive: true });
  const packer = spawn('packer', args, {
    cwd: capi,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      SSH_PASSWORD: password,
      PACKER_LOG: '1',
      PACKER_LOG_PATH: target.packerLog,
      PACKER_CACHE_DIR: path.join(scratch, 'cache'),
      CHECKPOINT_DISABLE: '1',
      TMPDIR: packerTemporary,
    },
  });
  return new Promise((resolve, reject) => {
    packer.on('error', reject);
    packer.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** What the templates and the playbook want to know; the files that the CLI wrote come last and win. */
function writeVariables() {
  const base = baseFolder(cache);
  const account = path.join(scratch, 'account');
  const ansible = path.join(scratch, 'ansible.json');
  const packer = path.join(scratch, 'packer.json');
  // QEMU hands this file to the guest, whose build-account.service feeds it to chpasswd.
  writeFileSync(account, `builder:${password}\n`, { mode: 0o600 });
  writeFileSync(
    ansible,
    JSON.stringify({
      eks_distro_release: `${kubernetes.name}\nrelease channel ${channel}\nkubernetes ${kubernetes.kubernetes}\n`,
      package_file: makePackage(),
      break_download: failure === 'task',
      // Without its proxy, Packer hands Ansible a key only, and there is none.
      ansible_password: password,
    }),
    { mode: 0o600 },
  );
  writeFileSync(
    packer,
    JSON.stringify({
      base_folder: base,
      account_file: account,
      kernel_arguments: `${kernelArguments}${failure === 'ssh' ? ' systemd.mask=ssh.service' : ''}`,
      vm_name: `ubuntu-${target.osVersion}-efi-kube-${kubernetes.kubernetes}`,
      playbook: path.join(import.meta.dirname, 'ansible/node.yml'),
      ansible_vars: ansible,
    }),
  );
  return [packer, ...userFiles.filter(Boolean).map((file) => path.resolve(makeRoot, file))];
}

/** The package node-image-report. Its version is that of Kubernetes, so that the image of another build is found out. */
function makePackage() {
  const tree = path.join(scratch, 'package');
  const units = path.join(tree, 'usr/lib/systemd/system');
  cpSync(path.join(import.meta.dirname, 'package'), tree, { recursive: true });
  mkdirSync(path.join(units, 'multi-user.target.wants'));
  symlinkSync(
    '../node-image-report.service',
    path.join(units, 'multi-user.target.wants/node-image-report.service'),
  );
  const fields = {
    Package: 'node-image-report',
    Version: kubernetes.kubernetes.replace(/^v/, ''),
    Architecture: 'all',
    Maintainer: 'box <box@example.invalid>',
    Description: 'reports the content of a node image on its serial console',
  };
  const control = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  mkdirSync(path.join(tree, 'DEBIAN'));
  writeFileSync(path.join(tree, 'DEBIAN/control'), control.join(''));
  const file = path.join(scratch, 'node-image-report.deb');
  execFileSync('dpkg-deb', ['--root-owner-group', '--build', tree, file], { stdio: 'ignore' });
  return file;
}

function refuse(reason) {
  process.stderr.write(`The engine "vm" cannot build: ${reason}\n`);
  process.exit(1);
}
