import { ActionError, type ErrorDetails } from '../action-error.ts';

/** A build that ran and failed. */
export class BuildFailure extends ActionError {
  /** Whether the same build may succeed when it is tried again. */
  readonly isTransient: boolean;

  constructor(headline: string, details: ErrorDetails & { readonly isTransient: boolean }) {
    super(headline, details);
    this.isTransient = details.isTransient;
  }
}
