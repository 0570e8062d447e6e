import { createPublicKey, sign as signBytes } from 'node:crypto';
import { keyIdOf } from '../../../src/bottlerocket/tuf/keys.ts';
import type { KeyJson, Role, RootContent, Signer } from '../../box/tuf-repository.ts';
import { type Cases, keySets, longKey, rewriting, type TufCase, weakKey } from '../case.ts';

const [, second, newest] = keySets;

const root = (version: number, change: (content: RootContent) => unknown): TufCase => ({
  build: { edit: { root: (content) => void (content.version === version && change(content)) } },
});
const signing = (role: Role, change: (usual: readonly Signer[]) => readonly Signer[]): TufCase => ({
  build: { signers: (of, usual) => (of === role ? change(usual) : usual) },
});
const salt = (role: Role, saltLength: number): TufCase =>
  signing(role, (usual) => usual.map((signer) => ({ ...signer, saltLength })));

interface File {
  readonly signed: object;
  readonly signatures: Array<{ keyid: string; sig: string }>;
}
/** Changes the signatures of the timestamp, whose own digest nobody states. */
const signatures = (change: (list: File['signatures'], file: File) => File['signatures']): TufCase => ({
  build: rewriting('timestamp.json', (text) => {
    const file = JSON.parse(text) as File;
    return JSON.stringify({ ...file, signatures: change(file.signatures, file) });
  }),
});
const broken = (sig: string) => `${sig.startsWith('00') ? '11' : '00'}${sig.slice(2)}`;
const wrongId = 'ab'.repeat(32);
const nobody: KeyJson = { keytype: 'rsa', scheme: 'rsassa-pss-sha256', keyval: { public: '' } };
const unused = (key: KeyJson): TufCase => root(3, (content) => (content.keys[keyIdOf({ ...key })] = key));
const rsa = newest.timestamp[0]?.json ?? nobody;

/** TUF specification §4.2 and the counting of signatures in §5.3.4, §5.4.2, §5.5.3, §5.6.3. */
export const keyCases: Cases = {
  'a key is listed under an id that is not its sha256': root(3, (content) => {
    const [id = ''] = content.roles.timestamp.keyids;
    content.keys[wrongId] = content.keys[id] ?? nobody;
    content.roles.timestamp.keyids = [wrongId];
  }),
  'a key that no role uses has an id that is not its sha256': root(
    3,
    (c) => (c.keys[wrongId] = longKey.json),
  ),
  'a key id is twice in the JSON of `keys`': {
    build: rewriting('2.root.json', (text) =>
      text.replace(
        '"keys": {',
        `"keys": { "${second.root[0]?.id}": ${JSON.stringify(second.root[0]?.json)},`,
      ),
    ),
  },
  'one key reaches the threshold under two ids': root(2, (content) => {
    const [id = ''] = content.roles.root.keyids;
    content.keys[wrongId] = content.keys[id] ?? nobody;
    content.roles.root.keyids = [id, wrongId];
  }),
  'one key is listed in both cases of its id': root(3, (content) => {
    const [id = ''] = content.roles.root.keyids;
    content.keys[id.toUpperCase()] = content.keys[id] ?? nobody;
  }),
  'a role lists a key twice': {
    ...root(3, (content) => content.roles.timestamp.keyids.push(content.roles.timestamp.keyids[0] ?? '')),
    why: 'stricter: key ids of a role are unique (TUF specification \u00a74.3)',
  },
  'root lists a key twice, and needs two': root(3, (content) => {
    const [id = ''] = content.roles.root.keyids;
    content.roles.root.keyids = [id, id];
  }),
  'a role lists a key twice, and needs two': root(3, (content) => {
    const [id = ''] = content.roles.timestamp.keyids;
    content.roles.timestamp = { keyids: [id, id], threshold: 2 };
  }),
  'a signature is there twice': signing('timestamp', (usual) => [...usual, ...usual]),
  'a key signs twice, first wrongly': signatures((list) => [
    ...list.map(({ keyid, sig }) => ({ keyid, sig: broken(sig) })),
    ...list,
  ]),
  'a signature of an unknown key is there, too': signing('timestamp', (usual) => [
    ...usual,
    { key: longKey },
  ]),
  'a wrong signature stands beside the good one': signatures((list) => [
    { keyid: newest.timestamp[1]?.id ?? '', sig: broken(list[0]?.sig ?? '') },
    ...list,
  ]),
  'the last of the five keys signs the timestamp': signing('timestamp', () =>
    newest.timestamp.slice(4).map((key) => ({ key })),
  ),
  'the third key signs the targets': signing('targets', () =>
    newest.targets.slice(2).map((key) => ({ key })),
  ),
  'a key of root signs the timestamp': signing('timestamp', () => newest.root.map((key) => ({ key }))),
  'a key of the root before signs the timestamp': signing('timestamp', () =>
    second.timestamp.map((key) => ({ key })),
  ),
  'another key signs under the id of the right one': signing('timestamp', () => [
    { key: longKey, id: newest.timestamp[0]?.id ?? '' },
  ]),
  'nobody signs the timestamp': signing('timestamp', () => []),
  'a signature has one bit changed': signatures((list) =>
    list.map(({ keyid, sig }) => ({ keyid, sig: broken(sig) })),
  ),
  'a signature is no hex': signatures((list) => list.map(({ keyid }) => ({ keyid, sig: 'zz' }))),
  'a signature is empty': signatures((list) => list.map(({ keyid }) => ({ keyid, sig: '' }))),
  'a signature is in upper-case hex': signatures((list) =>
    list.map(({ keyid, sig }) => ({ keyid, sig: sig.toUpperCase() })),
  ),
  'a signature is PKCS #1 v1.5': signatures((list, { signed }) => {
    const key = newest.timestamp[0]?.privateKey;
    const bytes = Buffer.from(JSON.stringify(sorted(signed)));
    return list.map(({ keyid }) => ({
      keyid,
      sig: key ? signBytes('sha256', bytes, key).toString('hex') : '',
    }));
  }),
  'a PSS salt of 20 bytes': salt('timestamp', 20),
  'a PSS salt of 222 bytes': salt('timestamp', 222),
  'no PSS salt': salt('timestamp', 0),
  'a PSS salt of 20 bytes in a root': salt('root', 20),
  'an RSA key of 1024 bits signs the timestamp': {
    build: {
      edit: {
        root: (content) => {
          if (content.version !== 3) return;
          content.keys[weakKey.id] = weakKey.json;
          content.roles.timestamp.keyids = [weakKey.id];
        },
      },
      signers: (role, usual) => (role === 'timestamp' ? [{ key: weakKey }] : usual),
    },
  },
  'an RSA key of 1024 bits that no role uses': {
    ...unused(weakKey.json),
    why: 'stricter: a root with a key that can be broken is not one of Bottlerocket',
  },
  'an RSA key of 4096 bits signs the timestamp': {
    build: {
      edit: {
        root: (content) => {
          if (content.version !== 3) return;
          content.keys[longKey.id] = longKey.json;
          content.roles.timestamp.keyids = [longKey.id];
        },
      },
      signers: (role, usual) => (role === 'timestamp' ? [{ key: longKey }] : usual),
    },
  },
  'a key of an unknown type that no role uses': unused({ ...rsa, keytype: 'dsa' }),
  'a key of an unknown scheme that no role uses': unused({ ...rsa, scheme: 'rsa-pkcs1v15-sha256' }),
  'a key that is no PEM': unused({ ...rsa, keyval: { public: 'not a key' } }),
  'a key as PKCS #1 PEM': unused({
    ...rsa,
    keyval: {
      public: String(createPublicKey(rsa.keyval.public).export({ type: 'pkcs1', format: 'pem' })),
    },
  }),
  'a key whose PEM has no newline at the end': unused({
    ...rsa,
    keyval: { public: rsa.keyval.public.trim() },
  }),
  'a key with a member that nobody knows': unused(Object.assign({ ...rsa }, { note: 'x' })),
  'key ids in upper case': {
    ...{
      build: {
        edit: {
          root: (content) => {
            if (content.version !== 3) return;
            const upper = (id: string) => id.toUpperCase();
            content.keys = Object.fromEntries(
              Object.entries(content.keys).map(([id, key]) => [upper(id), key]),
            );
            for (const role of Object.values(content.roles)) role.keyids = role.keyids.map(upper);
          },
        },
        signers: (_, usual, version) =>
          version === 3 || version > 1000
            ? usual.map(({ key }) => ({ key, id: key.id.toUpperCase() }))
            : usual,
      },
    },
    why: 'stricter: tuf-js compares digests and key ids as text, so there is one spelling only',
  },
};

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
