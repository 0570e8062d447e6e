import { chmod, copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a build needs of its user's home although its own is empty: how git and curl reach a mirror that asks for
 * a name. Nothing else of the home is lent.
 */
const lentFiles = ['.gitconfig', '.netrc', '.git-credentials'];

/** What the lent files hold that nobody may print. */
export interface LentSecrets {
  readonly passwords: readonly string[];
  /** Addresses with user-info. */
  readonly addresses: readonly string[];
}

/**
 * Copies the files that are there into the home of a build, readable by the user alone.
 *
 * @returns the secrets in them: `.netrc` as inetutils describes it, `.git-credentials` as git-credential-store does
 */
export async function lendFiles(from: string | undefined, home: string): Promise<LentSecrets> {
  const texts = await Promise.all(lentFiles.map((name) => lend(name, from, home)));
  const [, netrc = '', credentials = ''] = texts;
  return {
    passwords: [...netrc.matchAll(/\bpassword\s+(\S+)/g)].map(([, password = '']) => password),
    addresses: credentials.split('\n').filter((line) => line.includes('://')),
  };
}

async function lend(name: string, from: string | undefined, home: string): Promise<string> {
  if (!from) return '';
  try {
    const text = await readFile(join(from, name), 'utf8');
    await copyFile(join(from, name), join(home, name));
    await chmod(join(home, name), 0o600);
    return text;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
