import type * as z from 'zod';
import { checkHost, type Finding } from '../host/preflight.ts';
import { inGroup } from '../log.ts';
import { offerTools } from '../runner/offer-tools.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { writeSummary } from '../runner/summary.ts';
import { writeToolchain } from '../toolchain/toolchain.ts';
import { type FetchedRelease, fetchRelease, openNetwork } from './fetch-release.ts';
import { setUpTools, toolchainVariable } from './set-up-tools.ts';
import type { setupInputs, setupOutputs } from './setup-image-builder.ts';

type Context = MainContext<z.output<typeof setupInputs>, (typeof setupOutputs)[number]>;

/** Looks at the machine, sets the tools up, and puts them on the PATH of the steps that follow. */
export async function setUp({ inputs, log, secrets, signal }: Context) {
  const { hypervisor, os } = inputs;
  if (os === 'bottlerocket') {
    log.info('Bottlerocket is fetched, not built: there is nothing to set up.');
    return {};
  }
  const findings = await inGroup(log, 'Check this machine', () => checkMachine(inputs, log));
  const network = await openNetwork(inputs, log, secrets);
  const release = once(() =>
    inGroup(log, 'Resolve the EKS Anywhere release', () => fetchRelease(inputs, log, secrets, network)),
  );
  const requested = inputs['eks-a-version'];
  const eksaVersion = requested.kind === 'exact' ? requested.version : (await release()).release.version;
  const { toolchain, isHit } = await inGroup(log, 'Set up the tools', () =>
    setUpTools({ inputs, hypervisor, eksaVersion, release, network, log, secrets, signal }),
  );
  const path = await writeToolchain(toolchain, runnerTemp());
  offerTools({ variable: toolchainVariable, value: path, pathEntries: toolchain.pathEntries });

  const { imageBuilder, packer, ansible } = toolchain;
  await writeSummary(
    `Tools for EKS Anywhere ${eksaVersion}`,
    [
      ['image-builder CLI', imageBuilder.version],
      ['Packer', packer.version],
      ['ansible-core', `${ansible.version} on Python ${ansible.pythonVersion}`],
      ['Found on this machine or in the cache', isHit ? 'yes' : 'no, downloaded and verified'],
    ],
    secrets,
  );
  return {
    'image-builder-path': imageBuilder.path,
    'image-builder-version': imageBuilder.version,
    'packer-version': packer.version,
    'ansible-version': ansible.version,
    'python-version': ansible.pythonVersion,
    'cache-hit': String(isHit),
    host: JSON.stringify(findings),
    'toolchain-path': path,
  };
}

async function checkMachine(inputs: Context['inputs'], log: Context['log']): Promise<readonly Finding[]> {
  if (inputs.preflight === 'skip') return [];
  const findings = await checkHost({
    hypervisor: inputs.hypervisor,
    workFolder: runnerTemp(),
    freeDiskGiB: inputs['free-disk-gib'],
    kvm: inputs.kvm,
  });
  for (const { what, found, needed, fix, verdict } of findings) {
    const line = `${what}: ${found} (needed: ${needed})${fix ? `. ${fix}` : ''}`;
    if (verdict === 'good') log.info(line);
    else log.warning(line);
  }
  return findings;
}

function once(work: () => Promise<FetchedRelease>): () => Promise<FetchedRelease> {
  let result: Promise<FetchedRelease> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
