import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';

/** A key of a root role, as it stands in metadata (TUF specification §4.2). */
export const keyType = z.looseObject({
  keytype: z.string(),
  scheme: z.string(),
  keyval: z.looseObject({ public: z.string() }),
});
export type TufKey = z.output<typeof keyType>;

export interface VerificationKey {
  readonly scheme: string;
  readonly key: KeyObject;
}

/** What tough accepts (tough, `schema/key.rs`); aws-lc takes RSA of 2048 to 8192 bits. */
const schemes: Readonly<Record<string, readonly string[]>> = {
  rsa: ['rsassa-pss-sha256'],
  ed25519: ['ed25519'],
  ecdsa: ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
};
const rsaBits = { min: 2048, max: 8192 };

/** DER before the raw point or key of a SubjectPublicKeyInfo: RFC 8410 §4, RFC 5480 §2. */
const spkiPrefixes: Readonly<Record<string, string>> = {
  ed25519: '302a300506032b6570032100',
  'ecdsa-sha2-nistp256': '3059301306072a8648ce3d020106082a8648ce3d030107034200',
};

/** The id that a key must be listed under: the sha256 of its canonical form. */
export function keyIdOf(key: TufKey): string {
  return createHash('sha256').update(canonicalJson(key)).digest('hex');
}

/**
 * Reads a key for verification.
 *
 * @throws Error when its type, scheme, length or curve is not one of those above.
 */
export function readKey({ keytype, scheme, keyval }: TufKey): VerificationKey {
  const known = Object.hasOwn(schemes, keytype) ? schemes[keytype] : undefined;
  if (!known?.includes(scheme))
    throw new Error(`a key of type ${keytype} with scheme ${scheme} is not supported`);
  const key = createPublicKey(
    keyval.public.startsWith('-----BEGIN PUBLIC KEY-----')
      ? keyval.public
      : { key: rawKey(scheme, keyval.public), format: 'der', type: 'spki' },
  );
  checkKey(scheme, key);
  return { scheme, key };
}

function rawKey(scheme: string, hex: string): Buffer {
  const prefix = spkiPrefixes[scheme];
  if (prefix === undefined || !/^(?:[0-9a-f]{2})+$/i.test(hex))
    throw new Error(`a key with scheme ${scheme} is no PEM`);
  return Buffer.from(prefix + hex, 'hex');
}

function checkKey(scheme: string, { asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
  const { modulusLength: bits = 0, namedCurve } = asymmetricKeyDetails ?? {};
  const isRight =
    scheme === 'rsassa-pss-sha256'
      ? asymmetricKeyType === 'rsa' && bits >= rsaBits.min && bits <= rsaBits.max
      : scheme === 'ed25519'
        ? asymmetricKeyType === 'ed25519'
        : asymmetricKeyType === 'ec' && namedCurve === 'prime256v1';
  if (!isRight) {
    const found = [asymmetricKeyType, bits || namedCurve].filter(Boolean).join(' ');
    throw new Error(`a key with scheme ${scheme} is ${found}`);
  }
}

/** Whether a signature in hex is right. RSA takes a salt as long as the digest only, as aws-lc does. */
export function isSignedBy({ scheme, key }: VerificationKey, signed: Buffer, signature: string): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return false;
  const bytes = Buffer.from(signature, 'hex');
  if (scheme === 'ed25519') return verify(null, signed, key, bytes);
  if (scheme === 'ecdsa-sha2-nistp256') return verify('sha256', signed, key, bytes);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return verify('sha256', signed, { key, ...padding }, bytes);
}
