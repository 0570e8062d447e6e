/**
 * How the tools of the real chain read what they are handed, from their behaviour: sed, Packer 1.9.5, ansible-core 2.15 and
 * OpenSSH. Each throws an Error with the tool's own words for what it cannot read.
 */

import { spawnSync } from 'node:child_process';

/** The text that `s|…|<replacement>|` of GNU sed leaves. */
export function sedReplacement(replacement, matched) {
  const bare = replacement.replace(/\\[\s\S]/g, '');
  if (bare.includes('|')) throw new Error("sed: -e expression #1, char 16: unknown option to `s'");
  if (/[\\\n]$/.test(bare)) throw new Error("sed: -e expression #1, char 16: unterminated `s' command");
  return replacement.replace(/\\([\s\S])|&/g, (mark, escaped) => (mark === '&' ? matched : escaped));
}

/** Packer renders the value of every variable as a template of Go, twice, whether a template names it or not. */
export function packerVariables(...texts) {
  const variables = Object.assign({}, ...texts.map((text) => JSON.parse(text)));
  for (const [name, value] of Object.entries(variables)) {
    const [, word] = /\{\{-?\s*(\w*)/.exec(value) ?? [];
    if (word === undefined) continue;
    const reason = word === '' ? 'unexpected token in command' : `function "${word}" not defined`;
    throw new Error(`error interpolating default value for '${name}': template: root:1: ${reason}`);
  }
  return variables;
}

/** Packer parses a path as a URL, and decodes it only where it is encoded as Go would do it. */
export function packerPath(address) {
  const path = address.replace(/[?#].*$/s, '');
  const isEncoded = path.includes('%') && !/%(?![0-9A-F]{2})/.test(path);
  const isOfGo = isEncoded && /^(?:[\w.~$&+,/:;=@-]|%[0-9A-F]{2})*$/.test(path);
  return isOfGo ? decodeURIComponent(path) : path;
}

/** `parse_kv`: `key=value` words with quotes, escapes, and blocks of Jinja that must close. */
export function ansibleWords(text) {
  const words = [''];
  let quote;
  let before = '';
  for (const mark of text) {
    if ((mark === '"' || mark === "'") && before !== '\\' && (quote === undefined || quote === mark))
      quote = quote === undefined ? mark : undefined;
    if (mark === ' ' && quote === undefined) words.push('');
    else words[words.length - 1] += mark;
    before = mark;
  }
  const isOpen = ['{{ }}', '{% %}', '{# #}'].some((pair) => {
    const [open, close] = pair.split(' ').map((mark) => text.split(mark).length);
    return open > close;
  });
  if (quote !== undefined || isOpen)
    throw new Error('failed at splitting arguments, either an unbalanced jinja2 block or quotes');
  const pairs = words.map(withoutEscapes).filter((word) => word.includes('='));
  return Object.fromEntries(
    pairs.map((word) => {
      const at = word.indexOf('=');
      return [word.slice(0, at).trim(), unquoted(word.slice(at + 1).trim())];
    }),
  );
}

const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const withoutEscapes = (word) =>
  word
    .replace(/\\x([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\([abfnrtv\\'"])/g, (_, mark) => escapes[mark] ?? mark);
const unquoted = (value) =>
  /^(["']).*\1$/s.test(value) && !value.endsWith(`\\${value.at(-1)}`) ? value.slice(1, -1) : value;

/** `shlex.split` of Python, with which Ansible splits options of ssh. */
export function shellWords(text) {
  const words = [];
  const pattern = /\s+|((?:[^\s"'\\]|\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+)/y;
  for (pattern.lastIndex = 0; pattern.lastIndex < text.length; ) {
    const found = pattern.exec(text);
    if (found === null) throw new Error('No closing quotation');
    if (found[1] === undefined) continue;
    const parts = found[1].replace(
      /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
      (_, single, double, escaped) => single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped,
    );
    words.push(parts);
  }
  // Ansible trims them, and leaves out what is empty then.
  return words.map((word) => word.trim()).filter(Boolean);
}

/** Options of ssh_config(5) that take more than one word. */
const severalWords =
  /^(?:canonicaldomains|globalknownhostsfile|ipqos|localforward|permitremoteopen|proxycommand|remotecommand|remoteforward|sendenv|setenv|userknownhostsfile)$/i;

/** What ssh makes of the words of a command: its options by name, the first of two winning. */
export function sshOptions(words) {
  const options = {};
  const texts = words.flatMap((word, index) => {
    if (!word.startsWith('-o')) return [];
    return [word === '-o' ? (words[index + 1] ?? '') : word.slice(2).trim()];
  });
  for (const text of texts) {
    const [, name = '', value = ''] = /^(\w+)(?:\s*=\s*|\s+)(.*)$/s.exec(text) ?? [];
    if (/\S\s+\S/.test(value.replace(/"[^"]*"/g, '""')) && !severalWords.test(name))
      throw new Error(`command-line line 0: keyword ${name.toLowerCase()} extra arguments at end of line`);
    options[name.toLowerCase()] ??= value;
  }
  return options;
}

/** What a shell reads between single quotes. */
export function singleQuoted(text) {
  const { status, stdout } = spawnSync('sh', ['-c', `printf %s '${text}'`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.toString() : undefined;
}
