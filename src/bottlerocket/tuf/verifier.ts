import { createHash } from 'node:crypto';
import { ActionError, errorMessage } from '../../action-error.ts';
import { canonicalJson } from './canonical-json.ts';
import { isSignedBy, keyIdOf, readKey, type VerificationKey } from './keys.ts';
import { firstRepeated, type Metadata, parseMetadata, type RoleName, type Signed } from './metadata.ts';

/** A file of a TUF repository that is refused, and the rule that it breaks. */
export class RefusedMetadataError extends ActionError {}

/** A role whose time is over, and everything else about it is right. */
export class ExpiredMetadataError extends ActionError {
  readonly role: RoleName;

  constructor(role: RoleName, expires: Date) {
    super(`The ${role} metadata of the Bottlerocket repository expired on ${expires.toISOString()}.`, {
      why: 'Bottlerocket no longer renews this variant, a mirror is stale, or the clock of this machine is wrong.',
      fix: 'Look at the clock and the mirror; `allow-expired-repo: true` takes the repository all the same, with a warning.',
    });
    this.role = role;
  }
}

export interface VerifierOptions {
  /** One time for the whole run (TUF specification §5.1). */
  readonly now: Date;
  /** `allow` notes expired roles instead of refusing them. */
  readonly expired: 'refuse' | 'allow';
}

/** One role that was over and was let through. */
export interface ExpiredRole {
  readonly role: RoleName;
  readonly expires: Date;
}

interface TrustedRoot {
  readonly content: Signed<'root'>;
  readonly keys: ReadonlyMap<string, VerificationKey>;
}

/**
 * The client workflow of the TUF specification §5 for the four top-level roles, as strict as tough: each file is accepted
 * once, in order. It stands before tuf-js, which takes PSS salts of any length, short RSA keys, one key under two ids,
 * and ids that are no digest of their key.
 */
export class StrictVerifier {
  readonly expiredRoles: ExpiredRole[] = [];
  readonly #options: VerifierOptions;
  #root: TrustedRoot;
  #timestamp: Signed<'timestamp'> | undefined;
  #snapshot: Signed<'snapshot'> | undefined;

  /** §5.2: the anchor must sign itself; it may be expired. */
  constructor(anchor: Buffer, options: VerifierOptions) {
    this.#options = options;
    const root = read('root', anchor);
    this.#root = trust(root);
    this.#checkSignatures('root', root, this.#root);
  }

  get root(): Signed<'root'> {
    return this.#root.content;
  }

  /** §5.3.4 and §5.3.5: signed by the trusted root and by itself; exactly the next version. */
  acceptRoot(bytes: Buffer): void {
    const root = read('root', bytes);
    this.#checkSignatures('root', root, this.#root);
    const next = this.root.version + 1;
    checkVersion('root', root.content.version, next);
    const trusted = trust(root);
    this.#checkSignatures('root', root, trusted);
    this.#root = trusted;
  }

  /** §5.3.10. Call it when there is no newer root. */
  finishRoots(): void {
    this.#checkExpiry('root', this.root.expires);
  }

  /** §5.4 */
  acceptTimestamp(bytes: Buffer): void {
    const { content } = this.#accept('timestamp', bytes);
    this.#timestamp = content;
  }

  /** §5.5 */
  acceptSnapshot(bytes: Buffer): void {
    const stated = this.#timestamp?.meta['snapshot.json'];
    if (stated === undefined) throw new RangeError('the timestamp comes first');
    checkFile('snapshot', bytes, stated);
    const { content } = this.#accept('snapshot', bytes);
    checkVersion('snapshot', content.version, stated.version);
    this.#snapshot = content;
  }

  /** §5.6 */
  acceptTargets(bytes: Buffer): Signed<'targets'> {
    const stated = this.#snapshot?.meta['targets.json'];
    if (stated === undefined) throw new RangeError('the snapshot comes first');
    checkFile('targets', bytes, stated);
    const { content } = this.#accept('targets', bytes);
    checkVersion('targets', content.version, stated.version);
    return content;
  }

  #accept<Name extends Exclude<RoleName, 'root'>>(name: Name, bytes: Buffer): Metadata<Name> {
    const metadata = read(name, bytes);
    this.#checkSignatures(name, metadata, this.#root);
    this.#checkExpiry(name, metadata.content.expires);
    return metadata;
  }

  /** Counts keys, not signatures: a key is under one id only, and an id signs once. */
  #checkSignatures(name: RoleName, metadata: Metadata<RoleName>, by: TrustedRoot): void {
    const { keyids, threshold } = by.content.roles[name];
    const allowed = new Set(keyids.map((id) => id.toLowerCase()));
    const signed = canonicalJson(metadata.signed);
    const good = metadata.signatures.filter(({ keyid, sig }) => {
      const key = allowed.has(keyid.toLowerCase()) ? by.keys.get(keyid.toLowerCase()) : undefined;
      return key !== undefined && isSignedBy(key, signed, sig);
    });
    if (good.length < threshold) {
      const signers = by.content === metadata.content ? 'its own keys' : `root ${by.content.version}`;
      throw refusal(
        name,
        `${good.length} of the ${threshold} signatures that ${signers} asks for ${good.length === 1 ? 'is' : 'are'} right`,
      );
    }
  }

  /** tough: valid up to and including the moment of `expires`. */
  #checkExpiry(role: RoleName, expires: Date): void {
    if (this.#options.now <= expires) return;
    if (this.#options.expired === 'refuse') throw new ExpiredMetadataError(role, expires);
    this.expiredRoles.push({ role, expires });
  }
}

function read<Name extends RoleName>(name: Name, bytes: Buffer): Metadata<Name> {
  try {
    return parseMetadata(name, bytes);
  } catch (error) {
    throw refusal(name, errorMessage(error), error);
  }
}

/** The keys of a root, each checked even where no role uses it: tough refuses the whole file, too. */
function trust({ content }: Metadata<'root'>): TrustedRoot {
  const keys = new Map<string, VerificationKey>();
  for (const [id, key] of Object.entries(content.keys)) {
    if (keyIdOf(key) !== id.toLowerCase()) throw refusal('root', `the id ${id} is not the sha256 of its key`);
    if (keys.has(id.toLowerCase())) throw refusal('root', `the key ${id} is listed twice`);
    try {
      keys.set(id.toLowerCase(), readKey(key));
    } catch (error) {
      throw refusal('root', errorMessage(error), error);
    }
  }
  for (const name of ['root', 'timestamp', 'snapshot', 'targets'] as const) {
    const repeated = firstRepeated(content.roles[name].keyids);
    if (repeated !== undefined) throw refusal('root', `the role ${name} lists the key ${repeated} twice`);
  }
  return { content, keys };
}

function checkVersion(role: RoleName, found: number, due: number): void {
  if (found !== due) throw refusal(role, `it is version ${found}, but version ${due} is due`);
}

/** §5.5.2, §5.6.2: whatever the role before states about the file. */
function checkFile(
  role: RoleName,
  bytes: Buffer,
  stated: { readonly length?: number | undefined; readonly hashes?: { readonly sha256: string } | undefined },
): void {
  if (stated.length !== undefined && bytes.length !== stated.length) {
    throw refusal(role, `it has ${bytes.length} bytes, but ${stated.length} are signed`);
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (stated.hashes !== undefined && found !== stated.hashes.sha256.toLowerCase()) {
    throw refusal(role, `its sha256 is ${found}, but ${stated.hashes.sha256} is signed`);
  }
}

function refusal(role: RoleName, problem: string, cause?: unknown): RefusedMetadataError {
  return new RefusedMetadataError(`The ${role} metadata of the Bottlerocket repository is refused.`, {
    problems: [problem],
    why: 'A mirror or proxy serves something else under this address, or somebody tampers with it.',
    fix: 'Do not use what is served there; look at the file from another network, or at `metadata-url` and `root`.',
    cause,
  });
}
