import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { openManifestTarball } from '../../../src/release/manifest-tarball.ts';
import { findChannel } from '../../../src/release/resolve.ts';
import { type Entry, tar } from '../../support/ova.ts';
import { bundleOf, manifestOf, resolutionFrom, signed } from './published-release.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tarball-'));
});
after(() => rmSync(folder, { recursive: true }));

const newest = { version: 'v0.26.1', number: 124 };
const entry = (name: string, text: string): Entry => ({ name, bytes: Buffer.from(text) });
const manifest = entry('eks-a-manifest.yaml', manifestOf('v0.26.1', [newest]));
const bundle = entry('eks-a-bundles-v0.26.1.yaml', stringify(signed(bundleOf('v0.26.1', 124))));

async function resolutionOf(bytes: Buffer) {
  const path = join(folder, 'eks-a-manifests.tar');
  writeFileSync(path, bytes);
  return resolutionFrom({}, { files: await openManifestTarball(path) });
}

test('a release is resolved and verified without a request', async () => {
  const { release } = await resolutionOf(tar([manifest, bundle]));
  assert.equal(release.version, 'v0.26.1');
  assert.equal(release.signature, 'verified');
});

test('a bundle that was rewritten for a mirror before it came here is refused', async () => {
  const rewritten = entry(
    bundle.name,
    bundle.bytes.toString().replaceAll('release-bucket', 'mirror.example'),
  );
  await assert.rejects(
    resolutionOf(tar([manifest, rewritten])),
    /signature on the bundle at file:.* is wrong/,
  );
});

test('the EKS Distro manifest of another release is not used', async () => {
  const other = entry(
    'eks-d-1-33.yaml',
    stringify({
      kind: 'Release',
      metadata: { name: 'kubernetes-1-33-eks-99' },
      spec: { channel: '1-33' },
      status: { components: [] },
    }),
  );
  const resolution = await resolutionOf(tar([manifest, bundle, other]));
  const found = await resolution.eksdManifest(findChannel(resolution.release, '1-33'));
  assert.equal(found.signature, 'unavailable');
  assert.match(
    found.problem ?? '',
    /that of kubernetes-1-33-eks-99, but the bundle names kubernetes-1-33-eks-28/,
  );
  const absent = await resolution.eksdManifest(findChannel(resolution.release, '1-34'));
  assert.match(absent.problem ?? '', /is not in the archive/);
});

const broken: Readonly<Record<string, readonly [bytes: () => Buffer, complaint: RegExp]>> = {
  'a compressed archive': [() => gzipSync(tar([manifest, bundle])), /compressed with gzip/],
  'an archive without the release manifest': [() => tar([bundle]), /release manifest is not in the archive/],
  'an archive without the bundle': [() => tar([manifest]), /no `eks-a-bundles-v0\.26\.1\.yaml` in it/],
  'a name that leaves the folder': [() => tar([entry('../eks-a-manifest.yaml', '')]), /no plain file name/],
  'a folder': [() => tar([{ ...entry('folder', ''), type: '5' }]), /no regular file/],
  'a symbolic link': [() => tar([{ ...entry('link', ''), type: '2' }]), /no regular file/],
  'the same name twice': [() => tar([manifest, manifest]), /two entries named eks-a-manifest\.yaml/],
  'an entry that is far too large': [
    () => tar([{ name: 'large', bytes: Buffer.alloc(17 * 1024 * 1024) }]),
    /large is too large/,
  ],
  'more entries than any': [
    () => tar(Array.from({ length: 5001 }, (_, index) => entry(`${index}`, ''))),
    /more than 5000 entries/,
  ],
  'an archive that is cut off': [() => tar([manifest, bundle]).subarray(0, 100_000), /cut off/],
  nothing: [() => Buffer.alloc(0), /empty/],
};
for (const [name, [bytes, complaint]] of Object.entries(broken)) {
  test(`${name} is one error`, async () => {
    await assert.rejects(resolutionOf(bytes()), { name: 'ActionError', message: complaint });
  });
}

test('a file that is not there is one error', async () => {
  await assert.rejects(openManifestTarball(join(folder, 'absent.tar')), /cannot be read[\s\S]*ENOENT/);
});
