import { ActionError } from '../../action-error.ts';

/** A file of a TUF repository that is refused, and the rule that it breaks. */
export class RefusedMetadataError extends ActionError {}

/** A role whose time is over, and everything else about it is right. */
export class ExpiredMetadataError extends ActionError {
  readonly role: string;

  constructor(role: string, expires: Date) {
    super(`The ${role} metadata of the Bottlerocket repository expired on ${expires.toISOString()}.`, {
      why: 'Bottlerocket no longer renews this variant, a mirror is stale, or the clock of the runner is wrong.',
      fix: 'Look at the clock and the mirror; `allow-expired-repo: true` takes the repository all the same, with a warning.',
    });
    this.role = role;
  }
}

export function refusal(role: string, problem: string, cause?: unknown): RefusedMetadataError {
  return new RefusedMetadataError(`The ${role} metadata of the Bottlerocket repository is refused.`, {
    problems: [problem],
    why: 'A mirror or proxy serves something else under this address, or somebody tampers with it.',
    fix: 'Do not use what is served there; look at the file from another network, or at `metadata-url` and `root`.',
    cause,
  });
}
