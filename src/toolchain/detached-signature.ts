import { ActionError, errorMessage } from '../action-error.ts';

/** A key to verify with: one armored OpenPGP public key. */
export interface SigningKey {
  readonly armored: string;
  /** Lower-case hex of the primary key; checked where it is given. */
  readonly fingerprint?: string;
}

export interface SignedBytes {
  readonly bytes: Uint8Array;
  /** A binary detached signature (RFC 9580 §10.4). */
  readonly signature: Uint8Array;
}

/**
 * Verifies a detached signature. A key that has expired since still vouches for what it signed before; a signature
 * made after its expiry, by a revoked key or subkey, or with SHA-1 does not count.
 *
 * @param what of the signed file, as a sentence begins: `The checksums of Packer 1.9.5`
 * @throws ActionError
 */
export async function verifyDetached(what: string, signed: SignedBytes, key: SigningKey): Promise<void> {
  // Parsing and checking OpenPGP takes half a megabyte of library, which a warm set-up does without.
  const openpgp = await import('openpgp');
  const verificationKey = await readSigningKey(key);
  try {
    const { signatures } = await openpgp.verify({
      message: await openpgp.createMessage({ binary: signed.bytes }),
      signature: await openpgp.readSignature({ binarySignature: signed.signature }),
      verificationKeys: verificationKey,
    });
    if (signatures.length === 0) throw new Error('it holds no signature');
    await Promise.any(signatures.map(({ verified }) => verified));
  } catch (cause) {
    const reasons = cause instanceof AggregateError ? cause.errors.map(errorMessage) : [errorMessage(cause)];
    throw new ActionError(`${what} are not signed by the key ${verificationKey.getFingerprint()}.`, {
      problems: reasons,
      why: 'Something between here and the publisher serves other files, or the publisher signs with a new key.',
      fix: 'Do not use the file. If the publisher has announced a new key, give it as `hashicorp-public-key` or update this action.',
      cause,
    });
  }
}

/** @throws ActionError when the text is no public key, or not the expected one */
export async function readSigningKey({ armored, fingerprint }: SigningKey) {
  const { readKey } = await import('openpgp');
  const key = await readKey({ armoredKey: armored }).catch((cause: unknown) => {
    throw new ActionError('The key of `hashicorp-public-key` cannot be read.', {
      problems: [errorMessage(cause)],
      fix: 'Give one armored OpenPGP public key, from `-----BEGIN PGP PUBLIC KEY BLOCK-----` to its end.',
      cause,
    });
  });
  if (fingerprint !== undefined && key.getFingerprint() !== fingerprint) {
    throw new ActionError(`The public key is ${key.getFingerprint()}, not ${fingerprint}.`);
  }
  return key;
}
