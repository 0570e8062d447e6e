import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { pipelinePicture } from '../../scripts/images/pipeline.ts';
import { svg, themes } from '../../scripts/images/svg.ts';
import { trustPicture } from '../../scripts/images/trust.ts';

const folder = resolve(import.meta.dirname, '../../docs/images');
const pictures = { trust: trustPicture(), pipeline: pipelinePicture() };

describe('the pictures of the documentation', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, picture] of Object.entries(pictures)) {
      test(`${name}-${theme}.svg is what \`npm run images\` draws, with a title and a description`, () => {
        const drawn = readFileSync(join(folder, `${name}-${theme}.svg`), 'utf8');
        assert.equal(drawn, svg(picture, theme));
        assert.match(drawn, /<title id="title">.+<\/title>\n {2}<desc id="description">.+<\/desc>/);
      });
    }

    test(`summary-${theme}.png loads fast`, () => {
      assert.ok(statSync(join(folder, `summary-${theme}.png`)).size < 150_000);
    });

    test(`the text of ${theme} pictures has the contrast that WCAG AA asks for`, () => {
      const { text, muted, line: _, ...boxes } = themes[theme];
      const page = theme === 'light' ? '#ffffff' : '#0d1117';
      for (const ground of [page, ...Object.values(boxes).map(({ fill }) => fill)]) {
        for (const colour of [text, muted]) {
          const ratio = contrast(colour, ground);
          assert.ok(ratio >= 4.5, `${colour} on ${ground}: ${ratio.toFixed(2)}`);
        }
      }
    });
  }
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
