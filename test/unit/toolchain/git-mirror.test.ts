import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { obtainGitMirror, readFromMirror } from '../../../src/toolchain/git-mirror.ts';

const environment = {
  PATH: process.env['PATH'],
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

/** An upstream repository, and what a mirror of it takes. */
async function upstream(context: TestContext) {
  const scratch = await mkdtemp(join(tmpdir(), 'git-mirror-'));
  context.after(() => rm(scratch, { recursive: true, force: true }));
  const repository = join(scratch, 'upstream');
  await mkdir(repository);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, ...args], { env: environment, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  const commit = async (text: string): Promise<string> => {
    await writeFile(join(repository, 'GIT_TAG'), `${text}\n`);
    git('add', '.');
    git('commit', '--quiet', '--message', text);
    return git('rev-parse', 'HEAD');
  };
  const request = (revision: string) => ({
    url: pathToFileURL(repository).href,
    revision,
    root: join(scratch, 'mirrors'),
    environment,
    signal: new AbortController().signal,
  });
  return { scratch, repository, git, commit, request };
}

suite('A git mirror', () => {
  test('is cloned once, and asks nobody while it has what is needed', async (context) => {
    const { repository, commit, request } = await upstream(context);
    const first = await commit('v0.1.48');
    const folder = await obtainGitMirror(request(first));
    assert.equal(await readFromMirror(folder, 'GIT_TAG', request(first)), 'v0.1.48');

    await rename(repository, `${repository}-gone`);
    assert.equal(await obtainGitMirror(request(first)), folder);
    await assert.rejects(obtainGitMirror(request('f'.repeat(40))), /cannot be fetched/);
  });

  test('fetches what is new, tags and rewritten branches included', async (context) => {
    const { git, commit, request } = await upstream(context);
    await obtainGitMirror(request(await commit('one')));
    git('commit', '--quiet', '--amend', '--message', 'another one');
    const second = await commit('two');
    git('tag', 'v2');

    await obtainGitMirror(request(second));
    const folder = await obtainGitMirror(request('v2'));
    assert.equal(await readFromMirror(folder, 'GIT_TAG', request('v2')), 'two');
  });

  test('is cloned anew when what lies in its place is no repository', async (context) => {
    const { commit, request } = await upstream(context);
    const revision = await commit('one');
    const folder = await obtainGitMirror(request(revision));
    await rm(join(folder, 'HEAD'));
    assert.equal(await obtainGitMirror(request(revision)), folder);
    assert.equal(await readFromMirror(folder, 'GIT_TAG', request(revision)), 'one');
  });

  test('can be made by two jobs at once', async (context) => {
    const { commit, request } = await upstream(context);
    const revision = await commit('one');
    const folders = await Promise.all([1, 2, 3].map(() => obtainGitMirror(request(revision))));
    assert.equal(new Set(folders).size, 1);
  });

  test('that another job has finished meanwhile stays where it is', async (context) => {
    const { scratch, commit, request } = await upstream(context);
    const revision = await commit('one');
    const programs = join(scratch, 'bin');
    await mkdir(programs);
    // While this one still clones, the other is done: its folder is known by a file of its own.
    const other = join(scratch, 'mirrors', new URL(request(revision).url).pathname);
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh
case " $* " in *' clone '*) '${real}' clone --quiet --bare '${request(revision).url}' '${other}'; touch '${other}/mine' ;; esac
exec '${real}' "$@"\n`;
    await writeFile(join(programs, 'git'), script, { mode: 0o755 });
    const slow = { ...environment, PATH: `${programs}:${environment.PATH}` };
    assert.equal(await obtainGitMirror({ ...request(revision), environment: slow }), other);
    assert.deepEqual(await readdir(dirname(other)), ['upstream']);
    await access(join(other, 'mine'));
  });

  test('takes away what a killed clone left a day ago, and nothing younger', async (context) => {
    const { scratch, commit, request } = await upstream(context);
    const revision = await commit('one');
    const place = join(scratch, 'mirrors', new URL(request(revision).url).pathname);
    for (const name of ['old', 'new']) await mkdir(`${place}.${name}`, { recursive: true });
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(`${place}.old`, twoDaysAgo, twoDaysAgo);
    await obtainGitMirror(request(revision));
    assert.deepEqual((await readdir(dirname(place))).sort(), ['upstream', 'upstream.new']);
  });

  test('says so when upstream does not have the revision', async (context) => {
    const { commit, request } = await upstream(context);
    await commit('one');
    await assert.rejects(obtainGitMirror(request('v9.9.9')), /has no v9\.9\.9\./);
  });
});
