import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  buildRepository,
  isoSeconds,
  type KeySet,
  makeKey,
  makeKeySet,
  type RepositorySpec,
  sha256,
  type TestKey,
} from '../../box/tuf-repository.ts';
import { type ClientOptions, readRepository } from './tuf-client.ts';

const image = Buffer.from('an image');
const targets = { 'bottlerocket-vmware-k8s-1.33-x86_64-v1.64.0.ova': image };
const past = new Date(Date.now() - 86_400_000);

describe('a Bottlerocket repository', () => {
  let keySets: readonly [KeySet, KeySet, KeySet];
  let weakKey: TestKey;
  before(async () => {
    keySets = await Promise.all([makeKeySet(), makeKeySet(), makeKeySet()]);
    weakKey = await makeKey(1024);
  });
  const build = (spec: Partial<RepositorySpec> = {}) => buildRepository({ keySets, targets, ...spec });

  describe('is read', () => {
    const accepted: Record<string, () => { spec?: Partial<RepositorySpec>; client?: ClientOptions }> = {
      'from a root two rotations of all keys ago, expired long since': () => ({}),
      'from the newest root': () => ({ client: { anchor: 3 } }),
      'when the chain of roots ends in 404': () => ({ client: { odd: { '4.root.json': 404 } } }),
      'when the chain of roots ends in 410': () => ({ client: { odd: { '4.root.json': 410 } } }),
      'when a server error passes': () => ({
        client: { odd: { '2.root.json': [503, 'reset', ...[build().metadata.get('2.root.json') ?? 403]] } },
      }),
      'with a signature of a key that nobody knows beside the good ones': () => ({
        spec: { signers: (_, usual) => [...usual, { key: weakKey }] },
      }),
      'with fields that this version does not know': () => ({
        spec: {
          edit: { targets: (content) => Object.assign(content, { custom: { a: ['ü', null, true] } }) },
        },
      }),
      'with a fraction of a second in `expires`': () => ({
        spec: {
          edit: { timestamp: (content) => (content.expires = content.expires.replace('Z', '.123456789Z')) },
        },
      }),
      'when the digests of the metadata are not stated': () => ({
        spec: {
          edit: {
            timestamp: (content) => (content.meta = { 'snapshot.json': { version: content.version } }),
          },
        },
      }),
      'with sha512 stated before sha256': () => ({
        spec: {
          edit: {
            targets: (content) => {
              for (const target of Object.values(content.targets)) {
                target.hashes = { sha512: 'ab'.repeat(64), ...target.hashes };
              }
            },
          },
        },
      }),
    };
    for (const [name, make] of Object.entries(accepted)) {
      test(name, async (t) => {
        const { spec, client } = make();
        const repository = await readRepository(t, build(spec), client);
        assert.equal(repository.rootVersion, 3);
        assert.deepEqual(
          [...repository.targets.values()],
          [{ name: Object.keys(targets)[0], length: image.length, sha256: sha256(image) }],
        );
      });
    }
  });

  test('is asked for each file once, and for one root that does not exist', async (t) => {
    const { asked } = await readRepository(t, build());
    const version = 1_790_000_000;
    assert.deepEqual(asked, [
      '2.root.json',
      '3.root.json',
      '4.root.json',
      'timestamp.json',
      `${version}.snapshot.json`,
      `${version}.targets.json`,
    ]);
  });

  describe('is refused', () => {
    const refused: Record<
      string,
      () => { spec?: Partial<RepositorySpec>; client?: ClientOptions; says: RegExp }
    > = {
      'when a key is listed under an id that is not its digest': () => ({
        spec: {
          edit: {
            root: (content) => {
              const [key] = keySets[1].timestamp;
              if (key === undefined || content.keys[key.id] === undefined) return;
              delete content.keys[key.id];
              content.keys['ab'.repeat(32)] = key.json;
              content.roles.timestamp.keyids = ['ab'.repeat(32)];
            },
          },
        },
        says: /is not the sha256 of its key/,
      }),
      'when one key reaches the threshold under two ids': () => ({
        spec: {
          edit: {
            root: (content) => {
              const [id = ''] = content.roles.root.keyids;
              const copy = 'cd'.repeat(32);
              content.keys[copy] = content.keys[id] ?? { keytype: '', scheme: '', keyval: { public: '' } };
              content.roles.root.keyids = [id, copy];
            },
          },
        },
        says: /is not the sha256 of its key/,
      }),
      'when one key is listed under the upper-case form of its id, too': () => ({
        spec: {
          edit: {
            root: (content) => {
              const [id = ''] = content.roles.root.keyids;
              content.keys[id.toUpperCase()] = content.keys[id] ?? {
                keytype: '',
                scheme: '',
                keyval: { public: '' },
              };
            },
          },
        },
        says: /Invalid key in record/,
      }),
      'when a role lists a key twice': () => ({
        spec: {
          edit: { root: (content) => content.roles.timestamp.keyids.push(...content.roles.timestamp.keyids) },
        },
        says: /lists the key .* twice/,
      }),
      'when a key signs twice': () => ({
        spec: { signers: (role, usual) => (role === 'timestamp' ? [...usual, ...usual] : usual) },
        says: /signs twice/,
      }),
      'with an RSA key of 1024 bits, even one that no role uses': () => ({
        spec: { edit: { root: (content) => (content.keys[weakKey.id] = weakKey.json) } },
        says: /is rsa 1024/,
      }),
      'with a key of an unknown type, even one that no role uses': () => ({
        spec: {
          edit: {
            root: (content) => {
              const key = { keytype: 'dsa', scheme: 'dsa', keyval: { public: 'x' } };
              content.keys[sha256(`{"keytype":"dsa","keyval":{"public":"x"},"scheme":"dsa"}`)] = key;
            },
          },
        },
        says: /not supported/,
      }),
      ...Object.fromEntries(
        [20, 222].map((saltLength) => [
          `when a signature has a salt of ${saltLength} bytes`,
          () => ({
            spec: {
              signers: (role, usual) =>
                role === 'timestamp' ? usual.map((signer) => ({ ...signer, saltLength })) : usual,
            },
            says: /0 of the 1 signatures/,
          }),
        ]),
      ),
      'when one of two signatures of a root is missing': () => ({
        spec: {
          signers: (role, usual, version) => (role === 'root' && version === 2 ? usual.slice(0, 4) : usual),
        },
        says: /1 of the 2 signatures that its own keys asks? for/,
      }),
      'when only the new keys sign a root': () => ({
        spec: {
          signers: (role, usual, version) => (role === 'root' && version === 2 ? usual.slice(3) : usual),
        },
        says: /0 of the 2 signatures that root 1/,
      }),
      'when only the old keys sign a root': () => ({
        spec: {
          signers: (role, usual, version) => (role === 'root' && version === 2 ? usual.slice(0, 3) : usual),
        },
        says: /0 of the 2 signatures that its own keys/,
      }),
      'when the anchor does not sign itself': () => ({
        spec: {
          signers: (role, usual, version) => (role === 'root' && version === 1 ? usual.slice(1, 2) : usual),
        },
        says: /1 of the 2 signatures that its own keys/,
      }),
      'when the file of root 2 holds root 1': () => ({
        client: { odd: { '2.root.json': build().metadata.get('1.root.json') ?? 0 } },
        says: /it is version 1, but version 2 is due/,
      }),
      'when the file of root 2 holds a well signed version 5': () => ({
        spec: {
          edit: { root: (content) => (content.version = content.version === 2 ? 5 : content.version) },
        },
        says: /it is version 5, but version 2 is due/,
      }),
      'when a host in trouble hides a root': () => ({
        client: { odd: { '2.root.json': 500 } },
        says: /status 500/,
      }),
      'when the host limits requests where a root is': () => ({
        client: { odd: { '2.root.json': 429 } },
        says: /status 429/,
      }),
      'when connections break where a root is': () => ({
        client: { odd: { '2.root.json': 'reset' } },
        says: /could not be downloaded/,
      }),
      'when the host wants a password where a root is': () => ({
        client: { odd: { '2.root.json': 401 } },
        says: /status 401/,
      }),
      'when a page stands where a root is': () => ({
        client: { odd: { '2.root.json': Buffer.from('<html>') } },
        says: /not the JSON of TUF/,
      }),
      'when a root is empty': () => ({
        client: { odd: { '2.root.json': Buffer.alloc(0) } },
        says: /not the JSON/,
      }),
      'when a root is larger than a mebibyte': () => ({
        client: { odd: { '2.root.json': Buffer.alloc((1 << 20) + 1, ' ') } },
        says: /larger than 1048576 bytes/,
      }),
      'when a timestamp is larger than a mebibyte': () => ({
        client: { odd: { 'timestamp.json': Buffer.alloc((1 << 20) + 1, ' ') } },
        says: /larger than 1048576 bytes/,
      }),
      'when the newest root is expired': () => ({
        spec: { edit: { root: (content) => (content.expires = isoSeconds(past)) } },
        says: /root metadata .* expired/,
      }),
      'when the timestamp is expired': () => ({
        spec: { edit: { timestamp: (content) => (content.expires = isoSeconds(past)) } },
        says: /timestamp metadata .* expired/,
      }),
      'when the snapshot is expired': () => ({
        spec: { edit: { snapshot: (content) => (content.expires = isoSeconds(past)) } },
        says: /snapshot metadata .* expired/,
      }),
      'when the targets are expired': () => ({
        spec: { edit: { targets: (content) => (content.expires = isoSeconds(past)) } },
        says: /targets metadata .* expired/,
      }),
      ...Object.fromEntries(
        [
          '2099-01-01T00:00:00+00:00',
          '2099-01-01t00:00:00z',
          '2099-01-01 00:00:00Z',
          '2099-01-01T00:00:00',
          'never',
          '2099-13-01T00:00:00Z',
        ].map((expires) => [
          `when a role expires on "${expires}"`,
          () => ({
            spec: { edit: { timestamp: (content) => (content.expires = expires) } },
            says: /no date and time in UTC/,
          }),
        ]),
      ),
      'with another major version of the specification': () => ({
        spec: { edit: { timestamp: (content) => (content.spec_version = '2.0.0') } },
        says: /not version 1/,
      }),
      'when a timestamp names two files': () => ({
        spec: { edit: { timestamp: (content) => (content.meta['other.json'] = { version: 1 }) } },
        says: /refused/,
      }),
      'when a snapshot does not name the targets': () => ({
        spec: { edit: { snapshot: (content) => (content.meta = {}) } },
        says: /targets\.json/,
      }),
      ...Object.fromEntries(
        ([-1, 1] as const).map((delta) => [
          `when a snapshot is ${delta < 0 ? 'longer' : 'shorter'} than signed`,
          () => ({
            spec: {
              edit: {
                timestamp: (content) => {
                  const file = content.meta['snapshot.json'];
                  if (file?.length !== undefined) file.length += delta;
                },
              },
            },
            says: /larger than|are signed/,
          }),
        ]),
      ),
      'when a snapshot has another digest than signed': () => ({
        spec: {
          edit: {
            timestamp: (content) =>
              (content.meta['snapshot.json'] = {
                version: content.version,
                hashes: { sha256: 'ab'.repeat(32) },
              }),
          },
        },
        says: /its sha256 is/,
      }),
      'when the digests of a snapshot lack sha256': () => ({
        spec: {
          edit: {
            timestamp: (content) =>
              (content.meta['snapshot.json'] = { version: content.version, hashes: { sha512: 'ab' } }),
          },
        },
        says: /sha256/,
      }),
      'when the targets have another version than the snapshot says': () => ({
        spec: {
          edit: { snapshot: (content) => (content.meta['targets.json'] = { version: 1_789_999_999 }) },
        },
        client: {
          odd: { '1789999999.targets.json': build().metadata.get('1790000000.targets.json') ?? 0 },
        },
        says: /it is version 1790000000, but version 1789999999 is due/,
      }),
      'when a target has no sha256': () => ({
        spec: {
          edit: {
            targets: (content) => (content.targets['x'] = { length: 1, hashes: { sha512: 'ab'.repeat(64) } }),
          },
        },
        says: /sha256/,
      }),
      'when a field is there twice': () => ({
        spec: { rewrite: replacing('timestamp.json', '"version":', '"version": 1, "version":') },
        says: /the key "version" is there twice/,
      }),
      'when a target is there twice': () => ({
        spec: {
          rewrite: replacing('1790000000.targets.json', '"targets": {', '"targets": { "b": 1, "\\u0062": 2,'),
        },
        says: /there twice/,
      }),
      'when a key id is there twice': () => ({
        spec: {
          rewrite: replacing('2.root.json', '"keys": {', `"keys": { "${keySets[1].root[0]?.id}": {},`),
        },
        says: /there twice/,
      }),
      'with a member named __proto__': () => ({
        spec: { rewrite: replacing('timestamp.json', '"meta": {', '"meta": {"__proto__": {},') },
        says: /__proto__/,
      }),
      'with a fraction in a field that nobody knows': () => ({
        spec: { edit: { timestamp: (content) => Object.assign(content, { x: 1.5 }) } },
        says: /no plain integer/,
      }),
      'with a name that is not in NFC': () => ({
        spec: { edit: { targets: (content) => Object.assign(content, { x: 'e\u0301' }) } },
        says: /NFC/,
      }),
      'with a byte order mark': () => ({
        spec: {
          rewrite: (name, bytes) =>
            name === 'timestamp.json' ? Buffer.concat([Buffer.from('\ufeff'), bytes]) : bytes,
        },
        says: /not the JSON/,
      }),
      'with something behind the JSON': () => ({
        spec: {
          rewrite: (name, bytes) =>
            name === 'timestamp.json' ? Buffer.concat([bytes, Buffer.from('x')]) : bytes,
        },
        says: /not the JSON/,
      }),
      'when one text of the targets was changed': () => ({
        client: {
          odd: {
            '1790000000.targets.json': Buffer.from(
              String(build().metadata.get('1790000000.targets.json')).replace('v1.64.0', 'v1.64.1'),
            ),
          },
        },
        says: /its sha256 is/,
      }),
      'when there is no timestamp': () => ({
        client: { odd: { 'timestamp.json': 403 } },
        says: /There is no timestamp\.json/,
      }),
      'with delegations': () => ({
        spec: {
          edit: {
            targets: (content) =>
              Object.assign(content, {
                delegations: { keys: {}, roles: [{ name: 'x', keyids: ['ab'.repeat(32)], threshold: 1 }] },
              }),
          },
        },
        says: /delegations are not supported/,
      }),
    };
    for (const [name, make] of Object.entries(refused)) {
      test(name, async (t) => {
        const { spec, client, says } = make();
        await assert.rejects(readRepository(t, build(spec), client), (error: Error) => {
          assert.equal(error.name, 'ActionError', error.stack);
          assert.match(error.message, says);
          return true;
        });
      });
    }
  });

  test('is read although it is expired when that is asked for, and says which roles are', async (t) => {
    const built = build({ expires: past });
    const { expiredRoles, targets: found } = await readRepository(t, built, { expired: 'allow' });
    assert.deepEqual(
      expiredRoles.map(({ role }) => role),
      ['root', 'timestamp', 'snapshot', 'targets'],
    );
    assert.equal(found.size, 1);
  });

  test('is never read by tuf-js alone: the strict layer refuses what tuf-js takes', async (t) => {
    const built = build({
      signers: (role, usual) =>
        role === 'timestamp' ? usual.map((signer) => ({ ...signer, saltLength: 20 })) : usual,
    });
    await assert.rejects(readRepository(t, built), /is refused/);
  });
});

/** Changes a file after it was signed, where the signature does not matter: it must be refused before that. */
function replacing(name: string, from: string, to: string) {
  return (file: string, bytes: Buffer) =>
    file === name ? Buffer.from(String(bytes).replace(from, to)) : bytes;
}
