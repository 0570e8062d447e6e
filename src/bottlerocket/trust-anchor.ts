import { readFile } from 'node:fs/promises';
import { ActionError, errorMessage } from '../action-error.ts';
import { type PublishedRoot, readPublishedRoot } from './published-root.ts';
import type { RemoteFiles } from './remote-files.ts';
import { compiledRoots } from './roots/compiled-roots.ts';
import { bridgeMetadataUrl, publishedRootUrl } from './roots/known-roots.ts';
import { ExpiredMetadataError } from './tuf/refusal.ts';
import { type RootChain, type WalkedRoots, walkRoots } from './tuf/root-chain.ts';
import { StrictVerifier } from './tuf/verifier.ts';

export interface AnchorOptions {
  /** The user's own root.json. */
  readonly rootFile?: string;
  readonly metadataUrl: URL;
  readonly files: Pick<RemoteFiles, 'read'>;
  readonly now: Date;
  readonly expired: 'refuse' | 'allow';
  /** The sha512 of root.json in the build-tooling commit that the release signs, where there is one. */
  readonly recordedRootSum?: () => Promise<string | undefined>;
  /** Roots to begin with, oldest first. Default: those that are compiled in. */
  readonly compiled?: ReadonlyArray<{
    readonly version: number;
    readonly date: string;
    readonly body: string;
  }>;
}

/** Roots from one that is trusted to the newest, and in words why the first is trusted. */
export interface Anchored {
  readonly chain: RootChain;
  readonly version: number;
  readonly trustedBy: string;
}

/**
 * Finds a root to begin with and walks to the newest (TUF specification §5.2, §5.3). In this order: the user's file; the
 * newest root that is compiled in; the published root where its sha512 is known; the oldest compiled root by way of an
 * older variant's repository, which has the whole chain. The first that leads to a root of today is taken.
 *
 * @throws ActionError when only an expired root can be reached.
 */
export async function anchorRoots(options: AnchorOptions): Promise<Anchored> {
  const { rootFile, now, expired } = options;
  if (rootFile !== undefined) {
    const trustedBy = `the file of \`root\`, ${rootFile}`;
    const walked = await walk(options, [await readRootFile(rootFile)]);
    if (walked.expires < now && expired === 'refuse') throw tooOld(walked, trustedBy, []);
    return { ...walked, trustedBy };
  }
  const compiled = options.compiled ?? compiledRoots;
  const [oldest, newest] = [compiled.at(0), compiled.at(-1)];
  if (oldest === undefined || newest === undefined) throw new RangeError('no root is compiled in');
  const trustedBy = `root ${newest.version}, compiled in (${newest.date})`;
  const direct = await walk(options, [Buffer.from(newest.body)]);
  if (direct.expires >= now) return { ...direct, trustedBy };

  const published = await readPublishedRoot(options.files, options.recordedRootSum);
  if ('bytes' in published) {
    const fromPublished = await anchorAtPublished(options, published);
    if (fromPublished !== undefined) return fromPublished;
  }
  const bridged = await bridge(options, [Buffer.from(oldest.body)]);
  const best =
    bridged.walked !== undefined && bridged.walked.version >= direct.version ? bridged.walked : direct;
  if (best.expires >= now || expired === 'allow') return { ...best, trustedBy };
  throw tooOld(
    best,
    trustedBy,
    [published.why, bridged.why].filter((why) => why !== undefined),
  );
}

function walk(options: AnchorOptions, trustedRoots: RootChain): Promise<WalkedRoots> {
  const { metadataUrl, files } = options;
  return walkRoots({ metadataUrl, files, trustedRoots });
}

/** @throws ExpiredMetadataError when the newest root of all is over: then no other anchor helps. */
async function anchorAtPublished(
  options: AnchorOptions,
  { bytes, trustedBy, isNewest }: Extract<PublishedRoot, { readonly bytes: Buffer }>,
): Promise<Anchored | undefined> {
  const walked = await walk(options, [bytes]);
  if (walked.expires >= options.now) return { ...walked, trustedBy };
  if (!isNewest) return undefined;
  if (options.expired === 'refuse') throw new ExpiredMetadataError('root', walked.expires);
  return { ...walked, trustedBy };
}

/** The chain in a repository that is old enough to have all of it, and then in the wanted one again. */
async function bridge(
  options: AnchorOptions,
  chain: RootChain,
): Promise<{ readonly walked?: WalkedRoots; readonly why?: string }> {
  try {
    const older = await walk({ ...options, metadataUrl: new URL(bridgeMetadataUrl) }, chain);
    return { walked: await walk(options, older.chain) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { why: `${bridgeMetadataUrl}: ${error.headline}` };
  }
}

async function readRootFile(path: string): Promise<Buffer> {
  const fix =
    'Pass a root.json of Bottlerocket, as `https://cache.bottlerocket.aws/root.json` has it, unchanged.';
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new ActionError(`The file of \`root\` cannot be read: ${path}: ${errorMessage(cause)}`, {
      fix,
      cause,
    });
  });
  try {
    new StrictVerifier(bytes, { now: new Date(), expired: 'allow' });
    return bytes;
  } catch (cause) {
    if (!(cause instanceof ActionError)) throw cause;
    throw new ActionError(`The file of \`root\` is no root.json that signs itself: ${path}.`, {
      problems: cause.problems,
      fix,
      cause,
    });
  }
}

function tooOld(walked: WalkedRoots, trustedBy: string, notes: readonly string[]): ActionError {
  const { version, expires } = walked;
  return new ActionError(
    `The trust anchor is too old: root ${version}, the newest that it leads to, expired on ${expires.toISOString()}.`,
    {
      problems: [`The anchor is ${trustedBy}.`, ...notes],
      why: 'A repository keeps the roots since it was made, and root.json is replaced every August; or this variant is no longer maintained, or the clock of the runner is wrong.',
      fix: `Update this action, or pass today's ${publishedRootUrl} as \`root\` after you compared its checksum with the one that AWS documents.`,
    },
  );
}
