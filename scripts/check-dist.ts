/** Proves that dist is what `npm run build` makes of the sources, byte for byte. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const committed = join(root, 'dist');
const rebuilt = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.ts'), '--out', rebuilt], { stdio: 'inherit' });
  const names = [...new Set([...readdirSync(committed), ...readdirSync(rebuilt)])].sort();
  const differing = names.filter(
    (name) => !contents(committed, name)?.equals(contents(rebuilt, name) ?? Buffer.alloc(0)),
  );
  if (differing.length > 0) {
    console.error(
      `dist is not what the sources build: ${differing.join(', ')}\nRun \`npm run build\` and commit dist.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(rebuilt, { recursive: true });
}

function contents(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}
