import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';

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
  });

  test('leaves the outputs of a channel empty when no channel is asked for', async () => {
    const { exitCode, outputs } = await resolve({});
    assert.equal(exitCode, 0);
    assert.equal(outputs['kube-version'], '');
    assert.equal(outputs['eksd-release'], '');
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

  test('takes an unsigned release from before signing with one warning', async () => {
    const { exitCode, outputs, annotations } = await resolve({
      'eks-a-version': 'v0.18.0',
      'release-channel': '1-28',
    });
    assert.equal(exitCode, 0);
    assert.equal(outputs['signature'], 'unsigned');
    assert.equal(annotations.filter(({ level }) => level === 'warning').length, 1);
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

  test('asks for nothing but the manifest and the bundle, and for no unknown host', async () => {
    const asked = e2e.box.requests.length;
    await resolve({});
    assert.deepEqual(
      e2e.box.requests.slice(asked).map(({ method, host, path }) => `${method} ${host}${path}`),
      [
        'GET anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml',
        'GET anywhere-assets.eks.amazonaws.com/releases/bundles/124/manifest.yaml',
      ],
    );
    assert.deepEqual([...e2e.box.unknownHosts], []);
  });
});
