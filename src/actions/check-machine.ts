import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type * as z from 'zod';
import type { Finding } from '../host/finding.ts';
import { hostTable } from '../host/host-table.ts';
import type { HostStep } from '../host/hosts.ts';
import { closeKvm, parseKvmChange } from '../host/kvm-access.ts';
import { releaseLease } from '../host/leases.ts';
import { checkHost, type HostWants, refuseBadHost } from '../host/preflight.ts';
import type { Askers } from '../host/reachability.ts';
import { parseFlatMapping } from '../image-builder/config-text.ts';
import { inGroup, type Log } from '../log.ts';
import { collectCertificates } from '../net/certificates.ts';
import { createHttpClient } from '../net/http-client.ts';
import type { Mirrors } from '../net/mirrors.ts';
import type { Firmware, Hypervisor, OperatingSystem } from '../plan/node-image-spec.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { savedState, saveState } from '../runner/state.ts';
import { writeSummary } from '../runner/summary.ts';
import type { hostInputs } from './interface.ts';

/** What of the inputs the machine is looked at for; {@link hostInputs} with what says which image it is. */
export type MachineInputs = z.output<z.ZodObject<ReturnType<typeof hostInputs>>> & {
  readonly hypervisor: Hypervisor;
  readonly os: OperatingSystem;
  readonly 'os-version'?: string | undefined;
  readonly firmware?: Firmware | undefined;
  readonly destination?: string | undefined;
  readonly config?: string | undefined;
  readonly 'config-file'?: string | undefined;
  readonly mirrors: Mirrors;
  readonly 'ca-bundle'?: string | undefined;
};
type Context = MainContext<MachineInputs, 'host'>;

/** What comes next in the job. */
export interface MachineUse {
  /** Whose hosts `full` asks. */
  readonly steps: readonly HostStep[];
  /** Whether this step builds: others on the machine are told. */
  readonly builds: boolean;
}

/** A machine that will do. Disposing of it ends its lease; what was done to /dev/kvm ends with the job. */
export interface UsableMachine extends AsyncDisposable {
  readonly httpAddress: string | undefined;
}

/** Looks at the machine as the inputs want it, says what was found, and refuses one that will not do. */
export async function checkMachine(context: Context, use: MachineUse): Promise<UsableMachine> {
  const { log, inputs } = context;
  const config = await readConfig(inputs);
  await using askers = inputs.preflight === 'full' ? await openAskers(inputs, config) : undefined;
  const wants = { ...wantsOf(inputs, use), configHosts: config, askers };
  const check = async () => {
    const found = await checkHost(wants, (change) => saveState('kvm-change', JSON.stringify(change)));
    for (const line of hostTable(found.report.findings)) log.info(line);
    return found;
  };
  const isLookedAt = inputs.preflight !== 'skip' || inputs.kvm !== 'skip';
  const checked = isLookedAt ? await inGroup(log, 'Check the runner', check) : await check();
  const { findings, httpAddress } = checked.report;
  context.setOutputs({ host: JSON.stringify(checked.report) });
  warn(findings, log);
  if (findings.length > 0) await summarize(findings, context);
  await refuseBadHost(checked);
  return { httpAddress, [Symbol.asyncDispose]: () => releaseLease(checked.leasePath) };
}

/** Takes back what main did to the machine, also when main was killed. */
export async function leaveMachine(log: Log): Promise<void> {
  const change = parseKvmChange(savedState('kvm-change'));
  if (change !== undefined) await closeKvm(change, log);
}

function wantsOf(inputs: MachineInputs, { steps, builds }: MachineUse): HostWants {
  const { hypervisor, os, preflight, kvm } = inputs;
  return {
    preflight,
    kvm,
    hypervisor,
    os,
    osVersion: inputs['os-version'],
    // Bare-metal images boot by UEFI unless somebody asks for an old release's BIOS.
    firmware: inputs.firmware ?? (hypervisor === 'baremetal' ? 'efi' : undefined),
    steps,
    workParent: runnerTemp(),
    destination: resolve(inputs.destination ?? join(runnerTemp(), 'node-images')),
    freeDiskGiB: inputs['free-disk-gib'],
    environment: process.env,
    httpIp: inputs['http-ip'],
    ...(builds && { otherBuilds: inputs['other-builds'] }),
  };
}

/** A first look, for the hosts that it names: what is wrong with the config is said where it is read. */
async function readConfig(inputs: MachineInputs): Promise<Readonly<Record<string, string | undefined>>> {
  const path = inputs['config-file'];
  const file = path === undefined ? '' : await readFile(path, 'utf8').catch(() => '');
  const entries = [file, inputs.config ?? ''].flatMap(
    (text) => parseFlatMapping({ name: 'config', text }, { problems: [], notes: [] }) ?? [],
  );
  return Object.fromEntries(entries.map(({ key, value }) => [key, [value].flat().join(' ')]));
}

/** Impatient, and without a second try: each host is asked once, all at the same time. */
async function openAskers(
  { mirrors, 'ca-bundle': caBundle }: MachineInputs,
  config: Readonly<Record<string, string | undefined>>,
): Promise<Askers & AsyncDisposable> {
  const options = {
    certificates: await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) }),
    userAgent: 'eks-anywhere-node-images',
    timeouts: { connect: 5_000, headers: 5_000, body: 5_000 },
  };
  const runner = createHttpClient({ ...options, proxyEnvironment: process.env });
  const mirror = createHttpClient({ ...options, proxyEnvironment: process.env, mirrors });
  const guest = createHttpClient({ ...options, proxyEnvironment: {} });
  const hasProxy = config['https_proxy'] !== undefined;
  return {
    runner,
    mirror,
    guest: hasProxy ? undefined : guest,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([runner, mirror, guest].map((client) => client.close()));
    },
  };
}

function warn(findings: readonly Finding[], log: Log): void {
  const doubtful = findings.filter(({ verdict }) => verdict === 'doubtful');
  if (doubtful.length === 0) return;
  const lines = doubtful.map(
    ({ what, found, needed, fix }) =>
      `  - ${what}: ${found}; needed: ${needed}.${fix === undefined ? '' : ` ${fix}`}`,
  );
  log.warning(['This runner may be unable to build the image.', ...lines].join('\n'));
}

async function summarize(findings: readonly Finding[], { secrets }: Context): Promise<void> {
  const marks = { good: '✅ good', doubtful: '⚠️ doubtful', bad: '❌ bad' } as const;
  const rows = findings.map(({ what, found, needed, verdict, fix }) => [
    what,
    marks[verdict],
    found,
    needed,
    fix ?? '',
  ]);
  const count = (wanted: Finding['verdict']) => findings.filter(({ verdict }) => verdict === wanted).length;
  // Folded: the result of the step is what its reader came for.
  const details = `This runner: ${count('good')} checks good, ${count('doubtful')} doubtful, ${count('bad')} bad`;
  const table = { head: ['Check', 'Result', 'Found', 'Needed', 'To do'], rows };
  await writeSummary([{ details, blocks: [table] }], secrets);
}
