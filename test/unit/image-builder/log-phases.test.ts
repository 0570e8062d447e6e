import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';
import { Heartbeat } from '../../../src/image-builder/heartbeat.ts';
import { duration } from '../../../src/image-builder/log-phases.ts';
import { readRecording } from './recordings.ts';

/** A clock that only a test moves. */
function handClock() {
  let milliseconds = 0;
  return {
    now: () => milliseconds,
    pass: (seconds: number) => {
      milliseconds += seconds * 1000;
    },
  };
}

function phasesOf(lines: readonly string[]): string[] {
  const log = new BuildLog();
  return lines.map((line) => log.read(line).phase).filter((phase) => phase !== undefined);
}

test('every phase has its duration, and the one that ends says it', () => {
  const clock = handClock();
  const log = new BuildLog(clock);
  clock.pass(3);
  assert.equal(
    log.read('2026/11/23 12:09:56 Initiating Image Build').ended,
    'Fetch the build tooling took 3 s.',
  );
  clock.pass(7);
  log.read('==> qemu: Retrieving ISO');
  clock.pass(65);
  assert.deepEqual(log.phases(), [
    { name: 'Fetch the build tooling', seconds: 3 },
    { name: 'Prepare the build', seconds: 7 },
    { name: 'Download the ISO', seconds: 65 },
  ]);
});

test('each playbook is a phase of its own, with the number of its tasks', () => {
  const log = new BuildLog();
  for (const line of readRecording('real-ok').lines) log.read(line);
  const tasks = log.phases().map(({ name, tasks }) => [name, tasks] as const);
  const count = (recap: RegExp) => readRecording('real-ok').stdout.filter((line) => recap.test(line)).length;
  const ansible = tasks.filter(([, number]) => number !== undefined);
  assert.deepEqual(
    ansible.map(([name]) => name),
    ['Provision with Ansible: firstboot', 'Provision with Ansible: node'],
  );
  assert.equal(
    ansible.reduce((sum, [, number]) => sum + (number ?? 0), 0),
    count(/^ {4}qemu: TASK \[/),
  );
});

test('turns of one phase are added up', () => {
  const clock = handClock();
  const log = new BuildLog(clock);
  log.read('==> qemu: Connected to SSH!');
  clock.pass(10);
  log.read('==> qemu: Executing Ansible: ansible-playbook /x/ansible/firstboot.yml');
  clock.pass(100);
  log.read('==> qemu: Provisioning with shell script: /tmp/x');
  clock.pass(5);
  assert.deepEqual(
    log.phases().map(({ seconds }) => seconds),
    [0, 15, 100],
  );
});

test('a playbook that Packer starts again is a phase of its own', () => {
  assert.deepEqual(phasesOf(readRecording('real-ansible-task-failed-retries').lines).slice(-3), [
    'Provision',
    'Provision with Ansible: node',
    'Provision with Ansible: node, try 2',
  ]);
});

test('no phase comes again but those that take turns, and none after the failure', () => {
  assert.deepEqual(
    phasesOf([
      '==> qemu: Waiting for SSH to become available...',
      '==> qemu: Retrieving ISO',
      "Build 'qemu' errored after 1 second: x",
      '==> qemu: Gracefully halting virtual machine...',
    ]),
    ['Install the operating system, wait for SSH'],
  );
});

const builders: ReadonlyArray<readonly [builder: string, lines: readonly string[]]> = [
  [
    'vsphere-clone.vsphere',
    ['Cloning VM...', 'Waiting for IP...', 'Connected to SSH!', 'Executing shutdown command...'],
  ],
  [
    'nutanix',
    [
      'Creating Packer Builder virtual machine...',
      'Waiting for SSH to become available...',
      'Connected to SSH!',
      'Creating image(s)...',
    ],
  ],
  [
    'amazon-ebs.ami-ubuntu-22.04',
    [
      'Launching a source AWS instance...',
      'Waiting for SSH to become available...',
      'Connected to SSH!',
      'Creating AMI x from instance',
    ],
  ],
];

for (const [builder, lines] of builders) {
  test(`the phases of ${builder} are found by its own words`, () => {
    assert.deepEqual(phasesOf(lines.map((line) => `==> ${builder}: ${line}`)), [
      'Boot the virtual machine',
      'Install the operating system, wait for SSH',
      'Provision',
      'Export the image',
    ]);
  });
}

test('a log that makes up playbooks does not fill the memory', () => {
  const log = new BuildLog();
  for (let index = 0; index < 5000; index += 1) log.read(`==> qemu: Executing Ansible: /x/book${index}.yml`);
  assert.ok(log.phases().length <= 101);
});

test('what is waited for is said in words, within Ansible by its task', () => {
  const log = new BuildLog();
  assert.match(log.waitingFor(), /^git, which clones/);
  log.read('==> qemu: Waiting for SSH to become available...');
  assert.equal(log.waitingFor(), 'SSH of the build VM; the installer usually needs 10–25 minutes');
  log.read('==> qemu: Executing Ansible: ansible-playbook /x/node.yml');
  log.read('    qemu: TASK [setup : Perform a dist-upgrade] ******');
  assert.equal(log.waitingFor(), 'the Ansible task "setup : Perform a dist-upgrade"');
});

test('a build that says nothing for a minute is spoken for, once a minute', () => {
  const clock = handClock();
  const log = new BuildLog(clock);
  const said: string[] = [];
  const heartbeat = new Heartbeat(log, (text) => said.push(text), clock.now);
  log.read('==> qemu: Waiting for SSH to become available...');
  heartbeat.heard();
  for (let seconds = 0; seconds < 150; seconds += 5) {
    clock.pass(5);
    heartbeat.beat();
  }
  assert.deepEqual(said, [
    '(1 min 0 s in this phase, waiting for SSH of the build VM; the installer usually needs 10–25 minutes)',
    '(2 min 0 s in this phase, waiting for SSH of the build VM; the installer usually needs 10–25 minutes)',
  ]);
});

test('a build that speaks is not spoken for', () => {
  const clock = handClock();
  const heartbeat = new Heartbeat(new BuildLog(clock), () => assert.fail('spoke'), clock.now);
  for (let seconds = 0; seconds < 600; seconds += 30) {
    clock.pass(30);
    heartbeat.beat();
    heartbeat.heard();
  }
});

test('a duration is told in at most two units', () => {
  assert.deepEqual([0.4, 59.4, 59.6, 725, 3725].map(duration), [
    '0 s',
    '59 s',
    '1 min 0 s',
    '12 min 5 s',
    '1 h 2 min',
  ]);
});
