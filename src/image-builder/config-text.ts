import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Where something stands: the name of the input, and of its file if it has one. */
export interface Place {
  /** As messages name it: `config`, `config-file vsphere.yaml`. */
  readonly name: string;
  /** Counted from 1. */
  readonly line?: number;
  /** The path as the user gave it. */
  readonly file?: string;
}

/** A text to read, and what to call it. */
export interface NamedText extends Omit<Place, 'line'> {
  readonly text: string;
}

/** Something to say about one place, or about all. */
export interface Finding {
  readonly text: string;
  readonly place?: Place;
}

/** One key with its value; `undefined` for a value of a wrong kind, which is reported already. */
export interface FlatEntry {
  readonly key: string;
  readonly value: string | readonly string[] | undefined;
  readonly place: Place;
}

/** What was found while reading. */
export interface Findings {
  readonly problems: Finding[];
  readonly notes: Finding[];
}

/** `config, line 3: …` */
export function findingText({ text, place }: Finding): string {
  if (place === undefined) return text;
  return `${place.name}${place.line === undefined ? '' : `, line ${place.line}`}: ${text}`;
}

/**
 * Reads one flat mapping from YAML or JSON text. The failsafe schema keeps every value as it was written, so
 * `true`, `6656` and `1.30` become the strings that the CLI wants. Problems carry name and line.
 *
 * @returns undefined when the text as a whole cannot be read
 */
export function parseFlatMapping(
  source: NamedText,
  { problems, notes }: Findings,
): readonly FlatEntry[] | undefined {
  const { text, ...place } = source;
  if (text.trim() === '') return [];
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const placeOf = (offset: number | undefined): Place =>
    offset === undefined ? place : { ...place, line: lines.linePos(offset).line };
  if (document.errors.length > 0) {
    problems.push(...document.errors.map((error) => ({ text: error.message, place: placeOf(error.pos[0]) })));
    return undefined;
  }
  if (document.contents === null) return [];
  if (!isMap(document.contents)) {
    problems.push({ text: `not a mapping of keys to values, but ${kindOf(document.contents)}`, place });
    return undefined;
  }
  if (isLooseJson(text))
    notes.push({ text: 'is no strict JSON (a comment, or a comma too many); it is read as YAML', place });
  return document.contents.items.flatMap(({ key, value }): FlatEntry[] => {
    const at = placeOf(isScalar(key) ? key.range?.[0] : undefined);
    if (!isScalar(key)) {
      problems.push({ text: 'a key that is not text', place: at });
      return [];
    }
    const name = String(key.value);
    if (name.startsWith('//')) {
      problems.push({ text: 'a comment begins with `#`, not with `//`', place: at });
      return [];
    }
    const read = readValue(value as Node | null);
    if (read === undefined)
      problems.push({ text: `\`${name}\` must be one value, but is ${kindOf(value)}`, place: at });
    return [{ key: name, value: read, place: at }];
  });
}

/** Lists are for keys that take several; which do, is not decided here. */
function readValue(node: Node | null): string | readonly string[] | undefined {
  if (node === null) return '';
  if (isScalar(node)) {
    const isNothing = node.type === 'PLAIN' && /^(null|~)$/i.test(String(node.value));
    return isNothing ? '' : String(node.value ?? '');
  }
  if (!isSeq(node) || !node.items.every(isScalar)) return undefined;
  return node.items.map((item) => String(isScalar(item) ? (item.value ?? '') : ''));
}

function isLooseJson(text: string): boolean {
  if (!/^\ufeff?\s*\{\s*["#]/.test(text)) return false;
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return false;
  } catch {
    return true;
  }
}

export function kindOf(node: unknown): string {
  if (isMap(node)) return 'a mapping';
  if (isScalar(node)) return 'a single value';
  if (isAlias(node)) return 'an alias';
  return node === null ? 'empty' : 'a list';
}
