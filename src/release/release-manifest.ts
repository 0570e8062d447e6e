import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import { printable } from '../net/printable-url.ts';
import type { CliFields } from './cli-archives.ts';
import { checkShape, parsePublished, type Source } from './published-document.ts';
import { compareVersions, lineOf, parseVersion, type RequestedVersion } from './version.ts';

/** One release in the manifest. Upstream: release/api/v1alpha1/release_types.go, `EksARelease`. */
export interface ReleaseEntry {
  /** With the `v`. */
  readonly version: string;
  readonly number: number;
  readonly bundleManifestUrl: string;
  readonly publishedAt?: Date;
  readonly cli: CliFields;
}

/** The list of all releases. It is not signed. */
export interface ReleaseManifest {
  readonly url: string;
  readonly latestVersion: string;
  /** In the order of publication, which is not that of the versions. */
  readonly releases: readonly ReleaseEntry[];
}

const maxBytes = 8 * 1024 * 1024;
const newestShown = 5;

/** For the download of the manifest and the errors of its parser. */
export function releaseManifestSource(url: string): Source {
  return { what: 'The release manifest', url, maxBytes };
}

/**
 * @throws ActionError
 */
export async function parseReleaseManifest(text: string, source: Source): Promise<ReleaseManifest> {
  const { url } = source;
  const { spec } = checkShape(manifestType(url), await parsePublished(text, source), source);
  return { url, ...spec };
}

/**
 * The entry of the wanted release, never found by prefix or substring as the upstream CLI does.
 *
 * @throws ActionError that lists the newest releases and the nearest one.
 */
export function findRelease(manifest: ReleaseManifest, requested: RequestedVersion): ReleaseEntry {
  const newestFirst = manifest.releases
    .filter(({ version }) => parseVersion(version))
    .toSorted((a, b) => compareVersions(b.version, a.version));
  if (requested.kind === 'line') {
    const found = newestFirst.find(({ version }) => isStableOf(requested.line, version));
    return found ?? notFound(`of the line ${requested.line}`, undefined, manifest, newestFirst);
  }
  const wanted = (requested.kind !== 'latest' && requested.version) || manifest.latestVersion;
  const found = manifest.releases.find(({ version }) => version === wanted);
  return found ?? notFound(wanted, wanted, manifest, newestFirst);
}

/** `2023-10-30 18:57:24.123 +0000 UTC`: Go's `time.Time.String()`, not RFC 3339. */
export function parseGoDate(text: string): Date | undefined {
  const [, day, time, fraction = '', hours, minutes] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))? ([+-]\d\d)(\d\d)\b/.exec(text) ?? [];
  const date = new Date(
    day === undefined ? text : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${hours}:${minutes}`,
  );
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function manifestType(manifestUrl: string) {
  const entry = z
    .object({
      version: z.string().min(1),
      number: z.int().nonnegative(),
      bundleManifestUrl: z.string().refine((url) => URL.canParse(url, manifestUrl), 'is not a URL'),
      date: z.string().nullish(),
      eksACLI: z.unknown().optional(),
      eksABinary: z.unknown().optional(),
    })
    .transform(({ version, number, bundleManifestUrl, date, eksACLI, eksABinary }): ReleaseEntry => {
      const publishedAt = date ? parseGoDate(date) : undefined;
      const url = new URL(bundleManifestUrl, manifestUrl).href;
      return {
        version,
        number,
        bundleManifestUrl: url,
        ...(publishedAt && { publishedAt }),
        cli: { eksACLI, eksABinary },
      };
    });
  return z.object({
    kind: z.literal('Release', { error: 'is not "Release"' }),
    spec: z.object({ latestVersion: z.string().min(1), releases: z.array(entry).min(1) }),
  });
}

function isStableOf(line: string, text: string): boolean {
  const version = parseVersion(text);
  return version !== undefined && version.prerelease.length === 0 && lineOf(version) === line;
}

function notFound(
  wanted: string,
  near: string | undefined,
  manifest: ReleaseManifest,
  newestFirst: readonly ReleaseEntry[],
): never {
  const versions = newestFirst.map(({ version }) => version);
  const nearest = near === undefined ? undefined : nearestMatch(near, versions);
  throw new ActionError(
    `There is no EKS Anywhere release ${wanted} in the release manifest at ${printable(manifest.url)}.`,
    {
      problems: [`The newest releases are ${versions.slice(0, newestShown).join(', ') || 'none'}.`],
      ...(nearest && nearest !== near && { why: `The nearest one is ${nearest}.` }),
      fix: 'Choose one of the published releases for `eks-a-version`.',
    },
  );
}
