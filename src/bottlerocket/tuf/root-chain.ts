import { ActionError } from '../../action-error.ts';
import { printable } from '../../net/printable-url.ts';
import type { RemoteFiles } from '../remote-files.ts';
import { limits } from './limits.ts';
import { StrictVerifier } from './verifier.ts';

/** §5.3 without its first step: roots that follow each other, the first of them trusted. */
export type RootChain = readonly [anchor: Buffer, ...newer: Buffer[]];

export interface WalkedRoots {
  readonly chain: RootChain;
  /** Of the newest root, which may be over. */
  readonly expires: Date;
  readonly version: number;
}

/**
 * Walks the chain of roots at a metadata address up to its newest (§5.3), which may be expired. A missing file ends it; a
 * host in trouble or a file that is no root does not.
 */
export async function walkRoots(options: {
  /** Ends with a slash. */
  readonly metadataUrl: URL;
  /** A root.json that is trusted already, and newer ones that it leads to, in order. */
  readonly trustedRoots: RootChain;
  readonly files: Pick<RemoteFiles, 'read'>;
  /** §5.3.8: told of every root as soon as it is trusted. */
  readonly onRoot?: (bytes: Buffer) => void;
}): Promise<WalkedRoots> {
  const { metadataUrl, files, onRoot } = options;
  const [anchor, ...known] = options.trustedRoots;
  const verifier = new StrictVerifier(anchor, { now: new Date(), expired: 'allow' });
  for (const bytes of known) verifier.acceptRoot(bytes);
  const chain: [Buffer, ...Buffer[]] = [...options.trustedRoots];
  for (let rotations = 0; ; rotations += 1) {
    const name = `${verifier.root.version + 1}.root.json`;
    const bytes = await files.read(new URL(name, metadataUrl), {
      what: `Bottlerocket's ${name}`,
      maxBytes: limits.root,
    });
    if (bytes === undefined) break;
    if (rotations === limits.rotations) {
      throw new ActionError(`${printable(metadataUrl)} has more than ${limits.rotations} newer roots.`);
    }
    verifier.acceptRoot(bytes);
    chain.push(bytes);
    onRoot?.(bytes);
  }
  return { chain, expires: verifier.root.expires, version: verifier.root.version };
}
