import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as yaml from 'yaml';
import * as z from 'zod';
import { linkPackerPlugins } from '../../src/toolchain/packer-plugins.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import { repackedPacker } from '../box/hosts/hashicorp-releases.ts';
import { fixtures } from '../box/release-history.ts';
import { jobPath, putAnsibleInto } from '../support/ansible-store.ts';
import { boxInputs, type EndToEnd, startEndToEnd, undemanding } from '../support/e2e.ts';

/** What a release line insists on. */
interface Required {
  readonly packer: string;
  readonly ansible?: string;
  readonly plugins: Readonly<Record<string, string>>;
}

const requiredFile = z.object({
  ansible: z.string(),
  packer: z.object({ version: z.string(), plugins: z.record(z.string(), z.string()) }),
});

/** Lines without REQUIRED_DEPENDENCY_VERSIONS.yaml: what hack/ensure-packer.sh is told to bring. */
const packerOfOldLines: Readonly<Record<string, string>> = {
  '0.16': '1.8.6',
  '0.17': '1.8.7',
  '0.18': '1.9.4',
};

// The newest of each line: that is what the files of its branch belong to.
const releases = [
  ...['v0.16.5', 'v0.17.6', 'v0.18.7', 'v0.19.11', 'v0.20.11', 'v0.21.8'],
  ...['v0.22.8', 'v0.23.7', 'v0.24.6', 'v0.25.3', 'v0.26.1'],
];

function requiredFileOf(release: string): string {
  const line = release.slice(1, release.lastIndexOf('.'));
  return join(fixtures, 'build-tooling/branches', `release-${line}`, 'REQUIRED_DEPENDENCY_VERSIONS.yaml');
}

function requiredBy(release: string): Required {
  const file = requiredFileOf(release);
  if (!existsSync(file)) return { packer: packerOfOldLines[release.slice(1, 5)] ?? '', plugins: {} };
  const { ansible, packer } = requiredFile.parse(yaml.parse(readFileSync(file, 'utf8')));
  return { ansible, packer: packer.version, plugins: packer.plugins };
}

/** One question to a tool, and what upstream's script makes of the answer. */
type Check = readonly [script: string, says: RegExp, file: string, ...args: readonly string[]];

/**
 * What the scripts ask before a build begins: build/validate_required_deps.sh (VRD) of aws/eks-anywhere-build-tooling,
 * and hack/ensure-*.sh of kubernetes-sigs/image-builder that it calls by `make deps`.
 */
function checksOf(release: string, { packer, ansible = '2.15.13' }: Required): readonly Check[] {
  const exactly = (text: string) => new RegExp(`^${RegExp.escape(text)}\\n?$`);
  return [
    ['VRD', exactly(packer), 'packer', '--version'],
    ['VRD', new RegExp(`^.*${RegExp.escape(`[core ${ansible}]`)}.*\\n`), 'ansible', '--version'],
    ['VRD', /^community\.general +7\./m, 'ansible-galaxy', 'collection', 'list'],
    ...(existsSync(requiredFileOf(release))
      ? [['VRD', exactly(ansible), 'yq', '.ansible', requiredFileOf(release)] as const]
      : []),
    ['ensure-python.sh', /^Python 3\.(?:9|1[01])\./, 'python3', '--version'],
    [
      'ensure-ansible.sh',
      /Nothing to do\. All requested/,
      ...(['ansible-galaxy', 'collection', 'install', 'community.general:<12.0.0'] as const),
      ...['ansible.posix', 'ansible.windows:>=1.7.0', 'community.windows'],
    ],
    ['ensure-ansible-windows.sh', /^Name: pywinrm$/m, 'pip3', 'show', 'pywinrm'],
    ['Common.mk', /^GNU Make (?:3\.|4\.[0-3]\b)/, 'make', '--version'],
    ['set-ssh-password.sh', /^OpenSSL (?:1\.1\.1|[3-9])/, 'openssl', 'version'],
    ['setup_packer_configs.sh', /^jq-/, 'jq', '--version'],
    ['setup_packer_configs.sh', /gettext/, 'envsubst', '--version'],
    ['ensure-packer.sh', /UnZip/, 'unzip', '-v'],
    ['Common.mk', /^bc /, 'bc', '--version'],
    ['Makefile', /^git version/, 'git', '--version'],
    ['Makefile', /^curl /, 'curl', '--version'],
  ];
}

/** `packer plugins installed`, which the Packer of Debian does not know yet: programs whose checksum is beside them. */
function installedPlugins(home: string): readonly string[] {
  return globSync(join(home, '.config/packer/plugins/github.com/*/*/packer-plugin-*_linux_amd64'))
    .filter((path) => {
      const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
      return readFileSync(`${path}_SHA256SUM`, 'utf8') === digest;
    })
    .map((path) => basename(path));
}

describe('What upstream checks before a build', () => {
  let e2e: EndToEnd;
  let scratch: string;
  let toolCache: string;
  /** What has been asked of which program: most lines have their tools in common. */
  const passed = new Set<string>();

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'required-'));
    toolCache = join(scratch, 'tools');
    e2e = await startEndToEnd();
    e2e.box.packerReleases.packer = repackedPacker;
    // The first one fetches the wheels for all.
    await putAnsibleInto(toolCache, 'v0.26.1', scratch);
    await Promise.all(['v0.19.11', 'v0.20.11'].map((line) => putAnsibleInto(toolCache, line, scratch)));
  });
  after(async () => {
    await e2e[Symbol.asyncDispose]();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function setUp(release: string): Promise<Toolchain> {
    const job = e2e.job({ RUNNER_TOOL_CACHE: toolCache, PATH: jobPath() });
    const result = await job.step('actions/setup-image-builder', {
      inputs: {
        ...boxInputs(e2e.box),
        ...undemanding,
        'eks-a-version': release,
        // The one hypervisor whose plugin is checked, too.
        hypervisor: 'nutanix',
        'install-packages': 'never',
        'hashicorp-public-key': e2e.box.packerReleases.key.armored,
      },
    });
    assert.equal(result.exitCode, 0, result.log);
    return JSON.parse(readFileSync(result.outputs['toolchain-path'] ?? '', 'utf8'));
  }

  for (const release of releases) {
    test(`passes for ${release} with what is set up`, async () => {
      const required = requiredBy(release);
      const toolchain = await setUp(release);
      const home = mkdtempSync(join(scratch, 'home-'));
      await linkPackerPlugins(toolchain.pluginFolder, home);
      const plugins = installedPlugins(home);
      for (const name of ['ansible', 'nutanix'].filter((plugin) => plugin in required.plugins)) {
        const wanted = `packer-plugin-${name}_v${required.plugins[name]}_`;
        assert.ok(
          plugins.some((plugin) => plugin.startsWith(wanted)),
          `${wanted}: ${plugins}`,
        );
      }
      const { pathEntries, packer, ansible } = toolchain;
      assert.deepEqual([packer.version, ansible.version], [required.packer, required.ansible ?? '2.15.13']);
      const env = {
        PATH: [...pathEntries, jobPath()].join(':'),
        HOME: home,
        LANG: 'C.UTF-8',
        CHECKPOINT_DISABLE: '1',
        // Whoever wants the network fails.
        https_proxy: 'http://127.0.0.1:1',
      };
      for (const [script, says, file, ...args] of checksOf(release, required)) {
        const ask = (program: string, ...words: readonly string[]) =>
          execFileSync(program, words, { env, cwd: home, encoding: 'utf8' });
        const question = [ask('which', file), says.source, ...args].join(' ');
        if (!passed.has(question))
          assert.match(ask(file, ...args), says, `${script}: ${file} ${args.join(' ')}`);
        passed.add(question);
      }
    });
  }

  test('would not pass with another Ansible', () => {
    const programs = join(scratch, 'other');
    mkdirSync(programs);
    writeFileSync(join(programs, 'ansible'), '#!/bin/sh\necho "ansible [core 2.21.1]"\n', { mode: 0o755 });
    const check = checksOf('v0.26.1', requiredBy('v0.26.1')).find(([, , file]) => file === 'ansible');
    const said = execFileSync(join(programs, 'ansible'), ['--version'], { encoding: 'utf8' });
    assert.doesNotMatch(said, check?.[1] ?? /./);
  });
});
