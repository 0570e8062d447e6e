/** `net/http` as the CLI uses it: no status is ever looked at. */

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { GoError, pathError } from './go-runtime.ts';

/** `http.Get`; throws what Go's url.Error says. */
async function get(url: string): Promise<Response> {
  const refuse = (reason: string): GoError => new GoError(`Get "${url}": ${reason}`);
  if (!/^https?:/.test(url)) throw refuse(`unsupported protocol scheme "${/^(\w+):/.exec(url)?.[1] ?? ''}"`);
  try {
    return await fetch(url, { headers: { 'user-agent': 'Go-http-client/1.1' } });
  } catch (error) {
    throw refuse(networkError(error));
  }
}

/** The CLI's readFileFromURL. */
export async function getText(url: string): Promise<string> {
  const response = await get(url).catch((error: unknown) => {
    throw error instanceof GoError
      ? new GoError(`failed reading file from URL [${url}]: ${error.message}`)
      : error;
  });
  try {
    return await response.text();
  } catch {
    throw new GoError(`failed reading contents of URL body [${url}]: unexpected EOF`);
  }
}

/** The CLI's downloadFile: whatever the server says becomes the file, an error page too; a cut body stays as it is. */
export async function downloadFile(file: string, url: string): Promise<void> {
  const { body } = await get(url);
  let out: number;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    out = openSync(file, 'w');
  } catch (error) {
    throw pathError('open', file, error);
  }
  try {
    for await (const chunk of body ?? []) writeSync(out, chunk);
  } catch {
    throw new GoError('unexpected EOF');
  } finally {
    closeSync(out);
  }
}

/** Go's words for the failures that a test of the network can provoke. */
function networkError(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  if (code === 'ECONNREFUSED') {
    const address = /[\d.]+:\d+$/.exec(message)?.[0] ?? '';
    const isProxy = process.env['https_proxy']?.includes(`//${address}`) ?? false;
    return `${isProxy ? 'proxyconnect tcp: ' : ''}dial tcp ${address}: connect: connection refused`;
  }
  if (code === 'ENOTFOUND') return 'dial tcp: lookup failed: no such host';
  if (/ISSUER|SELF_SIGNED|VERIFY/.test(code)) {
    return 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
  }
  if (message.includes('502')) return 'Bad Gateway';
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' ? 'EOF' : message;
}
