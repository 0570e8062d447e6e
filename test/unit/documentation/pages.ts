import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

export interface Page {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
  /** The text with its code blocks blanked, line for line. */
  readonly prose: string;
}

/** Every page that a reader of the repository can open. */
export const pages: readonly Page[] = globSync(
  ['*.md', '.github/**/*.md', 'actions/*/README.md', 'docs/**/*.md', 'examples/**/*.md', 'test/box/**/*.md'],
  { cwd: root },
)
  .toSorted()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, prose: withoutBlocks(text) };
  });

function withoutBlocks(text: string): string {
  const blank = (block: string) => block.replaceAll(/[^\n]/g, '');
  return text
    .replaceAll(/^( *)(```|~~~)[^\n]*\n[\s\S]*?^\1\2$/gm, blank)
    .replaceAll(/<!--[\s\S]*?-->/g, blank);
}

/** The number of the line that an offset is in. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** What `#…` can lead to: headings as GitHub turns them into anchors, and anchors in HTML. */
export function anchorsOf({ prose }: Page): readonly string[] {
  const used = new Map<string, number>();
  const headings = [...prose.matchAll(/^#{1,6} +(.+?)(?: +#+)?$/gm)].map(([, heading = '']) => {
    const slug = slugOf(heading);
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  const explicit = [...prose.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  return [...headings, ...explicit];
}

/** Source: github/html-pipeline, TableOfContentsFilter: lower case, no punctuation, blanks become hyphens. */
function slugOf(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

export interface Link {
  readonly page: Page;
  readonly line: number;
  /** As written. */
  readonly target: string;
}

/** Links and images of a page, those in HTML included. */
export function linksOf(page: Page): readonly Link[] {
  const found = [
    ...page.prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g),
    ...page.prose.matchAll(/^\[[^\]]+\]: +(\S+)/gm),
    ...page.prose.matchAll(/ (?:href|src|srcset)="([^"]+)"/g),
  ];
  return found.map((match) => ({ page, line: lineAt(page.prose, match.index), target: match[1] ?? '' }));
}
