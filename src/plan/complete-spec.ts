import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { findChannel } from '../release/resolve.ts';
import { hasOsFlags, isAtLeast, oldestSupported, ubuntuSupport } from '../release/support-matrix.ts';
import {
  type BuildableHypervisor,
  type BuildableSpec,
  type Firmware,
  nodeImageId,
  type OperatingSystem,
} from './node-image-spec.ts';

/** A node image as a person asks for it: what is left out, the release decides. */
export interface WantedImage {
  readonly os: OperatingSystem;
  readonly osVersion?: string | undefined;
  readonly hypervisor: BuildableHypervisor;
  readonly firmware?: Firmware | undefined;
  readonly releaseChannel: string;
}

/**
 * Completes a wanted image with the defaults of its release and refuses what the release cannot build, before
 * anything is downloaded: the CLI itself says so only after it has cloned a repository, or 40 minutes later.
 *
 * @throws ActionError that lists every problem.
 */
export function completeSpec(wanted: WantedImage, release: EksaRelease): BuildableSpec {
  if (!isAtLeast(release.version, oldestSupported)) {
    throw new ActionError(`EKS Anywhere ${release.version} is too old to build images with.`, {
      fix: `Choose ${oldestSupported} or newer with \`eks-a-version\`.`,
    });
  }
  findChannel(release, wanted.releaseChannel);
  const { versions, usual } = ubuntuSupport(release.version);
  const osVersion = withDot(wanted.osVersion ?? usual);
  const problems: string[] = [];
  if (!versions.includes(osVersion)) {
    const near = nearestMatch(osVersion, versions);
    problems.push(
      `\`os-version\`: ${release.version} builds Ubuntu ${versions.join(', ')}, not ${osVersion}${near ? `; did you mean ${near}?` : ''}`,
    );
  }
  const firmware = completeFirmware(wanted, release.version, problems);
  if (problems.length > 0) throw new ActionError(`${release.version} cannot build this image.`, { problems });

  const spec = {
    os: wanted.os,
    osVersion,
    hypervisor: wanted.hypervisor,
    ...(firmware && { firmware }),
    releaseChannel: wanted.releaseChannel,
    eksaVersion: release.version,
  };
  return { id: nodeImageId(spec), ...spec };
}

function completeFirmware(
  { firmware, hypervisor }: WantedImage,
  eksaVersion: string,
  problems: string[],
): Firmware | undefined {
  if (!hasOsFlags(eksaVersion)) {
    if (firmware) {
      problems.push('`firmware`: releases before v0.17.0 have no choice of firmware; leave it out');
    }
    return undefined;
  }
  if (hypervisor === 'vsphere') return firmware ?? 'bios';
  if (firmware === 'bios')
    problems.push('`firmware`: Ubuntu on bare metal boots by `efi` only since v0.17.0');
  return 'efi';
}

/** `2204` is what the file names say, `22.04` is what the CLI wants. */
function withDot(version: string): string {
  return version.replace(/^(\d\d)(\d\d)$/, '$1.$2');
}
