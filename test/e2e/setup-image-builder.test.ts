import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { childEnvironment } from '../../src/image-builder/child-environment.ts';
import { hashicorpHost, repackedPacker } from '../box/hosts/hashicorp-releases.ts';
import { jobPath, putAnsibleInto } from '../support/ansible-store.ts';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd, undemanding } from '../support/e2e.ts';
import { createPgpKey } from '../support/pgp-key.ts';
import { zip } from '../support/zip.ts';
import { exampleSpec } from '../unit/plan/example-release.ts';

const action = 'actions/setup-image-builder';
const release = 'v0.26.1';

describe('setup-image-builder', () => {
  let e2e: EndToEnd;
  let scratch: string;
  let toolCache: string;
  const store = () => join(toolCache, 'eks-anywhere-node-images');

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'setup-'));
    toolCache = join(scratch, 'tools');
    e2e = await startEndToEnd();
    await putAnsibleInto(toolCache, release, scratch);
  });
  after(async () => {
    await e2e[Symbol.asyncDispose]();
    rmSync(scratch, { recursive: true, force: true });
  });
  // Each test starts without Packer; Ansible, which takes the time, stays.
  beforeEach(() => {
    for (const tool of ['packer', 'packer-plugins', 'image-builder'])
      rmSync(join(store(), tool), { recursive: true, force: true });
  });

  const job = (environment: Readonly<Record<string, string>> = {}) =>
    e2e.job({ RUNNER_TOOL_CACHE: toolCache, PATH: path, ...environment });
  const path = jobPath();
  const inputs = (more: Readonly<Record<string, string>> = {}) => ({
    ...boxInputs(e2e.box),
    ...undemanding,
    'eks-a-version': release,
    hypervisor: 'baremetal',
    'install-packages': 'never',
    'hashicorp-public-key': e2e.box.packerReleases.key.armored,
    ...more,
  });
  /** A job that sees something else mounted, for itself alone; mounting needs root. */
  const mounted = (mount: readonly string[], ownToolCache = toolCache) => {
    // No shell: it would drop variables such as INPUT_CA-BUNDLE.
    const mountAndRun = `
      const { execFileSync, spawnSync } = require('node:child_process');
      const [mount, program, ...words] = process.argv.slice(1);
      execFileSync('mount', JSON.parse(mount));
      process.exitCode = spawnSync(program, words, { stdio: 'inherit' }).status;`;
    return job({ RUNNER_TOOL_CACHE: ownToolCache }).step(action, {
      inputs: inputs(),
      within: ['unshare', '--mount', process.execPath, '-e', mountAndRun, JSON.stringify(mount)],
    });
  };
  const requestsSince = (count: number) => e2e.box.requests.slice(count).map(({ host, path }) => host + path);

  test('sets up what the release asks for and hands it to the steps that follow', async () => {
    const result = await job().step(action, { inputs: inputs() });
    assert.equal(result.exitCode, 0, result.log);
    const { outputs } = result;
    assert.deepEqual(
      [
        outputs['image-builder-version'],
        outputs['packer-version'],
        outputs['ansible-version'],
        outputs['cache-hit'],
      ],
      ['v0.7.0', '1.9.5', '2.15.13', 'false'],
    );
    assert.match(outputs['python-version'] ?? '', /^3\.(9|10|11)\.\d+$/);
    const toolchain = JSON.parse(readFileSync(outputs['toolchain-path'] ?? '', 'utf8'));
    const answer = (file: string, ...args: string[]) =>
      execFileSync(file, args, {
        encoding: 'utf8',
        env: { PATH: [...toolchain.pathEntries, path].join(':'), HOME: scratch, LANG: 'C.UTF-8' },
      });
    assert.match(answer('packer', 'version'), /^Packer v1\.9\.5\n/);
    assert.match(answer('ansible', '--version'), /^ansible \[core 2\.15\.13\]\n/);
    assert.match(answer('image-builder', 'version'), /^v0\.7\.0/);
    assert.deepEqual(readdirSync(join(toolchain.pluginFolder, 'github.com')).sort(), [
      'hashicorp',
      'yaleuniversity',
    ]);
    assert.deepEqual([...e2e.box.unknownHosts], []);
  });

  test('makes no request at all when everything is there', async () => {
    await job().step(action, { inputs: inputs() });
    const count = e2e.box.requests.length;
    const warm = await job().step(action, { inputs: inputs() });
    assert.equal(warm.exitCode, 0, warm.log);
    assert.equal(warm.outputs['cache-hit'], 'true');
    assert.deepEqual(requestsSince(count), []);
  });

  test('installs a real Packer', async () => {
    const { packerReleases } = e2e.box;
    const { packer } = packerReleases;
    packerReleases.packer = repackedPacker;
    try {
      // Another version than the other tests, because the box makes an archive once.
      const result = await job().step(action, { inputs: inputs({ 'eks-a-version': 'v0.18.7' }) });
      assert.equal(result.exitCode, 0, result.log);
      assert.equal(result.outputs['packer-version'], '1.9.4');
      const { packer: installed } = JSON.parse(readFileSync(result.outputs['toolchain-path'] ?? '', 'utf8'));
      const help = spawnSync(installed.path, ['build', '--help'], { encoding: 'utf8' });
      assert.match(help.stdout, /Usage: packer build/);
    } finally {
      packerReleases.packer = packer;
    }
  });

  test('refuses a signature by another key before it downloads an archive', async () => {
    const count = e2e.box.requests.length;
    const { armored } = await createPgpKey();
    const result = await job().step(action, { inputs: inputs({ 'hashicorp-public-key': armored }) });
    assert.equal(result.exitCode, 1);
    assert.match(onlyError(result), /not signed by the key|2 of the tools could not be installed/);
    assert.ok(
      !requestsSince(count).some((request) => request.startsWith(hashicorpHost) && request.endsWith('.zip')),
    );
  });

  test('refuses the signature of the box when it trusts HashiCorp alone, as it does by itself', async () => {
    const { 'hashicorp-public-key': _, ...usual } = inputs();
    const result = await job().step(action, { inputs: usual });
    assert.match(onlyError(result), /c874011f0ab405110d02105534365d9472d7468f/);
  });

  test('refuses another archive than the signed one', async () => {
    const restore = e2e.box.fault(
      { host: hashicorpHost, path: /packer_1\.9\.5_linux_amd64\.zip$/ },
      { kind: 'replace', body: zip([{ name: 'packer', bytes: Buffer.from('#!/bin/sh\nid\n') }]) },
    );
    const result = await job().step(action, { inputs: inputs() });
    restore();
    assert.match(
      onlyError(result),
      /^The archive of Packer 1\.9\.5 from .* is not the published file\. It was discarded\./,
    );
    assert.ok(!existsSync(join(store(), 'packer')) || readdirSync(join(store(), 'packer')).length === 0);
  });

  test('names all tools that could not be installed when the hosts are down', async () => {
    const restore = e2e.box.fault({ path: /packer/ }, { kind: 'status', status: 404 });
    const result = await job().step(action, { inputs: inputs() });
    restore();
    const error = onlyError(result);
    assert.match(error, /^2 of the tools could not be installed\./);
    assert.match(error, /The list of checksums of Packer 1\.9\.5 could not be downloaded/);
    assert.match(error, /packer-plugin-/);
  });

  test('makes a tool anew that was damaged, and passes over what a killed job left', async () => {
    const first = await job().step(action, { inputs: inputs() });
    assert.equal(first.exitCode, 0, first.log);
    const [link = ''] = readdirSync(join(store(), 'packer')).filter((name) => !/\.[0-9a-f]{8}$/.test(name));
    const path = join(realpathSync(join(store(), 'packer', link)), 'packer');
    writeFileSync(path, 'half');
    mkdirSync(join(store(), 'packer', `${link}.deadbeef`));
    writeFileSync(join(store(), 'packer', `${link}.deadbeef`, 'packer'), 'half');

    const again = await job().step(action, { inputs: inputs() });

    assert.equal(again.exitCode, 0, again.log);
    assert.equal(again.outputs['cache-hit'], 'false');
    assert.equal((await job().step(action, { inputs: inputs() })).outputs['cache-hit'], 'true');
  });

  test('two jobs at once set up side by side', async () => {
    const results = await Promise.all([1, 2].map(() => job().step(action, { inputs: inputs() })));
    for (const result of results) assert.equal(result.exitCode, 0, result.log);
    assert.equal((await job().step(action, { inputs: inputs() })).outputs['cache-hit'], 'true');
  });

  test('takes the right tools although others stand in front of them on PATH', async () => {
    const fakes = join(scratch, 'fakes');
    mkdirSync(fakes, { recursive: true });
    for (const [name, says] of Object.entries({
      packer: 'Packer v1.15.0',
      ansible: 'ansible [core 2.21.0]',
      python3: 'Python 3.14.0',
      make: 'GNU Make 4.4.1',
      yq: 'yq 3.4.3',
    })) {
      writeFileSync(join(fakes, name), `#!/bin/sh\necho "${says}"\n`);
      chmodSync(join(fakes, name), 0o755);
    }
    const PATH = `${fakes}:${path}`;
    const result = await job({ PATH }).step(action, { inputs: inputs() });
    assert.equal(result.exitCode, 0, result.log);
    assert.deepEqual(
      [result.outputs['packer-version'], result.outputs['ansible-version']],
      ['1.9.5', '2.15.13'],
    );
  });

  test('on a runner of GitHub it takes from the Actions cache what it saved there, and verifies it again', async () => {
    const hosted = () => ({ RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_TEMP: join(scratch, 'hosted') });
    mkdirSync(join(scratch, 'hosted'), { recursive: true });
    const cold = await job(hosted()).step(action, { inputs: inputs() });
    assert.equal(cold.exitCode, 0, cold.log);
    assert.match(cold.log, /Cached \d+ MB\./);
    const freshMachine = () => {
      rmSync(join(scratch, 'hosted'), { recursive: true });
      mkdirSync(join(scratch, 'hosted'));
      for (const tool of ['packer', 'packer-plugins', 'image-builder'])
        rmSync(join(store(), tool), { recursive: true, force: true });
    };

    freshMachine();
    const count = e2e.box.requests.length;
    const warm = await job(hosted()).step(action, { inputs: inputs() });
    assert.equal(warm.exitCode, 0, warm.log);
    assert.equal(warm.outputs['cache-hit'], 'true');
    assert.deepEqual(
      requestsSince(count).filter((request) => /releases\.hashicorp\.com|\.tar\.gz/.test(request)),
      [],
    );

    freshMachine();
    const restore = e2e.box.fault({ path: /GetCacheEntryDownloadURL/ }, { kind: 'status', status: 500 });
    const broken = await job(hosted()).step(action, { inputs: inputs() });
    restore();
    assert.equal(broken.exitCode, 0, broken.log);
    assert.equal(broken.outputs['cache-hit'], 'false');
  });

  test('needs no home folder that can be written to', async () => {
    const result = await job({ HOME: '/proc/nowhere' }).step(action, { inputs: inputs() });
    assert.equal(result.exitCode, 0, result.log);
  });

  test('never prints the password of a proxy', async () => {
    const proxy = new URL(e2e.box.proxyUrl);
    proxy.username = 'builder';
    proxy.password = 'pr0xy-s3cret';
    const restore = e2e.box.fault({ path: /packer_1\.9\.5_SHA256SUMS$/ }, { kind: 'reset' });
    const result = await job({ https_proxy: proxy.href, http_proxy: proxy.href }).step(action, {
      inputs: inputs(),
    });
    restore();
    assert.equal(result.exitCode, 1);
    assert.doesNotMatch(result.rawLog.replace(/^::add-mask::.*$/gm, ''), /pr0xy-s3cret/);
  });

  test('the ssh that Ansible starts gets both options of the documentation, and no file of the user is edited', async () => {
    const { outputs } = await job().step(action, { inputs: inputs() });
    const { ansible } = JSON.parse(readFileSync(outputs['toolchain-path'] ?? '', 'utf8'));
    const home = mkdtempSync(join(scratch, 'home-'));
    const programs = join(home, 'bin');
    mkdirSync(programs);
    const script = `#!/bin/sh\n[ "$1" = -V ] || printf '%s\\n' "$@" >> '${home}/arguments'\nexit 255\n`;
    writeFileSync(join(programs, 'ssh'), script, { mode: 0o755 });
    const variables = childEnvironment({
      spec: exampleSpec(),
      folder: { path: home, build: home, home },
      certificatesPath: e2e.box.interceptingCa,
      runnerEnvironment: { PATH: [programs, ansible.binFolder, path].join(':'), LANG: 'C.UTF-8' },
      variables: [],
      sshPassword: 'password-of-the-guest',
    });
    const environment = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
    const call = ['all', '-i', 'guest.example.com,', '-m', 'raw', '-a', 'true'];
    spawnSync(join(ansible.binFolder, 'ansible'), call, { env: environment, cwd: home });
    const given = readFileSync(join(home, 'arguments'), 'utf8').split('\n');
    assert.ok(given.includes('HostKeyAlgorithms=+ssh-rsa'), given.join(' '));
    assert.ok(given.includes('PubkeyAcceptedKeyTypes=+ssh-rsa'), given.join(' '));
    assert.ok(!existsSync(join(home, '.ssh')));
  });

  test('refuses an archive whose names lead out of its folder, though it is signed', async () => {
    const { packerReleases } = e2e.box;
    const { archive } = packerReleases;
    packerReleases.archive = (name, bytes) =>
      zip([
        { name, bytes },
        { name: '../../escaped', bytes: Buffer.from('x') },
      ]);
    try {
      // Another version than the other tests, because the box makes an archive once.
      const result = await job().step(action, { inputs: inputs({ 'eks-a-version': 'v0.17.0' }) });
      assert.match(onlyError(result), /The archive of Packer 1\.8\.7 cannot be used/);
      assert.deepEqual(
        readdirSync(scratch, { recursive: true }).filter((path) => String(path).endsWith('escaped')),
        [],
      );
    } finally {
      packerReleases.archive = archive;
    }
  });

  test('refuses what is signed after the key has expired', async () => {
    const { packerReleases } = e2e.box;
    const { key } = packerReleases;
    const created = new Date(Date.now() - 86_400_000);
    const late = await createPgpKey(created);
    packerReleases.key = {
      ...late,
      sign: (bytes) => late.sign(bytes, new Date(created.getTime() + 7_200_000)),
    };
    try {
      const result = await job().step(action, {
        inputs: inputs({ 'hashicorp-public-key': await late.expiring(3_600) }),
      });
      assert.equal(result.exitCode, 1);
      assert.match(onlyError(result), /expired|not signed by the key|2 of the tools could not be installed/);
      assert.ok(!existsSync(join(store(), 'packer')) || readdirSync(join(store(), 'packer')).length === 0);
    } finally {
      packerReleases.key = key;
    }
  });

  test('a cache service that does not answer holds the job for seconds, not for its patience twice', async () => {
    const temp = join(scratch, 'slow-cache');
    mkdirSync(temp, { recursive: true });
    const restore = e2e.box.fault({ path: /CacheService/ }, { kind: 'stall' });
    const result = await job({ RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_TEMP: temp }).step(action, {
      inputs: inputs(),
    });
    restore();
    assert.equal(result.exitCode, 0, result.log);
    assert.match(result.log, /The cache is not used: the service does not answer/);
    assert.doesNotMatch(result.log, /The tools are not cached/);
  });

  test('a tool cache that is only read is used, and what it lacks goes to the folder of the job', async () => {
    const result = await mounted(['--bind', '-o', 'ro', toolCache, toolCache]);
    assert.equal(result.exitCode, 0, result.log);
    const { packer, ansible } = JSON.parse(readFileSync(result.outputs['toolchain-path'] ?? '', 'utf8'));
    assert.ok(ansible.binFolder.startsWith(toolCache));
    assert.ok(!packer.path.startsWith(toolCache));
  });

  test('a full disk is named', async () => {
    const small = join(scratch, 'small');
    mkdirSync(small);
    const result = await mounted(['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', small], small);
    assert.equal(result.exitCode, 1);
    assert.match(onlyError(result), /disk is full|no space left|ENOSPC/i);
  });

  test('lists what is missing, and the command for it, when it may install nothing', async () => {
    const result = await mounted(['--bind', '/dev/null', realpathSync('/usr/bin/bc')]);
    assert.equal(result.exitCode, 1);
    assert.match(onlyError(result), /Programs that a build needs are missing on this runner/);
    assert.match(onlyError(result), /sudo apt-get install -y --no-install-recommends bc/);
  });

  test('an index of Python packages that is down is named, and nothing is left in the store', async () => {
    const own = join(scratch, 'without-ansible');
    mkdirSync(own, { recursive: true });
    const result = await job({
      RUNNER_TOOL_CACHE: own,
      PIP_INDEX_URL: 'http://127.0.0.1:1/simple',
      PIP_RETRIES: '0',
      PIP_FIND_LINKS: '',
    }).step(action, { inputs: inputs() });
    assert.match(onlyError(result), /The packages of Ansible cannot be downloaded by pip/);
    assert.deepEqual(readdirSync(join(own, 'eks-anywhere-node-images/ansible')), []);
  });

  test('has nothing to do for Bottlerocket', async () => {
    const count = e2e.box.requests.length;
    const result = await job().step(action, { inputs: inputs({ os: 'bottlerocket' }) });
    assert.equal(result.exitCode, 0, result.log);
    assert.match(result.log, /Bottlerocket is fetched, not built/);
    assert.deepEqual(requestsSince(count), []);
  });

  test('build-node-image takes the tools that were set up, and clones nothing the second time', async () => {
    const { box } = e2e;
    const build = {
      ...boxInputs(box),
      'eks-a-version': release,
      'release-channel': '1-33',
      hypervisor: 'baremetal',
      'hashicorp-public-key': box.packerReleases.key.armored,
      'upload-artifact': 'none',
      'proxy-in-image': 'none',
    };
    const ownJob = job();
    const setup = await ownJob.step(action, { inputs: inputs() });
    const EKS_ANYWHERE_TOOLCHAIN = setup.outputs['toolchain-path'] ?? '';
    const first = await ownJob.step('actions/build-node-image', {
      inputs: build,
      environment: { EKS_ANYWHERE_TOOLCHAIN },
    });
    assert.equal(first.exitCode, 0, first.log);
    assert.match(first.log, /The tools are those of the step that set them up\./);
    const statement = JSON.parse(readFileSync(first.outputs['provenance-path'] ?? '', 'utf8'));
    const { resolvedDependencies, internalParameters } = statement.predicate.buildDefinition;
    assert.equal(internalParameters.manner.setup, 'auto');
    const digestOf = (name: RegExp): string =>
      resolvedDependencies.find((found: { name?: string }) => name.test(found.name ?? ''))?.digest?.sha256;
    const sum = execFileSync('sha256sum', [
      JSON.parse(readFileSync(EKS_ANYWHERE_TOOLCHAIN, 'utf8')).packer.path,
    ]);
    assert.ok(sum.toString().startsWith(digestOf(/^packer \d/)));
    for (const name of [/^packer-plugin-/, /^ansible-core .* and its lock/, /^installer ISO$/])
      assert.match(digestOf(name), /^[0-9a-f]{64}$/);

    const count = box.requests.length;
    const alone = await job().step('actions/build-node-image', { inputs: build });
    assert.equal(alone.exitCode, 0, alone.log);
    assert.deepEqual(
      requestsSince(count).filter(
        (request) => request.startsWith('github.com') && request.includes('build-tooling'),
      ),
      [],
    );
  });
});
