import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';
import { readRecording } from './recordings.ts';

/** What a reader of the log sees of these lines. */
function readAll(lines: readonly string[]) {
  const log = new BuildLog();
  const phases = [log.phase];
  const shown: string[] = [];
  for (const line of lines) {
    const event = log.read(line);
    if (event.phase !== undefined) phases.push(event.phase);
    if (event.text !== undefined) shown.push(event.text);
  }
  return { log, phases, shown: shown.join('\n') };
}

const beforePacker = ['Fetch the build tooling', 'Prepare the build', 'Check the tools', 'Configure Packer'];
const upToSsh = [
  ...beforePacker,
  'Start Packer',
  'Download the ISO',
  'Boot the virtual machine',
  'Install the operating system, wait for SSH',
];

test('a good build runs through every phase once and is successful by its last line', () => {
  const { log, phases } = readAll(readRecording('real-ok').lines);
  assert.deepEqual(phases, [
    ...upToSsh,
    'Provision',
    'Provision with Ansible: firstboot',
    'Provision',
    'Provision with Ansible: node',
    'Test with Goss',
    'Export the image',
    'Finish',
  ]);
  assert.equal(log.facts.isSuccessful, true);
  assert.equal(log.facts.buildToolingCommit, 'fd0b53ad008bdb4f5f8775a621dc12444df6f5c1');
  assert.equal(
    log.facts.bundleManifestUrl,
    'https://anywhere-assets.eks.amazonaws.com/releases/bundles/124/manifest.yaml',
  );
});

test('without its last line a build is not successful', () => {
  const { lines } = readRecording('real-ok');
  const last = lines.findLastIndex((line) => line.includes('Build Successful. Output'));
  assert.equal(readAll(lines.slice(0, last)).log.facts.isSuccessful, false);
});

test('the same words from make or Packer do not make a build successful', () => {
  const success = 'Build Successful. Output artifacts located at current working directory';
  assert.equal(readAll([success, `    qemu: ${success}`]).log.facts.isSuccessful, false);
  assert.equal(readAll([`2026/11/23 12:14:34 ${success}`]).log.facts.isSuccessful, true);
  assert.equal(
    readAll([`2026/11/23 12:14:34 ${success}`, '2026/11/23 12:14:35 more']).log.facts.isSuccessful,
    false,
  );
});

test('the last line counts although it is read before the line that ends the templates', () => {
  const { log } = readAll([
    'hack/set-ssh-password.sh',
    '#cloud-config',
    '2026/11/23 12:14:34 Build Successful. Output artifacts located at current working directory',
    'packer build -var-file=x',
  ]);
  assert.equal(log.facts.isSuccessful, true);
});

test('templates, passwords and their hashes are not shown', () => {
  for (const name of [
    'real-ok',
    'real-ssh-timeout',
    'real-ansible-task-failed-retries',
    'real-baremetal-noqemu',
  ]) {
    const { shown } = readAll(readRecording(name).lines);
    assert.doesNotMatch(shown, /S3cretBuilderPw|\$6\$|#cloud-config|passwd:/, name);
    assert.match(shown, /^\(\d+ lines of rendered templates left out\)\n\S*packer build /m, name);
  }
});

test('templates end where make fails in the middle of them', () => {
  const { shown, log } = readAll([
    'hack/set-ssh-password.sh',
    'ssh_pwauth: true',
    'make[1]: *** [Makefile:590: build-raw] Error 1',
  ]);
  assert.equal(
    shown,
    'hack/set-ssh-password.sh\n(1 lines of rendered templates left out)\nmake[1]: *** [Makefile:590: build-raw] Error 1',
  );
  assert.equal(log.cause()?.line, 'make[1]: *** [Makefile:590: build-raw] Error 1');
});

test('a password hash is neither in a shown line nor in the cause', () => {
  const line = '    qemu: fatal: [default]: FAILED! => {"passwd": "$6$salt.x$iIThPKjTDqobpWsVl1n/x="}';
  const { shown, log } = readAll([line]);
  assert.match(shown, /"passwd": "\*\*\*"/);
  assert.match(log.cause()?.line ?? '', /"passwd": "\*\*\*"/);
});

/** What a person would call the reason, by recording. */
const causes: ReadonlyArray<readonly [recording: string, phase: string, line: RegExp]> = [
  [
    'real-iso-checksum-mismatch',
    'Download the ISO',
    /Checksums did not match for .*Expected: \w{64} Got: \w{64}/,
  ],
  ['real-qemu-crash', 'Boot the virtual machine', /Error launching VM: Qemu failed to start/],
  ['real-ssh-timeout', 'Install the operating system, wait for SSH', /Timeout waiting for SSH\.$/],
  ['real-baremetal-noqemu', 'Start Packer', /"qemu-system-x86_64": executable file not found in \$PATH$/],
  ['real-vsphere-badlogin', 'Start Packer', /ServerFaultCode: Login failure$/],
  [
    'real-ansible-task-failed-retries',
    'Provision with Ansible',
    /FAILED! => .*'ansible_memory_mb' is undefined/,
  ],
  [
    'real-ansible-task-failed-retries',
    'Provision with Ansible',
    /^TASK \[node : Disable swap memory\] fatal: \[default\]: FAILED! => The conditional check/,
  ],
  ['real-cancelled-sigterm', 'Provision with Ansible', /^Cancelling build after receiving terminated$/],
  [
    'real-vsphere-vcsim',
    'Boot the virtual machine',
    /^Build 'vsphere-iso\.vsphere' errored .*PutUsbScanCodes$/,
  ],
  ['real-vsphere-ubuntu', 'Start Packer', /: Post "https:\/\/vc\.example\.invalid\/sdk": Bad Gateway$/],
  ['real-fail-crictl-403', 'Configure Packer', /^CRICTL_URL returned non-200 HTTP status$/],
  [
    'real-fail-packer-init-network',
    'Check the tools',
    /^Failed getting the "\S+goss" plugin: .*: Bad Gateway$/,
  ],
  ['real-fail-no-packer', 'Check the tools', /^curl: \(56\) CONNECT tunnel failed/],
  ['real-fail-python-yq', 'Configure Packer', /^yq: error: argument files: can't open/],
  ['real-fail-vsphere-pywinrm', 'Check the tools', /Can not perform a '--user' install/],
  [
    'real-fail-eksa-release-substring',
    'Configure Packer',
    /^make: \*\*\* \[.*setup-packer-configs\S+\] Error 3$/,
  ],
  ['fail-no-output-panic', 'Finish', /^panic: runtime error: index out of range/],
  ['fail-make-2-baremetal', 'Prepare the build', /^error$/],
  ['fail-manifest-403', 'Fetch the build tooling', /failed to unmarshal release manifest from \[https:/],
  ['fail-clone-dir-exists', 'Fetch the build tooling', /^fatal: destination path .* already exists/],
  ['fail-channel-dot', 'Fetch the build tooling', /^release-channel should be one of \[1-30 /],
  ['fail-firmware', 'Fetch the build tooling', /^Ubuntu Raw builds only support EFI firmware$/],
  ['fail-config-badjson', 'Fetch the build tooling', /^invalid character '}' looking for/],
  ['fail-airgapped-flag', 'Fetch the build tooling', /^Error: unknown flag: --airgapped$/],
];

for (const [recording, phase, line] of causes) {
  test(`${recording}: the cause is the line that matters, with its phase`, () => {
    const { log } = readAll(readRecording(recording).lines);
    const cause = log.cause();
    assert.match(cause?.line ?? '', line);
    assert.equal(cause?.phase, phase);
    assert.equal(log.facts.isSuccessful, false);
  });
}

test('the cause does not depend on which of the two pipes is read first', () => {
  for (const [recording, , line] of causes) {
    const { stdout, stderr } = readRecording(recording);
    assert.match(readAll([...stdout, ...stderr]).log.cause()?.line ?? '', line, recording);
  }
});

test('of several failed tasks the first one is the cause, the others are its echo', () => {
  const { log } = readAll(readRecording('real-ansible-task-failed-retries').lines);
  assert.doesNotMatch(log.cause()?.line ?? '', /UNREACHABLE/);
});

test('a full disk is the cause, whatever else fails after it', () => {
  const { log } = readAll([
    "Build 'qemu' errored after 3 minutes: Build was halted.",
    'tar: write error: No space left on device',
    'make: *** [Makefile:10: x] Error 2',
  ]);
  assert.match(log.cause()?.line ?? '', /No space left on device/);
});

test('a crash after the word of success is known as a build without output', () => {
  assert.equal(readAll(readRecording('fail-no-output-panic').lines).log.facts.isWithoutOutput, true);
  assert.equal(readAll(readRecording('fail-airgap-no-config').lines).log.facts.isWithoutOutput, false);
});

test('noise on stderr is no cause: set -x, a Python traceback, progress of curl', () => {
  const { log } = readAll(readRecording('real-ok').lines.slice(0, -2));
  assert.doesNotMatch(log.cause()?.line ?? '', /Traceback|BrokenPipe|ERROR!|^\+/);
});

test('a log that says nothing has no cause; one that says anything has its last line', () => {
  assert.equal(readAll([]).log.cause(), undefined);
  assert.equal(readAll(['', '   ']).log.cause(), undefined);
  assert.deepEqual(readAll(['something']).log.cause(), {
    phase: 'Fetch the build tooling',
    line: 'something',
  });
});

test('colours and the overwritten parts of progress lines are taken out', () => {
  const { shown, phases } = readAll([
    '\u001b[1;32m==> qemu: Retrieving ISO\u001b[0m',
    ' 10%\r 50%\r100%',
    'dos line\r',
  ]);
  assert.equal(shown, '==> qemu: Retrieving ISO\n100%\ndos line');
  assert.equal(phases.at(-1), 'Download the ISO');
});

test('a multi-line error ends at an empty line, and never grows without end', () => {
  const endless = [
    "Build 'qemu' errored after 1 second: a",
    ...Array.from({ length: 1000 }, (_, index) => `line ${index}`),
  ];
  const { log } = readAll(endless);
  assert.ok((log.cause()?.line.split(' line ').length ?? 0) <= 21);
  const ended = readAll(["Build 'qemu' errored after 1 second: a", '  b', '', 'c']);
  assert.equal(ended.log.cause()?.line, "Build 'qemu' errored after 1 second: a b");
});

test('a failed build names the make target that stopped, and what had failed before it was cancelled', () => {
  const { log } = readAll(readRecording('real-cancelled-sigterm').lines);
  assert.equal(log.cause()?.makeTarget, 'build-raw-ubuntu-2204-efi');
  assert.match(log.cause()?.earlier ?? '', /^TASK \[node : Persist required kernel modules\] fatal: /);
});

test('the good build is shown without its noise: a tenth of the templates is all that is left of them', () => {
  const { shown } = readAll(readRecording('real-ok').lines);
  for (const noise of [
    /^\++ /m,
    /Bundled plugins|hcl2_upgrade/,
    /Traceback|BrokenPipe/,
    /^ {4}qemu:$/m,
    /% Total|--:--:--/,
    /detached HEAD/,
    /\n\n\n/,
  ]) {
    assert.doesNotMatch(shown, noise);
  }
  assert.equal(shown.split('hack/ensure-ansible.sh').length, 2, 'the tools are checked twice and shown once');
  assert.match(shown, /^ {4}qemu: TASK \[sysprep : Start ssh\]/m);
});

test('templates also end where the line of packer build never comes, and never by what stderr says', () => {
  for (const end of [
    "make[1]: Leaving directory '/x'",
    '==> qemu: Retrieving ISO',
    "Build 'qemu' errored after 1 second: x",
  ]) {
    assert.match(readAll(['hack/set-ssh-password.sh', 'a: b', end, 'shown']).shown, /\nshown$/, end);
  }
  const { shown } = readAll([
    'hack/set-ssh-password.sh',
    'make[1]: *** [Makefile:590: build-raw] Error 1',
    'rootpw --plaintext hunter22',
    "make[1]: Leaving directory '/x'",
  ]);
  assert.doesNotMatch(shown, /hunter22/);
});

test('a password that only the templates know is told once, to whoever masks it', () => {
  const secrets: string[] = [];
  const log = new BuildLog({ onTemplateSecret: (secret) => secrets.push(secret) });
  for (const line of [
    'rootpw --plaintext before1',
    'hack/set-ssh-password.sh',
    '  "ssh_password": "Ab3dEf6hIj9kLm2n",',
    '  "ssh_password": "{{user `ssh_password`}}",',
    'rootpw --plaintext Ab3dEf6hIj9kLm2n',
    'd-i passwd/user-password password Zz3dEf6hIj9kLm2n',
    'user --name=builder --plaintext --password=Qq3dEf6hIj9kLm2n --groups=wheel',
    '/usr/bin/packer build -force',
    '"ssh_password": "afterwards1"',
  ]) {
    log.read(line);
  }
  assert.deepEqual(secrets, ['Ab3dEf6hIj9kLm2n', 'Zz3dEf6hIj9kLm2n', 'Qq3dEf6hIj9kLm2n']);
});

test('a second attempt in one log starts over: its phases, and its cause', () => {
  const { lines } = readRecording('real-ssh-timeout');
  const { log, phases } = readAll([...lines, ...readRecording('real-ok').lines.slice(0, -1)]);
  assert.equal(phases.filter((phase) => phase === 'Download the ISO').length, 2);
  assert.doesNotMatch(log.cause()?.line ?? '', /Timeout/);
});
