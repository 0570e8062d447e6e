import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Data that AWS published; where each comes from is said in the README beside it. */
export const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const branchesFolder = path.join(fixtures, 'build-tooling', 'branches');

/** The release lines that have a branch in aws/eks-anywhere-build-tooling and a bundle in the box. */
export const releaseLines: readonly string[] = [
  '0.15',
  '0.16',
  '0.17',
  '0.18',
  '0.19',
  '0.20',
  '0.21',
  '0.22',
  '0.23',
  '0.24',
  '0.25',
  '0.26',
];

const publishedRelease = z.object({
  version: z.string(),
  number: z.int(),
  date: z.iso.datetime(),
  gitCommit: z.string(),
  eksd: z.array(z.string()),
  cli: z.record(z.string(), z.string()).optional(),
});
const eksdLatest = z.object({
  releases: z.array(
    z.object({
      branch: z.string(),
      kubeVersion: z.string(),
      number: z.int(),
      endOfStandardSupport: z.string().optional(),
    }),
  ),
});
const bottlerocketReleases = z.record(z.string(), z.record(z.string(), z.string()));

export type BottlerocketFormat = 'ova' | 'raw' | 'ami';

/** One build of EKS Distro: channel `1-33`, number 30. */
export interface EksdName {
  readonly channel: string;
  readonly number: number;
}

export interface HistoricRelease {
  readonly version: string;
  readonly number: number;
  /** When it was published, ISO 8601. */
  readonly date: string;
  readonly gitCommit: string;
  /** `0.26`. */
  readonly line: string;
  /** sha256 of `eksctl anywhere` by `linux/amd64` and so on, where known. */
  readonly cli: Readonly<Record<string, string>>;
  /** One per release channel, oldest first. Empty where the box has no bundle. */
  readonly eksd: readonly EksdName[];
}

interface Line {
  readonly imageBuilderVersion: string;
  readonly channels: readonly string[];
  readonly eksdLatest: z.infer<typeof eksdLatest>['releases'];
  readonly bottlerocket: z.infer<typeof bottlerocketReleases>;
}

/** What was released when, with which parts. */
export class ReleaseHistory {
  /** In the order of publication, which is that of the numbers but not that of the versions. */
  readonly releases: readonly HistoricRelease[];
  readonly #lines: ReadonlyMap<string, Line>;

  private constructor(releases: readonly HistoricRelease[], lines: ReadonlyMap<string, Line>) {
    this.releases = releases;
    this.#lines = lines;
  }

  static async load(): Promise<ReleaseHistory> {
    const file = path.join(fixtures, 'releases', 'eksa-releases.json');
    const published = z.array(publishedRelease).parse(JSON.parse(await readFile(file, 'utf8')));
    const lines = new Map(
      await Promise.all(releaseLines.map(async (line) => [line, await readLine(line)] as const)),
    );
    const newest = new Map<string, number>();
    const releases = published.map((release) => {
      const line = lineOf(release.version);
      const channels = lines.get(line)?.channels ?? [];
      return { ...release, cli: release.cli ?? {}, line, eksd: eksdNames(release.eksd, channels, newest) };
    });
    return new ReleaseHistory(releases, lines);
  }

  find(version: string): HistoricRelease | undefined {
    return this.releases.find((release) => release.version === version);
  }

  byNumber(number: number): HistoricRelease | undefined {
    return this.releases.find((release) => release.number === number);
  }

  /** The version of the image-builder CLI that a release line ships, as its folder in the CDN is called. */
  imageBuilderVersion(line: string): string {
    return this.#line(line).imageBuilderVersion;
  }

  /** Which Bottlerocket a release line has for the channel, with its `v`. Raw images end with 1-28. */
  bottlerocketVersion(line: string, channel: string, format: BottlerocketFormat): string | undefined {
    return this.#line(line).bottlerocket[channel]?.[`${format}-release-version`]?.replace(/^v?/, 'v');
  }

  /** Every build of EKS Distro that a bundle or EKSD_LATEST_RELEASES names. */
  knowsEksd({ channel, number }: EksdName): boolean {
    const same = (other: EksdName) => other.channel === channel && other.number === number;
    return (
      this.releases.some(({ eksd }) => eksd.some(same)) ||
      this.#eksdBuilds().some((build) => same({ channel: build.branch, number: build.number }))
    );
  }

  /** The Kubernetes patch version of an EKS Distro build: that of the next build whose version is recorded. */
  kubeVersion({ channel, number }: EksdName): string {
    const builds = this.#eksdBuilds()
      .filter(({ branch }) => branch === channel)
      .toSorted((a, b) => a.number - b.number);
    const build = builds.find((candidate) => candidate.number >= number) ?? builds.at(-1);
    if (!build) throw new Error(`EKSD_LATEST_RELEASES of no line has channel ${channel}`);
    return build.kubeVersion;
  }

  endOfStandardSupport(channel: string): string | undefined {
    return this.#eksdBuilds().findLast(({ branch }) => branch === channel)?.endOfStandardSupport;
  }

  #eksdBuilds(): Line['eksdLatest'] {
    return [...this.#lines.values()].flatMap((line) => line.eksdLatest);
  }

  #line(name: string): Line {
    const line = this.#lines.get(name);
    if (!line) throw new Error(`the box has no data of release line ${name}`);
    return line;
  }
}

/** `v0.26.1` → [0, 26, 1]. */
function versionParts(version: string): number[] {
  return version.replace(/^v/, '').split('.').map(Number);
}

export function isAtLeast(version: string, minimum: string): boolean {
  const wanted = versionParts(minimum);
  const difference = versionParts(version).map((part, index) => part - (wanted[index] ?? 0));
  return (difference.find((part) => part !== 0) ?? 0) >= 0;
}

function lineOf(version: string): string {
  return versionParts(version).slice(0, 2).join('.');
}

/** `1-28` → 28. */
export function minorOf(channel: string): number {
  return Number(channel.split('-')[1]);
}

/**
 * A release's EKS Distro builds. The published history is a changelog: it names what moved, often as "from, to",
 * so the highest number counts, and a supported channel it does not mention is as it was in the release before.
 */
function eksdNames(
  changed: readonly string[],
  supported: readonly string[],
  newest: Map<string, number>,
): EksdName[] {
  if (supported.length === 0) return [];
  const own = new Map<string, number>();
  for (const name of changed) {
    const [channel = '', number] = name.split('-eks-');
    own.set(channel, Math.max(own.get(channel) ?? 0, Number(number)));
  }
  for (const [channel, number] of own) newest.set(channel, number);
  return [...new Set([...supported, ...own.keys()])]
    .toSorted((a, b) => minorOf(a) - minorOf(b))
    .map((channel) => ({ channel, number: newest.get(channel) ?? 1 }));
}

async function readLine(line: string): Promise<Line> {
  const read = (name: string) => readFile(path.join(branchesFolder, `release-${line}`, name), 'utf8');
  return {
    imageBuilderVersion: (await read('image-builder-cli.GIT_TAG')).trim(),
    channels: (await read('SUPPORTED_RELEASE_BRANCHES')).trim().split('\n'),
    eksdLatest: eksdLatest.parse(parse(await read('EKSD_LATEST_RELEASES'))).releases,
    bottlerocket: bottlerocketReleases.parse(parse(await read('BOTTLEROCKET_RELEASES'))),
  };
}
