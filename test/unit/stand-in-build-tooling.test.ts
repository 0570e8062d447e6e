/** The repository that the box serves as build tooling: its images, its switches, its end. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { inspectOva } from '../../src/image/inspect-ova.ts';
import {
  answerOf,
  type CliUnderTest,
  pidIn,
  shortenReleaseManifest,
  startCliUnderTest,
} from '../support/cli-under-test.ts';
import { expandVmdk } from '../support/ova.ts';

const clonePath = 'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder';
const build = 'build --os ubuntu --hypervisor baremetal --os-version 22.04 --release-channel 1-33'.split(' ');
let cli: CliUnderTest;

before(async () => {
  cli = await startCliUnderTest();
  await shortenReleaseManifest(cli.box);
});

after(() => cli[Symbol.asyncDispose]());

function buildOva(): string[] {
  const config = path.join(cli.scratch, 'vsphere.json');
  writeFileSync(config, JSON.stringify({ vcenter_server: 'vc.example.invalid', username: 'user' }));
  return [...build.map((word) => (word === 'baremetal' ? 'vsphere' : word)), '--vsphere-config', config];
}

describe('The stand-in build tooling', { concurrency: 4 }, () => {
  it('builds a partitioned disk whose root file system names the EKS Distro components', async () => {
    const cwd = path.join(cli.scratch, 'runs/image');
    const { stdout } = await cli.run(build, cwd, { environment: { SSH_PASSWORD: 'S3cret-builder' } });
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
      cli.box.requests.some(
        ({ host, userAgent }) => host === 'distro.eks.amazonaws.com' && userAgent?.startsWith('curl/'),
      ),
    );
  });

  it('truncates the output file when told', async () => {
    const cwd = path.join(cli.scratch, 'runs/truncated');
    await cli.run(build, cwd, { environment: { STANDIN_TRUNCATED: '1' } });
    assert.throws(
      () => gunzipSync(readFileSync(path.join(cwd, 'ubuntu-2204-kube-1-33.gz'))),
      /unexpected end of file/,
    );
  });

  for (const firmware of ['bios', 'efi'] as const) {
    it(`builds an OVA with ${firmware} that holds the partitioned disk`, async () => {
      const cwd = path.join(cli.scratch, `runs/ova-${firmware}`);
      await cli.run([...buildOva(), '--firmware', firmware], cwd);
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
    const cwd = path.join(cli.scratch, 'runs/truncated-ova');
    await cli.run(buildOva(), cwd, { environment: { STANDIN_TRUNCATED: '1' } });
    await assert.rejects(inspectOva(path.join(cwd, 'ubuntu-2204-kube-1-33.ova')), /cut off after/);
  });

  it('leaves out the partitions when told', async () => {
    const cwd = path.join(cli.scratch, 'runs/no-partitions');
    await cli.run(build, cwd, { environment: { STANDIN_NO_PARTITIONS: '1' } });
    const disk = gunzipSync(readFileSync(path.join(cwd, 'ubuntu-2204-kube-1-33.gz')));
    assert.ok(disk.equals(Buffer.alloc(64 * 1024 * 1024)));
  });

  it('runs out of disk when told, and the CLI leaves its clone behind', async () => {
    const cwd = path.join(cli.scratch, 'runs/disk-full');
    const { stdout, exitCode } = await cli.run(build, cwd, { environment: { STANDIN_DISK_FULL: '1' } });
    assert.equal(exitCode, 1);
    assert.match(stdout, /No space left on device/);
    assert.ok(existsSync(path.join(cwd, clonePath, 'packer/config/baremetal.json')));
  });

  it('reports an installer whose checksum is wrong', async () => {
    const config = path.join(cli.scratch, 'wrong-checksum.json');
    const installer = path.join(cli.scratch, 'installer.iso');
    writeFileSync(installer, 'an installer');
    const iso = { iso_url: `file://${installer}`, iso_checksum: 'aa', iso_checksum_type: 'sha256' };
    writeFileSync(config, JSON.stringify(iso));
    const answer = await cli.run(
      [...build, '--baremetal-config', config],
      path.join(cli.scratch, 'runs/checksum'),
      {
        environment: { PACKER_CACHE_DIR: path.join(cli.scratch, 'other-cache') },
      },
    );
    assert.equal(answer.exitCode, 1);
    assert.match(
      answer.stdout,
      /^Build 'qemu' errored after .*: error downloading ISO: \[Checksums did not match for .*\nExpected: aa\n/m,
    );
  });

  it('ends as Packer does when the whole process group is terminated', async () => {
    const pidFile = path.join(cli.scratch, 'cancelled.pid');
    const switches = { STANDIN_HANG: '1', STANDIN_PID_FILE: pidFile };
    const child = cli.start(build, path.join(cli.scratch, 'runs/cancelled'), {
      environment: switches,
      detached: true,
    });
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
    const pidFile = path.join(cli.scratch, 'orphan.pid');
    const switches = { STANDIN_KILL: '1', STANDIN_HANG: '1', STANDIN_PID_FILE: pidFile };
    const child = cli.start(build, path.join(cli.scratch, 'runs/killed'), { environment: switches });
    const end = answerOf(child);
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
    process.kill(await pidIn(pidFile), 'SIGTERM');
    await end;
  });
});

// The box's switches strike every build, hence alone.
describe('The stand-in build tooling in the box', () => {
  it('takes its switches from the file of the box as well', async () => {
    cli.box.standIn({ STANDIN_FAIL: '7' });
    const { stderr, stdout, exitCode } = await cli.run(build, path.join(cli.scratch, 'runs/switches'));
    cli.box.standIn({});
    assert.equal(exitCode, 1);
    assert.match(stderr, /^make: \*\*\* \[Makefile:\d+: local-build-raw-ubuntu-2204\] Error 7$/m);
    assert.match(stdout, /^Build 'qemu' errored after .*: Timeout waiting for SSH\.$/m);
  });
});
