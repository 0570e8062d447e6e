import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { lendFiles } from '../../../src/image-builder/lent-files.ts';

async function homes(t: TestContext) {
  const scratch = await mkdtemp(join(tmpdir(), 'lent-files-'));
  t.after(() => rm(scratch, { recursive: true }));
  const [from, home] = [join(scratch, 'user'), join(scratch, 'build')];
  await Promise.all([mkdir(from), mkdir(home)]);
  return { from, home };
}

test('credentials of git and curl come along, for the user alone, and their secrets are known', async (t) => {
  const { from, home } = await homes(t);
  await writeFile(join(from, '.netrc'), 'machine mirror.example.com\n login bot password s3cret-netrc\n', {
    mode: 0o644,
  });
  await writeFile(join(from, '.git-credentials'), 'https://bot:s3cret-git@git.example.com\n');
  await writeFile(join(from, '.gitconfig'), '[url "https://mirror/"]\n\tinsteadOf = https://github.com/\n');
  await writeFile(join(from, '.bash_history'), 'export TOKEN=x\n');
  assert.deepEqual(await lendFiles(from, home), {
    passwords: ['s3cret-netrc'],
    addresses: ['https://bot:s3cret-git@git.example.com'],
  });
  assert.deepEqual((await readdir(home)).sort(), ['.git-credentials', '.gitconfig', '.netrc']);
  assert.equal((await stat(join(home, '.netrc'))).mode & 0o777, 0o600);
  assert.match(await readFile(join(home, '.gitconfig'), 'utf8'), /insteadOf/);
});

test('a home without them, or no home at all, lends nothing', async (t) => {
  const { from, home } = await homes(t);
  for (const source of [from, join(from, 'absent'), undefined]) {
    assert.deepEqual(await lendFiles(source, home), { passwords: [], addresses: [] });
  }
  assert.deepEqual(await readdir(home), []);
});
