import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { downloadsOfBuild } from '../image/guest-downloads.ts';
import type { NodeImage } from '../image/node-image.ts';
import { type Evidence, provenanceLine, provenanceOf, type ResourceDescriptor } from '../image/provenance.ts';
import type { NodeImageSpec } from '../plan/node-image-spec.ts';
import { isSecretSetting } from '../plan/wanted-values.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { provenanceRun, sourcesOfRun } from '../runner/provenance-run.ts';
import type { Secrets } from '../runner/secrets.ts';
import type { FetchedRelease } from './fetch-release.ts';

/** What a build was made from, as far as the job knows. */
export interface BuiltFrom {
  readonly image: NodeImage;
  readonly fetched: FetchedRelease;
  readonly channel: ReleaseChannel;
  /** With secrets, which stay out of the statement by key and by value. */
  readonly config: Readonly<Record<string, string>>;
  /** Tools of the machine whose digests are known; a build without them names the versions that upstream requires. */
  readonly tools?: readonly ResourceDescriptor[];
}

/**
 * Writes `<id>.intoto.jsonl` beside the image.
 *
 * @returns its path
 */
export async function writeProvenance(built: BuiltFrom, secrets: Secrets): Promise<string> {
  const { image, fetched, channel, config } = built;
  const eksd = await fetched.eksdManifest(channel);
  const downloads = downloadsOfBuild(fetched.release.version);
  const statement = provenanceOf({
    image,
    run: provenanceRun('build-v1'),
    parameters: { ...parametersOf(image.spec), config: plainSettings(config, secrets) },
    dependencies: [
      ...sourcesOfRun(),
      ...releaseDependencies(fetched),
      {
        name: channel.eksdRelease,
        uri: channel.eksdManifestUrl,
        ...(eksd.sha256 && { digest: { sha256: eksd.sha256 } }),
        annotations: { signature: eksd.signature },
      },
      ...(built.tools ?? requiredTools(fetched.release.version)),
      ...isoOf(config),
    ],
    verified: [...verifiedByBundle(fetched), ...downloads.verified],
    unverified: downloads.unverified,
  });
  const path = join(dirname(image.path), `${image.spec.id}.intoto.jsonl`);
  await writeFile(
    path,
    provenanceLine(statement, (text) => secrets.redact(text)),
  );
  return path;
}

/** The cell, which all of its names are made of. */
export function parametersOf(spec: NodeImageSpec): Readonly<Record<string, string | undefined>> {
  const { os, osVersion, hypervisor, firmware, builder, releaseChannel, eksaVersion } = spec;
  return { os, osVersion, hypervisor, firmware, builder, releaseChannel, eksaVersion };
}

/** The bundle and what its signature covers of the tools. */
export function releaseDependencies({
  release,
  bundleSha256,
}: FetchedRelease): readonly ResourceDescriptor[] {
  const { imageBuilder } = release;
  return [
    {
      name: `EKS Anywhere bundle ${release.bundleNumber}`,
      uri: release.bundleManifestUrl,
      digest: { sha256: bundleSha256 },
      annotations: { signature: release.signature, release: release.version },
    },
    ...(imageBuilder === undefined
      ? []
      : [
          {
            name: `image-builder CLI ${imageBuilder.version ?? ''}`.trim(),
            uri: imageBuilder.uri,
            digest: { sha256: imageBuilder.sha256 },
          },
        ]),
    {
      name: 'EKS Anywhere build tooling',
      uri: 'git+https://github.com/aws/eks-anywhere-build-tooling',
      digest: { gitCommit: release.buildToolingCommit },
    },
  ];
}

/** Of the machine's tools only the versions are known that upstream requires; it refuses others. */
function requiredTools(eksaVersion: string): readonly ResourceDescriptor[] {
  const { packer, ansible } = supportMatrix(eksaVersion).tools;
  const annotations = {
    known: 'the version that upstream requires; installed by whoever set the machine up',
  };
  return [
    { name: `packer ${packer}`, uri: `pkg:generic/packer@${packer}`, annotations },
    ...(ansible === undefined
      ? []
      : [{ name: `ansible-core ${ansible}`, uri: `pkg:pypi/ansible-core@${ansible}`, annotations }]),
  ];
}

/** What Packer installs from, when the user says so; otherwise the build-tooling commit decides. */
function isoOf(config: BuiltFrom['config']): readonly ResourceDescriptor[] {
  const { iso_url: uri, iso_checksum: digest, iso_checksum_type: algorithm = 'sha256' } = config;
  if (uri === undefined || digest === undefined) return [];
  return [{ name: 'installer ISO', uri, digest: { [algorithm]: digest.toLowerCase() } }];
}

function plainSettings(config: BuiltFrom['config'], secrets: Secrets): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(config).filter(
      ([key, value]) => !isSecretSetting(key, value) && secrets.redact(value) === value,
    ),
  );
}

/** What the actions themselves compared with what AWS signed. */
export function verifiedByBundle({ release }: FetchedRelease): readonly Evidence[] {
  const by = {
    verified: 'the signature of the bundle',
    unsigned: 'the bundle, which has no signature before v0.22.0',
    skipped: 'the bundle, whose signature was not looked at (`verify-signature: skip`)',
  }[release.signature];
  return [
    { what: `release ${release.version} and its bundle ${release.bundleNumber}`, by },
    { what: 'image-builder CLI', by: `its sha256, by ${by}` },
    { what: 'EKS Anywhere build tooling', by: `the id of its commit, by ${by}` },
    { what: 'name of the EKS Distro release', by },
  ];
}
