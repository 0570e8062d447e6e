/**
 * The full cross product of system, version, hypervisor, firmware, builder and release line. What a release builds goes
 * through the image-builder CLI (the stand-in; with IMAGE_BUILDER_CLI=<path> a real one, for the lines that share its
 * version), and what reaches make is compared with the rules of the recordings. The rest is refused by name.
 */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { ActionError } from '../../../src/action-error.ts';
import { childEnvironment } from '../../../src/image-builder/child-environment.ts';
import { buildArguments } from '../../../src/image-builder/command.ts';
import { type BuildPlan, prepareBuild } from '../../../src/image-builder/prepare-build.ts';
import { checkImage, completeBuild, type WantedImage } from '../../../src/plan/complete-spec.ts';
import {
  type BuildableSpec,
  builders,
  builtSystems,
  firmwares,
  type Hypervisor,
  hypervisors,
} from '../../../src/plan/node-image-spec.ts';
import { buildToolingRepository } from '../../../src/release/build-tooling.ts';
import { isAtLeast, supportMatrix } from '../../../src/release/support-matrix.ts';
import { ReleaseHistory } from '../../box/release-history.ts';
import { releaseManifest } from '../../box/release-manifest.ts';
import { type CliUnderTest, realCli, startCliUnderTest } from '../../support/cli-under-test.ts';
import { exampleRelease } from '../plan/example-release.ts';

// The oldest release of each line, and those in which a line changed.
const releases = [
  'v0.16.5',
  'v0.17.0',
  'v0.18.0',
  'v0.19.0',
  'v0.20.0',
  'v0.21.0',
  'v0.22.0',
  'v0.22.1',
  'v0.22.2',
  'v0.23.0',
  'v0.24.0',
  'v0.25.0',
  'v0.26.1',
];
const versions = { ubuntu: ['20.04', '22.04', '24.04'], redhat: ['8', '9'] } as const;

const sum = { iso_checksum: 'ab'.repeat(32), iso_checksum_type: 'sha256' };
const connections: Readonly<Record<Hypervisor, Readonly<Record<string, string>>>> = {
  baremetal: {},
  cloudstack: {},
  ami: {},
  vsphere: {
    vcenter_server: 'vc.example.com',
    username: 'u',
    password: 'S3cret-vc-pw',
    datacenter: 'dc1',
    cluster: 'cl1',
    datastore: 'ds1',
    folder: '/dc1/vm/f',
    network: 'net1',
  },
  nutanix: {
    nutanix_cluster_name: 'c',
    nutanix_endpoint: 'pc.example.com',
    nutanix_username: 'nu',
    nutanix_password: 'S3cret-nu-pw',
    nutanix_subnet_name: 'sn',
    image_name: 'img',
  },
};

/** All that a build of this kind needs, and no more. */
function configFor({
  hypervisor,
  os,
  osVersion,
  builder,
  eksaVersion,
}: BuildableSpec): Record<string, string> {
  const hasIso = os === 'redhat' && builder !== 'clone' && hypervisor !== 'nutanix';
  const isOldNutanix = hypervisor === 'nutanix' && !isAtLeast(eksaVersion, 'v0.18.0');
  return {
    ...connections[hypervisor],
    ...(builder === 'clone' && { template: '/dc1/vm/base' }),
    ...(os === 'redhat' && { rhel_username: 'rhu', rhel_password: 'S3cret-rh-pw' }),
    ...(os === 'redhat' && hypervisor === 'nutanix' && { image_url: 'https://x.example.com/rhel.qcow2' }),
    ...(isOldNutanix && { source_image_name: 'source' }),
    ...(hasIso && { iso_url: `https://x.example.com/rhel-${osVersion}.4-x86_64-dvd.iso`, ...sum }),
  };
}

function planFor(spec: BuildableSpec): Promise<BuildPlan> {
  const texts = [{ name: 'config', text: JSON.stringify(configFor(spec)) }];
  return prepareBuild({
    spec,
    sources: { texts, secrets: {} },
    ignoredKeys: 'error',
    variables: spec.builder === 'clone' ? [{ name: 'SSH_PASSWORD', value: 'S3cret', from: 'secrets' }] : [],
    ansibleVerbosity: 0,
    isAirGapped: false,
    hasManifestTarball: false,
    isDryRun: false,
    workspace: '/workspace',
    runnerEnvironment: {},
  });
}

function releaseOf(version: string) {
  const [channel] = exampleRelease().channels;
  const channels = supportMatrix(version).releaseChannels.map((name) => ({ ...channel, name }));
  return exampleRelease({ version, channels: channels as never });
}

function* everything(version: string): Generator<WantedImage & { readonly os: 'ubuntu' | 'redhat' }> {
  const releaseChannel = supportMatrix(version).releaseChannels.at(-1) ?? '';
  for (const os of builtSystems)
    for (const osVersion of versions[os])
      for (const hypervisor of hypervisors)
        for (const firmware of firmwares)
          for (const builder of builders)
            yield { os, osVersion, hypervisor, firmware, builder, releaseChannel };
}

/** Before v0.17 there is no choice of firmware. */
function wantedIn(version: string): WantedImage[] {
  const all = [...everything(version)];
  if (isAtLeast(version, 'v0.17.0')) return all;
  return all.filter(({ firmware }) => firmware === 'bios').map(({ firmware: _, ...wanted }) => wanted);
}

function supportedIn(version: string): BuildableSpec[] {
  const release = releaseOf(version);
  return wantedIn(version).flatMap((wanted) => {
    if (!('spec' in checkImage(wanted, release)) || wanted.os === 'bottlerocket') return [];
    return [completeBuild({ ...wanted, os: wanted.os }, release)];
  });
}

/** What the recordings show to reach make: docs of the CLI's contract in the README of the stand-in. */
function expectedOfMake(spec: BuildableSpec): { target: string; file: string | undefined } {
  const { hypervisor, os, firmware, builder } = spec;
  const format = {
    vsphere: 'ova',
    baremetal: 'raw',
    nutanix: 'nutanix',
    cloudstack: 'cloudstack',
    ami: 'ami',
  }[hypervisor];
  const file = {
    vsphere: 'packer/ova/vsphere.json',
    baremetal: 'packer/config/baremetal.json',
    nutanix: 'packer/nutanix/nutanix.json',
    cloudstack: 'packer/config/cloudstack.json',
    ami: 'packer/ami/ami.json',
  }[hypervisor];
  const build = builder === 'clone' ? 'local-clone-build' : 'local-build';
  const suffix = hypervisor === 'vsphere' && firmware === 'efi' ? '-efi' : '';
  const isWritten = Object.keys(configFor(spec)).length > 0 || hypervisor === 'ami';
  return {
    target: `${build}-${format}-${os}-${spec.osVersion.replace('.', '')}${suffix}`,
    file: isWritten ? file : undefined,
  };
}

describe('what a release builds reaches make as recorded', { concurrency: 3 }, () => {
  let cli: CliUnderTest;
  before(async () => {
    cli = await startCliUnderTest();
    const document = parse(releaseManifest(await ReleaseHistory.load()));
    const all: readonly { readonly version: string }[] = document.spec.releases;
    const kept = all.filter(({ version }) => releases.includes(version));
    const body = stringify({ ...document, spec: { ...document.spec, releases: kept } });
    replace(cli, /eks-a\/manifest/, body);
    for (const version of releases) replaceBundle(cli, version);
  });
  after(async () => {
    await cli[Symbol.asyncDispose]();
  });

  for (const version of releases.filter((candidate) => realCli === undefined || candidate === 'v0.26.1')) {
    for (const spec of supportedIn(version)) {
      test(spec.id, async () => {
        const plan = await planFor(spec);
        const folder = path.join(cli.scratch, 'cells', spec.id);
        const { target, file } = expectedOfMake(spec);
        const configPath = path.join(cli.scratch, `${spec.id}.json`);
        writeFileSync(configPath, JSON.stringify(plan.config));
        const args = buildArguments({ spec, ...(file && { configPath }) });
        const { stdout, stderr, exitCode } = await cli.run(args, folder, {
          environment: environmentOf(plan, cli),
        });
        assert.equal(exitCode, 0, stderr);
        assert.match(stderr, /Build Successful\. Output artifacts located/);
        assert.doesNotMatch(stderr, /ignoring unrecognized key/);
        assert.ok(stdout.includes(`standin: target=${target} `), `${target} in ${stdout}`);
        assert.ok(stdout.includes(`standin: env RELEASE_BRANCH=${spec.releaseChannel}\n`));
        if (spec.os === 'redhat') assert.match(stdout, /standin: env RHSM_USERNAME=rhu\n/);
        if (file === undefined) return;
        const written = JSON.parse(
          /standin: {3}(\{.*\})/.exec(stdout.slice(stdout.indexOf(file)))?.[1] ?? '{}',
        );
        for (const [key, value] of Object.entries(plan.config)) {
          if (key === 'manifest_output') assert.equal(path.basename(written[key]), 'manifest.json');
          else if (key !== 'source_image_name') assert.equal(written[key], value, key);
        }
      });
    }
  }
});

function replace({ box }: CliUnderTest, path: RegExp, body: string): void {
  box.fault({ host: 'anywhere-assets.eks.amazonaws.com', path }, { kind: 'replace', body });
}

/** Of a bundle the CLI reads the commit of the build tooling; the rest costs each cell a tenth of a second. */
function replaceBundle(cli: CliUnderTest, version: string): void {
  const { pathname } = new URL(cli.box.release(version).bundleUrl);
  const [, line = ''] = /^v(\d+\.\d+)\./.exec(version) ?? [];
  const gitCommit = cli.box.buildToolingCommits.get(`release-${line}`);
  const body = stringify({
    apiVersion: 'anywhere.eks.amazonaws.com/v1alpha1',
    kind: 'Bundles',
    metadata: { name: 'bundles' },
    spec: { versionsBundles: [{ eksD: { gitCommit } }] },
  });
  replace(cli, new RegExp(`^${RegExp.escape(pathname)}$`), body);
}

/** As on a runner that keeps a mirror of the build tooling, with the make of the recordings. */
function environmentOf(plan: BuildPlan, { scratch }: CliUnderTest): Record<string, string> {
  const recordedMake = path.join(import.meta.dirname, '../../support/recorded-make');
  const searched = [recordedMake, path.dirname(process.execPath), process.env['PATH'] ?? ''].join(':');
  const variables = childEnvironment({
    spec: plan.spec,
    folder: { path: scratch, build: scratch, home: path.join(scratch, 'home') },
    certificatesPath: path.join(scratch, 'authorities.pem'),
    runnerEnvironment: { PATH: searched },
    variables: plan.variables,
    sshPassword: 'S3cret-ssh',
    tools: {
      cliRelease: supportMatrix(plan.spec.eksaVersion).imageBuilderRelease,
      pathEntries: [],
      isoFolder: scratch,
      gitMirrors: new Map([
        [buildToolingRepository, path.join(scratch, 'box/git/aws/eks-anywhere-build-tooling.git')],
      ]),
    },
  });
  const { version, cli } = {
    version: plan.spec.eksaVersion,
    cli: supportMatrix(plan.spec.eksaVersion).imageBuilderVersion,
  };
  return {
    ...Object.fromEntries(variables.map(({ name, value }) => [name, value])),
    STANDIN_EKSA_VERSION: version,
    STANDIN_CLI_VERSION: cli,
  };
}

test('what a release does not build is one error that names the inputs, without a network', () => {
  let refused = 0;
  for (const version of releases) {
    const release = releaseOf(version);
    const supported = new Set(supportedIn(version).map(({ id }) => id));
    assert.ok(supported.size >= 7, version);
    for (const wanted of wantedIn(version)) {
      const checked = checkImage(wanted, release);
      if ('spec' in checked) continue;
      refused += 1;
      assert.throws(
        () => completeBuild(wanted as Parameters<typeof completeBuild>[0], release),
        (error) =>
          error instanceof ActionError &&
          error.headline === `${version} cannot build this image.` &&
          error.problems.length > 0 &&
          error.problems.every((problem) => /^`(os|os-version|hypervisor|firmware|builder)`: /.test(problem)),
      );
    }
  }
  assert.ok(refused > 500, String(refused));
});
