import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { boxInputs, type EndToEnd, startEndToEnd } from '../support/e2e.ts';
import { groups } from '../tuf/all-cases.ts';
import { buildCase, type TufCase } from '../tuf/case.ts';

const host = 'updates.bottlerocket.aws';
const metadataFolder = '/2020-07-07/vmware-k8s-1.33/x86_64/';
const cases: Readonly<Record<string, TufCase>> = Object.assign({}, ...Object.values(groups));

/** A handful of test/tuf/cases.json; all of them go through the same modules in test/unit. */
const chosen: Readonly<Record<string, RegExp | 'accepted'>> = {
  'from root 1, expired long ago, over two rotations of all keys': 'accepted',
  'root 2 is signed by 1 of 2 old keys': /root metadata .* is refused/,
  'one key reaches the threshold under two ids': /root metadata .* is refused/,
  'a PSS salt of 20 bytes': /timestamp metadata .* is refused/,
  'the newest root is expired': /The trust anchor is too old: root 3/,
  'the timestamp is expired': /timestamp metadata .* expired on/,
  'the image has one byte changed': /sha256/,
};

describe('fetch-bottlerocket, as committed, before altered repositories', () => {
  let e2e: EndToEnd;
  let scratch: string;
  before(async () => {
    e2e = await startEndToEnd();
    scratch = mkdtempSync(join(tmpdir(), 'tuf-cases-'));
  });
  after(async () => {
    rmSync(scratch, { recursive: true, force: true });
    await e2e[Symbol.asyncDispose]();
  });

  for (const [name, expected] of Object.entries(chosen)) {
    test(`${expected === 'accepted' ? expected : 'refused'}: ${name}`, async () => {
      const tufCase = cases[name] ?? {};
      const remove = serveInBox(e2e, tufCase);
      const root = join(scratch, 'root.json');
      writeFileSync(root, buildCase(tufCase).metadata.get('1.root.json') ?? '');
      const inputs = { 'release-channel': '1-33', hypervisor: 'vmware', root, 'upload-artifact': 'none' };
      try {
        const { exitCode, log, outputs } = await e2e.run('actions/fetch-bottlerocket', {
          inputs: { ...boxInputs(e2e.box), ...inputs },
        });
        if (expected === 'accepted') return assert.equal(exitCode, 0, log);
        assert.equal(exitCode, 1, log);
        assert.match(log, expected);
        assert.equal(outputs['path'] ?? '', '');
      } finally {
        for (const undo of remove) undo();
      }
    });
  }
});

/** The whole repository of one variant, in the place of the box's own. */
function serveInBox({ box }: EndToEnd, tufCase: TufCase): ReadonlyArray<() => void> {
  const built = buildCase(tufCase);
  const files = new Map<string, Buffer>([
    ...[...built.metadata].map(([name, bytes]) => [`${metadataFolder}${name}`, bytes] as const),
    ...[...built.targets].map(([name, bytes]) => [`/targets/${name}`, bytes] as const),
  ]);
  for (const [path, answer] of Object.entries(tufCase.serve?.(built) ?? {})) {
    const [first] = [answer].flat();
    if (Buffer.isBuffer(first))
      files.set(path.replace(/^metadata\//, metadataFolder).replace(/^targets/, '/targets'), first);
  }
  const faults = [...files].map(([path, body]) =>
    box.fault({ host, path: new RegExp(`^${RegExp.escape(path)}$`) }, { kind: 'replace', body }),
  );
  const rest = { host, path: new RegExp(`^${RegExp.escape(metadataFolder)}`) };
  return [...faults, box.fault(rest, { kind: 'status', status: 403 })];
}
