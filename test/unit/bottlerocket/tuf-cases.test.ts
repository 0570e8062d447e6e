import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { groups } from '../../tuf/all-cases.ts';
import { buildCase } from '../../tuf/case.ts';
import { serveCase } from '../../tuf/case-server.ts';
import { commandCases } from '../../tuf/cases/command-line.ts';
import { runOurs } from '../../tuf/clients.ts';
import { commandGroup } from '../../tuf/command-case.ts';
import { casesFile, type RecordedCase } from '../../tuf/recorded-cases.ts';

const recorded = JSON.parse(readFileSync(casesFile, 'utf8')) as readonly RecordedCase[];
const lineOf = new Map(recorded.map((line) => [line.name, line]));

describe('cases.json', () => {
  test('has a line for each case, and at least 126', () => {
    const names = [...Object.values(groups), commandCases].flatMap((cases) => Object.keys(cases));
    assert.deepEqual([...lineOf.keys()], names);
    assert.ok(names.length >= 126);
  });

  test('gives a reason wherever the suite and tuftool differ, and nowhere else', () => {
    for (const { name, tuftool, ours, why } of recorded) {
      assert.equal(why !== undefined, tuftool.verdict !== ours.verdict, name);
    }
  });

  test('refuses all metadata that tuftool refuses; only transfers, addresses and the command line go on where tuftool gives up', () => {
    const weaker = recorded.filter(
      ({ tuftool, ours }) => tuftool.verdict === 'refused' && ours.verdict === 'accepted',
    );
    for (const { name, group, why } of weaker) {
      const reason = {
        'Transfer of the image': /^more patient: length and sha256 decide/,
        'Addresses and proxies': /^easier: a folder is meant/,
        [commandGroup]: /^easier: /,
      }[group];
      assert.match(why ?? '', reason ?? /^never$/, name);
    }
  });
});

describe(commandGroup, () => {
  for (const [name, { ours, proof }] of Object.entries(commandCases)) {
    test(`${name}: a test of the action proves that it is ${ours.verdict}`, () => {
      assert.deepEqual(lineOf.get(name)?.ours, ours);
      assert.deepEqual(lineOf.get(name)?.proof, proof);
      const file = readFileSync(join(import.meta.dirname, '../../..', proof.file), 'utf8');
      assert.ok(file.includes(proof.test), proof.file);
    });
  }
});

for (const [group, cases] of Object.entries(groups)) {
  describe(group, { concurrency: 8 }, () => {
    for (const [name, tufCase] of Object.entries(cases)) {
      const line = lineOf.get(name);
      test(`${line?.ours.verdict}: ${name}`, async (t) => {
        const folder = mkdtempSync(join(tmpdir(), 'tuf-case-'));
        t.after(() => rmSync(folder, { recursive: true, force: true }));
        const built = buildCase(tufCase);
        await using server = await serveCase(tufCase, built);
        const { verdict, words, error } = await runOurs({ tufCase, built, server, folder });
        assert.equal(verdict, line?.ours.verdict, words);
        const out = join(folder, 'out');
        const files = existsSync(out) ? readdirSync(out) : [];
        const signed = [...built.targets.values()];
        for (const file of files)
          assert.ok(signed.some((bytes) => bytes.equals(readFileSync(join(out, file)))));
        if (verdict === 'accepted') return assert.equal(files.length, tufCase.wanted?.length ?? 1);
        assert.ok(error instanceof ActionError, String(error));
        assert.ok(files.length < (tufCase.wanted?.length ?? 1));
        // What the network says differs by machine.
        if (!words.includes('could not be downloaded')) assert.equal(words, line?.ours.words);
      });
    }
  });
}
