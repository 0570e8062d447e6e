import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';
import { knownCauseOf, knownCauses } from '../../../src/image-builder/known-causes.ts';
import { readRecording } from './recordings.ts';

test('every known cause is found by its own line, and by no other', () => {
  for (const { id, line } of knownCauses) assert.equal(knownCauseOf(line)?.id, id);
  assert.equal(new Set(knownCauses.map(({ id }) => id)).size, knownCauses.length);
});

test('every known cause says what it means and what to do, in sentences', () => {
  for (const { id, explanation, fix, source } of knownCauses) {
    for (const text of [explanation, fix]) assert.match(text, /^\S.*\.$/, id);
    assert.notEqual(source, '', id);
  }
});

const recordings: Readonly<Record<string, string>> = {
  'download-artifacts-badchannel': 'channel-unsupported',
  'download-artifacts-noflag': 'flag-unknown',
  'fail-airgap-missing-key': 'air-gap-key-missing',
  'fail-airgap-no-config': 'panic-no-config',
  'fail-airgap-no-tarball': 'air-gap-tarball-missing',
  'air-gapped/fail-airgap-tarball-garbage': 'air-gap-tarball-broken',
  'air-gapped/fail-airgap-tarball-gz': 'air-gap-tarball-broken',
  'air-gapped/fail-airgap-tarball-missing': 'air-gap-tarball-broken',
  'air-gapped/fail-airgap-tarball-nested': 'air-gap-tarball-broken',
  'air-gapped/fail-airgap-tarball-nomanifest': 'air-gap-manifest-missing',
  'fail-airgapped-flag': 'flag-unknown',
  'fail-bundle-403': 'manifest-unreadable',
  'fail-bundle-404-empty-panic': 'panic-no-output',
  'fail-channel-dot': 'channel-unsupported',
  'fail-channel-unknown': 'channel-unsupported',
  'fail-clone-dir-exists': 'clone-exists',
  'fail-cloudstack-ubuntu': 'os-unsupported',
  'fail-config-badjson': 'config-json',
  'fail-config-bool': 'config-value-type',
  'fail-config-missing-file': 'config-unreadable',
  'fail-config-number': 'config-value-type',
  'fail-eksa-release-unknown': 'release-unknown',
  'fail-files-mode-string': 'config-value-type',
  'fail-firmware': 'firmware-unsupported',
  'fail-hypervisor': 'hypervisor-unsupported',
  'fail-manifest-403': 'manifest-unreadable',
  'fail-manifest-404-empty': 'release-unknown',
  'fail-manifest-503-html': 'manifest-unreadable',
  'fail-manifest-reset': 'manifest-connection',
  'fail-no-output-panic': 'panic-no-output',
  'fail-os': 'os-unsupported',
  'fail-os-case': 'os-unsupported',
  'fail-osversion-2004': 'os-version-unsupported',
  'fail-osversion-2204-nodot': 'os-version-unsupported',
  'fail-rhel-noiso': 'rhel-credentials-missing',
  'fail-vsphere-noconfig': 'config-missing',
  'air-gapped/quirk-airgap-tar-traversal': 'air-gap-manifest-missing',
  'air-gapped/quirk-tarball-without-airgapped': 'air-gap-manifest-missing',
  'air-gapped/real-airgap': 'qemu-missing',
  'real-ansible-task-failed-retries': 'ansible-task',
  'real-baremetal-noqemu': 'qemu-missing',
  'real-cancelled-sigterm': 'cancelled',
  'real-fail-crictl-403': 'component-refused',
  'real-fail-eksa-release-substring': 'configs-unsaid',
  'real-fail-no-packer': 'proxy-refuses',
  'real-fail-packer-init-network': 'packer-plugin-download',
  'real-fail-python-yq': 'yq-other',
  'real-fail-vsphere-pywinrm': 'pip-in-venv',
  'real-iso-checksum-mismatch': 'iso-checksum',
  'real-proxy-baked': 'qemu-missing',
  'real-qemu-crash': 'qemu-start',
  'real-ssh-timeout': 'ssh-timeout',
  'real-vsphere-badlogin': 'vcenter-login',
  'real-vsphere-ubuntu': 'vcenter-unreachable',
  'real-vsphere-vcsim': 'vcenter-boot-command',
};

for (const [name, id] of Object.entries(recordings)) {
  test(`${name} is known as ${id}, whichever pipe is read first`, () => {
    const { lines, stdout, stderr } = readRecording(name);
    for (const order of [lines, [...stdout, ...stderr], [...stderr, ...stdout]]) {
      const log = new BuildLog();
      for (const line of order) log.read(line);
      assert.equal(knownCauseOf(log.cause()?.line ?? '')?.id, id);
    }
  });
}

/** `eks-anywhere-build-tooling/build/build_image.sh` builds again when packer.log holds one of these. */
const retriedByAws = [
  'Timeout waiting for IP.',
  'Timeout waiting for SSH',
  'Cancelling provisioner after a timeout',
  'image size mistmatch',
  'Connection timed out during banner exchange',
  'error while findImageByUUID',
  'error while ListAllImage',
];

test('what AWS itself builds again for is transient', () => {
  for (const line of retriedByAws) assert.equal(knownCauseOf(line)?.isTransient, true, line);
});

test('what no second attempt can mend is not transient', () => {
  for (const id of ['ssh-login', 'disk-full', 'cancelled', 'ansible-task', 'iso-checksum', 'vcenter-login']) {
    assert.equal(knownCauses.find((cause) => cause.id === id)?.isTransient, undefined, id);
  }
});
