import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { bundleSource, parseBundleDocument, readBundle } from '../../../src/release/bundle.ts';
import { eksdManifestSource, readEksdManifest } from '../../../src/release/eksd-manifest.ts';
import { parseReleaseManifest, releaseManifestSource } from '../../../src/release/release-manifest.ts';
import { mutateLines, randomFrom } from './mutations.ts';
import {
  bundleOf,
  bundleUrl,
  fixtures,
  manifestOf,
  manifestUrl,
  published,
  resolveFrom,
  signed,
} from './published-release.ts';

/** Whatever a host sends, a reader gives a value or one ActionError that names the file. Seeded, so it can be repeated. */
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 150);
const newest = { version: 'v0.26.1', number: 124 };
const channel = {
  name: '1-33',
  kubeVersion: 'v1.33.5',
  eksdRelease: 'kubernetes-1-33-eks-20',
  eksdManifestUrl: 'https://distro.example/eksd.yaml',
  bottlerocket: {},
};
const bundleText = readFileSync(path.join(fixtures, 'bundles', 'golden-release-0.18.yaml'), 'utf8')
  .split('\n')
  .slice(0, 700)
  .join('\n');
const source = bundleSource('https://x/b');
const readers: Readonly<
  Record<string, { readonly text: string; readonly read: (text: string) => Promise<unknown> }>
> = {
  'the release manifest': {
    text: manifestOf('v0.26.1', [newest, { version: 'v0.26.0', number: 122 }]),
    read: (text) => parseReleaseManifest(text, releaseManifestSource(manifestUrl)),
  },
  'the bundle': {
    text: bundleText,
    read: async (text) => readBundle(await parseBundleDocument(text, source), source),
  },
  'the EKS Distro manifest': {
    text: readFileSync(path.join(fixtures, 'eksd', 'kubernetes-1-33-eks-20.yaml'), 'utf8'),
    read: (text) =>
      readEksdManifest(
        { text, source: eksdManifestSource(channel.eksdManifestUrl) },
        { channel, signature: undefined, publicKeys: [], policy: 'check' },
      ),
  },
};

for (const [name, { text, read }] of Object.entries(readers)) {
  test(`${name}, changed at random, is read or refused by an ActionError, and pollutes nothing`, async () => {
    await read(text);
    for (let seed = 1; seed <= rounds; seed += 1) {
      const changed = mutateLines(text, randomFrom(seed));
      try {
        await read(changed);
      } catch (error) {
        assert.ok(
          error instanceof ActionError,
          `seed ${seed}: ${error instanceof Error ? error.stack : error}`,
        );
        assert.doesNotMatch(error.message, /undefined/, `seed ${seed}`);
      }
    }
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  test(`${name}: 50 MB of anything are refused at once`, async () => {
    const started = performance.now();
    for (const body of ['x'.repeat(50e6), `${text}\nlarge: ${'y'.repeat(50e6)}\n`])
      await assert.rejects(read(body), { name: 'ActionError', message: /is larger than \d+ bytes/ });
    assert.ok(performance.now() - started < 5_000);
  });
}

test('a signed bundle whose signed fields are changed in any one place is refused', async () => {
  const document = signed(bundleOf('v0.26.1', 124));
  const changes: Readonly<Record<string, (bundle: ReturnType<typeof bundleOf>) => void>> = {
    'the number': (bundle) => Object.assign(bundle.spec, { number: 123 }),
    'the name': (bundle) => Object.assign(bundle.metadata, { name: 'bundles-123' }),
    'the oldest CLI': (bundle) => Object.assign(bundle.spec, { cliMinVersion: 'v0.25.0' }),
    'the newest CLI': (bundle) => Object.assign(bundle.spec, { cliMaxVersion: 'v0.27.0' }),
    'the commit': (bundle) => Object.assign(eksdOf(bundle), { gitCommit: 'f'.repeat(40) }),
    'the EKS-D release': (bundle) => Object.assign(eksdOf(bundle), { name: 'kubernetes-1-29-eks-99' }),
    'a channel less': (bundle) => bundle.spec.versionsBundles.pop(),
    'another order of channels': (bundle) => bundle.spec.versionsBundles.reverse(),
    'a field that is unknown': (bundle) => Object.assign(eksdOf(bundle), { added: 'x' }),
  };
  for (const [name, change] of Object.entries(changes)) {
    const altered = structuredClone(document);
    change(altered);
    await assert.rejects(resolveFrom(published(newest, altered), {}), /signature on .* is wrong/, name);
  }
});

test('a signature that was moved from another bundle is refused', async () => {
  const moved = bundleOf('v0.26.1', 124);
  moved.metadata.annotations = { ...signed(bundleOf('v0.26.0', 122)).metadata.annotations };
  await assert.rejects(resolveFrom(published(newest, moved), {}), /signature on .* is wrong/);
});

test('a signed older bundle under the address of the newest is refused', async () => {
  const older = published(newest, signed(bundleOf('v0.26.0', 122)));
  assert.ok(bundleUrl(newest) in older);
  await assert.rejects(resolveFrom(older, {}), /its number is 122, not 124/);
});

function eksdOf(bundle: ReturnType<typeof bundleOf>): Record<string, unknown> {
  return bundle.spec.versionsBundles[0]?.eksD ?? {};
}
