import type { Hypervisor, OperatingSystem } from '../plan/node-image-spec.ts';
import type { Finding } from './finding.ts';
import { buildsInQemu } from './hosts.ts';
import { cpuModelOf, type KvmProof, type KvmVerdict, proveKvm } from './kvm.ts';
import { type KvmAccessOptions, type KvmChange, openKvm } from './kvm-access.ts';
import type { Place } from './place.ts';
import type { KvmPolicy } from './policies.ts';

export interface KvmWants {
  readonly kvm: KvmPolicy;
  readonly hypervisor: Hypervisor;
  readonly os: OperatingSystem;
  readonly osVersion?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** Another device and another file for the rule, for tests. */
  readonly access?: KvmAccessOptions;
}

export interface JudgedKvm {
  readonly findings: readonly Finding[];
  readonly verdict?: KvmVerdict;
  readonly change?: KvmChange;
}

/** Only QEMU builds run a virtual machine here; the others run it on vCenter, Prism or EC2. */
export async function judgeKvm(
  wants: KvmWants,
  place: Place,
  onChange: (change: KvmChange) => void,
): Promise<JudgedKvm> {
  const { kvm, hypervisor, environment } = wants;
  if (kvm === 'skip' || !buildsInQemu(hypervisor)) return { findings: [] };
  const { device } = wants.access ?? {};
  const trial = { place, cpuModel: cpuModelOf(wants), environment, ...(device && { device }) };
  const proof = await proveKvm(trial);
  const mayOpen = kvm === 'fix' || place.runner === 'github-hosted';
  if (proof.verdict !== 'no permission' || !mayOpen) return conclude(proof, kvm);
  // A hosted machine is thrown away after the job.
  const isKept = place.runner !== 'github-hosted';
  const change = await openKvm(wants.access, isKept ? onChange : undefined);
  if (typeof change === 'string') return conclude({ ...proof, found: `${proof.found}; ${change}` }, kvm);
  const opened = await proveKvm(trial);
  return { ...conclude({ ...opened, found: `${opened.found}; opened by a rule of udev` }, kvm), change };
}

/** Upstream's templates know no other accelerator, so nothing falls back to software emulation unseen. */
function conclude(proof: KvmProof, kvm: KvmPolicy): JudgedKvm {
  const { verdict, found, fix } = proof;
  return {
    verdict,
    findings: [
      {
        what: 'KVM',
        found: `${verdict}: ${found}`,
        needed: 'a test VM that runs',
        verdict: verdict === 'works' ? 'good' : kvm === 'auto' ? 'doubtful' : 'bad',
        ...(fix && { fix }),
      },
    ],
  };
}
