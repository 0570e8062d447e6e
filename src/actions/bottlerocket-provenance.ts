import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Evidence, provenanceLine, provenanceOf, type ResourceDescriptor } from '../image/provenance.ts';
import type { NodeImageSpec } from '../plan/node-image-spec.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { provenanceRun, sourcesOfRun } from '../runner/provenance-run.ts';
import type { Secrets } from '../runner/secrets.ts';
import type { BottlerocketInputs } from './bottlerocket-image.ts';
import type { BottlerocketImage } from './bottlerocket-report.ts';
import { buildToolingOf, bundleOf, parametersOf, signatureInWords } from './cell-provenance.ts';
import type { FetchedRelease } from './fetch-release.ts';

/** How an image came, as far as the statement about it tells. */
export interface Origin {
  /** The file that is signed, and what leads to it. */
  readonly materials: readonly ResourceDescriptor[];
  readonly verified: readonly Evidence[];
  readonly unverified: readonly Evidence[];
}

/** What a statement about a fetched image tells of. */
export interface FetchedFacts {
  readonly spec: NodeImageSpec;
  readonly image: BottlerocketImage;
  readonly fetched: FetchedRelease;
  readonly channel: ReleaseChannel;
  readonly tags: readonly string[];
}

/** What the release vouches for, and then what the image came by. */
export function evidenceOf(
  { release }: FetchedRelease,
  origin: Origin,
): Pick<Origin, 'verified' | 'unverified'> {
  const by = signatureInWords(release);
  return {
    verified: [
      { what: `release ${release.version} and its bundle ${release.bundleNumber}`, by },
      { what: 'name of the EKS Distro release', by },
      ...origin.verified,
    ],
    unverified: origin.unverified,
  };
}

/**
 * Writes `<id>.intoto.jsonl` beside the image.
 *
 * @returns its path
 */
export async function writeFetchProvenance(
  { spec, image, fetched, channel, tags }: FetchedFacts,
  inputs: BottlerocketInputs,
  secrets: Secrets,
): Promise<string> {
  const { origin } = image;
  const statement = provenanceOf({
    image: { ...image, templateTags: tags },
    run: provenanceRun('bottlerocket-v1'),
    parameters: {
      ...parametersOf(spec),
      source: inputs.source,
      bottlerocketVersion: inputs['bottlerocket-version'],
      compression: inputs.compression,
      allowExpiredRepo: inputs['allow-expired-repo'],
    },
    dependencies: [
      ...sourcesOfRun(),
      bundleOf(fetched),
      buildToolingOf(fetched),
      // Nothing of the manifest is read, so that there is no digest of it.
      { name: channel.eksdRelease, uri: channel.eksdManifestUrl },
      ...origin.materials,
    ],
    ...evidenceOf(fetched, origin),
  });
  const path = join(dirname(image.path), `${spec.id}.intoto.jsonl`);
  await writeFile(
    path,
    provenanceLine(statement, (text) => secrets.redact(text)),
  );
  return path;
}
