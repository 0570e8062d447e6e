import type { Cases } from './case.ts';
import { addressCases } from './cases/command-line.ts';
import { keyCases } from './cases/keys.ts';
import { metadataCases } from './cases/metadata.ts';
import { rootCases } from './cases/roots.ts';
import { targetCases } from './cases/targets.ts';
import { transferCases } from './cases/transfer.ts';

/** By the part of the workflow that a case is about. */
export const groups: Readonly<Record<string, Cases>> = {
  'Chain of roots': rootCases,
  'Keys and signatures': keyCases,
  'Timestamp, snapshot, targets': metadataCases,
  'Names of targets': targetCases,
  'Transfer of the image': transferCases,
  'Addresses and proxies': addressCases,
};
