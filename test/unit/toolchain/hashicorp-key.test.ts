import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readKey } from 'openpgp';
import { verifyDetached } from '../../../src/toolchain/detached-signature.ts';
import { hashicorpKey } from '../../../src/toolchain/hashicorp-key.ts';

suite('The key of HashiCorp', () => {
  test('is the one that HashiCorp announces: fingerprint, owner, signing subkey', async () => {
    const key = await readKey({ armoredKey: hashicorpKey.armored });
    // https://www.hashicorp.com/security
    assert.equal(key.getFingerprint().toUpperCase(), 'C874011F0AB405110D02105534365D9472D7468F');
    assert.equal(key.getFingerprint(), hashicorpKey.fingerprint);
    assert.deepEqual(key.getUserIDs(), [
      'HashiCorp Security (hashicorp.com/security) <security@hashicorp.com>',
    ]);
    const signing = await key.getSigningKey();
    assert.equal(signing.getFingerprint(), '374ec75b485913604a831cc7c820c6d5cd27ab87');
  });

  test('has at least half a year left before a new one must be compiled in', async () => {
    const expiry = await (await readKey({ armoredKey: hashicorpKey.armored })).getExpirationTime();
    assert.ok(expiry instanceof Date);
    assert.equal(expiry.toISOString().slice(0, 10), '2030-03-01');
    assert.ok(expiry.getTime() - Date.now() > 180 * 86_400_000, `it expires on ${expiry.toISOString()}`);
  });

  test('is not mistaken for another', async () => {
    const signed = { bytes: Buffer.from('text'), signature: Buffer.from('signature') };
    await assert.rejects(
      verifyDetached('The checksums', signed, { ...hashicorpKey, fingerprint: '0'.repeat(40) }),
      /^ActionError: The public key is c874011f0ab405110d02105534365d9472d7468f, not 0{40}\./,
    );
    await assert.rejects(
      verifyDetached('The checksums', signed, { armored: 'a key' }),
      /^ActionError: The key of `hashicorp-public-key` cannot be read\./,
    );
  });
});
