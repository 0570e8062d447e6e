// Written by scripts/refresh-roots.ts.
import { root2 } from './2020-09-22/root-2.ts';

/** Bodies of published roots, oldest first. A date is that of their publication. */
export const compiledRoots = [{ version: 2, date: '2020-09-22', body: root2 }] as const;
