import type { Finding, HostVerdict } from './finding.ts';

/** The whole line stays within what a terminal shows. */
const widths = { mark: 4, what: 14, found: 34, needed: 25 } as const;

const marks: Readonly<Record<HostVerdict, string>> = { good: 'ok', doubtful: 'warn', bad: 'BAD' };

/** The findings as lines of at most 80 columns; long cells go on below, and what to do follows. */
export function hostTable(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [
    line('', ['what', 'found', 'needed']),
    ...findings.flatMap(({ what, found, needed, verdict, fix }) => [
      ...rows(marks[verdict], [what, found, needed]),
      ...(fix === undefined ? [] : wrap(`> ${fix}`, 74).map((text) => `     ${text}`)),
    ]),
  ];
}

function rows(mark: string, cells: readonly [string, string, string]): string[] {
  const [what, found, needed] = cells;
  const columns = [wrap(what, widths.what), wrap(found, widths.found), wrap(needed, widths.needed)] as const;
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    line(
      index === 0 ? mark : '',
      columns.map((column) => column[index] ?? ''),
    ),
  );
}

function line(mark: string, [what = '', found = '', needed = '']: readonly string[]): string {
  const { mark: first, what: second, found: third } = widths;
  return `${mark.padEnd(first)} ${what.padEnd(second)} ${found.padEnd(third)} ${needed}`.trimEnd();
}

/** Breaks at blanks, and within words only where one alone is too long, such as a path. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const pieces = word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [''];
    for (const [index, piece] of pieces.entries()) {
      const last = lines.at(-1) ?? '';
      const joined = last === '' ? piece : index === 0 ? `${last} ${piece}` : undefined;
      if (joined !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
      else lines.push(piece);
    }
  }
  return lines;
}
