import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';

/** The column in which github.com shows a file, without its padding. */
export const columnWidth = 838;

/** What a browser makes of one page. */
export interface RenderedPage {
  /** From the root of the repository. */
  readonly path: string;
  /** Tables and code blocks with the width that they would need, in pixels. */
  readonly wide: readonly {
    readonly what: 'table' | 'code';
    readonly starts: string;
    readonly needs: number;
  }[];
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly images: readonly { readonly source: string; readonly alt: string }[];
  /** Tables with an empty cell in their head, by the first words of the table. */
  readonly headless: readonly string[];
}

export interface Rendering {
  readonly pages: readonly RenderedPage[];
  /** Width of {@link fontSample} in each of the two fonts, in pixels. */
  readonly fonts: { readonly text: number; readonly code: number };
}

/** Arial's and Consolas' stand-ins on Linux, so that a page is as wide here as it is in CI. */
const fonts = `
  .markdown-body { font-family: "Liberation Sans" !important; box-sizing: border-box; width: ${columnWidth}px }
  .markdown-body :is(code, pre, tt, samp) { font-family: "Liberation Mono" !important }`;

export const fontSample = 'The quick brown fox jumps over the lazy dog';

/** All pages of the repository that people read. */
export function pagesOf(root: string): readonly string[] {
  const patterns = ['*.md', 'actions/*/README.md', 'docs/**/*.md', 'examples/**/*.md'];
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

/** Lets Chromium lay out pages as github.com would, by its published style sheet, and measures them. */
export function render(root: string, paths: readonly string[]): Rendering {
  const scratch = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    const file = join(scratch, 'pages.html');
    writeFileSync(file, documentOf(root, paths));
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--virtual-time-budget=5000',
    ];
    const args = [
      ...flags,
      `--user-data-dir=${join(scratch, 'profile')}`,
      '--dump-dom',
      pathToFileURL(file).href,
    ];
    const dom = execFileSync('chromium', args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const json = /<output>([\s\S]*)<\/output>/.exec(dom)?.[1];
    if (json === undefined) throw new Error('Chromium has not run the script of the page.');
    return JSON.parse(decodeURIComponent(json)) as Rendering;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function documentOf(root: string, paths: readonly string[]): string {
  const sheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css');
  const articles = paths.map((path) => {
    const html = marked.parse(readFileSync(join(root, path), 'utf8'), { async: false, gfm: true });
    // A folded part counts as well: who opens it must not scroll sideways either.
    const open = html.replaceAll('<details>', '<details open>');
    return `<article class="markdown-body" data-path="${path}">${open}</article>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>${readFileSync(sheet, 'utf8')}${fonts}</style>
<div class="markdown-body"><span id="text">${fontSample}</span> <code id="code" style="padding: 0">${fontSample}</code></div>
${articles.join('\n')}<output></output><script>(${measure})()</script>`;
}

/** Runs in the browser. */
const measure = `function () {
  const words = (element) => element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60);
  const pages = [...document.querySelectorAll('article')].map((page) => {
    const all = (selector) => [...page.querySelectorAll(selector)];
    const needs = (what) => (element) => ({ what, starts: words(element), needs: element.scrollWidth });
    return {
      path: page.dataset.path,
      wide: [...all('table').map(needs('table')), ...all('pre').map(needs('code'))],
      headings: all('h1, h2, h3, h4, h5, h6').map((element) => ({ level: Number(element.tagName[1]), text: element.textContent.trim() })),
      images: all('img').map((image) => ({ source: image.getAttribute('src') ?? '', alt: image.alt.trim() })),
      headless: all('table').filter((table) => {
        const heads = [...table.querySelectorAll('thead th')];
        return heads.length === 0 || heads.some((head) => words(head) === '');
      }).map(words),
    };
  });
  const width = (id) => document.getElementById(id).getBoundingClientRect().width;
  const result = { pages, fonts: { text: width('text'), code: width('code') } };
  document.querySelector('output').textContent = encodeURIComponent(JSON.stringify(result));
}`;
