import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, posix, resolve } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { nearestMatch } from '../nearest-match.ts';
import { fileProblem } from './config-files.ts';
import { type Findings, kindOf, type NamedText, type Place } from './config-text.ts';

/** One file that upstream's Ansible role copies into the image, as the CLI's `--files-config` takes it. */
export interface AdditionalFile {
  /** Absolute, on the machine that builds. */
  readonly src: string;
  /** Absolute, in the image; a folder when it ends in a slash. */
  readonly dest: string;
  readonly owner: string;
  readonly group: string;
  /** The octal digits as a decimal number: 644. The CLI's field is an integer, which Ansible turns into text again. */
  readonly mode: number;
}

const largestList = 1024 * 1024;
const keys = ['src', 'dest', 'owner', 'group', 'mode'] as const;
type Key = (typeof keys)[number];

/**
 * Reads the input `additional-files`: paths of list files, one per line, or the list itself. A list file may be the
 * `files.json` of the manual procedure.
 *
 * @param workspace what relative paths are relative to
 */
export async function readAdditionalFiles(
  input: string,
  workspace: string,
  findings: Findings,
): Promise<readonly AdditionalFile[]> {
  const files: AdditionalFile[] = [];
  for (const text of await listTexts(input, workspace, findings))
    for (const entry of entriesOf(text, findings)) {
      const file = await readFileEntry(entry, workspace, findings);
      if (file !== undefined) files.push(file);
    }
  refuseSameDestination(files, findings);
  return files;
}

/** The document of `--files-config`. */
export function filesConfig(files: readonly AdditionalFile[]): string {
  return JSON.stringify({ additional_files_list: files });
}

/** A path has no colon with a blank after it, and no bracket at its beginning. */
async function listTexts(input: string, workspace: string, { problems }: Findings): Promise<NamedText[]> {
  const isList = /^\s*[[{-]/.test(input) || /^\s*\w+:(\s|$)/m.test(input);
  if (isList) return [{ name: 'additional-files', text: input }];
  const texts: NamedText[] = [];
  for (const file of input.split('\n').map((line) => line.trim())) {
    if (file === '') continue;
    const path = resolve(workspace, file);
    const problem = await fileProblem(path, largestList);
    if (problem !== undefined)
      problems.push({ text: `${path}: ${problem}`, place: { name: 'additional-files' } });
    else texts.push({ name: `additional-files ${file}`, file, text: await readFile(path, 'utf8') });
  }
  return texts;
}

interface ListEntry {
  readonly values: Readonly<Partial<Record<Key, string>>>;
  readonly place: Place;
}

function entriesOf({ text, ...source }: NamedText, { problems }: Findings): readonly ListEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, lineCounter: lines });
  const placeAt = (offset: number | undefined): Place =>
    offset === undefined ? source : { ...source, line: lines.linePos(offset).line };
  if (document.errors.length > 0) {
    problems.push(...document.errors.map(({ message, pos }) => ({ text: message, place: placeAt(pos[0]) })));
    return [];
  }
  const top = document.contents;
  const list: unknown =
    isMap(top) && top.has('additional_files_list') ? top.get('additional_files_list') : top;
  const items = isSeq(list) ? list.items : isMap(list) && list.has('src') ? [list] : undefined;
  if (items === undefined) {
    problems.push({
      text: 'neither a list of files nor a mapping with `additional_files_list`',
      place: source,
    });
    return [];
  }
  return items.flatMap((item): ListEntry[] => {
    if (isMap(item)) return [{ values: valuesOf(item, placeAt, problems), place: placeAt(item.range?.[0]) }];
    const at = isScalar(item) ? item.range?.[0] : undefined;
    problems.push({
      text: `a file must be a mapping with \`src\` and \`dest\`, but is ${kindOf(item)}`,
      place: placeAt(at),
    });
    return [];
  });
}

function valuesOf(
  item: YAMLMap,
  placeAt: (offset: number | undefined) => Place,
  problems: Findings['problems'],
): ListEntry['values'] {
  const values: Partial<Record<Key, string>> = {};
  for (const { key, value } of item.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const place = placeAt(isScalar(key) ? key.range?.[0] : item.range?.[0]);
    const known = keys.find((candidate) => candidate === name);
    if (known === undefined) {
      const near = nearestMatch(name, keys);
      problems.push({
        text: `\`${name}\` is no key of a file${near ? `; did you mean \`${near}\`?` : `; there are ${keys.join(', ')}`}`,
        place,
      });
    } else if (isScalar(value)) values[known] = String(value.value ?? '').trim();
    else problems.push({ text: `\`${name}\` must be one value, but is ${kindOf(value)}`, place });
  }
  return values;
}

async function readFileEntry(
  { values, place }: ListEntry,
  workspace: string,
  { problems }: Findings,
): Promise<AdditionalFile | undefined> {
  const before = problems.length;
  const report = (text: string) => problems.push({ text, place });
  const { src = '', dest = '', owner = 'root', group = 'root' } = values;
  const path = resolve(workspace, src);
  const problem = src === '' ? '`src` is missing' : await fileProblem(path, Number.POSITIVE_INFINITY);
  if (problem !== undefined) report(src === '' ? problem : `\`src\` ${path}: ${problem}`);
  // Ansible reads them as templates, and then as paths with variables of the environment (`unfrackpath`, type `path`).
  for (const [key, text] of [
    ['src', path],
    ['dest', dest],
  ] as const) {
    const [mark] = /\{[{%#]|\$(?=[\w{])/.exec(text) ?? [];
    if (mark !== undefined) report(`\`${key}\` holds \`${mark}\`, which Ansible would replace: ${text}`);
  }
  if (dest === '') report('`dest` is missing');
  else if (!isAbsolute(dest) || dest.split('/').includes('..'))
    report(`\`dest\` must be an absolute path in the image without \`..\`: ${dest}`);
  for (const [key, name] of [
    ['owner', owner],
    ['group', group],
  ] as const)
    if (!/^([a-z_][a-z0-9_.-]*\$?|\d+)$/i.test(name))
      report(`\`${key}\` must be a name or a number: ${name}`);
  const mode = values.mode === undefined ? await usualMode(path) : modeOf(values.mode);
  if (mode === undefined) report(`\`mode\` must be octal, such as 0644 or 0755: ${values.mode}`);
  if (mode === undefined || problems.length > before) return undefined;
  return { src: path, dest, owner, group, mode };
}

/** `0644`, `644`, `0o644`, `1777` */
function modeOf(text: string): number | undefined {
  const [, digits] = /^(?:0?o)?([0-7]{3,5})$/.exec(text) ?? [];
  if (digits === undefined || Number(digits) > 7777) return undefined;
  return Number(digits);
}

/** Without a mode, the CLI would give the file none at all: what git keeps of one is whether it may be executed. */
async function usualMode(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.mode & 0o100) !== 0 ? 755 : 644;
}

function refuseSameDestination(files: readonly AdditionalFile[], { problems }: Findings): void {
  const targets = files.map(({ src, dest }) => (dest.endsWith('/') ? posix.join(dest, basename(src)) : dest));
  for (const target of new Set(targets.filter((dest, index) => targets.indexOf(dest) !== index)))
    problems.push({ text: `two files go to ${target}`, place: { name: 'additional-files' } });
}
