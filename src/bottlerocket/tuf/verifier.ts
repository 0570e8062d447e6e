import { createHash } from 'node:crypto';
import { errorMessage } from '../../action-error.ts';
import { checkSignatures, type Delegator, readDelegator } from './delegator.ts';
import { type Metadata, parseMetadata, type RoleName, roleNames, type Signed } from './metadata.ts';
import { ExpiredMetadataError, refusal } from './refusal.ts';

export interface VerifierOptions {
  /** One time for the whole run (TUF specification §5.1). */
  readonly now: Date;
  /** `allow` notes expired roles instead of refusing them. */
  readonly expired: 'refuse' | 'allow';
  /** Bottlerocket has none, and what is not used is not trusted. Default: `refuse`. */
  readonly delegations?: 'refuse' | 'follow';
  /** The bytes of a role that an earlier run took, where there are any. */
  readonly stored?: (role: string) => Buffer | undefined;
}

/** One role that was over and was let through. */
export interface ExpiredRole {
  readonly role: string;
  readonly expires: Date;
}

interface MetaFile {
  readonly version: number;
  readonly length?: number | undefined;
  readonly hashes?: { readonly sha256: string } | undefined;
}

/**
 * The client workflow of the TUF specification §5, as strict as tough: each file is accepted once, in order. It stands
 * before tuf-js, which takes PSS salts of any length, short RSA keys, one key under two ids, and ids that are no digest
 * of their key.
 */
export class StrictVerifier {
  readonly expiredRoles: ExpiredRole[] = [];
  readonly #options: VerifierOptions;
  #root: Signed<'root'>;
  #rootKeys: Delegator;
  #timestamp: Signed<'timestamp'> | undefined;
  #snapshot: Signed<'snapshot'> | undefined;
  readonly #targets = new Map<string, Signed<'targets'>>();

  /** §5.2: the anchor must sign itself; it may be expired. */
  constructor(anchor: Buffer, options: VerifierOptions) {
    this.#options = options;
    const root = read('root', 'root', anchor);
    checkSignatures('root', root, delegatorOf(root.content, 'its own keys'));
    this.#root = root.content;
    this.#rootKeys = delegatorOf(root.content, `root ${root.content.version}`);
  }

  get root(): Signed<'root'> {
    return this.#root;
  }

  /** §5.3.4 and §5.3.5: signed by the trusted root and by itself; exactly the next version. */
  acceptRoot(bytes: Buffer): void {
    const root = read('root', 'root', bytes);
    checkSignatures('root', root, this.#rootKeys);
    checkVersion('root', root.content.version, this.root.version + 1);
    checkSignatures('root', root, delegatorOf(root.content, 'its own keys'));
    this.#root = root.content;
    this.#rootKeys = delegatorOf(root.content, `root ${root.content.version}`);
  }

  /** §5.3.10. Call it when there is no newer root. */
  finishRoots(): void {
    this.#checkExpiry('root', this.root.expires);
  }

  /** §5.4.2 to §5.4.4. One of the stored version changes nothing. */
  acceptTimestamp(bytes: Buffer): void {
    const fresh = this.#readSigned('timestamp', bytes);
    const stored = this.#stored('timestamp');
    if (stored !== undefined) {
      checkNoRollback('timestamp', fresh.version, stored.version);
      const snapshot = 'snapshot.json';
      checkNoRollback('timestamp', fresh.meta[snapshot].version, stored.meta[snapshot].version, snapshot);
    }
    const timestamp = fresh.version === stored?.version ? stored : fresh;
    this.#checkExpiry('timestamp', timestamp.expires);
    this.#timestamp = timestamp;
  }

  /** §5.5.2 to §5.5.6 */
  acceptSnapshot(bytes: Buffer): void {
    checkFile('snapshot', bytes, this.#stated('snapshot'));
    const fresh = this.#readSigned('snapshot', bytes);
    for (const [file, { version }] of Object.entries(this.#stored('snapshot')?.meta ?? {})) {
      const now = fresh.meta[file];
      if (now === undefined) throw refusal('snapshot', `${file}, which was there before, is missing`);
      checkNoRollback('snapshot', now.version, version, file);
    }
    this.#snapshot = this.#finalSnapshot(fresh);
  }

  /** §5.6.2 to §5.6.5 */
  acceptTargets(bytes: Buffer): void {
    checkFile('targets', bytes, this.#stated('targets'));
    this.#targets.set('targets', this.#finalTargets('targets', bytes, this.#rootKeys));
  }

  /** §5.6.7: by one of the roles that delegate to it; tuf-js, which walks the graph, looks at the one on its way. */
  acceptDelegated(role: string, bytes: Buffer): void {
    checkFile(role, bytes, this.#stated(role));
    const refusals: unknown[] = [];
    for (const delegator of this.#delegatorsOf(role)) {
      try {
        this.#targets.set(role, this.#finalTargets(role, bytes, delegator));
        return;
      } catch (error) {
        refusals.push(error);
      }
    }
    throw refusals[0] ?? refusal(role, 'no role delegates to it');
  }

  /** What the top-level targets role signs, after it was accepted or found stored and still right. */
  get targets(): Signed<'targets'> {
    return this.#targetsOf('targets', this.#rootKeys);
  }

  #targetsOf(role: string, delegator: Delegator): Signed<'targets'> {
    const known = this.#targets.get(role);
    if (known !== undefined) return known;
    const bytes = this.#options.stored?.(role);
    if (bytes === undefined) throw new RangeError(`${role} comes first`);
    checkFile(role, bytes, this.#stated(role));
    const content = this.#finalTargets(role, bytes, delegator);
    this.#targets.set(role, content);
    return content;
  }

  /** Every role that delegates to this one, as far as the files at hand tell. */
  #delegatorsOf(wanted: string): readonly Delegator[] {
    const found: Delegator[] = [];
    const seen = new Set<string>();
    const visit = (role: string, by: Delegator): void => {
      if (seen.has(role)) return;
      seen.add(role);
      const { delegations } = this.#targetsOf(role, by);
      if (delegations === undefined) return;
      const roles = new Map(delegations.roles.map((entry) => [entry.name, entry] as const));
      const delegator = readDelegator(role, role, delegations.keys, roles);
      if (roles.has(wanted)) found.push(delegator);
      for (const name of roles.keys()) {
        if (this.#targets.has(name) || this.#options.stored?.(name) !== undefined) visit(name, delegator);
      }
    };
    visit('targets', this.#rootKeys);
    return found;
  }

  #finalTargets(role: string, bytes: Buffer, by: Delegator): Signed<'targets'> {
    const metadata = read('targets', role, bytes);
    checkSignatures(role, metadata, by);
    const { content } = metadata;
    checkVersion(role, content.version, this.#stated(role).version);
    this.#checkExpiry(role, content.expires);
    const delegated = content.delegations?.roles ?? [];
    if (this.#options.delegations !== 'follow' && delegated.length > 0) {
      throw refusal(role, 'delegations are not supported');
    }
    return content;
  }

  /** §5.5.4, §5.5.6 */
  #finalSnapshot(snapshot: Signed<'snapshot'>): Signed<'snapshot'> {
    checkVersion('snapshot', snapshot.version, this.#stated('snapshot').version);
    this.#checkExpiry('snapshot', snapshot.expires);
    return snapshot;
  }

  /** What the role before says about a file. */
  #stated(role: string): MetaFile {
    if (role === 'snapshot') {
      if (this.#timestamp === undefined) throw new RangeError('the timestamp comes first');
      return this.#timestamp.meta['snapshot.json'];
    }
    const stored = this.#snapshot === undefined ? this.#stored('snapshot') : undefined;
    this.#snapshot ??= stored && this.#finalSnapshot(stored);
    if (this.#snapshot === undefined) throw new RangeError('the snapshot comes first');
    const stated = this.#snapshot.meta[`${role}.json`];
    if (stated === undefined) throw refusal('snapshot', `it does not name ${role}.json`);
    return stated;
  }

  /** A role of an earlier run, as long as the keys of today have signed it (§5.3.11); it may be expired. */
  #stored<Name extends 'timestamp' | 'snapshot'>(name: Name): Signed<Name> | undefined {
    try {
      const bytes = this.#options.stored?.(name);
      return bytes && this.#readSigned(name, bytes);
    } catch {
      return undefined;
    }
  }

  #readSigned<Name extends 'timestamp' | 'snapshot'>(name: Name, bytes: Buffer): Signed<Name> {
    const metadata = read(name, name, bytes);
    checkSignatures(name, metadata, this.#rootKeys);
    return metadata.content;
  }

  /** tough: valid up to and including the moment of `expires`. */
  #checkExpiry(role: string, expires: Date): void {
    if (this.#options.now <= expires) return;
    if (this.#options.expired === 'refuse') throw new ExpiredMetadataError(role, expires);
    this.expiredRoles.push({ role, expires });
  }
}

function read<Name extends RoleName>(type: Name, role: string, bytes: Buffer): Metadata<Name> {
  try {
    return parseMetadata(type, bytes);
  } catch (error) {
    throw refusal(role, errorMessage(error), error);
  }
}

function delegatorOf(root: Signed<'root'>, name: string): Delegator {
  const roles = new Map(roleNames.map((role) => [role, root.roles[role]] as const));
  return readDelegator('root', name, root.keys, roles);
}

function checkVersion(role: string, found: number, due: number): void {
  if (found !== due) throw refusal(role, `it is version ${found}, but version ${due} is due`);
}

/** §5.4.3, §5.5.5: against what an earlier run took. */
function checkNoRollback(role: string, found: number, before: number, file?: string): void {
  if (found >= before) return;
  throw refusal(role, `${file ?? 'it'} is version ${found}, but version ${before} was there before`);
}

/** §5.5.2, §5.6.2: whatever the role before states about the file. */
function checkFile(role: string, bytes: Buffer, stated: MetaFile): void {
  if (stated.length !== undefined && bytes.length !== stated.length) {
    throw refusal(role, `it has ${bytes.length} bytes, but ${stated.length} are signed`);
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (stated.hashes !== undefined && found !== stated.hashes.sha256) {
    throw refusal(role, `its sha256 is ${found}, but ${stated.hashes.sha256} is signed`);
  }
}
