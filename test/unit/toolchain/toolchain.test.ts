import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readToolchain, type Toolchain, writeToolchain } from '../../../src/toolchain/toolchain.ts';

test('a toolchain is taken over for the same release, CLI, hypervisor and keys, and only while its tools are there', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'toolchain-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const purpose = {
    eksaVersion: 'v0.26.1',
    cliRelease: 'v0.26.1',
    hypervisor: 'vsphere',
    trust: 'a1',
  } as const;
  const toolchain: Toolchain = {
    purpose,
    imageBuilder: { path: join(folder, 'image-builder'), version: 'v0.7.0' },
    packer: { path: join(folder, 'packer'), version: '1.9.5' },
    pluginFolder: folder,
    ansible: { binFolder: folder, version: '2.15.13', pythonVersion: '3.11.2' },
    pathEntries: [folder],
    isoFolder: folder,
  };
  await writeFile(toolchain.imageBuilder.path, '');
  await writeFile(toolchain.packer.path, '');
  await writeFile(join(folder, 'ansible'), '');
  const path = await writeToolchain(toolchain, folder);

  assert.deepEqual(await readToolchain(path, purpose), toolchain);
  for (const other of [
    { eksaVersion: 'v0.26.0' },
    { cliRelease: 'v0.25.3' },
    { hypervisor: 'baremetal' as const },
    { trust: 'b2' },
  ])
    assert.equal(await readToolchain(path, { ...purpose, ...other }), undefined);
  assert.equal(await readToolchain(undefined, purpose), undefined);
  assert.equal(await readToolchain(join(folder, 'absent'), purpose), undefined);
  await rm(toolchain.packer.path);
  assert.equal(await readToolchain(path, purpose), undefined);
  await writeFile(path, '{"purpose": 1}');
  assert.equal(await readToolchain(path, purpose), undefined);
});
