import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, type KernelFiles, kernelFiles } from './finding.ts';
import { findProgram } from './programs.ts';

export interface Port {
  readonly number: number;
  readonly protocol: 'udp' | 'tcp';
  readonly what: string;
}

/** What the Tinkerbell stack listens on while it makes a cluster (EKS Anywhere, "Requirements for bare metal"). */
export const tinkerbellPorts: readonly Port[] = [
  { number: 67, protocol: 'udp', what: 'DHCP' },
  { number: 69, protocol: 'udp', what: 'TFTP' },
  { number: 514, protocol: 'udp', what: 'syslog' },
  { number: 80, protocol: 'tcp', what: 'HTTP' },
  { number: 42_113, protocol: 'tcp', what: 'Tink gRPC' },
  { number: 50_061, protocol: 'tcp', what: 'Hegel' },
];

/**
 * The build needs none of these ports. But where the machine is an admin host, too, which has `eksctl-anywhere`, a
 * listener on one of them ends the boots container later: the documentation warns of libvirt's DHCP.
 */
export async function judgeTinkerbellPorts(
  environment: NodeJS.ProcessEnv,
  kernel: KernelFiles = kernelFiles,
  ports: readonly Port[] = tinkerbellPorts,
): Promise<readonly Finding[]> {
  if ((await findProgram('eksctl-anywhere', environment)) === undefined) return [];
  const taken = ports.flatMap((port) => {
    const inode = listenerOn(port, kernel);
    if (inode === undefined) return [];
    const owner = processWith(inode, kernel);
    return [`${port.number}/${port.protocol} (${port.what})${owner ? ` by ${owner}` : ''}`];
  });
  const isLibvirt = taken.some((text) => text.includes('dnsmasq'));
  return [
    {
      what: 'Tinkerbell',
      found: taken.length === 0 ? 'its ports are free' : `taken: ${taken.join(', ')}`,
      needed: 'free, if it serves clusters',
      verdict: taken.length === 0 ? 'good' : 'doubtful',
      ...(taken.length > 0 && {
        fix: isLibvirt
          ? "libvirt's DHCP: `virsh net-destroy default` and `virsh net-autostart --disable default`."
          : 'This runner has eksctl-anywhere: its boots container will not start. The build is not affected.',
      }),
    },
  ];
}

/** The inode of a socket that listens on a port on any address but loopback (proc(5), /proc/net). */
function listenerOn({ number, protocol }: Port, kernel: KernelFiles): string | undefined {
  const wanted = number.toString(16).toUpperCase().padStart(4, '0');
  for (const family of ['', '6']) {
    for (const line of lines(join(kernel.proc, 'net', `${protocol}${family}`))) {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
      const [address = '', port] = local.split(':');
      // 0A is LISTEN of TCP, 07 an unconnected UDP socket; loopback is 127.0.0.0/8, its last byte first.
      const isOpen = state === (protocol === 'tcp' ? '0A' : '07');
      const isLoopback = (family === '' && address.endsWith('7F')) || /^0{24}01000000$/.test(address);
      if (isOpen && port === wanted && !isLoopback) return inode;
    }
  }
  return undefined;
}

/** Name of the process that holds a socket; only root sees those of others. */
function processWith(inode: string, kernel: KernelFiles): string | undefined {
  for (const pid of entries(kernel.proc).filter((name) => /^\d+$/.test(name))) {
    const folder = join(kernel.proc, pid, 'fd');
    if (entries(folder).some((name) => link(join(folder, name)) === `socket:[${inode}]`)) {
      return lines(join(kernel.proc, pid, 'comm'))[0];
    }
  }
  return undefined;
}

function lines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
