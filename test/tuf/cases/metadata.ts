import {
  isoSeconds,
  type MetaContent,
  type RepositorySpec,
  type TargetsContent,
} from '../../box/tuf-repository.ts';
import { type Cases, imageName, inDays, rewriting, roleVersion, type TufCase } from '../case.ts';

type Edit = NonNullable<RepositorySpec['edit']>;
const timestamp = (change: (content: MetaContent) => unknown): TufCase => ({
  build: { edit: { timestamp: (content) => void change(content) } satisfies Edit },
});
const snapshot = (change: (content: MetaContent) => unknown): TufCase => ({
  build: { edit: { snapshot: (content) => void change(content) } satisfies Edit },
});
const targets = (change: (content: TargetsContent) => unknown): TufCase => ({
  build: { edit: { targets: (content) => void change(content) } satisfies Edit },
});
const rewritten = (file: string, from: string, to: string): TufCase => ({
  build: rewriting(file, (text) => text.replace(from, to)),
});
const answer = (file: string, value: number | Buffer): TufCase => ({
  serve: () => ({ [`metadata/${file}`]: value }),
});
const snapshotFile = `${roleVersion}.snapshot.json`;
const targetsFile = `${roleVersion}.targets.json`;
const digest = 'ab'.repeat(32);
const meta = (content: MetaContent, name: string) => content.meta[name] ?? { version: 0 };
const hashesOf = (content: TargetsContent) => content.targets[imageName] ?? { length: 0, hashes: {} };
const expiring = (expires: string): TufCase => timestamp((content) => (content.expires = expires));

/** TUF specification §4.4 to §4.6 and §5.4 to §5.6. */
export const metadataCases: Cases = {
  'the timestamp is expired': timestamp((content) => (content.expires = isoSeconds(inDays(-1)))),
  'the snapshot is expired': snapshot((content) => (content.expires = isoSeconds(inDays(-1)))),
  'the targets are expired': targets((content) => (content.expires = isoSeconds(inDays(-1)))),
  'everything is expired, and that is allowed': { build: { expires: inDays(-1) }, allowExpired: true },
  '`expires` has a fraction of nine digits': expiring('2099-01-01T00:00:00.123456789Z'),
  '`expires` has the offset +00:00': expiring('2099-01-01T00:00:00+00:00'),
  '`expires` has the offset +02:00': expiring('2099-01-01T00:00:00+02:00'),
  '`expires` has a lower-case t and z': expiring('2099-01-01t00:00:00z'),
  '`expires` has a space for the T': expiring('2099-01-01 00:00:00Z'),
  '`expires` has no zone': expiring('2099-01-01T00:00:00'),
  '`expires` is a date': expiring('2099-01-01'),
  '`expires` is a word': expiring('never'),
  '`expires` is in a thirteenth month': expiring('2099-13-01T00:00:00Z'),
  '`expires` is a 30th of February': expiring('2099-02-30T00:00:00Z'),
  '`expires` is missing': timestamp((content) => Reflect.deleteProperty(content, 'expires')),
  '`spec_version` is 1.0': timestamp((content) => (content.spec_version = '1.0')),
  '`spec_version` is 2.0.0': {
    ...timestamp((content) => (content.spec_version = '2.0.0')),
    why: 'stricter: another major version may mean other rules (TUF specification §4.3, spec_version)',
  },
  '`spec_version` is 1.2.3.4': {
    ...timestamp((content) => (content.spec_version = '1.2.3.4')),
    why: 'stricter: no version of the specification is written so, and tuf-js refuses it',
  },
  '`spec_version` is missing': timestamp((content) => Reflect.deleteProperty(content, 'spec_version')),
  'the timestamp names two files': timestamp((content) => (content.meta['other.json'] = { version: 1 })),
  'the timestamp names none': timestamp((content) => (content.meta = {})),
  'the snapshot does not name the targets': snapshot((content) => (content.meta = {})),
  'the snapshot names a file more': snapshot((content) => (content.meta['role.json'] = { version: 1 })),
  'the snapshot is one byte longer than signed': timestamp((c) => {
    meta(c, 'snapshot.json').length = (meta(c, 'snapshot.json').length ?? 0) - 1;
  }),
  'the snapshot is one byte shorter than signed': {
    ...timestamp((c) => {
      meta(c, 'snapshot.json').length = (meta(c, 'snapshot.json').length ?? 0) + 1;
    }),
    why: 'stricter: a signed length is the length (TUF specification §5.5.2)',
  },
  'the snapshot has another sha256 than signed': timestamp((c) => {
    meta(c, 'snapshot.json').hashes = { sha256: digest };
  }),
  'the targets have another sha256 than signed': snapshot((c) => {
    meta(c, 'targets.json').hashes = { sha256: digest };
  }),
  'digests of metadata are in upper case': {
    ...timestamp((c) => {
      const { hashes = {} } = meta(c, 'snapshot.json');
      hashes['sha256'] = hashes['sha256']?.toUpperCase() ?? '';
    }),
    why: 'stricter: tuf-js compares digests and key ids as text, so there is one spelling only',
  },
  'neither length nor digest of metadata is stated': {
    build: {
      edit: {
        timestamp: (content) => (content.meta = { 'snapshot.json': { version: roleVersion } }),
        snapshot: (content) => (content.meta = { 'targets.json': { version: roleVersion } }),
      },
    },
  },
  'the digests of metadata are an empty list': timestamp((c) => (meta(c, 'snapshot.json').hashes = {})),
  'the digests of metadata are sha512 only': timestamp((c) => {
    meta(c, 'snapshot.json').hashes = { sha512: 'ab'.repeat(64) };
  }),
  'the snapshot has another version than the timestamp says': timestamp((content) => {
    content.meta = { 'snapshot.json': { version: roleVersion - 1 } };
  }),
  'the targets have another version than the snapshot says': {
    ...snapshot((content) => (content.meta = { 'targets.json': { version: roleVersion - 1 } })),
    serve: (built) => ({
      [`metadata/${roleVersion - 1}.targets.json`]: built.metadata.get(targetsFile) ?? 403,
    }),
  },
  'the old snapshot is served': {
    ...timestamp((content) => (content.meta = { 'snapshot.json': { version: roleVersion + 1 } })),
    serve: (built) => ({
      [`metadata/${roleVersion + 1}.snapshot.json`]: built.metadata.get(snapshotFile) ?? 403,
    }),
  },
  'the timestamp is a snapshot': {
    serve: (built) => ({ 'metadata/timestamp.json': built.metadata.get(snapshotFile) ?? 403 }),
  },
  'a version is 0': timestamp((content) => (content.version = 0)),
  'a version is negative': timestamp((content) => (content.version = -1)),
  'a version is a text': timestamp((content) => Object.assign(content, { version: '1790000000' })),
  'a version is written with .0': rewritten(
    'timestamp.json',
    `"version": ${roleVersion},`,
    `"version": ${roleVersion}.0,`,
  ),
  'a number above 2^53 in a field that nobody knows': {
    ...timestamp((content) => Object.assign(content, { x: 2 ** 60 })),
    why: 'stricter: JavaScript cannot hold every such number',
  },
  'a target has no sha256, but sha512': targets((content) => {
    content.targets['x'] = { length: 1, hashes: { sha512: 'ab'.repeat(64) } };
  }),
  'a target has no digests': targets((content) => {
    Object.assign(content.targets, { x: { length: 1 } });
  }),
  'a target has no length': targets((content) => {
    Object.assign(content.targets, { x: { hashes: { sha256: digest } } });
  }),
  'the sha256 of a target is too short': {
    ...targets((content) => {
      content.targets['x'] = { length: 1, hashes: { sha256: 'abcd' } };
    }),
    why: 'stricter: it can be no sha256',
  },
  'sha512 stands before sha256': targets((content) => {
    hashesOf(content).hashes = { sha512: 'ab'.repeat(64), ...hashesOf(content).hashes };
  }),
  'sha256 is right, sha512 wrong': targets((content) => {
    hashesOf(content).hashes['sha512'] = 'ab'.repeat(64);
  }),
  'the sha256 of the image is in upper case': {
    ...{
      ...targets((c) => {
        hashesOf(c).hashes['sha256'] = hashesOf(c).hashes['sha256']?.toUpperCase() ?? '';
      }),
    },
    why: 'stricter: tuf-js compares digests and key ids as text, so there is one spelling only',
  },
  'the key `version` is there twice': rewritten('timestamp.json', '"version":', '"version": 1, "version":'),
  'the key `signed` is there twice': rewritten('timestamp.json', '"signed":', '"signed": {}, "signed":'),
  'a target is there twice': {
    ...rewritten(
      targetsFile,
      '"targets": {',
      `"targets": { "${imageName}": {"length": 1, "hashes": {"sha256": "${digest}"}},`,
    ),
    why: 'stricter: two readers could take different ones',
  },
  'fields that nobody knows': targets((content) => Object.assign(content, { x: { a: ['ü', null, true] } })),
  'a fraction in a field that nobody knows': timestamp((content) => Object.assign(content, { x: 1.5 })),
  'an exponent in a field that nobody knows': {
    build: {
      edit: { timestamp: (content) => void Object.assign(content, { x: 1000 }) },
      ...rewriting('timestamp.json', (text) => text.replace('"x": 1000', '"x": 1e3')),
    },
  },
  'a member beside `signed` and `signatures`': {
    ...rewritten('timestamp.json', '{', '{ "x": 1,'),
    why: 'stricter: nobody signs it (TUF specification \u00a74.2)',
  },
  'a member named __proto__': {
    ...timestamp((content) =>
      Object.defineProperty(content, '__proto__', { value: { version: 7 }, enumerable: true }),
    ),
    why: 'stricter: such a name is an attack on JavaScript, and Bottlerocket has none',
  },
  'text that is not in NFC': timestamp((content) => Object.assign(content, { x: 'e\u0301' })),
  'a lone surrogate': rewritten('timestamp.json', '"expires"', '"x": "\\ud800", "expires"'),
  'a newline at the end': { build: rewriting('timestamp.json', (text) => `${text}\n`) },
  'something behind the JSON': { build: rewriting('timestamp.json', (text) => `${text}x`) },
  'a byte order mark': { build: rewriting('timestamp.json', (text) => `\ufeff${text}`) },
  'UTF-16': { build: rewriting('timestamp.json', (text) => Buffer.from(text, 'utf16le')) },
  'a byte that is no UTF-8': {
    build: rewriting('timestamp.json', (text) =>
      Buffer.from(text.replace('timestamp', 't\xffmestamp'), 'latin1'),
    ),
  },
  'JSON nested 200 deep': timestamp((content) => {
    Object.assign(content, { x: JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown });
  }),
  'one letter of the targets was changed': {
    serve: (built) => ({
      [`metadata/${targetsFile}`]: Buffer.from(
        String(built.metadata.get(targetsFile)).replace('v1.64.0', 'v1.64.1'),
      ),
    }),
  },
  'the timestamp answers 403': answer('timestamp.json', 403),
  'the snapshot answers 404': answer(snapshotFile, 404),
  'the targets answer 403': answer(targetsFile, 403),
  'the targets answer 500': answer(targetsFile, 500),
  'the timestamp is larger than 1 MiB': answer('timestamp.json', Buffer.alloc((1 << 20) + 1, ' ')),
  'delegations without roles': targets((content) => {
    Object.assign(content, { delegations: { keys: {}, roles: [] } });
  }),
  'a delegation': {
    ...{
      ...targets((content) => {
        const role = { name: 'x', keyids: [digest], threshold: 1, paths: ['*'], terminating: false };
        Object.assign(content, { delegations: { keys: {}, roles: [role] } });
      }),
    },
    why: 'stricter: Bottlerocket has none, and what is not used is not trusted',
  },
};
