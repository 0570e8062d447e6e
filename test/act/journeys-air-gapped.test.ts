import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { supportMatrix } from '../../src/release/support-matrix.ts';
import { requirementsOf } from '../../src/toolchain/ansible-lock.ts';
import { hostDownloads } from '../../src/toolchain/host-tools-table.ts';
import { requiredPlugins } from '../../src/toolchain/packer-plugin-table.ts';
import { standalonePython } from '../../src/toolchain/python-standalone.ts';
import { offline } from '../support/mirror.ts';
import { freePort, makeCertificate, passwordLine, startNginx } from '../support/nginx.ts';
import { type ActSession, startAct, type WorkflowRun } from './act.ts';
import { exampleWorkflow, imageBuilderCommand } from './examples.ts';
import { fencedBlock } from './journeys.ts';

const page = 'docs/journeys/air-gapped-ghes.md';
const workflow = '.github/workflows/air-gapped.yml';
const script = fencedBlock(page, 'mirror.sh');
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** What the box has not: files that the script finds there already, as on a second run of it. */
const iso = 'an ISO';
const download = 'files/github.com';
const goss = `${download}/aelsabbahy/goss/releases/download/v0.3.23/goss-linux-amd64`;
const seeds: Readonly<Record<string, string>> = {
  [`${download}/opencontainers/runc/releases/download/v1.2.8/runc.amd64`]: 'runc',
  [`${download}/opencontainers/runc/releases/download/v1.2.8/runc.sha256sum`]: `${sha256('other')}  runc.arm64\n${sha256('runc')}  runc.amd64\n`,
  [`${download}/kubernetes-sigs/cri-tools/releases/download/v1.32.0/crictl-v1.32.0-linux-amd64.tar.gz`]:
    'crictl',
  [`${download}/kubernetes-sigs/cri-tools/releases/download/v1.32.0/crictl-v1.32.0-linux-amd64.tar.gz.sha256`]: `${sha256('crictl')}`,
  [goss]: 'goss',
  [`${goss}.sha256`]: `${sha256('goss')}  goss-linux-amd64\n`,
  'files/raw.githubusercontent.com/containerd/containerd/refs/tags/v1.7.29/containerd.service': '[Unit]',
  [hostDownloads.yq.url.replace('https:/', 'files')]: 'yq',
  [decodeURIComponent(standalonePython.url).replace('https:/', 'files')]: 'Python',
  'files/releases.ubuntu.com/22.04.5/ubuntu-22.04.5-live-server-amd64.iso': iso,
};

describe('an air-gapped build on GHES, run by act with no other host than the mirror of the page', () => {
  let session: ActSession;
  let folder: string;
  let mirror: string;
  let address: string;
  /** Where the workflow uploads, over TLS of a private CA, and where machines read. */
  let uploads: string;
  let images: string;
  let certificate: string;
  let nginx: AsyncDisposable;
  before(async () => {
    session = await startAct();
    folder = mkdtempSync(join(tmpdir(), 'air-gapped-'));
    mirror = join(folder, 'mirror');
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    for (const [path, content] of Object.entries(seeds)) {
      mkdirSync(dirname(join(mirror, path)), { recursive: true });
      writeFileSync(join(mirror, path), content);
    }
    const imageBuilder = join(mirror, download, 'kubernetes-sigs/image-builder.git');
    const imageBuilderOrigin = join(folder, 'image-builder.git');
    execFileSync('git', ['init', '--quiet', '--bare', imageBuilderOrigin]);
    execFileSync('git', ['clone', '--quiet', '--bare', imageBuilderOrigin, imageBuilder], { stdio: 'pipe' });
    writeFileSync(join(folder, 'images.htpasswd'), passwordLine('publisher', 'secret'));
    mkdirSync(join(folder, 'srv', 'images'), { recursive: true });
    const [plainPort, tlsPort] = [await freePort(), await freePort()];
    const tls = makeCertificate(folder);
    certificate = tls.certificate;
    uploads = `https://localhost:${tlsPort}/node-images`;
    images = `http://localhost:${plainPort}/node-images`;
    const servers = fencedBlock('docs/journeys/bare-metal.md', 'nginx')
      .replace('listen 80', `listen 127.0.0.1:${plainPort}`)
      .replace('listen 443', `listen 127.0.0.1:${tlsPort}`)
      .replaceAll('images.example.com', 'localhost')
      .replace('/etc/nginx/images.crt', tls.certificate)
      .replace('/etc/nginx/images.key', tls.key)
      .replaceAll('/etc/nginx/', `${folder}/`)
      .replaceAll('/srv', join(folder, 'srv'));
    const files = fencedBlock(page, 'nginx')
      .replace('listen 80', `listen 127.0.0.1:${port}`)
      .replace('/srv/mirror', mirror);
    nginx = await startNginx(folder, files + servers, port);
  });
  after(async () => {
    await nginx[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  /** Not `spawnSync`: the box is this process. */
  async function fillMirror(text = script): Promise<{ readonly stdout: string; readonly stderr: string }> {
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    // PyPI is the one host that no box stands in for; what is asked of it is compared below.
    writeFileSync(join(bin, 'python3'), '#!/bin/sh\nexit 0\n');
    chmodSync(join(bin, 'python3'), 0o755);
    writeFileSync(join(folder, 'mirror.sh'), text);
    const authorities = join(folder, 'authorities.pem');
    const { box } = session;
    writeFileSync(authorities, readFileSync(box.interceptingCa, 'utf8') + readFileSync(box.publicCa, 'utf8'));
    return promisify(execFile)('bash', [join(folder, 'mirror.sh'), mirror, address], {
      env: {
        ...box.environment,
        PATH: [bin, process.env['PATH']].join(delimiter),
        CURL_CA_BUNDLE: authorities,
        GIT_SSL_CAINFO: authorities,
      },
      timeout: 120_000,
    });
  }

  async function build(login = 'publisher:secret'): Promise<WorkflowRun> {
    const text = exampleWorkflow('air-gapped-ghes', session.box)
      .replaceAll('http://mirror.example.com', address)
      .replace('https://images.example.com/node-images', uploads)
      .replace('http://images.example.com/node-images', images)
      .replace('/srv/node-images', join(folder, 'kept'))
      .replace(/iso_checksum: \w+/, `iso_checksum: ${sha256(iso)}`);
    session.write(workflow, text);
    return session.run({
      workflow,
      event: 'workflow_dispatch',
      secrets: { IMAGE_SERVER_LOGIN: login },
      environment: {
        ...offline,
        CURL_CA_BUNDLE: certificate,
        ACTIONS_RUNTIME_TOKEN: '',
        ACTIONS_RESULTS_URL: '',
      },
    });
  }

  test('the script fills the mirror, and downloads only the list of releases when it runs again', async () => {
    const { stdout: said } = await fillMirror();
    const [, hook = ''] = /^hookImagesURLPath: (\S+)$/m.exec(said) ?? [];
    for (const name of ['vmlinuz-x86_64', 'initramfs-x86_64'])
      assert.equal((await fetch(`${hook}/${name}`)).status, 200, said);
    for (const file of ['eks-a-manifests.tar', 'mirror.json', 'mirror.list'])
      assert.ok(existsSync(join(mirror, file)), file);
    const asked = session.box.requests.length;
    await fillMirror();
    const again = session.box.requests.slice(asked).filter(({ host }) => host !== 'github.com');
    assert.deepEqual(
      again.map(({ path }) => path),
      ['/releases/eks-a/manifest.yaml'],
    );
  });

  test('the script refuses a file that is not the one of the manifests, and removes it', async () => {
    const [kubelet = ''] = globSync('files/distro.eks.amazonaws.com/**/amd64/kubelet', { cwd: mirror });
    writeFileSync(join(mirror, kubelet), 'another kubelet');
    await assert.rejects(fillMirror(), /kubelet: FAILED|did NOT match/);
    assert.ok(!existsSync(join(mirror, kubelet)));
    await fillMirror();
  });

  test('the script names the release, the channel or the image-builder that it does not know', async () => {
    const without = (from: string | RegExp, to: string) => fillMirror(script.replace(from, to));
    await assert.rejects(
      without('release=v0.26.1', 'release=v0.25.0'),
      /versions in this script are those of v0\.26/,
    );
    await assert.rejects(
      without('release=v0.26.1', 'release=v0.26.99'),
      /release v0\.26\.99 is not in the manifest/,
    );
    await assert.rejects(
      without('channel=1-33', 'channel=1-99'),
      /channel 1-99 is not in the bundle of v0\.26\.1/,
    );
    await assert.rejects(
      without('= v0.1.48 ]', '= v0.1.47 ]'),
      /v0\.26\.1 builds with image-builder v0\.1\.48/,
    );
    await assert.rejects(without('.sha256" "files', '.md5" "files'), /there is no sha256 of https:/);
  });

  test('the script says so when nothing but TLS protects goss', async () => {
    const { stderr: before } = await fillMirror();
    assert.ok(!before.includes('goss'), before);
    rmSync(join(mirror, `${goss}.sha256`));
    const { stderr } = await fillMirror();
    assert.match(stderr, /goss has no checksum file, so TLS alone protects it/);
  });

  test('every address in mirror.json answers', async () => {
    const values = Object.values(JSON.parse(readFileSync(join(mirror, 'mirror.json'), 'utf8')) as object);
    const addresses = values.join(' ').match(/http:\S+/g) ?? [];
    assert.equal(addresses.length, 7);
    for (const one of addresses.filter((url) => !url.endsWith('/ubuntu'))) {
      const { status } = await fetch(one, { method: 'HEAD' });
      assert.equal(status, 200, one);
    }
  });

  test('the workflow builds from the mirror alone and publishes the image', async () => {
    const run = await build();
    assert.equal(run.exitCode, 0, run.log);
    assert.match(
      imageBuilderCommand(run.log),
      /^build --os ubuntu --hypervisor baremetal --release-channel 1-33 --eksa-release v0\.26\.1 --os-version 22\.04 --firmware efi --baremetal-config \S+ --air-gapped --manifest-tarball \S+$/,
    );
    const [image] = run.outputs('image');
    assert.equal(image?.['signature'], 'verified');
    assert.ok(image?.['image-path']?.startsWith(join(folder, 'kept')));
    const [{ 'os-image-url': url = '' } = {}] = run.outputs('publish');
    const published = await fetch(url);
    assert.equal(sha256(Buffer.from(await published.arrayBuffer())), image?.['sha256']);
    assert.ok(run.summaries.some((summary) => summary.includes(`osImageURL: \`${url}\``)));
  });

  test('the script names what the action sets up on the runner, in the same versions', () => {
    const { tools } = supportMatrix('v0.26.1');
    const pinned = (['3.10', '3.11'] as const).flatMap((python) => {
      const { packages, collections } = requirementsOf(tools, python);
      return `${packages}\n${collections}`.match(/^[\w.-]+==[\w.]+/gm) ?? [];
    });
    assert.deepEqual(script.match(/[\w-]+==[\w.]+/g)?.toSorted(), [...new Set(pinned)].toSorted());
    assert.ok(script.includes(hostDownloads.yq.url.slice('https://github.com'.length)));
    const { pathname: python } = new URL(standalonePython.url);
    assert.ok(script.includes(`$github${dirname(python)}\n`) && script.includes(`/${basename(python)}"`));
    for (const { name, version } of requiredPlugins('v0.26.1', 'baremetal', tools.plugins))
      assert.ok(script.includes(`packer-plugin-${name}`) && script.includes(version), name);
    assert.ok(script.includes(`version=${tools.packer}`));
  });

  test('shellcheck finds nothing in the script', () => {
    const { stdout } = spawnSync('shellcheck', ['-'], { input: script, encoding: 'utf8' });
    assert.equal(stdout, '');
  });
});
