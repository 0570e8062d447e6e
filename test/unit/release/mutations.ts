/** Seeded damage to YAML documents, so that a failure can be repeated by its seed. */
export type Random = (below: number) => number;

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const values = [
  'null',
  '[]',
  '{}',
  '""',
  '7',
  '-1',
  'true',
  '1e99',
  '*a',
  '&a x',
  '!!js/function x',
  '\u0000',
  '<<',
  '|',
  '"',
];
const keys = ['__proto__', 'constructor', 'toString', 'uri', 'spec', 'kind', '? x', '1', '-'];

/** Lines of the document are dropped, doubled, shifted, cut, renamed, or given another value. */
export function mutateLines(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let changes = 1 + random(3); changes > 0; changes -= 1) {
    const at = random(lines.length);
    const line = lines[at] ?? '';
    const mutations = [
      [],
      [line, line],
      [` ${line}`],
      [line.replace(/:.*/, `: ${values[random(values.length)]}`)],
      [line.replace(/[\w-]+:/, `${keys[random(keys.length)]}:`)],
      [line.slice(0, random(line.length + 1))],
      [line, `${/^\s*/.exec(line)}${keys[random(keys.length)]}: ${values[random(values.length)]}`],
    ];
    lines.splice(at, 1, ...(mutations[random(mutations.length)] ?? []));
  }
  return lines.join('\n');
}

/** What has a meaning in YAML, alone and together. */
const marks = [
  ...'\n\t\r :-?,[]{}&*!|>\'"%@`#~.0a\\',
  ...[
    '  ',
    ': ',
    '- ',
    '\n  ',
    '\n- ',
    '\n\n',
    ' #',
    '---\n',
    '...\n',
    '""',
    "''",
    '\\n',
    '"\n',
    ' : ',
    '\u00a0',
    '\ufeff',
    '\u2028',
  ],
  ...[
    'null',
    'true',
    '-0',
    '0x1',
    '1_0',
    '1.30',
    '0644',
    '<<: ',
    '? ',
    '[a, b]',
    '{a: b}',
    '!!str ',
    'a: b\n',
    'a:\n',
  ],
];

/** Characters are put in, dropped or replaced, anywhere. */
export function mutateCharacters(text: string, random: Random): string {
  let changed = text;
  for (let changes = 1 + random(4); changes > 0; changes -= 1) {
    const at = random(changed.length + 1);
    const mark = marks[random(marks.length)] ?? '';
    const dropped = random(3) === 0 ? random(4) : 0;
    changed = changed.slice(0, at) + (random(4) === 0 ? '' : mark) + changed.slice(at + dropped);
  }
  return changed;
}
