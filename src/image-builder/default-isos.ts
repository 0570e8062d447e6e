import { isAtLeast } from '../release/support-matrix.ts';

/** An installer ISO that upstream downloads when the config names none. */
export interface DefaultIso {
  readonly url: string;
  /** Hex. */
  readonly sha256: string;
}

const focal: DefaultIso = {
  url: 'http://cdimage.ubuntu.com/ubuntu-legacy-server/releases/20.04/release/ubuntu-20.04.1-legacy-server-amd64.iso',
  sha256: 'f11bda2f2caed8f420802b59f382c25160b114ccc665dbac9c5046e7fceaced2',
};

/**
 * Since which release of EKS Anywhere which ISO of which version. Source: images/capi/packer/{ova,raw} of
 * kubernetes-sigs/image-builder at the tags that the build tooling of each release names, read 2026-11-23.
 */
const isos: ReadonlyArray<readonly [since: string, osVersion: string, iso: DefaultIso]> = [
  ['v0.16.0', '20.04', focal],
  [
    'v0.17.0',
    '22.04',
    iso('jammy', '22.04.1', '10f19c5b2b8d6db711582e0e27f5116296c34fe4b313ba45f9b201a5007056cb'),
  ],
  [
    'v0.19.7',
    '22.04',
    iso('22.04.4', '22.04.4', '45f873de9f8cb637345d6e66a583762730bbea30277ef7b32c9c3bd6700a32b2'),
  ],
  [
    'v0.20.7',
    '22.04',
    iso('22.04.5', '22.04.5', '9bc6028870aef3f74f4e16b900008179e78b130e6b0b9a140635434a46aa98b0'),
  ],
  [
    'v0.24.0',
    '24.04',
    iso('noble', '24.04.2', 'd6dab0c3a657988501b4bd76f1297c053df710e06e0c3aece60dead24f270b4d'),
  ],
  [
    'v0.25.0',
    '24.04',
    iso('noble', '24.04.3', 'c3514bf0056180d09376462a7a1b4f213c1d6e8ea67fae5c25099c6fd3d8274b'),
  ],
];

function iso(folder: string, version: string, sha256: string): DefaultIso {
  const host =
    version === '22.04.1' ? 'https://old-releases.ubuntu.com/releases' : 'https://releases.ubuntu.com';
  return { url: `${host}/${folder}/ubuntu-${version}-live-server-amd64.iso`, sha256 };
}

/** Undefined for what has no default. */
export function defaultIso(eksaVersion: string, osVersion: string): DefaultIso | undefined {
  return isos.findLast(([since, version]) => version === osVersion && isAtLeast(eksaVersion, since))?.[2];
}

const seriesOf: Readonly<Record<string, string>> = { '20.04': 'focal', '22.04': 'jammy', '24.04': 'noble' };

/** Where Canonical keeps an ISO that a newer point release has replaced; undefined for another host's. */
export function oldIsoUrl(url: string): string | undefined {
  const [, name, version = ''] =
    /releases\.ubuntu\.com\/.*\/(ubuntu-(\d\d\.\d\d)[\d.]*-[\w-]+\.iso)$/.exec(url) ?? [];
  const series = seriesOf[version];
  if (name === undefined || series === undefined) return undefined;
  return `https://old-releases.ubuntu.com/releases/${series}/${name}`;
}
