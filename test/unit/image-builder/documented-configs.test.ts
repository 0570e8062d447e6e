/** The configs that people have from the documentation, against golden files; and the examples of our own. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { ActionError } from '../../../src/action-error.ts';
import { buildArguments } from '../../../src/image-builder/command.ts';
import { findingText } from '../../../src/image-builder/config-text.ts';
import { type BuildRequest, prepareBuild } from '../../../src/image-builder/prepare-build.ts';
import { completeBuild } from '../../../src/plan/complete-spec.ts';
import {
  type BuildableSpec,
  type Builder,
  type BuiltSystem,
  type Hypervisor,
  hypervisorAliases,
} from '../../../src/plan/node-image-spec.ts';
import { exampleRelease, exampleSpec } from '../plan/example-release.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/documented-configs');
let workspace: string;
before(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'documented-'));
  writeFileSync(
    path.join(workspace, 'sources.list'),
    'deb [trusted=yes] http://private-artifacts-server/debian jammy main\n',
  );
});
after(() => rmSync(workspace, { recursive: true, force: true }));

const rhel8 = { os: 'redhat', osVersion: '8', firmware: 'bios' } as const;
const examples: Readonly<Record<string, Partial<BuildableSpec> & { readonly isAirGapped?: true }>> = {
  'vsphere-ubuntu': { hypervisor: 'vsphere', firmware: 'bios', eksaVersion: 'v0.26.1' },
  'vsphere-redhat': { ...rhel8, hypervisor: 'vsphere' },
  'vsphere-clone': { hypervisor: 'vsphere', builder: 'clone', firmware: 'efi' },
  'baremetal-redhat': { ...rhel8, hypervisor: 'baremetal' },
  'baremetal-proxy': { hypervisor: 'baremetal' },
  'baremetal-satellite': { ...rhel8, hypervisor: 'baremetal' },
  'baremetal-air-gapped': { hypervisor: 'baremetal', isAirGapped: true },
  'cloudstack-redhat': { ...rhel8, hypervisor: 'cloudstack', eksaVersion: 'v0.25.3' },
  'ami-ubuntu': { hypervisor: 'ami', firmware: 'bios' },
  'nutanix-ubuntu': { hypervisor: 'nutanix', firmware: 'bios' },
};

for (const [name, { isAirGapped = false, ...spec }] of Object.entries(examples)) {
  const file = path.join(folder, `${name}.json`);
  for (const ignoredKeys of ['error', 'warn'] as const) {
    test(`${name}.json, with keys that are ignored as ${ignoredKeys}`, async () => {
      const found = await outcome({
        spec: exampleSpec(spec as Parameters<typeof exampleSpec>[0]),
        sources: {
          texts: [{ name: `config-file ${name}.json`, text: readFileSync(file, 'utf8') }],
          secrets: {},
        },
        ignoredKeys,
        isAirGapped,
        hasManifestTarball: isAirGapped,
        variables: spec.builder === 'clone' ? [{ name: 'SSH_PASSWORD', value: 'x', from: 'secrets' }] : [],
      });
      const golden = path.join(folder, `${name}.golden.json`);
      if (process.env['UPDATE_GOLDEN']) {
        const all = ignoredKeys === 'error' ? {} : JSON.parse(readFileSync(golden, 'utf8'));
        writeFileSync(golden, `${JSON.stringify({ ...all, [ignoredKeys]: found }, undefined, 2)}\n`);
      }
      assert.deepEqual(found, JSON.parse(readFileSync(golden, 'utf8'))[ignoredKeys]);
    });
  }
}

test('the files.json of the documentation, whose mode the CLI refuses, is taken as it is meant', async () => {
  const additionalFiles = readFileSync(path.join(folder, 'files.json'), 'utf8');
  const { files } = await prepareBuild(request({ additionalFiles }));
  assert.deepEqual(files, [
    { src: '/etc/hostname', dest: '/etc/node-image', owner: 'root', group: 'root', mode: 644 },
  ]);
});

const ownExamples = [
  ...readFileSync(path.join(import.meta.dirname, '../../../docs/configuration.md'), 'utf8').matchAll(
    /^```yaml\n([\s\S]*?)^```/gm,
  ),
]
  .map(([, text = '']) => parse(text.replaceAll(/\$\{\{.*?\}\}/g, 'S3cret')) as Record<string, string>)
  .filter((example) => !Array.isArray(example) && example['hypervisor'] && example['config']);

test('the examples of our own documentation are right', async () => {
  assert.ok(ownExamples.length >= 3);
  for (const example of ownExamples) {
    const hypervisor =
      Object.entries(hypervisorAliases).find(([alias]) => alias === example['hypervisor'])?.[1] ??
      example['hypervisor'];
    const spec = completeBuild(
      {
        os: (example['os'] === 'rhel' ? 'redhat' : 'ubuntu') satisfies BuiltSystem,
        osVersion: example['os-version'],
        hypervisor: hypervisor as Hypervisor,
        builder: example['builder'] as Builder | undefined,
        releaseChannel: '1-33',
      },
      exampleRelease(),
    );
    const secrets = Object.fromEntries(
      (example['secrets'] ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('=', 2)),
    );
    const found = await outcome({
      spec,
      sources: { texts: [{ name: 'config', text: example['config'] ?? '' }], secrets },
    });
    assert.ok('config' in found, JSON.stringify(found));
    assert.deepEqual(found.notes, []);
  }
});

function request(wanted: Partial<BuildRequest>): BuildRequest {
  return {
    spec: exampleSpec(),
    sources: { texts: [], secrets: {} },
    ignoredKeys: 'error',
    variables: [],
    ansibleVerbosity: 0,
    isAirGapped: false,
    hasManifestTarball: false,
    isDryRun: false,
    workspace,
    runnerEnvironment: {},
    ...wanted,
  };
}

async function outcome(wanted: Partial<BuildRequest>) {
  try {
    const { spec, config, output, notes } = await prepareBuild(request(wanted));
    const args = buildArguments({
      spec,
      configPath: '<config>',
      ...(wanted.isAirGapped && { manifestTarball: '<tarball>' }),
    });
    const written = Object.entries(config).map(([key, value]) => [
      key,
      value.replace(workspace, '<workspace>'),
    ]);
    return { args, config: Object.fromEntries(written), output, notes: notes.map(findingText) };
  } catch (error) {
    if (error instanceof ActionError) return { refused: error.headline, problems: error.problems };
    throw error;
  }
}
