import * as openpgp from 'openpgp';

/** A throw-away OpenPGP key. */
export interface PgpKey {
  readonly armored: string;
  /** A binary detached signature, as `gpg --detach-sign` makes it. */
  sign(bytes: Buffer, at?: Date): Promise<Buffer>;
  /** The same public key, which says that it was valid for so many seconds. */
  expiring(validFor: number): Promise<string>;
}

export async function createPgpKey(created = new Date(Date.now() - 60_000)): Promise<PgpKey> {
  const userIDs = [{ name: 'A stand-in for HashiCorp' }];
  const { privateKey, publicKey } = await openpgp.generateKey({ userIDs, date: created, format: 'object' });
  return {
    armored: publicKey.armor(),
    sign: async (bytes, at = new Date(created.getTime() + 1000)) =>
      Buffer.from(
        (await openpgp.sign({
          message: await openpgp.createMessage({ binary: bytes }),
          signingKeys: privateKey,
          detached: true,
          format: 'binary',
          date: at,
        })) as Uint8Array,
      ),
    expiring: async (validFor) => {
      const reissued = {
        privateKey,
        userIDs,
        date: created,
        keyExpirationTime: validFor,
        format: 'object',
      } as const;
      return (await openpgp.reformatKey(reissued)).publicKey.armor();
    },
  };
}
