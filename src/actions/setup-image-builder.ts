import * as z from 'zod';
import {
  hypervisorAliases,
  hypervisors,
  operatingSystemAliases,
  operatingSystems,
} from '../plan/node-image-spec.ts';
import { fromCell, oneOf, text, wholeNumber } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { releaseInputs, toolInputs } from './interface.ts';

export const setupInputs = z.object({
  ...releaseInputs,
  cell: text.optional(),
  os: fromCell(oneOf(operatingSystems, operatingSystemAliases).prefault('ubuntu')),
  hypervisor: fromCell(oneOf(hypervisors, hypervisorAliases)),
  ...toolInputs,
  preflight: oneOf(['basic', 'skip']).prefault('basic'),
  kvm: oneOf(['auto', 'require', 'skip']).prefault('auto'),
  'free-disk-gib': wholeNumber({ min: 0, max: 10_000 }).prefault('50'),
});

export const setupOutputs = [
  'image-builder-path',
  'image-builder-version',
  'packer-version',
  'ansible-version',
  'python-version',
  'cache-hit',
  'host',
  'toolchain-path',
] as const;

/** `setup-image-builder`: the whole tool chain of a release, verified, for the steps that follow. */
export const setupImageBuilder = defineAction({
  name: 'setup-image-builder',
  inputs: setupInputs,
  outputs: setupOutputs,
  main: async (context) => (await import('./set-up.ts')).setUp(context),
});
