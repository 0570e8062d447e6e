import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Box, type BoxOptions, startBox } from '../box/box.ts';
import { unpackCommittedTree } from './committed-tree.ts';
import { RunnerJob, type StepOptions, type StepResult } from './runner.ts';

/** Everything an end-to-end test needs: a box, the committed actions, and jobs that run them. */
export interface EndToEnd extends AsyncDisposable {
  readonly box: Box;
  readonly repository: string;
  /** A fresh job: own folders, own steps. */
  job(environment?: Readonly<Record<string, string>>): RunnerJob;
  /** Runs one action as the only step of a job, and its post. */
  run(
    actionPath: string,
    options?: StepOptions,
  ): Promise<StepResult & { readonly job: RunnerJob; readonly posts: readonly StepResult[] }>;
}

/** Inputs that make an action trust the box and ask nothing of the machine. */
export function boxInputs(box: Box): Record<string, string> {
  return { 'bundle-public-key': box.bundlePublicKey, 'ca-bundle': box.interceptingCa };
}

/** Inputs of a bare-metal build in the box. */
export function buildInputs(box: Box): Record<string, string> {
  return {
    ...boxInputs(box),
    'eks-a-version': 'v0.26.1',
    'release-channel': '1-33',
    hypervisor: 'baremetal',
    // The box is a proxy to the runner, and none to the guest.
    'proxy-in-image': 'none',
    // The stand-in builder takes the tools of the machine.
    setup: 'skip',
  };
}

/** A vCenter that nobody asks: the stand-in builder needs none. */
export const vsphereConnection = {
  vcenter_server: 'vcenter.example.com',
  username: 'builder@vsphere.local',
  datacenter: 'DC0',
  cluster: 'C0',
  datastore: 'LocalDS_0',
  folder: '/DC0/vm/build',
  network: '/DC0/network/VM Network',
  insecure_connection: 'false',
} as const;

/** Inputs of a vSphere build in the box. */
export function vsphereInputs(box: Box): Record<string, string> {
  return {
    ...buildInputs(box),
    hypervisor: 'vsphere',
    config: JSON.stringify(vsphereConnection),
    secrets: `password=${vcenterPassword}`,
  };
}

export const vcenterPassword = 'vC3nter "pass" %21';

/** What the root action asks of the machine: the stand-in builder needs no virtual machine and little disk. */
export const undemanding = { preflight: 'skip', kvm: 'skip', 'free-disk-gib': '1' } as const;

/** With `IMAGE_BUILDER_CLI=/path` the box ships that binary instead of the stand-in. */
export async function startEndToEnd(boxOptions: Pick<BoxOptions, 'recordsRoot'> = {}): Promise<EndToEnd> {
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'));
  const cli = process.env['IMAGE_BUILDER_CLI'];
  const box = await startBox({
    ...boxOptions,
    scratch: join(scratch, 'box'),
    ...(cli && { imageBuilderCli: resolve(cli) }),
  });
  const repository = unpackCommittedTree(scratch);
  const job = (environment: Readonly<Record<string, string>> = {}) =>
    new RunnerJob({ repository, scratch, environment: { ...box.environment, ...environment } });
  return {
    box,
    repository,
    job,
    run: async (actionPath, options) => {
      const ownJob = job();
      const result = await ownJob.step(actionPath, options);
      return { ...result, job: ownJob, posts: await ownJob.post() };
    },
    [Symbol.asyncDispose]: async () => {
      await box[Symbol.asyncDispose]();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** The one error annotation of a failed step. */
export function onlyError(result: StepResult): string {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  if (errors.length !== 1) throw new Error(`${errors.length} errors instead of one:\n${result.log}`);
  return errors[0]?.message ?? '';
}
