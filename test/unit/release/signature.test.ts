import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  canonicalBundle,
  canonicalEksdRelease,
  eksdSignature,
  signatureAnnotation,
  verifyBundleSignature,
  verifyEksdSignature,
  verifySignature,
} from '../../../src/release/signature.ts';
import { bundlePublicKey, eksdPublicKey } from '../../../src/release/trust-anchors.ts';
import { parseYamlDocument } from '../../../src/release/yaml-document.ts';
import { type BundleDocument, bundleOf, fixtures, signed, testPublicKey } from './published-release.ts';

interface Vector {
  readonly id: string;
  readonly publicKey: 'KMSPublicKey' | 'EKSDistroKMSPublicKey';
  readonly canonicalJson: string;
  readonly sha256: string;
  readonly signature: string;
  readonly valid: boolean;
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(path.join(fixtures, 'signature/vectors.json'), 'utf8'),
);

function vectorBundle(): unknown {
  const text = readFileSync(path.join(fixtures, 'signature/vector-B-bundle.yaml'), 'utf8');
  return parseYamlDocument(text, { what: 'vector B', maxBytes: 10_000 });
}

function hasRightSignature(bytes: Buffer, signature: string, key: string): boolean {
  try {
    verifySignature(bytes, signature, key, 'a vector');
    return true;
  } catch (error) {
    assert.match(String(error), /The signature on a vector is wrong/);
    return false;
  }
}

for (const { id, publicKey, canonicalJson, sha256, signature, valid } of vectors) {
  const isBundle = publicKey === 'KMSPublicKey';
  const key = isBundle ? bundlePublicKey : eksdPublicKey;

  test(`upstream's vector ${id}, signed by AWS, is ${valid ? 'right' : 'wrong'}`, () => {
    assert.equal(createHash('sha256').update(canonicalJson).digest('hex'), sha256);
    assert.equal(hasRightSignature(Buffer.from(canonicalJson), signature, key), valid);
  });

  test(`the document of vector ${id} gives exactly the signed bytes`, () => {
    const canonical = isBundle ? canonicalBundle : canonicalEksdRelease;
    assert.equal(canonical(JSON.parse(canonicalJson)).toString(), canonicalJson);
  });
}

test('a bundle as YAML, written by hand and without its empty fields, verifies with the key of AWS', () => {
  verifyBundleSignature(vectorBundle(), bundlePublicKey);
});

test('an EKS Distro manifest verifies whatever its status says', () => {
  const vector = vectors.find(({ id }) => id === 'F');
  assert.ok(vector);
  const manifest = { ...JSON.parse(vector.canonicalJson), status: { components: [{ name: 'anything' }] } };
  manifest.metadata.creationTimestamp = null;
  verifyEksdSignature(manifest, vector.signature, eksdPublicKey, 'the manifest');
});

test('the EKS Distro signature of a channel is found on the bundle', () => {
  const bundle = { metadata: { annotations: { 'distro.eks.amazonaws.com/signature-1-31': 'MEYC' } } };
  assert.equal(eksdSignature(bundle, '1-31'), 'MEYC');
  assert.equal(eksdSignature(bundle, '1-3'), undefined);
  assert.equal(eksdSignature({}, '1-31'), undefined);
});

test('text is escaped and keys are sorted as Go does it', () => {
  const document = {
    kind: 'Bundles',
    zebra: '<a href="x">&\u2028\u2029\u007f\u00e9\u{1f600}\t\b\\',
    '\u{1f600}': 1,
    '\uffee': 2,
    Aa: [true, 1.5, null],
    spec: { versionsBundles: [] },
  };
  assert.equal(
    canonicalBundle(document).toString(),
    '{"Aa":[true,1.5,null],"kind":"Bundles","metadata":{},' +
      '"spec":{"cliMaxVersion":"","cliMinVersion":"","number":0,"versionsBundles":[]},' +
      '"zebra":"\\u003ca href=\\"x\\"\\u003e\\u0026\\u2028\\u2029\u007f\u00e9\u{1f600}\\t\\b\\\\",' +
      '"\uffee":2,"\u{1f600}":1}',
  );
});

test('unquoted scalars are the text that the Go type makes of them', () => {
  const canonical = (yaml: string) =>
    canonicalBundle(parseYamlDocument(yaml, { what: 'a bundle', maxBytes: 1000 })).toString();
  const yaml = (version: string, channel: string, commit: string) =>
    `spec:\n  versionsBundles:\n  - kubeVersion: ${version}\n    eksD: {channel: ${channel}, gitCommit: ${commit}}\n`;
  const commit = '1234567890123456789012345678901234567890';
  assert.equal(canonical(yaml('1.30', '1-30', commit)), canonical(yaml('"1.30"', '"1-30"', `"${commit}"`)));
  assert.match(
    canonical(yaml('1.30', '130', commit)),
    /"channel":"130".*"gitCommit":"1234567890123456789012345678901234567890".*"kubeVersion":"1\.30"/,
  );
});

type Change = (document: BundleDocument) => void;
const firstEksd = (document: BundleDocument) => document.spec.versionsBundles[0]?.eksD ?? {};

const coveredChanges: Readonly<Record<string, Change>> = {
  'metadata.name': ({ metadata }) => Object.assign(metadata, { name: 'bundles-2' }),
  'metadata.labels': ({ metadata }) => Object.assign(metadata, { labels: { a: 'b' } }),
  'spec.number': ({ spec }) => Object.assign(spec, { number: 2 }),
  'spec.cliMaxVersion': ({ spec }) => Object.assign(spec, { cliMaxVersion: 'v9.0.0' }),
  'a versions bundle less': ({ spec }) => spec.versionsBundles.pop(),
  endOfStandardSupport: ({ spec }) =>
    Object.assign(spec.versionsBundles[0] ?? {}, { endOfStandardSupport: '2099-01-01' }),
  aws: ({ spec }) => Object.assign(spec.versionsBundles[0] ?? {}, { aws: {} }),
  'eksD.gitCommit': (document) => Object.assign(firstEksd(document), { gitCommit: 'f'.repeat(40) }),
  'eksD.imagebuilder': (document) => Object.assign(firstEksd(document), { imagebuilder: {} }),
  'eksD.ova': (document) =>
    Object.assign(firstEksd(document), { ova: { bottlerocket: { uri: 'https://evil.example/' } } }),
  'a new field': (document) => Object.assign(firstEksd(document), { addedLater: 'x' }),
};

for (const [name, change] of Object.entries(coveredChanges)) {
  test(`a change of ${name} breaks the signature`, () => {
    const document = signed(bundleOf('v0.26.1', 124));
    change(document);
    assert.throws(
      () => verifyBundleSignature(document, testPublicKey, 'the bundle'),
      /signature on the bundle is wrong/,
    );
  });
}

const uncoveredChanges: Readonly<Record<string, Change>> = {
  status: (document) => Object.assign(document, { status: { x: 1 } }),
  'metadata.creationTimestamp': ({ metadata }) => Object.assign(metadata, { creationTimestamp: 'now' }),
  'eksD.manifestUrl': (document) =>
    Object.assign(firstEksd(document), { manifestUrl: 'https://other.example/' }),
  tinkerbell: ({ spec }) => delete spec.versionsBundles[0]?.['tinkerbell'],
};

for (const [name, change] of Object.entries(uncoveredChanges)) {
  test(`a change of ${name} does not break the signature, so nobody may rely on it`, () => {
    const document = signed(bundleOf('v0.26.1', 124));
    change(document);
    verifyBundleSignature(document, testPublicKey);
  });
}

test('an excludes annotation that leaves out more than the compiled-in list changes nothing', () => {
  const document = signed(bundleOf('v0.26.1', 124));
  const excludes = Buffer.from('.spec.versionsBundles[].eksD.imagebuilder').toString('base64');
  Object.assign(document.metadata.annotations ?? {}, { 'anywhere.eks.amazonaws.com/excludes': excludes });
  verifyBundleSignature(document, testPublicKey);
  Object.assign(firstEksd(document), { imagebuilder: {} });
  assert.throws(() => verifyBundleSignature(document, testPublicKey), /is wrong/);
});

test('a missing, an unreadable and a foreign signature are told apart', () => {
  const document = bundleOf('v0.26.1', 124);
  assert.equal(signatureAnnotation(document), undefined);
  assert.throws(() => verifyBundleSignature(document, testPublicKey), /There is no signature on the bundle/);
  const annotations = { 'anywhere.eks.amazonaws.com/signature': 'not base64!' };
  document.metadata.annotations = annotations;
  assert.throws(() => verifyBundleSignature(document, testPublicKey), /is not base64: "not base64!"/);
  annotations['anywhere.eks.amazonaws.com/signature'] = 'AAAA';
  assert.throws(() => verifyBundleSignature(document, testPublicKey), /is wrong/);
  assert.throws(() => verifyBundleSignature(signed(document), bundlePublicKey), /is wrong/);
});

test('a key can be given as PEM, and one that is unusable is named as such', () => {
  const document = signed(bundleOf('v0.26.1', 124));
  const pem = `-----BEGIN PUBLIC KEY-----\n${testPublicKey}\n-----END PUBLIC KEY-----\n`;
  verifyBundleSignature(document, pem);
  assert.throws(() => verifyBundleSignature(document, 'AAAA'), /public key cannot be read/);
  const { publicKey } = generateKeyPairSync('ed25519');
  const foreign = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  assert.throws(() => verifyBundleSignature(document, foreign), /not an ECDSA key on P-256/);
});

test('a document that is no bundle is an error, never an empty message to verify', () => {
  for (const document of [
    null,
    [],
    'text',
    {},
    { spec: {} },
    { spec: { versionsBundles: null } },
    { spec: { versionsBundles: [null] } },
  ]) {
    assert.throws(() => canonicalBundle(document), { name: 'ActionError' });
  }
});
