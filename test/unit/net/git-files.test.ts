import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readGitFiles } from '../../../src/net/git-files.ts';

let folder: string;
let repository: string;
let commit: string;
const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', ...args], {
    cwd: join(folder, 'work'),
    env: environment,
    encoding: 'utf8',
  }).trim();

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'git-files-test-'));
  mkdirSync(join(folder, 'work', 'data'), { recursive: true });
  mkdirSync(join(folder, 'scratch'));
  git('init', '--quiet');
  git('config', 'uploadpack.allowFilter', 'true');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  writeFileSync(join(folder, 'work', 'data', 'VERSIONS'), 'one: ü\n');
  writeFileSync(join(folder, 'work', 'data', 'same'), 'one: ü\n');
  writeFileSync(join(folder, 'work', 'large'), Buffer.alloc(1 << 20, 'x'));
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  commit = git('rev-parse', 'HEAD');
  writeFileSync(join(folder, 'work', 'data', 'VERSIONS'), 'two\n');
  git('commit', '--quiet', '-am', 'second');
  repository = pathToFileURL(join(folder, 'work')).href;
});
after(() => rmSync(folder, { recursive: true }));

const read = (options: Partial<Parameters<typeof readGitFiles>[0]> = {}) =>
  readGitFiles({
    repository,
    commit,
    paths: ['data/VERSIONS', 'data/same', 'data', 'nowhere'],
    environment,
    scratch: join(folder, 'scratch'),
    ...options,
  });

test('files of a commit that is not the newest are read, and nothing is left behind', async () => {
  assert.deepEqual(
    await read(),
    new Map([
      ['data/VERSIONS', 'one: ü\n'],
      ['data/same', 'one: ü\n'],
    ]),
  );
  assert.deepEqual(readdirSync(join(folder, 'scratch')), []);
});

test('a commit without any of the files gives none', async () => {
  assert.equal((await read({ paths: ['nowhere'] })).size, 0);
});

test('a commit that the repository does not have is an error with the words of git', async () => {
  await assert.rejects(read({ commit: '0123456789'.repeat(4) }), /git could not do it: .*0123456789/);
  assert.deepEqual(readdirSync(join(folder, 'scratch')), []);
});

test('a repository that is not there is an error', async () => {
  await assert.rejects(read({ repository: `${repository}-elsewhere` }), /git could not do it/);
});

test('without git the error says so', async () => {
  await assert.rejects(read({ environment: { PATH: folder } }), /spawn git ENOENT/);
});

test('variables that point git at another repository are left out', async () => {
  const stray = { GIT_DIR: '/nowhere', GIT_OBJECT_DIRECTORY: '/nowhere', GIT_WORK_TREE: '/nowhere' };
  assert.equal((await read({ environment: { ...environment, ...stray } })).size, 2);
});
