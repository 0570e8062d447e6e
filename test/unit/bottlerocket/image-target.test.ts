import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  bottlerocketVersion,
  findImage,
  metadataUrlOf,
  targetUrl,
  variantOf,
} from '../../../src/bottlerocket/image-target.ts';
import { pinnedVersion } from '../../../src/bottlerocket/pinned-version.ts';
import { exampleRelease } from '../plan/example-release.ts';

const target = (name: string) => ({ name, length: 1, sha256: 'ab'.repeat(32) });
const names = ['v1.9.0', 'v1.62.0', 'v1.64.0'].map(
  (version) => `bottlerocket-vmware-k8s-1.33-x86_64-${version}.ova`,
);
const targets = new Map(
  [...names, 'bottlerocket-vmware-k8s-1.33-x86_64-v1.64.0-root.ext4.lz4', 'manifest.json'].map((name) => [
    name,
    target(name),
  ]),
);
const wanted = { hypervisor: 'vsphere', variant: 'vmware-k8s-1.33', version: 'v1.64.0' } as const;

test('each hypervisor has its variant, and each variant its repository', () => {
  assert.equal(variantOf('vsphere', '1-33'), 'vmware-k8s-1.33');
  assert.equal(variantOf('baremetal', '1-28'), 'metal-k8s-1.28');
  assert.equal(variantOf('ami', '1-30'), 'aws-k8s-1.30');
  assert.equal(
    metadataUrlOf('vmware-k8s-1.33').href,
    'https://updates.bottlerocket.aws/2020-07-07/vmware-k8s-1.33/x86_64/',
  );
});

test('a version is written with or without its v, and with the commit that some have', () => {
  assert.equal(bottlerocketVersion('1.64.0'), 'v1.64.0');
  assert.equal(bottlerocketVersion(' v1.8.0-a6233c22 '), 'v1.8.0-a6233c22');
  for (const wrong of ['1.64', 'latest', '../v1.64.0', 'v1.64.0.ova']) {
    assert.throws(() => bottlerocketVersion(wrong), /is not a version of Bottlerocket/);
  }
});

describe('among the signed files', () => {
  test('the image is found by its full name', () => {
    assert.equal(findImage(targets, wanted).name, 'bottlerocket-vmware-k8s-1.33-x86_64-v1.64.0.ova');
  });

  test('a version that is not there gets those that are, newest first, and the nearest', () => {
    assert.throws(
      () => findImage(targets, { ...wanted, version: 'v1.64.1' }),
      /There are v1\.64\.0, v1\.62\.0, v1\.9\.0\.[\s\S]*perhaps v1\.64\.0/,
    );
  });

  test('a kind that is not there is said to be missing', () => {
    assert.throws(
      () => findImage(targets, { hypervisor: 'baremetal', variant: 'metal-k8s-1.29', version: 'v1.26.2' }),
      /Among 5 signed files there is no image of this kind/,
    );
  });
});

test('the digest stands before the name where the repository is consistent', () => {
  const base = new URL('https://example.com/targets/');
  assert.equal(
    targetUrl(base, target('a.ova'), true).href,
    `https://example.com/targets/${'ab'.repeat(32)}.a.ova`,
  );
  assert.equal(targetUrl(base, target('a.ova'), false).href, 'https://example.com/targets/a.ova');
});

for (const name of ['../a', '/a', 'a/b', 'a\\b', '..', '', 'a?b', 'a#b', 'a b', '%2e%2e', 'é']) {
  test(`a file named ${JSON.stringify(name)} is never fetched`, () => {
    assert.throws(() => targetUrl(new URL('https://example.com/'), target(name), true), /no plain file name/);
  });
}

describe('the version that a release pins', () => {
  const pinned = { '1-28': { ova: 'v1.51.0', raw: 'v1.26.2' }, '1-33': { ova: 'v1.64.0' } };

  test('is that of the channel and the format', () => {
    assert.equal(pinnedVersion(pinned, exampleRelease(), '1-33', 'vsphere'), 'v1.64.0');
    assert.equal(pinnedVersion(pinned, exampleRelease(), '1-28', 'baremetal'), 'v1.26.2');
  });

  test('does not exist for bare metal after 1.28, which is said with what there is instead', () => {
    assert.throws(
      () => pinnedVersion(pinned, exampleRelease(), '1-33', 'baremetal'),
      /no Bottlerocket bare-metal image for channel 1-33[\s\S]*one for 1-28[\s\S]*since Kubernetes 1\.29[\s\S]*Ubuntu/,
    );
  });

  test('does not exist for Snow where the release has none', () => {
    assert.throws(() => pinnedVersion(pinned, exampleRelease(), '1-33', 'ami'), /none for any channel/);
  });
});
