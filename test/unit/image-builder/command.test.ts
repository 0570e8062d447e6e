import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCommand, expectedOutputName } from '../../../src/image-builder/command.ts';
import { exampleSpec } from '../plan/example-release.ts';

const folder = {
  path: '/temp/node-image-x',
  build: '/temp/node-image-x/build',
  home: '/temp/node-image-x/home',
};

function command(
  runnerEnvironment: Readonly<Record<string, string>> = {},
  spec = exampleSpec(),
  configPath?: string,
) {
  return buildCommand({
    cli: '/temp/node-image-x/cli/image-builder',
    spec,
    folder,
    certificatesPath: '/temp/node-image-x/certificates.pem',
    runnerEnvironment,
    sshPassword: 'a-random-password',
    ...(configPath && { configPath }),
  });
}

test('the arguments are an array, with the exact version of the release', () => {
  const { file, args } = command({}, exampleSpec(), '/temp/node-image-x/baremetal.json');
  assert.equal(file, '/temp/node-image-x/cli/image-builder');
  assert.deepEqual(args, [
    'build',
    ...['--os', 'ubuntu'],
    ...['--hypervisor', 'baremetal'],
    ...['--release-channel', '1-33'],
    ...['--eksa-release', 'v0.26.1'],
    ...['--os-version', '22.04'],
    ...['--firmware', 'efi'],
    ...['--baremetal-config', '/temp/node-image-x/baremetal.json'],
  ]);
});

test('a development build is asked for by the environment, as the newest of its branch', () => {
  for (const [eksaVersion, branch] of [
    ['v0.0.0-dev+build.4018', 'main'],
    ['v0.0.0-dev-release-0.26+build.12', 'release-0.26'],
  ] as const) {
    const { args, environment } = command({}, exampleSpec({ eksaVersion }));
    assert.equal(args[args.indexOf('--eksa-release') + 1], 'v0.0.0-dev');
    assert.equal(environment['EKSA_USE_DEV_RELEASE'], 'true');
    assert.equal(environment['BRANCH_NAME'], branch);
  }
  assert.equal(command().environment['EKSA_USE_DEV_RELEASE'], undefined);
});

test('without a config there is no flag for it', () => {
  assert.ok(!command().args.includes('--baremetal-config'));
});

test('v0.16 knows none of the newer flags and takes its release from the environment', () => {
  const { firmware: _, ...spec } = exampleSpec({
    osVersion: '20.04',
    eksaVersion: 'v0.16.9',
    releaseChannel: '1-27',
  });
  const { args, environment } = command({}, spec);
  assert.deepEqual(args, [
    'build',
    '--os',
    'ubuntu',
    '--hypervisor',
    'baremetal',
    '--release-channel',
    '1-27',
  ]);
  assert.equal(environment['EKSA_RELEASE_VERSION'], 'v0.16.9');
  assert.equal(command().environment['EKSA_RELEASE_VERSION'], undefined);
});

test('nothing of the job reaches the child but what is on the list', () => {
  const { environment } = command({
    PATH: '/usr/bin',
    LANG: 'C.UTF-8',
    HOME: '/home/runner',
    CI: 'true',
    GITHUB_TOKEN: 'ghs_x',
    GITHUB_ACTIONS: 'true',
    ACTIONS_RUNTIME_TOKEN: 'x',
    ACTIONS_RESULTS_URL: 'https://results.example.com',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    INPUT_SECRETS: 'a=b',
    STATE_x: 'y',
    AWS_SECRET_ACCESS_KEY: 'x',
    NODE_OPTIONS: '--inspect',
    LD_PRELOAD: '/tmp/x.so',
    DEBUG: '1',
    SSL_CERT_DIR: '/etc/ssl/certs',
    RHSM_PASSWORD: 'x',
  });
  assert.deepEqual(Object.keys(environment).sort(), [
    'ANSIBLE_SSH_ARGS',
    'ANSIBLE_SSH_COMMON_ARGS',
    'CHECKPOINT_DISABLE',
    'CI',
    'CURL_CA_BUNDLE',
    'GIT_CONFIG_COUNT',
    'GIT_CONFIG_KEY_0',
    'GIT_CONFIG_VALUE_0',
    'GIT_SSL_CAINFO',
    'GIT_TERMINAL_PROMPT',
    'HOME',
    'LANG',
    'NODE_EXTRA_CA_CERTS',
    'PACKER_COLOR',
    'PATH',
    'PIP_CERT',
    'REQUESTS_CA_BUNDLE',
    'SSH_PASSWORD',
    'SSL_CERT_FILE',
  ]);
  assert.equal(environment['HOME'], folder.home);
  assert.equal(environment['CI'], 'false');
  assert.equal(environment['PACKER_COLOR'], 'false');
  assert.equal(environment['SSH_PASSWORD'], 'a-random-password');
});

test('the address that was chosen for the guest is not left to upstream', () => {
  const spec = exampleSpec({ hypervisor: 'vsphere' });
  const { environment } = buildCommand({
    cli: '/cli',
    spec,
    folder,
    certificatesPath: '/certificates.pem',
    runnerEnvironment: { PACKER_HTTP_SERVER_IP: '203.0.113.9' },
    sshPassword: 'a-random-password',
    httpAddress: '192.0.2.10',
  });
  assert.equal(environment['PACKER_HTTP_SERVER_IP'], '192.0.2.10');
});

test('every child finds the same certificates', () => {
  const { environment } = command();
  for (const name of [
    'SSL_CERT_FILE',
    'GIT_SSL_CAINFO',
    'CURL_CA_BUNDLE',
    'REQUESTS_CA_BUNDLE',
    'PIP_CERT',
  ]) {
    assert.equal(environment[name], '/temp/node-image-x/certificates.pem', name);
  }
});

test('proxies arrive in lower case only: upper case would be baked into the image', () => {
  const { environment } = command({ HTTPS_PROXY: 'http://p:1', HTTP_PROXY: 'http://p:2', NO_PROXY: 'a,b' });
  assert.equal(environment['https_proxy'], 'http://p:1');
  assert.equal(environment['http_proxy'], 'http://p:2');
  assert.equal(environment['no_proxy'], 'a,b');
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']) assert.ok(!(name in environment), name);
});

test('of a proxy in both cases the lower one wins, unless it is empty: as our own downloads take it', () => {
  assert.equal(
    command({ HTTPS_PROXY: 'http://upper', https_proxy: 'http://lower' }).environment['https_proxy'],
    'http://lower',
  );
  assert.equal(
    command({ HTTPS_PROXY: 'http://upper', https_proxy: '' }).environment['https_proxy'],
    'http://upper',
  );
  assert.ok(!('https_proxy' in command({ HTTPS_PROXY: '', https_proxy: '' }).environment));
});

test('the output is named by system, version and channel; before v0.18 by the system alone', () => {
  assert.equal(expectedOutputName(exampleSpec()), 'ubuntu-2204-kube-1-33.gz');
  assert.equal(expectedOutputName(exampleSpec({ eksaVersion: 'v0.18.0' })), 'ubuntu-2204-kube-1-33.gz');
  assert.equal(expectedOutputName(exampleSpec({ eksaVersion: 'v0.17.4' })), 'ubuntu.gz');
  assert.equal(
    expectedOutputName(exampleSpec({ eksaVersion: 'v0.0.0-dev+build.4018' })),
    'ubuntu-2204-kube-1-33.gz',
  );
});

test('the tools that were set up come first on PATH, and git goes to the mirrors', () => {
  const { environment } = buildCommand({
    cli: '/tools/cli/image-builder',
    spec: exampleSpec(),
    folder,
    certificatesPath: '/temp/certificates.pem',
    runnerEnvironment: { PATH: '/usr/bin:/bin' },
    sshPassword: 'a-random-password',
    tools: {
      cliRelease: 'v0.26.1',
      pathEntries: ['/tools/ansible/bin', '/tools/packer'],
      isoFolder: '/tools/iso',
      gitMirrors: new Map([
        ['https://github.com/aws/eks-anywhere-build-tooling.git', '/mirrors/build tooling.git'],
        ['https://github.com/kubernetes-sigs/image-builder.git', '/mirrors/image-builder.git'],
      ]),
    },
  });
  assert.equal(environment['PATH'], '/tools/ansible/bin:/tools/packer:/usr/bin:/bin');
  assert.equal(environment['PACKER_CACHE_DIR'], '/tools/iso');
  assert.equal(environment['CLONE_URL'], 'file:///mirrors/image-builder.git');
  assert.equal(environment['GIT_CONFIG_COUNT'], '5');
  assert.equal(environment['GIT_CONFIG_KEY_1'], 'url.file:///mirrors/build%20tooling.git.insteadOf');
  assert.equal(environment['GIT_CONFIG_VALUE_1'], 'https://github.com/aws/eks-anywhere-build-tooling.git');
});

test('the CLI of another release decides which flags there are', () => {
  const options = {
    cli: 'image-builder',
    spec: exampleSpec({ osVersion: '20.04', eksaVersion: 'v0.16.1', releaseChannel: '1-27' }),
    folder,
    certificatesPath: '/temp/certificates.pem',
    runnerEnvironment: {},
    sshPassword: 'a-random-password',
  };
  const tools = { pathEntries: [], isoFolder: '/iso', gitMirrors: new Map() };
  const old = buildCommand({ ...options, tools: { ...tools, cliRelease: 'v0.16.5' } });
  assert.equal(old.environment['EKSA_RELEASE_VERSION'], 'v0.16.1');
  const newer = buildCommand({ ...options, tools: { ...tools, cliRelease: 'v0.26.1' } });
  assert.deepEqual(newer.args.slice(7, 9), ['--eksa-release', 'v0.16.1']);
  assert.equal(expectedOutputName(options.spec, 'v0.26.1'), 'ubuntu-2004-kube-1-27.gz');
});

test('ssh options of the runner are kept before those of the documentation', () => {
  const { environment } = command({ ANSIBLE_SSH_ARGS: '-C' });
  assert.equal(
    environment['ANSIBLE_SSH_ARGS'],
    '-C -o HostKeyAlgorithms=+ssh-rsa -o PubkeyAcceptedKeyTypes=+ssh-rsa',
  );
});
