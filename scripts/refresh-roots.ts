/**
 * Compiles the root.json that Bottlerocket publishes today, when its sha512 stands in known-roots.ts. A release needs it:
 * without it, trust begins at what the host serves, or at a root of 2020. Says what changed; fails, and changes nothing,
 * when the root is unknown, expired, or does not sign itself.
 *
 *     node scripts/refresh-roots.ts [--check] [--ca-bundle <PEM file>]
 *
 * `--check` fails when the newest compiled root is not the newest known one. HTTPS_PROXY is followed.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorMessage } from '../src/action-error.ts';
import { createRemoteFiles } from '../src/bottlerocket/remote-files.ts';
import { compiledRoots } from '../src/bottlerocket/roots/compiled-roots.ts';
import { knownRoots, publishedRootUrl } from '../src/bottlerocket/roots/known-roots.ts';
import { collectCertificates } from '../src/net/certificates.ts';
import { createTransport } from '../src/net/transport.ts';
import { compileRoot } from './compiled-roots.ts';

const folder = resolve(import.meta.dirname, '..', 'src', 'bottlerocket', 'roots');
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, 'ca-bundle': { type: 'string' } },
});

const compiled = compiledRoots.at(-1)?.version;
const newest = knownRoots.at(-1)?.version;
if (values.check) {
  console.log(`compiled in: root ${compiled}; known: root ${newest}`);
  if (compiled !== newest) {
    console.error(
      'The newest root is not compiled in: run `node scripts/refresh-roots.ts`, then build dist.',
    );
    process.exitCode = 1;
  }
} else {
  try {
    console.log(`wrote ${join(folder, compileRoot(await download(), knownRoots, folder))}`);
  } catch (error) {
    console.error(errorMessage(error));
    process.exitCode = 1;
  }
}

async function download(): Promise<Buffer> {
  const caBundle = values['ca-bundle'];
  const transport = createTransport({
    proxyEnvironment: process.env,
    certificates: await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) }),
    userAgent: 'eks-anywhere-node-images',
    timeouts: { connect: 10_000, headers: 30_000, body: 30_000 },
  });
  const files = createRemoteFiles({ transport });
  try {
    const what = "Bottlerocket's published root.json";
    const bytes = await files.read(new URL(publishedRootUrl), { what, maxBytes: 1 << 20 });
    if (bytes === undefined) throw new Error(`There is no ${publishedRootUrl}.`);
    return bytes;
  } finally {
    await files.close();
  }
}
