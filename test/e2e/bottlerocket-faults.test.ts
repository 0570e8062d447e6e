import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Fault } from '../box/box.ts';
import { lz4Frame } from '../box/lz4-encoder.ts';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';
import type { StepOptions } from '../support/runner.ts';

const target = 'bottlerocket-metal-k8s-1.28-x86_64-v1.26.2.img.lz4';
const fileName = target.replace(/lz4$/, 'gz');
const statement = 'bottlerocket-baremetal-1-28-v0.24.6.intoto.jsonl';
const metal = { 'eks-a-version': 'v0.24.6', 'release-channel': '1-28', hypervisor: 'metal' };
const place = { host: 'updates.bottlerocket.aws', path: /^\/targets\/.*metal/ };

describe('a transfer that goes wrong, through the committed action', () => {
  let e2e: EndToEnd;
  let folder: string;
  let disk: Buffer;
  let published: Buffer;
  before(async () => {
    e2e = await startEndToEnd();
    folder = mkdtempSync(join(tmpdir(), 'faults-'));
    writeFileSync(join(folder, 'root.json'), await e2e.box.bottlerocket.root(1));
    disk = e2e.box.bottlerocket.disk(target);
    published = lz4Frame(disk);
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await e2e[Symbol.asyncDispose]();
  });

  const destinationFor = (name: string) => mkdtempSync(join(folder, `${name}-`));
  /** No tool cache: each run shall use the network. */
  const fetch = (destination: string, options: Omit<StepOptions, 'inputs'> = {}) =>
    e2e.job().step('actions/fetch-bottlerocket', {
      ...options,
      inputs: {
        ...boxInputs(e2e.box),
        ...metal,
        root: join(folder, 'root.json'),
        destination,
        'upload-artifact': 'none',
        cache: 'false',
      },
    });
  const assertWhole = (destination: string, left = [statement, fileName]) => {
    assert.deepEqual(readdirSync(destination), left, 'no temporary file is left');
    assert.ok(gunzipSync(readFileSync(join(destination, fileName))).equals(disk));
  };
  const once = (...faults: readonly Fault[]) =>
    faults.map((fault) => e2e.box.fault({ ...place, times: 1 }, fault));
  const always = (fault: Fault) => [e2e.box.fault(place, fault)];
  const cut: Fault = { kind: 'truncate', bytes: 1_200_000 };

  describe('ends well', () => {
    const cases: Record<string, () => ReadonlyArray<() => void>> = {
      'after a reset before the first byte': () => once({ kind: 'reset' }),
      'after cuts behind the first, and some more bytes': () =>
        once(
          { kind: 'truncate', bytes: 1 },
          { kind: 'truncate', bytes: 700_001 },
          { kind: 'truncate', bytes: 400_000 },
        ),
      'although the connection breaks at every 600,011th byte': () =>
        always({ kind: 'truncate', bytes: 600_011 }),
      'although it falls silent for longer than 30 seconds': () => once({ kind: 'hang', bytes: 900_000 }),
      'although the host is slow': () => always({ kind: 'slow', bytesPerSecond: 1_000_000 }),
      'after server errors': () => once({ kind: 'status', status: 503 }, { kind: 'status', status: 500 }),
      'after a limit on requests': () =>
        once({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }),
      'although the host sends all where the rest was asked for': () => once(cut, { kind: 'no-range' }),
      'although the host sends an earlier part than asked for': () =>
        once(cut, { kind: 'wrong-range', shift: -200_000 }),
      'although the host sends a later part than asked for': () =>
        once(cut, { kind: 'wrong-range', shift: 200_000 }),
      'although the host lies about which part it sends': () =>
        once(cut, { kind: 'wrong-range', shift: 200_000, lie: true }),
      'although another file with another ETag is there for a while': () =>
        once(cut, { kind: 'replace', body: Buffer.alloc(3_000_000) }),
      'although one copy has a wrong byte': () => once({ kind: 'corrupt' }),
      'although one answer is a page': () => once({ kind: 'replace', body: 'a page' }),
    };
    for (const [name, strike] of Object.entries(cases)) {
      test(name, async () => {
        const destination = destinationFor('good');
        const removes = strike();
        const { exitCode, log } = await fetch(destination);
        for (const remove of removes) remove();
        assert.equal(exitCode, 0, log);
        assertWhole(destination);
      });
    }

    test('and asks for no byte twice after a cut', async () => {
      const asked = e2e.box.requests.length;
      const removes = once(cut);
      const { log } = await fetch(destinationFor('resume'));
      for (const remove of removes) remove();
      const statuses = e2e.box.requests.slice(asked).filter(({ path }) => place.path.test(path));
      assert.deepEqual(
        statuses.map(({ status }) => status),
        [200, 206],
        log,
      );
    });
  });

  describe('ends in one error and no file, and the next run succeeds', () => {
    const cases: ReadonlyArray<readonly [string, () => Fault, RegExp]> = [
      [
        'when a byte is wrong every time',
        () => ({ kind: 'corrupt' }),
        /is not the signed one\. It was discarded/,
      ],
      ['when the connection never gets far', () => ({ kind: 'truncate', bytes: 1000 }), /5 times in a row/],
      [
        'when there is more than signed',
        () => ({ kind: 'replace', body: Buffer.concat([published, Buffer.alloc(1)]) }),
        /got more/,
      ],
      [
        'when there is less than signed',
        () => ({ kind: 'replace', body: published.subarray(0, -1) }),
        /ended after \d+ of \d+ bytes/,
      ],
      ['when the host fails for good', () => ({ kind: 'status', status: 503 }), /HTTP status 503/],
      ['when the image is not there', () => ({ kind: 'status', status: 403 }), /HTTP status 403/],
    ];
    for (const [name, fault, says] of cases) {
      test(name, async () => {
        const destination = destinationFor('bad');
        const [remove] = always(fault());
        const result = await fetch(destination);
        remove?.();
        assert.equal(result.exitCode, 1, result.log);
        assert.match(onlyError(result), says);
        assert.deepEqual(readdirSync(destination), []);
        const next = await fetch(destination);
        assert.equal(next.exitCode, 0, next.log);
        assertWhole(destination);
      });
    }

    for (const by of ['SIGINT', 'SIGTERM'] as const) {
      test(`when ${by} cancels it`, async () => {
        const destination = destinationFor(by);
        const part = join(destination, 'begun');
        const [remove] = always({ kind: 'slow', bytesPerSecond: 100_000 });
        const running = fetch(destination, { cancel: { onceFilled: part, by } });
        await nameOfPart(destination);
        writeFileSync(part, 'x');
        const result = await running;
        remove?.();
        rmSync(part);
        assert.equal(result.exitCode, 1, result.log);
        assert.match(onlyError(result), /was cancelled/);
        assert.deepEqual(readdirSync(destination), []);
        await fetch(destination);
        assertWhole(destination);
      });
    }

    test('when SIGKILL ends it, which leaves a temporary file for a day', async () => {
      const destination = destinationFor('killed');
      const mark = join(folder, 'kill');
      const [remove] = always({ kind: 'slow', bytesPerSecond: 100_000 });
      const running = fetch(destination, { cancel: { onceFilled: mark, by: 'SIGKILL' } });
      const part = await nameOfPart(destination);
      writeFileSync(mark, 'x');
      const { signal } = await running;
      remove?.();
      assert.equal(signal, 'SIGKILL');
      assert.deepEqual(readdirSync(destination), [part]);
      await fetch(destination);
      assertWhole(destination, [part, statement, fileName].sort());
      utimesSync(join(destination, part), 0, 0);
      await fetch(destination);
      assertWhole(destination);
    });

    test('when the disk is full', async () => {
      const destination = destinationFor('full');
      const { within, says } = fullDisk(destination);
      const result = await fetch(destination, { within });
      assert.equal(result.exitCode, 1, result.log);
      assert.match(onlyError(result), says);
      assert.deepEqual(readdirSync(destination), []);
    });
  });
});

/** The temporary file of a transfer that has begun. */
async function nameOfPart(destination: string): Promise<string> {
  for (;;) {
    const found = readdirSync(destination).find((name) => name.endsWith('.part'));
    if (found !== undefined) return basename(found);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A file system of one mebibyte where this user may mount one; elsewhere no file may be larger than that. */
function fullDisk(folder: string): { readonly within: readonly string[]; readonly says: RegExp } {
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  // No shell: it would drop variables such as INPUT_RELEASE-CHANNEL.
  const mountAndRun = `
    const { execFileSync, spawnSync } = require('node:child_process');
    const [folder, program, ...words] = process.argv.slice(1);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
    process.exitCode = spawnSync(program, words, { stdio: 'inherit' }).status;`;
  const mounting = ['unshare', ...user, '--mount', process.execPath, '-e', mountAndRun, folder];
  const [program = '', ...words] = [...mounting, 'true'];
  if (spawnSync(program, words).status === 0)
    return { within: mounting, says: /The disk is full: .*\.part cannot be written/ };
  return { within: ['prlimit', '--fsize=1048576'], says: /The file cannot be written: .*\.part/ };
}
