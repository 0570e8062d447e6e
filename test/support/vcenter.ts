import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** VMware's own simulator of a vCenter, on loopback. It has no disks behind its disks, and enforces no permission. */
export interface Vcenter extends AsyncDisposable {
  /** Host and port. */
  readonly address: string;
  /** PEM file with the certificate of its server. */
  readonly certificate: string;
  /** Runs govc against it and gives what it printed. */
  govc(...args: readonly string[]): Promise<string>;
}

export async function startVcenter(user: string, password: string): Promise<Vcenter> {
  const simulator = spawn('vcsim', [user, password], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<void>((done) => simulator.once('close', () => done()));
  const lines = createInterface(simulator.stdout)[Symbol.asyncIterator]();
  const { value: address = '' } = await lines.next();
  const { value: certificate = '' } = await lines.next();
  const env = {
    ...process.env,
    ...{ GOVC_URL: address, GOVC_USERNAME: user, GOVC_PASSWORD: password, GOVC_TLS_CA_CERTS: certificate },
    ...{ GOVC_DATACENTER: 'DC0', GOVC_PERSIST_SESSION: 'false' },
  };
  return {
    address,
    certificate,
    async govc(...args) {
      const { stdout } = await promisify(execFile)('govc', args, { env, timeout: 30_000 });
      return stdout;
    },
    async [Symbol.asyncDispose]() {
      simulator.stdin.end();
      await ended;
    },
  };
}
