import * as core from '@actions/core';

/** Puts folders in front of PATH, the first one foremost, and a variable into the environment, for later steps of the job. */
export function offerTools(offer: {
  readonly variable: string;
  readonly value: string;
  readonly pathEntries: readonly string[];
}): void {
  for (const folder of offer.pathEntries.toReversed()) core.addPath(folder);
  core.exportVariable(offer.variable, offer.value);
}
