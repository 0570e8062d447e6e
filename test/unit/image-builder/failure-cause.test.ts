import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';

function causeOf(lines: readonly string[]): string {
  const log = new BuildLog();
  for (const line of lines) log.read(line);
  return log.cause()?.line ?? '';
}

const run = [
  '==> nutanix: Connected to SSH!',
  '==> nutanix: Executing Ansible: ansible-playbook /x/node.yml',
];
const task = (name: string) => `    nutanix: TASK [${name}] *****`;
const fatal = (json: string) => `    nutanix: fatal: [default]: FAILED! => ${json}`;
const failed =
  "Build 'nutanix' errored after 9 minutes: Error executing Ansible: Non-zero exit status: exit status 2";
const recap = (failures: number) =>
  `    nutanix: default    : ok=1    changed=0    unreachable=0    failed=${failures}    skipped=0`;

test('a full disk of the machine is the cause, although Packer only says that qemu-img failed', () => {
  const full = 'qemu-img: output/x: error while writing at byte 1073741824: No space left on device';
  assert.equal(
    causeOf([
      '==> qemu: Retrieving ISO',
      `    qemu: ${full}`,
      '==> qemu: Error creating hard drive: QemuImg exited with error: exit status 1',
      "Build 'qemu' errored after 3 s: Error creating hard drive: QemuImg exited with error: exit status 1",
    ]),
    full,
  );
});

test('a task that may fail is not the cause', () => {
  assert.equal(
    causeOf([
      ...run,
      task('a'),
      fatal('{"msg": "may fail"}'),
      '    nutanix: ...ignoring',
      task('b'),
      fatal('{"changed": false, "msg": "must not"}'),
      recap(1),
      failed,
    ]),
    'TASK [b] fatal: [default]: FAILED! => must not',
  );
});

test('a failure that was rescued, or that Packer got over, is not the cause', () => {
  assert.equal(
    causeOf([
      ...run,
      task('a'),
      fatal('{"msg": "rescued"}'),
      recap(0),
      "Build 'nutanix' errored after 1 s: later",
    ]),
    "Build 'nutanix' errored after 1 s: later",
  );
});

test('a result that is printed over many lines is read to its end', () => {
  const lines = ['{', '    "changed": false,', '    "msg": "deep', '    "rc": 1', '}'];
  const json = JSON.stringify({ changed: false, invocation: { a: 1 }, msg: 'over many lines' }, undefined, 4);
  assert.equal(
    causeOf([
      ...run,
      task('a'),
      fatal('{'),
      ...json
        .split('\n')
        .slice(1)
        .map((line) => `    nutanix: ${line}`),
      failed,
    ]),
    'TASK [a] fatal: [default]: FAILED! => over many lines',
  );
  assert.match(
    causeOf([...run, task('a'), fatal('{'), ...lines.map((line) => `    nutanix: ${line}`)]),
    /deep/,
  );
});

test('of a command the end of what it printed is told, of a loop the first item that failed', () => {
  assert.equal(
    causeOf([
      ...run,
      task('a'),
      fatal('{"msg": "non-zero return code", "rc": 1, "stderr": "one\\ntwo\\nthree\\nfour"}'),
    ]),
    'TASK [a] fatal: [default]: FAILED! => non-zero return code – two three four',
  );
  assert.equal(
    causeOf([
      ...run,
      task('a'),
      fatal(
        '{"msg": "All items completed", "results": [{"failed": false}, {"failed": true, "msg": "this"}]}',
      ),
    ]),
    'TASK [a] fatal: [default]: FAILED! => this',
  );
  assert.equal(
    causeOf([
      ...run,
      task('a'),
      '    nutanix: failed: [default] (item=x) => {"msg": "item x"}',
      fatal('{"msg": "items"}'),
    ]),
    'TASK [a] failed: [default] (item=x) => item x',
  );
});

test('a result that hides its output says so, one that is cut off shows what there is', () => {
  assert.match(
    causeOf([...run, task('a'), fatal('{"censored": "the output has been hidden"}')]),
    /has been hidden$/,
  );
  assert.match(causeOf([...run, task('a'), fatal('{"msg": "whole", "results": [{"x": ')]), /=> whole$/);
  assert.match(causeOf([...run, task('a'), fatal('{"results": [{"x": ')]), /=> \{"results"/);
});

test('of failed tests their summaries are the cause', () => {
  const result = (verdict: boolean, summary: string) => [
    `    nutanix:             "successful": ${verdict},`,
    `    nutanix:             "summary-line": "${summary}",`,
  ];
  assert.equal(
    causeOf([
      '==> nutanix: Provisioning with Goss',
      ...result(true, 'Package: a: installed: matches expectation'),
      ...result(false, 'Service: containerd: running:\\nExpected false to equal true'),
      ...result(false, 'Package: b: installed'),
      "Build 'nutanix' errored after 9 minutes: Error running Goss: goss non-zero exit status",
    ]),
    'Goss: Service: containerd: running: Expected false to equal true; Package: b: installed',
  );
});

test('what a vSphere user may not do while cleaning up is not the cause', () => {
  assert.equal(
    causeOf([
      '==> vsphere-iso.vsphere: ServerFaultCode: Permission to perform this operation was denied.',
      '==> vsphere-iso.vsphere: Error mounting ISO: datastore is full',
      "Build 'vsphere-iso.vsphere' errored after 1 s: Build was halted.",
    ]),
    'Error mounting ISO: datastore is full',
  );
});

test('what comes by the other pipe does not cut the error of Packer in two', () => {
  assert.equal(
    causeOf([
      "Build 'qemu' errored after 1 s: error downloading ISO: [a",
      'make[1]: *** [Makefile:590: build-raw] Error 1',
      '2026/11/23 11:50:28 Error executing image-builder for raw hypervisor: failed to run command: exit status 2',
      'b]',
      '',
      'c',
    ]),
    "Build 'qemu' errored after 1 s: error downloading ISO: [a b]",
  );
});

test('a line that is shown as the cause is never endless', () => {
  assert.ok(causeOf([...run, task('a'), fatal(`{"msg": "${'x'.repeat(60_000)}"}`)]).length < 2100);
  assert.ok(causeOf([`curl: (6) ${'x'.repeat(60_000)}`]).length < 2100);
});
