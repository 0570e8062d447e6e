import { userInfo } from 'node:os';
import { ActionError } from '../action-error.ts';
import type { Firmware, Hypervisor, OperatingSystem } from '../plan/node-image-spec.ts';
import { judgeCapacity, memoryOfBuild } from './capacity.ts';
import { freeSpaceOf, judgeDisks, usedFolders } from './disk.ts';
import { type Finding, gibibyte } from './finding.ts';
import { judgeFirewall } from './host-firewall.ts';
import { buildsInQemu, type HostStep, hostsFor } from './hosts.ts';
import { chooseHttpAddress } from './http-address.ts';
import type { KvmVerdict } from './kvm.ts';
import { hasSudo, type KvmChange } from './kvm-access.ts';
import { judgeKvm } from './kvm-policy.ts';
import { earlierLeases, leaseFolder, releaseLease, takeLease } from './leases.ts';
import { judgeLeftovers } from './leftovers.ts';
import { findMachine, judgeMachine } from './machine.ts';
import { describePlace, findPlace, type Place } from './place.ts';
import type { KvmPolicy, OtherBuildsPolicy, PreflightLevel } from './policies.ts';
import { judgeQemu } from './programs.ts';
import { type Askers, judgeReachability } from './reachability.ts';
import { judgeTinkerbellPorts } from './tinkerbell-ports.ts';

/** What the machine shall be good for. */
export interface HostWants {
  /** `skip` looks at KVM alone, if `kvm` wants that, and at the address in `httpIp`. */
  readonly preflight: PreflightLevel;
  readonly kvm: KvmPolicy;
  readonly hypervisor: Hypervisor;
  readonly os: OperatingSystem;
  readonly osVersion?: string | undefined;
  readonly firmware?: Firmware | undefined;
  /** Steps of a job whose hosts `full` asks. */
  readonly steps: readonly HostStep[];
  /** Where work folders are made: RUNNER_TEMP. */
  readonly workParent: string;
  readonly destination: string;
  readonly freeDiskGiB: number;
  readonly environment: NodeJS.ProcessEnv;
  /** The input `http-ip`. */
  readonly httpIp?: string | undefined;
  /** Values of the keys in the build config that name hosts, such as `vcenter_server`. */
  readonly configHosts?: Readonly<Record<string, string | undefined>>;
  /** For `full`. */
  readonly askers?: Askers | undefined;
  /** Set by who builds: others that start meanwhile shall know. Unset, nothing is said of other builds. */
  readonly otherBuilds?: OtherBuildsPolicy | undefined;
  readonly leaseFolder?: string;
}

/** What was found, the output `host`. */
export interface HostReport {
  readonly place: Place;
  readonly findings: readonly Finding[];
  readonly kvm?: KvmVerdict;
  /** For PACKER_HTTP_SERVER_IP. */
  readonly httpAddress?: string;
}

/** A report, and what has to be given back after the build. */
export interface CheckedHost {
  readonly report: HostReport;
  /** For the post step. */
  readonly kvmChange?: KvmChange;
  readonly leasePath?: string;
}

/**
 * Looks at everything on this machine that decides whether a build can succeed, at once, and proves what can be
 * proven. Changes nothing, except that it opens /dev/kvm where `kvm` and the place allow that.
 *
 * @param onChange told at once of a change that has to be taken back, should this process be killed
 */
export async function checkHost(
  wants: HostWants,
  onChange: (change: KvmChange) => void = () => undefined,
): Promise<CheckedHost> {
  const place = findPlace({ environment: wants.environment });
  const [basic, kvm, address, reachability, lease] = await Promise.all([
    wants.preflight === 'skip' ? [] : basicFindings(wants, place),
    judgeKvm(wants, place, onChange),
    guestAddress(wants, place),
    wants.preflight === 'full' ? reachabilityFindings(wants) : [],
    capacity(wants),
  ]);
  const report: HostReport = {
    place,
    findings: [...basic, ...kvm.findings, ...address.findings, ...lease.findings, ...reachability],
    ...(kvm.verdict && { kvm: kvm.verdict }),
    ...(address.address && { httpAddress: address.address }),
  };
  return {
    report,
    ...(kvm.change && { kvmChange: kvm.change }),
    ...(lease.path && { leasePath: lease.path }),
  };
}

/** @throws ActionError that lists everything that is bad, at once */
export async function refuseBadHost({ report, leasePath }: CheckedHost): Promise<void> {
  const bad = report.findings.filter(({ verdict }) => verdict === 'bad');
  if (bad.length === 0) return;
  await releaseLease(leasePath);
  throw new ActionError('This runner cannot build the image.', {
    problems: bad.map(
      ({ what, found, needed, fix }) => `${what}: ${found}; needed: ${needed}.${fix ? ` ${fix}` : ''}`,
    ),
    fix: 'Fix the findings above. `preflight: skip` builds without this check.',
  });
}

async function basicFindings(wants: HostWants, place: Place): Promise<readonly Finding[]> {
  const { workParent, destination, environment, hypervisor, firmware } = wants;
  const guestRunsHere = buildsInQemu(hypervisor);
  const ifMissing = wants.steps.includes('set-up') ? 'doubtful' : 'bad';
  const folders = usedFolders({
    work: workParent,
    temp: environment['TMPDIR'] || '/tmp',
    packerCache: environment['PACKER_CACHE_DIR'] || undefined,
    destination,
  });
  const groups = await Promise.all([
    [describePlace(place)],
    judgeMachine(findMachine(), guestRunsHere),
    judgeDisks(folders, wants.freeDiskGiB),
    judgeUser(wants).then((finding) => [finding]),
    guestRunsHere ? judgeQemu({ environment, firmware, ifMissing }) : [],
    hypervisor === 'baremetal' ? judgeTinkerbellPorts(environment) : [],
    judgeLeftovers(workParent).then((finding) => [finding]),
  ]);
  return groups.flat();
}

async function judgeUser({ steps }: HostWants): Promise<Finding> {
  const { username, uid } = userInfo();
  const isAble = await hasSudo();
  const isWanted = steps.includes('set-up');
  return {
    what: 'user',
    found: `${username}${uid === 0 ? '' : isAble ? ', sudo without password' : ', no sudo'}`,
    needed: isWanted ? 'root or sudo, to install' : 'any',
    verdict: isWanted && !isAble ? 'doubtful' : 'good',
    ...(isWanted &&
      !isAble && {
        fix: 'Install the packages that are missing beforehand, or allow sudo without password.',
      }),
  };
}

/** Where the guest of a vSphere build finds the answers to the installer's questions. */
async function guestAddress(wants: HostWants, place: Place) {
  if (wants.hypervisor !== 'vsphere') return { findings: [] };
  const { address, finding } = await chooseHttpAddress({
    httpIp: wants.httpIp,
    environment: wants.environment,
    peer: wants.configHosts?.['vcenter_server'],
    isContainer: place.isContainer,
  });
  const isGiven = wants.httpIp !== undefined;
  if (wants.preflight === 'skip') return { findings: isGiven ? [finding] : [], ...(address && { address }) };
  const findings = [finding, ...(await judgeFirewall(wants.environment))];
  return { findings, ...(address && { address }) };
}

async function capacity(wants: HostWants): Promise<{ findings: readonly Finding[]; path?: string }> {
  const {
    otherBuilds,
    preflight,
    hypervisor,
    freeDiskGiB,
    workParent,
    leaseFolder: folder = leaseFolder,
  } = wants;
  if (otherBuilds === undefined || preflight === 'skip') return { findings: [] };
  const guestRunsHere = buildsInQemu(hypervisor);
  const { device, free } = await freeSpaceOf(workParent);
  const { lease, path } = await takeLease(
    {
      hypervisor,
      memory: memoryOfBuild(guestRunsHere),
      disk: freeDiskGiB * gibibyte,
      device,
      freeAtStart: free,
    },
    folder,
  );
  const finding = judgeCapacity({
    machine: findMachine(),
    guestRunsHere,
    freeDisk: free,
    device,
    freeDiskGiB,
    others: await earlierLeases(lease, folder),
    policy: otherBuilds,
  });
  return { findings: [finding], ...(path && { path }) };
}

async function reachabilityFindings(wants: HostWants): Promise<readonly Finding[]> {
  const { askers, hypervisor, os, steps, configHosts, environment } = wants;
  if (askers === undefined) return [];
  return judgeReachability({
    rows: hostsFor({ hypervisor, os, steps }),
    askers: buildsInQemu(hypervisor) ? askers : { runner: askers.runner },
    environment,
    ...(configHosts && { configHosts }),
  });
}
