/**
 * Builds dist: `tsc` emits JavaScript, one `ncc build` bundles it with a lazy chunk per action, and a stub of a
 * few lines per action step is written beside it. One bundle, because five would hold the same libraries five
 * times. ncc gets JavaScript, not TypeScript: its own loader re-checks types without our settings.
 *
 * Usage: node scripts/build.ts [--out DIR]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const out = resolve(values.out);
const emitted = join(root, 'build');

rmSync(emitted, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
run('@vercel/ncc/dist/ncc/cli.js', [
  'build',
  join(emitted, 'main.js'),
  '--no-cache',
  '--quiet',
  '--license',
  'licenses.txt',
  '--out',
  out,
]);
for (const { name, hasPost } of await describeActions()) {
  writeStub(`${name}.js`, 'main', name);
  if (hasPost) writeStub(`${name}-post.js`, 'post', name);
}
writeFileSync(join(out, 'tool-cache.js'), "import { toolCache } from './index.js';\n\nawait toolCache();\n");
rmSync(emitted, { recursive: true });
console.log(`${out}: ${readdirSync(out).length} files, ${(totalBytes() / 1e6).toFixed(2)} MB`);

function run(script: string, args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
}

async function describeActions() {
  const { actionNames, loadAction } = await import('../src/main.ts');
  return Promise.all(
    actionNames.map(async (name) => ({ name, hasPost: (await loadAction(name)).post !== undefined })),
  );
}

function writeStub(file: string, step: 'main' | 'post', name: string): void {
  writeFileSync(join(out, file), `import { ${step} } from './index.js';\n\nawait ${step}('${name}');\n`);
}

function totalBytes(): number {
  return readdirSync(out).reduce((sum, file) => sum + readFileSync(join(out, file)).length, 0);
}
