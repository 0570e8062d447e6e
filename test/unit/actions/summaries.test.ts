import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collectSummary } from '../../../src/actions/collect-report.ts';
import { nextStep } from '../../../src/actions/next-step.ts';
import { trustBlocks } from '../../../src/actions/trust-summary.ts';
import type { IndexedImage } from '../../../src/image/image-index.ts';
import { hypervisors } from '../../../src/plan/node-image-spec.ts';
import { renderSummary } from '../../../src/runner/summary.ts';

const channel = { eksdRelease: 'kubernetes-1-33-eks-30' };

describe('the next step of an image', () => {
  const say = (hypervisor: (typeof hypervisors)[number]) =>
    renderSummary([nextStep({ spec: { os: 'ubuntu', hypervisor }, channel })]);

  test('names the field of the cluster that takes it', () => {
    const fields = ['template', 'osImageURL', 'image', 'template', 'amiID'];
    for (const [index, hypervisor] of hypervisors.entries())
      assert.ok(say(hypervisor).includes(`\`${fields[index]}\``), hypervisor);
  });

  test('has template tags for vSphere and for nothing else', () => {
    assert.match(say('vsphere'), /two tags: `os:ubuntu` and `eksdRelease:kubernetes-1-33-eks-30`\./);
    for (const hypervisor of hypervisors.filter((name) => name !== 'vsphere'))
      assert.doesNotMatch(say(hypervisor), /tag|eksdRelease/);
  });
});

describe('the trust table', () => {
  const evidence = [{ what: 'the CLI', by: 'its sha256' }];

  test('is folded, with its counts on the line that unfolds it', () => {
    const text = renderSummary(trustBlocks('verified', evidence, [...evidence, ...evidence]));
    assert.match(
      text,
      /^<details><summary>What is verified, and what is not \(1 verified, 2 not\)<\/summary>/,
    );
    assert.match(text, /\| ✅ verified \| the CLI \| its sha256 \|/);
  });

  test('calls nothing verified where no signature was', () => {
    for (const signature of ['unsigned', 'skipped'] as const) {
      const byBundle = [{ what: 'the CLI', by: 'its sha256, by the bundle' }];
      const text = renderSummary(trustBlocks(signature, byBundle, evidence));
      assert.match(text, /\(0 verified, 1 only fit the bundle, 1 not\)/);
      assert.match(text, /No signature of the bundle was verified/);
      assert.doesNotMatch(text, /✅/);
    }
  });
});

describe('the trust table of an image with a signature of its own', () => {
  test('calls that verified, and what rests on an unsigned bundle not', () => {
    const verified = [
      { what: 'the image', by: "its sha256 in Bottlerocket's TUF repository" },
      { what: 'the release', by: 'the bundle, which has no signature before v0.22.0' },
    ];
    const text = renderSummary(trustBlocks('unsigned', verified, []));
    assert.match(text, /\(1 verified, 1 only fit the bundle, 0 not\)/);
    assert.match(text, /\| ✅ verified \| the image \|/);
    assert.match(text, /\| ☑️ fits the bundle \| the release \|/);
  });
});

describe('the summary of a run', () => {
  const built: IndexedImage = {
    ...{ id: 'ubuntu-2204-efi-vsphere-1-33-v0.26.1', name: 'Ubuntu', status: 'built', format: 'ova' },
    ...{ fileName: 'ubuntu-2204-efi-vsphere-1-33-v0.26.1.ova', size: 4_118_740_992, sha256: 'ab'.repeat(32) },
    ...{ kubeVersion: 'v1.33.13', templateTags: ['os:ubuntu', 'eksdRelease:kubernetes-1-33-eks-30'] },
    artifactUrl: 'https://github.com/octo/images/actions/runs/1/artifacts/2',
  };
  const failed: IndexedImage = {
    ...{ id: 'ubuntu-2204-efi-baremetal-1-33-v0.26.1', name: 'Metal', status: 'failed' },
    ...{ cause: 'Timeout <b>', jobUrl: 'https://github.com/octo/images/actions/runs/1/job/3' },
  };

  test('counts first, then one row for each image; checksums and tags are folded', () => {
    assert.equal(
      renderSummary(collectSummary('nightly', [built, failed])),
      [
        ...['### Node images: nightly', '', '**1 built, 1 failed**', ''],
        '| Image | Result | Size | Kubernetes | Where, or why not |',
        '| --- | --- | --- | --- | --- |',
        `| \`${built.fileName}\` | 🔨 built | 4.1 GB | v1.33.13 | [artifact](${built.artifactUrl}) |`,
        `| \`${failed.id}\` | ❌ failed |  |  | [Timeout &lt;b>](${failed.jobUrl}) |`,
        '',
        ...['<details><summary>Tags of the vSphere templates (1)</summary>', ''],
        ...['| Image | Tags |', '| --- | --- |'],
        `| \`${built.fileName}\` | \`os:ubuntu\` and \`eksdRelease:kubernetes-1-33-eks-30\` |`,
        ...['', '</details>', ''],
        ...['<details><summary>Checksums, in the format of sha256sum</summary>', '', '```text'],
        `${built.sha256}  ${built.fileName}`,
        ...['```', '', '</details>', ''],
      ].join('\n'),
    );
  });

  test('says so when nothing was planned', () => {
    assert.match(renderSummary(collectSummary('nightly', [])), /\*\*No image was planned\.\*\*/);
  });
});
