import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { tar } from './artifact-bytes.ts';

/** Makes the archive with the image-builder CLI of a release. */
export type ImageBuilderTarball = (eksaVersion: string, cliVersion: string) => Buffer;

/** With a real binary every release ships that one, so that it is compressed only once. */
export async function imageBuilderTarballs(cli: string | undefined): Promise<ImageBuilderTarball> {
  if (cli !== undefined) {
    const tarball = archive(await readFile(cli));
    return () => tarball;
  }
  return (eksaVersion, cliVersion) => archive(Buffer.from(launcher(eksaVersion, cliVersion)));
}

function archive(bytes: Buffer): Buffer {
  return gzipSync(tar([{ name: './image-builder', mode: 0o755, bytes }]), { level: 1 });
}

/**
 * Starts the stand-in CLI in place of the compiled one. The Node settings give it what every Go program has: it
 * obeys the proxy variables and trusts the file in SSL_CERT_FILE.
 */
function launcher(eksaVersion: string, cliVersion: string): string {
  const main = path.join(import.meta.dirname, 'image-builder', 'main.ts');
  return `#!/bin/sh
# Stand-in for the image-builder CLI of EKS Anywhere ${eksaVersion}.
export NODE_USE_ENV_PROXY=1
export NODE_EXTRA_CA_CERTS="$SSL_CERT_FILE"
export STANDIN_CLI_VERSION=${cliVersion}
export STANDIN_EKSA_VERSION=${eksaVersion}
exec ${shellQuoted(process.execPath)} ${shellQuoted(main)} "$@"
`;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
