import { ActionError } from '../action-error.ts';
import {
  type Builder,
  builders,
  type Firmware,
  firmwareAliases,
  firmwares,
  type Hypervisor,
  hypervisorAliases,
  hypervisors,
  type OperatingSystem,
  operatingSystemAliases,
  operatingSystems,
} from './node-image-spec.ts';
import { configText, parseChannel, parseVersionWord, runsOnOf, word } from './wanted-values.ts';
import { type Entry, entriesOf, oneText, texts, unknownKeys } from './yaml-entries.ts';

/** `runs-on` as a workflow takes it. */
export type RunsOn =
  | string
  | readonly string[]
  | { readonly group?: string; readonly labels?: string | readonly string[] };

/** Words for channels that the release decides: all it has, or those still in standard support. */
export const channelWords = ['supported', 'standard-support'] as const;

/** One entry of `images`: every key that makes cells is a list. */
export interface WantedEntry {
  /** Counted from 1, for messages. */
  readonly number: number;
  readonly os: readonly OperatingSystem[];
  /** `undefined`: what the release builds by default. */
  readonly osVersions: ReadonlyArray<string | undefined>;
  readonly hypervisors: readonly Hypervisor[];
  readonly firmwares: ReadonlyArray<Firmware | undefined>;
  readonly builders: ReadonlyArray<Builder | undefined>;
  /** Dash form, or one of {@link channelWords}. */
  readonly releaseChannels: readonly string[];
  /** JSON text. */
  readonly config?: string;
  readonly configFile?: string;
  readonly additionalFiles: readonly string[];
  readonly runsOn?: RunsOn;
}

/** One entry of `exclude`: a cell is left out when every key that is given has its value in the list. */
export interface Exclusion {
  readonly number: number;
  readonly os?: readonly OperatingSystem[];
  readonly osVersions?: readonly string[];
  readonly hypervisors?: readonly Hypervisor[];
  readonly firmwares?: readonly Firmware[];
  readonly builders?: readonly Builder[];
  readonly releaseChannels?: readonly string[];
}

const choiceKeys = ['os', 'os-version', 'hypervisor', 'release-channel', 'firmware', 'builder'] as const;
const imageKeys = [...choiceKeys, 'config', 'config-file', 'additional-files', 'runs-on'];

/**
 * Reads the input `images`.
 *
 * @throws ActionError that lists every problem of every entry.
 */
export function parseImages(text: string): readonly WantedEntry[] {
  const problems: string[] = [];
  const entries = entriesOf('images', text, problems).map((entry) => readImage(entry, problems));
  if (entries.length === 0 && problems.length === 0) problems.push('names no image');
  if (problems.length > 0) throw wrong('images', problems, imagesExample);
  return entries;
}

/**
 * Reads the input `exclude`.
 *
 * @throws ActionError that lists every problem of every entry.
 */
export function parseExclusions(text: string): readonly Exclusion[] {
  const problems: string[] = [];
  const exclusions = entriesOf('exclude', text, problems).map((entry) => readExclusion(entry, problems));
  if (problems.length > 0) throw wrong('exclude', problems, excludeExample);
  return exclusions;
}

const imagesExample =
  'Write a list of mappings, such as `- {hypervisor: [vsphere, baremetal], release-channel: supported}`.';
const excludeExample =
  'Write a list of mappings, such as `- {hypervisor: baremetal, release-channel: 1-33}`.';

function wrong(input: string, problems: readonly string[], fix: string): ActionError {
  return new ActionError(`\`${input}\` is wrong.`, { problems, fix });
}

function readImage(entry: Entry, problems: string[]): WantedEntry {
  unknownKeys(entry, imageKeys, problems);
  const read = choicesOf(entry, problems, channelWords);
  for (const key of ['hypervisor', 'release-channel'] as const) {
    if (entry.values[key] === undefined) problems.push(`${entry.where}: \`${key}\` is missing`);
  }
  const config = configText(entry, problems);
  const configFile = oneText(entry, 'config-file', problems);
  const runsOn = entry.values['runs-on'];
  const runner = runsOn === undefined ? undefined : runsOnOf(runsOn);
  if (runsOn !== undefined && runner === undefined) problems.push(`${entry.where}: ${notARunner}`);
  return {
    number: entry.number,
    os: read.os ?? ['ubuntu'],
    osVersions: read.osVersions ?? [undefined],
    hypervisors: read.hypervisors ?? [],
    firmwares: read.firmwares ?? [undefined],
    builders: read.builders ?? [undefined],
    releaseChannels: read.releaseChannels ?? [],
    ...(config !== undefined && { config }),
    ...(configFile !== undefined && { configFile }),
    additionalFiles: texts(entry, 'additional-files', problems) ?? [],
    ...(runner !== undefined && { runsOn: runner }),
  };
}

export const notARunner =
  '`runs-on` must be a label, a list of labels, or a mapping with `group` and `labels`';

function readExclusion(entry: Entry, problems: string[]): Exclusion {
  unknownKeys(entry, choiceKeys, problems);
  if (Object.keys(entry.values).length === 0) problems.push(`${entry.where}: would leave out everything`);
  return { number: entry.number, ...choicesOf(entry, problems, []) };
}

/** The keys that `images` and `exclude` share; one that is absent stays so. */
function choicesOf(entry: Entry, problems: string[], extraChannels: readonly string[]) {
  const read = <T>(key: string, parse: (text: string) => T): readonly T[] | undefined =>
    texts(entry, key, problems)?.flatMap((text) => {
      try {
        return [parse(text)];
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        const said = [error.headline, error.why, error.fix].filter((part) => part !== undefined).join(' ');
        problems.push(`${entry.where}: ${said.startsWith('`') ? said : `\`${key}\`: ${said}`}`);
        return [];
      }
    });
  const os = read('os', (text) => word(text, operatingSystems, operatingSystemAliases));
  const osVersions = read('os-version', parseVersionWord);
  const kinds = read('hypervisor', (text) => word(text, hypervisors, hypervisorAliases));
  const boots = read('firmware', (text) => word(text, firmwares, firmwareAliases));
  const ways = read('builder', (text) => word(text, builders, {}));
  const channels = read('release-channel', (text) => parseChannel(text, extraChannels));
  return {
    ...(os && { os }),
    ...(osVersions && { osVersions }),
    ...(kinds && { hypervisors: kinds }),
    ...(boots && { firmwares: boots }),
    ...(ways && { builders: ways }),
    ...(channels && { releaseChannels: channels }),
  };
}
