import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { makeManifestTarball } from '../support/manifest-tarball.ts';

const action = 'actions/resolve-eksa-bundle';
const manifestPath = /^\/releases\/eks-a\/manifest\.yaml$/;

describe('resolve-eksa-bundle, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  const resolve = (inputs: Record<string, string>) =>
    e2e.run(action, { inputs: { ...boxInputs(e2e.box), ...inputs } });

  test('says everything about the newest release and a channel of it', async () => {
    const { exitCode, outputs, summary, log } = await resolve({ 'release-channel': '1.33' });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['eks-a-version'], 'v0.26.1');
    assert.equal(outputs['bundle-number'], '124');
    assert.equal(outputs['signature'], 'verified');
    assert.equal(outputs['kube-version'], 'v1.33.13');
    assert.equal(outputs['eksd-release'], 'kubernetes-1-33-eks-30');
    assert.equal(
      outputs['eksd-manifest-url'],
      'https://distro.eks.amazonaws.com/kubernetes-1-33/kubernetes-1-33-eks-30.yaml',
    );
    assert.equal(outputs['end-of-standard-support'], '2026-08-31');
    assert.equal(outputs['image-builder-version'], 'v0.7.0');
    assert.match(outputs['image-builder-sha256'] ?? '', /^[0-9a-f]{64}$/);
    assert.equal(outputs['build-tooling-commit'], e2e.box.buildToolingCommits.get('release-0.26'));
    assert.deepEqual(JSON.parse(outputs['release-channels'] ?? ''), [
      '1-30',
      '1-31',
      '1-32',
      '1-33',
      '1-34',
      '1-35',
      '1-36',
    ]);
    assert.equal(JSON.parse(readFileSync(outputs['release-path'] ?? '', 'utf8')).version, 'v0.26.1');
    assert.match(summary, /EKS Anywhere v0\.26\.1/);
    assert.match(summary, /✅ verified \| sha256 of the image-builder CLI \| the signature of the bundle \|/);
    assert.match(summary, /✅ verified \| Bottlerocket versions .* \| git objects of that commit/);
    assert.match(summary, /name, channel and number of EKS Distro 1-33 \| the EKS Distro signature/);
    assert.match(summary, /⚠️ not verified \| HookOS.* \| TLS alone/);
  });

  test('says what Bottlerocket, HookOS and the CLI of a release are', async () => {
    const { outputs, log } = await resolve({ 'release-channel': '1-33' });
    assert.match(outputs['bottlerocket-ova-uri'] ?? '', /bundles\/124\/artifacts\/ova\/1-33\/.*\.ova$/, log);
    assert.equal(outputs['bottlerocket-ova-version'], 'v1.64.0');
    assert.equal(outputs['bottlerocket-raw-uri'], '');
    assert.equal(outputs['bottlerocket-raw-version'], '');
    assert.equal(log.match(/There is no bare-metal image of Bottlerocket for 1-33/g)?.length, 1);
    const images = JSON.parse(outputs['bottlerocket-images'] ?? '');
    assert.equal(images['1-33'].ova.uri, outputs['bottlerocket-ova-uri']);
    assert.match(images['1-36'].ova.sha256, /^[0-9a-f]{64}$/);
    assert.equal(outputs['template-tags'], 'os:bottlerocket,eksdRelease:kubernetes-1-33-eks-30');
    for (const file of ['vmlinuz', 'initramfs', 'iso']) {
      assert.match(outputs[`hook-${file}-uri`] ?? '', /x86_64/);
      assert.match(outputs[`hook-${file}-uri-arm64`] ?? '', /aarch64/);
    }
    assert.deepEqual(
      JSON.parse(outputs['cli-archives'] ?? '').map(
        ({ os, arch }: Record<string, string>) => `${os}/${arch}`,
      ),
      ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'],
    );
    const tools = JSON.parse(outputs['required-tools'] ?? '');
    assert.equal(tools.ansible, '2.15.13');
    assert.equal(tools.packer, '1.9.5');
    assert.equal(JSON.parse(outputs['support-matrix'] ?? '').release, 'v0.26.1');
  });

  test('lists the container images and which of them a signature covers', async () => {
    const { outputs } = await resolve({ 'release-channel': '1-33' });
    const images: Record<string, unknown>[] = JSON.parse(
      readFileSync(outputs['container-images-path'] ?? '', 'utf8'),
    );
    assert.ok(images.length > 100);
    assert.ok(images.every(({ uri }) => typeof uri === 'string' && !uri.includes('://')));
    const signed = images.filter(({ authenticated }) => authenticated);
    assert.deepEqual([...new Set(signed.map(({ name }) => name))], ['kind-node']);
    assert.ok(images.some(({ from, authenticated }) => from === 'eks-distro' && authenticated === false));
  });

  test('an old release has Bottlerocket for bare metal, and no fields that came later', async () => {
    const { outputs, log } = await resolve({ 'eks-a-version': 'v0.21.0', 'release-channel': '1-28' });
    assert.match(outputs['bottlerocket-raw-uri'] ?? '', /\.img\.gz$/, log);
    assert.match(outputs['bottlerocket-raw-version'] ?? '', /^v\d/);
    assert.equal(outputs['hook-iso-uri'], '');
    assert.equal(outputs['end-of-standard-support'], '');
    for (const [name, value] of Object.entries(outputs)) assert.doesNotMatch(value, /\bnull\b/, name);
  });

  test('the cell says which image the tags are for, and what to warn of', async () => {
    const cell = JSON.stringify({ os: 'ubuntu', 'os-version': '20.04', hypervisor: 'cloudstack' });
    const { outputs, annotations } = await resolve({ cell, 'release-channel': '1-36' });
    assert.equal(outputs['template-tags'], 'os:ubuntu,eksdRelease:kubernetes-1-36-eks-6');
    const warnings = annotations.map(({ message }) => message).join('\n');
    assert.match(warnings, /no Ubuntu 20\.04 any more/);
    assert.match(warnings, /does not support CloudStack any more/);
  });

  test('asks raw.githubusercontent.com, and says so, when git gets nothing', async () => {
    const remove = e2e.box.fault({ host: 'github.com', path: /./ }, { kind: 'status', status: 503 });
    try {
      const { exitCode, outputs, annotations, summary } = await resolve({ 'release-channel': '1-36' });
      assert.equal(exitCode, 0);
      assert.equal(outputs['bottlerocket-ova-version'], 'v1.64.0');
      assert.match(annotations.map(({ message }) => message).join('\n'), /not read through git objects/);
      assert.match(summary, /⚠️ not verified \| Bottlerocket versions and required tools \| TLS alone/);
    } finally {
      remove();
    }
  });

  test('says that the versions of Bottlerocket are not known when nothing gets them', async () => {
    const removes = ['github.com', 'raw.githubusercontent.com'].map((host) =>
      e2e.box.fault({ host, path: /./ }, { kind: 'status', status: 403 }),
    );
    try {
      const { exitCode, outputs, annotations } = await resolve({ 'release-channel': '1-36' });
      assert.equal(exitCode, 0);
      assert.equal(outputs['bottlerocket-ova-version'], '');
      assert.match(outputs['bottlerocket-ova-uri'] ?? '', /\.ova$/);
      assert.match(
        annotations.map(({ message }) => message).join('\n'),
        /versions of Bottlerocket are not known/,
      );
    } finally {
      for (const remove of removes) remove();
    }
  });

  test('a development build is taken from its own host, with a warning', async () => {
    const main = await resolve({ 'eks-a-version': 'dev', 'release-channel': '1-23' });
    assert.equal(main.exitCode, 0, main.log);
    assert.equal(main.outputs['eks-a-version'], 'v0.0.0-dev+build.4018');
    assert.equal(main.outputs['signature'], 'unsigned');
    assert.match(main.annotations.map(({ message }) => message).join('\n'), /is a development build/);
    assert.match(main.summary, /is a development build/);
    const branch = await resolve({ 'eks-a-version': 'v0.0.0-dev', 'dev-branch': 'release-0.11' });
    assert.equal(branch.outputs['eks-a-version'], 'v0.0.0-dev-release-0.11+build.4018', branch.log);
    const release = await resolve({ 'dev-branch': 'release-0.11' });
    assert.match(onlyError(release), /`dev-branch` is given, but `eks-a-version` is not `dev`/);
  });

  test('on an air-gapped runner everything comes from the tarball, verified, without a request', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    try {
      const tarball = await makeManifestTarball(e2e.box, folder);
      const asked = e2e.box.requests.length;
      const { exitCode, outputs, log } = await resolve({
        'manifest-tarball': tarball,
        'eks-a-version': 'v0.26.1',
        'release-channel': '1-33',
      });
      assert.equal(exitCode, 0, log);
      assert.equal(outputs['signature'], 'verified');
      assert.equal(outputs['eksd-release'], 'kubernetes-1-33-eks-30');
      assert.equal(outputs['bottlerocket-ova-version'], '');
      assert.equal(e2e.box.requests.length, asked);
      const missing = await resolve({ 'manifest-tarball': tarball, 'eks-a-version': 'v0.25.1' });
      assert.match(onlyError(missing), /bundle is not in the archive.*\n.*`eks-a-bundles-v0\.25\.1\.yaml`/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [asked, found] of [
    ['0.24', 'v0.24.6'],
    ['v0.22.0', 'v0.22.0'],
    ['0.25.1', 'v0.25.1'],
  ] as const) {
    test(`takes ${asked} for ${found}`, async () => {
      const { outputs, log } = await resolve({ 'eks-a-version': asked });
      assert.equal(outputs['eks-a-version'], found, log);
      assert.equal(outputs['signature'], 'verified');
    });
  }

  test('takes an unsigned release from before signing, and warns of that and of its age', async () => {
    const { exitCode, outputs, annotations } = await resolve({
      'eks-a-version': 'v0.18.0',
      'release-channel': '1-28',
    });
    assert.equal(exitCode, 0);
    assert.equal(outputs['signature'], 'unsigned');
    const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    assert.equal(warnings.length, 4);
    for (const about of [
      /carries no signature/,
      /CVE-2024-9594/,
      /8 minor lines behind/,
      /1-28 \(2024-12-31\)/,
    ])
      assert.match(warnings.join('\n'), about);
  });

  test('refuses that release when a signature is required', async () => {
    const result = await resolve({ 'eks-a-version': 'v0.18.0', 'verify-signature': 'require' });
    assert.equal(result.exitCode, 1);
    assert.match(onlyError(result), /v0\.18\.0 is not signed/);
  });

  test('uses the key of AWS unless another is given', async () => {
    const result = await resolve({ 'bundle-public-key': '' });
    assert.match(onlyError(result), /signature .* is wrong/);
  });

  test('an explicit input wins over the cell, and the cell over the default', async () => {
    const cell = JSON.stringify({ 'eks-a-version': 'v0.25.1', 'release-channel': '1-34' });
    const fromCell = await resolve({ cell });
    assert.equal(fromCell.outputs['eks-a-version'], 'v0.25.1', fromCell.log);
    assert.match(fromCell.outputs['eksd-release'] ?? '', /^kubernetes-1-34-/);
    const explicit = await resolve({ cell, 'eks-a-version': 'v0.26.1' });
    assert.equal(explicit.outputs['eks-a-version'], 'v0.26.1');
  });

  describe('bad input and bad network end in one good error', () => {
    const cases: ReadonlyArray<{
      readonly name: string;
      readonly inputs?: Record<string, string>;
      readonly fault?: () => () => void;
      readonly says: readonly RegExp[];
    }> = [
      {
        name: 'a version that does not exist',
        inputs: { 'eks-a-version': 'v0.26.9' },
        says: [/v0\.26\.9/, /newest releases are v0\.26\.1, v0\.26\.0/],
      },
      {
        name: 'a prefix of a version is not a version',
        inputs: { 'eks-a-version': 'v0.2' },
        says: [/0\.2/],
      },
      {
        name: 'a channel that the release does not have',
        inputs: { 'release-channel': '1-23' },
        says: [/no release channel 1-23/, /1-30, 1-31/],
      },
      { name: 'an unquoted 1.30', inputs: { 'release-channel': '1.3' }, says: [/Quote it/, /1-30/] },
      {
        name: 'several wrong inputs at once',
        inputs: { 'verify-signature': 'alwyas', 'release-channel': 'x', 'relase-channel': '1-33' },
        says: [
          /3 inputs are wrong/,
          /`verify-signature`/,
          /`release-channel`/,
          /did you mean `release-channel`/,
        ],
      },
      {
        name: 'a bundle that was altered',
        fault: () => tamper('1-33-eks-30', '1-33-eks-31'),
        says: [/signature .* is wrong/],
      },
      {
        name: 'a bundle without the signature that is due',
        fault: () => tamper('anywhere.eks.amazonaws.com/signature', 'anywhere.eks.amazonaws.com/signatuer'),
        says: [/There is no signature/],
      },
      {
        name: 'an EKS Distro signature that is not of this manifest',
        inputs: { 'release-channel': '1-33' },
        fault: () =>
          e2e.box.fault(
            { host: 'distro.eks.amazonaws.com', path: /kubernetes-1-33-eks-30/ },
            { kind: 'rewrite', from: 'kind: Release', to: 'kind: Releasf' },
          ),
        says: [/signature on the EKS Distro manifest at .* is wrong/],
      },
      {
        name: 'an older signed bundle in place of the asked one',
        fault: () =>
          strike(/^\/releases\/bundles\/124\//, {
            kind: 'serve',
            path: '/releases/bundles/122/manifest.yaml',
          }),
        says: [/number is 122, not 124/, /v0\.26\.0, not for v0\.26\.1/],
      },
      {
        name: 'a manifest host that answers 403 with XML',
        fault: () =>
          strike(manifestPath, {
            kind: 'status',
            status: 403,
            body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
          }),
        says: [/anywhere-assets\.eks\.amazonaws\.com answered with HTTP status 403/],
      },
      {
        name: 'a manifest host that answers 200 with HTML',
        fault: () =>
          strike(manifestPath, { kind: 'replace', body: '<!DOCTYPE html><html><body>Sign in</body></html>' }),
        says: [/not YAML: the host sent an HTML page/],
      },
      {
        name: 'a manifest that is cut off every time',
        fault: () => strike(manifestPath, { kind: 'truncate', bytes: 1000 }),
        says: [/4 times in a row/],
      },
    ];
    for (const { name, inputs = {}, fault, says } of cases) {
      test(name, async () => {
        const remove = await fault?.();
        try {
          const result = await resolve(inputs);
          assert.equal(result.exitCode, 1, result.log);
          const message = onlyError(result);
          for (const pattern of says) assert.match(message, pattern);
          assert.deepEqual(result.outputs, {}, 'a failed step sets no outputs');
          assert.doesNotMatch(result.log, /\n\s+at .*index\.js/, 'no stack trace');
        } finally {
          remove?.();
        }
      });
    }

    function strike(path: RegExp, fault: Parameters<EndToEnd['box']['fault']>[1]): () => void {
      return e2e.box.fault({ host: 'anywhere-assets.eks.amazonaws.com', path }, fault);
    }

    /** Serves the asked bundle with one text changed to another of the same length. */
    function tamper(from: string, to: string): () => void {
      return strike(/^\/releases\/bundles\/124\//, { kind: 'rewrite', from, to });
    }
  });

  test('asks for nothing but manifests and one commit, and for no unknown host', async () => {
    const asked = e2e.box.requests.length;
    await resolve({ 'release-channel': '1-33' });
    const commit = 'github.com/aws/eks-anywhere-build-tooling.git';
    assert.deepEqual(
      e2e.box.requests.slice(asked).map(({ method, host, path }) => `${method} ${host}${path}`),
      [
        'GET anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml',
        'GET anywhere-assets.eks.amazonaws.com/releases/bundles/124/manifest.yaml',
        'GET distro.eks.amazonaws.com/kubernetes-1-33/kubernetes-1-33-eks-30.yaml',
        `GET ${commit}/info/refs?service=git-upload-pack`,
        `POST ${commit}/git-upload-pack`,
        `GET ${commit}/info/refs?service=git-upload-pack`,
        `POST ${commit}/git-upload-pack`,
      ],
    );
    assert.deepEqual([...e2e.box.unknownHosts], []);
  });
});
