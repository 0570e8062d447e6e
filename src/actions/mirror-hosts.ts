import { ActionError } from '../action-error.ts';
import { type NeededHost, neededHosts } from '../host/hosts.ts';
import { nearestMatch } from '../nearest-match.ts';
import type { Mirrors } from '../net/mirrors.ts';
import { developmentManifestUrl } from '../release/trust-anchors.ts';

/** Asked by the actions as well: for development builds, and for the newest root of Bottlerocket. */
const rarelyAsked = [new URL(developmentManifestUrl()).host];

/**
 * Refuses mirrors of hosts that no action asks: a misspelt one would do nothing, and nobody would notice.
 *
 * @param ownUrls what inputs name in place of the usual addresses
 * @throws ActionError that lists every such host, with the nearest one or what to use instead
 */
export function refuseIdleMirrors(mirrors: Mirrors, ownUrls: readonly string[]): void {
  const asked = new Set([
    ...neededHosts.flatMap((row) => ('host' in row && isAskedByActions(row) ? [row.host] : [])),
    ...rarelyAsked,
    ...ownUrls.flatMap((url) => URL.parse(url)?.host ?? []),
  ]);
  const idle = [...mirrors.keys()].filter((host) => !asked.has(host));
  if (idle.length === 0) return;
  throw new ActionError('`mirrors` names hosts that the actions do not ask.', {
    problems: idle.map((host) => `${host}${insteadOf(host, [...asked])}`),
    fix: `Hosts that can have a mirror here: ${[...asked].toSorted().join(', ')}.`,
  });
}

function isAskedByActions({ mirror }: NeededHost): boolean {
  return mirror === 'in-process' || mirror === 'git';
}

function insteadOf(host: string, asked: readonly string[]): string {
  const near = nearestMatch(host, asked);
  if (near !== undefined) return `: did you mean ${near}?`;
  const row = neededHosts.find((candidate) => 'host' in candidate && candidate.host === host);
  if (row === undefined) return '';
  return `: it is asked by ${row.tool}${row.mirrorNote ? `; use ${row.mirrorNote}` : ''}`;
}
