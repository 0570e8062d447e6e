import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { anchorsOf, type Link, linksOf, type Page, pages, root } from './pages.ts';

const byPath = new Map(pages.map((page) => [page.path, page]));
const links = pages.flatMap(linksOf).filter(({ target }) => !/^[a-z]+:/.test(target));

/** What a link leads to: the path from the root, and the anchor. */
function destination({ page, target }: Link): { readonly path: string; readonly anchor: string | undefined } {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? page.path : normalize(join(dirname(page.path), decodeURI(file)));
  return { path: path.replace(/\/$/, ''), anchor };
}

function place({ page, line, target }: Link): string {
  return `${page.path}:${line} ${target}`;
}

test('every link leads to a file of this repository', () => {
  const broken = links.filter((link) => !existsSync(join(root, destination(link).path)));
  assert.deepEqual(broken.map(place), []);
});

test('every anchor exists on the page that the link names', () => {
  const broken = links.filter((link) => {
    const { path, anchor } = destination(link);
    const page = byPath.get(path);
    return anchor !== undefined && page !== undefined && !anchorsOf(page).includes(anchor);
  });
  assert.deepEqual(broken.map(place), []);
});

test('no page has the same anchor twice', () => {
  const twice = pages.flatMap((page) => {
    const anchors = anchorsOf(page);
    return anchors
      .filter((anchor, index) => anchors.indexOf(anchor) !== index)
      .map((anchor) => `${page.path}#${anchor}`);
  });
  assert.deepEqual(twice, []);
});

test('the README and the index of the docs lead to every page, within two clicks', () => {
  const readers = pages.filter(({ path }) => /^(?:docs|actions|examples)\/|^[A-Z_]+\.md$/.test(path));
  const near = reachable(['README.md', 'docs/README.md'], 2);
  assert.deepEqual(
    readers.map(({ path }) => path).filter((path) => !near.has(path)),
    [],
  );
});

function reachable(start: readonly string[], clicks: number): ReadonlySet<string> {
  const seen = new Set(start);
  let last: readonly string[] = start;
  for (let click = 0; click < clicks; click += 1) {
    const next = last.flatMap((path) => {
      const page = byPath.get(path);
      return page === undefined ? [] : linksOf(page).map((link) => destination(link).path);
    });
    for (const path of next) seen.add(indexOf(path));
    last = next.map(indexOf);
  }
  return seen;
}

/** A link to a folder shows its README. */
function indexOf(path: string): string {
  const full = join(root, path);
  return existsSync(full) && statSync(full).isDirectory() ? join(path, 'README.md') : path;
}

for (const page of pages.filter(({ path }) => !path.startsWith('.github/')))
  test(`${page.path} has one title, and no heading skips a level`, () => {
    const levels = [...page.prose.matchAll(/^(#{1,6}) /gm)].map(([, marks = '']) => marks.length);
    assert.equal(levels[0], 1, 'the first heading is the title');
    assert.equal(levels.filter((level) => level === 1).length, 1, 'there is one title');
    const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    assert.deepEqual(skips, []);
  });

test('every picture says in words what it shows', () => {
  const silent = pages.flatMap((page: Page) => [
    ...[...page.prose.matchAll(/!\[\s*\]\(/g)].map(() => page.path),
    ...[...page.prose.matchAll(/<img (?![^>]*alt="[^"]{10,}")[^>]*>/g)].map(([tag]) => `${page.path} ${tag}`),
  ]);
  assert.deepEqual(silent, []);
});
