import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import { bottlerocketFormats, supportMatrix } from '../release/support-matrix.ts';
import type { WantedImage } from './complete-spec.ts';
import { type Hypervisor, hypervisorNames } from './node-image-spec.ts';

export type BottlerocketFormat = keyof ReleaseChannel['bottlerocket'];

/** The format that a hypervisor takes Bottlerocket in; undefined for those that cannot run it. */
export function bottlerocketFormat(hypervisor: Hypervisor): BottlerocketFormat | undefined {
  return Object.hasOwn(bottlerocketFormats, hypervisor)
    ? bottlerocketFormats[hypervisor as keyof typeof bottlerocketFormats]
    : undefined;
}

/**
 * Reports why a release has no such Bottlerocket image. Bottlerocket's version, firmware and build are not a
 * matter of choice: there is one image for a channel and a hypervisor, and the bundle says whether there is.
 */
export function bottlerocketProblems(wanted: WantedImage, release: EksaRelease, problems: string[]): object {
  for (const [input, value] of [
    ['os-version', wanted.osVersion],
    ['firmware', wanted.firmware],
    ['builder', wanted.builder],
  ] as const) {
    if (value !== undefined)
      problems.push(`\`${input}\`: Bottlerocket has no choice of it (${value}); leave it out`);
  }
  const format = bottlerocketFormat(wanted.hypervisor);
  if (format === undefined) {
    const others = Object.keys(bottlerocketFormats).join(', ');
    problems.push(`\`hypervisor\`: Bottlerocket exists for ${others}, not for ${wanted.hypervisor}`);
    return {};
  }
  const channel = release.channels.find(({ name }) => name === wanted.releaseChannel);
  if (channel !== undefined && channel.bottlerocket[format] === undefined) {
    problems.push(`\`release-channel\`: ${reasonFor(format, wanted, release)}`);
  }
  return {};
}

function reasonFor(format: BottlerocketFormat, wanted: WantedImage, release: EksaRelease): string {
  const { lastRawChannel } = supportMatrix(release.version).bottlerocket;
  const name = hypervisorNames[wanted.hypervisor];
  if (format === 'raw' && minor(wanted.releaseChannel) > minor(lastRawChannel)) {
    return `Bottlerocket for ${name} ends with ${lastRawChannel}; there is none for ${wanted.releaseChannel}`;
  }
  return `the bundle of ${release.version} has no Bottlerocket for ${name} in ${wanted.releaseChannel}`;
}

function minor(channel: string): number {
  return Number(channel.split('-')[1]);
}
