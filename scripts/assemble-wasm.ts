/**
 * Assembles the inner loop of the LZ4 decoder from its text and writes it beside it, as base64 in a module.
 *
 * Usage: node scripts/assemble-wasm.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openWabt from 'wabt';

const folder = join(import.meta.dirname, '..', 'src', 'bottlerocket', 'lz4');

/** The module that src/bottlerocket/lz4/block-wasm.ts has to be. */
export async function assembledModule(): Promise<string> {
  const wabt = await openWabt();
  const source = wabt.parseWat('block.wat', readFileSync(join(folder, 'block.wat'), 'utf8'), {
    bulk_memory: true,
  });
  source.validate();
  const { buffer } = source.toBinary({});
  source.destroy();
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,100}/g);
  return [
    '/** block.wat, assembled by scripts/assemble-wasm.ts; a test compares the two. */',
    'export const blockWasm = [',
    ...(lines ?? []).map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(folder, 'block-wasm.ts'), await assembledModule());
}
