/**
 * Fails unless guests live under KVM on this machine, opened first where it is closed: the success of the proof, which
 * only a machine with a working KVM can show. Needs no package.
 */
import { judgeKvm } from '../../src/host/kvm-policy.ts';
import { findPlace } from '../../src/host/place.ts';

const environment = process.env;
const wants = { kvm: 'require', hypervisor: 'baremetal', environment } as const;
for (const image of [
  { os: 'ubuntu', osVersion: '24.04' },
  { os: 'redhat', osVersion: '9' },
] as const) {
  const { findings } = await judgeKvm({ ...wants, ...image }, findPlace({ environment }), () => undefined);
  for (const { found, fix } of findings) console.log(`${image.os}: ${found}${fix ? ` ${fix}` : ''}`);
  if (findings.some(({ verdict }) => verdict === 'bad')) process.exitCode = 1;
}
