import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { buildInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { bootImage, prepareBaseImage, processesOf, vmEngine } from './machine.ts';
import { servePackage } from './package-source.ts';

/** What it writes shows that it ran, as root, after Kubernetes was installed. */
const hardenRole = `
- name: Read the EKS Distro release
  ansible.builtin.slurp:
    src: /etc/eks-distro-release
  register: release
- name: Write what was read
  ansible.builtin.copy:
    content: "the role ran after {{ (release.content | b64decode).splitlines() | first }}\\n"
    dest: /etc/node-image/role
    mode: "0600"
`;

describe('real Packer, Ansible and QEMU behind build-node-image, as committed, in the box', () => {
  let e2e: EndToEnd;
  let scratch: string;
  before(
    async () => {
      await prepareBaseImage();
      e2e = await startEndToEnd();
      scratch = mkdtempSync(join(tmpdir(), 'vm-test-'));
    },
    { timeout: 300_000 },
  );
  after(async () => {
    await e2e[Symbol.asyncDispose]();
    rmSync(scratch, { recursive: true, force: true });
  });
  beforeEach(() => e2e.box.standIn(vmEngine));

  const inputsOf = (inputs: Record<string, string>) => ({
    inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none', ...inputs },
  });
  const build = (inputs: Record<string, string>) => e2e.run('actions/build-node-image', inputsOf(inputs));

  test('a good build makes an image that boots by itself, with the files, packages and roles of the user in it', {
    timeout: 900_000,
  }, async () => {
    await using source = await servePackage('node-image-extra', '1.2.3', scratch);
    const job = e2e.job();
    const write = (file: string, text: string) => writeFileSync(join(job.workspace, file), text);
    for (const folder of ['files', 'roles/harden/tasks'])
      mkdirSync(join(job.workspace, folder), { recursive: true });
    write('files/extra.list', source.line);
    write('files/note', 'an additional file of the workspace\n');
    write('roles/harden/tasks/main.yml', hardenRole);
    const config = {
      extra_repos: 'files/extra.list',
      disable_public_repos: true,
      extra_debs: ['node-image-extra'],
      node_custom_roles_post: ['roles/harden'],
    };
    const result = await job.step(
      'actions/build-node-image',
      inputsOf({
        'build-timeout': '9',
        config: JSON.stringify(config),
        'additional-files': '- {src: files/note, dest: /etc/node-image/, mode: 0640, group: adm}',
      }),
    );
    await job.post();
    const { outputs, log, rawLog, masks } = result;
    assert.equal(result.exitCode, 0, log);
    assert.ok(source.asked.includes('/node-image-extra.deb'), source.asked.join());
    assert.deepEqual(processesOf(job.temp), []);
    assert.deepEqual(
      result.groups
        .filter((group) => /virtual machine|SSH|Ansible|Export/.test(group))
        .map((group) => group.replace(/: .*/, '')),
      [
        'Boot the virtual machine',
        'Install the operating system, wait for SSH',
        'Provision with Ansible',
        'Export the image',
      ],
    );

    const password = masks.find((mask) => /^[\w-]{24}$/.test(mask)) ?? '';
    assert.notEqual(password, '', 'a password was made and masked');
    assert.equal(rawLog.split(password).length - 1, 1, 'the raw log holds it once: in the mask command');
    assert.ok(!readFileSync(outputs['log-path'] ?? '', 'utf8').includes(password));

    const console = await bootImage({
      image: outputs['image-path'] ?? '',
      scratch,
      until: /node-image: end of report/,
      timeoutSeconds: 240,
    });
    assert.match(console, /node-image: release: kubernetes-1-33-eks-30\r?\n/);
    assert.match(console, /node-image: release: release channel 1-33\r?\n/);
    for (const line of [
      'package: node-image-extra 1.2.3 installed',
      'file: /etc/node-image/note 640 root:adm',
      'content: an additional file of the workspace',
      'file: /etc/node-image/role 600 root:root',
      'content: the role ran after kubernetes-1-33-eks-30',
    ])
      assert.match(console, new RegExp(`node-image: ${RegExp.escape(line)}\\r?\\n`));
    const version = (outputs['kube-version'] ?? '').replace(/^v/, '');
    assert.ok(console.includes(`node-image: package: node-image-report ${version} installed`), console);
  });

  test('a task that fails is named by its fatal line', { timeout: 240_000 }, async () => {
    e2e.box.standIn({ ...vmEngine, STANDIN_VM_FAIL: 'task' });
    const result = await build({ 'build-timeout': '3' });
    assert.equal(result.exitCode, 1, result.log);
    const error = onlyError(result);
    assert.match(error, /The build failed in the phase "Provision with Ansible"/);
    assert.match(error, /fatal: \[default\]: FAILED! => .*Connection refused/);
    assert.deepEqual(processesOf(result.job.temp), []);
  });

  test('a guest that never answers SSH is reported as that', { timeout: 180_000 }, async () => {
    e2e.box.standIn({ ...vmEngine, STANDIN_VM_FAIL: 'ssh' });
    const result = await build({ 'build-timeout': '2', config: 'ssh_timeout: 15s' });
    assert.equal(result.exitCode, 1, result.log);
    const error = onlyError(result);
    assert.match(error, /Timeout waiting for SSH/);
    assert.match(error, /in the phase "Install the operating system, wait for SSH"/);
    assert.deepEqual(processesOf(result.job.temp), []);
  });
});
