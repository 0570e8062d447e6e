/** `encoding/json` as far as its error messages can be seen by a user of the CLI. */

import { GoError } from './go-runtime.ts';

/**
 * Parses JSON and words a syntax error as Go does.
 * @param bytes the file's content; Go walks bytes, hence latin1 for the message
 */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return new Scanner(bytes.toString('latin1')).document();
  }
}

/** Walks up to the first character that scanner.go of Go's encoding/json refuses, and words the refusal as it does. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): never {
    this.#value();
    this.#skip(/[ \t\r\n]/);
    return this.#fail('after top-level value');
  }

  get #next(): string {
    return this.#text[this.#at] ?? '';
  }

  #skip(pattern: RegExp): void {
    while (pattern.test(this.#next)) this.#at += 1;
  }

  #expect(pattern: RegExp, context: string): void {
    if (!pattern.test(this.#next)) this.#fail(context);
    this.#at += 1;
  }

  /** At the end Go feeds the scanner one more space, and says "unexpected end" only where a space is welcome. */
  #fail(context: string): never {
    const spaceIsWelcome = /^(looking|after (object|array|top)|in string literal)/.test(context);
    if (this.#next === '' && spaceIsWelcome) throw new GoError('unexpected end of JSON input');
    const character = this.#next || ' ';
    const escaped =
      character === "'" ? "\\'" : character === '"' ? '"' : JSON.stringify(character).slice(1, -1);
    throw new GoError(`invalid character '${escaped}' ${context}`);
  }

  #value(): void {
    this.#skip(/[ \t\r\n]/);
    const first = this.#next;
    if (first === '{') this.#list('}', 'after object key:value pair', () => this.#member());
    else if (first === '[') this.#list(']', 'after array element', () => this.#value());
    else if (first === '"') this.#string();
    else if (/[-\d]/.test(first)) this.#number();
    else if (/[tfn]/.test(first)) this.#literal({ t: 'true', f: 'false' }[first] ?? 'null');
    else this.#fail('looking for beginning of value');
  }

  #list(close: string, after: string, item: () => void): void {
    this.#at += 1;
    this.#skip(/[ \t\r\n]/);
    for (let isFirst = true; !(isFirst && this.#next === close); isFirst = false) {
      item();
      this.#skip(/[ \t\r\n]/);
      if (this.#next === close) break;
      this.#expect(/,/, after);
    }
    this.#at += 1;
  }

  #member(): void {
    this.#skip(/[ \t\r\n]/);
    if (this.#next !== '"') this.#fail('looking for beginning of object key string');
    this.#string();
    this.#skip(/[ \t\r\n]/);
    this.#expect(/:/, 'after object key');
    this.#value();
  }

  #string(): void {
    this.#at += 1;
    while (this.#next !== '"') {
      if (this.#next < ' ') this.#fail('in string literal');
      const character = this.#next;
      this.#at += 1;
      if (character !== '\\') continue;
      const isUnicode = this.#next === 'u';
      this.#expect(/["\\/bfnrtu]/, 'in string escape code');
      for (let digit = 0; isUnicode && digit < 4; digit += 1) {
        this.#expect(/[0-9a-fA-F]/, 'in \\u hexadecimal character escape');
      }
    }
    this.#at += 1;
  }

  #literal(word: string): void {
    for (const letter of word) this.#expect(new RegExp(letter), `in literal ${word} (expecting '${letter}')`);
  }

  #number(): void {
    if (this.#next === '-') this.#at += 1;
    const isZero = this.#next === '0';
    this.#expect(/\d/, 'in numeric literal');
    if (!isZero) this.#skip(/\d/);
    if (this.#next === '.') {
      this.#at += 1;
      this.#expect(/\d/, 'after decimal point in numeric literal');
      this.#skip(/\d/);
    }
    if (!/[eE]/.test(this.#next)) return;
    this.#at += 1;
    if (/[+-]/.test(this.#next)) this.#at += 1;
    this.#expect(/\d/, 'in exponent of numeric literal');
    this.#skip(/\d/);
  }
}

/** The kind that Go's UnmarshalTypeError names. */
export function jsonKind(value: unknown): string {
  if (typeof value === 'boolean') return 'bool';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** `json.Marshal` of flat string fields; Go escapes <, > and & and the two line separators. */
export function marshal(fields: Readonly<Record<string, string>>): string {
  return JSON.stringify(fields).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
