import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { columnWidth, pagesOf, type RenderedPage, render } from './rendered-pages.ts';

const { pages, fonts } = render(projectRoot, pagesOf(projectRoot));

/** Whole files of examples scroll in their own box; some 124 characters are what an editor shows beside a tree of files. */
const codeWidth = 1050;

test('pages are measured in fonts as wide as those of readers', () => {
  const help = 'install Liberation (the package fonts-liberation)';
  // The metrics of Arial and of Courier New, at the sizes of GitHub.
  assert.ok(Math.abs(fonts.text - 316.6) < 1, `${fonts.text} pixels: ${help}`);
  assert.ok(Math.abs(fonts.code - 350.8) < 1, `${fonts.code} pixels: ${help}`);
});

for (const page of pages) {
  describe(page.path, () => {
    test(`no table is wider than GitHub's column of ${columnWidth} pixels, no line of code than ${codeWidth}`, () => {
      assert.deepEqual(tooWide(page), []);
    });

    test('headings begin with one of the first level and skip none', () => {
      assert.deepEqual(headingProblems(page), []);
    });

    test('every image has a text for those who do not see it', () => {
      assert.deepEqual(
        page.images.filter(({ alt }) => alt === ''),
        [],
      );
    });

    test('every column of a table has a head', () => {
      assert.deepEqual(page.headless, []);
    });
  });
}

test('the measurement is awake: it finds each planted fault', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'planted-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));
  mkdirSync(join(scratch, 'docs', 'deep'), { recursive: true });
  const wide = `\`${'x'.repeat(60)}\``;
  const lines = [
    '### Third level first',
    `| ${wide} | ${wide} |\n|---|---|\n| a | b |`,
    `\`\`\`sh\n${'x'.repeat(130)}\n\`\`\``,
    '![](picture.svg)',
    '| | head |\n|---|---|\n| a | b |',
  ];
  writeFileSync(join(scratch, 'docs', 'deep', 'planted.md'), lines.join('\n\n'));
  const [planted] = render(scratch, pagesOf(scratch)).pages;
  assert.ok(planted);
  assert.equal(tooWide(planted).length, 2);
  assert.equal(headingProblems(planted).length, 2);
  assert.deepEqual(planted.images, [{ source: 'picture.svg', alt: '' }]);
  assert.equal(planted.headless.length, 1);
});

function tooWide({ wide }: RenderedPage): readonly string[] {
  return wide
    .filter(({ what, needs }) => needs > (what === 'code' ? codeWidth : columnWidth))
    .map(({ what, starts, needs }) => `${what} of ${needs} pixels: ${starts}`);
}

function headingProblems({ headings }: RenderedPage): readonly string[] {
  const titles = headings.filter(({ level }) => level === 1).length;
  const skips = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1);
  return [
    ...(titles === 1 ? [] : [`${titles} headings of the first level`]),
    ...skips.map(({ level, text }) => `a heading of level ${level} below a higher one: ${text}`),
  ];
}
