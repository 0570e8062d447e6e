/** `encoding/json` as far as its error messages can be seen by a user of the CLI. */

import { GoError } from './go-runtime.ts';

/**
 * Parses JSON and words a syntax error as Go does.
 * @param bytes the file's content; Go walks bytes, hence latin1 for the message.
 */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new GoError(syntaxError(bytes.toString('latin1')));
  }
}

/** The messages of scanner.go in Go's encoding/json; walks up to the first offending character. */
function syntaxError(text: string): string {
  let at = 0;
  const skipSpace = (): void => {
    while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1;
  };
  const fail = (context: string): never => {
    const character = text[at];
    if (character === undefined) throw new GoError('unexpected end of JSON input');
    const quoted =
      character === "'" ? "\\'" : character === '"' ? '"' : JSON.stringify(character).slice(1, -1);
    throw new GoError(`invalid character '${quoted}' ${context}`);
  };
  const string = (): void => {
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === undefined || text.charCodeAt(at) < 0x20) fail('in string literal');
      if (text[at] !== '\\') continue;
      at += 1;
      if (!/["\\/bfnrtu]/.test(text[at] ?? '')) fail('in string escape code');
      if (text[at] !== 'u') continue;
      for (const end = at + 4; at < end; ) {
        at += 1;
        if (!/[0-9a-fA-F]/.test(text[at] ?? '')) fail('in \\u hexadecimal character escape');
      }
    }
    at += 1;
  };
  const literal = (word: string): void => {
    for (const [index, letter] of [...word].entries()) {
      if (text[at] !== letter) fail(`in literal ${word} (expecting '${word[index]}')`);
      at += 1;
    }
  };
  const number = (): void => {
    if (text[at] === '-') at += 1;
    if (!/\d/.test(text[at] ?? '')) fail('in numeric literal');
    if (text[at] === '0') at += 1;
    else while (/\d/.test(text[at] ?? '')) at += 1;
    if (text[at] === '.') {
      at += 1;
      if (!/\d/.test(text[at] ?? '')) fail('after decimal point in numeric literal');
      while (/\d/.test(text[at] ?? '')) at += 1;
    }
    if (!/[eE]/.test(text[at] ?? '')) return;
    at += 1;
    if (/[+-]/.test(text[at] ?? '')) at += 1;
    if (!/\d/.test(text[at] ?? '')) fail('in exponent of numeric literal');
    while (/\d/.test(text[at] ?? '')) at += 1;
  };
  const list = (close: string, after: string, item: () => void): void => {
    at += 1;
    skipSpace();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      item();
      skipSpace();
      if (text[at] === close) break;
      if (text[at] !== ',') fail(after);
      at += 1;
    }
    at += 1;
  };
  const member = (): void => {
    skipSpace();
    if (text[at] !== '"') fail('looking for beginning of object key string');
    string();
    skipSpace();
    if (text[at] !== ':') fail('after object key');
    at += 1;
    value();
  };
  const value = (): void => {
    skipSpace();
    const first = text[at] ?? '';
    if (first === '{') list('}', 'after object key:value pair', member);
    else if (first === '[') list(']', 'after array element', value);
    else if (first === '"') string();
    else if (/[-\d]/.test(first)) number();
    else if (first === 't') literal('true');
    else if (first === 'f') literal('false');
    else if (first === 'n') literal('null');
    else fail('looking for beginning of value');
  };
  try {
    value();
    skipSpace();
    return fail('after top-level value');
  } catch (error) {
    if (error instanceof GoError) return error.message;
    throw error;
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
