import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { inspectOva } from '../../src/image/inspect-ova.ts';
import {
  buildInputs,
  type EndToEnd,
  onlyError,
  startEndToEnd,
  undemanding,
  vcenterPassword,
  vsphereConnection,
  vsphereInputs,
} from '../support/e2e.ts';
import { statementProblems } from '../support/provenance-schemas.ts';
import { readExt4File } from '../support/read-image.ts';
import type { RunnerJob } from '../support/runner.ts';

const id = 'ubuntu-2204-efi-baremetal-1-33-v0.26.1';
const proxyPassword = 'Pr0xy-passw0rd';

describe('the actions that build an image, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  const build = (inputs: Record<string, string> = {}) =>
    e2e.run('actions/build-node-image', {
      inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none', ...inputs },
    });

  test('the root action takes a release to a verified, uploaded image', async () => {
    const result = await e2e.run('.', { inputs: { ...buildInputs(e2e.box), ...undemanding } });
    const { outputs, log } = result;
    assert.equal(result.exitCode, 0, log);
    assert.equal(outputs['id'], id);
    assert.equal(outputs['image-name'], `${id}.gz`);
    assert.equal(outputs['signature'], 'verified');
    assert.equal(outputs['template-tags'], 'os:ubuntu,eksdRelease:kubernetes-1-33-eks-30');

    const path = outputs['image-path'] ?? '';
    execFileSync('sha256sum', ['-c', '--quiet', outputs['checksums-path'] ?? ''], { cwd: dirname(path) });
    assert.equal(Number(outputs['size']), statSync(path).size);
    assert.deepEqual(JSON.parse(outputs['images'] ?? ''), [
      { path, name: `${id}.gz`, sha256: outputs['sha256'], size: statSync(path).size, format: 'raw.gz' },
    ]);

    const artifact = e2e.box.artifacts.get(`${id}.gz`);
    assert.equal(artifact?.digest, `sha256:${outputs['sha256']}`);
    assert.deepEqual(readFileSync(artifact?.path ?? ''), readFileSync(path));
    assert.equal(outputs['artifact-id'], String(artifact?.id));
    assert.match(
      outputs['artifact-url'] ?? '',
      /^https:\/\/github\.com\/octo\/images\/actions\/runs\/4711\/artifacts\/\d+$/,
    );

    assert.match(result.summary, new RegExp(`^### Built: ${id}`));
    assert.match(result.summary, /\| Size \| \d+ kB \([\d,]+ bytes\) \|/);
    assert.match(result.summary, /\*\*Next: use it\.\*\* .*`osImageURL`/);
    assert.ok(!result.summary.includes('eksdRelease:'), 'bare metal has no template to tag');
    assert.doesNotMatch(result.summary, /\]\((?!https:)/, 'no link leads to a file on the runner');
    assert.ok(result.groups.some((group) => group.startsWith('Provision with Ansible: ')));
    assert.equal(result.annotations.length, 0, log);
    assert.deepEqual(result.jobOutputs, outputs, 'the runner blanks no output');
    assert.deepEqual([...e2e.box.unknownHosts], []);
  });

  test('a statement says what the image was made from, without its secrets, and the runner is told of the image', async () => {
    const job = e2e.job();
    const declared = join(job.temp, 'artifacts');
    const config = {
      ...vsphereConnection,
      iso_url: 'https://iso.example.com/a.iso',
      iso_checksum_type: 'sha256',
    };
    const { outputs, log, exitCode } = await job.step('actions/build-node-image', {
      inputs: {
        ...vsphereInputs(e2e.box),
        'upload-artifact': 'none',
        config: JSON.stringify({ ...config, iso_checksum: 'AB'.repeat(32) }),
      },
      environment: { GITHUB_ARTIFACTS: declared, GITHUB_SHA: 'c0'.repeat(20), GITHUB_REF: 'refs/heads/main' },
    });
    assert.equal(exitCode, 0, log);
    assert.equal(readFileSync(declared, 'utf8'), `${outputs['image-path']}\n`);
    const text = readFileSync(outputs['provenance-path'] ?? '', 'utf8');
    assert.ok(
      !text.includes(vcenterPassword) && !text.includes(JSON.stringify(vcenterPassword).slice(1, -1)),
    );
    const statement = JSON.parse(text);
    assert.deepEqual(statementProblems(statement), []);
    assert.deepEqual(statement.subject, [
      { name: outputs['image-name'], digest: { sha256: outputs['sha256'] } },
    ]);
    const { externalParameters, internalParameters, resolvedDependencies } =
      statement.predicate.buildDefinition;
    assert.equal(externalParameters.image.hypervisor, 'vsphere');
    assert.equal(externalParameters.image.config.vcenter_server, vsphereConnection.vcenter_server);
    assert.equal(externalParameters.image.config.password, undefined);
    assert.ok(internalParameters.unverified.some(({ what }: { what: string }) => /kubelet/.test(what)));
    const digests = new Map<string, string>(
      resolvedDependencies.map(({ name = 'source', digest = {} }) => [name, Object.values(digest).join()]),
    );
    assert.equal(digests.get('source'), 'c0'.repeat(20));
    assert.match(digests.get('EKS Anywhere bundle 124') ?? '', /^[0-9a-f]{64}$/);
    assert.match(digests.get('image-builder CLI v0.7.0') ?? '', /^[0-9a-f]{64}$/);
    assert.match(digests.get('EKS Anywhere build tooling') ?? '', /^[0-9a-f]{40}$/);
    assert.match(digests.get('kubernetes-1-33-eks-30') ?? '', /^[0-9a-f]{64}$/);
    assert.equal(digests.get('installer ISO'), 'ab'.repeat(32));
    assert.ok(digests.has('packer 1.9.5') && digests.has('ansible-core 2.15.13'));
    assert.deepEqual(internalParameters.manner, {
      setup: 'skip',
      'image-builder-release': 'v0.26.1',
      'verify-signature': 'auto',
      signature: 'verified',
      'bundle-public-key': 'another one',
      development: false,
    });
  });

  test('the image holds the components of the channel', async () => {
    const { outputs } = await build();
    const release = readExt4File(outputs['image-path'] ?? '', '/etc/eks-distro-release');
    assert.match(release, /kubernetes-1-33-eks-30/);
    assert.match(release, /v1\.33\.13/);
  });

  test('the password of the build user is neither in the log nor in the kept log', async () => {
    const { rawLog, masks, outputs } = await build();
    const password = masks.find((mask) => /^[\w-]{24}$/.test(mask)) ?? '';
    assert.notEqual(password, '', 'a password was made and masked');
    assert.equal(rawLog.split(password).length - 1, 1, 'the raw log holds it once: in the mask command');
    const kept = readFileSync(outputs['log-path'] ?? '', 'utf8');
    assert.ok(!kept.includes(password));
    assert.match(kept, /lines of rendered templates left out/);
    assert.doesNotMatch(kept, /\$6\$/);
  });

  test('nothing stays in the temporary folder but the finished files', async () => {
    const { job } = await build();
    assert.deepEqual(
      readdirSync(job.temp).filter((name) => !name.startsWith('_')),
      ['node-images'],
    );
    assert.deepEqual(readdirSync(join(job.temp, 'node-images')).sort(), [
      `${id}.gz`,
      `${id}.intoto.jsonl`,
      `${id}.log`,
      `${id}.sha256`,
    ]);
  });

  test('config, config-file and secrets reach the CLI as strings, and no secret leaves', async () => {
    const job = e2e.job();
    const { log, exitCode, outputs } = await job.step('actions/build-node-image', {
      inputs: {
        ...buildInputs(e2e.box),
        'upload-artifact': 'none',
        config: 'disk_size: 8192\nssh_timeout: 10m\n',
        secrets: `https_proxy=http://builder:${proxyPassword}@proxy.example.com:3128`,
      },
    });
    assert.equal(exitCode, 0, log);
    assert.match(log, /Using configured disk size: 8192 MB/);
    assert.ok(!log.includes(proxyPassword));
    assert.ok(!readFileSync(outputs['log-path'] ?? '', 'utf8').includes(proxyPassword));
  });

  test('two cells of one run that differ only in firmware are both uploaded', async () => {
    const job = e2e.job();
    for (const firmware of ['bios', 'efi']) {
      const { exitCode, log, outputs } = await job.step('.', {
        inputs: { ...vsphereInputs(e2e.box), ...undemanding, firmware },
      });
      assert.equal(exitCode, 0, log);
      const name = `ubuntu-2204-${firmware}-vsphere-1-33-v0.26.1.ova`;
      assert.equal(outputs['image-name'], name);
      assert.equal(e2e.box.artifacts.get(name)?.digest, `sha256:${outputs['sha256']}`);
      assert.equal((await inspectOva(outputs['image-path'] ?? '')).firmware, firmware);
      assert.ok(!log.includes(vcenterPassword));
      assert.ok(!readFileSync(outputs['log-path'] ?? '', 'utf8').includes(vcenterPassword));
    }
    for (const post of await job.post()) assert.equal(post.exitCode, 0, post.log);
  });

  test('two cells of one run that differ only in release are both uploaded, and a second attempt replaces', async () => {
    const job = e2e.job();
    const inputs = { ...buildInputs(e2e.box), 'upload-artifact': 'raw' };
    for (const version of ['v0.25.1', 'v0.24.1']) {
      const { exitCode, log } = await job.step('actions/build-node-image', {
        inputs: { ...inputs, 'eks-a-version': version, 'os-version': '22.04' },
      });
      assert.equal(exitCode, 0, log);
    }
    assert.ok(e2e.box.artifacts.has('ubuntu-2204-efi-baremetal-1-33-v0.25.1.gz'));
    assert.ok(e2e.box.artifacts.has('ubuntu-2204-efi-baremetal-1-33-v0.24.1.gz'));

    const first = e2e.box.artifacts.get('ubuntu-2204-efi-baremetal-1-33-v0.25.1.gz')?.id;
    const again = await e2e.run('actions/build-node-image', {
      inputs: { ...inputs, 'eks-a-version': 'v0.25.1', 'os-version': '22.04' },
    });
    assert.equal(again.exitCode, 0, again.log);
    assert.notEqual(e2e.box.artifacts.get('ubuntu-2204-efi-baremetal-1-33-v0.25.1.gz')?.id, first);
  });

  test('without an artifact service the image stays and the step says so', async () => {
    const job = e2e.job({ ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' });
    const result = await job.step('actions/build-node-image', { inputs: buildInputs(e2e.box) });
    assert.equal(result.exitCode, 0, result.log);
    assert.match(result.annotations[0]?.message ?? '', /was not uploaded: .*ACTIONS_RUNTIME_TOKEN/);
    assert.ok(existsSync(result.outputs['image-path'] ?? ''));
  });

  test('a cell gives the inputs', async () => {
    const cell = {
      id: 'x',
      os: 'ubuntu',
      'os-version': '24.04',
      hypervisor: 'metal',
      'release-channel': '1-34',
      'eks-a-version': 'v0.26.1',
    };
    const { box } = e2e;
    const { outputs, log } = await e2e.run('actions/build-node-image', {
      inputs: {
        'bundle-public-key': box.bundlePublicKey,
        'ca-bundle': box.interceptingCa,
        'upload-artifact': 'none',
        'proxy-in-image': 'none',
        setup: 'skip',
        cell: JSON.stringify(cell),
      },
    });
    assert.equal(outputs['id'], 'ubuntu-2404-efi-baremetal-1-34-v0.26.1', log);
  });

  describe('what goes wrong ends in one good error, with nothing half written', () => {
    const cases: ReadonlyArray<{
      readonly name: string;
      readonly inputs?: Record<string, string>;
      readonly switches?: Record<string, string>;
      readonly says: readonly RegExp[];
    }> = [
      {
        name: 'the build fails',
        switches: { STANDIN_FAIL: '2' },
        says: [/failed in the phase "/, /Timeout waiting for SSH/, /exit code 1/],
      },
      {
        name: 'the CLI leaves no image',
        switches: { STANDIN_NO_OUTPUT: '1' },
        says: [/left no image/, /ubuntu-2204-kube-1-33\.gz/],
      },
      {
        name: 'the disk is full',
        switches: { STANDIN_DISK_FULL: '1' },
        says: [/No space left on device/, /Free space/],
      },
      { name: 'the CLI is killed', switches: { STANDIN_KILL: '1' }, says: [/was killed \(SIGKILL\)/] },
      {
        name: 'the image is cut off',
        switches: { STANDIN_TRUNCATED: '1' },
        says: [/not an intact disk image/, /cut off after/],
      },
      { name: 'the image is empty', switches: { STANDIN_NO_PARTITIONS: '1' }, says: [/no partition table/] },
      {
        name: 'the config has an unknown key, a wrong type and a missing value',
        inputs: { config: 'disk_sizee: "1"\nssh_timeout: [1]\nhttp_proxy:\n' },
        says: [/did you mean `disk_size`/, /`ssh_timeout` must be one value/, /`http_proxy` has no value/],
      },
      {
        name: 'a vSphere config without its required keys',
        inputs: { hypervisor: 'vsphere' },
        says: [/`vcenter_server` is missing/, /`password` is missing; it belongs in `secrets`/],
      },
      {
        name: 'a key that this release ignores',
        inputs: { 'eks-a-version': 'v0.18.0', 'release-channel': '1-28', config: 'disk_size: 8192' },
        says: [/exists since v0\.23\.3, and this is v0\.18\.0/],
      },
      {
        name: 'an operating system version of another release',
        inputs: { 'os-version': '20.04' },
        says: [/22\.04, 24\.04, not 20\.04/],
      },
      {
        name: 'a firmware that bare metal does not have',
        inputs: { firmware: 'bios' },
        says: [/`firmware`.*`efi` only/],
      },
      {
        name: 'a config file that is not there',
        inputs: { 'config-file': 'no/such.yaml' },
        says: [/`config-file` cannot be read/],
      },
    ];
    for (const { name, inputs = {}, switches = {}, says } of cases) {
      test(name, async () => {
        e2e.box.standIn(switches);
        try {
          const result = await build(inputs);
          assert.equal(result.exitCode, 1, result.log);
          const message = onlyError(result);
          for (const pattern of says) assert.match(message, pattern);
          assert.match(result.summary, /^### Failed: build-node-image\n\n\*\*.*\*\*$/m);
          assert.doesNotMatch(result.summary, /\]\((?!https:)/, 'no link leads to a file on the runner');
          assert.equal(result.outputs['image-path'], undefined);
          assert.ok(
            !existsSync(join(result.job.temp, 'node-images', `${id}.gz`)),
            'no image at its final name',
          );
          assert.deepEqual(workFolders(result.job), [], 'the work folder with its config is gone');
          for (const post of result.posts) assert.equal(post.exitCode, 0, post.log);
        } finally {
          e2e.box.standIn({});
        }
      });
    }

    test('an image that exists already is kept unless it may be replaced', async () => {
      const job = e2e.job();
      const inputs = { ...buildInputs(e2e.box), 'upload-artifact': 'none' };
      await job.step('actions/build-node-image', { inputs });
      const second = await job.step('actions/build-node-image', { inputs });
      assert.match(onlyError(second), /exists already/);
      const third = await job.step('actions/build-node-image', {
        inputs: { ...inputs, 'replace-existing': 'true' },
      });
      assert.equal(third.exitCode, 0, third.log);
    });

    test('an image-builder tarball with another sha256', async () => {
      const remove = e2e.box.fault(
        { host: 'anywhere-assets.eks.amazonaws.com', path: /image-builder-linux-amd64\.tar\.gz/ },
        { kind: 'corrupt' },
      );
      const result = await build();
      remove();
      assert.match(onlyError(result), /sha256 expected [0-9a-f]{64}, got [0-9a-f]{64}/);
    });

    test('an output that would hold a secret is refused', async () => {
      const job = e2e.job();
      const destination = join(job.temp, 'S3cretFolder');
      const result = await job.step('actions/build-node-image', {
        inputs: {
          ...buildInputs(e2e.box),
          'upload-artifact': 'none',
          destination,
          secrets: 'no_proxy=S3cretFolder',
        },
      });
      assert.equal(result.exitCode, 1);
      assert.match(onlyError(result), /would hold a secret/);
      assert.ok(!onlyError(result).includes('S3cretFolder'));
    });
  });

  describe('cancelling', () => {
    test('as GitHub does leaves Packer the time it needs, and post waits for it', async () => {
      const { result, job, child } = await cancelledBuild('github', {
        STANDIN_HANG: '1',
        STANDIN_STOP_SECONDS: '14',
      });
      assert.equal(result.signal, null, 'main ends by itself before it is killed');
      assert.match(onlyError(result), /cancelled \(SIGINT\)/);
      assert.ok(isRunning(child), 'Packer is still deleting its virtual machine');
      const [post] = await job.post();
      assert.equal(post?.exitCode, 0, post?.log);
      assert.match(post?.log ?? '', /waiting up to 4 minutes/);
      assertClean(job, child);
    });

    test('a build that ends at once is gone with main', async () => {
      const { result, job, child } = await cancelledBuild('SIGTERM', { STANDIN_HANG: '1' });
      assert.equal(result.exitCode, 1, result.log);
      assert.match(onlyError(result), /cancelled \(SIGTERM\)/);
      assertClean(job, child);
      await job.post();
    });

    test('post cleans up after a main that was killed', async () => {
      const { result, job, child } = await cancelledBuild('SIGKILL', { STANDIN_HANG: '1' });
      assert.equal(result.signal, 'SIGKILL');
      const [post] = await job.post();
      assert.equal(post?.exitCode, 0, post?.log);
      assertClean(job, child);
    });

    test('the next job on the machine cleans up where there was no post', async () => {
      const { job, child } = await cancelledBuild('SIGKILL', { STANDIN_HANG: '1' });
      assert.equal(workFolders(job).length, 1);
      const next = await job.step('actions/build-node-image', {
        inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none' },
      });
      assert.equal(next.exitCode, 0, next.log);
      assert.match(next.log, /Removing what an earlier build left behind/);
      assertClean(job, child);
    });

    async function cancelledBuild(by: NodeJS.Signals | 'github', switches: Record<string, string>) {
      const job = e2e.job();
      const pidFile = join(job.temp, 'hanging.pid');
      e2e.box.standIn({ ...switches, STANDIN_PID_FILE: pidFile });
      try {
        const result = await job.step('actions/build-node-image', {
          inputs: vsphereInputs(e2e.box),
          cancel: { onceFilled: pidFile, by },
        });
        return { result, job, child: Number(readFileSync(pidFile, 'utf8')) };
      } finally {
        e2e.box.standIn({});
      }
    }

    function assertClean(job: RunnerJob, child: number): void {
      assert.ok(!isRunning(child), 'the build is gone');
      assert.deepEqual(workFolders(job), [], 'the folder with the config is gone');
      assert.deepEqual(filesHolding(job.temp, vcenterPassword), []);
    }
  });

  describe('a failed build', () => {
    test('is tried again for a reason that may pass', async () => {
      const job = e2e.job();
      e2e.box.standIn({ STANDIN_FAIL_ONCE: join(job.temp, '_failed-once') });
      const result = await job.step('actions/build-node-image', {
        inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none', attempts: '2' },
      });
      e2e.box.standIn({});
      assert.equal(result.exitCode, 0, result.log);
      assert.equal(result.outputs['attempts-used'], '2');
      assert.match(result.annotations[0]?.message ?? '', /Attempt 1 of 2 failed and is tried again/);
    });

    test('leaves its log as an artifact, without secrets', async () => {
      e2e.box.standIn({ STANDIN_FAIL: '2' });
      const result = await e2e.run('actions/build-node-image', { inputs: vsphereInputs(e2e.box) });
      e2e.box.standIn({});
      assert.equal(result.exitCode, 1);
      const log = e2e.box.artifacts.get('ubuntu-2204-bios-vsphere-1-33-v0.26.1.log');
      const text = readFileSync(log?.path ?? '', 'utf8');
      assert.match(text, /Timeout waiting for SSH/);
      assert.ok(!text.includes(vcenterPassword));
      assert.match(result.summary, /^```text\nBuild .* Timeout waiting for SSH\.\n```$/m);
      assert.match(result.summary, /^\*\*Cause:\*\* The installer did not finish in time/m);
      assert.match(
        result.summary,
        /The whole log: \[`ubuntu-2204-bios-vsphere-1-33-v0\.26\.1\.log`\]\(https:/,
      );
      assert.ok(!result.summary.includes(result.job.temp), 'no path that is gone after the job');
    });
  });

  describe('secrets of every shape reach nothing but the CLI', () => {
    const proxy = 'http://proxy-user:Can%25ary2%40pw@proxy.example.com:3128';
    const password = `Can%ary'1"&<x>=# `;
    const lines = 'Canary-line-1\nCanary line 2';

    /** Where a password can come from, and the texts of it that must show up nowhere. */
    const sources: Readonly<
      Record<string, { inputs: Record<string, string>; file?: string; canaries: string[] }>
    > = {
      secrets: {
        inputs: {
          config: JSON.stringify(vsphereConnection),
          secrets: `https_proxy=${proxy}\npassword=${password}`,
        },
        canaries: [password.trim(), 'Can%25ary2%40pw', 'Can%ary2@pw', 'proxy-user:Can'],
      },
      'secrets-file': {
        inputs: { config: JSON.stringify(vsphereConnection), secrets: '', 'secrets-file': 'file.txt' },
        file: `password=${password}\nhttps_proxy=${proxy}\n`,
        canaries: [password.trim(), 'Can%25ary2%40pw', 'Can%ary2@pw'],
      },
      config: {
        inputs: { config: JSON.stringify({ ...vsphereConnection, password: lines }), secrets: '' },
        canaries: lines.split('\n'),
      },
      'config-file': {
        inputs: { config: '', secrets: '', 'config-file': 'file.txt' },
        file: JSON.stringify({ ...vsphereConnection, password, http_proxy: proxy }),
        canaries: [password.trim(), 'Can%25ary2%40pw'],
      },
    };
    const outcomes = [
      [{}, 'success'],
      [{ STANDIN_FAIL: '2' }, 'Timeout waiting for SSH'],
    ] as const;

    for (const [source, { inputs, file, canaries }] of Object.entries(sources)) {
      for (const [switches, outcome] of outcomes) {
        test(`from ${source}, when the build ends in ${outcome}`, async () => {
          e2e.box.standIn({ ...switches, STANDIN_LEAK: '1' });
          const job = e2e.job();
          if (file !== undefined) writeFileSync(join(job.workspace, 'file.txt'), file);
          const result = await job.step('actions/build-node-image', {
            inputs: { ...vsphereInputs(e2e.box), ...inputs },
          });
          const posts = await job.post();
          e2e.box.standIn({});
          assert.equal(result.exitCode, outcome === 'success' ? 0 : 1, result.log);
          assert.match(result.log, outcome === 'success' ? /OVF with bios firmware/ : new RegExp(outcome));
          assert.match(result.log, /leak: .*\*\*\*/, 'the stand-in printed it');

          const seen = [
            result.rawLog.replace(/^::add-mask::.*$/gm, ''),
            result.summary,
            JSON.stringify([result.outputs, result.state]),
            ...posts.map(({ rawLog }) => rawLog),
          ];
          for (const canary of canaries.flatMap(printedForms)) {
            for (const text of seen) assert.ok(!text.includes(canary), `${canary} was printed`);
            assert.deepEqual(filesHolding(job.temp, canary), []);
            for (const { path } of e2e.box.artifacts.values()) {
              assert.ok(!readFileSync(path).includes(canary), `${canary} is in ${path}`);
            }
          }
          assert.deepEqual(result.jobOutputs, result.outputs, 'no innocent output is blanked');
        });
      }
    }

    test('an empty secret is an error that names the usual reasons', async () => {
      const result = await build({ ...vsphereInputs(e2e.box), secrets: 'password=' });
      assert.match(
        onlyError(result),
        /`password` is empty\..*fork.*Dependabot.*`environment`.*caller .* `secrets:`/,
      );
    });
  });
});

/** A text as the tools print it. */
function printedForms(text: string): string[] {
  return [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text), text.replaceAll("'", `'"'"'`)];
}

/** Files below a folder that hold a text, whatever their format. */
function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

/** Folders of running builds, with their configs. */
function workFolders(job: RunnerJob): string[] {
  return readdirSync(job.temp).filter((entry) => entry.startsWith('node-image-'));
}

/** Whether a process runs; one that is dead but not yet waited for does not. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
