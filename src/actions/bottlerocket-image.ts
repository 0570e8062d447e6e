import { basename } from 'node:path';
import type * as z from 'zod';
import { ActionError, errorMessage } from '../action-error.ts';
import { inGroup, type Log } from '../log.ts';
import { nodeImageId, templateTags } from '../plan/node-image-spec.ts';
import type { NodeImageRecord } from '../plan/record.ts';
import { exactSize } from '../quantities.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { findChannel } from '../release/resolve.ts';
import { type UploadedArtifact, uploadBeside, uploadFile } from '../runner/artifacts.ts';
import { declareArtifact } from '../runner/artifacts-file.ts';
import type { MainContext } from '../runner/run.ts';
import { writeSummary } from '../runner/summary.ts';
import { writeFetchProvenance } from './bottlerocket-provenance.ts';
import { type BottlerocketImage, fetchSummary } from './bottlerocket-report.ts';
import { DifferentCopiesError, fromBundle, fromRepository } from './bottlerocket-sources.ts';
import type { fetchInputs, fetchOutputs } from './fetch-bottlerocket.ts';
import { type FetchedRelease, fetchRelease } from './fetch-release.ts';
import { uploadBuiltOutcome } from './upload-outcome.ts';
import { type RecordRequest, recordToKeep, uploadRecord } from './upload-record.ts';

export type BottlerocketInputs = z.output<typeof fetchInputs>;
export type BottlerocketContext = MainContext<BottlerocketInputs, (typeof fetchOutputs)[number]>;

/** From the inputs to an uploaded image. */
export async function bottlerocketImage(context: BottlerocketContext) {
  const { inputs, log, secrets } = context;
  refuseCombinations(inputs);
  const fetched = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
    fetchRelease(inputs, log, secrets),
  );
  const { release } = fetched;
  const channel = findChannel(release, inputs['release-channel']);
  const image = await obtain(context, fetched, channel);
  log.info(`${image.path}: ${exactSize(image.size)}, sha256 ${image.sha256}`);
  const { hypervisor, 'release-channel': releaseChannel } = inputs;
  const cell = { os: 'bottlerocket', hypervisor, releaseChannel, eksaVersion: release.version } as const;
  const spec = { ...cell, id: nodeImageId(cell) };
  const { path, fileName: name, sha256, size, format } = image;
  const tags = templateTags(spec.os, channel.eksdRelease);
  const provenancePath = await writeFetchProvenance({ spec, image, fetched, channel, tags }, inputs, secrets);
  const outputs = {
    id: spec.id,
    path,
    'file-name': name,
    sha256,
    size,
    image: JSON.stringify({ path, name, sha256, size, format }),
    'cache-hit': String(image.isFromCache),
    'bottlerocket-version': image.version,
    variant: image.variant,
    'template-tags': inputs.hypervisor === 'vsphere' ? tags.join(',') : undefined,
    source: image.source,
    'root-version': image.rootVersion,
    'eks-a-version': release.version,
    'kube-version': channel.kubeVersion,
    'eksd-release': channel.eksdRelease,
    'provenance-path': provenancePath,
  };
  // A failed upload must not hide the image.
  context.setOutputs(outputs);
  await declareArtifact(path, log);
  const artifact = await upload(inputs, image, provenancePath, log);
  const kept = await record(context, fetched, channel, { spec, image, artifact });
  const outcome = {
    ...{ id: spec.id, eksaVersion: release.version, releaseChannel: channel.name, templateTags: tags },
    ...{ kubeVersion: channel.kubeVersion, eksdRelease: channel.eksdRelease },
    image: {
      ...{ fileName: name, sha256, size, format, isZipped: inputs['upload-artifact'] === 'zip' },
      ...(artifact && { artifactId: artifact.id }),
    },
    ...(artifact && { provenance: basename(provenancePath) }),
    ...(kept && { record: kept }),
  };
  await uploadBuiltOutcome(outcome, inputs, log);
  await writeSummary(fetchSummary({ fetched, spec, channel, image, artifact, provenancePath }), secrets);
  return { ...outputs, 'artifact-id': artifact?.id, 'artifact-url': artifact?.url };
}

function refuseCombinations(inputs: BottlerocketInputs): void {
  const problems: string[] = [];
  const { hypervisor, compression, source } = inputs;
  if (hypervisor === 'vsphere' && compression !== undefined && compression !== 'none') {
    problems.push(`\`compression: ${compression}\` does not go with vSphere: an OVA is compressed inside`);
  }
  if (hypervisor !== 'vsphere' && source !== 'tuf' && compression !== undefined && compression !== 'gzip') {
    problems.push(
      `\`compression: ${compression}\` does not go with \`source: ${source}\`: the bundle has the image with gzip only`,
    );
  }
  if (source === 'bundle') {
    for (const name of ['bottlerocket-version', 'root', 'metadata-url', 'targets-url'] as const) {
      if (inputs[name] !== undefined)
        problems.push(
          `\`${name}\` does not go with \`source: bundle\`, which does not ask the Bottlerocket repository`,
        );
    }
  }
  if (problems.length > 0) throw new ActionError('Some inputs do not go together.', { problems });
}

/** `auto` prefers Bottlerocket's own repository and takes the copy of a signed bundle where that fails. */
async function obtain(
  context: BottlerocketContext,
  fetched: FetchedRelease,
  channel: ReleaseChannel,
): Promise<BottlerocketImage> {
  const { inputs, log, signal } = context;
  if (inputs.source === 'bundle') return fromBundle(context, fetched, channel);
  try {
    return await fromRepository(context, fetched, channel);
  } catch (error) {
    const isBundleGood = inputs.source === 'auto' && fetched.release.signature === 'verified';
    if (!isBundleGood || signal.aborted || !(error instanceof ActionError)) throw error;
    if (error instanceof DifferentCopiesError || inputs['bottlerocket-version'] !== undefined) throw error;
    log.warning(`${errorMessage(error)}\nThe copy that the signed bundle names is taken instead.`);
    return fromBundle(context, fetched, channel);
  }
}

/** Leaves a record for the next plan, where the image is what a plan takes it for; or lets it be promoted later. */
async function record(
  { inputs, log }: BottlerocketContext,
  { release }: FetchedRelease,
  channel: ReleaseChannel,
  facts: Pick<RecordRequest, 'spec' | 'image' | 'artifact'>,
): Promise<NodeImageRecord | undefined> {
  const isUsual = inputs['bottlerocket-version'] === undefined && (inputs.compression ?? 'gzip') === 'gzip';
  if (inputs.fingerprint !== undefined && !isUsual) {
    log.info('No record is left: a plan knows the pinned version and gzip only.');
    return undefined;
  }
  const kept = recordToKeep({ ...facts, fingerprint: inputs.fingerprint, release, channel });
  if (kept !== undefined && inputs.record === 'final')
    await uploadRecord(kept, inputs['retention-days'], log);
  return kept;
}

/** The image, and then the statement about it, which must not fail the job. */
function upload(
  inputs: BottlerocketInputs,
  { path, sha256 }: BottlerocketImage,
  provenancePath: string,
  log: Log,
): Promise<UploadedArtifact | undefined> {
  const { 'upload-artifact': mode, 'retention-days': retentionDays } = inputs;
  return inGroup(log, 'Upload the image', async () => {
    const artifact = await uploadFile({ what: 'The image', path, mode, retentionDays, sha256 }, log);
    if (artifact !== undefined)
      await uploadBeside({ what: 'The provenance statement', path: provenancePath, retentionDays }, log);
    return artifact;
  });
}
