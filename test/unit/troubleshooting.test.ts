import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'troubleshooting.md'), 'utf8');

/** Each heading may name several errors, with ` · ` between them. */
const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
const errors = headings.flatMap((heading) => heading.split(' · ').map(withoutMarks));

/** Marks of code, and what is no part of the text itself. */
function withoutMarks(text: string): string {
  return text
    .replace(/ \((?:warnings?|notice)\)$/, '')
    .replaceAll('`', '')
    .trim();
}

/** All text of the sources, scripts of an action among them, as a person would see it, with `…` for what is filled in. */
const sources = globSync(['src/**/*.ts', 'actions/attest-node-image/action.yml'], { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')
  .replaceAll(/\\?`/g, '')
  .replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '…');

/** Names of inputs are filled in by the code, too. */
const inputs = new Set(
  globSync(['action.yml', 'actions/*/action.yml'], { cwd: root }).flatMap((file) =>
    Object.keys((parse(readFileSync(join(root, file), 'utf8')) as { inputs?: object }).inputs ?? {}),
  ),
);

/** The parts of a heading that must stand in the sources as they are. */
function fixedParts(error: string): readonly string[] {
  const words = error.split('…').flatMap((part) => (isInSources(part) ? [part] : part.split(filling)));
  return words.map((part) => part.replace(/^[:.,() ]+|[:.,() ]+$/g, '')).filter((part) => /\w{3}/.test(part));
}

/** What the code fills in and the page names all the same, because people look for it. */
const namedOnPage = [
  ...[
    'The image-builder CLI',
    'The image',
    'The log',
    'The record for later plans',
    'the bundle',
    './image-builder',
  ],
  ...['SIGINT', '256', '.json'],
];
const filledIn = [...namedOnPage, ...inputs]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace(/[./]/g, '\\$&'))
  .join('|');
const filling = new RegExp(`(?<![\\w-])(?:${filledIn})(?![\\w-])`);

function isInSources(part: string): boolean {
  return sources.includes(part.trim());
}

describe('every error on the page of troubleshooting is one that the code can give', () => {
  for (const error of errors)
    test(error, () => {
      const parts = fixedParts(error);
      assert.ok(parts.length > 0, 'nothing of it is fixed');
      for (const part of parts) assert.ok(isInSources(part), `"${part}" stands nowhere in src`);
    });
});

test('the page is in the order that it says: of the alphabet, what differs first', () => {
  const keys = headings.map((heading) => withoutMarks(heading).toLowerCase().replaceAll('…', '\u0000'));
  assert.deepEqual(keys, keys.toSorted());
});

test('no error has two entries', () => {
  assert.equal(new Set(errors).size, errors.length);
});
