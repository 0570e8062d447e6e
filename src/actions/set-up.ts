import type * as z from 'zod';
import { inGroup } from '../log.ts';
import { docsLink } from '../runner/docs-link.ts';
import { offerTools } from '../runner/offer-tools.ts';
import type { MainContext } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { writeSummary } from '../runner/summary.ts';
import { writeToolchain } from '../toolchain/toolchain.ts';
import { checkMachine } from './check-machine.ts';
import { type FetchedRelease, fetchRelease, openNetwork } from './fetch-release.ts';
import { setUpTools, toolchainVariable } from './set-up-tools.ts';
import type { setupInputs, setupOutputs } from './setup-image-builder.ts';

type Context = MainContext<z.output<typeof setupInputs>, (typeof setupOutputs)[number]>;

/** Looks at the machine, sets the tools up, and puts them on the PATH of the steps that follow. */
export async function setUp(context: Context) {
  const { inputs, log, secrets, signal } = context;
  const { hypervisor, os } = inputs;
  if (os === 'bottlerocket') {
    log.info('Bottlerocket is fetched, not built: there is nothing to set up.');
    return {};
  }
  const machineInputs = { ...inputs, 'other-builds': 'allow', 'http-ip': undefined } as const;
  await using _machine = await checkMachine(
    { ...context, inputs: machineInputs },
    { steps: ['resolve', 'set-up'], builds: false },
  );
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
  const heading = `Set up: the tools of EKS Anywhere ${eksaVersion}`;
  const rows = [
    ['image-builder CLI', imageBuilder.version],
    ['Packer', packer.version],
    ['ansible-core', `${ansible.version} on Python ${ansible.pythonVersion}`],
  ];
  await writeSummary(
    [
      { heading },
      { head: ['Tool', 'Version'], rows },
      {
        line: isHit
          ? 'All of them were on this runner or in the cache.'
          : 'What this runner and the cache lacked was downloaded and verified.',
      },
      { line: [{ strong: 'Next:' }, ' the later steps of this job find them on `PATH`.'] },
      { line: { text: 'What is verified by what', href: docsLink('docs/trust.md') } },
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
    'toolchain-path': path,
  };
}

function once(work: () => Promise<FetchedRelease>): () => Promise<FetchedRelease> {
  let result: Promise<FetchedRelease> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
