import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { startVcenter, type Vcenter } from '../support/vcenter.ts';
import { type ActSession, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow } from './examples.ts';

const user = 'image-builder@vsphere.local';
const password = 'canary-of-the-vcenter';
const folder = '/DC0/vm/Templates';
const standIns = {
  'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c': join(
    import.meta.dirname,
    'download-artifact',
  ),
  'peter-evans/create-pull-request@5f6978faf089d4d20b00c7766989d076bb2fc7f1': join(
    import.meta.dirname,
    'create-pull-request',
  ),
};
const spec = 'clusters/prod/eksa-system/eksa-cluster.yaml';

/** A cluster as a person writes it: comments, quotes, and a number that YAML would shorten. */
const cluster = `# Production.
apiVersion: anywhere.eks.amazonaws.com/v1alpha1
kind: Cluster
metadata:
  name: prod
spec:
  eksaVersion: v0.26.1
  kubernetesVersion: 1.30
  controlPlaneConfiguration:
    machineGroupRef: {kind: VSphereMachineConfig, name: prod-cp}
  workerNodeGroupConfigurations:
    - name: workers
      machineGroupRef:
          kind: VSphereMachineConfig
          name: prod-workers
---
apiVersion: anywhere.eks.amazonaws.com/v1alpha1
kind: VSphereMachineConfig
metadata:
  name: prod-cp
spec:
  osFamily: ubuntu
  template: "/DC0/vm/Templates/old"   # written by the workflow
  users: [{name: ec2-user}]
---
apiVersion: anywhere.eks.amazonaws.com/v1alpha1
kind: VSphereMachineConfig
metadata:
  name: prod-workers
spec:
  osFamily: bottlerocket
  template: /DC0/vm/Templates/older
`;

describe('from cluster specs to pull requests, run by act against the simulator of a vCenter', () => {
  let session: ActSession;
  let vcenter: Vcenter;
  before(async () => {
    session = await startAct();
    vcenter = await startVcenter(user, password);
    await vcenter.govc('folder.create', folder);
    cpSync(join(projectRoot, 'examples', 'node-images'), join(session.userRepository, 'node-images'), {
      recursive: true,
    });
    const config = join(session.userRepository, 'node-images', 'vsphere.json');
    const place = {
      ...{ datastore: 'LocalDS_0', cluster: 'DC0_C0', resource_pool: '/DC0/host/DC0_C0/Resources' },
    };
    writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), ...place }));
    session.write(spec, cluster);
  });
  after(async () => {
    await vcenter[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
  });

  async function run(): Promise<{
    readonly done: WorkflowRun;
    readonly pullRequest: Readonly<Record<string, string>>;
  }> {
    const name = 'clusters-to-pull-requests';
    const workflow = `.github/workflows/${name}.yml`;
    const pullRequest = join(session.userRepository, '..', 'pull-request.json');
    const text = exampleWorkflow(name, session.box);
    session.write(workflow, text);
    const done = await session.run({
      ...{ workflow, event: 'workflow_dispatch', standIns, secrets: { VCENTER_PASSWORD: password } },
      environment: {
        ACT_BOX_CA: session.box.interceptingCa,
        ACT_PULL_REQUEST: pullRequest,
        GOVC_URL: vcenter.address,
        GOVC_TLS_CA_CERTS: vcenter.certificate,
      },
    });
    assert.equal(done.exitCode, 0, done.log);
    assert.ok(!done.log.includes(password), 'no secret is in the log');
    return { done, pullRequest: JSON.parse(readFileSync(pullRequest, 'utf8')) };
  }

  test('the pull request changes the templates, to ones that vCenter has, and nothing else', async () => {
    const { pullRequest } = await run();
    const added = [...(pullRequest['diff'] ?? '').matchAll(/^\+( {2}template: .*)$/gm)].map(
      ([, line]) => line,
    );
    const [ubuntu = '', bottlerocket = '', ...others] = added;
    assert.deepEqual(others, []);
    assert.match(
      ubuntu,
      /^ {2}template: \/DC0\/vm\/Templates\/ubuntu-2204-bios-vsphere-1-30-v0\.26\.1-\w{7} {3}# written by the workflow$/,
    );
    assert.match(
      bottlerocket,
      /^ {2}template: \/DC0\/vm\/Templates\/bottlerocket-vsphere-1-30-v0\.26\.1-\w{7}$/,
    );
    const changed = (pullRequest['diff'] ?? '').match(/^[-+] /gm);
    assert.equal(changed?.length, 4, pullRequest['diff']);
    for (const line of added) {
      const [, path = ''] = /template: (\S+)/.exec(line ?? '') ?? [];
      assert.match(await vcenter.govc('tags.attached.ls', '-r', path), /eksdRelease:kubernetes-1-30-eks-\d+/);
      assert.match(pullRequest['body'] ?? '', new RegExp(path));
    }
    assert.equal(pullRequest['branch'], 'node-images');
    // What the merge brings.
    const lines = cluster
      .replace(/^ {2}template: ".*$/m, ubuntu)
      .replace(/^ {2}template: .*older$/m, bottlerocket);
    session.write(spec, lines);
  });

  test('after the merge there is nothing to change', async () => {
    const { pullRequest } = await run();
    assert.equal(pullRequest['diff'], '');
  });

  describe('cluster-images.sh', () => {
    const builds = 'ubuntu: {os-version: "22.04"}\nredhat: {os-version: "9"}\nbottlerocket: {}\n';

    function script(
      command: readonly string[],
      specs: string,
      more: Readonly<Record<string, string>> = {},
    ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
      const env = { ...process.env, SPECS: specs, BUILDS: builds, TEMPLATE_FOLDER: folder, ...more };
      return new Promise((done) => {
        const path = join(projectRoot, 'examples', 'node-images', 'cluster-images.sh');
        execFile(
          path,
          command,
          { cwd: session.userRepository, env, timeout: 30_000 },
          (error, stdout, stderr) => done({ code: error === null ? 0 : 1, stdout, stderr }),
        );
      });
    }

    test('the images are those of each system and Kubernetes version in the specs', async () => {
      const { stdout } = await script(['images'], 'clusters/**/eksa-cluster.yaml');
      assert.deepEqual(JSON.parse(stdout), [
        { os: 'bottlerocket', hypervisor: 'vsphere', 'release-channel': '1-30' },
        { os: 'ubuntu', hypervisor: 'vsphere', 'release-channel': '1-30', 'os-version': '22.04' },
      ]);
    });

    const changes: readonly [string, (text: string) => string, RegExp][] = [
      [
        'two EKS Anywhere versions',
        (text) => `${text}---\n${text.replace('v0.26.1', 'v0.25.0')}`,
        /one EKS Anywhere version, not of "0.25.0 0.26.1"/,
      ],
      [
        'no EKS Anywhere version',
        (text) => text.replace(/^ {2}eksaVersion.*\n/m, ''),
        /one EKS Anywhere version, not of ""/,
      ],
    ];
    for (const [what, change, message] of changes) {
      test(`${what} are refused`, async () => {
        session.write('odd.yaml', change(cluster));
        const { code, stderr } = await script(['version'], 'odd.yaml');
        assert.equal(code, 1);
        assert.match(stderr, message);
      });
    }

    test('a machine config that serves two Kubernetes versions is refused', async () => {
      session.write(
        'odd.yaml',
        cluster
          .replace('name: prod-workers', 'name: prod-cp')
          .replace('    - name: workers', '    - name: workers\n      kubernetesVersion: "1.31"'),
      );
      const { code, stderr } = await script(['images'], 'odd.yaml');
      assert.equal(code, 1);
      assert.match(stderr, /prod-cp serves Kubernetes 1\.30 and 1\.31: split it/);
    });

    const index = JSON.stringify({
      cells: ['ubuntu', 'bottlerocket'].map((os) => ({
        ...{ id: `${os}-vsphere-1-30-v0.26.1`, sha256: 'ab'.repeat(32), templateTags: [`os:${os}`] },
      })),
    });

    for (const [what, change] of [
      ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
      ['no line end at the end', (text: string) => text.trimEnd()],
      ['single quotes', (text: string) => text.replaceAll('"', "'")],
    ] as const) {
      test(`${what} stay as they are`, async () => {
        const before = change(cluster);
        session.write('odd.yaml', before);
        session.write('index.json', index);
        const { code, stderr } = await script(['update', 'index.json'], 'odd.yaml');
        assert.equal(code, 0, stderr);
        const after = readFileSync(join(session.userRepository, 'odd.yaml'), 'utf8');
        const neutral = (text: string) => text.replaceAll(/template: (["']?)\S+?\1(?=\s|$)/g, 'template: X');
        assert.equal(neutral(after), neutral(before));
        assert.match(after, /template: \/DC0\/vm\/Templates\/ubuntu-vsphere-1-30-v0\.26\.1-abababa {3}#/);
      });
    }

    for (const [what, line] of [
      ['an anchor that is used elsewhere', '  template: &old /DC0/vm/Templates/old\n  folder: *old'],
      ['a folded text', '  template: >-\n    /DC0/vm/Templates/old'],
      ['a flow mapping', '  ? template\n  : /DC0/vm/Templates/old'],
    ] as const) {
      test(`${what} in place of the template is refused, and the file stays as it is`, async () => {
        const text = cluster.replace(/^ {2}template: ".*$/m, line);
        session.write('odd.yaml', text);
        session.write('index.json', index);
        const { code, stderr } = await script(['update', 'index.json'], 'odd.yaml');
        assert.equal(code, 1);
        assert.match(stderr, /odd\.yaml, line \d+: this line cannot be changed safely/);
        assert.equal(readFileSync(join(session.userRepository, 'odd.yaml'), 'utf8'), text);
      });
    }
  });
});
