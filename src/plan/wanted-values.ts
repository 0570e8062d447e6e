import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import { parseReleaseChannel } from '../release/release-channel.ts';
import type { RunsOn } from './wanted-images.ts';
import { type Entry, isMapping, isScalar } from './yaml-entries.ts';

/**
 * One of a fixed set of words, case aside.
 *
 * @throws ActionError with the nearest word.
 */
export function word<const Values extends readonly string[]>(
  text: string,
  values: Values,
  aliases: Readonly<Record<string, Values[number]>>,
): Values[number] {
  const given = text.trim().toLowerCase();
  const found =
    values.find((value) => value === given) ?? (Object.hasOwn(aliases, given) ? aliases[given] : undefined);
  if (found !== undefined) return found;
  const near = nearestMatch(given, [...values, ...Object.keys(aliases)]);
  throw new ActionError(
    `"${text}" is not one of ${values.join(', ')}${near ? `; did you mean ${near}?` : ''}`,
  );
}

/** @throws ActionError */
export function parseChannel(text: string, words: readonly string[]): string {
  const given = text.trim().toLowerCase();
  if (words.includes(given)) return given;
  const near = /^\d/.test(given) ? undefined : nearestMatch(given, words);
  if (near !== undefined) throw new ActionError(`"${text}" is no release channel; did you mean ${near}?`);
  return parseReleaseChannel(text);
}

/**
 * `22.04`, `2204` or `9`. What a release makes of it is checked with the release.
 *
 * @throws ActionError for `22.4`, which is what is left of 22.04 as a number.
 */
export function parseVersionWord(text: string): string {
  const version = text.trim().replace(/^(\d\d)(\d\d)$/, '$1.$2');
  if (/^\d{1,2}(\.\d\d)?$/.test(version)) return version;
  throw new ActionError(`"${text}" is no version of an operating system.`, {
    fix: 'Write `22.04`, `24.04`, `8` or `9`.',
  });
}

/** `undefined` for what a workflow does not take. */
export function runsOnOf(value: unknown): RunsOn | undefined {
  if (isScalar(value)) return String(value);
  if (Array.isArray(value)) return labelsOf(value);
  if (!isMapping(value)) return undefined;
  const { group, labels } = value;
  const rest = Object.keys(value).filter((key) => key !== 'group' && key !== 'labels');
  if (rest.length > 0 || (group === undefined && labels === undefined)) return undefined;
  if (group !== undefined && !isScalar(group)) return undefined;
  const list = labels === undefined || isScalar(labels) ? labels : labelsOf(labels);
  if (labels !== undefined && list === undefined) return undefined;
  return {
    ...(group !== undefined && { group: String(group) }),
    ...(list !== undefined && { labels: typeof list === 'object' ? list : String(list) }),
  };
}

function labelsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isScalar)) return undefined;
  return value.map(String);
}

/** Keys of the CLI's config that no matrix may carry: it is printed in logs and kept with the run. */
const secretKey = /password|secret|token|activation_key/i;
const userInfo = /:\/\/[^/\s@]*:[^/\s@]*@/;

/** Whether a key of the config holds a secret, or its value a password in a URL. */
export function isSecretSetting(key: string, value: string): boolean {
  return secretKey.test(key) || userInfo.test(value);
}

/** The `config` of an entry, a mapping or its text, as the JSON text that an image is built with. */
export function configText(entry: Entry, problems: string[]): string | undefined {
  const value = entry.values['config'];
  if (value === undefined) return undefined;
  if (!isMapping(value)) {
    problems.push(
      `${entry.where}: \`config\` must be a mapping of keys to values; a file goes into \`config-file\``,
    );
    return undefined;
  }
  const config: [string, string][] = [];
  for (const [key, setting] of Object.entries(value)) {
    if (!isScalar(setting)) problems.push(`${entry.where}: \`config\`: \`${key}\` must be one value`);
    else if (isSecretSetting(key, String(setting)))
      problems.push(
        `${entry.where}: \`config\`: \`${key}\` is secret; a matrix is public, so give it to the job that builds with \`secrets\``,
      );
    else config.push([key, String(setting)]);
  }
  return JSON.stringify(Object.fromEntries(config));
}
