import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { compiledRoots } from '../../../src/bottlerocket/roots/compiled-roots.ts';
import {
  bridgeMetadataUrl,
  knownRoots,
  publishedRootUrl,
} from '../../../src/bottlerocket/roots/known-roots.ts';
import { type AnchorOptions, anchorRoots } from '../../../src/bottlerocket/trust-anchor.ts';
import { StrictVerifier } from '../../../src/bottlerocket/tuf/verifier.ts';
import { buildRepository, isoSeconds, type KeySet, makeKeySet } from '../../box/tuf-repository.ts';

const root1 = readFileSync(join(import.meta.dirname, '../../fixtures/bottlerocket/1.root.json'));
const root2 = Buffer.from(compiledRoots[0].body);
const metadataUrl = new URL('https://example.com/metal/');

describe("Bottlerocket's own roots", () => {
  test('those that are compiled in are published ones, byte for byte', () => {
    for (const { version, date, body } of compiledRoots) {
      const sha512 = createHash('sha512').update(body).digest('hex');
      assert.deepEqual(
        knownRoots.find((root) => root.version === version),
        { version, date, sha512 },
      );
    }
  });

  test('root 1 leads to root 2 by real signatures', () => {
    const verifier = new StrictVerifier(root1, { now: new Date(), expired: 'refuse' });
    verifier.acceptRoot(root2);
    assert.equal(verifier.root.version, 2);
    assert.throws(() => verifier.finishRoots(), /root metadata .* expired on 2021-09-22/);
  });

  test('root 2 with one letter changed is refused', () => {
    const forged = Buffer.from(compiledRoots[0].body.replace('2021-09-22', '2031-09-22'));
    assert.throws(
      () => new StrictVerifier(forged, { now: new Date(), expired: 'allow' }),
      /0 of the 2 signatures/,
    );
  });

  test('are listed in order, each a sha512', (t) => {
    assert.deepEqual(
      knownRoots.map(({ version }) => version),
      [2, 3, 4, 5, 6, 7, 8],
    );
    for (const { sha512 } of knownRoots) assert.match(sha512, /^[0-9a-f]{128}$/);
    const newest = new Date(knownRoots.at(-1)?.date ?? '');
    const days = Math.floor((Date.now() - newest.getTime()) / 86_400_000);
    t.diagnostic(`the newest known root is ${days} days old; AWS replaces it every August`);
  });
});

describe('trust begins', () => {
  let keySets: readonly KeySet[];
  before(async () => {
    keySets = await Promise.all([makeKeySet(), makeKeySet(), makeKeySet()]);
  });
  const filesAt = (at: Readonly<Record<string, Buffer | Error>>) => ({
    read: async (url: URL) => {
      const found = at[url.href];
      if (found instanceof Error) throw found;
      return found;
    },
  });
  const anchor = (
    t: TestContext,
    at: Readonly<Record<string, Buffer | Error>>,
    options: Partial<AnchorOptions> & { readonly root?: Buffer | undefined } = {},
  ) => {
    const { root, ...rest } = options;
    const scratch = mkdtempSync(join(tmpdir(), 'anchor-'));
    t.after(() => rmSync(scratch, { recursive: true }));
    const rootFile = join(scratch, 'root.json');
    if (root) writeFileSync(rootFile, root);
    return anchorRoots({
      metadataUrl,
      now: new Date(),
      expired: 'refuse',
      ...(root && { rootFile }),
      files: filesAt(at),
      ...rest,
    });
  };
  /** The roots of a repository as if they were compiled in. */
  const compiledFrom = (repository: ReturnType<typeof buildRepository>, ...versions: number[]) =>
    versions.map((version) => ({
      version,
      date: '2020-01-01',
      body: String(repository.metadata.get(`${version}.root.json`)),
    }));
  const rootOf = (repository: ReturnType<typeof buildRepository>, version: number) =>
    repository.metadata.get(`${version}.root.json`) ?? Buffer.alloc(0);
  const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('hex');
  const roots = (repository: ReturnType<typeof buildRepository>, base = metadataUrl.href) =>
    Object.fromEntries(
      [...repository.metadata]
        .filter(([name]) => name.endsWith('.root.json'))
        .map(([name, bytes]) => [base + name, bytes]),
    );

  test("at the user's file, and nothing else is asked for then", async (t) => {
    const built = buildRepository({ keySets, targets: {} });
    const found = await anchor(
      t,
      { ...roots(built), [publishedRootUrl]: new Error('not to be asked') },
      { root: rootOf(built, 1) },
    );
    assert.equal(found.version, 3);
    assert.match(found.trustedBy, /the file of `root`/);
  });

  test('not at a file that is no root, which is said as such', async (t) => {
    const web = Buffer.from('<html>');
    await assert.rejects(
      anchor(t, {}, { root: web }),
      /The file of `root` is no root\.json that signs itself/,
    );
    await assert.rejects(anchor(t, {}, { rootFile: '/none' }), /The file of `root` cannot be read: \/none/);
  });

  test('at the newest root that is compiled in, and the published one is not asked for then', async (t) => {
    const built = buildRepository({ keySets, targets: {} });
    const at = { ...roots(built), [publishedRootUrl]: new Error('not to be asked') };
    const found = await anchor(t, at, { compiled: compiledFrom(built, 1, 2) });
    assert.equal(found.version, 3);
    assert.match(found.trustedBy, /^root 2, compiled in \(2020-01-01\)$/);
  });

  test('at the published root when the build-tooling commit that is signed records its sha512', async (t) => {
    const built = buildRepository({ keySets, targets: {} });
    const published = rootOf(built, 3);
    const found = await anchor(
      t,
      { [publishedRootUrl]: published },
      { recordedRootSum: async () => sha512(published) },
    );
    assert.equal(found.version, 3);
    assert.match(found.trustedBy, /whose sha512 stands in the build-tooling commit that the bundle signs/);
  });

  test('not at a published root that another commit records, or when git fails', async (t) => {
    const published = rootOf(buildRepository({ keySets, targets: {} }), 3);
    for (const recordedRootSum of [
      async () => 'ab'.repeat(64),
      async () => undefined,
      () => Promise.reject(new ActionError('git cannot read the commit')),
    ]) {
      await assert.rejects(
        anchor(t, { [publishedRootUrl]: published }, { recordedRootSum }),
        /trust anchor is too old: root 2[\s\S]*(none of the roots that this version knows|git cannot read)/,
      );
    }
  });

  test('nowhere when the newest root of all is over: then no other anchor helps, and the error says so', async (t) => {
    const expires = new Date(Date.now() - 86_400_000);
    const published = rootOf(buildRepository({ keySets, targets: {}, expires }), 3);
    const recordedRootSum = async () => sha512(published);
    const at = { [publishedRootUrl]: published };
    await assert.rejects(
      anchor(t, at, { recordedRootSum }),
      /^ActionError: The root metadata of the Bottlerocket repository expired on/,
    );
    const { version } = await anchor(t, at, { recordedRootSum, expired: 'allow' });
    assert.equal(version, 3);
  });

  test('nowhere when the way to the repository is blocked, and the error is that of the network', async (t) => {
    const blocked = { [`${metadataUrl.href}3.root.json`]: new ActionError('no way there') };
    await assert.rejects(anchor(t, blocked), /^ActionError: no way there/);
  });

  test('at an older root of a stale mirror only as far as it leads', async (t) => {
    await assert.rejects(anchor(t, { [publishedRootUrl]: root2 }), /trust anchor is too old: root 2/);
  });

  test('at the oldest root, by way of an older repository that has the whole chain', async (t) => {
    const built = buildRepository({ keySets, targets: {} });
    const found = await anchor(t, roots(built, bridgeMetadataUrl), { compiled: compiledFrom(built, 1) });
    assert.equal(found.version, 3);
    assert.equal(found.chain.length, 3);
  });

  test('at the compiled-in root when the published one is unknown or out of reach, by way of an older repository', async (t) => {
    const foreign = buildRepository({ keySets, targets: {} }).metadata.get('3.root.json') ?? Buffer.alloc(0);
    for (const published of [foreign, new ActionError('no way there')]) {
      const asked: string[] = [];
      const at = new Proxy<Record<string, Buffer | Error>>(
        { [publishedRootUrl]: published },
        {
          get: (target, name) => {
            asked.push(String(name));
            return target[String(name)];
          },
        },
      );
      await assert.rejects(anchor(t, at), (error: ActionError) => {
        assert.match(error.headline, /trust anchor is too old: root 2/);
        assert.match(
          error.message,
          published === foreign ? /none of the roots that this version knows/ : /no way there/,
        );
        return true;
      });
      assert.ok(asked.includes(`${metadataUrl.href}3.root.json`));
      assert.ok(asked.includes(`${bridgeMetadataUrl}3.root.json`));
    }
  });

  test('nowhere when a root on the way is forged', async (t) => {
    const built = buildRepository({ keySets, targets: {} });
    const forged = { ...roots(built), [`${metadataUrl.href}2.root.json`]: root2 };
    await assert.rejects(anchor(t, forged, { root: rootOf(built, 1) }), /root metadata .* is refused/);
  });

  test('nowhere when the newest root is over', async (t) => {
    const expires = new Date(Date.now() - 86_400_000);
    const built = buildRepository({ keySets, targets: {}, expires });
    await assert.rejects(anchor(t, roots(built), { root: rootOf(built, 1) }), (error: ActionError) => {
      assert.match(error.headline, new RegExp(`root 3, .* expired on ${isoSeconds(expires).slice(0, 10)}`));
      assert.match(error.fix ?? '', /`root`/);
      return true;
    });
  });
});
