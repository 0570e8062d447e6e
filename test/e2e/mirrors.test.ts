import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import { type MirrorServer, mirrorPassword, offline, startMirror } from '../support/mirror.ts';

const assets = 'anywhere-assets.eks.amazonaws.com';
const hosts = [assets, 'distro.eks.amazonaws.com', 'github.com', 'updates.bottlerocket.aws'];

describe('mirrors, of hosts that cannot be reached, as committed, in the box', () => {
  let e2e: EndToEnd;
  let mirror: MirrorServer;
  let folder: string;
  before(async () => {
    e2e = await startEndToEnd();
    mirror = await startMirror(e2e.box);
    folder = mkdtempSync(join(tmpdir(), 'mirrors-'));
  });
  after(async () => {
    await mirror[Symbol.asyncDispose]();
    await e2e[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  const run = (action: string, inputs: Record<string, string>) =>
    e2e.run(`actions/${action}`, {
      environment: offline,
      inputs: {
        ...boxInputs(e2e.box),
        mirrors: hosts.map((host) => mirror.line(host)).join('\n'),
        'release-channel': '1-33',
        ...inputs,
      },
    });

  test('resolve has all it needs, verified as without them, and no password shows', async () => {
    const { exitCode, outputs, log, rawLog, summary, annotations, masks } = await run(
      'resolve-eksa-bundle',
      {},
    );
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['signature'], 'verified');
    assert.equal(outputs['bottlerocket-ova-version'], 'v1.64.0');
    assert.match(summary, /git objects of that commit/);
    assert.match(outputs['bundle-manifest-url'] ?? '', /^https:\/\/anywhere-assets\.eks\.amazonaws\.com\//);
    assert.ok(!annotations.some(({ message }) => /git objects/.test(message)), log);
    for (const host of hosts.slice(0, 3)) {
      assert.ok(
        mirror.requests.some((path) => path.includes(` /${host}/`)),
        host,
      );
      assert.match(log, new RegExp(`${host} is asked for at its mirror http://127`));
    }
    assert.ok(masks.includes(mirrorPassword));
    const said = rawLog.replace(/^::add-mask::.*$/gm, '') + summary + JSON.stringify(outputs);
    for (const form of [mirrorPassword, encodeURIComponent(mirrorPassword)]) assert.ok(!said.includes(form));
  });

  test('plan resolves through them', async () => {
    const { exitCode, outputs, log } = await run('plan-node-images', {
      images: '- {hypervisor: vsphere, release-channel: 1-33}',
    });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['count'], '1');
  });

  test('Bottlerocket is fetched through them, trusted by its own roots', async () => {
    const root = join(folder, '1.root.json');
    writeFileSync(root, await e2e.box.bottlerocket.root(1));
    const { exitCode, outputs, log } = await run('fetch-bottlerocket', {
      hypervisor: 'vsphere',
      root,
      'upload-artifact': 'none',
    });
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['bottlerocket-version'], 'v1.64.0');
    assert.ok(mirror.requests.some((path) => path.endsWith('.ova')));
  });

  test('a mirror that has something else is refused by the signature, and both addresses are named', async () => {
    const remove = e2e.box.fault(
      { host: assets, path: /bundles\/124\/manifest\.yaml/ },
      { kind: 'rewrite', from: 'v1.33.13', to: 'v1.33.12' },
    );
    try {
      const error = onlyError(await run('resolve-eksa-bundle', {}));
      assert.match(error, /signature .* is wrong/);
      assert.match(error, new RegExp(`https://${assets}/.* \\(from the mirror http://127\\.0\\.0\\.1:\\d+/`));
    } finally {
      remove();
    }
  });

  test('a mirror with a wrong path is an error that names it and its host', async () => {
    const error = onlyError(await run('resolve-eksa-bundle', { mirrors: `${mirror.line(assets)}/nowhere` }));
    assert.match(
      error,
      new RegExp(`mirror 127\\.0\\.0\\.1:\\d+ of ${assets} answered with HTTP status 40[34]`),
    );
    assert.match(error, /`mirrors`/);
    assert.ok(!error.includes(mirrorPassword));
  });

  test('a host that no action asks is refused, with what was meant', async () => {
    const asked = mirror.requests.length;
    const lines = ['anywhere-asets.eks.amazonaws.com', 'releases.ubuntu.com', 'example.org'].map(
      (host) => `${host}=https://mirror.example.com`,
    );
    const error = onlyError(await run('resolve-eksa-bundle', { mirrors: lines.join('\n') }));
    assert.match(error, /names hosts that the actions do not ask/);
    assert.match(
      error,
      /anywhere-asets\.eks\.amazonaws\.com: did you mean anywhere-assets\.eks\.amazonaws\.com\?/,
    );
    assert.match(error, /releases\.ubuntu\.com: it is asked by packer; use `iso_url`/);
    assert.match(error, /Hosts that can have a mirror here: .*distro\.eks\.amazonaws\.com/);
    assert.equal(mirror.requests.length, asked);
  });

  test('wrong lines are refused before anything is asked, all at once', async () => {
    const asked = mirror.requests.length;
    const error = onlyError(
      await run('resolve-eksa-bundle', { mirrors: 'https://a.example=b.example\nc.example' }),
    );
    assert.match(error, /line 1: .*no host name/);
    assert.match(error, /line 2: not `host=base-url`/);
    assert.equal(mirror.requests.length, asked);
  });
});
