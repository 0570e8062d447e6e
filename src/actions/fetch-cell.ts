import type * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { bottlerocketHypervisors } from '../bottlerocket/image-target.ts';
import { hypervisorNames } from '../plan/node-image-spec.ts';
import { findChannel } from '../release/resolve.ts';
import type { MainContext } from '../runner/run.ts';
import { writeSummary } from '../runner/summary.ts';
import { type BottlerocketContext, bottlerocketImage } from './bottlerocket-image.ts';
import { fetchRelease } from './fetch-release.ts';
import { kubernetesInWords, releaseInWords } from './image-in-words.ts';
import type { nodeImageInputs, nodeImageOutputs } from './node-image.ts';

type RootInputs = z.output<typeof nodeImageInputs>;
type RootContext = MainContext<RootInputs, (typeof nodeImageOutputs)[number]>;
type FetchOutputs = Parameters<BottlerocketContext['setOutputs']>[0];

/** What a step may give to all cells of a mixed matrix, and only a build understands. */
const ofBuilds = [
  'os-version',
  'firmware',
  'builder',
  'config',
  'config-file',
  'additional-files',
  'proxy-in-image',
  'http-ip',
] as const;

/**
 * A cell of Bottlerocket, which is fetched: the same outputs as those of a build, by the same names.
 *
 * @throws ActionError
 */
export async function fetchCell(context: RootContext) {
  const { inputs, log } = context;
  const idle = ofBuilds.filter((name) => inputs[name] !== undefined);
  if (idle.length > 0)
    log.info(`Bottlerocket is fetched, not built. These inputs have no effect on it: ${idle.join(', ')}.`);
  const hypervisor = fetchable(inputs);
  if (inputs['dry-run']) return showFetch(context);
  const outputs = await bottlerocketImage({
    ...context,
    inputs: { ...inputs, hypervisor },
    setOutputs: (found) => context.setOutputs(rootOutputs(found)),
  });
  return rootOutputs(outputs);
}

function fetchable({ hypervisor }: RootInputs) {
  const known = bottlerocketHypervisors.find((name) => name === hypervisor);
  if (known !== undefined) return known;
  throw new ActionError(`There is no Bottlerocket for ${hypervisor}.`, {
    fix: `Choose ${bottlerocketHypervisors.join(', ')}, or another \`os\`.`,
  });
}

/** What a dry run can say without any image: that the release is there, and has the channel. */
async function showFetch({ inputs, log, secrets }: RootContext) {
  const { release } = await fetchRelease(inputs, log, secrets);
  const channel = findChannel(release, inputs['release-channel']);
  const { kubeVersion, eksdRelease } = channel;
  log.info(
    `A dry run: Bottlerocket for ${inputs.hypervisor} and Kubernetes ${kubeVersion} would be fetched.`,
  );
  await writeSummary(
    [
      { heading: 'Dry run: nothing was fetched' },
      {
        head: ['Image', `Bottlerocket for ${hypervisorNames[inputs.hypervisor]}`],
        rows: [
          ['Kubernetes', kubernetesInWords(channel)],
          ['EKS Anywhere', releaseInWords(release)],
        ],
      },
    ],
    secrets,
  );
  return { 'eks-a-version': release.version, 'kube-version': kubeVersion, 'eksd-release': eksdRelease };
}

function rootOutputs({
  path,
  'file-name': fileName,
  image,
  ...others
}: FetchOutputs): Parameters<RootContext['setOutputs']>[0] {
  return {
    ...others,
    'image-path': path,
    'image-name': fileName,
    images: image && `[${image}]`,
  };
}
