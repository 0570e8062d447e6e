import type { EksaRelease } from '../release/eksa-release.ts';
import { checkImage, type WantedImage } from './complete-spec.ts';
import { nearestSupported } from './nearest-supported.ts';
import type { NodeImageSpec } from './node-image-spec.ts';
import type { Exclusion, WantedEntry } from './wanted-images.ts';

/** One image that the release can build, and the entry that asks for it. */
export interface Cell {
  readonly spec: NodeImageSpec;
  readonly entry: WantedEntry;
}

/** One image that it cannot. */
export interface UnsupportedCell {
  readonly wanted: WantedImage;
  readonly entry: WantedEntry;
  readonly reasons: readonly string[];
  /** What could be had instead. */
  readonly nearest: string | undefined;
}

export interface Expansion {
  /** In the order of the entries; within one by OS, version, hypervisor, firmware, builder and channel as written. */
  readonly cells: readonly Cell[];
  readonly unsupported: readonly UnsupportedCell[];
  /** How many were excluded. */
  readonly excluded: number;
  /** Numbers of the exclusions that left nothing out. */
  readonly idleExclusions: readonly number[];
}

/** Every combination that the entries ask for, checked against the release. */
export function expandImages(
  entries: readonly WantedEntry[],
  exclusions: readonly Exclusion[],
  release: EksaRelease,
  today: Date,
): Expansion {
  const cells: Cell[] = [];
  const unsupported: UnsupportedCell[] = [];
  const used = new Set<number>();
  let excluded = 0;
  for (const entry of entries) {
    for (const { wanted, isByWord } of combinations(entry, release, today)) {
      const checked = checkImage(wanted, release);
      const image = 'spec' in checked ? { ...wanted, ...checked.spec } : wanted;
      const exclusion = exclusions.find((candidate) => matches(candidate, image));
      if (exclusion !== undefined) {
        used.add(exclusion.number);
        excluded += 1;
      } else if ('spec' in checked) {
        cells.push({ spec: checked.spec, entry });
      } else if (!(isByWord && existsInAnotherChannel(wanted, release))) {
        unsupported.push({
          wanted,
          entry,
          reasons: checked.problems,
          nearest: nearestSupported(wanted, release),
        });
      }
    }
  }
  const idleExclusions = exclusions.map(({ number }) => number).filter((number) => !used.has(number));
  return { cells, unsupported, excluded, idleExclusions };
}

interface Combination {
  readonly wanted: WantedImage;
  /** The channel was not named but meant by a word. */
  readonly isByWord: boolean;
}

function* combinations(entry: WantedEntry, release: EksaRelease, today: Date): Generator<Combination> {
  const channels = channelsOf(entry.releaseChannels, release, today);
  for (const os of entry.os)
    for (const osVersion of entry.osVersions)
      for (const hypervisor of entry.hypervisors)
        for (const firmware of entry.firmwares)
          for (const builder of entry.builders)
            for (const [releaseChannel, isByWord] of channels)
              yield { wanted: { os, osVersion, hypervisor, firmware, builder, releaseChannel }, isByWord };
}

/** A channel that is named and also meant by a word counts once, as named. */
function channelsOf(
  names: readonly string[],
  release: EksaRelease,
  today: Date,
): ReadonlyMap<string, boolean> {
  const channels = new Map<string, boolean>();
  for (const name of names) {
    if (/^\d/.test(name)) channels.set(name, false);
    else
      for (const channel of release.channels) {
        const isWanted = name === 'supported' || isInStandardSupport(channel.endOfStandardSupport, today);
        if (isWanted && !channels.has(channel.name)) channels.set(channel.name, true);
      }
  }
  return channels;
}

/** Support ends with the day; releases before v0.22.0 do not say when. */
export function isInStandardSupport(end: string | undefined, today: Date): boolean {
  return end === undefined || today.toISOString().slice(0, 10) <= end;
}

/** `supported` means the channels in which the image exists; an image that exists in none is a mistake. */
function existsInAnotherChannel(wanted: WantedImage, release: EksaRelease): boolean {
  return release.channels.some(
    ({ name }) => 'spec' in checkImage({ ...wanted, releaseChannel: name }, release),
  );
}

function matches(exclusion: Exclusion, image: WantedImage): boolean {
  const has = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    has(exclusion.os, image.os) &&
    has(exclusion.osVersions, image.osVersion) &&
    has(exclusion.hypervisors, image.hypervisor) &&
    has(exclusion.firmwares, image.firmware) &&
    has(exclusion.builders, image.builder ?? 'iso') &&
    has(exclusion.releaseChannels, image.releaseChannel)
  );
}
