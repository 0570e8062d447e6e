import type { Log } from '../log.ts';
import {
  mayUseRecords,
  type NodeImageRecord,
  type RecordFacts,
  recordName,
  recordOf,
} from '../plan/record.ts';
import { type UploadedArtifact, uploadDocument } from '../runner/artifacts.ts';

/** What is to be recorded of an image that is there. */
export interface RecordRequest {
  readonly spec: RecordFacts['spec'];
  readonly release: RecordFacts['release'];
  readonly channel: RecordFacts['channel'];
  readonly image: RecordFacts['image'] & { readonly format: string };
  /** What `plan-node-images` gave to the cell; without one nothing can be recorded. */
  readonly fingerprint: string | undefined;
  /** Absent when the image was not uploaded. */
  readonly artifact: UploadedArtifact | undefined;
}

/**
 * The record of an image, or `undefined` where there must be none: without a fingerprint, which a plan leaves out where
 * it cannot see all ingredients; without an uploaded image, for which nothing could stand in; of an AMI, whose artifact
 * outlives it unseen; in a run of a pull request.
 */
export function recordToKeep(request: RecordRequest): NodeImageRecord | undefined {
  const { fingerprint, artifact, image } = request;
  if (fingerprint === undefined || artifact === undefined || image.format === 'ami') return undefined;
  if (!mayUseRecords(process.env['GITHUB_EVENT_NAME'])) return undefined;
  const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = process.env;
  return recordOf({
    ...request,
    fingerprint,
    artifact,
    run: {
      repository: GITHUB_REPOSITORY ?? '',
      id: GITHUB_RUN_ID ?? '',
      attempt: Number(GITHUB_RUN_ATTEMPT ?? 1),
    },
    builtAt: new Date(),
  });
}

/** Uploads a record under the name that a later plan looks for. Without it the next run builds again, no more. */
export function uploadRecord(
  record: NodeImageRecord,
  retentionDays: number,
  log: Log,
): Promise<UploadedArtifact | undefined> {
  const name = recordName(record);
  const text = recordText(record);
  return uploadDocument({ what: 'The record for later plans', name, text, retentionDays }, log);
}

/** As it is uploaded. */
export function recordText(record: NodeImageRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
