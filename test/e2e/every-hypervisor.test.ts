import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  buildInputs,
  type EndToEnd,
  onlyError,
  startEndToEnd,
  vcenterPassword,
  vsphereConnection,
  vsphereInputs,
} from '../support/e2e.ts';
import type { RunnerJob } from '../support/runner.ts';

const prism = {
  nutanix_cluster_name: 'cluster',
  nutanix_endpoint: 'prism.example.com',
  nutanix_username: 'builder',
  nutanix_subnet_name: 'vlan1',
  image_name: 'ubuntu-2204-kube',
};
const rhel = {
  rhel_username: 'builder@example.com',
  iso_url: 'rhel-9.4-x86_64-dvd.iso',
  iso_checksum: createHash('sha256').update('an ISO').digest('hex'),
  iso_checksum_type: 'sha256',
};
const rhelPassword = 'R3d-hat-passw0rd';

describe('every hypervisor, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  const inputsFor = (hypervisor: string, config: object, more: Record<string, string> = {}) => ({
    ...buildInputs(e2e.box),
    hypervisor,
    config: JSON.stringify(config),
    'upload-artifact': 'none',
    ...more,
  });
  const run = (inputs: Record<string, string>) => e2e.run('actions/build-node-image', { inputs });

  test('Nutanix without an export is a success without a file', async () => {
    const inputs = inputsFor('nutanix', prism, { secrets: 'nutanix_password=Pr1sm-passw0rd' });
    const { exitCode, outputs, log, summary } = await run(inputs);
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['id'], 'ubuntu-2204-bios-nutanix-1-33-v0.26.1');
    assert.equal(outputs['image-name'], 'ubuntu-2204-kube');
    assert.equal(outputs['image-path'], undefined);
    assert.match(summary, /in Prism; there is no file/);
    assert.ok(!log.includes('Pr1sm-passw0rd'));
  });

  test('Nutanix with an export leaves a disk', async () => {
    const config = { ...prism, image_export: true };
    const { exitCode, outputs, log } = await run(
      inputsFor('nutanix', config, { secrets: 'nutanix_password=Pr1sm-passw0rd' }),
    );
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['image-name'], 'ubuntu-2204-bios-nutanix-1-33-v0.26.1.img');
  });

  test('CloudStack, up to v0.25, leaves its disk; an ISO in the workspace is compared first', async () => {
    const inputs = inputsFor('cloudstack', rhel, {
      os: 'rhel',
      'os-version': '9',
      'eks-a-version': 'v0.25.3',
      secrets: `rhel_password=${rhelPassword}`,
    });
    const job = e2e.job();
    const iso = join(job.workspace, rhel.iso_url);
    writeFileSync(iso, 'half of it');
    const refused = await job.step('actions/build-node-image', { inputs });
    assert.match(
      onlyError(refused),
      /rhel-9\.4-x86_64-dvd\.iso has the sha256 [0-9a-f]{64}, but `iso_checksum` is/,
    );
    writeFileSync(iso, 'an ISO');
    const { exitCode, outputs, log } = await job.step('actions/build-node-image', { inputs });
    assert.equal(exitCode, 0, log);
    // The stand-in leaves a raw disk where the real build leaves a qcow2.
    assert.equal(outputs['image-name'], 'redhat-9-bios-cloudstack-1-33-v0.25.3.qcow2');
    assert.ok(!log.includes(rhelPassword));
  });

  test('an AMI is told by region, and its manifest is copied to where the config says', async () => {
    const config = {
      aws_region: 'us-west-2',
      ami_regions: ['us-west-2', 'eu-central-1'],
      manifest_output: 'out/ami.json',
    };
    const job = e2e.job({ AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'Aws-s3cret-key' });
    const { exitCode, outputs, log } = await job.step('actions/build-node-image', {
      inputs: inputsFor('snow', config, { 'os-version': '24.04' }),
    });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['ami-id'], 'ami-0123456789abcdef0');
    assert.deepEqual(JSON.parse(outputs['ami-ids'] ?? ''), {
      'us-west-2': 'ami-0123456789abcdef0',
      'eu-central-1': 'ami-0123456789abcdef1',
    });
    assert.match(readFileSync(join(job.workspace, 'out/ami.json'), 'utf8'), /amazon-ebs/);
    assert.equal(outputs['id'], 'ubuntu-2404-bios-ami-1-33-v0.26.1');
  });

  test('vSphere clones a template with the password of its user', async () => {
    const inputs = {
      ...vsphereInputs(e2e.box),
      builder: 'clone',
      config: JSON.stringify({ ...vsphereConnection, template: '/DC0/vm/base' }),
      'upload-artifact': 'none',
    };
    assert.match(
      onlyError(await run(inputs)),
      /`SSH_PASSWORD`, the password of the template's user `builder`, is missing/,
    );
    const secrets = `password=${vcenterPassword}\nSSH_PASSWORD=Templ4te-passw0rd`;
    const { exitCode, outputs, log } = await run({ ...inputs, secrets });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['id'], 'ubuntu-2204-bios-clone-vsphere-1-33-v0.26.1');
    assert.match(log, /local-clone-build-ova-ubuntu-2204/);
    assert.ok(!log.includes('Templ4te-passw0rd'));
  });

  describe('a dry run', () => {
    test('shows all of it, builds nothing, and needs no secret', async () => {
      const before = e2e.box.requests.length;
      const result = await run({
        ...vsphereInputs(e2e.box),
        secrets: 'password=',
        config: JSON.stringify({
          ...vsphereConnection,
          http_proxy: 'http://bob:Pr0xy-passw0rd@proxy.example.com:3128',
          extra_debs: 'wget',
          no_proxy: '.example.com',
        }),
        'additional-files': '- {src: /etc/hostname, dest: /etc/node-image, mode: 0644}',
        'dry-run': 'true',
      });
      const { exitCode, log, summary, outputs, job } = result;
      assert.equal(exitCode, 0, log);
      assert.match(
        log,
        /image-builder build --os ubuntu --hypervisor vsphere --release-channel 1-33 --eksa-release v0\.26\.1/,
      );
      assert.match(log, /ubuntu-2204-kube-1-33\.ova/);
      assert.match(log, /datastore {2}LocalDS_0 {2}config, line 1/);
      assert.match(log, /\/etc\/hostname {2}\/etc\/node-image {2}root:root {2}644/);
      assert.match(log, /This was a dry run: nothing was built/);
      assert.match(summary, /\| HOME \|/);
      assert.ok(!log.includes('Pr0xy-passw0rd') && !summary.includes('Pr0xy-passw0rd'));
      assert.equal(outputs['kube-version'], 'v1.33.13');
      assert.match(result.annotations.map(({ message }) => message).join(), /`password` is empty/);
      const hosts = e2e.box.requests.slice(before).map(({ host }) => host);
      assert.deepEqual([...new Set(hosts)], ['anywhere-assets.eks.amazonaws.com']);
      assert.ok(!existsSync(join(job.temp, 'node-images')));
    });

    for (const [hypervisor, config, tool] of [
      ['baremetal', {}, 'Packer plugin ansible  1.1.0'],
      ['vsphere', vsphereConnection, 'Packer plugin vsphere  1.4.2'],
      ['nutanix', prism, 'Packer plugin nutanix  '],
      ['ami', {}, 'ansible-core  2.15.13'],
    ] as const)
      test(`for ${hypervisor} names the tools that would be set up, and asks for manifests alone`, async () => {
        const before = e2e.box.requests.length;
        const inputs = inputsFor(hypervisor, config, { 'dry-run': 'true', setup: 'auto' });
        const { exitCode, log } = await run(inputs);
        assert.equal(exitCode, 0, log);
        assert.match(log, /\nimage-builder CLI {2}v0\.7\.0 of EKS Anywhere v0\.26\.1 {2}the bundle\n/);
        assert.match(
          log,
          /\nPacker {2}1\.9\.5 {2}the tool cache or the runner, else releases\.hashicorp\.com\n/,
        );
        assert.ok(log.includes(`\n${tool}`), log);
        const paths = e2e.box.requests.slice(before).map(({ path }) => path);
        assert.deepEqual(
          paths.filter((path) => !path.endsWith('/manifest.yaml')),
          [],
        );
      });

    test('marks each problem on its line of the config file', async () => {
      const job = e2e.job();
      writeFileSync(
        join(job.workspace, 'bm.yaml'),
        'disk_size: 8192\nssh_timout: 40m\niso_url: nowhere.iso\n',
      );
      const inputs = { ...buildInputs(e2e.box), 'config-file': 'bm.yaml', 'dry-run': 'true' };
      const result = await job.step('actions/build-node-image', { inputs });
      assert.equal(result.exitCode, 1);
      assert.match(
        onlyError(result),
        /config-file bm\.yaml, line 2: `ssh_timout` is no key of this config; did you mean `ssh_timeout`\?/,
      );
      assert.match(result.rawLog, /::notice file=bm\.yaml,line=2[^:]*::`ssh_timout` is no key/);
      assert.match(result.rawLog, /::notice file=bm\.yaml,line=3[^:]*::`iso_url`/);
    });
  });

  describe('files that go into the image', () => {
    const withFiles = (job: RunnerJob, files: string) =>
      job.step('actions/build-node-image', {
        inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none', 'additional-files': files },
      });

    test('are found in the workspace, from the files.json of the manual procedure', async () => {
      const job = e2e.job();
      mkdirSync(join(job.workspace, 'files'));
      writeFileSync(join(job.workspace, 'files/resolv.conf'), 'nameserver 192.0.2.1\n');
      const entry = {
        src: 'files/resolv.conf',
        dest: '/etc/resolv.conf',
        owner: 'root',
        group: 'root',
        mode: '0644',
      };
      writeFileSync(join(job.workspace, 'files.json'), JSON.stringify({ additional_files_list: [entry] }));
      const { exitCode, log } = await withFiles(job, 'files.json');
      assert.equal(exitCode, 0, log);
      assert.match(log, /Writing additional files list to Packer ansible directory/);
    });

    test('are all checked at once, before anything is downloaded', async () => {
      const job = e2e.job();
      mkdirSync(join(job.workspace, 'folder'));
      writeFileSync(join(job.workspace, 'secret'), '');
      chmodSync(join(job.workspace, 'secret'), 0o000);
      const before = e2e.box.requests.length;
      const result = await withFiles(
        job,
        '- {src: absent, dest: /a}\n- {src: folder, dest: /b}\n- {src: /etc/hostname, dest: etc/c, mode: rw}',
      );
      const error = onlyError(result);
      assert.match(error, /line 1: `src` \S+\/absent: there is no such file/);
      assert.match(error, /line 2: `src` \S+\/folder: it is a folder, not a file/);
      assert.match(error, /line 3: `dest` must be an absolute path/);
      assert.match(error, /line 3: `mode` must be octal/);
      const paths = e2e.box.requests.slice(before).map(({ path }) => path);
      assert.deepEqual(
        paths.filter((path) => !path.endsWith('manifest.yaml')),
        [],
      );
    });
  });

  test('a runner with a proxy must say whether the guest gets it', async () => {
    const inputs: Record<string, string> = { ...buildInputs(e2e.box), 'upload-artifact': 'none' };
    delete inputs['proxy-in-image'];
    const error = onlyError(await run(inputs));
    for (const word of [
      'http_proxy',
      'https_proxy',
      'no_proxy',
      'wget',
      '`proxy-in-image: runner`',
      '`proxy-in-image: none`',
    ])
      assert.ok(error.includes(word), `${word} in ${error}`);
    const loopback = onlyError(await run({ ...inputs, 'proxy-in-image': 'runner' }));
    assert.match(loopback, /its own loopback address, which the build VM cannot reach/);
  });

  test('variables of the runner that would change the build are dropped and named', async () => {
    const job = e2e.job({
      EKSA_USE_DEV_RELEASE: 'true',
      BRANCH_NAME: 'main',
      CLONE_URL: 'https://evil.example.com',
      DEBUG: '1',
    });
    const inputs = { ...buildInputs(e2e.box), 'upload-artifact': 'none' };
    const result = await job.step('actions/build-node-image', { inputs });
    assert.equal(result.exitCode, 0, result.log);
    assert.match(
      result.annotations.map(({ message }) => message).join(),
      /not passed on, because it would change what is built: BRANCH_NAME, CLONE_URL, DEBUG, EKSA_USE_DEV_RELEASE/,
    );
  });

  test('an ISO that a point release has replaced is recognised before the build', async () => {
    const restore = e2e.box.fault(
      { host: 'releases.ubuntu.com', path: /\.iso$/ },
      { kind: 'status', status: 404, body: 'Not Found' },
    );
    const error = onlyError(
      await run({ ...buildInputs(e2e.box), 'os-version': '24.04', 'upload-artifact': 'none' }),
    );
    restore();
    assert.match(error, /the ISO that v0\.26\.1 installs from was replaced by a newer point release/);
    assert.match(
      error,
      /https:\/\/old-releases\.ubuntu\.com\/releases\/noble\/ubuntu-24\.04\.3-live-server-amd64\.iso/,
    );
    assert.match(error, /c3514bf0056180d09376462a7a1b4f213c1d6e8ea67fae5c25099c6fd3d8274b/);
  });
});
