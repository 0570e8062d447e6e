import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { cliArchivesOf } from '../../../src/release/cli-archives.ts';
import { bundleImages } from '../../../src/release/container-images.ts';
import { eksdManifestSource, readEksdManifest } from '../../../src/release/eksd-manifest.ts';
import { hookOsOf } from '../../../src/release/hook-os.ts';
import { bundleOf, fixtures } from './published-release.ts';

const realBundle = 'real-dev-build.4018-2022-09-03';

test('every image of a real bundle is found once, with the channels that use it', () => {
  const images = bundleImages(bundleOf('v0.0.0', 1, realBundle), 'verified');
  const text = readFileSync(path.join(fixtures, 'bundles', `${realBundle}.yaml`), 'utf8');
  const stated = new Set([...text.matchAll(/uri: ((?!https:)\S+)/g)].map(([, uri]) => uri));
  assert.deepEqual(new Set(images.map(({ uri }) => uri)), stated);
  const cilium = images.find(({ uri }) => uri === 'public.ecr.aws/isovalent/cilium:v1.10.14-eksa.1');
  assert.deepEqual(cilium?.channels, ['1-20', '1-21', '1-22', '1-23', '1-24']);
  assert.equal(cilium?.digest, 'sha256:9875b3f624186dce140de81ebf1823bb1a2f7e285710026a6aee0c9a2f83a131');
});

test('only kind node is authenticated, and only by a signature that was checked', () => {
  const document = bundleOf('v0.26.1', 124);
  const names = (signature: 'verified' | 'unsigned' | 'skipped') =>
    new Set(bundleImages(document, signature).flatMap((image) => (image.authenticated ? [image.name] : [])));
  assert.deepEqual(names('verified'), new Set(['kind-node']));
  assert.deepEqual(names('unsigned'), new Set());
  assert.deepEqual(names('skipped'), new Set());
});

test('HookOS is read as far as a bundle has it', () => {
  const recent = hookOsOf(bundleOf('v0.26.1', 124));
  assert.match(recent.iso.amd64 ?? '', /hook-x86_64-efi-initrd\.iso$/);
  assert.match(recent.vmlinuz.arm64 ?? '', /vmlinuz-aarch64$/);
  assert.deepEqual(hookOsOf(bundleOf('v0.18.0', 1, 'golden-release-0.18')).iso, {});
  for (const odd of [
    null,
    'text',
    {},
    { spec: { versionsBundles: [{ tinkerbell: { tinkerbellStack: [] } }] } },
  ])
    assert.deepEqual(hookOsOf(odd), { vmlinuz: {}, initramfs: {}, iso: {} });
});

test('CLI archives come from the newer field, else amd64 from the older one', () => {
  const archive = (name: string) => ({ uri: `https://example.com/${name}`, sha256: 'ab' });
  const eksABinary = { linux: archive('old-linux'), darwin: archive('old-darwin') };
  const eksACLI = { linux: { amd64: archive('amd'), arm64: archive('arm') }, darwin: { amd64: {} } };
  const summary = (fields: Parameters<typeof cliArchivesOf>[0]) =>
    cliArchivesOf(fields).map(({ os, arch, uri }) => `${os}/${arch} ${path.basename(uri)}`);
  assert.deepEqual(summary({ eksABinary, eksACLI }), ['linux/amd64 amd', 'linux/arm64 arm']);
  assert.deepEqual(summary({ eksABinary }), ['linux/amd64 old-linux', 'darwin/amd64 old-darwin']);
  for (const odd of [undefined, null, 'text', { linux: 7 }]) assert.deepEqual(summary({ eksACLI: odd }), []);
});

test('a real EKS Distro manifest gives its images, none of them authenticated', async () => {
  const file = path.join(fixtures, 'eksd', 'kubernetes-1-33-eks-20.yaml');
  const text = readFileSync(file, 'utf8');
  const source = eksdManifestSource(
    'https://distro.eks.amazonaws.com/kubernetes-1-33/kubernetes-1-33-eks-20.yaml',
  );
  const channel = {
    name: '1-33',
    kubeVersion: 'v1.33.5',
    eksdRelease: 'kubernetes-1-33-eks-20',
    eksdManifestUrl: source.url,
    bottlerocket: {},
  };
  const options = { channel, signature: undefined, publicKeys: [], policy: 'check' } as const;
  const { signature, images } = await readEksdManifest({ text, source }, options);
  assert.equal(signature, 'unsigned');
  const assets: { image?: { uri: string } }[] = parse(text).status.components.flatMap(
    ({ assets }: { assets: unknown[] }) => assets,
  );
  assert.equal(images.length, assets.filter(({ image }) => image).length);
  assert.ok(images.every(({ authenticated, from }) => !authenticated && from === 'eks-distro'));
  const unchecked = await readEksdManifest({ text, source }, { ...options, policy: 'skip' });
  assert.equal(unchecked.signature, 'skipped');
});
