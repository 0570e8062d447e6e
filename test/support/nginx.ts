import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A port of loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A key and a certificate for `localhost` that vouches for itself. */
export function makeCertificate(folder: string): { readonly key: string; readonly certificate: string } {
  const key = join(folder, 'server.key');
  const certificate = join(folder, 'server.crt');
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ...['-keyout', key, '-out', certificate],
  ]);
  return { key, certificate };
}

/**
 * The nginx of this machine with the `server` blocks that are given.
 *
 * @param folder for its configuration and its files
 * @param port one that the blocks listen on
 */
export async function startNginx(folder: string, servers: string, port: number): Promise<AsyncDisposable> {
  mkdirSync(folder, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const configuration = `
    ${isRoot ? 'user root;' : ''}
    daemon off;
    pid ${folder}/nginx.pid;
    error_log ${folder}/error.log;
    events {}
    http {
      access_log ${folder}/access.log;
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi;
      scgi_temp_path ${folder}/scgi;
      ${servers}
    }`;
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  const child = spawn('nginx', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  const ended = once(child, 'exit');
  for (let attempt = 0; ; attempt += 1) {
    const answers = await isListening(port);
    if (answers) break;
    if (child.exitCode !== null || attempt === 100) throw new Error('nginx does not start');
    await setTimeout(50);
  }
  return {
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    // A server that wants TLS closes the connection; only a refusal says that nobody is there.
    (error: { readonly cause?: { readonly code?: string } }) => error.cause?.code !== 'ECONNREFUSED',
  );
}

/** A line for `auth_basic_user_file`. */
export function passwordLine(user: string, password: string): string {
  const hash = execFileSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' }).trim();
  return `${user}:${hash}\n`;
}
