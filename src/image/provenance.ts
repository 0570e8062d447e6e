import type { NodeImage } from './node-image.ts';

/** in-toto attestation framework v1, "ResourceDescriptor". */
export interface ResourceDescriptor {
  readonly name?: string;
  readonly uri?: string;
  /** Algorithm to lower-case hex: `sha256`, `gitCommit`, … */
  readonly digest?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** Something that went into an image, and what proves that it is what it should be. */
export interface Evidence {
  readonly what: string;
  readonly by: string;
}

/** The workflow run that made an image; all that the runner says about it. */
export interface ProvenanceRun {
  /** `https://github.com/octo/images/.github/workflows/images.yml@refs/heads/main` */
  readonly builderId: string;
  /** Where the kind of this build is described. */
  readonly buildType: string;
  /** Version of this suite. */
  readonly suiteVersion: string;
  readonly invocationId: string;
  readonly workflow: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly startedOn: Date;
  readonly finishedOn: Date;
}

export interface ProvenanceFacts {
  readonly image: Pick<NodeImage, 'fileName' | 'sha256' | 'size' | 'contents' | 'templateTags' | 'amis'> & {
    /** Also of what is no node image as it is, such as a disk in LZ4. */
    readonly format: string;
  };
  readonly run: ProvenanceRun;
  /** What the user asked for; no secret. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** How it was made, where that says how far to trust it. */
  readonly manner?: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly ResourceDescriptor[];
  readonly verified: readonly Evidence[];
  /** What went into the image and nobody verified. */
  readonly unverified: readonly Evidence[];
}

export const statementType = 'https://in-toto.io/Statement/v1';
export const predicateType = 'https://slsa.dev/provenance/v1';

/**
 * What an image was made from, as an in-toto statement with a SLSA provenance predicate, not yet signed
 * (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md, https://slsa.dev/spec/v1.1/provenance).
 */
export function provenanceOf(facts: ProvenanceFacts) {
  const { image, run } = facts;
  return {
    _type: statementType,
    subject: [{ name: image.fileName, digest: { sha256: image.sha256 } }],
    predicateType,
    predicate: {
      buildDefinition: {
        buildType: run.buildType,
        externalParameters: { workflow: run.workflow, image: facts.parameters },
        internalParameters: {
          github: run.environment,
          ...(facts.manner && { manner: facts.manner }),
          image: {
            format: image.format,
            size: image.size,
            contents: image.contents,
            templateTags: image.templateTags,
            ...(image.amis && { amis: image.amis }),
          },
          verified: facts.verified,
          unverified: facts.unverified,
        },
        resolvedDependencies: facts.dependencies,
      },
      runDetails: {
        builder: { id: run.builderId, version: { 'eks-anywhere-node-images': run.suiteVersion } },
        metadata: {
          invocationId: run.invocationId,
          startedOn: timestamp(run.startedOn),
          finishedOn: timestamp(run.finishedOn),
        },
      },
    },
  };
}

export type ProvenanceStatement = ReturnType<typeof provenanceOf>;

/** One statement a line, as verifiers read bundles of them. */
export function provenanceLine(statement: ProvenanceStatement, redact: (text: string) => string): string {
  const clean = (_key: string, value: unknown) => (typeof value === 'string' ? redact(value) : value);
  return `${JSON.stringify(statement, clean)}\n`;
}

/** RFC 3339 in UTC without fractions, as the specification shows it. */
function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
