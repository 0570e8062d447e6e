/** Plays `packer build`: prints its phases, obeys the switches, and leaves the image where upstream's templates leave it. */

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  optionsOfSsh,
  passwordOfPacker,
  reachesSudo,
  variablesOfAnsible,
  variablesOfPacker,
} from './arrival.mjs';
import { killCli, leakConfig, stopForSignals } from './misbehave.mjs';
import { packerPath } from './readers.mjs';
import {
  capi,
  enter,
  finishTarget,
  leave,
  parseTarget,
  print,
  printDependencies,
  startTarget,
} from './target.mjs';
import { diskSize, makeDisk } from './tiny/disk.mjs';
import { makeOva } from './tiny/ova.mjs';

const target = parseTarget(process.argv[2]);
const switches = process.env;
const isOn = (name) => (switches[name] ?? '') !== '' && switches[name] !== '0';
const kubernetes = JSON.parse(readFileSync(path.join(target.configFolder, 'kubernetes.json'), 'utf8'));
const builder = {
  raw: 'qemu',
  cloudstack: 'qemu',
  ova: 'vsphere-iso.vsphere',
  nutanix: 'nutanix',
  ami: 'amazon-ebs',
}[target.format];
const stem = `${target.os === 'redhat' ? 'rhel' : target.os}-${target.osVersion}${target.efi ? '-efi' : ''}-kube-${kubernetes.kubernetes}`;
const started = Date.now();

const say = (...lines) => record(lines.map((line) => `==> ${builder}: ${line}`));
const whisper = (...lines) => record(lines.map((line) => `    ${builder}: ${line}`.trimEnd()));

/** PACKER_LOG=1 and PACKER_LOG_PATH are always set, so packer.log repeats what the user sees, mode 0644. */
function record(lines) {
  print(...lines);
  const stamp = new Date().toISOString().replaceAll('-', '/').replace('T', ' ').slice(0, 19);
  writeFileSync(target.packerLog, lines.map((line) => `${stamp} ui: ${line}\n`).join(''), { flag: 'a' });
}

mkdirSync(path.dirname(target.packerLog), { recursive: true });
startTarget(`local-build-${target.name}`);
enter();
printDependencies();
const sshPassword = arriving(() =>
  passwordOfPacker(switches.SSH_PASSWORD || randomBytes(16).toString('hex')),
);
printSshPasswordTemplates(sshPassword);
print(
  `packer build -var-file="${target.configFolder}/kubernetes.json" -force -color=${switches.PACKER_COLOR ?? 'true'} packer.json`,
  '',
);
const variables = arriving(() => variablesOfPacker(target.format, switches));
// The box has no ISO but Ubuntu's, so that vSphere always gets that.
retrieveIso(target.format === 'ova' ? {} : variables);
bootAndConnect();
await misbehave();
provision();
postProcess();
leave();
finishTarget(`local-build-${target.name}`, (Date.now() - started) / 1000);

/**
 * hack/set-ssh-password.sh pipes every rendered template through `tee`, password and hash included
 * (kubernetes-sigs/image-builder#2005).
 */
function printSshPasswordTemplates(password) {
  const hash = `$6$standin$${createHash('sha512').update(password).digest('base64url')}`;
  const account = [
    '  - name: builder',
    `    passwd: ${hash}`,
    '    lock-passwd: false',
    '    sudo: ALL=(ALL) NOPASSWD:ALL',
  ];
  print('hack/set-ssh-password.sh');
  for (const release of ['2004', '2204', '2404']) {
    print(
      '#cloud-config',
      'ssh_pwauth: true',
      'users:',
      ...account,
      'autoinstall:',
      `  version: 1 # ${release}`,
    );
    print('  late-commands:', `    - echo 'builder:${password}' | chpasswd -R /target`);
  }
  for (const release of ['8', '9']) {
    print(
      `# kickstart of rhel-${release}`,
      'rootpw --lock',
      `user --name=builder --groups=wheel --password=${password} --plaintext`,
    );
  }
  print('{', '  "ssh_username": "builder",', `  "ssh_password": "${password}"`, '}');
}

/** What Packer, or what runs before it, cannot read ends the build at once. */
function arriving(read) {
  try {
    return read();
  } catch (error) {
    print('Error: ', error.message, '');
    leave();
    return process.exit(1);
  }
}

/** iso_url of the config, else the template's default; kept in Packer's cache under the SHA-1 of its address. */
function retrieveIso(config) {
  const url = config.iso_url ?? defaultIso();
  if (url === undefined) return;
  const cache = switches.PACKER_CACHE_DIR ?? path.join(homedir(), '.cache/packer');
  const iso = path.join(cache, `${createHash('sha1').update(url).digest('hex')}.iso`);
  say('Retrieving ISO', `Trying ${url}`);
  if (!existsSync(iso)) {
    mkdirSync(cache, { recursive: true });
    // Packer takes a path as well.
    const address = url.startsWith('/') ? pathToFileURL(packerPath(url)).href : url;
    const { status, stderr } = spawnSync('curl', ['-fsSL', '-o', iso, address], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) fail(`error downloading ISO: [${stderr.toString().trim()}]`);
  }
  const { iso_checksum: expected, iso_checksum_type: algorithm } = config;
  const got = createHash(algorithm ?? 'sha256')
    .update(readFileSync(iso))
    .digest('hex');
  if (config.iso_url && expected && expected !== got) {
    rmSync(iso);
    say(`Checksum did not match, removing ${iso}`);
    fail(
      `error downloading ISO: [Checksums did not match for ${iso}.\nExpected: ${expected}\nGot: ${got}\n*${algorithm}.Digest]`,
    );
  }
  say(`${url} => ${iso}`);
}

/** Default ISOs of kubernetes-sigs/image-builder v0.1.48; RHEL has none, and nutanix and AMI builds start from images. */
function defaultIso() {
  if (target.os !== 'ubuntu' || target.format === 'nutanix' || target.format === 'ami') return undefined;
  const version = { 2004: '20.04.6', 2204: '22.04.5', 2404: '24.04.3' }[target.osVersion] ?? '22.04.5';
  return `https://releases.ubuntu.com/${version}/ubuntu-${version}-live-server-amd64.iso`;
}

function bootAndConnect() {
  say('Starting HTTP server on port 8501', 'Found port for communicator (SSH, WinRM, etc): 3730.');
  if (isOn('STANDIN_DISK_FULL')) {
    const disk = `output/${stem}/${stem}`;
    whisper(`qemu-img: ${disk}: error while writing at byte 1073741824: No space left on device`);
    fail('Error creating hard drive: QemuImg exited with error: exit status 1');
  }
  say('Looking for available port between 5900 and 6000 on 127.0.0.1', 'Starting VM, booting from CD-ROM');
  whisper('The VM will be run headless, without a GUI. If you want to');
  whisper('view the screen of the VM, connect via VNC without a password to', 'vnc://127.0.0.1:5966');
  say(
    'Waiting 10s for boot...',
    'Connecting to VM via VNC (127.0.0.1:5966)',
    'Typing the boot commands over VNC...',
  );
  say('Using SSH communicator to connect: 127.0.0.1', 'Waiting for SSH to become available...');
}

async function misbehave() {
  if (isOn('STANDIN_LEAK')) await leakConfig(process.cwd());
  if (isOn('STANDIN_KILL')) killCli();
  if (isOn('STANDIN_HANG')) {
    const stopped = stopForSignals({
      stubborn: switches.STANDIN_HANG === 'stubborn',
      seconds: Number(switches.STANDIN_STOP_SECONDS ?? 0),
    });
    // Whoever reads the pid may signal at once.
    if (switches.STANDIN_PID_FILE) writeFileSync(switches.STANDIN_PID_FILE, String(process.pid));
    const received = await stopped;
    print(`Cancelling build after receiving ${received}`);
    reportFailure('Build was cancelled.');
    print('Cleanly cancelled builds after being interrupted.');
    process.exit(1);
  }
  if (isOn('STANDIN_FAIL')) fail('Timeout waiting for SSH.', Number(switches.STANDIN_FAIL));
  const once = switches.STANDIN_FAIL_ONCE;
  if (once && !existsSync(once)) {
    writeFileSync(once, '');
    fail('Timeout waiting for SSH.', 2);
  }
}

function provision() {
  say('Connected to SSH!');
  const arrived = readByAnsible();
  play(
    'firstboot.yml',
    ['setup : Put templated sources.list in place', 'setup : Perform a dist-upgrade'],
    10,
  );
  say('Pausing 30s before the next provisioner...');
  play(
    'node.yml',
    [
      'containerd : Download containerd',
      'kubernetes : Download Kubernetes binaries',
      'sysprep : Set hostname',
    ],
    114,
  );
  say('Provisioning with Goss', 'Running goss tests...');
  whisper('    "failed-count": 0,', '    "summary-line": "Count: 1, Failed: 0, Duration: 0.001s",');
  say('Goss validate ran successfully', 'Gracefully halting virtual machine...');
  if (!reachesSudo(sshPassword)) fail('Timeout while waiting for machine to shut down.');
  const { RHSM_USER, RHSM_PASS, RHSM_ACTIVATION_KEY, RHSM_ORG_ID, ANSIBLE_VERBOSITY } = switches;
  const environment = { RHSM_USER, RHSM_PASS, RHSM_ACTIVATION_KEY, RHSM_ORG_ID, ANSIBLE_VERBOSITY };
  if (switches.STANDIN_ARRIVED)
    writeFileSync(
      switches.STANDIN_ARRIVED,
      JSON.stringify({ packer: variables, sshPassword, environment, ...arrived }),
    );
}

/** Ansible's first look at what it was handed: the options of ssh in the first task, the variables before it. */
function readByAnsible() {
  const banner = (text) => `${text} `.padEnd(80, '*');
  try {
    const ansible = variablesOfAnsible(variables);
    const task = banner('TASK [Check if Python is installed]');
    try {
      return { ansible, ssh: optionsOfSsh(switches) };
    } catch (error) {
      startPlay('firstboot.yml');
      const answer = {
        changed: false,
        msg: `Failed to connect to the host via ssh: ${error.message}`,
        unreachable: true,
      };
      whisper('', banner('PLAY [Bootstrap Python]'), '', task);
      whisper(`fatal: [default]: UNREACHABLE! => ${JSON.stringify(answer)}`, '', banner('PLAY RECAP'));
      whisper('default                    : ok=0    changed=0    unreachable=1    failed=0');
      return fail('Error executing Ansible: Non-zero exit status: exit status 4');
    }
  } catch (error) {
    startPlay('firstboot.yml');
    whisper(`ERROR! ${error.message}`);
    return fail('Error executing Ansible: Non-zero exit status: exit status 1');
  }
}

function play(book, tasks, ok) {
  const banner = (text) => `${text} `.padEnd(80, '*');
  startPlay(book);
  whisper('', banner('PLAY [all]'), '');
  for (const task of tasks) whisper(banner(`TASK [${task}]`), 'changed: [default]', '');
  whisper(banner('PLAY RECAP'));
  whisper(
    `default                    : ok=${ok}   changed=${tasks.length}    unreachable=0    failed=0    skipped=0    rescued=0    ignored=0`,
  );
}

function startPlay(book) {
  say('Provisioning with Ansible...');
  whisper('Setting up proxy adapter for Ansible....');
  say(`Executing Ansible: ansible-playbook -e packer_build_name="${builder}" ./ansible/${book}`);
}

/** Where each upstream template leaves its result below images/capi; the CLI globs for exactly these. */
function postProcess() {
  const output = {
    raw: `output/${stem}.gz`,
    ova: `output/${stem}.ova`,
    cloudstack: `output/${stem}/${stem}`,
    nutanix: `${stem}.img`,
    ami: undefined,
  }[target.format];
  if (target.format === 'ami') writeAmiManifest();
  if (output !== undefined && !isOn('STANDIN_NO_OUTPUT')) writeImage(path.join(capi, output));
  if (target.format === 'raw') {
    say('Running post-processor: compress');
    record([`==> ${builder} (compress): Archive ./${output} completed`]);
  }
  const took = duration();
  print(`Build '${builder}' finished after ${took}.`, '', `==> Wait completed after ${took}`, '');
  print(
    '==> Builds finished. The artifacts of successful builds are:',
    `--> ${builder}: VM files in directory: ./output/${stem}`,
  );
}

function writeImage(file) {
  const disk = isOn('STANDIN_NO_PARTITIONS')
    ? Buffer.alloc(diskSize)
    : makeDisk(filesInImage(), kubernetes.name);
  const bytes = containerOf(disk);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, isOn('STANDIN_TRUNCATED') ? bytes.subarray(0, bytes.length / 2) : bytes);
}

function containerOf(disk) {
  if (target.format === 'raw') return gzipSync(disk, { level: 1 });
  if (target.format !== 'ova') return disk;
  return makeOva({
    name: stem,
    disk,
    firmware: target.efi ? 'efi' : 'bios',
    product: `${target.os} ${target.osVersion} and Kubernetes ${kubernetes.kubernetes}`,
    properties: {
      BUILD_TIMESTAMP: String(Math.floor(started / 1000)),
      KUBERNETES_SEMVER: kubernetes.kubernetes,
      // packer/config/ovf_custom_properties.json.tmpl of the real chain: $EKSD_NAME.
      EKS_DISTRO_VERSION: kubernetes.name,
    },
  });
}

function filesInImage() {
  const components = kubernetes.components.map(({ name, version }) => `${name} ${version}\n`).join('');
  const version = target.osVersion.replace(/^(\d\d)(\d\d)$/, '$1.$2');
  return {
    'etc/os-release': `ID=${target.os === 'redhat' ? 'rhel' : 'ubuntu'}\nVERSION_ID="${version}"\n`,
    // Written by the Ansible role "kubernetes" of the real chain.
    'etc/kubernetes-version': `${kubernetes.kubernetes}\n`,
    'etc/eks-distro-release': `${kubernetes.name}\n${components}`,
    'etc/eks-distro-release.json': `${JSON.stringify(kubernetes, undefined, 2)}\n`,
  };
}

/** Packer's manifest post-processor, for the one region that is built in and those that the AMI is copied to. */
function writeAmiManifest() {
  const config = JSON.parse(readFileSync('packer/ami/ami.json', 'utf8'));
  const { manifest_output: file, aws_region: home, ami_regions: copies } = config;
  if (!file) return;
  const regions = [...new Set([home, ...(copies ?? '').split(',')])].filter(Boolean);
  const run = '0a1b2c3d-0000-4000-8000-000000000000';
  const build = {
    name: stem,
    builder_type: 'amazon-ebs',
    artifact_id: regions.map((region, index) => `${region}:ami-0123456789abcdef${index}`).join(','),
    packer_run_uuid: run,
  };
  writeFileSync(file, `${JSON.stringify({ builds: [build], last_run_uuid: run }, undefined, 2)}\n`);
}

function duration() {
  const milliseconds = Date.now() - started;
  return milliseconds < 1000 ? `${milliseconds} milliseconds` : `${Math.floor(milliseconds / 1000)} seconds`;
}

function fail(reason, exitCode = 1) {
  say(...reason.split('\n'));
  reportFailure(reason);
  process.exit(exitCode);
}

function reportFailure(reason) {
  say('Deleting output directory...');
  print(
    `Build '${builder}' errored after ${duration()}: ${reason}`,
    '',
    `==> Wait completed after ${duration()}`,
    '',
  );
  print("==> Some builds didn't complete successfully and had errors:", `--> ${builder}: ${reason}`, '');
  print('==> Builds finished but no artifacts were created.');
  leave();
}
