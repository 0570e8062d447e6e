import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { marked } from 'marked';
import type { Theme } from './svg.ts';

/** As wide as GitHub shows a README, at the density of a phone or a good laptop. */
const width = 838;
const density = 2;
const largest = 150_000;

const borders: Readonly<Record<Theme, string>> = { light: '#d1d9e0', dark: '#3d444d' };

/** Draws a job summary as GitHub does, with `chromium` and ImageMagick's `convert`, which are packages of Debian. */
export function drawSummary(summary: string, theme: Theme, path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, pageOf(summary, theme));
    const height = /data-height="(\d+)"/.exec(browse(page, ['--dump-dom']))?.[1];
    if (height === undefined) throw new Error('the browser did not tell the height of the page');
    const screenshot = join(folder, 'page.png');
    browse(page, [`--window-size=${width},${height}`, `--screenshot=${screenshot}`]);
    // Text has few shades: a palette makes the file a third as large, and nobody sees it.
    const palette = ['+dither', '-colors', '256', '-strip', '-define', 'png:compression-level=9'];
    execFileSync('convert', [screenshot, ...palette, `PNG8:${path}`]);
    const { size } = statSync(path);
    if (size > largest) throw new Error(`${path} has ${size} bytes, more than ${largest}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The chart of phases is left out: only GitHub draws it. */
function pageOf(summary: string, theme: Theme): string {
  const text = summary.replace(/^Phases of the build[^\n]*\n+```mermaid[\s\S]*?^```$/m, '');
  const style = fileURLToPath(import.meta.resolve(`github-markdown-css/github-markdown-${theme}.css`));
  return `<!doctype html>
<meta charset="utf-8">
<style>
${readFileSync(style, 'utf8')}
  html { background: transparent; }
  body { margin: 0; padding: 1px; display: flow-root; }
  .markdown-body { border: 1px solid ${borders[theme]}; border-radius: 8px; padding: 24px; font-size: 15px; }
  .markdown-body h3 { margin-top: 0; }
  .markdown-body table { display: table; width: 100%; }
  .markdown-body th { text-align: left; }
  .markdown-body td:first-child { white-space: nowrap; }
</style>
<body><main class="markdown-body">${marked.parse(text, { async: false })}</main>
<script>document.body.dataset.height = document.documentElement.scrollHeight;</script>`;
}

function browse(page: string, options: readonly string[]): string {
  const fixed = [
    ...['--headless', '--disable-gpu', '--hide-scrollbars', '--no-sandbox'],
    ...[`--force-device-scale-factor=${density}`, '--default-background-color=00000000'],
  ];
  return execFileSync(
    'chromium',
    [...fixed, `--window-size=${width},400`, ...options, pathToFileURL(page).href],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
}
