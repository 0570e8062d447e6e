import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../support/committed-tree.ts';
import { ovaEntries, streamOptimizedVmdk, tar } from '../support/ova.ts';
import { startVcenter, type Vcenter } from '../support/vcenter.ts';
import { type ActSession, type RunOptions, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow } from './examples.ts';

const user = 'image-builder@vsphere.local';
const password = 'canary-of-the-vcenter';
const secrets = { VCENTER_PASSWORD: password, RHSM_ACTIVATION_KEY: 'canary-of-satellite' };
const folder = '/DC0/vm/Templates';
const standIns = {
  'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c': join(
    import.meta.dirname,
    'download-artifact',
  ),
};

describe('the journeys to vSphere, run by act against the simulator of a vCenter', () => {
  let session: ActSession;
  let vcenter: Vcenter;
  before(async () => {
    session = await startAct();
    vcenter = await startVcenter(user, password);
    await vcenter.govc('folder.create', folder);
    cpSync(join(projectRoot, 'examples', 'node-images'), join(session.userRepository, 'node-images'), {
      recursive: true,
    });
    for (const name of ['vsphere.json', 'vsphere-proxy.json', 'vsphere-rhel.json']) {
      const path = join(session.userRepository, 'node-images', name);
      const config = JSON.parse(readFileSync(path, 'utf8'));
      const place = {
        datastore: 'LocalDS_0',
        cluster: 'DC0_C0',
        resource_pool: '/DC0/host/DC0_C0/Resources',
      };
      writeFileSync(path, JSON.stringify({ ...config, ...place }));
    }
    session.write(
      'node-images/roles/corporate-ca/files/corporate.pem',
      readFileSync(session.box.interceptingCa, 'utf8'),
    );
  });
  after(async () => {
    await vcenter[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
  });

  async function run(
    name: string,
    options: Partial<RunOptions> = {},
    change: (text: string) => string = (text) => text,
  ): Promise<WorkflowRun> {
    const workflow = `.github/workflows/${name}.yml`;
    const text = change(exampleWorkflow(name, session.box));
    // The build is pretended, the vCenter of the import is not.
    session.write(workflow, text.replaceAll('release-channel: standard-support', 'release-channel: 1-33'));
    // A runner has the CA of vCenter in its system store.
    const environment = {
      ACT_BOX_CA: session.box.interceptingCa,
      GOVC_URL: vcenter.address,
      GOVC_TLS_CA_CERTS: vcenter.certificate,
    };
    const done = await session.run({
      ...{ workflow, event: 'workflow_dispatch', secrets, standIns, environment },
      ...options,
    });
    assert.ok(!/canary-of-/.test(done.log), 'no secret is in the log');
    return done;
  }

  /** Name and tags of all templates in the folder. */
  async function templates(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    const paths = await vcenter.govc('find', folder, '-type', 'm', '-config.template', 'true');
    for (const path of lines(paths))
      found[path.slice(folder.length + 1)] = lines(
        await vcenter.govc('tags.attached.ls', '-r', path),
      ).toSorted();
    return found;
  }

  const machines = async () => lines(await vcenter.govc('find', '/DC0', '-type', 'm')).length;

  test('the first night makes a template of each image, with the tags that EKS Anywhere asks for', async () => {
    const done = await run('vsphere-nightly');
    assert.equal(done.exitCode, 0, done.log);
    const made = await templates();
    const [bottlerocket = '', ubuntu = '', ...others] = Object.keys(made).toSorted();
    assert.deepEqual(others, []);
    assert.match(bottlerocket, /^bottlerocket-vsphere-1-33-v0\.26\.1-[0-9a-f]{7}$/);
    assert.match(ubuntu, /^ubuntu-2204-bios-vsphere-1-33-v0\.26\.1-[0-9a-f]{7}$/);
    const release = made[ubuntu]?.[0] ?? '';
    assert.match(release, /^eksdRelease:kubernetes-1-33-eks-\d+$/);
    assert.deepEqual(made, {
      [ubuntu]: [release, 'os:ubuntu'],
      [bottlerocket]: [release, 'os:bottlerocket'],
    });
    assert.match(done.summaries.join(), new RegExp(`osFamily: ubuntu\n {2}template: ${folder}/${ubuntu}\n`));
    const disks = await vcenter.govc('device.info', '-vm', `${folder}/${bottlerocket}`, 'disk-*');
    assert.match(disks, /20,971,520 KB/);
  });

  test('the second night imports nothing', async () => {
    const [before, count] = [await templates(), await machines()];
    const done = await run('vsphere-nightly');
    assert.equal(done.exitCode, 0, done.log);
    assert.deepEqual(await templates(), before);
    assert.equal(await machines(), count);
    assert.ok(!done.log.includes('Import the template'), done.log);
  });

  test('an image that is unchanged and has no template yet is imported from the run that built it', async () => {
    const before = await templates();
    for (const name of Object.keys(before)) await vcenter.govc('vm.destroy', `${folder}/${name}`);
    const done = await run('vsphere-nightly');
    assert.equal(done.exitCode, 0, done.log);
    assert.deepEqual(JSON.parse(done.outputs('collect')[0]?.['built'] ?? 'null'), [], done.log);
    assert.deepEqual(await templates(), before);
  });

  test('a runner without govc is told what to install', async () => {
    const done = await run('vsphere-nightly', { without: ['govc'] });
    assert.notEqual(done.exitCode, 0);
    assert.match(done.log, /This runner has no govc/);
  });

  test('a template that is not imported and an image that is not built make one issue; the next good night closes it', async () => {
    const { gitHub } = session.box;
    gitHub.issues = [];
    for (const name of Object.keys(await templates())) await vcenter.govc('vm.destroy', `${folder}/${name}`);
    const notImported = await run('vsphere-nightly', {}, (text) => text.replaceAll(folder, '/DC0/vm/None'));
    assert.notEqual(notImported.exitCode, 0);
    const [issue, ...others] = gitHub.issues;
    assert.match(issue?.body ?? '', /\| job template \| failed \|/, notImported.log);
    assert.deepEqual(others, []);

    const notBuilt = await run('vsphere-nightly', {}, (text) =>
      text.replace('node-images/vsphere.json', 'node-images/none.json'),
    );
    assert.notEqual(notBuilt.exitCode, 0);
    // Unlike GitHub, act runs nothing that needs a called workflow with a failed job.
    const needs = { images: { result: 'failure', outputs: { 'index-name': 'node-images' } } };
    const workflow = '.github/workflows/report.yml';
    session.write(workflow, reportAlone(exampleWorkflow('vsphere-nightly', session.box), needs));
    const reported = await session.run({ workflow, event: 'workflow_dispatch', inSameRun: true });
    assert.equal(reported.exitCode, 0, reported.log);
    assert.match(
      issue?.body ?? '',
      /\| ubuntu 22\.04 bios vsphere 1-33 \| failed \| `config-file` cannot be read/,
    );
    assert.match(issue?.comments.join() ?? '', /Failed for the first time:\n\n- ubuntu/);
    assert.equal(gitHub.issues.length, 1);

    const good = await run('vsphere-nightly');
    assert.equal(good.exitCode, 0, good.log);
    assert.equal(issue?.state, 'closed', good.log);
    assert.match(issue?.comments.at(-1) ?? '', /Well again:[\s\S]*ubuntu[\s\S]*All is well/);
    assert.equal(Object.keys(await templates()).length, 2);
  });

  test('RHEL becomes a template by the workflow for a TLS-inspecting proxy', async () => {
    const done = await run('rhel-satellite-proxy');
    assert.equal(done.exitCode, 0, done.log);
    const [, args = ''] = / \$ \S+\/image-builder (.*)$/m.exec(done.log) ?? [];
    assert.equal(
      args.replaceAll(/\S*\/node-image-\w+/g, '…'),
      'build --os redhat --hypervisor vsphere --release-channel 1-33 --eksa-release v0.26.1 --os-version 9 --firmware bios --vsphere-config …/vsphere.json',
    );
    const [name = '', tags] =
      Object.entries(await templates()).find(([name]) => name.startsWith('redhat')) ?? [];
    assert.match(name, /^redhat-9-bios-vsphere-1-33-v0\.26\.1-[0-9a-f]{7}$/);
    assert.deepEqual(tags?.at(-1), 'os:redhat');
    assert.match(done.summaries.join(), new RegExp(`osFamily: redhat\n {2}template: ${folder}/${name}\n`));
  });

  test('a pull request is checked by a plan and a dry run of what the nightly workflow builds, without a secret', async () => {
    const options = { event: 'pull_request', secrets: {} } as const;
    const done = await run('pull-request-check', options);
    assert.equal(done.exitCode, 0, done.log);
    assert.match(done.log, /This was a dry run: nothing was built\./);
    assert.match(done.log, /--release-channel 1-33 .*--vsphere-config/);
    assert.match(done.log, /A dry run: Bottlerocket for vsphere and Kubernetes v?1\.33\S* would be fetched/);

    const config = join(session.userRepository, 'node-images', 'vsphere.json');
    const text = readFileSync(config, 'utf8');
    writeFileSync(config, text.replace('"datastore"', '"datastroe"'));
    const wrong = await run('pull-request-check', options);
    writeFileSync(config, text);
    assert.notEqual(wrong.exitCode, 0);
    assert.match(wrong.log, /datastroe/);
    assert.ok(
      wrong.steps.some(({ job, result }) => job.trimEnd().endsWith('/Node images') && result === 'failure'),
      wrong.log,
    );
  });

  test('behind a TLS-inspecting proxy Ubuntu is built with the config that has its proxy and its CA', async () => {
    const name = 'vsphere-nightly';
    const done = await run(name, {}, (text) => text.replaceAll('vsphere.json', 'vsphere-proxy.json'));
    assert.equal(done.exitCode, 0, done.log);
    const built: string[] = JSON.parse(done.outputs('collect')[0]?.['built'] ?? 'null');
    assert.deepEqual(built, ['ubuntu-2204-bios-vsphere-1-33-v0.26.1'], done.log);
  });

  describe('template.sh', () => {
    const ova = tar(ovaEntries({ vmdk: streamOptimizedVmdk(Buffer.alloc(1 << 20, 1)) }));

    async function template(...args: readonly string[]): Promise<{ code: number; output: string }> {
      return new Promise((done) => {
        const environment = {
          ...process.env,
          ...{ VSPHERE_CONFIG: 'node-images/vsphere.json', TEMPLATE_FOLDER: folder },
          ...{
            VCENTER_PASSWORD: password,
            GOVC_URL: vcenter.address,
            GOVC_TLS_CA_CERTS: vcenter.certificate,
          },
        };
        const options = { cwd: session.userRepository, env: environment, timeout: 60_000 };
        execFile('node-images/template.sh', args, options, (error, stdout, stderr) =>
          done({ code: error === null ? 0 : 1, output: `${stdout}${stderr}` }),
        );
      });
    }

    function importOf(name: string, bytes: Buffer): Promise<{ code: number; output: string }> {
      const path = join(session.userRepository, `${name}.ova`);
      writeFileSync(path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return template('import', name, path, sha256, 'os:ubuntu', 'eksdRelease:kubernetes-1-33-eks-1');
    }

    test('a failed import leaves no virtual machine', async () => {
      const count = await machines();
      const cut = await importOf('cut', ova.subarray(0, 12_000));
      assert.equal(cut.code, 1, cut.output);
      assert.match(cut.output, /Uploading node-disk-0\.vmdk/);
      assert.equal(await machines(), count, cut.output);
    });

    test('an OVA with another checksum is not imported', async () => {
      const path = join(session.userRepository, 'other.ova');
      writeFileSync(path, ova);
      const { code, output } = await template('import', 'other', path, '0'.repeat(64), 'os:ubuntu');
      assert.equal(code, 1);
      assert.match(output, /other\.ova: FAILED/);
      assert.doesNotMatch(output, /Uploading/);
    });

    test('what a cancelled import left is replaced', async () => {
      await vcenter.govc(
        'vm.create',
        '-on=false',
        '-folder',
        folder,
        '-pool',
        '/DC0/host/DC0_C0/Resources',
        '-ds',
        'LocalDS_0',
        '-net',
        'VM Network',
        'left',
      );
      const { code, output } = await importOf('left', ova);
      assert.equal(code, 0, output);
      assert.deepEqual((await templates())['left'], ['eksdRelease:kubernetes-1-33-eks-1', 'os:ubuntu']);
      const network = await vcenter.govc('device.info', '-vm', `${folder}/left`, 'ethernet-*');
      assert.match(network, /VM Network/);
    });

    test('a name that is there twice is refused, as EKS Anywhere would', async () => {
      await vcenter.govc(
        'vm.clone',
        '-vm',
        `${folder}/left`,
        '-on=false',
        '-pool',
        '/DC0/host/DC0_C0/Resources',
        '-ds',
        'LocalDS_0',
        '-folder',
        '/DC0/vm',
        'right',
      );
      await vcenter.govc('object.rename', '/DC0/vm/right', 'left');
      await vcenter.govc('vm.markastemplate', '/DC0/vm/left');
      const { code, output } = await template('find', 'left');
      assert.equal(code, 1);
      assert.match(output, /there more than once.*: \/DC0\/vm\/.*left/);
    });
  });
});

/** The job `report` of a workflow by itself, after jobs with these results. */
function reportAlone(workflow: string, needs: object): string {
  const { on, jobs } = parse(workflow);
  const { needs: _, if: __, ...report } = jobs.report;
  report.steps[0].with.needs = JSON.stringify(needs);
  return stringify({ name: 'Report', on, permissions: {}, jobs: { report } });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
