import { join } from 'node:path';
import type { Proof } from './command-case.ts';

/** Written by compare-with-tuftool.ts. */
export const casesFile = join(import.meta.dirname, 'cases.json');

type Word = 'accepted' | 'refused';

/** One line of cases.json. */
export interface RecordedCase {
  readonly group: string;
  /** What is changed in a good repository or host. */
  readonly name: string;
  /** tuftool 0.17.0 */
  readonly tuftool: { readonly verdict: Word; readonly words: string; readonly from?: string };
  /** tuf-js 6.0.2 by itself. */
  readonly tufJs?: Word;
  readonly ours: { readonly verdict: Word; readonly words: string };
  /** The test that proves what is said of ours, where it was not run beside tuftool. */
  readonly proof?: Proof;
  /** Why ours differs from tuftool. */
  readonly why?: string;
}
