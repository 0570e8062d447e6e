import { join, resolve } from 'node:path';
import type * as z from 'zod';
import type { Finding } from '../host/finding.ts';
import { hostTable } from '../host/host-table.ts';
import { closeKvm, parseKvmChange } from '../host/kvm-access.ts';
import { releaseLease } from '../host/leases.ts';
import { checkHost, type HostWants, refuseBadHost } from '../host/preflight.ts';
import type { Askers } from '../host/reachability.ts';
import { parseFlatMapping } from '../image-builder/config-text.ts';
import { inGroup, type Log } from '../log.ts';
import { collectCertificates } from '../net/certificates.ts';
import { createHttpClient } from '../net/http-client.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { savedState, saveState } from '../runner/state.ts';
import { writeSummaryTables } from '../runner/summary.ts';
import type { buildInputs, hostInputs } from './interface.ts';

type Inputs = z.output<z.ZodObject<typeof buildInputs & ReturnType<typeof hostInputs>>>;
type Context = MainContext<Inputs, 'host'>;

/** A machine that will do. Disposing of it ends its lease; what was done to /dev/kvm ends with the job. */
export interface UsableMachine extends AsyncDisposable {
  readonly httpAddress: string | undefined;
}

/** Looks at the machine as the inputs want it, says what was found, and refuses one that will not do. */
export async function checkMachine(context: Context): Promise<UsableMachine> {
  const { log, inputs } = context;
  await using askers = inputs.preflight === 'full' ? await openAskers(context) : undefined;
  const wants = { ...wantsOf(context), askers };
  const checked = await inGroup(log, 'Check this machine', async () => {
    const found = await checkHost(wants, (change) => saveState('kvm-change', JSON.stringify(change)));
    for (const line of hostTable(found.report.findings)) log.info(line);
    return found;
  });
  const { findings, httpAddress } = checked.report;
  context.setOutputs({ host: JSON.stringify(checked.report) });
  warn(findings, log);
  if (inputs.preflight !== 'skip' || findings.length > 0) await summarize(findings, context);
  await refuseBadHost(checked);
  return { httpAddress, [Symbol.asyncDispose]: () => releaseLease(checked.leasePath) };
}

/** Takes back what main did to the machine, also when main was killed. */
export async function leaveMachine(log: Log): Promise<void> {
  const change = parseKvmChange(savedState('kvm-change'));
  if (change !== undefined) await closeKvm(change, log);
}

function wantsOf({ inputs }: Context): HostWants {
  const { hypervisor, os, preflight, kvm } = inputs;
  return {
    preflight,
    kvm,
    hypervisor,
    os,
    osVersion: inputs['os-version'],
    // Bare-metal images boot by UEFI unless somebody asks for an old release's BIOS.
    firmware: inputs.firmware ?? (hypervisor === 'baremetal' ? 'efi' : undefined),
    steps: ['resolve', 'build', 'install'],
    workParent: runnerTemp(),
    destination: resolve(inputs.destination ?? join(runnerTemp(), 'node-images')),
    freeDiskGiB: inputs['free-disk-gib'],
    environment: process.env,
    httpIp: inputs['http-ip'],
    configHosts: configHosts(inputs.config),
    otherBuilds: inputs['other-builds'],
  };
}

/** A first look: what is wrong with the config is said where it is read. */
function configHosts(config = ''): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(parseFlatMapping('config', config, []) ?? []);
}

/** Impatient, and without a second try: each host is asked once, all at the same time. */
async function openAskers({ inputs }: Context): Promise<Askers & AsyncDisposable> {
  const { mirrors, 'ca-bundle': caBundle } = inputs;
  const options = {
    certificates: await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) }),
    userAgent: 'eks-anywhere-node-images',
    timeouts: { connect: 5_000, headers: 5_000, body: 5_000 },
  };
  const runner = createHttpClient({ ...options, proxyEnvironment: process.env });
  const mirror = createHttpClient({ ...options, proxyEnvironment: process.env, mirrors });
  const guest = createHttpClient({ ...options, proxyEnvironment: {} });
  const hasProxy = configHosts(inputs.config)['https_proxy'] !== undefined;
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
  log.warning(['This machine may not do.', ...lines].join('\n'));
}

async function summarize(findings: readonly Finding[], { secrets }: Context): Promise<void> {
  const marks = { good: '✅', doubtful: '⚠️', bad: '❌' } as const;
  const rows = findings.map(({ what, found, needed, verdict, fix }) => [
    marks[verdict],
    what,
    found,
    needed,
    fix ?? '',
  ]);
  await writeSummaryTables('This machine', [{ head: ['', '', 'Found', 'Needed', 'To do'], rows }], secrets);
}
