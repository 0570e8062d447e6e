/** The colours of GitHub's themes; text on each of the fills has a contrast of 4.5 to 1 or more (WCAG AA). */
export const themes = {
  light: {
    text: '#1f2328',
    muted: '#59636e',
    line: '#59636e',
    plain: { fill: '#f6f8fa', stroke: '#818b98' },
    accent: { fill: '#ddf4ff', stroke: '#0969da' },
    good: { fill: '#dafbe1', stroke: '#1a7f37' },
    open: { fill: '#fff8c5', stroke: '#9a6700' },
  },
  dark: {
    text: '#f0f6fc',
    muted: '#9da7b3',
    line: '#9198a1',
    plain: { fill: '#151b23', stroke: '#656c76' },
    accent: { fill: '#121d2f', stroke: '#4493f8' },
    good: { fill: '#12261e', stroke: '#3fb950' },
    open: { fill: '#272115', stroke: '#d29922' },
  },
} as const;

export type Theme = keyof typeof themes;
type Kind = 'plain' | 'accent' | 'good' | 'open';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: Kind;
  readonly title: string;
  readonly lines?: readonly string[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly parts: readonly string[];
}

/** A whole file, for one theme: GitHub serves pictures where `prefers-color-scheme` is the system's, not the page's. */
export function svg({ width, height, title, description, parts }: Picture, theme: Theme): string {
  const { text, muted, line, ...kinds } = themes[theme];
  const fills = Object.entries(kinds).map(
    ([kind, { fill, stroke }]) => `    .${kind} { fill: ${fill}; stroke: ${stroke}; }`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `  <title id="title">${xmlText(title)}</title>`,
    `  <desc id="description">${xmlText(description)}</desc>`,
    '  <style>',
    `    text { font: 13px -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: ${muted}; }`,
    `    .title { font-size: 15px; font-weight: 600; fill: ${text}; }`,
    `    .caption { font-weight: 600; }`,
    `    .words { fill: ${text}; }`,
    ...fills,
    '    .open { stroke-dasharray: 6 4; }',
    `    .line { fill: none; stroke: ${line}; stroke-width: 1.5; }`,
    `    .head { fill: ${line}; }`,
    '  </style>',
    '  <defs>',
    '    <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">',
    '      <path class="head" d="M1 1L9 5L1 9z" />',
    '    </marker>',
    '  </defs>',
    ...parts.map((part) => `  ${part}`),
    '</svg>',
    '',
  ].join('\n');
}

/** A box with a title, and smaller lines below it; together they stand in the middle of its height. */
export function box({ x, y, width, height, kind, title, lines = [] }: Box): string {
  const first = y + height / 2 + 5 - lines.length * 9;
  return [
    `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8" />`,
    words(x + 16, first, title, 'title'),
    ...lines.map((line, index) => words(x + 16, first + 19 + index * 18, line)),
  ].join('\n  ');
}

export function words(x: number, y: number, text: string, name?: 'title' | 'caption' | 'words'): string {
  return `<text${name === undefined ? '' : ` class="${name}"`} x="${x}" y="${y}">${xmlText(text)}</text>`;
}

/** An arrow along the points of an SVG path. */
export function arrow(path: string): string {
  return `<path class="line" d="${path}" marker-end="url(#arrow)" />`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
