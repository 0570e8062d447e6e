import { isAlias, isMap, isScalar, parseDocument } from 'yaml';

/** Keys and their values; `undefined` for a value of a wrong kind, which is reported already. */
export type FlatMapping = ReadonlyArray<readonly [key: string, value: string | undefined]>;

/**
 * Reads one flat mapping from YAML or JSON text. The failsafe schema keeps every value as it was written, so
 * `true`, `6656` and `1.30` become the strings that the CLI wants. Problems carry name and line.
 *
 * @returns undefined when the text as a whole cannot be read
 */
export function parseFlatMapping(name: string, text: string, problems: string[]): FlatMapping | undefined {
  if (text.trim() === '') return [];
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false });
  const lineOf = (offset: number | undefined) => text.slice(0, offset ?? 0).split('\n').length;
  if (document.errors.length > 0) {
    problems.push(
      ...document.errors.map((error) => `${name}, line ${lineOf(error.pos[0])}: ${error.message}`),
    );
    return undefined;
  }
  if (document.contents === null) return [];
  if (!isMap(document.contents)) {
    problems.push(`${name}: not a mapping of keys to values, but ${kindOf(document.contents)}`);
    return undefined;
  }
  const entries: Array<[string, string | undefined]> = [];
  for (const { key, value } of document.contents.items) {
    const where = `${name}, line ${lineOf(rangeStart(key))}`;
    if (!isScalar(key)) problems.push(`${where}: a key that is not text`);
    else if (value !== null && !isScalar(value)) {
      problems.push(`${where}: \`${String(key.value)}\` must be one value, but is ${kindOf(value)}`);
      entries.push([String(key.value), undefined]);
    } else if (isScalar(value) && value.type === 'PLAIN' && /^(null|~)$/i.test(String(value.value))) {
      entries.push([String(key.value), '']);
    } else entries.push([String(key.value), isScalar(value) ? String(value.value ?? '') : '']);
  }
  return entries;
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) ? node.range?.[0] : undefined;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'a mapping';
  if (isScalar(node)) return 'a single value';
  if (isAlias(node)) return 'an alias';
  return node === null ? 'empty' : 'a list';
}
