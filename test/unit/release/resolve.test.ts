import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { ActionError } from '../../../src/action-error.ts';
import { findChannel } from '../../../src/release/resolve.ts';
import {
  bundlePublicKey,
  developmentManifestUrl,
  newestKnownPatches,
  newestKnownRelease,
} from '../../../src/release/trust-anchors.ts';
import { compareVersions, lineOf, parseVersion } from '../../../src/release/version.ts';
import { testClient } from '../net/client.ts';
import { serve } from '../net/loopback-server.ts';
import {
  bundleOf,
  bundleUrl,
  manifestOf,
  manifestUrl,
  published,
  resolveFrom,
  signed,
} from './published-release.ts';

const newest = { version: 'v0.26.1', number: 124 };

test('the newest release is resolved and verified', async () => {
  const files = published(newest, signed(bundleOf('v0.26.1', 124)));
  const release = await resolveFrom(files, { requested: 'latest' });
  const { channels, ...facts } = release;
  assert.deepEqual(facts, {
    version: 'v0.26.1',
    bundleNumber: 124,
    bundleManifestUrl: bundleUrl(newest),
    releaseManifestUrl: manifestUrl,
    signature: 'verified',
    buildToolingCommit: '0123456789abcdef0123456789abcdef01234567',
    imageBuilder: {
      uri: 'https://release-bucket/artifacts/v0.0.0-dev-build.0/image-builder/v0.7.0/image-builder-v0.0.0-dev-build.0-linux-amd64.tar.gz',
      sha256: '0123456789abcdef'.repeat(4),
      sha512: '0123456789abcdef'.repeat(8),
      name: 'image-builder-v0.0.0-dev-build.0-linux-amd64.tar.gz',
      version: 'v0.7.0',
    },
    notes: [],
  });
  assert.deepEqual(
    channels.map(({ name }) => name),
    ['1-29', '1-30', '1-31', '1-32', '1-33', '1-34', '1-35', '1-36'],
  );
  const { signedDigest, ...channel } = findChannel(release, '1-33');
  assert.match(signedDigest ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(channel, {
    name: '1-33',
    kubeVersion: 'v1.33.12',
    eksdRelease: 'kubernetes-1-33-eks-28',
    eksdManifestUrl: 'https://distro.eks.amazonaws.com/kubernetes-1-33/kubernetes-1-33-eks-28.yaml',
    endOfStandardSupport: '2026-08-31',
    bottlerocket: {},
  });
});

test('a channel that the release does not have is answered with those it has', async () => {
  const release = await resolveFrom(published(newest, signed(bundleOf('v0.26.1', 124))), {});
  assert.throws(() => findChannel(release, '1-37'), {
    headline: 'EKS Anywhere v0.26.1 has no release channel 1-37.',
    problems: ['It has 1-29, 1-30, 1-31, 1-32, 1-33, 1-34, 1-35, 1-36.'],
    fix: /perhaps 1-3\d/,
  });
});

test('a line leads to its newest patch, by number and not by text', async () => {
  const entries = [
    { version: 'v0.24.6', number: 121 },
    { version: 'v0.24.10', number: 130 },
    { version: 'v0.24.9', number: 129 },
    { version: 'v0.24.11-rc.1', number: 131 },
  ];
  const files = {
    [manifestUrl]: manifestOf('v0.26.1', [...entries, newest]),
    [bundleUrl({ number: 130 })]: stringify(signed(bundleOf('v0.24.10', 130))),
  };
  assert.equal((await resolveFrom(files, { requested: '0.24' })).version, 'v0.24.10');
});

test('a version that does not exist is answered with the newest and the nearest', async () => {
  const files = {
    [manifestUrl]: manifestOf('v0.26.1', [
      newest,
      { version: 'v0.25.3', number: 123 },
      { version: 'v0.2.61', number: 1 },
    ]),
  };
  await assert.rejects(resolveFrom(files, { requested: 'v0.26.12' }), {
    headline: `There is no EKS Anywhere release v0.26.12 in the release manifest at ${manifestUrl}.`,
    problems: ['The newest releases are v0.26.1, v0.25.3, v0.2.61.'],
    why: 'The nearest one is v0.26.1.',
  });
  await assert.rejects(
    resolveFrom(files, { requested: '0.27' }),
    /no EKS Anywhere release of the line 0\.27/,
  );
});

test('a part of a version never finds a release', async () => {
  const files = { [manifestUrl]: manifestOf('v0.26.10', [{ version: 'v0.26.10', number: 140 }]) };
  await assert.rejects(
    resolveFrom(files, { requested: 'v0.26.1' }),
    /There is no EKS Anywhere release v0\.26\.1 /,
  );
});

test('a release from before signing began is accepted without a signature, and says so', async () => {
  const old = { version: 'v0.18.0', number: 50 };
  const files = published(old, bundleOf('v0.18.0', 50, 'golden-release-0.18'));
  const release = await resolveFrom(files, { requested: '0.18.0' });
  assert.equal(release.signature, 'unsigned');
  assert.match(release.notes.join(), /carries no signature/);
  await assert.rejects(
    resolveFrom(files, { requested: 'v0.18.0', verifySignature: 'require' }),
    /is not signed.*\n.*v0\.22\.0/,
  );
});

test('a signature that is not due is checked all the same', async () => {
  const old = { version: 'v0.18.0', number: 50 };
  const bundle = signed(bundleOf('v0.18.0', 50, 'golden-release-0.18'));
  bundle.spec.versionsBundles.pop();
  await assert.rejects(
    resolveFrom(published(old, bundle), { requested: 'v0.18.0' }),
    /signature .* is wrong/,
  );
});

test('a missing signature is an error where one is due', async () => {
  const files = published(newest, bundleOf('v0.26.1', 124));
  await assert.rejects(resolveFrom(files, { requested: 'v0.26.1' }), {
    headline: `There is no signature on the bundle at ${bundleUrl(newest)}.`,
  });
});

test('a tampered bundle is refused', async () => {
  const bundle = signed(bundleOf('v0.26.1', 124));
  Object.assign(bundle.spec.versionsBundles[0]?.eksD ?? {}, { gitCommit: 'f'.repeat(40) });
  await assert.rejects(resolveFrom(published(newest, bundle), {}), {
    headline: `The signature on the bundle at ${bundleUrl(newest)} is wrong.`,
  });
});

test('a bundle of another key is refused, that of AWS being the default', async () => {
  const files = published(newest, signed(bundleOf('v0.26.1', 124)));
  await assert.rejects(resolveFrom(files, { bundlePublicKey }), /is wrong/);
});

test('a bundle of which nothing is verified says so', async () => {
  const bundle = signed(bundleOf('v0.26.1', 124));
  Object.assign(bundle.spec.versionsBundles[0]?.eksD ?? {}, { gitCommit: 'f'.repeat(40) });
  const release = await resolveFrom(published(newest, bundle), { verifySignature: 'skip' });
  assert.equal(release.signature, 'skipped');
  assert.match(release.notes.join(), /was not checked/);
});

test('an older bundle, rightly signed, is not taken for the one that was asked for', async () => {
  const files = published(newest, signed(bundleOf('v0.24.0', 110)));
  await assert.rejects(resolveFrom(files, { requested: 'v0.26.1' }), (error) => {
    assert.ok(error instanceof ActionError);
    assert.equal(error.headline, `The bundle at ${bundleUrl(newest)} is not that of EKS Anywhere v0.26.1.`);
    assert.deepEqual(error.problems, [
      'its number is 110, not 124',
      'its name is bundles-110, not bundles-124',
      'it is for EKS Anywhere v0.24.0, not for v0.26.1',
    ]);
    return true;
  });
});

test('each of number, name and version range binds the bundle by itself', async () => {
  const right = () => bundleOf('v0.26.1', 124);
  const resolve = (bundle: ReturnType<typeof right>) => resolveFrom(published(newest, signed(bundle)), {});
  const named = right();
  named.metadata.name = 'bundles-123';
  await assert.rejects(resolve(named), /its name is bundles-123, not bundles-124/);
  const numbered = right();
  numbered.spec.number = 123;
  await assert.rejects(resolve(numbered), /its number is 123, not 124/);
  for (const [min, max] of [
    ['v0.26.2', 'v0.26.3'],
    ['v0.25.0', 'v0.26.0'],
    ['', ''],
    ['v0.26.0', 'x'],
  ] as const) {
    const ranged = right();
    Object.assign(ranged.spec, { cliMinVersion: min, cliMaxVersion: max });
    await assert.rejects(resolve(ranged), /it is for EKS Anywhere .*, not for v0\.26\.1/);
  }
  const wide = right();
  Object.assign(wide.spec, { cliMinVersion: 'v0.26.0', cliMaxVersion: 'v0.26.9' });
  assert.equal((await resolve(wide)).version, 'v0.26.1');
});

test('a manifest that rolls `latest` or a line back is refused, while the exact version may be asked for', async () => {
  const stale = { version: 'v0.26.0', number: 122 };
  const files = published(stale, signed(bundleOf('v0.26.0', 122)));
  for (const requested of ['latest', '0.26']) {
    await assert.rejects(
      resolveFrom(files, { requested }),
      /leads to v0\.26\.0, although v0\.26\.1 was published before/,
    );
  }
  assert.equal((await resolveFrom(files, { requested: 'v0.26.0' })).version, 'v0.26.0');
});

test('a line from before signing began must be named exactly', async () => {
  const files = published({ version: 'v0.18.7', number: 66 }, bundleOf('v0.18.7', 66, 'golden-release-0.18'));
  await assert.rejects(
    resolveFrom(files, { requested: '0.18' }),
    /leads to v0\.18\.7, whose bundle is not signed/,
  );
});

test('`latest` that names no listed release is an error', async () => {
  const files = { [manifestUrl]: manifestOf('v0.27.0', [newest]) };
  await assert.rejects(resolveFrom(files, {}), /no EKS Anywhere release v0\.27\.0/);
});

test('the EKS Distro manifest is found by the signed name; a differing unsigned address is noted', async () => {
  const bundle = signed(bundleOf('v0.26.1', 124));
  Object.assign(bundle.spec.versionsBundles[0]?.eksD ?? {}, {
    manifestUrl: 'https://evil.example/eks-d.yaml',
  });
  const release = await resolveFrom(published(newest, bundle), {});
  assert.equal(
    findChannel(release, '1-29').eksdManifestUrl,
    'https://distro.eks.amazonaws.com/kubernetes-1-29/kubernetes-1-29-eks-60.yaml',
  );
  assert.equal(release.notes.length, 1);
  assert.match(release.notes[0] ?? '', /^Channel 1-29: .*evil\.example/);
});

test('a real bundle of 2022 gives its Bottlerocket images, and nothing where it has none', async () => {
  const dev = { version: 'v0.0.0-dev+build.4018', number: 1 };
  const { [manifestUrl]: manifest = '', ...files } = published(
    dev,
    bundleOf('v0.0.0', 1, 'real-dev-build.4018-2022-09-03'),
  );
  const release = await resolveFrom(
    { ...files, [developmentManifestUrl()]: manifest },
    { requested: dev.version },
  );
  assert.equal(release.buildToolingCommit, 'e0ed8ac2042016f4cd6a3b49a1494de6c298b3f1');
  assert.equal(release.imageBuilder?.version, '0.1.1');
  assert.deepEqual(
    release.channels.map(({ name, bottlerocket }) => [name, ...Object.keys(bottlerocket)].join(' ')),
    ['1-20 ova', '1-21 ova raw', '1-22 ova raw', '1-23 ova raw', '1-24'],
  );
  assert.match(release.notes.join(), /Channel 1-24: .*eks-d-postsubmit-artifacts/);
});

test('fields that a release does not have are absent, not empty', async () => {
  const bundle = bundleOf('v0.18.0', 50, 'golden-release-0.18');
  for (const { eksD } of bundle.spec.versionsBundles) eksD['imagebuilder'] = {};
  const release = await resolveFrom(published({ version: 'v0.18.0', number: 50 }, bundle), {
    requested: 'v0.18.0',
  });
  assert.ok(!('imageBuilder' in release));
  assert.ok(!('endOfStandardSupport' in findChannel(release, '1-28')));
});

test('everything that a signed bundle lacks is listed at once', async () => {
  const bundle = bundleOf('v0.26.1', 124);
  Object.assign(bundle.spec.versionsBundles[0]?.eksD ?? {}, {
    name: 'test',
    gitCommit: 'main',
    imagebuilder: { uri: 'https://example.com/image-builder.tar.gz' },
    raw: { bottlerocket: { uri: '<placeholder>', sha256: 'abc' } },
  });
  await assert.rejects(resolveFrom(published(newest, signed(bundle)), {}), {
    message:
      /`spec\.versionsBundles\[0\]\.eksD\.name` is not of the form[\s\S]*gitCommit` is not a commit[\s\S]*imagebuilder\.sha256` is missing[\s\S]*raw\.bottlerocket\.sha256` is not 64 hex digits/,
  });
});

const strangers: Readonly<Record<string, readonly [body: string, complaint: RegExp]>> = {
  'an HTML page': ['\n<!DOCTYPE html><html><body>Sign in</body></html>', /the host sent an HTML page/],
  'an error of S3': [
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    /AccessDenied XML of S3/,
  ],
  'another error of S3': [
    '<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>',
    /the XML of an S3 error/,
  ],
  nothing: [' \n', /the host sent nothing/],
  'plain text': ['Service unavailable', /does not have the expected content/],
  'broken YAML': ['spec: {releases: [', /not valid YAML[\s\S]*line 1, column/],
  'another kind of object': ['kind: Cluster\nspec: {}\n', /`kind` is not "(Release|Bundles)"/],
};

for (const [name, [body, complaint]] of Object.entries(strangers)) {
  test(`${name} in place of the manifest or the bundle is said to be that`, async () => {
    await assert.rejects(resolveFrom({ [manifestUrl]: body }, {}), {
      name: 'ActionError',
      message: complaint,
    });
    const files = { ...published(newest, bundleOf('v0.26.1', 124)), [bundleUrl(newest)]: body };
    await assert.rejects(resolveFrom(files, {}), { name: 'ActionError', message: complaint });
  });
}

test('a manifest or bundle cut short at any line is an error, unless only unsigned parts are gone', async () => {
  const files = published(newest, signed(bundleOf('v0.26.1', 124)));
  const whole = await resolveFrom(files, {});
  for (const [url, text] of Object.entries(files)) {
    const lines = text.trimEnd().split('\n');
    for (let kept = 0; kept < lines.length - 1; kept += Math.ceil(lines.length / 20)) {
      const cut = { ...files, [url]: `${lines.slice(0, kept).join('\n')}\n` };
      const outcome = await resolveFrom(cut, {}).catch((error: unknown) => error);
      if (!(outcome instanceof ActionError)) assert.deepEqual(outcome, whole, `${kept} lines of ${url}`);
    }
  }
});

test('over a real connection, 403 with the XML of S3 is a status error that names the bundle', async (t) => {
  const { url } = await serve(t, (request, response) => {
    if (request.url !== '/manifest.yaml') {
      response.writeHead(403).end('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');
      return;
    }
    response.end(
      manifestOf('v0.26.1', [newest]).replaceAll('https://anywhere-assets.eks.amazonaws.com/', '/'),
    );
  });
  const options = { http: testClient(), releaseManifestUrl: `${url}/manifest.yaml` };
  await assert.rejects(resolveFrom({}, options), {
    status: 403,
    message:
      /^The bundle could not be downloaded:.*\/releases\/bundles\/124\/manifest\.yaml\n.*no such object/,
  });
});

test('credentials in the address of a mirror are used and never printed', async () => {
  const mirror = 'https://user:secret-word@mirror.example/manifest.yaml';
  for (const body of ['', 'kind: Release', manifestOf('v0.26.0', [{ version: 'v0.26.0', number: 122 }])]) {
    const rejected = resolveFrom({ [mirror]: body }, { releaseManifestUrl: mirror });
    await assert.rejects(rejected, (error: Error) => {
      assert.match(error.message, /mirror\.example/);
      assert.doesNotMatch(error.message, /secret-word/);
      return true;
    });
  }
});

test('the floor of each line is a version of that line, and none is newer than the newest', () => {
  for (const [line, version] of Object.entries(newestKnownPatches)) {
    const parsed = parseVersion(version);
    assert.ok(parsed && lineOf(parsed) === line);
    assert.ok(compareVersions(version, newestKnownRelease.version) <= 0);
  }
  assert.ok(Object.values(newestKnownPatches).includes(newestKnownRelease.version));
});

test('how old the newest known release is', (t) => {
  const days = Math.floor((Date.now() - Date.parse(newestKnownRelease.date)) / 86_400_000);
  t.diagnostic(`${newestKnownRelease.version} was published ${days} days ago; src/release/trust-anchors.ts`);
  assert.ok(Number.isInteger(days));
});
