/** The image-builder CLI in a box of its own: the stand-in, or with IMAGE_BUILDER_CLI=<path> a real binary. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { type Box, startBox } from '../box/box.ts';
import { ReleaseHistory } from '../box/release-history.ts';
import { releaseManifest } from '../box/release-manifest.ts';

const standIn = path.join(import.meta.dirname, '../box/image-builder/main.ts');
export const realCli = process.env['IMAGE_BUILDER_CLI'];

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly detached?: boolean;
}

export interface CliUnderTest extends AsyncDisposable {
  readonly box: Box;
  readonly scratch: string;
  /** Starts the CLI in a folder, which is made when it is not there. */
  start(args: readonly string[], cwd: string, options?: RunOptions): ChildProcess;
  run(args: readonly string[], cwd: string, options?: RunOptions): Promise<Answer>;
}

export async function startCliUnderTest(): Promise<CliUnderTest> {
  // The recorded modes are those of the usual mask.
  process.umask(0o022);
  const scratch = mkdtempSync(path.join(tmpdir(), 'stand-in-cli-'));
  const box = await startBox({ scratch: path.join(scratch, 'box') });
  const environment = environmentIn(box, scratch);
  const start: CliUnderTest['start'] = (args, cwd, { environment: extra = {}, detached = false } = {}) => {
    mkdirSync(cwd, { recursive: true });
    const [command, words] = realCli === undefined ? [process.execPath, [standIn, ...args]] : [realCli, args];
    const env = { ...environment, ...extra };
    return spawn(command, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached });
  };
  return {
    box,
    scratch,
    start,
    run: (args, cwd, options) => answerOf(start(args, cwd, options)),
    async [Symbol.asyncDispose]() {
      await box[Symbol.asyncDispose]();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function environmentIn(box: Box, scratch: string): Record<string, string> {
  const authorities = path.join(scratch, 'authorities.pem');
  const pems = [box.interceptingCa, box.publicCa].map((file) => readFileSync(file, 'utf8'));
  writeFileSync(authorities, pems.join('\n'));
  return {
    ...box.environment,
    PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: path.join(scratch, 'home'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    SSL_CERT_FILE: authorities,
    GIT_SSL_CAINFO: authorities,
    CURL_CA_BUNDLE: authorities,
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: authorities,
    NODE_COMPILE_CACHE: path.join(scratch, 'compile-cache'),
    STANDIN_CLI_VERSION: 'v0.7.0',
    STANDIN_EKSA_VERSION: 'v0.26.1',
    STANDIN_SCRATCH: scratch,
  };
}

/**
 * Leaves three releases in the release manifest, those of the recordings; the box has a hundred more, which cost every
 * reader a fifth of a second.
 * @returns what ends it
 */
export async function shortenReleaseManifest(box: Box): Promise<() => void> {
  const document = parse(releaseManifest(await ReleaseHistory.load()));
  const recorded = ['v0.25.3', 'v0.26.0', 'v0.26.1'];
  const all: readonly { readonly version: string }[] = document.spec.releases;
  const releases = recorded.flatMap((version) => all.filter((release) => release.version === version));
  const body = stringify({ ...document, spec: { ...document.spec, releases } });
  const match = { host: 'anywhere-assets.eks.amazonaws.com', path: /eks-a\/manifest/ };
  return box.fault(match, { kind: 'replace', body });
}

/** Resolves when the process and everybody who inherited its pipes have ended. */
export async function answerOf(child: ChildProcess): Promise<Answer> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  await once(child, 'close');
  return { stdout, stderr, exitCode: child.exitCode };
}

/** Waits for a process to say its pid. */
export async function pidIn(file: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text !== '') return Number(text);
    await delay(50);
  }
  return assert.fail(`no pid in ${file}`);
}
