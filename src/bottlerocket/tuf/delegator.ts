import { errorMessage } from '../../action-error.ts';
import { canonicalJson } from './canonical-json.ts';
import { isSignedBy, keyIdOf, readKey, type TufKey, type VerificationKey } from './keys.ts';
import { firstRepeated, type Metadata, type RoleName } from './metadata.ts';
import { refusal } from './refusal.ts';

interface RoleKeys {
  readonly keyids: readonly string[];
  readonly threshold: number;
}

/** Who may sign for which roles: a root, or the delegations of a targets role (TUF specification §4.3, §4.5). */
export interface Delegator {
  /** As messages call it. */
  readonly name: string;
  readonly keys: ReadonlyMap<string, VerificationKey>;
  readonly roles: ReadonlyMap<string, RoleKeys>;
}

/**
 * Reads keys, each checked even where no role uses it: tough refuses the whole file, too.
 *
 * @throws RefusedMetadataError
 */
export function readDelegator(
  file: string,
  name: string,
  listed: Readonly<Record<string, TufKey>>,
  roles: ReadonlyMap<string, RoleKeys>,
): Delegator {
  const keys = new Map<string, VerificationKey>();
  for (const [id, key] of Object.entries(listed)) {
    if (keyIdOf(key) !== id) throw refusal(file, `the id ${id} is not the sha256 of its key`);
    try {
      keys.set(id, readKey(key));
    } catch (error) {
      throw refusal(file, errorMessage(error), error);
    }
  }
  for (const [role, { keyids }] of roles) {
    const repeated = firstRepeated(keyids);
    if (repeated !== undefined) throw refusal(file, `the role ${role} lists the key ${repeated} twice`);
  }
  return { name, keys, roles };
}

/**
 * Counts keys, not signatures: a key is under one id only, and an id signs once.
 *
 * @throws RefusedMetadataError below the threshold.
 */
export function checkSignatures(role: string, metadata: Metadata<RoleName>, by: Delegator): void {
  const { keyids, threshold } = by.roles.get(role) ?? { keyids: [], threshold: 1 };
  const signed = canonicalJson(metadata.signed);
  const good = metadata.signatures.filter(({ keyid, sig }) => {
    const key = keyids.includes(keyid) ? by.keys.get(keyid) : undefined;
    return key !== undefined && isSignedBy(key, signed, sig);
  });
  if (good.length >= threshold) return;
  throw refusal(
    role,
    `${good.length} of the ${threshold} signatures that ${by.name} asks for ${good.length === 1 ? 'is' : 'are'} right`,
  );
}
