/** The configs that people have from the documentation, against golden files; and the examples of our own. */

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  type Firmware,
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
  writeFileSync(path.join(workspace, 'mirror.list'), 'deb http://mirror.example.com/ubuntu jammy main\n');
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
    const found = await outcome(requestOf({ ...example, hypervisor: hypervisor ?? '' }));
    assert.ok('config' in found, JSON.stringify(found));
    assert.deepEqual(found.notes, []);
  }
});

const workflows = path.join(import.meta.dirname, '../../../examples');
const goldenWorkflows = path.join(folder, 'example-workflows.golden.json');

test('the build of each example workflow is what was recorded', async () => {
  const found: Record<string, unknown> = {};
  for (const name of readdirSync(workflows).filter((name) => name.endsWith('.yml'))) {
    const text = readFileSync(path.join(workflows, name), 'utf8').replaceAll(/\$\{\{.*?\}\}/g, 'S3cret');
    const steps = Object.values(parse(text, { schema: 'failsafe' }).jobs as Record<string, Job>)
      .flatMap((job) => job.steps ?? [])
      .filter(({ uses = '' }) => /eks-anywhere-node-images(\/actions\/build-node-image)?@/.test(uses));
    for (const { with: inputs = {} } of steps)
      if (inputs['hypervisor']) found[name] = await outcome(requestOf(inputs));
  }
  assert.ok(Object.keys(found).length >= 5, Object.keys(found).join());
  if (process.env['UPDATE_GOLDEN'])
    writeFileSync(goldenWorkflows, `${JSON.stringify(found, undefined, 2)}\n`);
  assert.deepEqual(found, JSON.parse(readFileSync(goldenWorkflows, 'utf8')));
});

interface Job {
  readonly steps?: ReadonlyArray<{ readonly uses?: string; readonly with?: Record<string, string> }>;
}

/** What the inputs of a step ask for; a config file that an example does not bring is one of the documentation. */
function requestOf(inputs: Readonly<Record<string, string>>): Partial<BuildRequest> {
  const version = inputs['eks-a-version'] ?? exampleRelease().version;
  const releaseChannel = inputs['release-channel'] ?? '1-33';
  const [channel] = exampleRelease().channels;
  const release = exampleRelease({ version, channels: [{ ...channel, name: releaseChannel }] as never });
  const lines = (inputs['secrets'] ?? '').split('\n').filter(Boolean);
  const own = path.join(workflows, inputs['config-file'] ?? '');
  const isOwn = inputs['config-file'] !== undefined && existsSync(own);
  const file =
    inputs['config-file'] && readFileSync(isOwn ? own : path.join(folder, 'vsphere-ubuntu.json'), 'utf8');
  return {
    spec: completeBuild(
      {
        os: (/^(rhel|redhat)$/.test(inputs['os'] ?? '') ? 'redhat' : 'ubuntu') satisfies BuiltSystem,
        osVersion: inputs['os-version'],
        hypervisor: inputs['hypervisor'] as Hypervisor,
        firmware: inputs['firmware'] as Firmware | undefined,
        builder: inputs['builder'] as Builder | undefined,
        releaseChannel,
      },
      release,
    ),
    sources: {
      texts: [{ name: 'config', text: inputs['config'] ?? file ?? '' }],
      secrets: Object.fromEntries(lines.map((line) => line.split('=', 2))),
    },
    isDryRun: inputs['dry-run'] === 'true',
    isAirGapped: inputs['air-gapped'] === 'true',
    hasManifestTarball: inputs['manifest-tarball'] !== undefined,
    variables: (inputs['environment'] ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [name = '', value = ''] = line.split('=', 2);
        return { name, value, from: 'environment' };
      }),
    // The file of the documentation has keys for several systems.
    ignoredKeys: file && !isOwn ? 'warn' : 'error',
    ...(isOwn && { workspace: workflows }),
  };
}

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
    runnerEnvironment: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'S3cret' },
    ...wanted,
  };
}

async function outcome(wanted: Partial<BuildRequest>) {
  try {
    const { spec, config, output, notes } = await prepareBuild(request(wanted));
    const args = buildArguments({
      spec,
      ...(Object.keys(config).length > 0 && { configPath: '<config>' }),
      ...(wanted.isAirGapped && { manifestTarball: '<tarball>' }),
    });
    const written = Object.entries(config).map(([key, value]) => [
      key,
      value.replace(wanted.workspace ?? workspace, '<workspace>'),
    ]);
    return { args, config: Object.fromEntries(written), output, notes: notes.map(findingText) };
  } catch (error) {
    if (error instanceof ActionError) return { refused: error.headline, problems: error.problems };
    throw error;
  }
}
