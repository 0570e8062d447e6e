import assert from 'node:assert/strict';
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { verifyBundleSignature } from '../../src/release/signature.ts';
import { type Box, type Fault, startBox } from '../box/box.ts';
import type { ArtifactCall, ArtifactReply } from './artifact-client.ts';

const manifestUrl = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
const assetsHost = 'anywhere-assets.eks.amazonaws.com';
const eksdUrl = 'https://distro.eks.amazonaws.com/kubernetes-1-33/kubernetes-1-33-eks-30.yaml';
const repositoryUrl = 'https://github.com/aws/eks-anywhere-build-tooling.git';

let scratch: string;
let box: Box;
let bothCas: string;

before(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'box-test-'));
  box = await startBox({ scratch: path.join(scratch, 'box') });
  bothCas = path.join(scratch, 'cas.pem');
  await writeFile(
    bothCas,
    (await readFile(box.interceptingCa, 'utf8')) + (await readFile(box.publicCa, 'utf8')),
  );
});

after(async () => {
  await box[Symbol.asyncDispose]();
  await rm(scratch, { recursive: true });
});

interface Outcome {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const env = {
    PATH: process.env['PATH'],
    ...box.environment,
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(command, args, { env, encoding: 'buffer', maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr: String(stderr) });
    });
  });
}

function curl(url: string, args: readonly string[] = [], ca = bothCas): Promise<Outcome> {
  return run('curl', ['--silent', '--show-error', '--cacert', ca, ...args, url]);
}

async function get(url: string): Promise<Buffer> {
  const { code, stdout, stderr } = await curl(url, ['--fail']);
  assert.equal(code, 0, `${url}: ${stderr}`);
  return stdout;
}

async function status(url: string, args: readonly string[] = []): Promise<number> {
  const { stdout } = await curl(url, ['--output', '/dev/null', '--write-out', '%{http_code}', ...args]);
  return Number(stdout);
}

interface Archive {
  readonly uri: string;
  readonly sha256: string;
}
interface Bundle {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly number: number;
    readonly cliMinVersion: string;
    readonly versionsBundles: readonly {
      readonly kubeVersion: string;
      readonly endOfStandardSupport?: string;
      readonly eksD: {
        readonly channel: string;
        readonly name: string;
        readonly kubeVersion: string;
        readonly manifestUrl: string;
        readonly gitCommit: string;
        readonly imagebuilder: Archive;
        readonly ova: { readonly bottlerocket: Partial<Archive> };
        readonly raw: { readonly bottlerocket: Partial<Archive> };
      };
      readonly tinkerbell: { readonly tinkerbellStack: { readonly hook: Readonly<Record<string, unknown>> } };
    }[];
  };
}

async function bundleOf(version: string): Promise<Bundle> {
  return parse(String(await get(box.release(version).bundleUrl))) as Bundle;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('the release history in the box', () => {
  it('has a release manifest in the order of publication', async () => {
    const { spec } = parse(String(await get(manifestUrl))) as {
      spec: { latestVersion: string; releases: { version: string; date: string; eksACLI?: object }[] };
    };
    assert.equal(spec.latestVersion, 'v0.26.1');
    assert.deepEqual(
      spec.releases.slice(-3).map(({ version }) => version),
      ['v0.26.0', 'v0.25.3', 'v0.26.1'],
    );
    assert.equal(spec.releases.at(-1)?.date, '2026-08-13 19:29:37 +0000 UTC');
    assert.equal(spec.releases[0]?.eksACLI, undefined);
  });

  it('has a signed bundle of the newest release with the real channels', async () => {
    const bundle = await bundleOf('v0.26.1');
    verifyBundleSignature(bundle, box.bundlePublicKey);
    const { spec } = bundle;
    assert.equal(spec.number, 124);
    assert.equal(spec.cliMinVersion, 'v0.26.1');
    const channel = spec.versionsBundles.find(({ eksD }) => eksD.channel === '1-33');
    assert.equal(channel?.kubeVersion, '1.33');
    assert.equal(channel.endOfStandardSupport, '2026-08-31');
    assert.equal(channel.eksD.name, 'kubernetes-1-33-eks-30');
    assert.equal(channel.eksD.kubeVersion, 'v1.33.13');
    assert.equal(channel.eksD.manifestUrl, eksdUrl);
    assert.equal(channel.eksD.gitCommit, box.buildToolingCommits.get('release-0.26'));
  });

  it('leaves bundles before v0.22.0 unsigned and without what came later', async () => {
    const bundle = await bundleOf('v0.18.0');
    assert.equal(bundle.metadata.annotations, undefined);
    for (const { endOfStandardSupport, tinkerbell } of bundle.spec.versionsBundles) {
      assert.equal(endOfStandardSupport, undefined);
      assert.equal(tinkerbell.tinkerbellStack.hook['iso'], undefined);
    }
  });

  it('has Bottlerocket where BOTTLEROCKET_RELEASES of the line has it', async () => {
    const { spec } = await bundleOf('v0.22.5');
    const formats = spec.versionsBundles.map(({ eksD }) => [
      eksD.channel,
      'uri' in eksD.ova.bottlerocket,
      'uri' in eksD.raw.bottlerocket,
    ]);
    assert.deepEqual(formats.slice(0, 2), [
      ['1-28', true, true],
      ['1-29', true, false],
    ]);
  });

  it('has every bundle since v0.15.0', async () => {
    for (const version of [
      'v0.15.0',
      'v0.16.1',
      'v0.17.6',
      'v0.19.9',
      'v0.20.0',
      'v0.21.8',
      'v0.24.4',
      'v0.25.3',
    ]) {
      const { spec } = await bundleOf(version);
      assert.ok(spec.versionsBundles.length >= 5, version);
    }
    assert.equal(await status(box.release('v0.14.6').bundleUrl), 403);
  });

  it('serves the dev release byte for byte', async () => {
    const base = 'https://dev-release-assets.eks-anywhere.model-rocket.aws.dev';
    const { spec } = parse(String(await get(`${base}/eks-a-release.yaml`))) as {
      spec: { latestVersion: string; releases: { bundleManifestUrl: string }[] };
    };
    assert.equal(spec.latestVersion, 'v0.0.0-dev+build.4018');
    const real = path.join(import.meta.dirname, '../fixtures/bundles/real-dev-build.4018-2022-09-03.yaml');
    assert.deepEqual(await get(spec.releases[0]?.bundleManifestUrl ?? ''), await readFile(real));
  });
});

describe('artifacts in the box', () => {
  it('have the sums that the bundle states', async () => {
    const { eksD } = (await bundleOf('v0.26.1')).spec.versionsBundles[0] ?? assert.fail('no channel');
    for (const { uri = '', sha256: stated } of [eksD.imagebuilder, eksD.ova.bottlerocket]) {
      assert.equal(sha256(await get(uri)), stated, uri);
    }
  });

  it('have the sums that the EKS Distro manifest states', async () => {
    const { status: state } = parse(String(await get(eksdUrl))) as {
      status: { components: { name: string; assets: { archive?: Archive }[] }[] };
    };
    const plugins = state.components.find(({ name }) => name === 'cni-plugins')?.assets[0]?.archive;
    assert.equal(sha256(await get(plugins?.uri ?? '')), plugins?.sha256);
  });

  it('include an image-builder tarball with the CLI of the release', async () => {
    const { eksD } = (await bundleOf('v0.26.1')).spec.versionsBundles[0] ?? assert.fail('no channel');
    const file = path.join(scratch, 'image-builder.tar.gz');
    await writeFile(file, await get(eksD.imagebuilder.uri));
    const { stdout } = await run('tar', ['--list', '--verbose', '--gzip', '--file', file]);
    assert.match(String(stdout), /^-rwxr-xr-x 0\/0 .* \.\/image-builder\n$/);
    await run('tar', ['--extract', '--gzip', '--directory', scratch, '--file', file]);
    const version = await run(path.join(scratch, 'image-builder'), ['version'], { SSL_CERT_FILE: bothCas });
    assert.equal(String(version.stdout), 'v0.7.0\n', version.stderr);
  });

  it('answer 403 and XML when they are missing', async () => {
    const { stdout } = await curl(`https://${assetsHost}/releases/bundles/124/artifacts/nothing`, [
      '--write-out',
      '%{http_code}',
    ]);
    assert.match(String(stdout), /<Code>AccessDenied<\/Code>.*403$/s);
  });

  it('answer HEAD and ranges, and ignore a range after the object changed', async () => {
    const { eksD } = (await bundleOf('v0.26.1')).spec.versionsBundles[0] ?? assert.fail('no channel');
    const uri = eksD.ova.bottlerocket.uri ?? '';
    const whole = await get(uri);
    const head = String((await curl(uri, ['--head'])).stdout);
    assert.match(head, new RegExp(`content-length: ${whole.length}\r`, 'i'));
    const etag = /etag: (.*)\r/i.exec(head)?.[1];
    const range = ['--range', '100-'];
    assert.deepEqual(
      (await curl(uri, [...range, '--header', `If-Range: ${etag}`])).stdout,
      whole.subarray(100),
    );
    assert.deepEqual((await curl(uri, [...range, '--header', 'If-Range: "other"'])).stdout, whole);
    assert.equal(await status(uri, ['--range', `${whole.length}-`]), 416);
  });

  it('include an installer image', async () => {
    const image = await get('https://releases.ubuntu.com/22.04/ubuntu-22.04.5-live-server-amd64.iso');
    assert.equal(String(image.subarray(16 * 2048 + 1, 16 * 2048 + 6)), 'CD001');
  });
});

describe('the build-tooling repository in the box', () => {
  it('is cloned over smart HTTP and has the data files of each release line', async () => {
    const clone = path.join(scratch, 'clone');
    const cloned = await run('git', ['clone', '--quiet', repositoryUrl, clone], { GIT_SSL_CAINFO: bothCas });
    assert.equal(cloned.code, 0, cloned.stderr);
    const commit = box.buildToolingCommits.get('release-0.22') ?? '';
    await run('git', ['-C', clone, 'checkout', '--quiet', commit]);
    const file = 'projects/kubernetes-sigs/image-builder/BOTTLEROCKET_RELEASES';
    const upstream = path.join(
      import.meta.dirname,
      '../fixtures/build-tooling/branches/release-0.22/BOTTLEROCKET_RELEASES',
    );
    const expected = await readFile(upstream);
    assert.deepEqual(await readFile(path.join(clone, file)), expected);
    const raw = `https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/${commit}/`;
    assert.deepEqual(await get(raw + file), expected);
    assert.equal(await status(`${raw}absent`), 404);
  });

  it('reads its switches from a file that tests write', async () => {
    const switches = path.join(scratch, 'box', 'switches.mk');
    const commit = box.buildToolingCommits.get('release-0.26');
    const raw = `https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/${commit}/switches.mk`;
    assert.equal(
      String(await get(raw))
        .trim()
        .split('\n')
        .at(-1),
      `-include ${switches}`,
    );
    box.standIn({ STANDIN_FAIL: '2' });
    assert.equal(await readFile(switches, 'utf8'), 'export STANDIN_FAIL = 2\n');
    box.standIn({});
    assert.equal(await readFile(switches, 'utf8'), '');
  });
});

describe('the proxy of the box', () => {
  const untrusted = 60;

  it('intercepts all hosts but distro.eks, which needs the public authority', async () => {
    assert.equal((await curl(manifestUrl, [], box.interceptingCa)).code, 0);
    assert.equal((await curl(eksdUrl, [], box.interceptingCa)).code, untrusted);
    assert.equal((await curl(manifestUrl, [], box.publicCa)).code, untrusted);
    assert.equal((await curl(eksdUrl, [], box.publicCa)).code, 0);
  });

  it('serves http:// addresses of the hosts it knows', async () => {
    assert.equal(await status(manifestUrl.replace('https:', 'http:')), 200);
  });

  it('refuses a host it does not know and remembers it', async () => {
    const failedReceive = 56;
    assert.equal((await curl('https://unknown.example.com/')).code, failedReceive);
    assert.equal(await status('http://plain.example.com/'), 502);
    assert.deepEqual([...box.unknownHosts], ['unknown.example.com', 'plain.example.com']);
  });

  it('keeps a log of requests', async () => {
    await curl(`https://${assetsHost}/logged?query`, ['--user-agent', 'box-test']);
    assert.deepEqual(box.requests.at(-1), {
      method: 'GET',
      host: assetsHost,
      path: '/logged?query',
      status: 403,
      userAgent: 'box-test',
    });
  });
});

describe('faults of the box', () => {
  async function withFault(fault: Fault, args: readonly string[] = []): Promise<Outcome> {
    const remove = box.fault({ host: assetsHost, method: 'GET', path: /\/eks-a\/manifest\.yaml$/ }, fault);
    try {
      return await curl(manifestUrl, args);
    } finally {
      remove();
    }
  }

  it('give another status, body and header', async () => {
    const fault: Fault = { kind: 'status', status: 503, body: 'busy', headers: { 'retry-after': '7' } };
    const { stdout } = await withFault(fault, ['--include', '--suppress-connect-headers']);
    assert.match(String(stdout), /^HTTP\/1\.1 503 .*retry-after: 7.*busy$/is);
  });

  it('reset the connection', async () => {
    assert.match((await withFault({ kind: 'reset' })).stderr, /reset by peer/);
  });

  it('break off in the middle of the body', async () => {
    const { code, stdout } = await withFault({ kind: 'truncate', bytes: 1000 });
    assert.notEqual(code, 0);
    assert.equal(stdout.length, 1000);
  });

  it('never answer', async () => {
    const timedOut = 28;
    assert.equal((await withFault({ kind: 'stall' }, ['--max-time', '0.3'])).code, timedOut);
  });

  it('alter one byte and keep the length', async () => {
    const sound = await get(manifestUrl);
    const { code, stdout } = await withFault({ kind: 'corrupt' });
    assert.equal(code, 0);
    assert.equal(stdout.length, sound.length);
    assert.equal(stdout.filter((byte, index) => byte !== sound[index]).length, 1);
  });

  it('slow the transfer down', async () => {
    const { code, stdout } = await withFault({ kind: 'slow', bytesPerSecond: 20_000 }, ['--max-time', '0.5']);
    assert.notEqual(code, 0);
    assert.ok(stdout.length > 0 && stdout.length <= 12_000, `${stdout.length} bytes`);
  });

  it('replace the body', async () => {
    assert.equal(String((await withFault({ kind: 'replace', body: '<html>' })).stdout), '<html>');
  });

  it('serve what belongs to another path', async () => {
    const { stdout } = await withFault({ kind: 'serve', path: '/releases/bundles/123/manifest.yaml' });
    assert.match(String(stdout), /name: bundles-123$/m);
  });

  it('end after the times they were given', async () => {
    box.fault({ path: /manifest/, times: 1 }, { kind: 'status', status: 500 });
    assert.deepEqual([await status(manifestUrl), await status(manifestUrl)], [500, 200]);
  });
});

interface UploadedArtifact {
  readonly id: number;
  readonly size: number;
  readonly digest: string;
}

describe('the results service of the box', () => {
  let client: ChildProcess;

  before(() => {
    const env = { ...process.env, ...box.environment };
    client = fork(path.join(import.meta.dirname, 'artifact-client.ts'), { env, silent: true });
  });
  after(() => client.disconnect());

  async function call(method: ArtifactCall['method'], ...args: unknown[]): Promise<unknown> {
    client.send({ method, args } satisfies ArtifactCall);
    const [{ result, error }] = (await once(client, 'message')) as [ArtifactReply];
    if (error !== undefined) throw new Error(error);
    return result;
  }

  function upload(name: string, file: string, skipArchive: boolean): Promise<UploadedArtifact> {
    return call('uploadArtifact', name, [file], scratch, { skipArchive }) as Promise<UploadedArtifact>;
  }

  it('keeps an un-zipped artifact under the name of its file', async () => {
    const file = path.join(scratch, 'ubuntu-2204-efi-baremetal-1-33-v0.26.1.gz');
    const bytes = Buffer.alloc(9 * 2 ** 20, 'node image');
    await writeFile(file, bytes);
    const { id, size, digest } = await upload('ignored', file, true);
    const artifact = box.artifacts.get(path.basename(file)) ?? assert.fail('no artifact');
    assert.equal(id, artifact.id);
    assert.equal(size, bytes.length);
    assert.equal(artifact.digest, `sha256:${digest}`);
    assert.equal(digest, sha256(bytes));
    assert.equal(artifact.mimeType, 'application/gzip');
    assert.deepEqual(await readFile(artifact.path), bytes);
  });

  it('refuses a second artifact of the same name, and takes it after the first was deleted', async () => {
    const file = path.join(scratch, 'twice.json');
    await writeFile(file, '{}');
    await upload('', file, true);
    await assert.rejects(
      upload('', file, true),
      /\(409\) Conflict: an artifact with this name already exists/,
    );
    await call('deleteArtifact', 'twice.json');
    assert.equal(box.artifacts.has('twice.json'), false);
    await upload('', file, true);
    const { artifacts } = (await call('listArtifacts')) as { artifacts: { name: string; size: number }[] };
    assert.deepEqual(
      artifacts.filter(({ name }) => name === 'twice.json').map(({ size }) => size),
      [2],
    );
  });

  it('gives artifacts back, zipped and not', async () => {
    const file = path.join(scratch, 'report.txt');
    await writeFile(file, 'report');
    const raw = await upload('', file, true);
    const zipped = await upload('zipped', file, false);
    for (const { id } of [raw, zipped]) {
      const folder = path.join(scratch, `download-${id}`);
      await call('downloadArtifact', id, { path: folder });
      assert.equal(await readFile(path.join(folder, 'report.txt'), 'utf8'), 'report');
    }
  });

  it('keeps caches by key and version and finds them by prefix', async () => {
    const cache = async (method: string, body: object): Promise<Record<string, unknown>> => {
      const url = new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, box.resultsUrl);
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${box.runtimeToken}` },
        body: JSON.stringify(body),
      });
      return { status: response.status, ...((await response.json()) as object) };
    };
    const entry = { key: 'toolchain-1', version: 'v' };
    const reserved = await cache('CreateCacheEntry', entry);
    await fetch(String(reserved['signed_upload_url']), {
      method: 'PUT',
      headers: { 'x-ms-blob-type': 'BlockBlob' },
      body: 'cached',
    });
    const finalized = await cache('FinalizeCacheEntryUpload', { ...entry, size_bytes: '6' });
    assert.equal(finalized['status'], 200);
    assert.equal((await cache('CreateCacheEntry', entry))['status'], 409);
    const lookup = { key: 'toolchain-2', version: 'v', restore_keys: ['toolchain-'] };
    const found = await cache('GetCacheEntryDownloadURL', lookup);
    assert.equal(found['matched_key'], 'toolchain-1');
    const url = String(found['signed_download_url']);
    const part = await fetch(url, { headers: { range: 'bytes=0-2' } });
    assert.deepEqual([part.status, await part.text()], [206, 'cac']);
    const other = await cache('GetCacheEntryDownloadURL', { ...lookup, version: 'w' });
    assert.equal(other['matched_key'], '');
  });

  it('refuses a request without the token of the run', async () => {
    const url = new URL('/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts', box.resultsUrl);
    assert.equal((await fetch(url, { method: 'POST', body: '{}' })).status, 401);
  });
});

describe('disposing of a box', () => {
  it('ends open requests at once and frees the ports', async () => {
    const other = await startBox({ scratch: path.join(scratch, 'other') });
    other.fault({ path: /./ }, { kind: 'stall' });
    const stalled = run('curl', ['--silent', '--insecure', manifestUrl], other.environment);
    while (other.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const start = performance.now();
    await other[Symbol.asyncDispose]();
    assert.notEqual((await stalled).code, 0);
    assert.ok(performance.now() - start < 1000);
    await assert.rejects(fetch(other.resultsUrl));
    assert.ok((await stat(other.publicCa)).isFile());
  });
});
