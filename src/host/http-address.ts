import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type Finding, type KernelFiles, kernelFiles } from './finding.ts';

/** An IPv4 address of this machine that another one may reach. */
export interface OwnAddress {
  readonly interface: string;
  readonly address: string;
}

export interface HttpAddressWants {
  /** The input `http-ip`. */
  readonly httpIp?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** The hypervisor that the build talks to, such as the vCenter. */
  readonly peer?: string | undefined;
  readonly isContainer: boolean;
  readonly addresses?: readonly OwnAddress[];
  readonly kernel?: KernelFiles;
}

export interface HttpAddress {
  /** For PACKER_HTTP_SERVER_IP; undefined where none can be found. */
  readonly address?: string;
  readonly finding: Finding;
}

const what = 'HTTP server';
const needed = 'an address that the build VM reaches';

/**
 * At which address of this machine the guest of a vSphere build asks Packer for the answers to the installer. Left
 * alone, upstream takes every address of the first interface with a default route, and with more than one of them
 * writes a broken address (setup_packer_configs.sh). A guest in QEMU always asks 10.0.2.2.
 */
export async function chooseHttpAddress(wants: HttpAddressWants): Promise<HttpAddress> {
  const { httpIp, environment, addresses = ownAddresses() } = wants;
  const given = httpIp ?? environment['PACKER_HTTP_SERVER_IP'];
  if (given) return judgeGiven(given, httpIp ? '`http-ip`' : 'PACKER_HTTP_SERVER_IP', addresses);
  const active = environment['PACKER_ACTIVE_INTERFACE'];
  if (active) {
    const found = addresses.find((candidate) => candidate.interface === active);
    return found
      ? good(found.address, `${describe(found)}, by PACKER_ACTIVE_INTERFACE`)
      : bad(`PACKER_ACTIVE_INTERFACE is ${active}, which has no address`, addresses);
  }
  return pick(wants, addresses.filter(isOutward));
}

function judgeGiven(given: string, source: string, addresses: readonly OwnAddress[]): HttpAddress {
  if (!isIPv4(given)) return bad(`${source} is ${given}, which is no IPv4 address`, addresses);
  if (given.startsWith('127.'))
    return bad(`${source} is ${given}, which the build VM takes for itself`, addresses);
  const own = addresses.find(({ address }) => address === given);
  if (own) return good(given, `${describe(own)}, by ${source}`);
  const finding: Finding = {
    what,
    found: `${given}, by ${source}, is not an address of the runner`,
    needed,
    verdict: 'doubtful',
    fix: `Right only if something forwards ports 8000 to 9000 to the runner, which has ${list(addresses)}.`,
  };
  return { address: given, finding };
}

async function pick(wants: HttpAddressWants, candidates: readonly OwnAddress[]): Promise<HttpAddress> {
  const [first, ...others] = candidates;
  if (first === undefined) return bad('no address but loopback', []);
  const source = wants.peer && (await sourceTowards(wants.peer));
  const route = defaultInterface(wants.kernel ?? kernelFiles);
  const toPeer = candidates.find(({ address }) => address === source);
  const chosen = toPeer ?? candidates.find((candidate) => candidate.interface === route) ?? first;
  const how = toPeer ? `the way to ${wants.peer}` : 'the default route';
  const found = others.length === 0 ? describe(chosen) : `${describe(chosen)}, ${how}`;
  const rest = candidates.filter((candidate) => candidate !== chosen);
  if (wants.isContainer) {
    return doubtful(
      chosen.address,
      `${found}, of a container`,
      'A build VM on another host reaches it only with `--network host`, or at a forwarded address in `http-ip`.',
    );
  }
  if (rest.length > 0 && !toPeer) {
    const fix = `If the build VM is in another network, set \`http-ip\` to ${list(rest)}.`;
    return doubtful(chosen.address, found, fix);
  }
  return good(chosen.address, found);
}

/** Addresses that are up, without loopback. */
export function ownAddresses(): readonly OwnAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, infos = []]) =>
    infos
      .filter((info: NetworkInterfaceInfo) => info.family === 'IPv4' && !info.internal)
      .map(({ address }) => ({ interface: name, address })),
  );
}

/** Bridges of containers and virtual machines lead to this machine only. */
function isOutward({ interface: name, address }: OwnAddress): boolean {
  return !/^(?:docker|br-|virbr|veth|cni|podman|lxc|flannel)/.test(name) && !address.startsWith('169.254.');
}

/** The address that packets to a host would leave from; none is sent. */
function sourceTowards(host: string): Promise<string | undefined> {
  return new Promise((done) => {
    const socket = createSocket('udp4');
    const finish = (address: string | undefined) => {
      clearTimeout(timer);
      socket.close();
      done(address);
    };
    const timer = setTimeout(finish, 2_000, undefined);
    socket.once('error', () => finish(undefined));
    socket.connect(443, host, () => finish(socket.address().address));
  });
}

/** The first line of /proc/net/route to 0.0.0.0/0, as upstream reads it. */
function defaultInterface(kernel: KernelFiles): string | undefined {
  try {
    const lines = readFileSync(join(kernel.proc, 'net', 'route'), 'utf8').split('\n');
    return lines
      .map((line) => line.split('\t'))
      .find((cells) => cells[1] === '00000000' && cells[7] === '00000000')?.[0];
  } catch {
    return undefined;
  }
}

function good(address: string, found: string): HttpAddress {
  return { address, finding: { what, found, needed, verdict: 'good' } };
}

function doubtful(address: string, found: string, fix: string): HttpAddress {
  return { address, finding: { what, found, needed, verdict: 'doubtful', fix } };
}

function bad(found: string, addresses: readonly OwnAddress[]): HttpAddress {
  const fix =
    addresses.length > 0
      ? `Set \`http-ip\` to one of ${list(addresses)}.`
      : 'Connect the runner to the network of the build VM, and set `http-ip`.';
  return { finding: { what, found, needed, verdict: 'bad', fix } };
}

function describe({ interface: name, address }: OwnAddress): string {
  return `${address} (${name})`;
}

function list(addresses: readonly OwnAddress[]): string {
  return addresses.map(describe).join(', ');
}
