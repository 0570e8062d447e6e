import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { compileRoot } from '../../../scripts/compiled-roots.ts';
import { type Box, startBox } from '../../box/box.ts';

const projectRoot = resolve(import.meta.dirname, '../../..');
const compiledHere = join(projectRoot, 'src/bottlerocket/roots');

describe('the roots that are compiled in', () => {
  let box: Box;
  let scratch: string;
  let folder: string;
  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'compiled-roots-'));
    box = await startBox({ scratch });
    folder = join(scratch, 'roots');
    cpSync(compiledHere, folder, { recursive: true });
  });
  after(async () => {
    await box[Symbol.asyncDispose]();
    rmSync(scratch, { recursive: true, force: true });
  });
  const sumOf = (bytes: Buffer) => createHash('sha512').update(bytes).digest('hex');

  test('gain the published one, byte for byte, in the folder of its date', async () => {
    const published = await box.bottlerocket.root(3);
    const known = [{ version: 3, date: '2026-08-04', sha512: sumOf(published) }];
    assert.equal(compileRoot(published, known, folder), join('2026-08-04', 'root-3.ts'));
    const { compiledRoots } = (await import(pathToFileURL(join(folder, 'compiled-roots.ts')).href)) as {
      readonly compiledRoots: ReadonlyArray<{ readonly version: number; readonly body: string }>;
    };
    assert.deepEqual(
      compiledRoots.map(({ version }) => version),
      [2, 3],
    );
    assert.equal(compiledRoots[1]?.body, published.toString());
  });

  test('do not gain one whose sha512 is unknown, that is over, or that is of another version', async () => {
    const published = await box.bottlerocket.root(3);
    const old = await box.bottlerocket.root(1);
    const knownAs = (version: number, bytes: Buffer) => [
      { version, date: '2027-08-01', sha512: sumOf(bytes) },
    ];
    assert.throws(() => compileRoot(published, [], folder), /which is none of known-roots\.ts/);
    assert.throws(() => compileRoot(old, knownAs(1, old), folder), /root metadata .* expired on/);
    assert.throws(
      () => compileRoot(published, knownAs(4, published), folder),
      /version 4, but it is version 3/,
    );
    assert.ok(!readdirSync(folder).includes('2027-08-01'));
  });

  test('are refreshed by a script that leaves everything as it was when the host serves another root', async () => {
    const before = readFileSync(join(compiledHere, 'compiled-roots.ts'), 'utf8');
    const script = join(projectRoot, 'scripts/refresh-roots.ts');
    const child = spawn(process.execPath, [script, '--ca-bundle', box.interceptingCa], {
      env: { ...process.env, https_proxy: box.proxyUrl, no_proxy: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close') as Promise<[number]>]);
    assert.equal(code, 1, said);
    // The box signs its roots anew each time.
    assert.match(said, /has the sha512 [0-9a-f]{128}, which is none of known-roots\.ts/);
    assert.equal(readFileSync(join(compiledHere, 'compiled-roots.ts'), 'utf8'), before);
  });
});
