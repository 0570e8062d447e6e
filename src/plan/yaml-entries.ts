import { nearestMatch } from '../nearest-match.ts';
import { parseYamlDocument } from '../release/yaml-document.ts';

/** One mapping of a YAML list. */
export interface Entry {
  /** Counted from 1. */
  readonly number: number;
  /** How a problem begins: `entry 2`. */
  readonly where: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const maxBytes = 256 * 1024;

/** The plain values of a YAML input; scalars stay as they were written, so `1.30` is not 1.3. */
export function yamlInput(input: string, text: string): unknown {
  return parseYamlDocument(text, { what: `\`${input}\``, maxBytes });
}

/** Reads a list of mappings; one mapping alone is a list of one. An empty text is an empty list. */
export function entriesOf(input: string, text: string, problems: string[]): readonly Entry[] {
  const value = yamlInput(input, text) ?? [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item, index) => {
    const where = `entry ${index + 1}`;
    if (isMapping(item)) return [{ number: index + 1, where, values: withoutNull(item) }];
    problems.push(`${where}: not a mapping of keys to values, but ${shown(item)}`);
    return [];
  });
}

export function unknownKeys({ where, values }: Entry, known: readonly string[], problems: string[]): void {
  for (const key of Object.keys(values)) {
    if (known.includes(key)) continue;
    const near = nearestMatch(key, known);
    problems.push(
      `${where}: \`${key}\` is no key of an image${near ? `; did you mean \`${near}\`?` : `; there are ${known.join(', ')}`}`,
    );
  }
}

/** A scalar or a list of scalars as texts; undefined when the key is absent. */
export function texts(entry: Entry, key: string, problems: string[]): readonly string[] | undefined {
  const value = entry.values[key];
  if (value === undefined) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) problems.push(`${entry.where}: \`${key}\` is an empty list`);
  return items.flatMap((item) => {
    if (isScalar(item)) return [String(item)];
    problems.push(`${entry.where}: \`${key}\` must be one value or a list of values, not ${shown(item)}`);
    return [];
  });
}

export function oneText(entry: Entry, key: string, problems: string[]): string | undefined {
  const value = entry.values[key];
  if (value === undefined || isScalar(value)) return value === undefined ? undefined : String(value);
  problems.push(`${entry.where}: \`${key}\` must be one value, not ${shown(value)}`);
  return undefined;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A key without a value is a key that was not given, as an empty input is. */
function withoutNull(mapping: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== null && value !== ''));
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isMapping(value) ? 'a mapping' : `"${String(value)}"`;
}
