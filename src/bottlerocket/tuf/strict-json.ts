/** JSON that two careful readers could take for different things, or for more than the format of TUF has. */
export class AmbiguousJsonError extends Error {}

const maxDepth = 64;
const token = /"(?:[^"\\]|\\.)*"|[{}[\]]|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON of which there is only one reading: no key twice (`JSON.parse` keeps the last, other readers the first),
 * no `__proto__`, no number that canonical JSON cannot write, all text in Unicode's form NFC (tough normalises before it
 * verifies a signature, tuf-js does not).
 *
 * @throws SyntaxError, AmbiguousJsonError
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const open: Array<Set<string> | undefined> = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [word] = match;
    if (word === '{' || word === '[') open.push(word === '{' ? new Set() : undefined);
    else if (word === '}' || word === ']') open.pop();
    else if (word.startsWith('"')) checkString(word, isKey(text, token.lastIndex) ? open.at(-1) : undefined);
    else checkNumber(word);
    if (open.length > maxDepth) throw new AmbiguousJsonError(`nested more than ${maxDepth} deep`);
  }
  return value;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at += 1;
  return text.charAt(at) === ':';
}

/** `keys` is what the object around a key has so far. */
function checkString(word: string, keys: Set<string> | undefined): void {
  const value = JSON.parse(word) as string;
  if (!value.isWellFormed() || value !== value.normalize('NFC')) {
    throw new AmbiguousJsonError(`the text ${word} is not in Unicode's form NFC`);
  }
  if (keys === undefined) return;
  if (keys.has(value)) throw new AmbiguousJsonError(`the key ${word} is there twice`);
  if (value === '__proto__') throw new AmbiguousJsonError(`the key ${word} is not allowed`);
  keys.add(value);
}

function checkNumber(word: string): void {
  if (!/^-?\d+$/.test(word) || word === '-0' || !Number.isSafeInteger(Number(word))) {
    throw new AmbiguousJsonError(`the number ${word} is no plain integer`);
  }
}
