import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { ActionError, errorMessage } from '../../action-error.ts';
import type { RemoteFiles } from '../remote-files.ts';
import { JudgedFetcher } from './judged-fetcher.ts';
import { limits } from './limits.ts';
import type { RootChain } from './root-chain.ts';
import { StrictVerifier, type VerifierOptions } from './verifier.ts';

/** A file that a repository signs. */
export interface Target {
  readonly name: string;
  readonly length: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface ClientOptions extends Omit<VerifierOptions, 'stored'> {
  /** Ends with a slash. */
  readonly metadataUrl: URL;
  /** A root.json that is trusted already, and newer ones that it leads to, in order. */
  readonly trustedRoots: RootChain;
  readonly files: Pick<RemoteFiles, 'read'>;
  /** Trusted metadata is kept here, as `root.json` and so on. What lies here from an earlier run shows a rollback. */
  readonly metadataDir: string;
}

export interface TufClient {
  readonly verifier: StrictVerifier;
  /** §5.6.7, §5.7.2 */
  find(name: string): Promise<Target | undefined>;
}

/**
 * The workflow of a TUF client (§5) with two judges: every file goes through {@link StrictVerifier} and then through
 * tuf-js, and both must take it.
 *
 * @throws ActionError
 */
export async function openClient(options: ClientOptions): Promise<TufClient> {
  const { trustedRoots, metadataUrl, metadataDir, files } = options;
  const [anchor, ...newerRoots] = trustedRoots;
  const stored = (role: string) => readStored(join(metadataDir, `${encodeURIComponent(role)}.json`));
  const verifier = new StrictVerifier(anchor, { ...options, stored });
  const fetcher = new JudgedFetcher({ metadataUrl, files, verifier, newerRoots });
  await writeFile(join(metadataDir, 'root.json'), anchor);
  const updater = new Updater({
    metadataDir,
    metadataBaseUrl: metadataUrl.href.replace(/\/$/, ''),
    fetcher,
    // The chain is complete: asking for one more root would only be answered by 403.
    config: { maxRootRotations: newerRoots.length, timestampMaxLength: limits.timestamp },
  });
  // tuf-js has no word for an expired repository that is wanted all the same; the verifier has noted it.
  if (options.expired === 'allow') updater['trustedSet'].referenceTime = new Date(0);
  await judged(fetcher, () => updater.refresh());
  return { verifier, find: (name) => judged(fetcher, () => find(updater, verifier, name)) };
}

async function find(updater: Updater, verifier: StrictVerifier, name: string): Promise<Target | undefined> {
  const theirs = await updater.getTargetInfo(name);
  const { targets } = verifier.targets;
  const ours = Object.hasOwn(targets, name) ? targets[name] : undefined;
  // A delegated role was judged when it came; which one counts for a name, tuf-js decides.
  const sha256 = (ours?.hashes ?? theirs?.hashes)?.['sha256'];
  if (theirs === undefined && ours === undefined) return undefined;
  if (
    sha256 === undefined ||
    theirs?.hashes['sha256'] !== sha256 ||
    theirs.length !== (ours ?? theirs).length
  ) {
    throw new ActionError(`The two TUF clients do not agree about the target ${name}.`);
  }
  return { name, length: theirs.length, sha256 };
}

async function judged<T>(fetcher: JudgedFetcher, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const error = fetcher.failure ?? cause;
    if (error instanceof ActionError) throw error;
    throw new ActionError('The Bottlerocket repository is refused.', {
      problems: [errorMessage(error)],
      cause: error,
    });
  }
}

function readStored(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
