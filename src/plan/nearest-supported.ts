import type { EksaRelease } from '../release/eksa-release.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { bottlerocketFormat } from './bottlerocket-support.ts';
import type { WantedImage } from './complete-spec.ts';
import { hypervisors } from './node-image-spec.ts';

/** The image that a release can build and that differs least from a wanted one, in words of the inputs. */
export function nearestSupported(wanted: WantedImage, release: EksaRelease): string | undefined {
  let best: { readonly image: WantedImage; readonly score: number } | undefined;
  for (const image of choices(release)) {
    const score = likeness(image, wanted);
    if (score > (best?.score ?? 0)) best = { image, score };
  }
  return best && describeImage(best.image);
}

/** `ubuntu 22.04 efi baremetal 1-33` */
export function describeImage(image: WantedImage): string {
  const builder = image.builder === 'clone' ? 'clone' : undefined;
  return [image.os, image.osVersion, image.firmware, builder, image.hypervisor, image.releaseChannel]
    .filter((part) => part !== undefined)
    .join(' ');
}

function* choices(release: EksaRelease): Generator<WantedImage> {
  for (const { name: releaseChannel, bottlerocket } of release.channels) {
    for (const { os, osVersion, hypervisor, firmwares } of supportMatrix(release.version).targets) {
      const ways = firmwares.length > 0 ? firmwares : [undefined];
      for (const firmware of ways) yield { os, osVersion, hypervisor, firmware, releaseChannel };
    }
    for (const hypervisor of hypervisors) {
      const format = bottlerocketFormat(hypervisor);
      if (format !== undefined && bottlerocket[format] !== undefined)
        yield { os: 'bottlerocket', hypervisor, releaseChannel };
    }
  }
}

/** What a person would give up last weighs most: where the image runs, then which system, channel, version, boot. */
function likeness(image: WantedImage, wanted: WantedImage): number {
  let score = 0;
  if (image.hypervisor === wanted.hypervisor) score += 1000;
  if (image.os === wanted.os) score += 500;
  score += 200 - Math.min(20 * distance(image.releaseChannel, wanted.releaseChannel), 190);
  if (wanted.osVersion !== undefined && image.osVersion !== undefined)
    score += 9 - Math.min(Math.abs(Number(image.osVersion) - Number(wanted.osVersion)), 9);
  if (wanted.firmware !== undefined && image.firmware === wanted.firmware) score += 1;
  return score;
}

function distance(a: string, b: string): number {
  return Math.abs(Number(a.split('-')[1]) - Number(b.split('-')[1]));
}
