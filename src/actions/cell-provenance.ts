import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { downloadsOfBuild } from '../image/guest-downloads.ts';
import type { NodeImage } from '../image/node-image.ts';
import { type Evidence, provenanceLine, provenanceOf, type ResourceDescriptor } from '../image/provenance.ts';
import type { BuildableSpec, NodeImageSpec } from '../plan/node-image-spec.ts';
import { isSecretSetting } from '../plan/wanted-values.ts';
import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { provenanceRun, sourcesOfRun } from '../runner/provenance-run.ts';
import type { Secrets } from '../runner/secrets.ts';
import type { ImageBuilderCli } from '../toolchain/image-builder-cli.ts';
import { isoMaterials, otherCli, requiredTools, toolMaterials } from './build-materials.ts';
import type { FetchedRelease, ReleaseRequest } from './fetch-release.ts';
import type { BuildSetup } from './set-up-for-build.ts';

/** What a build was made from, as far as the job knows. */
export interface BuiltFrom {
  readonly image: NodeImage;
  readonly spec: BuildableSpec;
  readonly fetched: FetchedRelease;
  readonly channel: ReleaseChannel;
  /** With secrets, which stay out of the statement by key and by value. */
  readonly config: Readonly<Record<string, string>>;
  readonly cli: ImageBuilderCli;
  /** Absent when the tools are those of the machine. */
  readonly setup: BuildSetup | undefined;
  readonly inputs: Pick<ReleaseRequest, 'eks-a-version' | 'verify-signature' | 'bundle-public-key'>;
}

/**
 * Writes `<id>.intoto.jsonl` beside the image.
 *
 * @returns its path
 */
export async function writeProvenance(built: BuiltFrom, secrets: Secrets): Promise<string> {
  const { image, spec, fetched, channel, config, setup } = built;
  const { version } = fetched.release;
  const eksd = await fetched.eksdManifest(channel);
  const downloads = downloadsOfBuild(version);
  const statement = provenanceOf({
    image,
    run: provenanceRun('build-v1'),
    parameters: { ...parametersOf(spec), config: plainSettings(config, secrets) },
    manner: mannerOf(built),
    dependencies: [
      ...sourcesOfRun(),
      ...releaseDependencies(fetched, await foreignCli(built)),
      {
        name: channel.eksdRelease,
        uri: channel.eksdManifestUrl,
        ...(eksd.sha256 && { digest: { sha256: eksd.sha256 } }),
        annotations: { signature: eksd.signature },
      },
      ...(setup === undefined ? requiredTools(version) : await toolMaterials(setup.toolchain)),
      ...isoMaterials(spec, config),
    ],
    verified: [...verifiedByBundle(fetched), ...downloads.verified],
    unverified: downloads.unverified,
  });
  const path = join(dirname(image.path), `${spec.id}.intoto.jsonl`);
  await writeFile(
    path,
    provenanceLine(statement, (text) => secrets.redact(text)),
  );
  return path;
}

function cliReleaseOf({ setup, fetched }: Pick<BuiltFrom, 'setup' | 'fetched'>): string {
  return setup?.tools.cliRelease ?? supportMatrix(fetched.release.version).imageBuilderRelease;
}

async function foreignCli(built: BuiltFrom): Promise<ResourceDescriptor | undefined> {
  const cliRelease = cliReleaseOf(built);
  return cliRelease === built.fetched.release.version ? undefined : otherCli(built.cli, cliRelease);
}

/** What weakens an image, or is not to be seen in it: whoever checks a statement may refuse these. */
function mannerOf(built: BuiltFrom): Readonly<Record<string, unknown>> {
  const { inputs, setup, fetched } = built;
  return {
    setup: setup === undefined ? 'skip' : 'auto',
    'image-builder-release': cliReleaseOf(built),
    'verify-signature': inputs['verify-signature'],
    signature: fetched.release.signature,
    'bundle-public-key': inputs['bundle-public-key'] === undefined ? 'that of EKS Anywhere' : 'another one',
    development: inputs['eks-a-version'].kind === 'dev',
  };
}

/** The cell, which all of its names are made of. */
export function parametersOf(spec: NodeImageSpec): Readonly<Record<string, string | undefined>> {
  const { os, osVersion, hypervisor, firmware, builder, releaseChannel, eksaVersion } = spec;
  return { os, osVersion, hypervisor, firmware, builder, releaseChannel, eksaVersion };
}

/**
 * The bundle and what its signature covers of the tools.
 *
 * @param cli what ran in place of the CLI that the bundle names
 */
export function releaseDependencies(
  fetched: FetchedRelease,
  cli?: ResourceDescriptor,
): readonly ResourceDescriptor[] {
  const { imageBuilder } = fetched.release;
  return [
    bundleOf(fetched),
    ...(cli !== undefined || imageBuilder === undefined
      ? [cli ?? []].flat()
      : [
          {
            name: `image-builder CLI ${imageBuilder.version ?? ''}`.trim(),
            uri: imageBuilder.uri,
            digest: { sha256: imageBuilder.sha256 },
          },
        ]),
    buildToolingOf(fetched),
  ];
}

/** The file, as it was served. */
export function bundleOf({ release, bundleSha256 }: FetchedRelease): ResourceDescriptor {
  return {
    name: `EKS Anywhere bundle ${release.bundleNumber}`,
    uri: release.bundleManifestUrl,
    digest: { sha256: bundleSha256 },
    annotations: { signature: release.signature, release: release.version },
  };
}

/** The commit that the bundle names. */
export function buildToolingOf({ release }: FetchedRelease): ResourceDescriptor {
  return {
    name: 'EKS Anywhere build tooling',
    uri: 'git+https://github.com/aws/eks-anywhere-build-tooling',
    digest: { gitCommit: release.buildToolingCommit },
  };
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
  const by = signatureInWords(release);
  return [
    { what: `release ${release.version} and its bundle ${release.bundleNumber}`, by },
    { what: 'image-builder CLI', by: `its sha256, by ${by}` },
    { what: 'EKS Anywhere build tooling', by: `the id of its commit, by ${by}` },
    { what: 'name of the EKS Distro release', by },
  ];
}

/** What vouches for everything that a bundle states. */
export function signatureInWords({ signature }: Pick<EksaRelease, 'signature'>): string {
  return {
    verified: 'the signature of the bundle',
    unsigned: 'the bundle, which has no signature before v0.22.0',
    skipped: 'the bundle, whose signature was not looked at (`verify-signature: skip`)',
  }[signature];
}
