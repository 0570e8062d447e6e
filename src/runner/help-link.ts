import type { Log } from '../log.ts';
import { docsLink } from './docs-link.ts';
import { helpEntries } from './help-entries.ts';
import type { Secrets } from './secrets.ts';

/** The longest text of one annotation that the runner keeps (actions/runner, `ExecutionContext.cs`). */
const longestAnnotation = 4000;

/** Where to read on about an error that has no entry. */
const notListed = 'troubleshooting.md#not-listed';

interface Entry {
  readonly place: string;
  readonly pattern: RegExp;
  /** How much of the message is fixed: of two entries that fit, the one that says more is meant. */
  readonly weight: number;
}

let entries: readonly Entry[] | undefined;

/**
 * The entry of the documentation that explains a message, as a path below docs: `troubleshooting/build.md#no-image`.
 *
 * @param message one line: the headline of an error, or the first line of a warning
 */
export function helpPlace(message: string): string | undefined {
  entries ??= helpEntries.map(readEntry);
  const text = message.replaceAll('`', '');
  return entries.reduce<Entry | undefined>(
    (best, entry) => (entry.weight > (best?.weight ?? 0) && entry.pattern.test(text) ? entry : best),
    undefined,
  )?.place;
}

function readEntry([page, id, message]: (typeof helpEntries)[number]): Entry {
  const parts = message.split('…');
  return {
    place: `troubleshooting/${page}.md#${id}`,
    pattern: new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`, 's'),
    weight: parts.join('').length,
  };
}

/** The address of a place below docs; only its path in the repository where no address is known. */
export function helpUrl(place: string, environment: NodeJS.ProcessEnv): string {
  const path = `docs/${place}`;
  return docsLink(path, environment) ?? path;
}

/** The text of one annotation: what a long message has too much is cut off, the link is not. */
export function withHelp(message: string, url: string): string {
  const help = `\nHelp: ${url}`;
  return message.slice(0, longestAnnotation - help.length) + help;
}

/** The address that an error ends with. */
export function errorHelpUrl(place: string | undefined, secrets: Secrets): string {
  return secrets.redact(helpUrl(place ?? notListed, process.env));
}

/** A log whose warnings end with a link, where an entry explains them. They come without secrets. */
export function linkWarnings(log: Log, secrets: Secrets): Log {
  return {
    ...log,
    warning: (text) => {
      const place = helpPlace(text.split('\n', 1)[0] ?? '');
      log.warning(place === undefined ? text : withHelp(text, errorHelpUrl(place, secrets)));
    },
  };
}
