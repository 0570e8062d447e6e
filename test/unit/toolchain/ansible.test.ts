import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { supportMatrix } from '../../../src/release/support-matrix.ts';
import { type AnsibleRequest, obtainAnsible } from '../../../src/toolchain/ansible.ts';
import { openToolStore } from '../../../src/toolchain/tool-store.ts';
import { testClient } from '../net/client.ts';
import { serve } from '../net/loopback-server.ts';
import { collectedLog } from './collected-log.ts';
import { fakeHostedImage, scratchFolder } from './fakes.ts';

/** The real pip fetches real wheels here, once for all tests: about 65 MB. */
const shared = mkdtempSync(join(tmpdir(), 'toolchain-ansible-'));
const wheelFolder = join(shared, 'wheels');
after(() => rmSync(shared, { recursive: true, force: true }));

/** An index that nobody answers at: whoever asks it fails. */
const noIndex = { PIP_INDEX_URL: 'http://127.0.0.1:1/simple', PIP_RETRIES: '0', PIP_FIND_LINKS: '' };

function request(
  environment: NodeJS.ProcessEnv = {},
  overrides: Partial<AnsibleRequest> = {},
): AnsibleRequest {
  return {
    required: supportMatrix('v0.26.1').tools,
    store: openToolStore([join(shared, 'store')]),
    wheelFolder,
    environment: { ...process.env, HOME: shared, ...environment },
    http: testClient(),
    log: collectedLog(),
    signal: new AbortController().signal,
    ...overrides,
  };
}

/** What a build sees: our folder first, no network, a home of its own. */
function childEnvironment(binFolder: string, home: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true });
  return {
    PATH: `${binFolder}:/usr/bin:/bin`,
    HOME: home,
    LANG: 'C.UTF-8',
    https_proxy: 'http://127.0.0.1:1',
  };
}

/** What upstream's `make deps` asks for; kubernetes-sigs/image-builder v0.1.48, images/capi/hack/ensure-ansible.sh. */
const askedCollections = [
  'community.general:<12.0.0',
  'ansible.posix',
  'ansible.windows:>=1.7.0',
  'community.windows',
];

test('it has what upstream asks of Ansible and Python', async () => {
  const { binFolder, pythonVersion } = await obtainAnsible(request());
  const env = childEnvironment(binFolder, join(shared, 'home'));
  const run = (file: string, ...args: readonly string[]) =>
    execFileSync(file, args, { env, encoding: 'utf8' });
  // ensure-python.sh: at least 3.9.
  assert.match(run('python3', '--version'), new RegExp(`^Python ${pythonVersion}\\n`));
  assert.match(pythonVersion, /^3\.(?:9|10|11)\./);
  // validate_required_deps.sh: the first line holds exactly this.
  assert.ok(run('ansible', '--version').startsWith('ansible [core 2.15.13]'));
  // ensure-ansible.sh: Galaxy would be asked for what is missing.
  assert.match(
    run('ansible-galaxy', 'collection', 'install', ...askedCollections),
    /Nothing to do\. All requested/,
  );
  // ensure-ansible-windows.sh: OVA and AMI builds install pywinrm with `--user` unless pip3 shows it.
  assert.match(run('pip3', 'show', 'pywinrm'), /^Name: pywinrm\nVersion: 0\.5\.0$/m);
  assert.match(run('pip3', 'check'), /No broken requirements/);
  assert.match(run('ansible-playbook', '--version'), /\[core /);
});

test('a warm store needs neither wheels nor an index', async (context) => {
  const own = request(noIndex, { wheelFolder: join(scratchFolder(context), 'none') });
  const { isHit, version } = await obtainAnsible(own);
  assert.deepEqual({ isHit, version }, { isHit: true, version: '2.15.13' });
});

test('with wheels from a cache nobody is asked, whatever lies in front on PATH', async (context) => {
  const scratch = scratchFolder(context);
  fakeHostedImage(join(scratch, 'first'));
  const store = openToolStore([join(scratch, 'store')]);
  const PATH = `${join(scratch, 'first')}:${process.env['PATH']}`;
  const { binFolder, isHit } = await obtainAnsible(request({ ...noIndex, PATH }, { store }));
  assert.equal(isHit, false);
  const env = childEnvironment(binFolder, join(scratch, 'home'));
  assert.match(
    execFileSync('ansible', ['--version'], { env, encoding: 'utf8' }),
    /^ansible \[core 2\.15\.13\]/,
  );
});

test('a damaged wheel and a stranger in the cache are thrown away', async (context) => {
  const scratch = scratchFolder(context);
  const damaged = join(scratch, 'wheels');
  execFileSync('cp', ['-r', wheelFolder, damaged]);
  truncateSync(join(damaged, 'ansible_core-2.15.13-py3-none-any.whl'), 1000);
  writeFileSync(join(damaged, 'evil-1.0-py3-none-any.whl'), 'x');
  const store = openToolStore([join(scratch, 'store')]);
  const failure = obtainAnsible(request(noIndex, { store, wheelFolder: damaged }));
  await assert.rejects(failure, /The packages of Ansible cannot be downloaded by pip/);
  const names = readdirSync(damaged);
  assert.ok(!names.includes('evil-1.0-py3-none-any.whl'));
  assert.ok(!names.includes('ansible_core-2.15.13-py3-none-any.whl'));
  assert.equal((await obtainAnsible(request({}, { store, wheelFolder: damaged }))).version, '2.15.13');
});

test('an index that fails is told without its password', async (context) => {
  const scratch = scratchFolder(context);
  const server = await serve(context, (_, response) => response.writeHead(403).end());
  const index = `${server.url.replace('//', '//builder:hunter2pass@')}/simple`;
  const own = request(
    { PIP_INDEX_URL: index, PIP_RETRIES: '0', PIP_FIND_LINKS: '' },
    { store: openToolStore([join(scratch, 'store')]), wheelFolder: join(scratch, 'wheels') },
  );
  await assert.rejects(obtainAnsible(own), (error: unknown) => {
    assert.ok(error instanceof ActionError);
    assert.match(error.message, /ERROR: [\s\S]*PIP_INDEX_URL/);
    assert.doesNotMatch(error.message, /hunter2pass/);
    return true;
  });
  assert.ok(server.requests.length > 0);
  assert.equal(server.requests[0]?.headers.authorization, `Basic ${btoa('builder:hunter2pass')}`);
});

test('an index that serves other bytes is refused by digest', async (context) => {
  const scratch = scratchFolder(context);
  const server = await serve(context, (incoming, response) => {
    const name = /^\/simple\/([^/]+)\/$/.exec(incoming.url ?? '')?.[1];
    if (name === undefined) return response.end('not the wheel');
    const wheel = `${name.replaceAll('-', '_')}-2.15.13-py3-none-any.whl`;
    return response.setHeader('content-type', 'text/html').end(`<a href="/files/${wheel}">${wheel}</a>`);
  });
  const own = request(
    { PIP_INDEX_URL: `${server.url}/simple`, PIP_RETRIES: '0', PIP_FIND_LINKS: '' },
    { store: openToolStore([join(scratch, 'store')]), wheelFolder: join(scratch, 'wheels') },
  );
  await assert.rejects(obtainAnsible(own), /DO NOT MATCH|other files than PyPI does|Expected sha256/);
});

test('pip keeps no cache in the home', () => {
  assert.ok(!readdirSync(shared).includes('.cache'));
});

test('an environment that was tampered with is made again', async () => {
  const first = await obtainAnsible(request(noIndex));
  rmSync(join(first.binFolder, 'ansible'));
  const second = await obtainAnsible(request(noIndex));
  assert.deepEqual([first.isHit, second.isHit], [true, false]);
  assert.notEqual(second.binFolder, first.binFolder);
});
