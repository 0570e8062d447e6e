import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { ActionError, errorMessage } from '../../action-error.ts';
import { printable } from '../../net/printable-url.ts';
import type { RemoteFiles } from '../remote-files.ts';
import type { RoleName } from './metadata.ts';
import { type ExpiredRole, StrictVerifier, type VerifierOptions } from './verifier.ts';

/** A file that a repository signs. */
export interface Target {
  readonly name: string;
  readonly length: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What a repository says today, verified from an anchor down to the targets. */
export interface TufRepository {
  readonly targets: ReadonlyMap<string, Target>;
  readonly rootVersion: number;
  readonly expiredRoles: readonly ExpiredRole[];
  /** Whether file names begin with the digest (§6.2). */
  readonly consistentSnapshot: boolean;
}

export interface RepositoryOptions {
  /** Ends with a slash. */
  readonly metadataUrl: URL;
  /** A root.json that is trusted already, and newer ones that it leads to, in order. */
  readonly trustedRoots: RootChain;
  readonly files: Pick<RemoteFiles, 'read'>;
  /** A folder in which one of our own may be made. */
  readonly scratch: string;
}

/** §5.3 without its first step: roots that follow each other, the first of them trusted. */
export type RootChain = readonly [anchor: Buffer, ...newer: Buffer[]];

/** tough's limits (`lib.rs`), and tuf-js's number of rotations. */
const limits = { root: 1 << 20, timestamp: 1 << 20, snapshot: 1 << 20, targets: 10 << 20 };
const maxRotations = 256;

/**
 * Walks the chain of roots at a metadata address up to its newest (§5.3), which may be expired. A missing file ends it; a
 * host in trouble or a file that is no root does not.
 */
export async function walkRoots(
  options: RepositoryOptions,
): Promise<{ chain: RootChain; expires: Date; version: number }> {
  const { metadataUrl, files } = options;
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
    if (rotations === maxRotations) {
      throw new ActionError(`${printable(metadataUrl)} has more than ${maxRotations} newer roots.`);
    }
    verifier.acceptRoot(bytes);
    chain.push(bytes);
  }
  return { chain, expires: verifier.root.expires, version: verifier.root.version };
}

/**
 * The workflow of a TUF client (§5) with two judges: every file goes through {@link StrictVerifier} and then through
 * tuf-js, and both must take it. No state is kept between runs, so that a rollback shows only by its expiry.
 *
 * @throws ActionError
 */
export async function openRepository(options: RepositoryOptions & VerifierOptions): Promise<TufRepository> {
  const [anchor, ...newer] = options.trustedRoots;
  const verifier = new StrictVerifier(anchor, options);
  const judged = new JudgedFetcher(options, verifier);
  const metadataDir = await mkdtemp(join(options.scratch, 'tuf-'));
  try {
    await writeFile(join(metadataDir, 'root.json'), anchor);
    const updater = new Updater({
      metadataDir,
      metadataBaseUrl: options.metadataUrl.href.replace(/\/$/, ''),
      fetcher: judged,
      // The chain is complete: asking for one more root would only be answered by 403.
      config: { maxRootRotations: newer.length, timestampMaxLength: limits.timestamp },
    });
    // tuf-js has no word for an expired repository that is wanted all the same; the verifier has noted it.
    if (options.expired === 'allow') updater['trustedSet'].referenceTime = new Date(0);
    await judged.run(updater);
    return await agreedTargets(judged, updater, verifier);
  } finally {
    await rm(metadataDir, { recursive: true, force: true });
  }
}

async function agreedTargets(
  judged: JudgedFetcher,
  updater: Updater,
  verifier: StrictVerifier,
): Promise<TufRepository> {
  const targets = new Map<string, Target>();
  for (const [name, { length, hashes }] of Object.entries(judged.targets)) {
    const theirs = await updater.getTargetInfo(name);
    if (theirs?.length !== length || theirs.hashes['sha256'] !== hashes.sha256) {
      throw new ActionError(`The two TUF clients do not agree about the target ${name}.`);
    }
    targets.set(name, { name, length, sha256: hashes.sha256.toLowerCase() });
  }
  return {
    targets,
    rootVersion: verifier.root.version,
    expiredRoles: verifier.expiredRoles,
    consistentSnapshot: verifier.root.consistent_snapshot,
  };
}

/** Fetches metadata for tuf-js and lets the strict verifier judge it first. */
class JudgedFetcher {
  targets: ReturnType<StrictVerifier['acceptTargets']>['targets'] = {};
  readonly #options: RepositoryOptions;
  readonly #verifier: StrictVerifier;
  readonly #roots: Buffer[];
  #failure: unknown;

  constructor(options: RepositoryOptions, verifier: StrictVerifier) {
    this.#options = options;
    this.#verifier = verifier;
    this.#roots = options.trustedRoots.slice(1);
  }

  /** tuf-js wraps errors into text; ours is kept aside. */
  async run(updater: Updater): Promise<void> {
    try {
      await updater.refresh();
    } catch (cause) {
      if (this.#failure !== undefined) throw this.#failure;
      throw new ActionError('The Bottlerocket repository is refused.', {
        problems: [errorMessage(cause)],
        cause,
      });
    }
  }

  async downloadBytes(address: string, maxLength: number): Promise<Buffer> {
    try {
      return await this.#judge(new URL(address), maxLength);
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }

  async downloadFile(): Promise<never> {
    throw new RangeError('targets do not come through here');
  }

  async #judge(url: URL, maxLength: number): Promise<Buffer> {
    const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const role = file.split('.').at(-2) as RoleName;
    if (role === 'root') return this.#nextRoot();
    if (role === 'timestamp') this.#verifier.finishRoots();
    const bytes = await this.#options.files.read(url, {
      what: `Bottlerocket's ${file}`,
      maxBytes: Math.min(maxLength, limits[role]),
    });
    if (bytes === undefined) {
      throw new ActionError(`There is no ${file} at ${printable(this.#options.metadataUrl)}.`, {
        why: 'Bottlerocket has no such variant, or a mirror is not complete.',
        fix: 'Check `metadata-url`, and whether this Kubernetes version has an image of the kind.',
      });
    }
    if (role === 'timestamp') this.#verifier.acceptTimestamp(bytes);
    if (role === 'snapshot') this.#verifier.acceptSnapshot(bytes);
    if (role === 'targets') this.targets = this.#verifier.acceptTargets(bytes).targets;
    return bytes;
  }

  #nextRoot(): Buffer {
    const bytes = this.#roots.shift();
    if (bytes === undefined) throw new RangeError('tuf-js asks for a root that nobody has');
    this.#verifier.acceptRoot(bytes);
    return bytes;
  }
}
