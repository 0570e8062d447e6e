import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..', '..');

/**
 * The repository as a job downloads it: what is committed, without `export-ignore`. `ACTION_TREE=<folder>` tests
 * another tree, for work in progress.
 */
export function unpackCommittedTree(scratch: string): string {
  const other = process.env['ACTION_TREE'];
  if (other) return resolve(other);
  const folder = join(scratch, 'action');
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['-C', projectRoot, 'archive', 'HEAD'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  return folder;
}
