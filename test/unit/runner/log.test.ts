import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harmless } from '../../../src/runner/log.ts';

test('ordinary text stays as it is', () => {
  for (const text of [
    '',
    'plain',
    'a::b::c',
    'std::vector<int>',
    '# heading',
    '## [x]',
    '[[ 0 == 1 ]]',
    ': :',
    'a\n b: c',
    'żółć: ::x',
  ]) {
    assert.equal(harmless(text), text);
  }
});

/**
 * The runner's own test of a line, by the source: white space trimmed, then `StartsWith("::")`, or `IndexOf("##[")`,
 * both by culture: ICU's collation overlooks what Intl.Collator, which is ICU too, calls equal to nothing.
 */
const collator = new Intl.Collator('en', { ignorePunctuation: false });
const isOverlooked = (character: string) => collator.compare(`a${character}b`, 'ab') === 0;

function actsAsCommand(text: string): boolean {
  return text.split(/\r\n|\n|\r/).some((line) => {
    // .NET trims U+0085 as well.
    const seen = [...line.replace(/^[\s\u0085]+/, '')]
      .filter((character) => !isOverlooked(character))
      .join('');
    return seen.replace(/^[\s\u0085]+/, '').startsWith('::') || seen.includes('##[');
  });
}

test('a workflow command becomes text that a person can still read', () => {
  assert.equal(harmless('::error::x'), '\\::error::x');
  assert.equal(harmless('x ##[group]y'), 'x #\\#[group]y');
});

for (const text of [
  '::set-env name=PATH::/tmp',
  '  \t::add-mask::x',
  'first\n::error::x',
  'first\r::error::x',
  'first\r\n  ::stop-commands::x',
  '\u0085::error::x',
  '\u00a0::error::x',
  '\ufeff::error::x',
  '\u200b::error::x',
  ':\u200b:error::x',
  ':\u0000:error::x',
  ':::error::x',
  '##[error]x',
  'text ##[set-output name=a]b',
  '###[error]x',
  '#\u200b#[error]x',
  '##\u2060[error]x',
  '##[a]##[b]',
]) {
  test(`${JSON.stringify(text)} does not act as a command`, () => {
    assert.ok(actsAsCommand(text), 'the text is one that the runner would obey');
    assert.ok(!actsAsCommand(harmless(text)), JSON.stringify(harmless(text)));
  });
}

test('no character that ICU overlooks hides a command', () => {
  const hidden: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10_ffff; codePoint += 1) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const character = String.fromCodePoint(codePoint);
    if (/[\r\n]/.test(character) || !isOverlooked(character)) continue;
    for (const text of [`${character}::x`, `:${character}:x`, `#${character}#[x`, `##${character}[x`]) {
      if (harmless(text) === text) hidden.push(`U+${codePoint.toString(16)} in ${JSON.stringify(text)}`);
    }
  }
  assert.deepEqual(hidden, []);
});

test('what was made harmless once is not changed again', () => {
  for (const text of ['::error::x', '##[error]x', '  ::x'])
    assert.equal(harmless(harmless(text)), harmless(text));
});
