import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient } from '../../src/net/http-client.ts';
import { supportMatrix } from '../../src/release/support-matrix.ts';
import { obtainAnsible } from '../../src/toolchain/ansible.ts';
import { openToolStore } from '../../src/toolchain/tool-store.ts';

const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * What a job that sets up a build searches for programs: the folders of the system, and that of mikefarah's yq, which
 * the box does not have.
 *
 * @throws Error when this machine has no such yq
 */
export function jobPath(): string {
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    join(homedir(), '.cache/eks-anywhere-node-images/bin'),
  ];
  const folder = folders.find((candidate) => isMikefarahs(join(candidate, 'yq')));
  if (folder === undefined) throw new Error("mikefarah's yq 4 is on no folder of PATH");
  return `${folder}:${systemPath}`;
}

function isMikefarahs(path: string): boolean {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).includes('mikefarah');
  } catch {
    return false;
  }
}

/**
 * Puts the Ansible of a release into a tool cache, by the real pip from wherever this machine has its packages: a job
 * in the box reaches the box alone.
 */
export async function putAnsibleInto(toolCache: string, eksaVersion: string, scratch: string): Promise<void> {
  const wheelFolder = join(scratch, 'wheels');
  mkdirSync(wheelFolder, { recursive: true });
  const environment = { ...process.env, PATH: jobPath(), RUNNER_TOOL_CACHE: toolCache };
  const http = createHttpClient({ proxyEnvironment: process.env, userAgent: 'test' });
  await obtainAnsible({
    required: supportMatrix(eksaVersion).tools,
    store: openToolStore([join(toolCache, 'eks-anywhere-node-images')]),
    wheelFolder,
    environment,
    http,
    log: { info: () => {}, warning: () => {}, startGroup: () => {}, endGroup: () => {} },
    signal: new AbortController().signal,
  });
  await http.close();
}
