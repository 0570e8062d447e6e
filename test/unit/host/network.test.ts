import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { kernelFiles } from '../../../src/host/finding.ts';
import { followRuleset } from '../../../src/host/host-firewall.ts';
import { hostsFor, type NeededHost } from '../../../src/host/hosts.ts';
import { chooseHttpAddress, type HttpAddressWants } from '../../../src/host/http-address.ts';
import { judgeReachability } from '../../../src/host/reachability.ts';
import { judgeTinkerbellPorts } from '../../../src/host/tinkerbell-ports.ts';
import { createHttpClient } from '../../../src/net/http-client.ts';

const scratch = mkdtempSync(join(tmpdir(), 'host-network-test-'));
const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function listen(server: Server, address = '127.0.0.1'): Promise<number> {
  servers.push(server.listen(0, address));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

/** A row of the table for a server of the test. */
function row(host: string, overrides: Partial<NeededHost> = {}): NeededHost {
  const [usual] = hostsFor({ hypervisor: 'baremetal', os: 'ubuntu', steps: ['build'] });
  assert.ok(usual);
  return { ...usual, host, protocol: 'http', ...overrides } as NeededHost;
}

const client = createHttpClient({
  proxyEnvironment: {},
  userAgent: 'test',
  timeouts: { connect: 2_000, headers: 300, body: 300 },
});

test('every host is asked once by HEAD, and any answer will do', async () => {
  const asked: string[] = [];
  const port = await serve(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.writeHead(403).end();
  });
  const rows = [row(`127.0.0.1:${port}`), row(`127.0.0.1:${port}`, { tool: 'git' }), row('*.example.com')];
  const findings = await judgeReachability({ rows, askers: { runner: client }, environment: {} });
  assert.deepEqual(asked, ['HEAD /']);
  assert.deepEqual(
    findings.map(({ what, found, verdict }) => [what, found, verdict]),
    [
      ['hosts', 'all 1 answer', 'good'],
      ['clock', 'right', 'good'],
    ],
  );
});

test('a host that does not answer is bad, or doubtful where a build may do without it', async () => {
  const closed = await listen(createTcpServer());
  servers.at(-1)?.close();
  const silent = await listen(createTcpServer(() => undefined));
  const rows = [row(`127.0.0.1:${closed}`), row(`127.0.0.1:${silent}`, { unless: 'it is there' })];
  const [hosts, ...findings] = await judgeReachability({ rows, askers: { runner: client }, environment: {} });
  assert.equal(hosts?.found, '0 others answer');
  assert.deepEqual(
    findings.map(({ verdict }) => verdict),
    ['bad', 'doubtful'],
  );
  assert.match(findings[0]?.found ?? '', /Nothing listens/);
  assert.match(findings[0]?.fix ?? '', /set `http_proxy`/);
  assert.match(findings[1]?.found ?? '', /does not answer/);
});

test('what the guest downloads is asked without the proxy of the runner', async () => {
  const port = await serve((_, response) => response.end());
  const guest = row(`127.0.0.1:${port}`, { from: 'guest' });
  const refusing = createHttpClient({
    proxyEnvironment: { http_proxy: 'http://127.0.0.1:9' },
    userAgent: 'test',
  });
  const ask = (askers: Parameters<typeof judgeReachability>[0]['askers']) =>
    judgeReachability({ rows: [guest], askers, environment: {} });
  assert.equal((await ask({ runner: refusing, guest: client }))[0]?.found, 'all 1 answer');
  assert.equal((await ask({ runner: client, guest: refusing }))[1]?.verdict, 'doubtful');
  assert.match((await ask({ runner: client, guest: refusing }))[1]?.fix ?? '', /`https_proxy`/);
  assert.equal((await ask({ runner: refusing }))[0]?.found, 'all 0 answer');
});

test('requests of the actions themselves are asked about at the mirror, those of others at the host', async () => {
  const asked: string[] = [];
  const port = await serve(({ url }, response) => {
    asked.push(url ?? '');
    response.end();
  });
  const original = await listen(createTcpServer());
  servers.at(-1)?.close();
  const mirrors = new Map([[`127.0.0.1:${original}`, new URL(`http://127.0.0.1:${port}/mirror/`)]]);
  const mirror = createHttpClient({ proxyEnvironment: {}, userAgent: 'test', mirrors });
  const rows = [
    row(`127.0.0.1:${original}`, { mirror: 'in-process' }),
    row(`127.0.0.1:${original}`, { mirror: 'git' }),
  ];
  const findings = await judgeReachability({ rows, askers: { runner: client, mirror }, environment: {} });
  assert.deepEqual(asked, ['/mirror/']);
  assert.deepEqual(findings.map(({ what, found }) => [what, found]).slice(0, 2), [
    ['hosts', '1 others answer'],
    [`127.0.0.1:${original}`, `Nothing listens at 127.0.0.1:${original}`],
  ]);
});

test('a host that the config names is asked where the config names it', async () => {
  const port = await serve((_, response) => response.end());
  const { host: _, ...rest } = { ...row('x'), host: '' };
  const rows = [{ ...rest, configKey: 'vcenter_server' } as NeededHost];
  const ask = (server?: string) =>
    judgeReachability({
      rows,
      askers: { runner: client },
      environment: {},
      ...(server && { configHosts: { vcenter_server: server } }),
    });
  assert.equal((await ask(`127.0.0.1:${port}`))[0]?.found, 'all 1 answer');
  assert.equal((await ask())[0]?.found, 'all 0 answer');
});

test('a clock that is wrong is found by the dates of the answers', async () => {
  const ahead = async (seconds: number) => {
    const date = new Date(Date.now() - seconds * 1000).toUTCString();
    const port = await serve((_, response) => response.writeHead(200, { date }).end());
    const findings = await judgeReachability({
      rows: [row(`127.0.0.1:${port}`)],
      askers: { runner: client },
      environment: {},
    });
    return findings.find(({ what }) => what === 'clock');
  };
  assert.match((await ahead(90))?.found ?? '', /^(89|90|91) s ahead$/);
  assert.equal((await ahead(90))?.verdict, 'doubtful');
  assert.equal((await ahead(-1000))?.verdict, 'bad');
  assert.match((await ahead(-1000))?.found ?? '', /s behind$/);
});

test('a port of Tinkerbell that is taken matters only on an admin host', {
  skip: process.platform !== 'linux' && 'reads /proc',
}, async (context) => {
  const socket = createSocket('udp4').bind(0, '0.0.0.0');
  context.after(() => socket.close());
  await once(socket, 'listening');
  const local = createSocket('udp4').bind(0, '127.0.0.1');
  context.after(() => local.close());
  await once(local, 'listening');
  const ports = [
    { number: socket.address().port, protocol: 'udp', what: 'DHCP' },
    { number: local.address().port, protocol: 'udp', what: 'TFTP' },
  ] as const;
  assert.deepEqual(await judgeTinkerbellPorts({ PATH: scratch }, kernelFiles, ports), []);
  writeFileSync(join(scratch, 'eksctl-anywhere'), '');
  chmodSync(join(scratch, 'eksctl-anywhere'), 0o755);
  const [finding] = await judgeTinkerbellPorts({ PATH: scratch }, kernelFiles, ports);
  assert.equal(finding?.verdict, 'doubtful');
  assert.match(finding?.found ?? '', new RegExp(`^taken: ${socket.address().port}/udp \\(DHCP\\) by \\S+$`));
});

const lan = { interface: 'eth0', address: '192.0.2.10' };
const vmNetwork = { interface: 'ens5', address: '198.51.100.7' };

function addressWants(overrides: Partial<HttpAddressWants> = {}): HttpAddressWants {
  return { environment: {}, isContainer: false, addresses: [lan], ...overrides };
}

test('one address is taken, and a bridge of containers is none', async () => {
  const docker = { interface: 'docker0', address: '172.17.0.1' };
  const chosen = await chooseHttpAddress(addressWants({ addresses: [docker, lan] }));
  assert.equal(chosen.address, '192.0.2.10');
  assert.equal(chosen.finding.verdict, 'good');
});

test('of several addresses that of the default route is taken, and the others are offered', async () => {
  const kernel = { proc: scratch, sys: scratch };
  mkdirSync(join(scratch, 'net'), { recursive: true });
  const head = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask';
  const routes = [
    'eth0\t000200C0\t0\t1\t0\t0\t0\t00FFFFFF',
    'ens5\t00000000\t016433C6\t3\t0\t0\t0\t00000000',
  ];
  writeFileSync(join(scratch, 'net', 'route'), [head, ...routes].join('\n'));
  const { address, finding } = await chooseHttpAddress(addressWants({ addresses: [lan, vmNetwork], kernel }));
  assert.equal(address, '198.51.100.7');
  assert.equal(finding.verdict, 'doubtful');
  assert.match(finding.fix ?? '', /set `http-ip` to 192\.0\.2\.10 \(eth0\)/);
});

test('of several addresses that from which the vCenter is reached is right', async () => {
  const loopback = { interface: 'lan', address: '127.0.0.1' };
  const { address, finding } = await chooseHttpAddress(
    addressWants({ addresses: [vmNetwork, loopback], peer: '127.0.0.1' }),
  );
  assert.equal(address, '127.0.0.1');
  assert.equal(finding.verdict, 'good');
  assert.match(finding.found, /the way to 127\.0\.0\.1/);
});

test('an address that was given is checked', async () => {
  const verdictOf = async (overrides: Partial<HttpAddressWants>) =>
    (await chooseHttpAddress(addressWants({ addresses: [lan, vmNetwork], ...overrides }))).finding.verdict;
  assert.equal(await verdictOf({ httpIp: '198.51.100.7' }), 'good');
  assert.equal(await verdictOf({ httpIp: '203.0.113.1' }), 'doubtful');
  assert.equal(await verdictOf({ httpIp: '127.0.0.1' }), 'bad');
  assert.equal(await verdictOf({ environment: { PACKER_HTTP_SERVER_IP: 'runner' } }), 'bad');
  assert.equal(await verdictOf({ environment: { PACKER_ACTIVE_INTERFACE: 'ens5' } }), 'good');
  assert.equal(await verdictOf({ environment: { PACKER_ACTIVE_INTERFACE: 'ens9' } }), 'bad');
  assert.equal(await verdictOf({ isContainer: true }), 'doubtful');
});

/** A ruleset with one chain at the hook `input`, as `nft -j` writes it. */
function ruleset(policy: string, ...rules: ReadonlyArray<readonly unknown[]>): string {
  const at = { family: 'inet', table: 'filter' };
  return JSON.stringify({
    nftables: [
      { metainfo: {} },
      { chain: { ...at, name: 'input', type: 'filter', hook: 'input', policy } },
      ...rules.map((expr) => ({ rule: { ...at, chain: 'input', expr } })),
      {
        rule: {
          ...at,
          chain: 'guests',
          expr: [match('tcp', 'dport', { range: [8000, 9000] }), { accept: null }],
        },
      },
    ],
  });
}

function match(protocol: string, field: string, right: unknown) {
  return { match: { op: '==', left: { payload: { protocol, field } }, right } };
}

test('rules are followed as the kernel does, and what cannot be told is not claimed', () => {
  const accept = { accept: null };
  assert.equal(followRuleset(ruleset('accept')), 'open');
  assert.equal(followRuleset(ruleset('drop')), 'blocked');
  assert.equal(
    followRuleset(ruleset('drop', [match('tcp', 'dport', { set: [22, 443] }), accept])),
    'blocked',
  );
  assert.equal(followRuleset(ruleset('drop', [match('udp', 'dport', 8500), accept])), 'blocked');
  assert.equal(followRuleset(ruleset('drop', [{ jump: { target: 'guests' } }])), 'open');
  assert.equal(followRuleset(ruleset('drop', [match('ip', 'saddr', '192.0.2.1'), accept])), 'unclear');
  assert.equal(followRuleset(ruleset('drop', [{ xt: null }, accept])), 'unclear');
  assert.equal(followRuleset(ruleset('accept', [{ reject: null }])), 'blocked');
  assert.equal(followRuleset(ruleset('accept', [{ jump: { target: 'input' } }])), 'unclear');
  assert.equal(followRuleset('no JSON'), 'unclear');
});
