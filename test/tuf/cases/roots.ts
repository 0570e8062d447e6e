import { buildRepository, isoSeconds, type RootContent } from '../../box/tuf-repository.ts';
import { type Answer, type Cases, inDays, keySets, longKey, rewriting, type TufCase } from '../case.ts';

const root = (version: number, change: (content: RootContent) => unknown): TufCase => ({
  build: { edit: { root: (content) => void (content.version === version && change(content)) } },
});
const answer =
  (file: string, value: Answer | readonly Answer[]) =>
  (): Readonly<Record<string, Answer | readonly Answer[]>> => ({
    [`metadata/${file}`]: value,
  });
const signedBy = (indexes: readonly number[]): TufCase => ({
  build: {
    signers: (role, usual, version) =>
      role === 'root' && version === 2 ? usual.filter((_, index) => indexes.includes(index)) : usual,
  },
});

/** TUF specification §5.2 and §5.3. In root 2 the signers 0 to 2 are those of root 1, 3 to 5 its own. */
export const rootCases: Cases = {
  'from root 1, expired long ago, over two rotations of all keys': {},
  'from root 2': { anchor: 2 },
  'from the newest root': { anchor: 3 },
  'the next root answers 404': { serve: answer('4.root.json', 404) },
  'the next root answers 410': { serve: answer('4.root.json', 410) },
  'the next root redirects to a file that answers 403': {
    serve: answer('4.root.json', (_, response) =>
      response.writeHead(302, { location: '/metadata/none' }).end(),
    ),
  },
  'the next root answers 503 twice, then 403': { serve: answer('4.root.json', [503, 503, 403]) },
  'root 2 answers 503 twice, then with the file': { serve: answer('2.root.json', [503, 503, 'file']) },
  'root 2 redirects to the file under another name': {
    serve: (built) => ({
      'metadata/2.root.json': (_, response) => response.writeHead(302, { location: '/moved' }).end(),
      moved: built.metadata.get('2.root.json') ?? 403,
    }),
  },
  'root 2 answers 400': { serve: answer('2.root.json', 400) },
  'root 2 answers 401': { serve: answer('2.root.json', 401) },
  'root 2 answers 429': { serve: answer('2.root.json', 429) },
  'root 2 answers 500': { serve: answer('2.root.json', 500) },
  'root 2: the connection is reset': { serve: answer('2.root.json', 'reset') },
  'root 2 is a web page': { serve: answer('2.root.json', Buffer.from('<html>')) },
  'root 2 is empty': { serve: answer('2.root.json', Buffer.alloc(0)) },
  'root 2 answers 204': { serve: answer('2.root.json', 204) },
  'root 2 holds root 1': {
    serve: (built) => ({ 'metadata/2.root.json': built.metadata.get('1.root.json') ?? 403 }),
  },
  'root 2 holds a well signed version 3': root(2, (content) => (content.version = 3)),
  'root 2 is hidden by 403': { serve: answer('2.root.json', 403) },
  'root 3 is hidden by 403': { serve: answer('3.root.json', 403) },
  'root 2 is signed by the old keys only': signedBy([0, 1, 2]),
  'root 2 is signed by the new keys only': signedBy([3, 4, 5]),
  'root 2 is signed by 1 of 2 old keys': signedBy([0, 3, 4, 5]),
  'root 2 is signed by 1 of 2 new keys': signedBy([0, 1, 2, 3]),
  'root 2 is signed by 2 of 3 old and 2 of 3 new keys': signedBy([1, 2, 3, 5]),
  'root 2 is that of another repository': {
    serve: () => ({
      'metadata/2.root.json':
        buildRepository({ keySets: [keySets[2], keySets[1]], targets: {} }).metadata.get('2.root.json') ??
        403,
    }),
  },
  'root 2 is cut short': {
    serve: (built) => ({
      'metadata/2.root.json': built.metadata.get('2.root.json')?.subarray(0, 900) ?? 403,
    }),
  },
  'root 2 is larger than 1 MiB': { serve: answer('2.root.json', Buffer.alloc((1 << 20) + 1, ' ')) },
  'root 2 expired before root 3': root(2, (content) => (content.expires = '2001-01-01T00:00:00Z')),
  'the newest root is expired': root(3, (content) => (content.expires = isoSeconds(inDays(-1)))),
  'the newest root is expired, and that is allowed': {
    ...root(3, (content) => (content.expires = isoSeconds(inDays(-1)))),
    allowExpired: true,
  },
  'the trusted root is signed by 1 of 2 keys': {
    build: {
      signers: (role, usual, version) => (role === 'root' && version === 1 ? usual.slice(1, 2) : usual),
    },
  },
  'the trusted root was changed by one letter': {
    build: rewriting('1.root.json', (text) => text.replace('2020-09-22', '2030-09-22')),
  },
  'root 2 has version 0': root(2, (content) => (content.version = 0)),
  'a threshold is 0': root(2, (content) => (content.roles.timestamp.threshold = 0)),
  'a threshold is negative': root(2, (content) => (content.roles.timestamp.threshold = -1)),
  'the threshold of root is above the number of its keys': root(3, (c) => (c.roles.root.threshold = 4)),
  'the threshold of timestamp is above the number of its keys': root(
    3,
    (c) => (c.roles.timestamp.threshold = 6),
  ),
  'a role is missing': {
    ...root(2, (content) => Reflect.deleteProperty(content.roles, 'snapshot')),
    why: 'stricter: a root has four roles (TUF specification \u00a74.3)',
  },
  'a role lists a key that is not there': root(3, (content) =>
    content.roles.timestamp.keyids.push('ab'.repeat(32)),
  ),
  'a role has no keys': root(3, (content) => (content.roles.snapshot.keyids = [])),
  'a root names a role that TUF does not have': root(3, (content) =>
    Object.assign(content.roles, { mirrors: { keyids: [], threshold: 1 } }),
  ),
  'consistent_snapshot is missing': root(3, (c) => Reflect.deleteProperty(c, 'consistent_snapshot')),
  'consistent_snapshot is a text': root(3, (c) => Object.assign(c, { consistent_snapshot: 'true' })),
  'no consistent snapshots: plain file names': {
    ...root(3, (content) => (content.consistent_snapshot = false)),
    serve: (built) => ({
      'metadata/snapshot.json': built.metadata.get('1790000000.snapshot.json') ?? 403,
      'metadata/targets.json': built.metadata.get('1790000000.targets.json') ?? 403,
      ...Object.fromEntries([...built.targets].map(([name, bytes]) => [`targets/${name.slice(65)}`, bytes])),
    }),
  },
  'the type of a root is another': root(2, (content) => (content._type = 'targets')),
  'a root has an RSA key of 4096 bits more': root(3, (c) => (c.keys[longKey.id] = longKey.json)),
};
