import { basename } from 'node:path';
import type { NodeImage } from '../image/node-image.ts';
import { inGroup, type Log } from '../log.ts';
import type { RecordKind } from '../plan/record.ts';
import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import { type UploadedArtifact, type UploadMode, uploadBeside, uploadFile } from '../runner/artifacts.ts';
import type { BuildStep } from './run-build.ts';
import { uploadBuiltOutcome } from './upload-outcome.ts';
import { recordToKeep, uploadRecord } from './upload-record.ts';

/** An image that is at its final name. */
export interface ImageToUpload {
  readonly image: NodeImage;
  readonly release: EksaRelease;
  readonly channel: ReleaseChannel;
  readonly provenancePath: string;
}

/** The inputs that say what to do with it. */
export interface UploadInputs {
  readonly cell?: string | undefined;
  readonly 'upload-artifact': UploadMode;
  readonly 'retention-days': number;
  readonly fingerprint?: string | undefined;
  readonly record: RecordKind;
}

/**
 * Uploads an image and all that goes along with it, in the order in which one counts on the other: image, statement,
 * record, outcome.
 *
 * @throws ActionError when the image cannot be uploaded; the rest is worth a warning.
 */
export async function uploadImage(
  { image, release, channel, provenancePath }: ImageToUpload,
  inputs: UploadInputs,
  log: Log,
): Promise<UploadedArtifact | undefined> {
  const { spec, path, fileName, sha256, size, format, templateTags } = image;
  const { 'upload-artifact': mode, 'retention-days': retentionDays, fingerprint } = inputs;
  const artifact = await inGroup(log, 'Upload the image', () =>
    uploadFile({ what: 'The image', path, mode, retentionDays, sha256 }, log),
  );
  await inGroup(log, 'Upload what goes along with the image', async () => {
    if (artifact !== undefined)
      await uploadBeside({ what: 'The provenance statement', path: provenancePath, retentionDays }, log);
    const record = recordToKeep({ spec, release, channel, image, fingerprint, artifact });
    if (record !== undefined && inputs.record === 'final') await uploadRecord(record, retentionDays, log);
    const outcome = {
      ...{ id: spec.id, eksaVersion: release.version, releaseChannel: channel.name },
      ...{ kubeVersion: channel.kubeVersion, eksdRelease: channel.eksdRelease },
      templateTags: [...templateTags],
      image: {
        ...{ fileName, sha256, size, format, isZipped: mode === 'zip' },
        ...(artifact && { artifactId: artifact.id }),
      },
      ...(image.amis && { amis: [...image.amis] }),
      ...(artifact && { provenance: basename(provenancePath) }),
      ...(record && { record }),
    };
    await uploadBuiltOutcome(outcome, inputs, log);
  });
  return artifact;
}

/** Of a build that left no file: an image in the service of its hypervisor can be told, but not recorded. */
export async function uploadRemoteOutcome(
  { fetched, channel, plan }: Pick<BuildStep, 'fetched' | 'channel' | 'plan'>,
  inputs: UploadInputs,
  log: Log,
): Promise<void> {
  const outcome = {
    ...{ id: plan.spec.id, eksaVersion: fetched.release.version, releaseChannel: channel.name },
    ...{ kubeVersion: channel.kubeVersion, eksdRelease: channel.eksdRelease, templateTags: [] },
    remoteName: plan.config['image_name'] ?? plan.spec.id,
  };
  await uploadBuiltOutcome(outcome, inputs, log);
}
