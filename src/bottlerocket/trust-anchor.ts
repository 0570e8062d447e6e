import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ActionError, errorMessage } from '../action-error.ts';
import type { RemoteFiles } from './remote-files.ts';
import { bridgeMetadataUrl, compiledRoot, knownRoots, publishedRootUrl } from './roots/known-roots.ts';
import { type RootChain, walkRoots } from './tuf/root-chain.ts';

export interface AnchorOptions {
  /** The user's own root.json. */
  readonly rootFile?: string;
  readonly metadataUrl: URL;
  readonly files: Pick<RemoteFiles, 'read'>;
  readonly scratch: string;
  readonly now: Date;
  readonly expired: 'refuse' | 'allow';
}

/** Roots from one that is trusted to the newest, and in words why the first is trusted. */
export interface Anchored {
  readonly chain: RootChain;
  readonly version: number;
  readonly trustedBy: string;
}

type Walked = Awaited<ReturnType<typeof walkRoots>>;

/**
 * Finds a root to begin with and walks to the newest (TUF specification §5.2, §5.3). In this order: the user's file; the
 * published root where its sha512 is known; the root that is compiled in, directly or over an older variant's repository.
 *
 * @throws ActionError when only an expired root can be reached.
 */
export async function anchorRoots(options: AnchorOptions): Promise<Anchored> {
  const { rootFile } = options;
  if (rootFile !== undefined) {
    const walked = await walk(options, [await readRoot(rootFile)]);
    return current(options, walked, `the file of \`root\`, ${rootFile}`);
  }
  const published = await publishedRoot(options.files);
  if ('bytes' in published) {
    const walked = await walk(options, [published.bytes]);
    return current(options, walked, `${publishedRootUrl}, whose sha512 is compiled in (${published.date})`);
  }
  const compiled = `root ${compiledRoot.version}, compiled in`;
  const direct = await walk(options, [Buffer.from(compiledRoot.body)]);
  if (direct.expires >= options.now) return current(options, direct, compiled);
  const bridged = await bridge(options, direct.chain);
  return current(options, bridged, compiled, published.why);
}

function walk(options: AnchorOptions, trustedRoots: RootChain): Promise<Walked> {
  return walkRoots({ ...options, trustedRoots });
}

/** The chain in a repository that is old enough to have all of it, and then in the wanted one again. */
async function bridge(options: AnchorOptions, chain: RootChain): Promise<Walked> {
  const older = await walk({ ...options, metadataUrl: new URL(bridgeMetadataUrl) }, chain);
  return walk(options, older.chain);
}

async function readRoot(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new ActionError(`The file of \`root\` cannot be read: ${path}: ${errorMessage(cause)}`, { cause });
  }
}

async function publishedRoot(
  files: AnchorOptions['files'],
): Promise<{ readonly bytes: Buffer; readonly date: string } | { readonly why: string }> {
  try {
    const url = new URL(publishedRootUrl);
    const bytes = await files.read(url, { what: "Bottlerocket's published root.json", maxBytes: 1 << 20 });
    if (bytes === undefined) return { why: `There is no ${publishedRootUrl}.` };
    const sha512 = createHash('sha512').update(bytes).digest('hex');
    const known = knownRoots.find((root) => root.sha512 === sha512);
    if (known !== undefined) return { bytes, date: known.date };
    return { why: `${publishedRootUrl} is none of the roots that this version knows (sha512 ${sha512}).` };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { why: error.headline };
  }
}

function current(options: AnchorOptions, walked: Walked, trustedBy: string, note?: string): Anchored {
  if (options.expired === 'refuse' && walked.expires < options.now) {
    throw new ActionError(
      `The trust anchor is too old: root ${walked.version}, the newest that it leads to, expired on ${walked.expires.toISOString()}.`,
      {
        problems: [`The anchor is ${trustedBy}.`, ...(note === undefined ? [] : [note])],
        why: 'A repository keeps the roots since it was made, and root.json is replaced every August; or this variant is no longer maintained, or the clock of this machine is wrong.',
        fix: "Update this action, or pass today's root.json of Bottlerocket as `root` after you compared its checksum with the one that AWS documents.",
      },
    );
  }
  return { chain: walked.chain, version: walked.version, trustedBy };
}
