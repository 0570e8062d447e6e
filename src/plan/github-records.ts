import { type NodeImageRecord, nodeImageRecord } from './record.ts';
import type { FoundRecord, RecordSource } from './reuse.ts';

/** An artifact as GitHub describes it. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  readonly isExpired: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly runId: string;
  readonly headBranch: string;
  readonly repositoryId: number;
  /** Another one than `repositoryId` for a run of a fork's branch, whatever that branch is called. */
  readonly headRepositoryId: number;
}

/** What is needed of the artifacts of one repository. */
export interface ArtifactStore {
  readonly repositoryId: number;
  readonly defaultBranch: string;
  /** Newest first. */
  named(name: string): Promise<readonly RunArtifact[]>;
  /** `undefined` when it does not exist any more. */
  byId(id: number): Promise<RunArtifact | undefined>;
  text(artifact: RunArtifact): Promise<string>;
  runUrl(runId: string): string;
}

/**
 * Records among the artifacts of a repository. Only runs of the default branch count: whoever may push a branch or
 * open a pull request could otherwise put an image of his own in the place of a build.
 */
export function githubRecords(store: ArtifactStore): RecordSource {
  const isTrusted = ({ headBranch, repositoryId, headRepositoryId }: RunArtifact) =>
    headBranch === store.defaultBranch &&
    repositoryId === store.repositoryId &&
    headRepositoryId === store.repositoryId;

  return {
    async find(name, wanted): Promise<FoundRecord> {
      const named = await store.named(name);
      const trusted = named.filter(isTrusted);
      const records = trusted.filter(({ isExpired }) => !isExpired);
      if (records.length === 0) {
        if (trusted.length > 0) return { reason: 'its record has expired' };
        return {
          reason:
            named.length > 0
              ? `built, but not by a run of ${store.defaultBranch}`
              : 'new or changed: no earlier build has this fingerprint',
        };
      }
      let reason = '';
      for (const artifact of records.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))) {
        const found = await imageOf(artifact, wanted);
        if ('image' in found) return found;
        reason ||= found.reason;
      }
      return { reason };
    },
  };

  async function imageOf(
    artifact: RunArtifact,
    wanted: { readonly id: string; readonly fingerprint: string },
  ): Promise<FoundRecord> {
    const record = parseRecord(await store.text(artifact));
    if (record === undefined || record.id !== wanted.id || record.fingerprint !== wanted.fingerprint)
      return { reason: 'its record cannot be read' };
    // The run vouches for the record; a record that names another run would borrow the trust of that.
    if (record.run.id !== artifact.runId) return { reason: 'its record is not of the run that keeps it' };
    const { artifactId, fileName, sha256, size } = record.image;
    if (artifactId === undefined) return { reason: 'its image was not uploaded' };
    const image = await store.byId(artifactId);
    if (image === undefined || image.isExpired)
      return { reason: 'the artifact with its image has expired or was deleted' };
    if (image.runId !== artifact.runId || !isTrusted(image))
      return { reason: 'its record names an artifact of another run' };
    return {
      image: {
        id: record.id,
        fingerprint: record.fingerprint,
        ...{ fileName, sha256, size, eksdRelease: record.eksdRelease },
        runId: image.runId,
        runUrl: store.runUrl(image.runId),
        artifactId,
        artifactName: image.name,
        // By GitHub's clock, not by that of the machine that wrote the record.
        builtAt: image.createdAt,
        expiresAt: image.expiresAt,
      },
    };
  }
}

/** `undefined` for what is no record, or one of a later version. */
function parseRecord(text: string): NodeImageRecord | undefined {
  try {
    return nodeImageRecord.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
