import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestMatch } from '../../../src/nearest-match.ts';
import { parseReleaseChannel } from '../../../src/release/release-channel.ts';
import { parseGoDate } from '../../../src/release/release-manifest.ts';
import { compareVersions, parseVersion, requestedVersion } from '../../../src/release/version.ts';

test('versions are ordered as semver.org §11 has it', () => {
  const ascending = [
    'v0.0.0-dev+build.4018',
    'v0.0.0',
    'v0.9.2',
    'v0.26.1-alpha',
    'v0.26.1-alpha.1',
    'v0.26.1-alpha.beta',
    'v0.26.1-beta.2',
    'v0.26.1-beta.11',
    'v0.26.1-rc.1',
    'v0.26.1',
    '0.26.10',
    'v1.0.0',
  ];
  for (const [index, version] of ascending.entries()) {
    for (const [other, newer] of ascending.entries()) {
      assert.equal(
        Math.sign(compareVersions(version, newer)),
        Math.sign(index - other),
        `${version} and ${newer}`,
      );
    }
  }
  assert.equal(compareVersions('v0.0.0-dev+build.4018', 'v0.0.0-dev+build.7423'), 0);
});

test('what is no version is not read as one', () => {
  for (const text of ['', 'v0.26', '0.26.1.1', 'v0.026.1', 'v0.26.1-', 'v0.26.1 ', 'latest', 'vv0.26.1']) {
    assert.equal(parseVersion(text), undefined, text);
  }
});

test('the accepted forms of `eks-a-version`', () => {
  assert.deepEqual(requestedVersion('latest'), { kind: 'latest' });
  for (const text of ['v0.26.1', '0.26.1', ' v0.26.1 ']) {
    assert.deepEqual(requestedVersion(text), { kind: 'exact', version: 'v0.26.1' });
  }
  for (const text of ['0.26', 'v0.26'])
    assert.deepEqual(requestedVersion(text), { kind: 'line', line: '0.26' });
  for (const text of ['dev', 'Dev', 'v0.0.0-dev', '0.0.0-dev'])
    assert.deepEqual(requestedVersion(text), { kind: 'dev' });
  assert.deepEqual(requestedVersion('0.0.0-dev+build.4018'), {
    kind: 'dev',
    version: 'v0.0.0-dev+build.4018',
  });
  for (const text of ['', 'develop', 'newest', '26', '0.26.x', 'v0.26.1.2']) {
    assert.throws(
      () => requestedVersion(text),
      /`eks-a-version` is not a version[\s\S]*`latest`, an exact version/,
      text,
    );
  }
});

test('a release channel is read with dash or dot, quoted or not', () => {
  for (const text of ['1-33', '1.33', '"1.33"', "'1-33'", ' 1-33 '])
    assert.equal(parseReleaseChannel(text), '1-33');
  assert.equal(parseReleaseChannel('1.30'), '1-30');
});

test('an unquoted 1.30, which arrives as 1.3, is answered with "quote it"', () => {
  assert.throws(() => parseReleaseChannel('1.3'), { why: /unquoted 1\.30/, fix: /Quote it: `"1\.30"`/ });
});

test('what is no release channel is refused', () => {
  for (const text of ['', '1', 'v1.33', '1.33.5', '1_33', 'latest']) {
    assert.throws(
      () => parseReleaseChannel(text),
      /`release-channel` is not a Kubernetes minor version/,
      text,
    );
  }
});

test('dates of Go are understood', () => {
  assert.equal(
    parseGoDate('2023-10-30 18:57:24.123456789 +0000 UTC')?.toISOString(),
    '2023-10-30T18:57:24.123Z',
  );
  assert.equal(parseGoDate('2023-10-30 18:57:24 -0700 PDT')?.toISOString(), '2023-10-31T01:57:24.000Z');
  assert.equal(parseGoDate('2023-10-30T18:57:24Z')?.toISOString(), '2023-10-30T18:57:24.000Z');
  assert.equal(parseGoDate('yesterday'), undefined);
});

test('the nearest match is what was most likely meant', () => {
  const words = ['ubuntu', 'redhat', 'bottlerocket'];
  assert.equal(nearestMatch('Ubunut', words), 'ubuntu');
  assert.equal(nearestMatch('bottelrocket', words), 'bottlerocket');
  assert.equal(nearestMatch('ubuntu', words), 'ubuntu');
  assert.equal(nearestMatch('windows', words), undefined);
  assert.equal(nearestMatch('', words), undefined);
  assert.equal(nearestMatch('x', []), undefined);
});
