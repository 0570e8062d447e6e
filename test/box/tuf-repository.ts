import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
} from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Makes TUF repositories of Bottlerocket's shape with real signatures: RSA-PSS, roots 2 of 3, versions that are unix
 * seconds, consistent names, no delegations. Written against the TUF specification 1.0 and not with the code under test.
 */
export interface KeyJson {
  keytype: string;
  scheme: string;
  keyval: { public: string };
}

export interface TestKey {
  readonly id: string;
  readonly json: KeyJson;
  readonly privateKey: KeyObject;
}

/** Who signs: a key, under an id that may be another's, with a salt that may be wrong. */
export interface Signer {
  readonly key: TestKey;
  readonly id?: string;
  readonly saltLength?: number;
}

export interface KeySet {
  readonly root: readonly TestKey[];
  readonly timestamp: readonly TestKey[];
  readonly snapshot: readonly TestKey[];
  readonly targets: readonly TestKey[];
}

export type Role = keyof KeySet;

interface Common {
  spec_version: string;
  version: number;
  expires: string;
}
export interface MetaFile {
  version: number;
  length?: number;
  hashes?: Record<string, string>;
}
export interface RootContent extends Common {
  _type: string;
  consistent_snapshot: boolean;
  keys: Record<string, KeyJson>;
  roles: Record<Role, { keyids: string[]; threshold: number }>;
}
export interface MetaContent extends Common {
  _type: string;
  meta: Record<string, MetaFile>;
}
export interface TargetsContent extends Common {
  _type: string;
  targets: Record<string, { length: number; hashes: Record<string, string> }>;
}

export interface RepositorySpec {
  /** One per root version, from 1 on. */
  readonly keySets: readonly KeySet[];
  readonly targets: Readonly<Record<string, Buffer>>;
  /** When timestamp, snapshot, targets and the newest root end. Default: in a week. Older roots ended long ago. */
  readonly expires?: Date;
  /** Version of the roles, unix seconds. */
  readonly version?: number;
  readonly edit?: {
    root?(content: RootContent): void;
    timestamp?(content: MetaContent): void;
    snapshot?(content: MetaContent): void;
    targets?(content: TargetsContent): void;
  };
  /** Signers instead of the usual ones. */
  readonly signers?: (role: Role, usual: readonly Signer[], version: number) => readonly Signer[];
  /** The bytes of a file, after it was signed and before the next role states its digest. */
  readonly rewrite?: (name: string, bytes: Buffer) => Buffer;
}

export async function makeKey(bits = 2048): Promise<TestKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return testKey(publicKey, privateKey);
}

export function testKey(publicKey: KeyObject, privateKey: KeyObject): TestKey {
  const json = {
    keytype: 'rsa',
    scheme: 'rsassa-pss-sha256',
    keyval: { public: String(publicKey.export({ type: 'spki', format: 'pem' })) },
  };
  return { id: sha256(canonical(json)), json, privateKey };
}

/** A key whose private part is stored as PKCS #8 in base64. */
export function storedKey(base64: string): TestKey {
  const privateKey = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
  return testKey(createPublicKey(privateKey), privateKey);
}

/**
 * Keys as Bottlerocket's roots have them: three for root (2 of 3), three for snapshot and targets (1 of 3), these and two
 * more for timestamp (1 of 5). Eight keys make one set.
 */
export function bottlerocketKeySet(keys: readonly TestKey[]): KeySet {
  const publishing = keys.slice(3, 6);
  return { root: keys.slice(0, 3), snapshot: publishing, targets: publishing, timestamp: keys.slice(3, 8) };
}

/** Three root keys, one for the other roles each. */
export async function makeKeySet(bits = 2048): Promise<KeySet> {
  const [a, b, c, timestamp, snapshot, targets] = await Promise.all([
    makeKey(bits),
    makeKey(bits),
    makeKey(bits),
    makeKey(bits),
    makeKey(bits),
    makeKey(bits),
  ]);
  return { root: [a, b, c], timestamp: [timestamp], snapshot: [snapshot], targets: [targets] };
}

/** File names to bytes: the metadata as it lies below one variant, and the targets by their full names. */
export interface BuiltRepository {
  readonly metadata: Map<string, Buffer>;
  readonly targets: Map<string, Buffer>;
}

export function buildRepository(spec: RepositorySpec): BuiltRepository {
  const { edit = {}, rewrite = (_, bytes) => bytes } = spec;
  const metadata = new Map<string, Buffer>();
  const version = spec.version ?? 1_790_000_000;
  const expires = isoSeconds(spec.expires ?? new Date(Date.now() + 7 * 86_400_000));
  const common = { spec_version: '1.0.0', version, expires };
  const newest = spec.keySets.at(-1);
  if (newest === undefined) throw new RangeError('a repository has a root');
  const add = (name: string, role: Role, content: Common, usual: readonly TestKey[]) => {
    const signers = usual.map((key) => ({ key }));
    const bytes = envelope(content, spec.signers?.(role, signers, content.version) ?? signers);
    const written = rewrite(name, bytes);
    metadata.set(name, written);
    return written;
  };

  spec.keySets.forEach((keys, index) => {
    const isNewest = keys === newest;
    const content = rootContent(keys, index + 1, isNewest ? expires : '2020-09-22T00:00:00Z');
    edit.root?.(content);
    const before = spec.keySets[index - 1]?.root ?? [];
    add(`${index + 1}.root.json`, 'root', content, [...new Set([...before, ...keys.root])]);
  });

  const targets: TargetsContent = { _type: 'targets', ...common, targets: {} };
  for (const [name, bytes] of Object.entries(spec.targets)) {
    targets.targets[name] = { length: bytes.length, hashes: { sha256: sha256(bytes) } };
  }
  edit.targets?.(targets);
  const targetsFile = add(`${targets.version}.targets.json`, 'targets', targets, newest.targets.slice(0, 1));

  const snapshot: MetaContent = {
    _type: 'snapshot',
    ...common,
    meta: { 'targets.json': describe(targets.version, targetsFile) },
  };
  edit.snapshot?.(snapshot);
  const snapshotFile = add(
    `${snapshot.version}.snapshot.json`,
    'snapshot',
    snapshot,
    newest.snapshot.slice(0, 1),
  );

  const timestamp: MetaContent = {
    _type: 'timestamp',
    ...common,
    meta: { 'snapshot.json': describe(snapshot.version, snapshotFile) },
  };
  edit.timestamp?.(timestamp);
  add('timestamp.json', 'timestamp', timestamp, newest.timestamp.slice(0, 1));
  const named = Object.entries(spec.targets).map(
    ([name, bytes]) => [`${sha256(bytes)}.${name}`, bytes] as const,
  );
  return { metadata, targets: new Map(named) };
}

function rootContent(keys: KeySet, version: number, expires: string): RootContent {
  const all = new Set([...keys.root, ...keys.timestamp, ...keys.snapshot, ...keys.targets]);
  const role = (of: readonly TestKey[], threshold: number) => ({ keyids: of.map(({ id }) => id), threshold });
  return {
    _type: 'root',
    spec_version: '1.0.0',
    consistent_snapshot: true,
    version,
    expires,
    keys: Object.fromEntries([...all].map(({ id, json }) => [id, json])),
    roles: {
      root: role(keys.root, 2),
      timestamp: role(keys.timestamp, 1),
      snapshot: role(keys.snapshot, 1),
      targets: role(keys.targets, 1),
    },
  };
}

/** `{signed, signatures}`, indented as tuftool writes it. */
export function envelope(signed: object, signers: readonly Signer[]): Buffer {
  const bytes = Buffer.from(canonical(signed));
  const signatures = signers.map(({ key, id = key.id, saltLength = 32 }) => ({
    keyid: id,
    sig: signature(key, bytes, saltLength),
  }));
  return Buffer.from(JSON.stringify({ signed, signatures }, null, 2));
}

/** Most cases of a test sign the same roots again. */
const signatures = new Map<string, string>();

function signature(key: TestKey, bytes: Buffer, saltLength: number): string {
  const name = `${key.id} ${saltLength} ${sha256(bytes)}`;
  const known = signatures.get(name);
  if (known !== undefined) return known;
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  const made = sign('sha256', bytes, { key: key.privateKey, ...padding }).toString('hex');
  signatures.set(name, made);
  return made;
}

function describe(version: number, bytes: Buffer): MetaFile {
  return { version, length: bytes.length, hashes: { sha256: sha256(bytes) } };
}

/** Canonical JSON for the values that occur here: ASCII keys, integers. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${canonical(key)}:${canonical(member)}`).join(',')}}`;
  }
  return typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : String(value);
}

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
