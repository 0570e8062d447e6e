import { join } from 'node:path';
import { buildsInQemu, hostName, hostsFor } from '../host/hosts.ts';
import { childEnvironment } from '../image-builder/child-environment.ts';
import { buildArguments } from '../image-builder/command.ts';
import { describePlan, outputText, type PlanSection } from '../image-builder/describe-plan.ts';
import type { BuildPlan } from '../image-builder/prepare-build.ts';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { findChannel } from '../release/resolve.ts';
import { supportMatrix } from '../release/support-matrix.ts';
import { type SummaryBlock, writeSummary } from '../runner/summary.ts';
import { requiredPlugins } from '../toolchain/packer-plugin-table.ts';
import type { BuildContext } from './build-cell.ts';
import { releaseOutputs } from './cell-report.ts';
import type { FetchedRelease } from './fetch-release.ts';
import { kubernetesInWords, releaseInWords, systemInWords } from './image-in-words.ts';
import { cliReleaseOf } from './set-up-tools.ts';

/** A dry run: says with what a build would be started, and starts nothing. */
export async function showPlan(
  { inputs, log, secrets }: BuildContext,
  plan: BuildPlan,
  fetched: FetchedRelease,
) {
  const { spec } = plan;
  const channel = findChannel(fetched.release, spec.releaseChannel);
  // A build makes a folder for itself, which a dry run does not.
  const folder = { path: '…', build: join('…', 'build'), home: join('…', 'home') };
  const { eksaVersion } = spec;
  const cliRelease = await cliReleaseOf({ inputs, eksaVersion, network: fetched, log, secrets });
  const hasConfig = Object.keys(plan.config).length > 0;
  const args = buildArguments({
    spec,
    ...(hasConfig && { configPath: join(folder.path, `${spec.hypervisor}.json`) }),
    ...(plan.files.length > 0 && { filesPath: join(folder.path, 'files.json') }),
    ...(inputs['air-gapped'] && { manifestTarball: join(folder.path, 'manifests', 'eks-a-manifests.tar') }),
    cliRelease,
  });
  const variables = childEnvironment({
    spec,
    folder,
    certificatesPath: join(folder.path, 'certificates.pem'),
    runnerEnvironment: process.env,
    variables: plan.variables,
    sshPassword: 'made up anew',
  });
  const sections = [
    ...describePlan(plan, { args, variables }),
    ...needsOf(plan),
    toolsSection(spec, cliRelease, inputs.setup),
  ];
  for (const { lead, rows } of sections) {
    log.startGroup(lead);
    for (const row of rows) log.info(row.join('  '));
    log.endGroup();
  }
  log.info('This was a dry run: nothing was built.');
  await writeSummary(planSummary(plan, fetched, channel, sections), secrets);
  return releaseOutputs(spec.id, fetched, channel);
}

/** What would come out; what it would be made with is there to unfold. */
function planSummary(
  { spec, output }: BuildPlan,
  { release }: FetchedRelease,
  channel: ReleaseChannel,
  sections: readonly PlanSection[],
): readonly SummaryBlock[] {
  return [
    { heading: `Dry run: ${spec.id}` },
    { line: { strong: 'The inputs are valid. Nothing was built.' } },
    {
      head: ['Image', { code: spec.id }],
      rows: [
        ['System', systemInWords(spec)],
        ['Kubernetes', kubernetesInWords(channel)],
        ['EKS Anywhere', releaseInWords(release)],
        ['Output', outputText(output)],
      ],
    },
    ...sections.map(({ lead, head, rows }) => ({
      details: `${lead} (${rows.length})`,
      blocks: [{ head, rows }],
    })),
  ];
}

/** What the machine and the network must have. */
function needsOf({ spec }: BuildPlan): PlanSection[] {
  const { hypervisor, os } = spec;
  const hosts = hostsFor({ hypervisor, os, steps: ['resolve', 'build', 'install'] });
  return [
    {
      lead: 'Runner',
      head: ['What', 'Needed'],
      rows: [
        ['platform', 'Linux on x86_64 with the GNU C library, 50 GiB free disk, 8 GB memory'],
        ...(buildsInQemu(hypervisor) ? [['virtualization', '/dev/kvm, QEMU and OVMF']] : []),
      ],
    },
    {
      lead: 'Network',
      head: ['Host', 'Asked by', 'For'],
      rows: hosts.map((row) => [
        hostName(row),
        `${row.from === 'guest' ? 'build VM' : row.from} (${row.tool})`,
        row.why,
      ]),
    },
  ];
}

/** What the build runs with, and who brings it. */
function toolsSection(
  { eksaVersion, hypervisor }: BuildableSpec,
  cliRelease: string,
  setup: 'auto' | 'skip',
): PlanSection {
  const { tools } = supportMatrix(eksaVersion);
  const { imageBuilderVersion: cliVersion } = supportMatrix(cliRelease);
  const { packer, ansible, oldestPython, newestPython } = tools;
  const from = (place: string) =>
    setup === 'skip' ? 'the runner (`setup: skip`)' : `the tool cache or the runner, else ${place}`;
  const plugins = requiredPlugins(eksaVersion, hypervisor, tools.plugins);
  return {
    lead: 'Tools',
    head: ['Tool', 'Version', 'From'],
    rows: [
      ['image-builder CLI', `${cliVersion} of EKS Anywhere ${cliRelease}`, 'the bundle'],
      ['Packer', packer, from('releases.hashicorp.com')],
      ...plugins.map(({ name, version, publisher }) => [
        `Packer plugin ${name}`,
        version,
        from(publisher === 'hashicorp' ? 'releases.hashicorp.com' : 'github.com'),
      ]),
      ...(ansible ? [['ansible-core', ansible, from('PyPI')]] : []),
      ...(oldestPython
        ? [['Python', `${oldestPython} to ${newestPython ?? 'newer'}`, from('github.com/astral-sh')]]
        : []),
    ],
  };
}
