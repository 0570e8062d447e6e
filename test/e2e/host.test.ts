import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import {
  buildInputs,
  type EndToEnd,
  onlyError,
  startEndToEnd,
  vsphereConnection,
  vsphereInputs,
} from '../support/e2e.ts';

interface Finding {
  readonly what: string;
  readonly found: string;
  readonly verdict: string;
}

const withoutQemu = spawnSync('qemu-system-x86_64', ['--version']).status !== 0 && 'QEMU is not installed';
const lookOnly = {
  preflight: 'basic',
  kvm: 'skip',
  'free-disk-gib': '1',
  'upload-artifact': 'none',
} as const;

function findingsIn(host: string | undefined): readonly Finding[] {
  return (JSON.parse(host ?? '{}') as { findings?: Finding[] }).findings ?? [];
}

describe('the preflight of the root action, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  test('with `full` every host of the build answers through the proxy, and the table says so', {
    skip: withoutQemu,
  }, async () => {
    const result = await e2e.run('.', {
      inputs: {
        ...buildInputs(e2e.box),
        ...lookOnly,
        preflight: 'full',
        // A guest with a proxy of its own is not asked about from here.
        config: 'https_proxy: http://proxy.example.com:3128',
      },
    });
    const { exitCode, log, outputs, summary, groups } = result;
    assert.equal(exitCode, 0, log);
    assert.equal(groups[0], 'Check the runner');
    const findings = findingsIn(outputs['host']);
    const hosts = findings.find(({ what }) => what === 'hosts');
    assert.match(hosts?.found ?? '', /^all \d+ answer$/);
    assert.equal(findings.find(({ what }) => what === 'clock')?.verdict, 'good');
    assert.match(log, /^ok {3}hosts {10}all \d answer {2,}all$/m);
    assert.match(summary, /<summary>This runner: \d+ checks good, \d+ doubtful, 0 bad<\/summary>/);
    assert.match(summary, /\| Check \| Result \| Found \| Needed \| To do \|/);
    const asked = e2e.box.requests.filter(({ method }) => method === 'HEAD').map(({ host }) => host);
    assert.ok(asked.includes('github.com') && asked.includes('releases.ubuntu.com'), asked.join());
    const group = log.split('::group::Check the runner\n')[1]?.split('::endgroup::')[0] ?? '';
    assert.deepEqual(
      group.split('\n').filter((line) => line.length > 80),
      [],
    );
  });

  test('a vCenter that cannot be reached ends the job before anything is downloaded', async () => {
    const before = e2e.box.requests.length;
    const result = await e2e.run('.', {
      inputs: { ...vsphereInputs(e2e.box), ...lookOnly, preflight: 'full' },
    });
    assert.equal(result.exitCode, 1, result.log);
    const error = onlyError(result);
    assert.match(error, /^This runner cannot build the image\.\n {2}- vcenter\.example\.com: The proxy/);
    assert.equal(error.match(/^ {2}- /gm)?.length, 1, error);
    const asked = e2e.box.requests.slice(before);
    assert.deepEqual(
      asked.filter(({ method }) => method === 'GET'),
      [],
    );
  });

  test('too little disk is one error that names the input, and `host` is set all the same', async () => {
    const result = await e2e.run('.', {
      inputs: { ...vsphereInputs(e2e.box), ...lookOnly, 'free-disk-gib': '10000' },
    });
    assert.equal(result.exitCode, 1, result.log);
    assert.match(onlyError(result), /disk \S+: \S+ GiB free; needed: 10000\.0 GiB for .*`free-disk-gib`/);
    assert.ok(findingsIn(result.outputs['host']).some(({ verdict }) => verdict === 'bad'));
    assert.match(result.summary, /\| ❌ bad \|/);
    assert.match(
      result.summary,
      /### Failed: eks-anywhere-node-images\n\n\*\*This runner cannot build the image\.\*\*/,
    );
  });

  test('KVM is proven by a guest: it works, or the error says in the words of QEMU why not', {
    skip: withoutQemu || (!existsSync('/dev/kvm') && 'this machine has no /dev/kvm'),
  }, async () => {
    const result = await e2e.run('.', { inputs: { ...buildInputs(e2e.box), ...lookOnly, kvm: 'require' } });
    const { kvm } = JSON.parse(result.outputs['host'] ?? '{}') as { kvm?: string };
    if (kvm === 'works') assert.equal(result.exitCode, 0, result.log);
    else {
      assert.equal(result.exitCode, 1, result.log);
      assert.match(
        onlyError(result),
        /^ {2}- KVM: (no permission|test VM fails): .*; needed: a test VM that runs\./m,
      );
    }
  });

  test('a PATH without QEMU is found before the build', async () => {
    const result = await e2e.run('.', {
      inputs: { ...buildInputs(e2e.box), ...lookOnly, kvm: 'auto' },
      environment: { PATH: '/nowhere' },
    });
    assert.equal(result.exitCode, 1, result.log);
    assert.match(onlyError(result), /QEMU: no qemu-system-x86_64 on PATH/);
  });

  test('an `http-ip` that cannot be right is refused', async () => {
    const config = JSON.stringify(vsphereConnection);
    const run = (address: string) =>
      e2e.run('.', { inputs: { ...vsphereInputs(e2e.box), config, ...lookOnly, 'http-ip': address } });
    assert.match(onlyError(await run('runner.example.com')), /`http-ip`: .*is not an IPv4 address such as/);
    assert.match(
      onlyError(await run('127.0.0.1')),
      /HTTP server: `http-ip` is 127\.0\.0\.1, which the build VM takes/,
    );
  });

  test('build-node-image looks at nothing unless it is told to', async () => {
    const result = await e2e.run('actions/build-node-image', {
      inputs: { ...buildInputs(e2e.box), 'upload-artifact': 'none' },
    });
    assert.equal(result.exitCode, 0, result.log);
    assert.deepEqual(findingsIn(result.outputs['host']), []);
    assert.ok(!result.summary.includes('This runner'));
  });
});
