import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import type { Finding } from '../../../src/host/finding.ts';
import { hostTable } from '../../../src/host/host-table.ts';
import { checkHost, type HostWants, refuseBadHost } from '../../../src/host/preflight.ts';

const scratch = mkdtempSync(join(tmpdir(), 'preflight-test-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const isBuilder = process.platform === 'linux' && process.arch === 'x64';
const elsewhere = isBuilder ? false : 'this machine is not linux x64';
const preflight = new URL('../../../src/host/preflight.ts', import.meta.url).href;

/** What asks nothing of the machine. */
function undemanding(overrides: Partial<HostWants> = {}): HostWants {
  return {
    preflight: 'basic',
    kvm: 'skip',
    hypervisor: 'vsphere',
    os: 'ubuntu',
    steps: ['resolve', 'build', 'install'],
    workParent: scratch,
    destination: join(scratch, 'images'),
    freeDiskGiB: 0,
    environment: { PATH: process.env['PATH'] },
    leaseFolder: join(scratch, 'leases'),
    ...overrides,
  };
}

async function findingsOf(wants: HostWants): Promise<readonly Finding[]> {
  return (await checkHost(wants)).report.findings;
}

async function find(what: string, wants: HostWants): Promise<Finding | undefined> {
  return (await findingsOf(wants)).find((finding) => finding.what.startsWith(what));
}

/** The findings of another process: in another network, with other limits. */
function findingsIn(
  command: readonly string[],
  wants: HostWants,
): { findings: readonly Finding[]; stderr: string } {
  const script = `const { checkHost } = await import(${JSON.stringify(preflight)});
    console.log(JSON.stringify((await checkHost(${JSON.stringify(wants)})).report.findings));`;
  const [file = '', ...args] = [...command, process.execPath, '--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync(file, args, { encoding: 'utf8' });
  return { findings: stdout === '' ? [] : (JSON.parse(stdout) as Finding[]), stderr };
}

const unshare = ['unshare', '--net'];
const withoutNamespaces =
  spawnSync('unshare', ['--net', 'true']).status !== 0 && 'needs root, for a network of its own';

test('a host that has what is wanted is described, and not refused', { skip: elsewhere }, async () => {
  const checked = await checkHost(undemanding());
  assert.deepEqual(
    ['place', 'platform', 'cores', 'memory', 'user', 'leftovers'].filter(
      (what) => !checked.report.findings.some((finding) => finding.what === what),
    ),
    [],
  );
  await refuseBadHost(checked);
});

test('another platform is refused with a runner that would do', {
  skip: isBuilder && 'this machine is linux x64',
}, async () => {
  const platform = await find('platform', undemanding());
  assert.equal(platform?.verdict, 'bad');
  assert.match(platform?.fix ?? '', /`ubuntu-24\.04`/);
});

test('everything that is bad is one error, with what was found, what is needed and what to do', {
  skip: elsewhere,
}, async () => {
  const wants = undemanding({ hypervisor: 'baremetal', freeDiskGiB: 1e9, environment: { PATH: scratch } });
  await assert.rejects(checkHost(wants).then(refuseBadHost), (error) => {
    assert.ok(error instanceof ActionError);
    assert.match(
      error.problems.join('\n'),
      /^disk \S+: \d+\.\d GiB free; needed: 1000000000\.0 GiB for .*`free-disk-gib`/m,
    );
    assert.match(
      error.problems.join('\n'),
      /^QEMU: no qemu-system-x86_64 on PATH; needed: qemu-system-x86_64\. Install `qemu-system-x86`/m,
    );
    return true;
  });
});

test('QEMU that a later step installs is no reason to refuse', { skip: elsewhere }, async () => {
  const wants = undemanding({ hypervisor: 'baremetal', environment: { PATH: scratch }, steps: ['set-up'] });
  assert.equal((await find('QEMU', wants))?.verdict, 'doubtful');
});

test('a small file system is found, and folders on one file system are added up', {
  skip: spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'none', tmpfs()]).status !== 0 && 'needs root',
}, async (context) => {
  context.after(() => spawnSync('umount', [tmpfs()]));
  const wants = undemanding({ workParent: tmpfs(), destination: join(tmpfs(), 'a', 'b'), freeDiskGiB: 0.01 });
  const small = await find(`disk ${tmpfs()}`, wants);
  assert.equal(small?.verdict, 'bad', JSON.stringify(small));
  assert.match(small?.needed ?? '', /for work folder, destination, ISO$/);
  const apart = await findingsOf({ ...wants, workParent: scratch, destination: tmpfs() });
  assert.equal(apart.find(({ what }) => what === `disk ${tmpfs()}`)?.verdict, 'good');
});

/** A mount point. */
function tmpfs(): string {
  const path = join(scratch, 'tmpfs');
  mkdirSync(path, { recursive: true });
  return path;
}

test('a limit of `ulimit` counts as the memory', { skip: elsewhere }, () => {
  const { findings, stderr } = findingsIn(
    ['bash', '-c', 'ulimit -v 5000000 && exec "$@"', 'limited'],
    undemanding(),
  );
  const memory = findings.find(({ what }) => what === 'memory');
  assert.equal(memory?.verdict, 'doubtful', stderr);
  assert.match(memory?.found ?? '', /^4\.8 GiB, .*\(ulimit -v\)$/);
});

test('a machine without a network has no address for the guest', { skip: withoutNamespaces }, () => {
  const { findings, stderr } = findingsIn(unshare, undemanding());
  const server = findings.find(({ what }) => what === 'HTTP server');
  assert.equal(server?.verdict, 'bad', stderr);
  assert.match(`${server?.found} ${server?.fix}`, /no address but loopback .*`http-ip`/);
});

test('a firewall rule that keeps the guest out is found, and one that lets it in', {
  skip: withoutNamespaces || (spawnSync('nft', ['--version']).status !== 0 && 'nftables is not installed'),
}, () => {
  const rules = join(scratch, 'rules.nft');
  const verdictWith = (rule: string) => {
    writeFileSync(
      rules,
      `table inet host {
         chain input {
           type filter hook input priority 0; policy drop;
           ct state established,related accept
           iifname "lo" accept
           tcp dport 22 accept
           ${rule}
         }
       }`,
    );
    const { findings, stderr } = findingsIn(
      [...unshare, 'sh', '-c', `nft -f ${rules} && exec "$@"`, 'guarded'],
      undemanding(),
    );
    const firewall = findings.find(({ what }) => what === 'firewall');
    assert.ok(firewall, stderr);
    return firewall;
  };
  const blocked = verdictWith('');
  assert.equal(blocked.verdict, 'bad');
  assert.match(blocked.fix ?? '', /port 8000:9000/);
  assert.equal(verdictWith('tcp dport 8000-9000 accept').found, 'TCP 8000 to 9000 open');
  assert.equal(verdictWith('ip saddr 192.0.2.0/24 tcp dport 8000-9000 accept').verdict, 'good');
});

test('KVM that nobody proved is bad only where it is required', { skip: elsewhere }, async () => {
  const wants = undemanding({ hypervisor: 'baremetal', environment: { PATH: scratch } });
  const verdictOf = async (kvm: 'auto' | 'require') => (await find('KVM', { ...wants, kvm }))?.verdict;
  assert.equal(await verdictOf('auto'), 'doubtful');
  assert.equal(await verdictOf('require'), 'bad');
  for (const hypervisor of ['vsphere', 'nutanix', 'ami'] as const) {
    assert.equal(await find('KVM', { ...wants, hypervisor, kvm: 'require' }), undefined);
  }
  assert.equal(await find('KVM', wants), undefined);
});

test('`skip` looks at nothing but KVM, and still finds the address for the guest', {
  skip: elsewhere,
}, async () => {
  const { report } = await checkHost(undemanding({ preflight: 'skip', httpIp: '192.0.2.99' }));
  assert.deepEqual(
    report.findings.map(({ what }) => what),
    ['HTTP server'],
  );
  assert.equal(report.httpAddress, '192.0.2.99');
});

test('what a crashed build left behind is named', { skip: elsewhere }, async () => {
  const parent = mkdtempSync(join(scratch, 'parent-'));
  mkdirSync(join(parent, 'node-image-crashed'));
  writeFileSync(join(parent, 'node-image-crashed', 'owner'), '999999999:1');
  const leftovers = await find('leftovers', undemanding({ workParent: parent }));
  assert.match(leftovers?.found ?? '', /^1 of crashed builds: .*node-image-crashed$/);
});

test('a second build is refused while the first has been promised the disk, unless that is allowed', {
  skip: elsewhere,
}, async () => {
  const { bavail, bsize } = (await import('node:fs')).statfsSync(scratch);
  const half = Math.floor(((bavail * bsize) / 1024 ** 3) * 0.6);
  const wants = undemanding({ freeDiskGiB: half, otherBuilds: 'refuse' });
  const script = `const { checkHost } = await import(${JSON.stringify(preflight)});
    const { report } = await checkHost(${JSON.stringify(wants)});
    console.log(JSON.stringify(report.findings.at(-1)));
    setInterval(() => undefined, 1000);`;
  const first = spawn(process.execPath, ['--input-type=module', '-e', script]);
  try {
    const [line] = (await new Promise((done) => first.stdout.once('data', (data) => done([data])))) as [
      Buffer,
    ];
    assert.match(String(line), /no other runs/);
    const second = await find('builds at once', wants);
    assert.equal(second?.verdict, 'bad', JSON.stringify(second));
    assert.match(second?.found ?? '', /^1 more run/);
    assert.equal((await find('builds at once', { ...wants, otherBuilds: 'allow' }))?.verdict, 'doubtful');
  } finally {
    first.kill('SIGKILL');
    await new Promise((done) => first.once('close', done));
  }
  const afterwards = await find('builds at once', wants);
  assert.equal(afterwards?.verdict, 'good', JSON.stringify(afterwards));
});

test('the table keeps to 80 columns, whatever was found', async () => {
  const long = 'a-very-long-path/'.repeat(12);
  const findings: Finding[] = [
    ...(await findingsOf(undemanding())),
    {
      what: long,
      found: long,
      needed: `${long} and more words than fit`,
      verdict: 'bad',
      fix: `${long} ${long}`,
    },
  ];
  const lines = hostTable(findings);
  assert.deepEqual(
    lines.filter((line) => line.length > 80),
    [],
  );
  assert.match(lines.join('\n'), /^BAD {2}a-very-long-pa/m);
  assert.match(lines.join('\n'), /^ok {3}cores {10}/m);
});
