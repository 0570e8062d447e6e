import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { contentDigests } from '../../../src/plan/content-digests.ts';
import {
  type CellContent,
  type CommitFacts,
  fingerprintOf,
  type Ingredients,
  ingredientsOf,
  noContent,
} from '../../../src/plan/fingerprint.ts';
import type { NodeImageSpec } from '../../../src/plan/node-image-spec.ts';
import { suiteVersion } from '../../../src/plan/suite-version.ts';
import type { StatedTools } from '../../../src/release/build-tooling.ts';
import type { EksaRelease, ReleaseChannel } from '../../../src/release/eksa-release.ts';
import { bottlerocketRelease, exampleSpec } from './example-release.ts';

const spec: NodeImageSpec = exampleSpec({ releaseChannel: '1-34', hypervisor: 'vsphere' });
const content: CellContent = {
  config: { folder: '/DC0/vm/build', iso_url: 'https://example.com/u.iso', iso_checksum: 'ab'.repeat(32) },
  secretKeys: ['password'],
  files: { 'roles/proxy': 'cd'.repeat(32) },
  missing: [],
};

interface Made {
  readonly spec: NodeImageSpec;
  readonly release: EksaRelease;
  readonly content: CellContent;
  readonly facts: CommitFacts;
}

const facts: CommitFacts = {
  eksdComponents: 'ef'.repeat(32),
  buildTooling: {
    requiredTools: { packer: '1.9.5', ansible: '2.15.13' },
    bottlerocket: { '1-34': { ova: 'v1.64.0' }, '1-35': { ova: 'v1.64.0' } },
  },
};
const base: Made = { spec, release: bottlerocketRelease(), content, facts };

function fingerprint(changed: Partial<Made> = {}): string {
  const made = { ...base, ...changed };
  return fingerprintOf(ingredientsOf(made.spec, made.release, made.content, made.facts));
}

function withChannel(name: string, changed: Partial<ReleaseChannel>): EksaRelease {
  const channels = base.release.channels.map((channel) =>
    channel.name === name ? { ...channel, ...changed } : channel,
  );
  return { ...base.release, channels };
}

function withTools(requiredTools: StatedTools): CommitFacts {
  return { ...facts, buildTooling: { bottlerocket: {}, requiredTools } };
}

const archive = { uri: 'https://example.com/other', sha256: '3c'.repeat(32) };
const withConfig = (config: Record<string, string>) => ({
  content: { ...content, config: { ...content.config, ...config } },
});

describe('each ingredient alone changes the fingerprint', () => {
  const changes: Readonly<Record<string, Partial<Made>>> = {
    'the system version': { spec: { ...spec, osVersion: '24.04' } },
    'the system': { spec: { ...spec, os: 'redhat' } },
    'the hypervisor': { spec: { ...spec, hypervisor: 'baremetal' } },
    'the firmware': { spec: { ...spec, firmware: 'bios' } },
    'how the machine is built': { spec: { ...spec, builder: 'clone' } },
    'the channel': { spec: { ...spec, releaseChannel: '1-35' } },
    'the release': { spec: { ...spec, eksaVersion: 'v0.26.2' } },
    'the number of the bundle': { release: { ...base.release, bundleNumber: 125 } },
    'the Kubernetes version': { release: withChannel('1-34', { kubeVersion: 'v1.34.9' }) },
    'the EKS Distro release': { release: withChannel('1-34', { eksdRelease: 'kubernetes-1-34-eks-8' }) },
    'any other signed field of the channel': {
      release: withChannel('1-34', { signedDigest: '9d'.repeat(32) }),
    },
    'the checksums of the EKS Distro components': {
      facts: { ...facts, eksdComponents: '01'.repeat(32) },
    },
    'the tools that the commit states': { facts: withTools({ packer: '1.9.5', ansible: '2.16.0' }) },
    'a tool that it states no more': { facts: withTools({ packer: '1.9.6' }) },
    'the build-tooling commit': { release: { ...base.release, buildToolingCommit: '0'.repeat(40) } },
    'the image-builder CLI': {
      release: { ...base.release, imageBuilder: { ...archive, version: 'v0.7.0' } },
    },
    'the version of that': {
      release: {
        ...base.release,
        imageBuilder: { uri: '', sha256: '1a'.repeat(32), version: 'v0.7.1' },
      },
    },
    'the base ISO': withConfig({ iso_checksum: 'ba'.repeat(32) }),
    'a value of the config': withConfig({ folder: '/DC0/vm/other' }),
    'a key of the config': withConfig({ extra_debs: 'nfs-common' }),
    'the name of a secret': { content: { ...content, secretKeys: ['password', 'username'] } },
    'the content of a role or file': { content: { ...content, files: { 'roles/proxy': '00'.repeat(32) } } },
    'one more file': { content: { ...content, files: { ...content.files, more: '00'.repeat(32) } } },
  };
  for (const [name, change] of Object.entries(changes)) {
    test(name, () => assert.notEqual(fingerprint(change), fingerprint()));
  }

  test('no two of these changes make the same fingerprint', () => {
    const all = Object.values(changes).map((change) => fingerprint(change));
    assert.equal(new Set(all).size, all.length);
  });

  test('the tools that are known of the release line, where the commit cannot be had', () => {
    const release = { ...base.release, version: 'v0.20.0' };
    const known = { eksdComponents: facts.eksdComponents };
    assert.notEqual(fingerprint({ facts: known, release }), fingerprint({ facts: known }));
  });

  test('the version of this suite', () => {
    const ingredients = ingredientsOf(base.spec, base.release, base.content, base.facts);
    assert.equal(ingredients.suite, suiteVersion);
    const other: Ingredients = { ...ingredients, suite: '99.0.0' };
    assert.notEqual(fingerprintOf(other), fingerprintOf(ingredients));
  });

  test('the Bottlerocket image, for Bottlerocket', () => {
    const change = { release: withChannel('1-34', { bottlerocket: { ova: archive } }) };
    const { osVersion: _, firmware: __, ...image } = spec;
    const bottlerocket: NodeImageSpec = { ...image, os: 'bottlerocket' };
    assert.notEqual(fingerprint({ spec: bottlerocket, ...change }), fingerprint({ spec: bottlerocket }));
  });

  test('the Bottlerocket that the commit pins, and every signed field of its channel', () => {
    const { osVersion: _, firmware: __, ...image } = spec;
    const bottlerocket: NodeImageSpec = { ...image, os: 'bottlerocket' };
    const pinned = (ova: string): CommitFacts => ({
      buildTooling: { bottlerocket: { '1-34': { ova }, '1-35': { ova: 'v1.63.0' } } },
    });
    const all = [
      fingerprint({ spec: bottlerocket }),
      fingerprint({ spec: bottlerocket, facts: pinned('v1.65.0') }),
      fingerprint({ spec: bottlerocket, facts: {} }),
      fingerprint({ spec: bottlerocket, release: withChannel('1-34', { signedDigest: '9d'.repeat(32) }) }),
    ];
    assert.equal(new Set(all).size, all.length);
    assert.equal(fingerprint({ spec: bottlerocket, facts: pinned('v1.64.0') }), all[0]);
  });
});

describe('nothing else does', () => {
  const { osVersion: _, firmware: __, ...image } = spec;
  const bottlerocket: NodeImageSpec = { ...image, os: 'bottlerocket' };
  const changes: Readonly<Record<string, Partial<Made>>> = {
    'a note about the release': { release: { ...base.release, notes: ['a note'] } },
    'how the bundle was authenticated': { release: { ...base.release, signature: 'skipped' } },
    'where the manifests are': {
      release: {
        ...base.release,
        releaseManifestUrl: 'https://mirror/',
        bundleManifestUrl: 'https://mirror/b',
      },
    },
    'when support ends': { release: withChannel('1-34', { endOfStandardSupport: '2030-01-01' }) },
    'where the EKS Distro manifest is': {
      release: withChannel('1-34', { eksdManifestUrl: 'https://mirror/' }),
    },
    'another channel': { release: withChannel('1-35', { kubeVersion: 'v1.35.9', signedDigest: '' }) },
    'where the image-builder CLI is': {
      release: {
        ...base.release,
        imageBuilder: { uri: 'https://mirror/', sha256: '1a'.repeat(32), version: 'v0.7.0' },
      },
    },
    'the id, which follows from the rest': { spec: { ...spec, id: 'other' } },
    'the order of config keys': {
      content: { ...content, config: Object.fromEntries(Object.entries(content.config).toReversed()) },
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    test(name, () => assert.equal(fingerprint(change), fingerprint()));
  }

  test('for Bottlerocket, what images are built with', () => {
    const release = { ...base.release, buildToolingCommit: '0'.repeat(40) };
    assert.equal(fingerprint({ spec: bottlerocket, release }), fingerprint({ spec: bottlerocket }));
    assert.equal(
      fingerprint({ spec: bottlerocket, content: noContent }),
      fingerprint({ spec: bottlerocket }),
    );
  });
});

test('the version of this suite is that of package.json', () => {
  const file = join(import.meta.dirname, '../../../package.json');
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).version, suiteVersion);
});

describe('files by content', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'));
    mkdirSync(join(folder, 'role/tasks'), { recursive: true });
    writeFileSync(join(folder, 'role/tasks/main.yml'), '- name: a');
    writeFileSync(join(folder, 'role/run.sh'), 'true', { mode: 0o644 });
    writeFileSync(join(folder, 'motd'), 'hello');
    writeFileSync(
      join(folder, 'files.json'),
      JSON.stringify({ additional_files_list: [{ src: 'motd', dest: '/etc/motd', mode: 644 }] }),
    );
  });
  after(() => rmSync(folder, { recursive: true }));
  const digest = async (path: string) => (await contentDigests([path], folder)).files;

  test('bytes, names and modes count; dates do not', async () => {
    const first = await digest('role');
    utimesSync(join(folder, 'role/run.sh'), 1, 1);
    assert.deepEqual(await digest('role'), first);
    chmodSync(join(folder, 'role/run.sh'), 0o755);
    const executable = await digest('role');
    assert.notDeepEqual(executable, first);
    writeFileSync(join(folder, 'role/tasks/main.yml'), '- name: b');
    assert.notDeepEqual(await digest('role'), executable);
  });

  test('a list of additional files brings the files along', async () => {
    const first = await digest('files.json');
    assert.deepEqual(Object.keys(first), ['files.json', 'motd']);
    writeFileSync(join(folder, 'motd'), 'bye');
    assert.notEqual((await digest('files.json'))['motd'], first['motd']);
  });

  test('what is not there is said', async () => {
    assert.deepEqual((await contentDigests(['motd', 'gone', 'gone'], folder)).missing, ['gone']);
  });
});
