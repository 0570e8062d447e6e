import { ActionError } from '../action-error.ts';
import { printable } from './printable-url.ts';

/**
 * What is asked in place of a host: `host`, or `host:port` where the port is not the usual one, in lower case, to the
 * URL under which the mirror has the paths of that host. The URL ends with a slash and may hold a user name and a
 * password. What is verified is verified as without a mirror: digests, signatures and names are those of the original.
 */
export type Mirrors = ReadonlyMap<string, URL>;

export const noMirrors: Mirrors = new Map();

/**
 * Reads `host=base-url` lines, also comma separated. A base URL without a scheme is https.
 *
 * @throws ActionError with every wrong line; no line is repeated, since it may hold a password.
 */
export function parseMirrors(text: string): Mirrors {
  const mirrors = new Map<string, URL>();
  const problems: string[] = [];
  for (const { line, number } of linesOf(text)) {
    const where = `line ${number}`;
    const separator = line.indexOf('=');
    const host = line.slice(0, Math.max(separator, 0)).trim().toLowerCase();
    const base = baseUrl(line.slice(separator + 1).trim());
    if (separator < 0) problems.push(`${where}: not \`host=base-url\``);
    else if (!isHost(host))
      problems.push(
        `${where}: what stands before the \`=\` is no host name such as \`distro.eks.amazonaws.com\`, without scheme and path`,
      );
    else if (mirrors.has(host)) problems.push(`${where}: gives a mirror of ${host} a second time`);
    else if (typeof base === 'string') problems.push(`${where}: the mirror of ${host} ${base}`);
    else if (base.host === host && base.pathname === '/')
      problems.push(`${where}: ${host} is named as its own mirror`);
    else mirrors.set(host, base);
  }
  if (problems.length === 0) return mirrors;
  throw new ActionError('`mirrors` is wrong.', {
    problems,
    fix: 'Write one `host=base-url` a line, such as `anywhere-assets.eks.amazonaws.com=https://mirror.example.com/eks-anywhere`.',
  });
}

function linesOf(text: string) {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => line.split(',').map((part) => ({ line: part.trim(), number: index + 1 })))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
}

function isHost(text: string): boolean {
  return URL.parse(`https://${text}`)?.host === text && /^[^/?#@]+$/.test(text);
}

/** The URL, or what is wrong with it as a sentence goes on. */
function baseUrl(text: string): URL | string {
  if (text === '') return 'has no address';
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'is no URL that starts with https:// or http://';
  if (url.search !== '' || url.hash !== '') return 'has a query or a fragment; a base URL ends with its path';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Where a URL is asked for: at the mirror of its host, if there is one. */
export function mirrored(url: URL, mirrors: Mirrors): URL | undefined {
  const base = mirrors.get(url.host);
  if (base === undefined || url.href.startsWith(base.href)) return undefined;
  const target = new URL(base);
  target.pathname = `${base.pathname.slice(0, -1)}${url.pathname}`;
  target.search = url.search;
  return target;
}

/** One sentence for each mirror, for the log. */
export function describeMirrors(mirrors: Mirrors): readonly string[] {
  return [...mirrors].map(([host, base]) => `${host} is asked for at its mirror ${printable(base)}`);
}

/**
 * What makes git ask the mirrors: variables for its environment, beside those that `environment` has for the same
 * purpose. Passwords stand in no argument and in no file (git-config(1), `GIT_CONFIG_COUNT`, `url.<base>.insteadOf`).
 */
export function mirrorsForGit(
  mirrors: Mirrors,
  environment: NodeJS.ProcessEnv = {},
): Readonly<Record<string, string>> {
  if (mirrors.size === 0) return {};
  const first = Number(environment['GIT_CONFIG_COUNT'] ?? 0);
  const settings = [...mirrors].flatMap(([host, base], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, `url.${base.href}.insteadOf`],
    [`GIT_CONFIG_VALUE_${first + index}`, `https://${host}/`],
  ]);
  return { ...Object.fromEntries(settings), GIT_CONFIG_COUNT: String(first + mirrors.size) };
}
