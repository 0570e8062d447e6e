import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { findChannel } from '../release/resolve.ts';
import {
  isAtLeast,
  oldestSupported,
  type SupportedTarget,
  supportMatrix,
} from '../release/support-matrix.ts';
import { bottlerocketProblems } from './bottlerocket-support.ts';
import {
  type BuildableSpec,
  type Builder,
  type BuiltSystem,
  type Firmware,
  type Hypervisor,
  hypervisorNames,
  type NodeImageSpec,
  nodeImageId,
  type OperatingSystem,
  operatingSystemNames,
} from './node-image-spec.ts';

/** A node image as a person asks for it: what is left out, the release decides. */
export interface WantedImage<H extends Hypervisor = Hypervisor> {
  readonly os: OperatingSystem;
  readonly osVersion?: string | undefined;
  readonly hypervisor: H;
  readonly firmware?: Firmware | undefined;
  readonly builder?: Builder | undefined;
  readonly releaseChannel: string;
}

/** A spec for a hypervisor that is known. */
export type SpecFor<H extends Hypervisor> = NodeImageSpec & { readonly hypervisor: H };

/**
 * Completes a wanted image with the defaults of its release and refuses what the release cannot build, before
 * anything is downloaded: the CLI itself says so only after it has cloned a repository, or 40 minutes later.
 *
 * @throws ActionError that lists every problem.
 */
export function completeSpec<H extends Hypervisor>(wanted: WantedImage<H>, release: EksaRelease): SpecFor<H> {
  refuseTooOld(release.version);
  findChannel(release, wanted.releaseChannel);
  const checked = checkImage(wanted, release);
  if ('spec' in checked) return checked.spec;
  throw new ActionError(`${release.version} cannot build this image.`, { problems: checked.problems });
}

/**
 * The same for a system that image-builder builds, which has a version always.
 *
 * @throws ActionError that lists every problem.
 */
export function completeBuild(
  wanted: WantedImage & { readonly os: BuiltSystem },
  release: EksaRelease,
): BuildableSpec {
  const spec = completeSpec(wanted, release);
  if (spec.osVersion === undefined) throw new RangeError(`no version of ${spec.os}`);
  return { ...spec, os: wanted.os, osVersion: spec.osVersion };
}

/** @throws ActionError for a release whose CLI and bundles have another shape. */
export function refuseTooOld(eksaVersion: string): void {
  if (isAtLeast(eksaVersion, oldestSupported)) return;
  throw new ActionError(`EKS Anywhere ${eksaVersion} is too old to build images with.`, {
    fix: `Choose ${oldestSupported} or newer with \`eks-a-version\`.`,
  });
}

/** The same without an exception: a matrix has many images, and all that is wrong with them is one answer. */
export function checkImage<H extends Hypervisor>(
  wanted: WantedImage<H>,
  release: EksaRelease,
): { readonly spec: SpecFor<H> } | { readonly problems: readonly string[] } {
  const { os, hypervisor, releaseChannel } = wanted;
  const problems: string[] = [];
  if (!release.channels.some(({ name }) => name === releaseChannel)) {
    const names = release.channels.map(({ name }) => name).join(', ');
    problems.push(`\`release-channel\`: ${release.version} has ${names}, not ${releaseChannel}`);
  }
  const completed =
    os === 'bottlerocket'
      ? bottlerocketProblems(wanted, release, problems)
      : completeBuilt(wanted, os, release.version, problems);
  if (problems.length > 0) return { problems };
  const spec = { os, ...completed, hypervisor, releaseChannel, eksaVersion: release.version };
  return { spec: { id: nodeImageId(spec), ...spec } };
}

type Completed = Pick<NodeImageSpec, 'osVersion' | 'firmware' | 'builder'>;

/** What image-builder builds. */
function completeBuilt(
  wanted: WantedImage,
  os: BuiltSystem,
  eksaVersion: string,
  problems: string[],
): Completed {
  const matrix = supportMatrix(eksaVersion);
  const targets = matrix.targets.filter(
    (target) => target.os === os && target.hypervisor === wanted.hypervisor,
  );
  if (targets.length === 0) {
    const others = matrix.targets.filter((target) => target.os === os).map(({ hypervisor }) => hypervisor);
    problems.push(
      `\`hypervisor\`: ${eksaVersion} builds ${operatingSystemNames[os]} for ${[...new Set(others)].join(', ')}, not for ${wanted.hypervisor}`,
    );
    return {};
  }
  const osVersion = withDot(wanted.osVersion ?? matrix.usualVersions[os]);
  const target = targets.find((candidate) => candidate.osVersion === osVersion);
  if (target === undefined) {
    const versions = targets.map((candidate) => candidate.osVersion);
    const near = nearestMatch(osVersion, versions);
    const where = os === 'ubuntu' ? '' : ` for ${wanted.hypervisor}`;
    problems.push(
      `\`os-version\`: ${eksaVersion} builds ${operatingSystemNames[os]} ${versions.join(', ')}${where}, not ${osVersion}${near ? `; did you mean ${near}?` : ''}`,
    );
  }
  const choices = target ?? targets[0];
  const firmware = choices && completeFirmware(wanted, choices, problems);
  if (wanted.builder !== undefined && !choices?.builders.includes(wanted.builder)) {
    problems.push(
      wanted.hypervisor === 'vsphere'
        ? '`builder`: releases before v0.24.0 cannot clone a template; leave it out'
        : `\`builder\`: only vSphere can clone a template, not ${hypervisorNames[wanted.hypervisor]}; leave it out`,
    );
  }
  return {
    osVersion,
    ...(firmware && { firmware }),
    ...(wanted.builder === 'clone' && { builder: 'clone' as const }),
  };
}

function completeFirmware(
  { firmware, os, hypervisor }: WantedImage,
  { firmwares, osVersion }: SupportedTarget,
  problems: string[],
): Firmware | undefined {
  const [usual] = firmwares;
  if (firmware === undefined || firmwares.includes(firmware)) return firmware ?? usual;
  problems.push(
    usual === undefined
      ? '`firmware`: releases before v0.17.0 have no choice of firmware; leave it out'
      : `\`firmware\`: ${operatingSystemNames[os]} ${osVersion} for ${hypervisorNames[hypervisor]} boots by \`${usual}\` only`,
  );
  return usual;
}

/** `2204` is what the file names say, `22.04` is what the CLI wants. */
function withDot(version: string): string {
  return version.replace(/^(\d\d)(\d\d)$/, '$1.$2');
}
