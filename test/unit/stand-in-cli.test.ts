/**
 * Compares the stand-in image-builder CLI with recordings of the real one, v0.7.0 of EKS Anywhere v0.26.1. With
 * IMAGE_BUILDER_CLI=<path> the same comparison runs against that binary, so that the recordings can be proved too.
 *
 * One rule says what is not compared, because it is not the CLI that wrote it: the output of commands. On stderr that is what
 * stands between an `Executing command:` line and the next dated line, on stdout what make prints from Entering to Leaving.
 */

import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { inspectOva } from '../../src/image/inspect-ova.ts';
import { type Box, type Fault, startBox } from '../box/box.ts';
import { expandVmdk } from '../support/ova.ts';

const recordings = path.join(import.meta.dirname, '../fixtures/upstream-logs');
const standIn = path.join(import.meta.dirname, '../box/image-builder/main.ts');
const realCli = process.env['IMAGE_BUILDER_CLI'];
const assets = 'anywhere-assets.eks.amazonaws.com';
const clonePath = 'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder';

const scratch = mkdtempSync(path.join(tmpdir(), 'stand-in-cli-'));
/** Stands for /home/runner/work/_temp of the recordings. */
const inputs = path.join(scratch, 'inputs');
let box: Box;
let environment: Record<string, string>;

before(async () => {
  box = await startBox({ scratch: path.join(scratch, 'box') });
  const authorities = path.join(scratch, 'authorities.pem');
  writeFileSync(
    authorities,
    [box.interceptingCa, box.publicCa].map((file) => readFileSync(file, 'utf8')).join('\n'),
  );
  environment = {
    ...box.environment,
    PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: path.join(scratch, 'home'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    SSL_CERT_FILE: authorities,
    GIT_SSL_CAINFO: authorities,
    CURL_CA_BUNDLE: authorities,
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: authorities,
    NODE_COMPILE_CACHE: path.join(scratch, 'compile-cache'),
    STANDIN_CLI_VERSION: 'v0.7.0',
    STANDIN_EKSA_VERSION: 'v0.26.1',
  };
  writeInputs();
});

after(async () => {
  await box[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});

/** The config files that the recordings name, made from what the recordings show of them. */
function writeInputs(): void {
  mkdirSync(inputs);
  const isoFile = path.join(inputs, 'installer.iso');
  writeFileSync(isoFile, 'an installer');
  const checksum = createHash('sha256').update('an installer').digest('hex');
  const iso = { iso_url: `file://${isoFile}`, iso_checksum: checksum, iso_checksum_type: 'sha256' };
  const proxies = {
    http_proxy: 'http://pu:S3cret-px@proxy.invalid:3128',
    https_proxy: 'http://pu:S3cret-px@proxy.invalid:3128',
  };
  const vsphere = {
    ...{
      cluster: 'cl1',
      convert_to_template: 'false',
      create_snapshot: 'true',
      datacenter: 'dc1',
      datastore: 'ds1',
    },
    ...{
      folder: '/dc1/vm/f',
      insecure_connection: 'true',
      linked_clone: 'false',
      network: 'net1',
      resource_pool: 'rp1',
    },
    ...{ vcenter_server: 'vc.example.invalid', username: 'user@vsphere.local', password: 'S3cret-vc-pw' },
  };
  const rhel = { rhel_username: 'rhu', rhel_password: 'S3cret-rh-pw' };
  const file = { src: '/etc/hostname', dest: '/etc/extra.txt', owner: 'root', group: 'root' };
  const documents: Record<string, unknown> = {
    'baremetal.json': {
      disk_size: '8192',
      ...iso,
      ...proxies,
      no_proxy: 'localhost',
      extra_debs: 'vim curl',
      ssh_timeout: '10m',
    },
    'rhel.json': { ...iso, ...rhel, rhsm_activation_key: 'S3cret-ak', rhsm_org_id: 'S3cret-org' },
    'vsphere.json': vsphere,
    'vsphere-rhel.json': { ...vsphere, ...iso, ...rhel },
    'bool.json': { ...vsphere, insecure_connection: true },
    'num.json': { disk_size: 8192 },
    'unknown.json': { disk_size: '6656', password: 'x', disk_sizee: '1', memory: '2' },
    'files.json': { additional_files_list: [{ ...file, mode: 644 }] },
    'files-strmode.json': { additional_files_list: [{ ...file, mode: '0644' }] },
  };
  for (const [name, document] of Object.entries(documents))
    writeFileSync(path.join(inputs, name), JSON.stringify(document));
  writeFileSync(path.join(inputs, 'badjson.json'), '{ "disk_size": "8192", }');
}

interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

function start(
  args: readonly string[],
  cwd: string,
  extra: Record<string, string>,
  { detached = false }: { readonly detached?: boolean } = {},
): ChildProcess {
  mkdirSync(cwd, { recursive: true });
  const [command, words] = realCli === undefined ? [process.execPath, [standIn, ...args]] : [realCli, args];
  return spawn(command, words, {
    cwd,
    env: { ...environment, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
}

async function run(
  args: readonly string[],
  cwd: string,
  extra: Record<string, string> = {},
): Promise<Answer> {
  const child = start(args, cwd, extra);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  await once(child, 'close');
  return { stdout, stderr, exitCode: child.exitCode };
}

interface Recording extends Answer {
  readonly args: readonly string[];
  readonly environment: Record<string, string>;
  /** mode and content of the config file that stayed in the clone */
  readonly leftConfig: readonly string[];
}

function readRecording(name: string): Recording {
  const text = readFileSync(path.join(recordings, `${name}.log`), 'utf8');
  const section = (title: string): string =>
    new RegExp(`^--- ${title}.*\\n((?:(?!--- ).*\\n)*)`, 'm').exec(text)?.[1] ?? '';
  const [prefix = '', command = ''] = text.slice(2, text.indexOf('\n')).split('image-builder ', 2);
  return {
    args: command.trim().split(' '),
    environment: Object.fromEntries(
      prefix
        .trim()
        .split(' ')
        .filter(Boolean)
        .map((pair) => pair.split('=', 2)),
    ),
    stdout: section('stdout'),
    stderr: section('stderr'),
    exitCode: Number(/^--- exit code: (\d+)/m.exec(text)?.[1]),
    leftConfig: section('config files').split('\n').filter(Boolean),
  };
}

/** The rule of the head comment, then what differs from run to run. */
function comparable({ stdout, stderr, exitCode }: Answer, cwd: string): unknown {
  const dated = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
  let isCommandOutput = false;
  const own = stderr.split('\n').filter((line) => {
    if (dated.test(line)) isCommandOutput = false;
    const isOwn = !isCommandOutput;
    if (/^\S+ \S+ Executing command: /.test(line)) isCommandOutput = true;
    return isOwn;
  });
  const neutral = (text: string): string =>
    text
      .replaceAll(cwd, '/home/runner/work/_temp/node-image')
      .replaceAll(inputs, '/home/runner/work/_temp')
      .replace(/\b[0-9a-f]{40}\b/g, '<commit>')
      .replace(/0x[0-9a-f]+\??/g, '<address>')
      .replace(/(Executing command: )\S*\/(bash|git) /, '$1$2 ')
      // Source folders in a goroutine dump depend on how the binary was built.
      .replace(/^\t\S*\/(\w+\.go:\d+)/, '\t$1')
      // Which of the two Go says depends on whether the reset overtakes the end of the stream.
      .replace(/: (EOF|read tcp \S+: read: connection reset by peer)$/, ': <reset>');
  return {
    exitCode,
    stdout: neutral(stdout)
      .replace(/^make: Entering.*?^make: Leaving.*?\n/gms, '')
      .split('\n'),
    stderr: own.map((line) => neutral(line.replace(dated, '<date> '))).filter((line) => line !== ''),
  };
}

/** Runs what was recorded in a folder of its own and compares. */
async function compare(name: string, prepare: (cwd: string) => void = () => {}): Promise<void> {
  const recording = readRecording(name);
  const cwd = path.join(scratch, 'runs', name);
  mkdirSync(cwd, { recursive: true });
  prepare(cwd);
  const args = recording.args.map((word) =>
    word.replace('/home/runner/work/_temp/node-image', cwd).replace('/home/runner/work/_temp', inputs),
  );
  const answer = await run(args, cwd, recording.environment);
  assert.deepEqual(comparable(answer, cwd), comparable(recording, cwd));
  const [description, json] = recording.leftConfig;
  if (description === undefined || json === undefined) return;
  const [mode = '', file = ''] = description.split(' ');
  const left = path.join(cwd, clonePath, file);
  assert.equal((statSync(left).mode & 0o777).toString(8), mode);
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(left, 'utf8'))), Object.keys(JSON.parse(json)));
}

const accessDenied =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
const faults: Record<string, { path: RegExp; fault: Fault }> = {
  'fail-manifest-403': {
    path: /eks-a\/manifest/,
    fault: { kind: 'status', status: 403, body: accessDenied },
  },
  'fail-manifest-404-empty': { path: /eks-a\/manifest/, fault: { kind: 'status', status: 404, body: '' } },
  'fail-manifest-503-html': {
    path: /eks-a\/manifest/,
    fault: { kind: 'status', status: 503, body: '<html><body>Busy</body></html>' },
  },
  'fail-manifest-reset': { path: /eks-a\/manifest/, fault: { kind: 'reset' } },
  'fail-bundle-403': { path: /bundles\/124/, fault: { kind: 'status', status: 403, body: accessDenied } },
  'fail-bundle-404-empty-panic': { path: /bundles\/124/, fault: { kind: 'status', status: 404, body: '' } },
};
const special = new Set(['fail-clone-dir-exists', 'quirk-eksa-release-substring', ...Object.keys(faults)]);
const logs = readdirSync(recordings).filter(
  (file) => file.endsWith('.log') && /^(standin-baremetal|fail|warn|quirk)-/.test(file),
);
const plain = logs.map((file) => path.basename(file, '.log')).filter((name) => !special.has(name));

describe('The stand-in CLI answers as the real one was recorded', { concurrency: 2 }, () => {
  for (const name of plain) it(name, () => compare(name));

  it('fail-clone-dir-exists', () =>
    compare('fail-clone-dir-exists', (cwd) => {
      mkdirSync(path.join(cwd, 'eks-anywhere-build-tooling'));
      writeFileSync(path.join(cwd, 'eks-anywhere-build-tooling/left-over'), '');
    }));

  // The recorded make was content with v0.26; the real chain, and so the stand-in's, ends with a bare Error 3.
  it('quirk-eksa-release-substring, up to make', async () => {
    const { args, stderr } = readRecording('quirk-eksa-release-substring');
    const cwd = path.join(scratch, 'runs/quirk');
    const answer = await run(args, cwd);
    const bundle = /releases\/bundles\/\d+/;
    assert.equal(bundle.exec(answer.stderr)?.[0], bundle.exec(stderr)?.[0]);
    assert.match(answer.stderr, /\*\*\* \[Makefile:\d+: setup-packer-configs-raw-ubuntu-2204\] Error 3/);
    assert.equal(answer.exitCode, 1);
  });
});

// A fault of the box strikes whoever asks next, hence one after the other.
describe('The stand-in CLI answers a broken network as the real one was recorded', () => {
  for (const [name, { path: requestPath, fault }] of Object.entries(faults)) {
    it(name, async () => {
      const remove = box.fault({ host: assets, path: requestPath }, fault);
      await compare(name).finally(remove);
    });
  }
});

const helpCalls: Record<string, readonly string[]> = {
  'help-': [],
  'help-bogus': ['bogus'],
  'help-build': ['build'],
  'help-build-help': ['build', '--help'],
  'help-build-os-ubuntu-bogus': ['build', '--os', 'ubuntu', '--bogus'],
  'help-download-help': ['download', '--help'],
  'help-download-artifacts-help': ['download', 'artifacts', '--help'],
  'help-download-manifests-help': ['download', 'manifests', '--help'],
  'help-help': ['help'],
  'help-version': ['version'],
  'help-version-help': ['version', '--help'],
};

describe('The stand-in CLI prints the recorded help', { concurrency: 2 }, () => {
  for (const [name, args] of Object.entries(helpCalls)) {
    it(name, async () => {
      const text = readFileSync(path.join(recordings, `${name}.txt`), 'utf8');
      const [, stdout, stderr = '', code] = /^(.*?)(?:--stderr--\n(.*))?--rc=(\d+)--\n$/s.exec(text) ?? [];
      const answer = await run(args, path.join(scratch, 'help'));
      assert.deepEqual(answer, { stdout, stderr, exitCode: Number(code) });
    });
  }
});

const build = [
  'build',
  '--os',
  'ubuntu',
  '--hypervisor',
  'baremetal',
  '--os-version',
  '22.04',
  '--release-channel',
  '1-33',
];

const buildOva = [
  ...build.map((word) => (word === 'baremetal' ? 'vsphere' : word)),
  '--vsphere-config',
  path.join(inputs, 'vsphere.json'),
];

describe('The stand-in build tooling', { concurrency: 2 }, () => {
  it('builds a partitioned disk whose root file system names the EKS Distro components', async () => {
    const cwd = path.join(scratch, 'runs/image');
    const { stdout } = await run(build, cwd, { SSH_PASSWORD: 'S3cret-builder' });
    const disk = gunzipSync(readFileSync(path.join(cwd, 'ubuntu-2204-kube-1-33.gz')));
    assert.equal(disk.length, 64 * 1024 * 1024);
    assert.equal(disk.subarray(510, 512).toString('hex'), '55aa');
    assert.equal(disk.toString('latin1', 512, 520), 'EFI PART');
    assert.equal(disk.toString('latin1', disk.length - 512, disk.length - 504), 'EFI PART');
    const root = disk.subarray(9 * 1024 * 1024);
    assert.equal(root.readUInt16LE(1024 + 56), 0xef53, 'magic of ext4');
    assert.ok(root.includes('kubernetes-1-33-eks-30\n') && root.includes('\netcd v3.5.21\n'));
    assert.match(stdout, /"ssh_password": "S3cret-builder"/);
    assert.match(stdout, /^Build 'qemu' finished after /m);
    assert.ok(
      box.requests.some(
        ({ host, userAgent }) => host === 'distro.eks.amazonaws.com' && userAgent?.startsWith('curl/'),
      ),
    );
  });

  it('truncates the output file when told', async () => {
    const cwd = path.join(scratch, 'runs/truncated');
    await run(build, cwd, { STANDIN_TRUNCATED: '1' });
    assert.throws(
      () => gunzipSync(readFileSync(path.join(cwd, 'ubuntu-2204-kube-1-33.gz'))),
      /unexpected end of file/,
    );
  });

  for (const firmware of ['bios', 'efi'] as const) {
    it(`builds an OVA with ${firmware} that holds the partitioned disk`, async () => {
      const cwd = path.join(scratch, `runs/ova-${firmware}`);
      await run([...buildOva, '--firmware', firmware], cwd);
      const ova = path.join(cwd, 'ubuntu-2204-kube-1-33.ova');
      const findings = await inspectOva(ova);
      assert.equal(findings.firmware, firmware);
      assert.equal(findings.properties.get('EKS_DISTRO_VERSION'), 'kubernetes-1-33-eks-30');
      assert.equal(findings.disk.virtualSize, 64 * 1024 * 1024);
      execFileSync('tar', ['-xf', ova, '-C', cwd]);
      const disk = expandVmdk(readFileSync(path.join(cwd, findings.disk.name)));
      assert.equal(disk.toString('latin1', 512, 520), 'EFI PART');
      assert.ok(disk.includes('kubernetes-1-33-eks-30\n'));
    });
  }

  it('truncates the OVA when told', async () => {
    const cwd = path.join(scratch, 'runs/truncated-ova');
    await run(buildOva, cwd, { STANDIN_TRUNCATED: '1' });
    await assert.rejects(inspectOva(path.join(cwd, 'ubuntu-2204-kube-1-33.ova')), /cut off after/);
  });

  it('leaves out the partitions when told', async () => {
    const cwd = path.join(scratch, 'runs/no-partitions');
    await run(build, cwd, { STANDIN_NO_PARTITIONS: '1' });
    const disk = gunzipSync(readFileSync(path.join(cwd, 'ubuntu-2204-kube-1-33.gz')));
    assert.ok(disk.equals(Buffer.alloc(64 * 1024 * 1024)));
  });

  it('runs out of disk when told, and the CLI leaves its clone behind', async () => {
    const cwd = path.join(scratch, 'runs/disk-full');
    const { stdout, exitCode } = await run(build, cwd, { STANDIN_DISK_FULL: '1' });
    assert.equal(exitCode, 1);
    assert.match(stdout, /No space left on device/);
    assert.ok(existsSync(path.join(cwd, clonePath, 'packer/config/baremetal.json')));
  });

  it('reports an installer whose checksum is wrong', async () => {
    const config = path.join(inputs, 'wrong-checksum.json');
    const given = JSON.parse(readFileSync(path.join(inputs, 'baremetal.json'), 'utf8'));
    writeFileSync(config, JSON.stringify({ ...given, iso_checksum: 'aa' }));
    const answer = await run([...build, '--baremetal-config', config], path.join(scratch, 'runs/checksum'), {
      PACKER_CACHE_DIR: path.join(scratch, 'other-cache'),
    });
    assert.equal(answer.exitCode, 1);
    assert.match(
      answer.stdout,
      /^Build 'qemu' errored after .*: error downloading ISO: \[Checksums did not match for .*\nExpected: aa\n/m,
    );
  });

  it('lives on when only the CLI is terminated', async () => {
    const pidFile = path.join(scratch, 'hanging.pid');
    const switches = { STANDIN_HANG: '1', STANDIN_PID_FILE: pidFile };
    const child = start(build, path.join(scratch, 'runs/terminated'), switches);
    const end = endOf(child);
    const builder = await pidIn(pidFile);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGTERM']);
    assert.doesNotThrow(() => process.kill(builder, 0));
    process.kill(builder, 'SIGTERM');
    await end;
  });

  it('ends as Packer does when the whole process group is terminated', async () => {
    const pidFile = path.join(scratch, 'cancelled.pid');
    const switches = { STANDIN_HANG: '1', STANDIN_PID_FILE: pidFile };
    const child = start(build, path.join(scratch, 'runs/cancelled'), switches, { detached: true });
    let stdout = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.resume();
    await pidIn(pidFile);
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await once(child, 'close');
    assert.match(stdout, /^Cancelling build after receiving terminated\n(.*\n)*Cleanly cancelled builds/m);
  });

  it('kills the CLI and lives on when told', async () => {
    const pidFile = path.join(scratch, 'orphan.pid');
    const switches = { STANDIN_KILL: '1', STANDIN_HANG: '1', STANDIN_PID_FILE: pidFile };
    const child = start(build, path.join(scratch, 'runs/killed'), switches);
    const end = endOf(child);
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
    process.kill(await pidIn(pidFile), 'SIGTERM');
    await end;
  });
});

// The box's switches strike every build, hence alone.
describe('The stand-in build tooling in the box', () => {
  it('takes its switches from the file of the box as well', async () => {
    box.standIn({ STANDIN_FAIL: '7' });
    const { stderr, stdout, exitCode } = await run(build, path.join(scratch, 'runs/switches'));
    box.standIn({});
    assert.equal(exitCode, 1);
    assert.match(stderr, /^make: \*\*\* \[Makefile:\d+: local-build-raw-ubuntu-2204\] Error 7$/m);
    assert.match(stdout, /^Build 'qemu' errored after .*: Timeout waiting for SSH\.$/m);
  });
});

/** Resolves when the process and everybody who inherited its pipes have ended. */
async function endOf(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  child.stderr?.resume();
  await once(child, 'close');
}

async function pidIn(file: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text !== '') return Number(text);
    await delay(50);
  }
  return assert.fail(`no pid in ${file}`);
}

describe('The stand-in CLI of older releases', { concurrency: 2, skip: realCli !== undefined }, () => {
  const older = { STANDIN_CLI_VERSION: 'v0.5.0', STANDIN_EKSA_VERSION: 'v0.21.8' };

  it('does not know flags that came later', async () => {
    const { stderr, exitCode } = await run(
      [...build, '--builder', 'iso'],
      path.join(scratch, 'older'),
      older,
    );
    assert.equal(exitCode, 255);
    assert.match(stderr, /^Error: unknown flag: --builder\n/);
  });

  it('takes Ubuntu 20.04 but not 24.04 before v0.24', async () => {
    const ask = (version: string): Promise<Answer> =>
      run(
        build.map((word) => (word === '22.04' ? version : word)),
        path.join(scratch, `older-${version}`),
        older,
      );
    assert.match(
      (await ask('24.04')).stderr,
      /24\.04 is not a supported version of Ubuntu\. Please select one of 20\.04,22\.04/,
    );
    // 1-33 is younger than v0.21: the channel is refused only after the version has passed.
    assert.match(
      (await ask('20.04')).stderr,
      /release-channel should be one of \[1-27 1-28 1-29 1-30 1-31\]/,
    );
  });
});
