import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBox } from './box.ts';

/**
 * Runs a box until SIGTERM or SIGINT, for shells and for workflows run locally:
 *
 *     node test/box/main.ts [--environment-file PATH] [--scratch DIR]
 *
 * Prints what a process needs to live in it as NAME=value lines; with --environment-file they also go to a file, whole.
 * (Node takes `--env-file` for itself wherever it stands.)
 * With IMAGE_BUILDER_CLI=PATH the tarballs hold that binary instead of the stand-in.
 */
const { values } = parseArgs({
  options: { 'environment-file': { type: 'string' }, scratch: { type: 'string' } },
});
const scratch = values.scratch ?? (await mkdtemp(path.join(tmpdir(), 'box-')));
const cli = process.env['IMAGE_BUILDER_CLI'];
const box = await startBox({ scratch, ...(cli ? { imageBuilderCli: path.resolve(cli) } : {}) });

const lines = Object.entries({
  ...box.environment,
  BOX_PROXY_URL: box.proxyUrl,
  BOX_INTERCEPTING_CA: box.interceptingCa,
  BOX_PUBLIC_CA: box.publicCa,
  BOX_BUNDLE_PUBLIC_KEY: box.bundlePublicKey,
  BOX_SCRATCH: scratch,
})
  .map(([name, value]) => `${name}=${value}\n`)
  .join('');
const envFile = values['environment-file'];
if (envFile !== undefined) await writeFile(envFile, lines);
process.stdout.write(lines);

const signals = ['SIGTERM', 'SIGINT'] as const;
await new Promise<void>((resolve) => {
  for (const signal of signals) process.once(signal, () => resolve());
});
await box[Symbol.asyncDispose]();
if (values.scratch === undefined) await rm(scratch, { recursive: true, force: true });
