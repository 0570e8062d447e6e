import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Fault } from '../box/box.ts';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { statementProblems } from '../support/provenance-schemas.ts';
import type { StepOptions } from '../support/runner.ts';

const action = 'actions/fetch-bottlerocket';
const updates = 'updates.bottlerocket.aws';
const metalTarget = 'bottlerocket-metal-k8s-1.28-x86_64-v1.26.2.img.lz4';
const metal = { 'eks-a-version': 'v0.24.6', 'release-channel': '1-28', hypervisor: 'metal' };
const vsphere = { 'release-channel': '1-33', hypervisor: 'vmware' };

describe('fetch-bottlerocket, as committed, in the box', () => {
  let e2e: EndToEnd;
  let roots: string;
  before(async () => {
    e2e = await startEndToEnd();
    roots = mkdtempSync(join(tmpdir(), 'roots-'));
    for (const version of [1, 3]) {
      writeFileSync(join(roots, `${version}.root.json`), await e2e.box.bottlerocket.root(version));
    }
  });
  after(async () => {
    rmSync(roots, { recursive: true, force: true });
    await e2e[Symbol.asyncDispose]();
  });

  const fetch = (inputs: Record<string, string>, options: Omit<StepOptions, 'inputs'> = {}) =>
    e2e.run(action, {
      ...options,
      inputs: { ...boxInputs(e2e.box), root: join(roots, '1.root.json'), ...inputs },
    });
  const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

  test('a bare-metal disk becomes one gzip stream under the name of its target', async () => {
    const { exitCode, outputs, summary, log, annotations } = await fetch(metal);
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['file-name'], 'bottlerocket-metal-k8s-1.28-x86_64-v1.26.2.img.gz');
    const path = outputs['path'] ?? '';
    assert.ok(gunzipSync(readFileSync(path)).equals(e2e.box.bottlerocket.disk(metalTarget)));
    assert.equal(outputs['sha256'], sha256(path));
    assert.equal(Number(outputs['size']), readFileSync(path).length);
    assert.equal(outputs['bottlerocket-version'], 'v1.26.2');
    assert.equal(outputs['variant'], 'metal-k8s-1.28');
    assert.equal(outputs['root-version'], '3');
    assert.equal(outputs['template-tags'], '');
    const statement = 'bottlerocket-baremetal-1-28-v0.24.6.intoto.jsonl';
    assert.deepEqual(readdirSync(dirname(path)), [statement, outputs['file-name']]);
    assert.equal(outputs['provenance-path'], join(dirname(path), statement));
    assert.ok(e2e.box.artifacts.has(statement));
    assert.deepEqual(e2e.box.artifacts.get(outputs['file-name'] ?? '')?.name, outputs['file-name']);
    assert.match(summary, /root 3; trust begins at the file of `root`/);
    assert.deepEqual(annotations, []);
  });

  test('an OVA stays as it is, opened and with its tags', async () => {
    const { exitCode, outputs, log } = await fetch(vsphere);
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['file-name'], 'bottlerocket-vmware-k8s-1.33-x86_64-v1.64.0.ova');
    assert.equal(outputs['template-tags'], 'os:bottlerocket,eksdRelease:kubernetes-1-33-eks-30');
    assert.equal(outputs['sha256'], sha256(outputs['path'] ?? ''));
    assert.match(log, /every digest of its manifest right/);
    assert.match(log, /The signed bundle of v0\.26\.1 states the same sha256/);
    assert.deepEqual(JSON.parse(outputs['image'] ?? ''), {
      path: outputs['path'],
      name: outputs['file-name'],
      sha256: outputs['sha256'],
      size: Number(outputs['size']),
      format: 'ova',
    });
    assert.match(log, /v0\.26\.1 pins Bottlerocket v1\.64\.0 \(build tooling [0-9a-f]{40}, read over git\)/);
  });

  test('what is at the destination gives way to the new image, and other files stay', async () => {
    const name = 'bottlerocket-vmware-k8s-1.33-x86_64-v1.64.0.ova';
    const destination = join(roots, 'not', 'yet', 'there');
    const inputs = { ...vsphere, destination, 'upload-artifact': 'none' };
    const first = await fetch(inputs);
    assert.equal(first.exitCode, 0, first.log);
    writeFileSync(join(destination, name), 'an older one');
    writeFileSync(join(destination, 'other'), '');
    const { exitCode, outputs, log } = await fetch(inputs);
    assert.equal(exitCode, 0, log);
    assert.equal(sha256(join(destination, name)), outputs['sha256']);
    assert.ok(existsSync(join(destination, 'other')));
  });

  test('a statement says where the image came from, and what was verified by which chain', async () => {
    const { outputs, log } = await fetch(vsphere, {
      environment: { GITHUB_SHA: 'c0'.repeat(20), GITHUB_REF: 'refs/heads/main' },
    });
    const { statement, digests, by } = statementOf(outputs);
    assert.deepEqual(statementProblems(statement), [], log);
    const { subject, predicate } = statement;
    assert.deepEqual(subject, [{ name: outputs['file-name'], digest: { sha256: outputs['sha256'] } }]);
    const { buildType, externalParameters, internalParameters } = predicate.buildDefinition;
    assert.match(buildType, /docs\/provenance\.md#bottlerocket-v1$/);
    assert.equal(externalParameters.image.source, 'tuf');
    assert.match(internalParameters.image.contents, /every digest of its manifest right/);
    assert.deepEqual(internalParameters.unverified, []);
    assert.equal(digests.get('source'), 'c0'.repeat(20));
    assert.match(digests.get('EKS Anywhere bundle 124') ?? '', /^[0-9a-f]{64}$/);
    assert.match(digests.get('EKS Anywhere build tooling') ?? '', /^[0-9a-f]{40}$/);
    assert.ok(digests.has('kubernetes-1-33-eks-30'));
    assert.equal(digests.get(outputs['file-name'] ?? ''), outputs['sha256']);
    assert.match(digests.get('Bottlerocket root 3') ?? '', /^[0-9a-f]{64}$/);
    assert.match(
      by.get(outputs['file-name'] ?? '') ?? '',
      /TUF repository, root 3.*\n.*the signature of the bundle/,
    );
    assert.match(by.get('that v0.26.1 pins Bottlerocket v1.64.0') ?? '', /git objects/);
  });

  test('the disk stays LZ4, or loses all compression, where that is asked for', async () => {
    const lz4 = await fetch({ ...metal, compression: 'lz4', 'upload-artifact': 'none' });
    assert.equal(lz4.outputs['file-name'], metalTarget, lz4.log);
    const none = await fetch({ ...metal, compression: 'none', 'upload-artifact': 'none' });
    assert.ok(
      readFileSync(none.outputs['path'] ?? '').equals(e2e.box.bottlerocket.disk(metalTarget)),
      none.log,
    );
  });

  test('another version than the pinned one can be asked for, and the pin is not read then', async () => {
    const asked = e2e.box.requests.length;
    const { outputs, log } = await fetch({
      ...vsphere,
      'release-channel': '1-30',
      'bottlerocket-version': '1.54.0',
    });
    assert.equal(outputs['bottlerocket-version'], 'v1.54.0', log);
    assert.ok(!e2e.box.requests.slice(asked).some(({ host }) => host === 'github.com'));
  });

  test('the copy of the bundle needs no root', async () => {
    const { exitCode, outputs, log } = await fetch({ ...vsphere, source: 'bundle', root: '' });
    assert.equal(exitCode, 0, log);
    assert.match(outputs['file-name'] ?? '', /^bottlerocket-v1\.33\.13-eks-d-1-33-30-eks-a-124-amd64\.ova$/);
    assert.equal(outputs['source'], 'bundle');
    assert.equal(outputs['root-version'], '');
    assert.match(log, /every digest of its manifest right/);
    const statement = statementOf(outputs);
    assert.deepEqual(
      readdirSync(dirname(outputs['path'] ?? '')).sort(),
      ['bottlerocket-vsphere-1-33-v0.26.1.intoto.jsonl', outputs['file-name']].sort(),
    );
    assert.match(
      statement.by.get(outputs['file-name'] ?? '') ?? '',
      /^its sha256, by the signature of the bundle$/,
    );
    assert.equal(statement.digests.get(outputs['file-name'] ?? ''), outputs['sha256']);
  });

  test('a disk of an unsigned bundle is opened, and taken with a warning', async () => {
    const inputs = { ...metal, 'eks-a-version': 'v0.19.0', source: 'bundle', root: '' };
    const { exitCode, outputs, annotations, log } = await fetch(inputs);
    assert.equal(exitCode, 0, log);
    assert.match(log, /Inside: GPT, 2 partitions, 12582912 bytes/);
    assert.match(annotations.map(({ message }) => message).join('\n'), /covered by no signature/);
    assert.equal(gunzipSync(readFileSync(outputs['path'] ?? '')).length, 12 << 20);
  });

  test('`auto` takes the copy of a signed bundle, with a warning, when the repository fails', async () => {
    const remove = e2e.box.fault(
      { host: updates, path: /timestamp\.json$/ },
      { kind: 'replace', body: '{}' },
    );
    try {
      const { exitCode, outputs, annotations, log } = await fetch({ ...vsphere, source: 'auto' });
      assert.equal(exitCode, 0, log);
      assert.equal(outputs['source'], 'bundle');
      assert.equal(annotations.length, 1);
      assert.match(annotations[0]?.message ?? '', /timestamp metadata .* is refused[\s\S]*signed bundle/);
    } finally {
      remove();
    }
  });

  test('an OVA that repository and signed bundle do not agree on is refused by `auto`, and a warning for `tuf`', async () => {
    e2e.box.bottlerocket.republish('vmware-k8s-1.34');
    const inputs = { ...vsphere, 'release-channel': '1-34' };
    const auto = await fetch({ ...inputs, source: 'auto' });
    assert.equal(auto.exitCode, 1, auto.log);
    assert.match(
      onlyError(auto),
      /sign different images[\s\S]*repository: bottlerocket-vmware[\s\S]*signed bundle of/,
    );
    const tuf = await fetch(inputs);
    assert.equal(tuf.exitCode, 0, tuf.log);
    assert.match(tuf.annotations[0]?.message ?? '', /sign different images/);
  });

  test('an image of a plan leaves a record, one of another version does not', async () => {
    const fingerprint = '0123456789abcdef0123456789abcdef';
    const { exitCode, outputs, log } = await fetch({ ...vsphere, fingerprint });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['id'], 'bottlerocket-vsphere-1-33-v0.26.1');
    assert.ok(e2e.box.artifacts.has(`${outputs['id']}.${fingerprint}.record.json`), log);
    const other = { ...vsphere, fingerprint: 'fedcba9876543210', 'bottlerocket-version': '1.64.0' };
    assert.match((await fetch(other)).log, /No record is left/);
    assert.ok(!e2e.box.artifacts.has(`${outputs['id']}.fedcba9876543210.record.json`));
  });

  describe('what cannot be right ends in one good error and no file', () => {
    const cases: ReadonlyArray<{
      readonly name: string;
      readonly inputs?: Record<string, string>;
      readonly fault?: readonly [path: RegExp, fault: Fault];
      readonly says: readonly RegExp[];
    }> = [
      {
        name: 'one wrong byte every time',
        inputs: metal,
        fault: [/^\/targets\/.*metal/, { kind: 'corrupt' }],
        says: [/is not the signed one\. It was discarded/, /sha256 signed [0-9a-f]{64}, got/],
      },
      {
        name: 'less than signed every time',
        inputs: metal,
        fault: [/^\/targets\/.*metal/, { kind: 'replace', body: Buffer.alloc(1000) }],
        says: [/ended after 1000 of \d+ bytes/],
      },
      {
        name: 'a forged text in the targets',
        inputs: vsphere,
        fault: [/targets\.json$/, { kind: 'rewrite', from: 'v1.64.0', to: 'v1.64.1' }],
        says: [/targets metadata .* is refused/, /its sha256 is/],
      },
      {
        name: 'a version that does not exist',
        inputs: { ...vsphere, 'bottlerocket-version': 'v1.64.9' },
        says: [/no signed image bottlerocket-vmware-k8s-1\.33-x86_64-v1\.64\.9\.ova/, /perhaps v1\.64\.0/],
      },
      {
        name: 'bare metal after Kubernetes 1.28',
        inputs: { ...metal, 'eks-a-version': 'v0.26.1', 'release-channel': '1-33' },
        says: [/no Bottlerocket bare-metal image for channel 1-33/, /It has one for 1-28/, /Ubuntu or RHEL/],
      },
      {
        name: 'an image that the bundle does not have',
        inputs: {
          ...metal,
          'eks-a-version': 'v0.26.1',
          'release-channel': '1-33',
          source: 'bundle',
          root: '',
        },
        says: [/no Bottlerocket bare-metal image for channel 1-33/, /none for any channel/],
      },
      {
        name: 'a published root that nobody knows, and a chain that does not begin at ours',
        inputs: { ...vsphere, root: '' },
        says: [/root metadata .* is refused|trust anchor is too old/],
      },
      {
        name: 'a root of somebody else',
        inputs: { ...vsphere, root: join(import.meta.dirname, '../../package.json') },
        says: [/The file of `root` is no root\.json that signs itself/],
      },
      {
        name: 'a root file that is not there',
        inputs: { ...vsphere, root: '/nowhere' },
        says: [/`root` cannot be read/],
      },
      {
        name: 'inputs that do not go together, all at once',
        inputs: { ...vsphere, source: 'bundle', compression: 'gzip', 'bottlerocket-version': '1.64.0' },
        says: [
          /`compression: gzip` does not go with vSphere/,
          /`bottlerocket-version` does not go/,
          /`root` does not go/,
        ],
      },
      {
        name: 'wrong words',
        inputs: { ...vsphere, hypervisor: 'nutanix', 'compression-level': '10', 'metadata-url': 'ftp://x' },
        says: [/3 inputs are wrong/, /`nutanix` is not one of/, /from 1 to 9/, /starts with https/],
      },
    ];
    for (const { name, inputs = {}, fault, says } of cases) {
      test(name, async () => {
        const remove = fault && e2e.box.fault({ host: updates, path: fault[0] }, fault[1]);
        const result = await fetch(inputs);
        remove?.();
        assert.equal(result.exitCode, 1, result.log);
        const message = onlyError(result);
        for (const pattern of says) assert.match(message, pattern);
        const folder = join(result.job.temp, 'node-images');
        assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], []);
        assert.deepEqual(result.outputs, {}, 'a failed step sets no outputs');
      });
    }
  });

  test('no unknown host is asked', () => {
    assert.deepEqual([...e2e.box.unknownHosts], []);
  });
});

/** The statement beside an image: digests by name of what it was made from, and what verified what. */
function statementOf(outputs: Readonly<Record<string, string>>) {
  const statement = JSON.parse(readFileSync(outputs['provenance-path'] ?? '', 'utf8'));
  const { resolvedDependencies, internalParameters } = statement.predicate.buildDefinition;
  const digests = new Map<string, string>(
    resolvedDependencies.map(({ name = 'source', digest = {} }) => [name, Object.values(digest).join()]),
  );
  const verified: readonly { readonly what: string; readonly by: string }[] = internalParameters.verified;
  const by = new Map(
    [...Map.groupBy(verified, ({ what }) => what)].map(([what, ways]) => [
      what,
      ways.map((way) => way.by).join('\n'),
    ]),
  );
  return { statement, digests, by };
}
