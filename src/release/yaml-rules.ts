import { ActionError } from '../action-error.ts';

/** What holds for a YAML document whichever reader reads it. */
export interface YamlOptions {
  /** As a sentence begins: `The bundle at https://…`. */
  readonly what: string;
  readonly maxBytes: number;
}

/**
 * A reader needs up to 2 kB and 20 µs for each node, so a few megabytes of `- a` would take minutes. The largest
 * bundle has 12,000 of these marks.
 */
const maxMarks = 250_000;
const structureMark = /[\n,[{]|[-:?](?=\s)/g;

/**
 * @throws ActionError for more bytes or entries than any file of its kind has.
 */
export function refuseOversized(text: string, { what, maxBytes }: YamlOptions): void {
  if (Buffer.byteLength(text) > maxBytes) throw new ActionError(`${what} is larger than ${maxBytes} bytes.`);
  if (text.length > maxMarks && hasMoreMarks(text, maxMarks))
    throw new ActionError(`${what} has far more entries than any file of its kind.`);
}

function hasMoreMarks(text: string, limit: number): boolean {
  return text.matchAll(structureMark).drop(limit).next().done !== true;
}

/** Whole numbers, `true`, `false` and `null` that are written as they would be printed; all else is text. */
export function plainScalar(source: string): unknown {
  if (source === '' || source === '~' || source === 'null') return null;
  if (source === 'true' || source === 'false') return source === 'true';
  return /^(?:0|-?[1-9]\d{0,14})$/.test(source) ? Number(source) : source;
}
