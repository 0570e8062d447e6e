import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHttpClient } from '../../src/net/http-client.ts';
import { supportMatrix } from '../../src/release/support-matrix.ts';
import { obtainAnsible } from '../../src/toolchain/ansible.ts';
import { openToolStore } from '../../src/toolchain/tool-store.ts';

/** What jobs of the stand-in runner search for programs. */
export const jobPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Puts the Ansible of a release into a tool cache, by the real pip from wherever this machine has its packages: a job
 * in the box reaches the box alone.
 */
export async function putAnsibleInto(toolCache: string, eksaVersion: string, scratch: string): Promise<void> {
  const wheelFolder = join(scratch, 'wheels');
  mkdirSync(wheelFolder, { recursive: true });
  const environment = { ...process.env, PATH: jobPath, RUNNER_TOOL_CACHE: toolCache };
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
