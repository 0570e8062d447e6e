import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { helpPages, readEntries, readPage, troubleshooting } from '../../scripts/docs/troubleshooting.ts';
import { knownCauses } from '../../src/image-builder/known-causes.ts';
import { phaseAnchor, phaseNames } from '../../src/image-builder/log-phases.ts';
import { helpPlace } from '../../src/runner/help-link.ts';
import { readMessages } from '../support/error-headlines.ts';

const root = join(import.meta.dirname, '..', '..');
const docs = join(root, 'docs');
const index = readFileSync(join(docs, 'troubleshooting.md'), 'utf8');
const entries = helpPages.flatMap((page) => readEntries(root, page));
const { headlines, warnings, texts } = readMessages(root);
const composite = readFileSync(join(root, 'actions/attest-node-image/action.yml'), 'utf8');

const anchorsOf = (text: string) => [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);

/** All places that a link may lead to, as the log writes them. */
const places = new Set(
  helpPages.flatMap((page) =>
    anchorsOf(readPage(root, page)).map((id) => `troubleshooting/${page}.md#${id}`),
  ),
);

describe('every error has one entry', () => {
  test('the sources were understood: there are as many headlines as one would think', () => {
    assert.ok(headlines.length > 130, String(headlines.length));
    assert.ok(warnings.length >= 20, String(warnings.length));
  });

  for (const { file, line, text } of headlines)
    test(`${text} (${file}:${line})`, () => {
      const place = helpPlace(text);
      assert.ok(
        place,
        `No page of docs/troubleshooting explains "${text}". Add an entry to one: a line \`<a id="short-name"></a>\`, a heading with the message as code, what it means, what to do. Then run \`npm run docs\`.`,
      );
      assert.ok(places.has(place), `${place} is nowhere`);
    });

  for (const { file, line, text } of warnings)
    test(`the warning ${text} (${file}:${line})`, () => {
      assert.ok(helpPlace(text.split('\n', 1)[0] ?? ''), `No entry for the warning "${text}": see above.`);
    });
});

/** The composite action writes in bash: names of its variables are filled in. */
const said = composite
  .replaceAll(/\$\{?\w+(?::-[^}]*)?\}?/g, '…')
  .replaceAll('%s', '…')
  .replaceAll(/["'\\]/g, '');

describe('every entry is an error that the code can give', () => {
  for (const { page, id, message } of entries)
    test(message, () => {
      const own = `troubleshooting/${page}.md#${id}`;
      const isGiven =
        [...headlines, ...warnings, ...texts].some(({ text }) => helpPlace(text) === own) ||
        said.includes(message.replaceAll(/["']/g, '').replace(/…$/, ''));
      assert.ok(isGiven, `nothing in src says "${message}"`);
    });
});

describe('anchors and links', () => {
  test('every anchor is there once, on all pages together', () => {
    const all = helpPages.flatMap((page) => anchorsOf(readPage(root, page)));
    assert.deepEqual(
      all.filter((id, at) => all.indexOf(id) !== at),
      [],
    );
    for (const id of all) assert.match(id ?? '', /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('no message has two entries', () => {
    const messages = entries.map(({ message }) => message);
    assert.equal(new Set(messages).size, messages.length);
  });

  test('every anchor of an entry stands at a heading or a message', () => {
    const written = new Set(entries.map(({ id }) => id));
    const others = helpPages
      .flatMap((page) => anchorsOf(readPage(root, page)))
      .filter((id) => !written.has(id ?? '') && !knownCauses.some((cause) => cause.id === id));
    assert.deepEqual(
      others.filter((id) => !/^(?:phase-.*|secret-empty)$/.test(id ?? '')),
      [],
    );
  });

  test('every line of the index leads to its anchor', () => {
    const linked = [...index.matchAll(/^- \[`+ ?.*\]\((troubleshooting\/[^)]+)\)/gm)].map(([, to]) => to);
    assert.equal(linked.length, entries.length + knownCauses.length);
    for (const to of linked) assert.ok(places.has(to ?? ''), to);
  });

  test('every page, and every place on one of these pages that another links to, is there', () => {
    const files = ['', ...helpPages].map((page) =>
      page ? `troubleshooting/${page}.md` : 'troubleshooting.md',
    );
    for (const file of files) {
      const text = readFileSync(join(docs, file), 'utf8');
      for (const [, to = ''] of text.matchAll(/\]\((?!https?:)([^)#]*(?:#[^)]*)?)\)/g)) {
        const [path = '', anchor] = to.split('#');
        const target = path === '' ? join(docs, file) : join(docs, file, '..', path);
        assert.ok(existsSync(target), `${file}: ${to}`);
        if (anchor === undefined || !target.includes('troubleshooting')) continue;
        const slugs = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
          heading
            .toLowerCase()
            .replaceAll(/[^\w -]/g, '')
            .replaceAll(' ', '-'),
        );
        const isThere = anchorsOf(readFileSync(target, 'utf8')).includes(anchor) || slugs.includes(anchor);
        assert.ok(isThere, `${file}: ${to}`);
      }
    }
  });

  test('a failed build leads to its known cause or to its phase', () => {
    for (const { id } of knownCauses) assert.ok(places.has(`troubleshooting/build.md#${id}`), id);
    for (const name of phaseNames)
      assert.ok(places.has(`troubleshooting/build.md#${phaseAnchor(name)}`), name);
    assert.equal(phaseAnchor('Provision with Ansible: node, try 2'), 'phase-provision-with-ansible');
  });

  test('the places that the composite action links to are there', () => {
    const ids = [...composite.matchAll(/refuse ([a-z-]+) /g)].map(([, id]) => id);
    assert.ok(ids.length >= 7);
    for (const id of ids) assert.ok(places.has(`troubleshooting/collect-attest-report.md#${id}`), id);
  });
});

test('what the pages repeat of each other and of the code is up to date', () => {
  for (const { page, section, content } of troubleshooting(root)) {
    const text = readFileSync(join(root, page), 'utf8');
    assert.ok(
      section === undefined ? text === content : text.includes(content),
      `${page}: run \`npm run docs\``,
    );
  }
});

describe('the pages are readable', () => {
  for (const page of helpPages)
    test(page, () => {
      const text = readPage(root, page);
      for (const row of text.match(/^\|.*\|$/gm) ?? []) {
        const cells = row.split(/(?<!\\)\|/).slice(1, -1);
        assert.ok(cells.length <= 3, `more than 3 columns: ${row}`);
      }
      const levels = [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^(#+) /gm)].map(
        ([, marks = '']) => marks.length,
      );
      assert.equal(levels[0], 1);
      levels.forEach((level, at) => {
        assert.ok(level <= (levels[at - 1] ?? 0) + 1, `heading ${at + 1} skips a level`);
      });
      assert.doesNotMatch(text, /belongs into|secrets: inherit` (?!cannot)/);
    });
});
