import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commandGroup } from '../../test/tuf/command-case.ts';
import { casesFile, type RecordedCase } from '../../test/tuf/recorded-cases.ts';
import { markdownTable } from './markdown.ts';

/** What tuftool, tuf-js and this suite make of each altered repository, as test/tuf/cases.json records it. */
export function tufTable(): string {
  const recorded = JSON.parse(readFileSync(casesFile, 'utf8')) as readonly RecordedCase[];
  const count = (test: (line: RecordedCase) => boolean) => recorded.filter(test).length;
  const groups = Map.groupBy(recorded, ({ group }) => group);
  const sections = [...groups].map(([group, lines]) =>
    [
      `### ${group}`,
      '',
      group === commandGroup
        ? markdownTable(
            ['Case of `tuftool download`', 'tuftool', 'This suite', 'Why they differ', 'Proven in'],
            lines.map(commandCells),
          )
        : markdownTable(
            ['Case, in a good repository', 'tuftool', 'tuf-js', 'This suite', 'Why it differs from tuftool'],
            lines.map(cells),
          ),
    ].join('\n'),
  );
  const summary = [
    `${recorded.length} cases: tuftool refuses ${count(({ tuftool }) => tuftool.verdict === 'refused')},`,
    `tuf-js by itself ${count(({ tufJs }) => tufJs === 'refused')} of the ${count(({ tufJs }) => tufJs !== undefined)} that it was given,`,
    `this suite ${count(({ ours }) => ours.verdict === 'refused')}. A dash: not run.`,
  ];
  return [summary.join(' '), ...sections].join('\n\n');
}

function cells({ name, tuftool, tufJs, ours, why = '' }: RecordedCase): readonly string[] {
  return [name, tuftool.verdict, tufJs ?? '–', ours.verdict, why].map(escaped);
}

function commandCells({ name, tuftool, ours, why = '', proof }: RecordedCase): readonly string[] {
  const said = ({ verdict, words }: RecordedCase['ours']) =>
    words === '' ? verdict : `${verdict}: ${words}`;
  return [name, said(tuftool), said(ours), why, basename(proof?.file ?? '')].map(escaped);
}

/** For a cell of a Markdown table. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('__', '\\_\\_')
    .replaceAll('<', '&lt;');
}
