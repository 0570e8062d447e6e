import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { configKeys } from '../../../src/image-builder/config-keys.ts';
import { type Hypervisor, hypervisors } from '../../../src/plan/node-image-spec.ts';
import { supportedConfigKeys } from '../../../src/release/support-config-keys.ts';
import { supportMatrix } from '../../../src/release/support-matrix.ts';

const branches = path.join(import.meta.dirname, '../../fixtures/build-tooling/branches');
const lines = ['0.16', '0.17', '0.18', '0.19', '0.20', '0.21', '0.22', '0.23', '0.24', '0.25', '0.26'];

/** A file of the branch of a release line, or undefined where the branch has none. */
function branchFile(line: string, name: string): string | undefined {
  try {
    return readFileSync(path.join(branches, `release-${line}`, name), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** `ubuntu 22.04 efi`, … for one hypervisor. */
function targets(version: string, hypervisor: string): readonly string[] {
  return supportMatrix(version)
    .targets.filter((target) => target.hypervisor === hypervisor)
    .map(({ os, osVersion, firmwares }) => [os, osVersion, firmwares.join('|')].join(' ').trim());
}

/** What the commit of each release says, read from its files. */
const releases: Readonly<Record<string, ReleaseFacts>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../fixtures/release-facts.json'), 'utf8'),
);

interface ReleaseFacts {
  readonly cliVersion: string;
  readonly channels: readonly string[];
  readonly flags: readonly string[];
  readonly configKeys: Readonly<Record<Hypervisor, readonly string[]>>;
  /** Empty before v0.17.0, whose CLI has no choice. */
  readonly ubuntuVersions: readonly string[];
  readonly redhatVersions: readonly string[];
  /** Nothing before v0.19.0. */
  readonly required: Readonly<Record<RequiredName, string>> | null;
}

type RequiredName = 'ansible' | 'packer' | 'pluginAnsible' | 'pluginGoss' | 'pluginNutanix' | 'python';

/** A field of a struct that upstream embeds by mistake: what `additional-files` is for is a file of its own. */
const notConfig = 'files';

for (const [version, facts] of Object.entries(releases)) {
  test(`what is known of ${version} is what its commit says`, () => {
    const { tools, ...matrix } = supportMatrix(version);
    assert.equal(matrix.imageBuilderVersion.replace(/^v?/, 'v'), facts.cliVersion.replace(/^v?/, 'v'));
    assert.deepEqual(matrix.releaseChannels, facts.channels);
    assert.deepEqual(matrix.flags.toSorted(), facts.flags.toSorted());
    for (const hypervisor of hypervisors) {
      const keys = facts.configKeys[hypervisor].filter((key) => key !== notConfig);
      assert.deepEqual(matrix.configKeys[hypervisor].toSorted(), keys.toSorted(), hypervisor);
    }
    const versions = (os: string) => [
      ...new Set(matrix.targets.filter((target) => target.os === os).map(({ osVersion }) => osVersion)),
    ];
    if (facts.ubuntuVersions.length > 0) assert.deepEqual(versions('ubuntu').sort(), facts.ubuntuVersions);
    if (facts.redhatVersions.length > 0) assert.deepEqual(versions('redhat').sort(), facts.redhatVersions);
    const { required } = facts;
    if (required === null) return;
    assert.equal(tools.ansible, required.ansible);
    assert.equal(tools.packer, required.packer);
    const { pluginAnsible, pluginGoss, pluginNutanix } = required;
    assert.deepEqual(tools.plugins, { ansible: pluginAnsible, goss: pluginGoss, nutanix: pluginNutanix });
    assert.equal(`${tools.oldestPython}.0`, required.python);
  });
}

test('Bottlerocket has a raw image up to the channel that the table says', () => {
  for (const line of lines) {
    const releases = parse(branchFile(line, 'BOTTLEROCKET_RELEASES') ?? '') as Record<string, object>;
    const raw = Object.keys(releases).filter((channel) => 'raw-release-version' in (releases[channel] ?? {}));
    const { lastRawChannel } = supportMatrix(`v${line}.0`).bottlerocket;
    for (const channel of raw)
      assert.ok(Number(channel.slice(2)) <= Number(lastRawChannel.slice(2)), channel);
  }
});

test('systems, versions and firmware come and go with the releases', () => {
  assert.deepEqual(targets('v0.16.5', 'vsphere'), ['ubuntu 20.04', 'redhat 8']);
  assert.deepEqual(targets('v0.17.0', 'nutanix'), ['ubuntu 20.04 bios', 'ubuntu 22.04 bios']);
  assert.deepEqual(targets('v0.20.0', 'baremetal'), [
    'ubuntu 20.04 efi',
    'ubuntu 22.04 efi',
    'redhat 8 bios',
    'redhat 9 efi',
  ]);
  assert.deepEqual(targets('v0.21.8', 'vsphere').slice(2), ['redhat 8 bios']);
  assert.deepEqual(targets('v0.22.0', 'vsphere').slice(2), ['redhat 8 bios']);
  assert.deepEqual(targets('v0.22.1', 'vsphere').slice(2), ['redhat 8 bios', 'redhat 9 bios']);
  assert.deepEqual(targets('v0.22.2', 'vsphere').slice(2), ['redhat 8 bios', 'redhat 9 bios|efi']);
  assert.deepEqual(targets('v0.25.0', 'ami'), ['ubuntu 22.04 bios', 'ubuntu 24.04 bios']);
  assert.deepEqual(targets('v0.25.3', 'cloudstack'), ['redhat 8 bios', 'redhat 9 bios']);
  assert.deepEqual(targets('v0.26.0', 'cloudstack'), []);
});

test('flags and config keys are those that the release knows', () => {
  const flags = (version: string) => supportMatrix(version).flags;
  assert.ok(!flags('v0.16.5').includes('firmware') && flags('v0.17.0').includes('firmware'));
  assert.ok(!flags('v0.23.7').includes('builder') && flags('v0.24.0').includes('builder'));
  assert.ok(flags('v0.26.1').includes('air-gapped') && !flags('v0.26.1').includes('airgapped'));
  const keys = (version: string) => supportMatrix(version).configKeys;
  assert.ok(keys('v0.19.11').vsphere.includes('vsphere_library_name'));
  assert.ok(!keys('v0.20.0').vsphere.includes('vsphere_library_name'));
  assert.ok(
    keys('v0.16.0').ami.includes('custom_role_names') && !keys('v0.17.0').ami.includes('custom_role'),
  );
  assert.ok(!keys('v0.26.0').baremetal.includes('redhat_epel_rpm'));
  assert.ok(keys('v0.26.1').baremetal.includes('redhat_epel_rpm'));
});

test('every key of the matrix is defined, and every definition is of a key in the matrix', () => {
  const inMatrix = new Set(Object.values(supportedConfigKeys).flatMap((keys) => Object.keys(keys)));
  assert.deepEqual([...inMatrix].sort(), Object.keys(configKeys).sort());
});

test('three releases are built with the CLI of a later one', () => {
  for (const version of ['v0.16.0', 'v0.16.1', 'v0.16.2'])
    assert.equal(supportMatrix(version).imageBuilderRelease, 'v0.16.5');
  for (const version of ['v0.16.3', 'v0.17.0', 'v0.26.1'])
    assert.equal(supportMatrix(version).imageBuilderRelease, version);
});

test('a release newer than the table uses the newest row and says so', () => {
  const matrix = supportMatrix('v0.27.0');
  assert.equal(matrix.since, 'v0.26.0');
  assert.match(matrix.notes.join(), /v0\.27\.0 is newer than what is known here/);
  assert.deepEqual(supportMatrix('v0.26.9').notes, []);
  assert.equal(supportMatrix('v0.0.0-dev+build.4018').since, 'v0.26.0');
});

test('a release older than the table has no row', () => {
  assert.throws(() => supportMatrix('v0.15.9'), RangeError);
});

test('the matrix is plain data with its sources', () => {
  const matrix = supportMatrix('v0.26.1');
  assert.deepEqual(JSON.parse(JSON.stringify(matrix)), matrix);
  assert.match(matrix.sources.join(), /eks-anywhere-build-tooling/);
});
