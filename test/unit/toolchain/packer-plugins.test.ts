import assert from 'node:assert/strict';
import { mkdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { type PinnedPlugin, requiredPlugins } from '../../../src/toolchain/packer-plugin-table.ts';
import { linkPackerPlugins, obtainPackerPlugins } from '../../../src/toolchain/packer-plugins.ts';
import { zip } from '../../support/zip.ts';
import { type Setting, setTheScene, sha256 } from './release-site.ts';

const [ansible, goss]: [PinnedPlugin, PinnedPlugin] = [
  { name: 'ansible', organisation: 'hashicorp', version: '1.1.0', publisher: 'hashicorp' },
  { name: 'goss', organisation: 'YaleUniversity', version: '3.1.4', publisher: 'other' },
];
const program = ({ name, version }: PinnedPlugin) => `packer-plugin-${name}_v${version}_x5.0_linux_amd64`;
const bytesOf = (plugin: PinnedPlugin) => Buffer.from(`the plugin ${plugin.name}`);
const archiveOf = (plugin: PinnedPlugin) => zip([{ name: program(plugin), bytes: bytesOf(plugin) }]);

async function publish({ site, key }: Setting): Promise<void> {
  await site.publish(key, {
    folderUrl: 'https://releases.hashicorp.com/packer-plugin-ansible/1.1.0/',
    fileName: 'packer-plugin-ansible_1.1.0_linux_amd64.zip',
    sumsName: 'packer-plugin-ansible_1.1.0_SHA256SUMS',
    archive: archiveOf(ansible),
  });
  await site.publish(key, {
    folderUrl: 'https://github.com/YaleUniversity/packer-plugin-goss/releases/download/v3.1.4/',
    fileName: 'packer-plugin-goss_v3.1.4_x5.0_linux_amd64.zip',
    sumsName: 'packer-plugin-goss_v3.1.4_SHA256SUMS',
    archive: archiveOf(goss),
  });
}

suite('Packer plugins', () => {
  test('lie where packer init looks, the organisation in lower case, each with its bare checksum', async (context) => {
    const setting = await setTheScene(context);
    await publish(setting);

    const { folder } = await obtainPackerPlugins([ansible, goss], setting);

    for (const [plugin, place] of [
      [ansible, 'github.com/hashicorp/ansible'],
      [goss, 'github.com/yaleuniversity/goss'],
    ] as const) {
      const path = join(folder, place, program(plugin));
      assert.deepEqual(await readFile(path), bytesOf(plugin));
      assert.equal(await readFile(`${path}_SHA256SUM`, 'utf8'), sha256(bytesOf(plugin)));
      assert.equal((await stat(path)).mode & 0o777, 0o755);
    }
  });

  test('ask for nothing when they are there, and are made anew when one was changed', async (context) => {
    const setting = await setTheScene(context);
    await publish(setting);
    const { folder } = await obtainPackerPlugins([ansible, goss], setting);
    setting.site.requests.length = 0;

    assert.deepEqual(await obtainPackerPlugins([ansible, goss], setting), { folder, isHit: true });
    assert.deepEqual(setting.site.requests, []);
    await writeFile(join(folder, 'github.com/yaleuniversity/goss', program(goss)), 'damaged');
    assert.equal((await obtainPackerPlugins([ansible, goss], setting)).isHit, false);
  });

  test("of HashiCorp come from GitHub, signed as well, where HashiCorp's site does not have them", async (context) => {
    const setting = await setTheScene(context);
    await setting.site.publish(setting.key, {
      folderUrl: 'https://github.com/hashicorp/packer-plugin-ansible/releases/download/v1.1.0/',
      fileName: 'packer-plugin-ansible_v1.1.0_x5.0_linux_amd64.zip',
      sumsName: 'packer-plugin-ansible_v1.1.0_SHA256SUMS',
      archive: archiveOf(ansible),
    });
    const { folder } = await obtainPackerPlugins([ansible], setting);
    assert.deepEqual(
      await readFile(join(folder, 'github.com/hashicorp/ansible', program(ansible))),
      bytesOf(ansible),
    );
  });

  test('without a signature are compared with what their publisher says today, not with what was kept', async (context) => {
    const setting = await setTheScene(context);
    await publish(setting);
    await mkdir(setting.source.folder, { recursive: true });
    const forged = zip([{ name: program(goss), bytes: Buffer.from('forged') }]);
    await writeFile(join(setting.source.folder, 'packer-plugin-goss_v3.1.4_x5.0_linux_amd64.zip'), forged);
    await writeFile(
      join(setting.source.folder, 'packer-plugin-goss_v3.1.4_SHA256SUMS'),
      `${sha256(forged)}  packer-plugin-goss_v3.1.4_x5.0_linux_amd64.zip\n`,
    );

    const { folder } = await obtainPackerPlugins([goss], setting);

    assert.deepEqual(
      await readFile(join(folder, 'github.com/yaleuniversity/goss', program(goss))),
      bytesOf(goss),
    );
  });

  test('are lent to a home folder file by file, so that what Packer adds stays there', async (context) => {
    const setting = await setTheScene(context);
    await publish(setting);
    const { folder } = await obtainPackerPlugins([ansible, goss], setting);
    const home = join(setting.folder, 'home');

    await linkPackerPlugins(folder, home);

    const place = join(home, '.config/packer/plugins/github.com/yaleuniversity/goss');
    assert.ok((await stat(place)).isDirectory());
    assert.equal(
      await readlink(join(place, program(goss))),
      join(folder, 'github.com/yaleuniversity/goss', program(goss)),
    );
    assert.equal(await readFile(join(place, `${program(goss)}_SHA256SUM`), 'utf8'), sha256(bytesOf(goss)));
  });

  test('are those that upstream asks for, by release and hypervisor', () => {
    const names = (release: string, hypervisor: Parameters<typeof requiredPlugins>[1]) =>
      requiredPlugins(release, hypervisor, undefined).map(({ name, version }) => `${name} ${version}`);
    assert.deepEqual(names('v0.16.3', 'baremetal'), []);
    assert.deepEqual(names('v0.18.7', 'vsphere'), ['ansible 1.1.0']);
    assert.deepEqual(names('v0.19.0', 'baremetal'), ['ansible 1.1.0', 'goss 3.1.4']);
    assert.deepEqual(names('v0.26.1', 'vsphere'), ['ansible 1.1.0', 'goss 3.1.4', 'vsphere 1.4.2']);
    assert.deepEqual(names('v0.26.1', 'nutanix'), ['ansible 1.1.0', 'goss 3.1.4', 'nutanix 0.8.1']);
    assert.deepEqual(names('v0.22.0', 'cloudstack'), ['ansible 1.1.0', 'goss 3.1.4', 'qemu 1.1.0']);
    const stated = { ansible: '1.1.2', goss: '3.2.14', nutanix: '0.9.0' };
    assert.deepEqual(
      requiredPlugins('v0.27.0', 'baremetal', stated).map(({ version }) => version),
      ['1.1.2', '3.2.14'],
    );
  });
});
