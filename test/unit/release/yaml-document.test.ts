import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseYamlDocument } from '../../../src/release/yaml-document.ts';

const parse = (text: string, maxBytes = 10_000_000) =>
  parseYamlDocument(text, { what: 'The file', maxBytes });

test('scalars are not text only when they print as they are written', () => {
  const commit = '1234567890123456789012345678901234567890';
  const yaml = `a: 1.30\nb: 124\nc: "124"\nd: ${commit}\ne: 0644\nf: yes\ng: true\nh: True\ni:\nj: null\nk: ~\nl: 1e3\nm: -5\nn: -0\no: 2026-08-13\np: 0x1f\nq: |\n  5\nr: '5'\ns: .inf\n`;
  assert.deepEqual(parse(yaml), {
    a: '1.30',
    b: 124,
    c: '124',
    d: commit,
    e: '0644',
    f: 'yes',
    g: true,
    h: 'True',
    i: null,
    j: null,
    k: null,
    l: '1e3',
    m: -5,
    n: '-0',
    o: '2026-08-13',
    p: '0x1f',
    q: '5\n',
    r: '5',
    s: '.inf',
  });
});

test('a key given twice is an error', () => {
  assert.throws(() => parse('spec:\n  number: 1\n  number: 2\n'), /gives the key `number` twice/);
});

test('keys of the prototype are data like any other', () => {
  const value = parse('__proto__: {admin: true}\nconstructor: 1\n');
  assert.deepEqual(Object.keys(value as object), ['__proto__', 'constructor']);
  assert.equal(({} as { admin?: boolean }).admin, undefined);
});

test('anchors and aliases work, and a bomb made of them is refused in time', () => {
  assert.deepEqual(parse('a: &x [1, 2]\nb: *x\n'), { a: [1, 2], b: [1, 2] });
  const levels = Array.from(
    { length: 20 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
  );
  const started = Date.now();
  assert.throws(() => parse(`l0: &l0 lol\n${levels.join('\n')}\n`), /expands to more than 1000000 values/);
  assert.ok(Date.now() - started < 5000);
  assert.throws(() => parse('a: &a [*a]\n'), { name: 'ActionError' });
  assert.throws(() => parse('a: *nothing\n'), { name: 'ActionError' });
});

test('megabytes of tiny entries are refused before they cost time and memory', () => {
  const started = Date.now();
  for (const entry of ['- a\n', 'key: 1\n', '- - - - ', '{a, b}, ', '[[[[']) {
    assert.throws(() => parse(entry.repeat(1_000_000)), { name: 'ActionError' }, entry);
  }
  assert.ok(Date.now() - started < 2000);
});

test('many keys in one mapping are read in reasonable time', () => {
  const yaml = Array.from({ length: 50_000 }, (_, index) => `key${index}: 1`).join('\n');
  const started = Date.now();
  parse(yaml);
  assert.ok(Date.now() - started < 10_000);
});

for (const [name, text] of Object.entries({
  'a second document': 'a: 1\n---\nb: 2\n',
  'a broken flow': 'a: [1, 2\n',
  'a tab as indentation': 'a:\n\t- b\n',
  'a mapping as key': '? {a: 1}\n: b\n',
  'nesting without end': '['.repeat(200_000),
  'an unknown escape': 'a: "\\q"\n',
})) {
  test(`${name} is one error`, () => {
    assert.throws(() => parse(text), { name: 'ActionError', message: /^The file / });
  });
}

test('syntax errors have a place', () => {
  assert.throws(() => parse('a: 1\nb: [1, 2\nc: 3\n'), /line 3, column 1/);
});

test('a document above the limit is not parsed', () => {
  assert.throws(() => parse('ä'.repeat(6), 10), /larger than 10 bytes/);
});
