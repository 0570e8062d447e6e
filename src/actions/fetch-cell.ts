import type * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { bottlerocketHypervisors } from '../bottlerocket/image-target.ts';
import type { MainContext } from '../runner/run.ts';
import { type BottlerocketContext, bottlerocketImage } from './bottlerocket-image.ts';
import type { nodeImageInputs, nodeImageOutputs } from './node-image.ts';

type RootInputs = z.output<typeof nodeImageInputs>;
type RootContext = MainContext<RootInputs, (typeof nodeImageOutputs)[number]>;
type FetchOutputs = Parameters<BottlerocketContext['setOutputs']>[0];

/** What only a build understands; an image that is fetched comes as it is. */
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
  const { inputs } = context;
  const hypervisor = fetchable(inputs);
  const outputs = await bottlerocketImage({
    ...context,
    inputs: { ...inputs, hypervisor },
    setOutputs: (found) => context.setOutputs(rootOutputs(found)),
  });
  return rootOutputs(outputs);
}

function fetchable(inputs: RootInputs) {
  const given = ofBuilds.filter((name) => inputs[name] !== undefined);
  const hypervisor = bottlerocketHypervisors.find((known) => known === inputs.hypervisor);
  const problems = [
    ...given.map((name) => `\`${name}\`: has no effect on Bottlerocket`),
    ...(hypervisor === undefined
      ? [
          `\`hypervisor\`: there is no Bottlerocket for ${inputs.hypervisor}; choose ${bottlerocketHypervisors.join(', ')}`,
        ]
      : []),
    ...(inputs['dry-run'] ? ['`dry-run`: shows builds; Bottlerocket is not built'] : []),
  ];
  if (problems.length > 0 || hypervisor === undefined) {
    throw new ActionError('Bottlerocket is fetched as it is, not built.', {
      problems,
      fix: 'Leave these inputs out of the cell, or choose another `os`.',
    });
  }
  return hypervisor;
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
