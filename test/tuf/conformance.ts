/**
 * The protocol of theupdateframework/tuf-conformance (CLIENT-CLI.md), spoken by the modules that the action uses: the
 * walk over the roots, the strict layer before tuf-js, and the download. Unlike the action it keeps metadata between
 * runs and follows delegations. Exit code 0 or 1.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import { errorMessage } from '../../src/action-error.ts';
import { createRemoteFiles, type RemoteFiles } from '../../src/bottlerocket/remote-files.ts';
import { openClient, type Target } from '../../src/bottlerocket/tuf/client.ts';
import { walkRoots } from '../../src/bottlerocket/tuf/root-chain.ts';
import { writeImage } from '../../src/bottlerocket/write-image.ts';
import { createTransport } from '../../src/net/transport.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'metadata-dir': { type: 'string', default: '' },
    'metadata-url': { type: 'string', default: '' },
    'target-base-url': { type: 'string', default: '' },
    'target-dir': { type: 'string', default: '' },
    'target-name': { type: 'string', multiple: true, default: [] },
  },
});
const metadataDir = values['metadata-dir'];

try {
  const [command, trustedRoot = ''] = positionals;
  if (command === 'init') copyFileSync(trustedRoot, join(metadataDir, 'root.json'));
  else if (command === 'refresh') await withFiles((files) => refresh(files));
  else if (command === 'download') await withFiles((files) => download(files));
  else throw new RangeError(`no such command: ${command}`);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}

async function withFiles(work: (files: RemoteFiles) => Promise<unknown>): Promise<void> {
  const transport = createTransport({
    proxyEnvironment: {},
    certificates: undefined,
    userAgent: 'conformance-client',
    timeouts: { connect: 5_000, headers: 5_000, body: 5_000 },
  });
  const files = createRemoteFiles({ transport, policy: { attempts: 2, baseDelayMs: 10, maxDelayMs: 100 } });
  try {
    await work(files);
  } finally {
    await files.close();
  }
}

async function refresh(files: RemoteFiles) {
  const metadataUrl = folder(values['metadata-url']);
  const trusted = join(metadataDir, 'root.json');
  const keepRoot = (bytes: Buffer) => writeFileSync(trusted, bytes);
  const { chain } = await walkRoots({
    metadataUrl,
    files,
    trustedRoots: [readFileSync(trusted)],
    onRoot: keepRoot,
  });
  return openClient({
    metadataUrl,
    files,
    metadataDir,
    trustedRoots: chain,
    now: new Date(),
    expired: 'refuse',
    delegations: 'follow',
  });
}

async function download(files: RemoteFiles): Promise<void> {
  const { find, verifier } = await refresh(files);
  for (const name of values['target-name']) {
    const target = await find(name);
    if (target === undefined) throw new RangeError(`no role signs ${name}`);
    const destination = join(values['target-dir'], encodeURIComponent(name));
    if (isAtHand(destination, target)) continue;
    await writeImage({
      url: urlOf(target, verifier.root.consistent_snapshot),
      target,
      destination,
      conversion: { kind: 'keep' },
      files,
      signal: new AbortController().signal,
    });
  }
}

function isAtHand(path: string, { length, sha256 }: Target): boolean {
  try {
    const bytes = readFileSync(path);
    return bytes.length === length && createHash('sha256').update(bytes).digest('hex') === sha256;
  } catch {
    return false;
  }
}

/** §5.7.3; names with folders are for other repositories than Bottlerocket's. */
function urlOf({ name, sha256 }: Target, consistentSnapshot: boolean): URL {
  const { dir, base } = posix.parse(name);
  const file = consistentSnapshot ? posix.join(dir, `${sha256}.${base}`) : name;
  return new URL(file.split('/').map(encodeURIComponent).join('/'), folder(values['target-base-url']));
}

function folder(address: string): URL {
  return new URL(address.endsWith('/') ? address : `${address}/`);
}
