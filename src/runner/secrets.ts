import * as core from '@actions/core';
import type { Log } from '../log.ts';

/**
 * The shortest value that is handed to the runner's own masking. The runner blanks every job output that
 * contains a masked string, without a word, so masking `root` or `true` would break workflows.
 */
const shortestMask = 8;

/** Passwords that are also words of paths, versions and log lines: redacted in our log, never masked. */
const commonWords = new Set([
  'administrator',
  'baremetal',
  'bottlerocket',
  'changeme',
  'kubernetes',
  'password',
  'password1',
  'packer',
  'redhat',
  'secret',
  'ubuntu',
  'username',
  'vagrant',
  'vsphere',
]);

/** Settings, not secrets, wherever they stand: redacting them would only garble the log. */
const plainSetting = /^(true|false|\d{1,5})$/i;

/** Secret values of one action run, and every text they must not appear in. */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #masked = new Set<string>();
  #pattern: RegExp | undefined;

  /**
   * Registers a secret before anything can print it, with the forms it takes inside JSON, URLs, HTTP basic
   * authentication and multi-line values: the runner knows only the text as it was given.
   */
  add(value: string): void {
    for (const form of writtenForms(value)) {
      if (this.#values.has(form) || plainSetting.test(form)) continue;
      this.#values.add(form);
      this.#pattern = undefined;
      if (form.length >= shortestMask && !commonWords.has(form.toLowerCase())) {
        this.#masked.add(form);
        core.setSecret(form);
      }
    }
  }

  /** Registers the values of `key=value` lines; a line without a `=` may be a secret by mistake, as a whole. */
  addLines(text: string): void {
    for (const line of text.split(/\r?\n/)) this.add(line.slice(line.indexOf('=') + 1));
  }

  /**
   * Registers the password of a URL's user-info, and the user-info as a whole: HTTP basic authentication takes it
   * decoded. Proxy variables may leave the scheme out. A long user name alone is a token.
   */
  addUserInfo(url: string): void {
    const [, token] = /^https?:\/\/([^/?#@:\s]{12,})@/i.exec(url) ?? [];
    if (token !== undefined) this.add(token);
    const [, user, password] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#@\s]*):([^/?#\s]*)@/i.exec(url) ?? [];
    if (user === undefined || password === undefined) return;
    for (const read of [(part: string) => part, decodeLeniently]) {
      this.add(read(password));
      this.add(`${read(user)}:${read(password)}`);
    }
  }

  /** The text with every secret, short ones included, replaced by `***`. */
  redact(text: string): string {
    if (this.#values.size === 0) return text;
    this.#pattern ??= new RegExp(
      [...this.#values]
        .sort((a, b) => b.length - a.length)
        .map((value) => RegExp.escape(value))
        .join('|'),
      'g',
    );
    return text.replace(this.#pattern, '***');
  }

  /** A {@link Log} that redacts before it writes. */
  filter(log: Log): Log {
    return {
      info: (text) => log.info(this.redact(text)),
      warning: (text) => log.warning(this.redact(text)),
      startGroup: (name) => log.startGroup(this.redact(name)),
      endGroup: () => log.endGroup(),
    };
  }

  /** Whether the runner would blank an output with this value, or the value is itself a secret. */
  isHeldBy(text: string): boolean {
    if (this.#values.has(text)) return true;
    for (const value of this.#masked) if (text.includes(value)) return true;
    return false;
  }
}

function writtenForms(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const forms = new Set<string>();
  for (const text of [value.trim(), ...lines]) {
    if (text === '') continue;
    forms.add(text);
    const inJson = JSON.stringify(text).slice(1, -1);
    forms.add(inJson);
    // Go's encoder, which writes the CLI's configs, escapes three more.
    forms.add(inJson.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`));
    forms.add(text.replaceAll("'", `'\\''`));
    forms.add(text.replaceAll("'", `'"'"'`));
    forms.add(encodeLeniently(text));
    if (text.length >= shortestMask) forms.add(Buffer.from(text).toString('base64'));
  }
  return [...forms];
}

function encodeLeniently(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text;
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
