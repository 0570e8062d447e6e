import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import {
  bridgeMetadataUrl,
  compiledRoot,
  knownRoots,
  publishedRootUrl,
} from '../../../src/bottlerocket/roots/known-roots.ts';
import { anchorRoots } from '../../../src/bottlerocket/trust-anchor.ts';
import { StrictVerifier } from '../../../src/bottlerocket/tuf/verifier.ts';
import { buildRepository, isoSeconds, type KeySet, makeKeySet } from '../../box/tuf-repository.ts';

const root1 = readFileSync(join(import.meta.dirname, '../../fixtures/bottlerocket/1.root.json'));
const root2 = Buffer.from(compiledRoot.body);
const metadataUrl = new URL('https://example.com/metal/');

describe("Bottlerocket's own roots", () => {
  test('the compiled-in one is the published one, byte for byte', () => {
    const sha512 = createHash('sha512').update(root2).digest('hex');
    assert.equal(knownRoots.find(({ version }) => version === compiledRoot.version)?.sha512, sha512);
  });

  test('root 1 leads to root 2 by real signatures', () => {
    const verifier = new StrictVerifier(root1, { now: new Date(), expired: 'refuse' });
    verifier.acceptRoot(root2);
    assert.equal(verifier.root.version, 2);
    assert.throws(() => verifier.finishRoots(), /root metadata .* expired on 2021-09-22/);
  });

  test('root 2 with one letter changed is refused', () => {
    const forged = Buffer.from(compiledRoot.body.replace('2021-09-22', '2031-09-22'));
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
  const anchor = (t: TestContext, at: Readonly<Record<string, Buffer | Error>>, rootFile?: Buffer) => {
    const scratch = mkdtempSync(join(tmpdir(), 'anchor-'));
    t.after(() => rmSync(scratch, { recursive: true }));
    const path = join(scratch, 'root.json');
    if (rootFile) writeFileSync(path, rootFile);
    return anchorRoots({
      metadataUrl,
      scratch,
      now: new Date(),
      expired: 'refuse',
      ...(rootFile && { rootFile: path }),
      files: {
        read: async (url) => {
          const found = at[url.href];
          if (found instanceof Error) throw found;
          return found;
        },
      },
    });
  };
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
      built.metadata.get('1.root.json'),
    );
    assert.equal(found.version, 3);
    assert.match(found.trustedBy, /the file of `root`/);
  });

  test('at the published root when its sha512 is known', async (t) => {
    await assert.rejects(anchor(t, { [publishedRootUrl]: root2 }), (error: ActionError) => {
      assert.match(error.headline, /trust anchor is too old: root 2/);
      assert.match(error.message, /sha512 is compiled in/);
      return true;
    });
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
    await assert.rejects(anchor(t, forged, built.metadata.get('1.root.json')), /root metadata .* is refused/);
  });

  test('nowhere when the newest root is over', async (t) => {
    const expires = new Date(Date.now() - 86_400_000);
    const built = buildRepository({ keySets, targets: {}, expires });
    await assert.rejects(anchor(t, roots(built), built.metadata.get('1.root.json')), (error: ActionError) => {
      assert.match(error.headline, new RegExp(`root 3, .* expired on ${isoSeconds(expires).slice(0, 10)}`));
      assert.match(error.fix ?? '', /`root`/);
      return true;
    });
  });
});
