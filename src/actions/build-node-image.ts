import * as z from 'zod';
import { defineAction } from '../runner/run.ts';
import { buildCell, buildOutputs, cleanUp } from './build-cell.ts';
import { buildInputs } from './common-inputs.ts';

/** `build-node-image`: one image by the image-builder CLI, verified and uploaded. */
export const buildNodeImage = defineAction({
  name: 'build-node-image',
  inputs: z.object(buildInputs),
  outputs: buildOutputs,
  main: buildCell,
  post: cleanUp,
});
