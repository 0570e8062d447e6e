import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { docsLink } from '../../../src/runner/docs-link.ts';
import { type Inline, renderSummary } from '../../../src/runner/summary.ts';
import { runFakeAction } from './run-fake-action.ts';

const line = (value: Inline) => renderSummary([{ line: value }]).trimEnd();

describe('a job summary', () => {
  test('is blocks with a line between them, and empty ones are left out', () => {
    const text = renderSummary([
      { heading: 'Built: image.ova' },
      { head: ['Fact', 'Value'], rows: [] },
      { head: ['Image', { code: 'image.ova' }], rows: [['Size', '4.1 GB']] },
      { details: 'Nothing to unfold', blocks: [{ head: ['What'], rows: [] }] },
      { details: 'What & why', blocks: [{ line: 'because' }, { list: ['one', 'two'] }] },
      { output: ['Timeout ```'] },
      { gantt: 'Phases', spans: [] },
      { gantt: 'Phases', spans: [{ name: 'Boot: wait, then #1', seconds: 0.2 }] },
    ]);
    assert.equal(
      text,
      [
        ...['### Built: image.ova', ''],
        ...['| Image | `image.ova` |', '| --- | --- |', '| Size | 4.1 GB |', ''],
        ...[
          '<details><summary>What &amp; why</summary>',
          '',
          'because',
          '',
          '- one',
          '- two',
          '',
          '</details>',
        ],
        ...['', '````text', 'Timeout ```', '````', '', 'Phases', ''],
        ...['```mermaid', 'gantt', '    dateFormat X', '    axisFormat %H:%M:%S'],
        ...['    Boot wait then 1 :t0, 0, 1', '```', ''],
      ].join('\n'),
    );
  });

  test('links lead to the web; a path on the runner is text', () => {
    const url = 'https://github.com/octo/images/actions/runs/1/artifacts/2';
    assert.equal(line({ text: 'log', href: url }), `[log](${url})`);
    assert.equal(
      line({ text: 'page', href: 'https://example.com/a_(b)' }),
      '[page](https://example.com/a_%28b%29)',
    );
    for (const href of ['/tmp/image.ova', 'file:///tmp/image.ova', 'image.ova', 'javascript:x', undefined])
      assert.equal(line({ text: 'image', href }), 'image');
  });

  test('words of a build cannot become HTML, links, emphasis, cells or lines of their own', () => {
    assert.equal(
      line('<img src=x> [a](b) ![c](d) **e** ~~f~~ _g_ h_i | j\nk & l'),
      '&lt;img src=x> \\[a\\](b) !\\[c\\](d) \\*\\*e\\*\\* \\~\\~f\\~\\~ \\_g\\_ h_i \\| j k &amp; l',
    );
  });

  test('names of inputs in backticks stay code, also in a table; backticks that do not pair are text', () => {
    assert.equal(line('set `a|b <c>`'), 'set `a\\|b <c>`');
    assert.equal(line('one ` only <b>'), 'one \\` only &lt;b>');
    assert.equal(line('`` a ` <b> `'), '\\`\\` a \\` &lt;b> \\`');
    assert.equal(line({ code: 'a`b|c' }), '``a`b\\|c``');
  });

  test('secrets are found before anything is escaped', () => {
    const redact = (text: string) => text.replaceAll('p<w|1', '***');
    const text = renderSummary(
      [{ line: 'is p<w|1' }, { line: { code: 'p<w|1' } }, { output: ['p<w|1'] }],
      redact,
    );
    assert.equal(text, 'is \\*\\*\\*\n\n`***`\n\n```text\n***\n```\n');
  });

  test('more than GitHub takes is left out with a word about it', async (t) => {
    const run = await runFakeAction(t, ['main', 'writes a very long summary']);
    const text = await run.file('STEP_SUMMARY');
    assert.equal(run.exitCode, 0);
    assert.ok(Buffer.byteLength(text) < 1024 * 1024);
    assert.match(text, /^### First\n[\s\S]*The rest of this summary is left out/);
  });

  test('a failed step says what failed, the cause, and the fix', async (t) => {
    const run = await runFakeAction(t, ['main', 'refuses with an ActionError']);
    assert.equal(
      (await run.file('STEP_SUMMARY')).trimEnd(),
      [
        ...['### Failed: fake', '', '**The cake burnt**', '', '```text', 'too hot', 'too long', '```', ''],
        ...['**Cause:** Nobody looked.', '', '**Fix:**', '', '- Look.'],
        ...['', 'More about this error: `docs/troubleshooting.md#not-listed`'],
      ].join('\n'),
    );
  });

  test('a failed step that nobody foresaw sends to the log', async (t) => {
    const run = await runFakeAction(t, ['main', 'crashes']);
    const text = await run.file('STEP_SUMMARY');
    assert.match(text, /An unexpected error\. Its whole text is in the log of this step\./);
    assert.match(text, /```text\nundefined is not a cake/);
  });
});

describe('links into the documentation', () => {
  const server = { GITHUB_SERVER_URL: 'https://git.example.com' };
  const action = { GITHUB_ACTION_REPOSITORY: 'octo/node-images', GITHUB_ACTION_REF: 'v1' };

  test('lead to the repository and ref of the action', () => {
    assert.equal(
      docsLink('docs/trust.md', { ...server, ...action, NODE_IMAGES_SOURCE: 'other/repo@main' }),
      'https://git.example.com/octo/node-images/blob/v1/docs/trust.md',
    );
  });

  test('lead to what a reusable workflow hands over where the action is a local copy', () => {
    const local = { ...server, GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' };
    assert.equal(
      docsLink('docs/trust.md', { ...local, NODE_IMAGES_SOURCE: 'octo/node-images@0123abc' }),
      'https://git.example.com/octo/node-images/blob/0123abc/docs/trust.md',
    );
  });

  test('are none where neither is known, or is no name', () => {
    for (const environment of [
      {},
      server,
      { NODE_IMAGES_SOURCE: 'octo/node-images' },
      { NODE_IMAGES_SOURCE: 'a/b@c)d' },
    ])
      assert.equal(docsLink('docs/trust.md', environment), undefined);
  });
});
