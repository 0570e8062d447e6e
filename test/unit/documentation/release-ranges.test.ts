import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Firmware, Hypervisor } from '../../../src/plan/node-image-spec.ts';
import { supportedConfigKeys } from '../../../src/release/support-config-keys.ts';
import {
  type SupportedTarget,
  type SupportMatrix,
  supportMatrix,
} from '../../../src/release/support-matrix.ts';
import { compareVersions } from '../../../src/release/version.ts';
import { lineAt, pages, root } from './pages.ts';

interface Release {
  readonly version: string;
  readonly matrix: SupportMatrix;
  /** Of kubernetes-sigs/image-builder. */
  readonly upstream: string;
}

/** Every release from v0.16.0 to v0.26.1. */
const releases: readonly Release[] = Object.entries(
  JSON.parse(readFileSync(join(root, 'test/fixtures/release-facts.json'), 'utf8')) as Record<
    string,
    { readonly imageBuilderTag: string }
  >,
).map(([version, { imageBuilderTag: upstream }]) => ({ version, matrix: supportMatrix(version), upstream }));

/** Something that some releases have and others have not. */
interface Fact {
  /** The lines of the pages that are about it. */
  readonly about: RegExp;
  readonly holds: (release: Release) => boolean;
}

const builds =
  (os: SupportedTarget['os'], osVersion: string, hypervisor?: Hypervisor, firmware?: Firmware) =>
  ({ matrix }: Release) =>
    matrix.targets.some(
      (target) =>
        target.os === os &&
        target.osVersion === osVersion &&
        (hypervisor === undefined || target.hypervisor === hypervisor) &&
        (firmware === undefined || target.firmwares.includes(firmware)),
    );
const not = (holds: Fact['holds']) => (release: Release) => !holds(release);
const hasFlag =
  (flag: string) =>
  ({ matrix }: Release) =>
    matrix.flags.includes(flag);
const hasKey =
  (key: string, hypervisor: Hypervisor) =>
  ({ matrix }: Release) =>
    matrix.configKeys[hypervisor].includes(key);
const isFrom =
  (first: string) =>
  ({ version }: Release) =>
    compareVersions(version, first) >= 0;
const buildsCloudStack = ({ matrix }: Release) =>
  matrix.targets.some(({ hypervisor }) => hypervisor === 'cloudstack');
/** The first signed bundle: aws/eks-anywhere, docs/content/en/docs/whatsnew/changelog.md, v0.22.0. */
const isSigned = isFrom('v0.22.0');

const facts: readonly Fact[] = [
  { about: /sign|annotation|bundle/i, holds: isSigned },
  { about: /sign|unsigned|bundle/i, holds: not(isSigned) },
  { about: /cloudstack/i, holds: buildsCloudStack },
  { about: /cloudstack/i, holds: not(buildsCloudStack) },
  { about: /baremetal|bare metal/i, holds: builds('redhat', '9', 'baremetal') },
  { about: /vsphere/i, holds: builds('redhat', '9', 'vsphere') },
  { about: /vsphere/i, holds: builds('redhat', '9', 'vsphere', 'efi') },
  { about: /vsphere|bare metal/i, holds: builds('ubuntu', '22.04', 'vsphere', 'efi') },
  { about: /nutanix/i, holds: builds('redhat', '9', 'nutanix') },
  { about: /cloudstack/i, holds: builds('redhat', '9', 'cloudstack') },
  { about: /20\.04/, holds: builds('ubuntu', '20.04') },
  { about: /22\.04/, holds: builds('ubuntu', '22.04') },
  { about: /24\.04/, holds: builds('ubuntu', '24.04') },
  { about: /default/, holds: ({ matrix }) => matrix.usualVersions.ubuntu === '22.04' },
  { about: /default/, holds: ({ matrix }) => matrix.usualVersions.ubuntu === '20.04' },
  { about: /clone|template/, holds: hasFlag('builder') },
  { about: /ansible-verbosity/, holds: hasFlag('ansible-verbosity') },
  { about: /air-gapped|works for Ubuntu/i, holds: hasFlag('air-gapped') },
  { about: /additional/i, holds: hasFlag('files-config') },
  { about: /firmware/, holds: hasFlag('firmware') },
  { about: /proxy/i, holds: hasKey('https_proxy', 'vsphere') },
  { about: /proxy/i, holds: not(hasKey('https_proxy', 'vsphere')) },
  { about: /ssh_timeout/, holds: hasKey('ssh_timeout', 'vsphere') },
  { about: /custom_role/, holds: hasKey('custom_role', 'ami') },
  { about: /vsphere_library_name/, holds: hasKey('vsphere_library_name', 'vsphere') },
  { about: /source_image_name/, holds: hasKey('source_image_name', 'nutanix') },
  { about: /Ansible|required-tools/i, holds: ({ matrix }) => matrix.tools.ansible === '2.15.13' },
  { about: /required-tools|state/, holds: ({ matrix }) => matrix.tools.ansible === undefined },
  { about: /required-tools|cli-archives/, holds: ({ matrix }) => matrix.tools.ansible !== undefined },
  { about: /Packer/, holds: ({ matrix }) => matrix.tools.packer === '1.9.5' },
  {
    about: /image-builder-release|own CLI/,
    holds: ({ version, matrix }) => matrix.imageBuilderRelease !== version,
  },
  // kubernetes-sigs/image-builder: hack/set-ssh-password.sh honours SSH_PASSWORD since v0.1.40.
  { about: /password/, holds: ({ upstream }) => compareVersions(upstream, 'v0.1.40') >= 0 },
  // kubernetes-sigs/image-builder v0.1.46: the build VM downloads runc, crictl and containerd.service from GitHub.
  { about: /runc|containerd|GitHub/, holds: isFrom('v0.25.0') },
  { about: /runc|goss|GitHub|containerd/, holds: not(isFrom('v0.25.0')) },
  // aws/eks-anywhere release/api/v1alpha1: the ISO of HookOS since v0.22.0; bootType of Nutanix since v0.23.0.
  { about: /hook-iso|hookIso/i, holds: isFrom('v0.22.0') },
  { about: /bootType/, holds: isFrom('v0.23.0') },
  // aws/eks-anywhere: osImageURL of a machine since v0.18.0; its change rolls nodes since v0.20.5 (#8656).
  { about: /osImageURL/, holds: isFrom('v0.18.0') },
  { about: /osImageURL/, holds: not(isFrom('v0.18.0')) },
  { about: /osImageURL/, holds: isFrom('v0.20.5') },
  // What this suite supports: docs/support.md.
  { about: /EKS Anywhere|can be built|no choice/, holds: isFrom('v0.16.0') },
  { about: /Refused|oldestPython/, holds: () => false },
  { about: /support|verified/, holds: (release) => isSigned(release) && !isFrom('v0.24.0')(release) },
  { about: /bundles/, holds: () => true },
  // Every key of the build config, under each hypervisor that has it.
  ...Object.entries(supportedConfigKeys).flatMap(([hypervisor, keys]) =>
    Object.keys(keys).map((key) => ({
      about: new RegExp(`\`${key}\``),
      holds: hasKey(key, hypervisor as Hypervisor),
    })),
  ),
];

const version = String.raw`\`?(v0\.\d+(?:\.\d+)?)\`?`;
/** How pages say ranges, and which releases each means. */
const phrases: ReadonlyArray<readonly [RegExp, (release: string, a: string, b: string) => boolean]> = [
  [
    new RegExp(`\\bup to ${version} and ${version}`, 'gi'),
    (release, a, b) => (lineOf(release) === lineOf(a) ? isUpTo(release, a) : isUpTo(release, b)),
  ],
  [
    new RegExp(`\\b(?:from |between )?${version} (?:to|and|or) ${version}`, 'gi'),
    (release, a, b) => isSince(release, a) && isUpTo(release, b),
  ],
  [new RegExp(`${version} (?:and|or) (?:newer|later)`, 'gi'), isSince],
  [new RegExp(`\\b(?:from|since) ${version}`, 'gi'), isSince],
  [new RegExp(`${version} (?:and|or) (?:older|earlier)`, 'gi'), isUpTo],
  [new RegExp(`\\b(?:up to|until) ${version}`, 'gi'), isUpTo],
  [new RegExp(`\\b(?:before|below|older than) ${version}`, 'gi'), (release, a) => !isSince(release, a)],
];

const lineOf = (text: string) => text.split('.').slice(0, 2).join('.');

function isSince(release: string, first: string): boolean {
  return compareVersions(release, first.split('.').length === 2 ? `${first}.0` : first) >= 0;
}

/** Up to a release, or to the last one of a line. */
function isUpTo(release: string, last: string): boolean {
  return (
    lineOf(release) === last ||
    compareVersions(release, last.split('.').length === 2 ? `${last}.0` : last) <= 0
  );
}

interface Claim {
  readonly place: string;
  /** The line that it stands in. */
  readonly line: string;
  readonly phrase: string;
  readonly releases: readonly string[];
}

const claims: readonly Claim[] = pages
  .filter(({ path }) => /^README|^docs|^actions|^SECURITY/.test(path))
  .flatMap(({ path, prose }) => {
    const lines = prose.split('\n');
    let rest = prose;
    return phrases.flatMap(([pattern, isMeant]) =>
      [...rest.matchAll(pattern)].map((match) => {
        const [phrase, a = '', b = ''] = match;
        // A phrase that a wider one holds is no claim of its own.
        rest =
          rest.slice(0, match.index) + ' '.repeat(phrase.length) + rest.slice(match.index + phrase.length);
        const number = lineAt(prose, match.index);
        return {
          place: `${path}:${number}`,
          line: lines.slice(Math.max(0, number - 2), number + 1).join(' '),
          phrase,
          releases: releases.map(({ version }) => version).filter((release) => isMeant(release, a, b)),
        };
      }),
    );
  });

test('every range of releases on a page is that of a fact which its line is about', () => {
  const wrong = claims.filter(({ line, releases: meant }) => {
    const known = facts.filter(({ about }) => about.test(line));
    return !known.some(({ holds }) => {
      const having = releases.filter(holds).map((release) => release.version);
      return having.join() === meant.join();
    });
  });
  assert.deepEqual(
    wrong.map(({ place, phrase, line }) => `${place} "${phrase}" in: ${line.trim().slice(0, 160)}`),
    [],
  );
});

test('the pages do name ranges', () => {
  assert.ok(claims.length > 50, `${claims.length} claims`);
});

test('Bottlerocket for bare metal ends with the channel that the table says', () => {
  const { lastRawChannel } = supportMatrix('v0.26.1').bottlerocket;
  const next = `1-${Number(lastRawChannel.slice(2)) + 1}`;
  const wrong = pages.flatMap(({ path, prose }) =>
    [...prose.matchAll(/up to (?:channel )?`?(1-\d+)`?|`?(1-\d+)`? and (?:later|newer)/g)]
      .filter(([, last, first]) => (last ?? lastRawChannel) !== lastRawChannel || (first ?? next) !== next)
      .map((match) => `${path}:${lineAt(prose, match.index)} ${match[0]}`),
  );
  assert.deepEqual(wrong, []);
});
