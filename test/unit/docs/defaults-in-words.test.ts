import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { readActions } from '../../../scripts/docs/action-inputs.ts';
import { productionTargetsUrl } from '../../../src/bottlerocket/image-target.ts';
import { checkImage } from '../../../src/plan/complete-spec.ts';
import { supportMatrix } from '../../../src/release/support-matrix.ts';
import { developmentManifestUrl } from '../../../src/release/trust-anchors.ts';
import { exampleRelease } from '../plan/example-release.ts';

const root = resolve(import.meta.dirname, '../../..');
const releases = ['v0.16.0', 'v0.17.0', 'v0.20.0', 'v0.22.0', 'v0.24.0', 'v0.25.0', 'v0.26.1'];

/**
 * Defaults that no schema has, because the release or the runner decides them: what the documentation says of them,
 * and what shows that the code does so, here or in a test elsewhere, by its file and its name.
 */
const proofs: Readonly<
  Record<string, { readonly says: string; readonly by: (() => void) | readonly [file: string, test: string] }>
> = {
  'os-version': {
    says: '`22.04` for Ubuntu (`20.04` before v0.25.0), `8` for RHEL',
    by: () => {
      for (const version of releases) {
        const isOld = ['v0.16', 'v0.17', 'v0.20', 'v0.22', 'v0.24'].some((line) => version.startsWith(line));
        const usual = supportMatrix(version).usualVersions;
        assert.deepEqual(usual, { ubuntu: isOld ? '20.04' : '22.04', redhat: '8' }, version);
      }
    },
  },
  firmware: {
    says: '`efi` for Ubuntu and RHEL 9 on bare metal, `bios` elsewhere',
    by: () => {
      for (const version of releases.filter((candidate) => candidate !== 'v0.16.0')) {
        for (const { os, osVersion, hypervisor } of supportMatrix(version).targets) {
          const wanted = { os, osVersion, hypervisor, releaseChannel: '1-33' };
          const checked = checkImage(wanted, exampleRelease({ version }));
          const isEfi = hypervisor === 'baremetal' && (os === 'ubuntu' || osVersion === '9');
          const firmware = 'spec' in checked ? checked.spec.firmware : undefined;
          assert.equal(firmware, isEfi ? 'efi' : 'bios', `${version} ${os} ${osVersion} ${hypervisor}`);
        }
      }
    },
  },
  builder: {
    says: '`iso`',
    by: () => {
      const wanted = { os: 'ubuntu', hypervisor: 'vsphere', releaseChannel: '1-33' } as const;
      const release = exampleRelease();
      assert.deepEqual(checkImage({ ...wanted, builder: 'iso' }, release), checkImage(wanted, release));
    },
  },
  'dev-branch': {
    says: 'the main branch',
    by: () => assert.equal(developmentManifestUrl(), developmentManifestUrl('main')),
  },
  'image-builder-release': {
    says: 'the release itself; v0.16.5 for v0.16.0 to v0.16.2',
    by: () => {
      for (const version of ['v0.16.0', 'v0.16.1', 'v0.16.2'])
        assert.equal(supportMatrix(version).imageBuilderRelease, 'v0.16.5');
      for (const version of ['v0.16.3', 'v0.16.5', ...releases.slice(1)])
        assert.equal(supportMatrix(version).imageBuilderRelease, version);
    },
  },
  'bundle-public-key': {
    says: "AWS's key, compiled in",
    by: ['test/unit/release/signature.test.ts', 'verifies with the key of AWS'],
  },
  'hashicorp-public-key': {
    says: "HashiCorp's key, compiled in",
    by: ['test/unit/toolchain/hashicorp-key.test.ts', 'is the one that HashiCorp announces'],
  },
  'http-ip': {
    says: 'the address from which the runner reaches vCenter',
    by: ['test/unit/host/network.test.ts', 'that from which the vCenter is reached is right'],
  },
  destination: {
    says: "`node-images` in the runner's temporary folder",
    by: ['test/e2e/node-image.test.ts', 'nothing stays in the temporary folder but the finished files'],
  },
  'bottlerocket-version': {
    says: 'the version that the release pins',
    by: ['test/e2e/fetch-bottlerocket.test.ts', 'another version than the pinned one can be asked for'],
  },
  compression: {
    says: '`gzip`',
    by: ['test/e2e/fetch-bottlerocket.test.ts', 'becomes one gzip stream under the name of its target'],
  },
  root: {
    says: 'what is compiled in',
    by: ['test/unit/bottlerocket/trust-anchor.test.ts', 'at the newest root that is compiled in'],
  },
  'metadata-url': {
    says: "Bottlerocket's own repository",
    by: ['test/unit/bottlerocket/image-target.test.ts', 'each variant its repository'],
  },
  'targets-url': {
    says: "Bottlerocket's own repository",
    by: () => assert.equal(productionTargetsUrl, 'https://updates.bottlerocket.aws/targets/'),
  },
};

test('every default in words is proven, and every proof is of such a default', async () => {
  const said = (await readActions(root)).flatMap(({ inputs }) =>
    inputs.flatMap(({ name, defaultInWords }) => (defaultInWords ? [`${name}: ${defaultInWords}`] : [])),
  );
  const proven = Object.entries(proofs).map(([name, { says }]) => `${name}: ${says}`);
  assert.deepEqual([...new Set(said)].toSorted(), proven.toSorted());
});

for (const [name, { says, by }] of Object.entries(proofs)) {
  test(`without \`${name}\`: ${says}`, () => {
    if (typeof by === 'function') return by();
    const [file, title] = by;
    assert.ok(readFileSync(join(root, file), 'utf8').includes(title), `${file} has no test "${title}"`);
  });
}
