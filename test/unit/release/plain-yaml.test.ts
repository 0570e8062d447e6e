import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readPlainYaml } from '../../../src/release/plain-yaml.ts';
import { parsePublished } from '../../../src/release/published-document.ts';
import { parseYamlDocument } from '../../../src/release/yaml-document.ts';
import { ReleaseHistory } from '../../box/release-history.ts';
import { releaseManifest } from '../../box/release-manifest.ts';
import { mutateCharacters, mutateLines, type Random, randomFrom } from './mutations.ts';
import { fixtures } from './published-release.ts';

/** The quick reader may decline anything, and must never disagree with the full one. */
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 30_000);

const documents = new Map(
  ['bundles', 'eksd'].flatMap((folder) =>
    readdirSync(path.join(fixtures, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(path.join(fixtures, folder, name), 'utf8')] as const),
  ),
);
documents.set('the release manifest of the box', releaseManifest(await ReleaseHistory.load()));

const small = [
  'a: 1\nb:\n- c\n- d: e\n  f: "g h"\ni: {}\nj: []\nk:\n  l: m\n    n o\np: \'q\'\n',
  '- a\n- - b\n  - c\n-\n  d: e\n',
  '"x y"\n',
  'a:\n\n  b: c\n\n\n  d: ""\n',
];

const full = (text: string) => parseYamlDocument(text, { what: 'The file', maxBytes: 10_000_000 });

for (const [name, text] of documents) {
  test(`${name} is read by the quick reader, as by the full one`, () => {
    assert.deepEqual(readPlainYaml(text)?.value, full(text));
  });
}

test(`what the quick reader takes, the full one reads in the same way: ${rounds} documents, changed at random`, () => {
  const lines = [...documents.values()].map((text) => text.split('\n'));
  let taken = 0;
  for (let seed = 1; seed <= rounds; seed += 1) {
    const random = randomFrom(seed);
    const start = random(3) === 0 ? (small[random(small.length)] ?? '') : excerptOf(lines, random);
    const text = random(2) === 0 ? mutateLines(start, random) : mutateCharacters(start, random);
    const quick = readPlainYaml(text);
    if (quick === undefined) continue;
    taken += 1;
    assert.deepEqual(quick.value, full(text), `seed ${seed}: ${JSON.stringify(text)}`);
  }
  assert.ok(taken > rounds / 10, `only ${taken} of ${rounds} were taken, so little was compared`);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

describe('the quick reader leaves to the full one', () => {
  for (const [name, text] of Object.entries({
    'a comment': 'a: 1 # one\n',
    'an anchor': 'a: &x 1\n',
    'an alias': 'a: &x 1\nb: *x\n',
    'a tag': 'a: !!str 1\n',
    'a flow mapping': 'a: {b: c}\n',
    'a flow sequence': 'a: [b]\n',
    'a literal block': 'a: |\n  b\n',
    'a folded block': 'a: >-\n  b\n',
    'a key given twice': 'a: 1\na: 2\n',
    'a key of the prototype': '__proto__: 1\n',
    'a key without text': ': 1\n',
    'a mapping as key': '? a: 1\n: b\n',
    'a tab': 'a:\n\t- b\n',
    'a carriage return': 'a: 1\r\n',
    'a byte order mark': '\ufeffa: 1\n',
    'more than ASCII': 'a: ä\n',
    'a marker': '---\na: 1\n',
    // js-yaml 5.5 takes it for a marker; YAML 1.2.2 §9.1.2 wants it at the start of the line.
    'an indented marker': '  ---\nx\n',
    'a second document': 'a: 1\n---\nb: 2\n',
    'a directive': '%YAML 1.2\n---\na: 1\n',
    'an escape': 'a: "\\u0041"\n',
    'a quoted text of two lines': 'a: "b\n  c"\n',
    'text after a closing quote': '- ""d: e\n',
    'wrong indentation': 'a:\n  b: 1\n c: 2\n',
    'nesting without end': '- '.repeat(10_000),
    nothing: '',
  })) {
    test(name, () => assert.equal(readPlainYaml(text), undefined));
  }
});

test('a broken file is told with its place, which only the full reader knows', async () => {
  const source = { what: 'The bundle', url: 'https://x/bundle.yaml', maxBytes: 1000 };
  await assert.rejects(parsePublished('a: 1\nb: [1, 2\nc: 3\n', source), /not valid YAML.*line 3, column 1/s);
  await assert.rejects(parsePublished('a: 1\na: 2\n', source), /gives the key `a` twice/);
});

/** Some lines out of a real document, brought to the left. */
function excerptOf(documents: readonly (readonly string[])[], random: Random): string {
  const lines = documents[random(documents.length)] ?? [];
  const from = random(lines.length);
  const excerpt = lines.slice(from, from + 1 + random(40));
  const margin = /^ */.exec(excerpt[0] ?? '')?.[0] ?? '';
  return excerpt.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line)).join('\n');
}
