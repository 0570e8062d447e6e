import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { obtainPacker } from '../../../src/toolchain/packer.ts';
import { createPgpKey } from '../../support/pgp-key.ts';
import { zip } from '../../support/zip.ts';
import {
  packerFolder,
  packerScript,
  packerSums,
  packerZip,
  publishPacker,
  type Setting,
  setTheScene,
} from './release-site.ts';

function obtain({ store, source }: Setting, environment: NodeJS.ProcessEnv = {}) {
  return obtainPacker({ version: '1.9.5', store, source, environment });
}

async function installOnPath(folder: string, script: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'packer'), script);
  await chmod(join(folder, 'packer'), 0o755);
  return folder;
}

suite('Packer', () => {
  test('comes from a signed release, and a second time from the store without a request', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker(setting);

    const first = await obtain(setting);
    const requests = setting.site.requests.length;
    const second = await obtain(setting);

    assert.equal(first.origin, 'download');
    assert.match(execFileSync(first.path, ['version'], { encoding: 'utf8' }), /^Packer v1\.9\.5\n/);
    assert.deepEqual([requests, setting.site.requests.length], [3, 3]);
    assert.deepEqual(second, { ...first, origin: 'store' });
  });

  test('comes from kept archives when their signature is right, and not when they were changed', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker(setting);
    await obtain(setting);
    const elsewhere = { ...setting, store: (await setTheScene(context)).store };
    setting.site.requests.length = 0;

    await obtain(elsewhere);
    assert.deepEqual(setting.site.requests, []);

    const third = { ...setting, store: (await setTheScene(context)).store };
    await writeFile(join(setting.source.folder, packerZip), 'something else');
    await writeFile(join(setting.source.folder, packerSums), `${'0'.repeat(64)}  ${packerZip}\n`);
    await obtain(third);
    assert.deepEqual(setting.site.requests, [
      `${packerFolder}${packerSums}`,
      `${packerFolder}${packerSums}.sig`,
      `${packerFolder}${packerZip}`,
    ]);
  });

  test('is taken from PATH in the very version that is needed, whatever stands before it', async (context) => {
    const setting = await setTheScene(context);
    const path = [
      await installOnPath(join(setting.folder, 'newer'), packerScript('1.15.0')),
      // cracklib's packer waits for words on its standard input.
      await installOnPath(join(setting.folder, 'cracklib'), Buffer.from('#!/bin/sh\ncat >/dev/null\n')),
      await installOnPath(join(setting.folder, 'right'), packerScript('1.9.5')),
    ].join(':');

    const packer = await obtain(setting, { PATH: path });

    assert.deepEqual([packer.version, packer.origin], ['1.9.5', 'path']);
    assert.equal(await realpath(packer.path), join(setting.folder, 'right', 'packer'));
    assert.deepEqual(
      await readdir(dirname(packer.path)),
      ['packer'],
      'nothing else of its folder comes along',
    );
    assert.deepEqual(setting.site.requests, []);
  });

  test('is refused when the checksums are signed by another key', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker({ ...setting, key: await createPgpKey() });
    await assert.rejects(
      obtain(setting),
      /^ActionError: The checksums of Packer 1\.9\.5 are not signed by the key [0-9a-f]{40}\./,
    );
    assert.ok(!setting.site.requests.includes(`${packerFolder}${packerZip}`));
  });

  test('is refused when the signature is no signature, or of other checksums', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker(setting);
    const signature = `${packerFolder}${packerSums}.sig`;
    for (const bytes of [Buffer.from('not a signature'), await setting.key.sign(Buffer.from('other'))]) {
      setting.site.files.set(signature, bytes);
      await assert.rejects(obtain(setting), /are not signed by the key/);
    }
  });

  test('is refused when the key had expired before it signed, not when it expired since', async (context) => {
    const key = await createPgpKey(new Date('2021-04-19T00:00:00Z'));
    const setting = await setTheScene(context, key);
    const signedAt = new Date('2023-11-01T00:00:00Z');
    await publishPacker({ ...setting, key: { ...key, sign: (bytes) => key.sign(bytes, signedAt) } });
    const day = 86_400;
    const withKey = (armored: string) => ({ ...setting, source: { ...setting.source, key: { armored } } });

    const outdated = withKey(await key.expiring(365 * day));
    await assert.rejects(obtain(outdated), /are not signed by the key [\s\S]*expired/);
    assert.equal((await obtain(withKey(await key.expiring(4 * 365 * day)))).origin, 'download');
  });

  test('is refused when the archive is not the one of the checksums', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker(setting);
    setting.site.files.set(
      `${packerFolder}${packerZip}`,
      zip([{ name: 'packer', bytes: packerScript('6.6.6') }]),
    );
    await assert.rejects(obtain(setting), /is not the published file/);
  });

  test('is refused when the checksums name no archive for this platform', async (context) => {
    const setting = await setTheScene(context);
    await setting.site.publish(setting.key, {
      folderUrl: packerFolder,
      fileName: packerZip,
      sumsName: packerSums,
      archive: Buffer.from(''),
      sums: `${'0'.repeat(64)}  packer_1.9.5_linux_arm64.zip\n`,
    });
    await assert.rejects(obtain(setting), /has no checksum for packer_1\.9\.5_linux_amd64\.zip/);
  });

  const regular = { name: 'packer', bytes: packerScript('1.9.5') };
  const archives = {
    'leads out of the folder': zip([regular, { name: '../../outside', bytes: Buffer.from('x') }]),
    'has an absolute name': zip([{ name: '/tmp/outside', bytes: Buffer.from('x') }, regular]),
    'holds a symbolic link in the place of the program': zip([
      { name: 'packer', bytes: Buffer.from('/bin/sh'), mode: 0o120777 },
    ]),
    'holds the program twice': zip([regular, regular]),
    'holds no program': zip([{ name: 'bin/packer', bytes: Buffer.from('x') }]),
    'is cut off': zip([regular]).subarray(0, 60),
    'is no archive': Buffer.from('<html>'),
  };
  for (const [problem, archive] of Object.entries(archives)) {
    test(`is refused when its archive ${problem}, and leaves nothing behind`, async (context) => {
      const setting = await setTheScene(context);
      await publishPacker(setting, archive);
      await assert.rejects(obtain(setting), /^ActionError: The archive of Packer 1\.9\.5 cannot be used: /);
      assert.deepEqual(await readdir(join(setting.folder, 'store', 'packer')), []);
      assert.deepEqual((await readdir(setting.folder)).sort(), ['archives', 'store']);
    });
  }

  test('is refused when the program says that it is another version', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker(setting, zip([{ name: 'packer', bytes: packerScript('1.15.0') }]));
    await assert.rejects(obtain(setting), /says that it is 1\.15\.0\./);
  });

  test('is fetched again when the one in the store was changed', async (context) => {
    const setting = await setTheScene(context);
    await publishPacker(setting);
    const first = await obtain(setting);
    await writeFile(first.path, 'damaged');

    const again = await obtain(setting);

    assert.equal(again.origin, 'download');
    assert.deepEqual(await readFile(again.path), packerScript('1.9.5'));
  });
});
