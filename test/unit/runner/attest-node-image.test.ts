import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parse } from 'yaml';

const path = resolve(import.meta.dirname, '../../../actions/attest-node-image/action.yml');
const text = readFileSync(path, 'utf8');

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
const manifest = parse(text) as {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};
const [check, attest, decide] = manifest.runs.steps as readonly [Step, Step, Step];

describe('action.yml of attest-node-image', () => {
  test('pins what it uses by a commit, and names the version', () => {
    assert.match(text, /uses: "actions\/attest@[0-9a-f]{40}" # v\d+\.\d+\.\d+\n/);
  });

  test('hands inputs to scripts through the environment, never as text of the script', () => {
    for (const { run } of manifest.runs.steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
  });

  test('describes every input and output', () => {
    for (const [key, { description }] of Object.entries({ ...manifest.inputs, ...manifest.outputs }))
      assert.match(description, /^\S.*[.`)]$/, key);
  });

  test('signs the digest that was checked, with the predicate of the statement', () => {
    assert.equal(attest.with?.['subject-digest'], '${{ steps.check.outputs.digest }}');
    assert.equal(attest.with?.['predicate-path'], '${{ steps.check.outputs.predicate-path }}');
  });
});

describe('the check of attest-node-image', () => {
  const image = Buffer.from('an image');
  const sum = createHash('sha256').update(image).digest('hex');
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'a b.gz', digest: { sha256: sum } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: { buildDefinition: { buildType: 'https://x' } },
  };

  interface Given {
    readonly statement?: unknown;
    readonly checksums?: string;
    readonly environment?: Readonly<Record<string, string>>;
  }

  function runCheck(t: TestContext, given: Given = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'attest-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const output = file('output', '');
    const { status, stdout, stderr } = spawnSync('bash', ['-c', check.run ?? ''], {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: output,
        GITHUB_SERVER_URL: 'https://github.com',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example.com',
        IMAGE: file('a b.gz', image),
        STATEMENT: file('a.intoto.jsonl', `${JSON.stringify(given.statement ?? statement)}\n`),
        CHECKSUMS: given.checksums === undefined ? '' : file('sums', given.checksums),
        IF_UNAVAILABLE: 'skip',
        SOURCE: 'octo/eks-anywhere-node-images@v1',
        ...given.environment,
      },
    });
    const outputs = Object.fromEntries(
      readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    return { status, outputs, log: stdout + stderr };
  }

  test('hands on name, digest and predicate of what agrees', (t) => {
    const checksums = `${'00'.repeat(32)}  other.gz\n${sum}  a b.gz\n`;
    const { status, outputs, log } = runCheck(t, { checksums });
    assert.equal(status, 0, log);
    assert.equal(outputs['name'], 'a b.gz');
    assert.equal(outputs['digest'], `sha256:${sum}`);
    assert.equal(outputs['available'], 'true');
    assert.deepEqual(JSON.parse(readFileSync(outputs['predicate-path'] ?? '', 'utf8')), statement.predicate);
  });

  const subject = (digest: string, name = 'a b.gz') => ({
    ...statement,
    subject: [{ name, digest: { sha256: digest } }],
  });
  for (const [name, given, says] of [
    ['another image', { statement: subject('00'.repeat(32)) }, /is not about this image: a b\.gz has sha256/],
    ['an image of another name', { statement: subject(sum, 'b.gz') }, /is not about this image/],
    [
      'a statement of another kind',
      { statement: { ...statement, predicateType: 'https://spdx.dev' } },
      /no in-toto statement/,
    ],
    ['what is no statement', { statement: 'text' }, /no in-toto statement/],
    ['no statement at all', { environment: { STATEMENT: '/nowhere/x' } }, /There is no file \/nowhere\/x/],
    ['a checksum that differs', { checksums: `${'00'.repeat(32)}  a.gz\n` }, /does not say that a b\.gz/],
    ['a misspelt choice', { environment: { IF_UNAVAILABLE: 'skp' } }, /choose skip or fail/],
  ] as const) {
    test(`refuses ${name}`, (t) => {
      const { status, outputs, log } = runCheck(t, given);
      assert.equal(status, 1, log);
      assert.match(log, says);
      assert.match(
        log,
        /^::error title=attest-node-image::.*%0AHelp: https:\/\/github\.com\/octo\/eks-anywhere-node-images\/blob\/v1\/docs\/troubleshooting\/collect-attest-report\.md#attest-[a-z-]+$/m,
      );
      assert.equal(outputs['available'], undefined);
    });
  }

  test('links to the commit of the reusable workflow where the runner names no repository', (t) => {
    const environment = { IF_UNAVAILABLE: 'skp', SOURCE: '@', NODE_IMAGES_SOURCE: 'octo/images@0f0f' };
    assert.match(
      runCheck(t, { environment }).log,
      /Help: https:\/\/github\.com\/octo\/images\/blob\/0f0f\/docs\//,
    );
    const unknown = { IF_UNAVAILABLE: 'skp', SOURCE: '@' };
    assert.match(runCheck(t, { environment: unknown }).log, /Help: docs\/troubleshooting\//);
  });

  for (const [name, environment, says] of [
    [
      'on GitHub Enterprise Server',
      { GITHUB_SERVER_URL: 'https://git.example.com' },
      /Enterprise Server has no attestations/,
    ],
    ['without an identity', { ACTIONS_ID_TOKEN_REQUEST_URL: '' }, /id-token: write/],
  ] as const) {
    test(`${name} it skips with a notice, or fails when told to`, (t) => {
      const skipped = runCheck(t, { environment });
      assert.equal(skipped.status, 0, skipped.log);
      assert.match(skipped.log, /^::notice /m);
      assert.match(skipped.log, says);
      assert.equal(skipped.outputs['available'], 'false');
      const failed = runCheck(t, { environment: { ...environment, IF_UNAVAILABLE: 'fail' } });
      assert.equal(failed.status, 1);
      assert.match(failed.log, says);
    });
  }

  test('a failed attestation is a notice only in a repository that is not public, and when it may be skipped', () => {
    const outcome = (VISIBILITY: string, IF_UNAVAILABLE: string) =>
      spawnSync('bash', ['-c', decide.run ?? ''], {
        env: { PATH: process.env['PATH'] ?? '', NAME: 'a.gz', HELP: 'docs/x', VISIBILITY, IF_UNAVAILABLE },
      }).status;
    assert.equal(outcome('private', 'skip'), 0);
    assert.equal(outcome('private', 'fail'), 1);
    assert.equal(outcome('public', 'skip'), 1);
  });
});
