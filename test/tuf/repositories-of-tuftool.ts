/**
 * Lets tuftool make repositories of Bottlerocket's shape (RSA-3072, 2 of 3, 1 of 3, 1 of 5, all keys changed twice) and reads
 * them with the modules of the action, from each of the three roots:
 *
 *     node test/tuf/repositories-of-tuftool.ts [path of tuftool]
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { KeySet, TestKey } from '../box/tuf-repository.ts';
import { image, imageName, keySets, roleVersion } from './case.ts';
import { serveCase } from './case-server.ts';
import { runOurs } from './clients.ts';

const [program = 'tuftool'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tuftool-'));
const tuftool = (...args: readonly string[]) =>
  execFileSync(program, [...args], { stdio: ['ignore', 'ignore', 'inherit'] });

try {
  const roots = keySets.map((keys, index) => makeRoot(keys, index + 1));
  const input = join(folder, 'input');
  mkdirSync(input);
  writeFileSync(join(input, imageName), image);
  const repository = join(folder, 'repository');
  const version = String(roleVersion);
  const newest = roots.at(-1) ?? '';
  const roleArguments = ['timestamp', 'snapshot', 'targets'].flatMap((role) => [
    ...[`--${role}-expires`, 'in 7 days', `--${role}-version`, version],
  ]);
  const signers = keySets[2].snapshot.slice(0, 1).flatMap((key) => ['--key', pemOf(key)]);
  tuftool(
    'create',
    '--root',
    newest,
    ...signers,
    ...roleArguments,
    '--add-targets',
    input,
    '--outdir',
    repository,
  );
  for (const root of roots) copyFileSync(root, join(repository, 'metadata', basename(root)));

  const read = (of: string) =>
    new Map(
      readdirSync(join(repository, of)).map((name) => [name, readFileSync(join(repository, of, name))]),
    );
  const built = { metadata: read('metadata'), targets: read('targets') };
  for (const anchor of [1, 2, 3] as const) {
    await using server = await serveCase({}, built);
    const own = mkdtempSync(join(folder, 'read-'));
    const { verdict, words } = await runOurs({ tufCase: { anchor }, built, server, folder: own });
    const files = globSync('out/*', { cwd: own });
    const isSame = files.length === 1 && readFileSync(join(own, files[0] ?? '')).equals(image);
    console.log(`from root ${anchor}: ${verdict} ${words}${isSame ? 'with the image' : 'WITHOUT the image'}`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function makeRoot(keys: KeySet, version: number): string {
  const path = join(folder, `${version}.root.json`);
  tuftool('root', 'init', path);
  tuftool('root', 'set-version', path, String(version));
  tuftool('root', 'expire', path, version === 3 ? 'in 52 weeks' : '2020-09-22T00:00:00Z');
  for (const [role, threshold] of Object.entries({ root: 2, timestamp: 1, snapshot: 1, targets: 1 })) {
    tuftool('root', 'set-threshold', path, role, String(threshold));
    for (const key of keys[role as keyof KeySet])
      tuftool('root', 'add-key', path, '--key', pemOf(key), '--role', role);
  }
  const signing = (set: KeySet) => set.root.flatMap((key) => ['--key', pemOf(key)]);
  tuftool('root', 'sign', path, ...signing(keys));
  const before = keySets[version - 2];
  if (before)
    tuftool(
      'root',
      'sign',
      path,
      '--cross-sign',
      join(folder, `${version - 1}.root.json`),
      ...signing(before),
    );
  return path;
}

function pemOf({ id, privateKey }: TestKey): string {
  const path = join(folder, `${id}.pem`);
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return path;
}
