/**
 * How long setup-image-builder takes, cold and warm, behind a link of 50 MB/s: on a machine that keeps its tools, and on
 * one that has the Actions cache alone. Packer is the real one of this machine, Ansible is real and, because the box
 * has no package index, in the store beforehand. Budgets: warm below 3 s without a request, and below 20 s from the
 * cache. Needs packer, pip and mikefarah's yq.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { repackedPacker } from '../box/hosts/hashicorp-releases.ts';
import { jobPath, putAnsibleInto } from '../support/ansible-store.ts';
import { boxInputs, startEndToEnd, undemanding } from '../support/e2e.ts';

const runs = 5;
const release = 'v0.26.1';
process.env['ACTION_TREE'] ??= resolve(import.meta.dirname, '..', '..');

const e2e = await startEndToEnd();
const scratch = mkdtempSync(join(tmpdir(), 'bench-setup-'));
const toolCache = join(scratch, 'tools');
const store = join(toolCache, 'eks-anywhere-node-images');
const temp = join(scratch, 'temp');
try {
  await putAnsibleInto(toolCache, release, scratch);
  e2e.box.packerReleases.packer = repackedPacker;
  e2e.box.fault({ path: /./ }, { kind: 'slow', bytesPerSecond: 50e6 });
  const times = { cold: [] as number[], warm: [] as number[], cached: [] as number[] };
  await measure('self-hosted');
  for (let round = 0; round < runs; round += 1) {
    forgetTools();
    times.cold.push(await measure('self-hosted'));
    const before = e2e.box.requests.length;
    times.warm.push(await measure('self-hosted'));
    if (e2e.box.requests.length !== before) throw new Error('a warm set-up made requests');
  }
  forgetTools();
  await measure('github-hosted');
  for (let round = 0; round < runs; round += 1) {
    forgetTools();
    times.cached.push(await measure('github-hosted'));
  }
  console.log(`| what | fastest of ${runs} | slowest |\n|---|---|---|`);
  for (const [what, list] of [
    ['cold: CLI, Packer and its plugins downloaded, verified, unpacked', times.cold],
    ['warm, from the tool cache: no request', times.warm],
    ['warm, from the Actions cache: archives verified and unpacked again', times.cached],
  ] as const) {
    console.log(`| ${what} | ${Math.min(...list).toFixed(0)} ms | ${Math.max(...list).toFixed(0)} ms |`);
  }
} finally {
  await e2e[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true });
}

/** All but Ansible. */
function forgetTools(): void {
  for (const tool of ['packer', 'packer-plugins', 'image-builder'])
    rmSync(join(store, tool), { recursive: true, force: true });
}

async function measure(kind: 'self-hosted' | 'github-hosted'): Promise<number> {
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp);
  const job = e2e.job({
    RUNNER_TOOL_CACHE: toolCache,
    RUNNER_TEMP: temp,
    RUNNER_ENVIRONMENT: kind,
    PATH: jobPath(),
  });
  const started = performance.now();
  const { exitCode, log } = await job.step('actions/setup-image-builder', {
    inputs: {
      ...boxInputs(e2e.box),
      ...undemanding,
      'eks-a-version': release,
      hypervisor: 'vsphere',
      'install-packages': 'never',
      'hashicorp-public-key': e2e.box.packerReleases.key.armored,
    },
  });
  if (exitCode !== 0) throw new Error(log);
  return performance.now() - started;
}
