import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, describe, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { columnWidth, pagesOf, type RenderedPage, render } from './rendered-pages.ts';

const { pages, fonts } = render(projectRoot, pagesOf(projectRoot));

test('pages are measured in fonts as wide as those of readers', () => {
  const help = 'install Liberation (the package fonts-liberation)';
  // The metrics of Arial and of Courier New, at the sizes of GitHub.
  assert.ok(Math.abs(fonts.text - 316.6) < 1, `${fonts.text} pixels: ${help}`);
  assert.ok(Math.abs(fonts.code - 350.8) < 1, `${fonts.code} pixels: ${help}`);
});

for (const page of pages) {
  describe(page.path, () => {
    test(`no table and no line of code is wider than GitHub's column of ${columnWidth} pixels`, () => {
      assert.deepEqual(tooWide(page), []);
    });

    test('headings begin with one of the first level and skip none', () => {
      assert.deepEqual(headingProblems(page), []);
    });

    test('every link into the repository leads to a file, and to a heading of it', () => {
      assert.deepEqual(deadLinks(page, projectRoot, pages), []);
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
    `\`\`\`sh\n${'x'.repeat(120)}\n\`\`\``,
    '![](picture.svg)',
    '| | head |\n|---|---|\n| a | b |',
    '[no file](none.md), [no heading](#nowhere), [a heading](#third-level-first)',
  ];
  writeFileSync(join(scratch, 'docs', 'deep', 'planted.md'), lines.join('\n\n'));
  const rendered = render(scratch, pagesOf(scratch)).pages;
  const [planted] = rendered;
  assert.ok(planted);
  assert.deepEqual(deadLinks(planted, scratch, rendered), ['none.md', '#nowhere']);
  assert.equal(tooWide(planted).length, 2);
  assert.equal(headingProblems(planted).length, 2);
  assert.deepEqual(planted.images, [{ source: 'picture.svg', alt: '' }]);
  assert.equal(planted.headless.length, 1);
});

function tooWide({ wide }: RenderedPage): readonly string[] {
  return wide
    .filter(({ needs }) => needs > columnWidth)
    .map(({ what, starts, needs }) => `${what} of ${needs} pixels: ${starts}`);
}

/** Relative links without a file, or without the heading that they name. */
function deadLinks(page: RenderedPage, root: string, all: readonly RenderedPage[]): readonly string[] {
  return page.targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? page.path : posix.join(posix.dirname(page.path), decodeURIComponent(file));
    if (!existsSync(join(root, path))) return true;
    const other = all.find((candidate) => candidate.path === path);
    return anchor !== undefined && other !== undefined && !anchorsOf(other).includes(anchor);
  });
}

/** As github.com names headings: repeated ones are counted. */
function anchorsOf({ headings }: RenderedPage): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map(({ text }) => {
    const name = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
}

function headingProblems({ headings }: RenderedPage): readonly string[] {
  const titles = headings.filter(({ level }) => level === 1).length;
  const skips = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1);
  return [
    ...(titles === 1 ? [] : [`${titles} headings of the first level`]),
    ...skips.map(({ level, text }) => `a heading of level ${level} below a higher one: ${text}`),
  ];
}
