import * as z from 'zod';
import {
  hypervisorAliases,
  hypervisors,
  operatingSystemAliases,
  operatingSystems,
} from '../plan/node-image-spec.ts';
import { fromCell, jsonText, oneOf } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { hostInputs, releaseInputs, toolInputs } from './interface.ts';

/** The rest of them is about the build itself. */
const machine = hostInputs({ preflight: 'basic', kvm: 'auto' });

export const setupInputs = z.object({
  ...releaseInputs,
  cell: jsonText.optional(),
  os: fromCell(oneOf(operatingSystems, operatingSystemAliases).prefault('ubuntu')),
  hypervisor: fromCell(oneOf(hypervisors, hypervisorAliases)),
  ...toolInputs,
  preflight: machine.preflight,
  kvm: machine.kvm,
  'free-disk-gib': machine['free-disk-gib'],
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
  post: async (log) => (await import('./check-machine.ts')).leaveMachine(log),
});
