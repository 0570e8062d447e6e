import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childEnvironment, type Variable } from '../../../src/image-builder/child-environment.ts';
import { buildArguments } from '../../../src/image-builder/command.ts';
import { expectedOutput } from '../../../src/image-builder/expected-output.ts';
import { exampleSpec } from '../plan/example-release.ts';

const folder = {
  path: '/temp/node-image-x',
  build: '/temp/node-image-x/build',
  home: '/temp/node-image-x/home',
};

function environmentOf(
  runnerEnvironment: Readonly<Record<string, string>> = {},
  spec = exampleSpec(),
  variables: readonly Variable[] = [],
  more: Partial<Parameters<typeof childEnvironment>[0]> = {},
): Record<string, string> {
  const all = childEnvironment({
    spec,
    folder,
    certificatesPath: '/temp/node-image-x/certificates.pem',
    runnerEnvironment,
    variables,
    sshPassword: 'a-random-password',
    ...more,
  });
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

test('the arguments are an array, with the exact version of the release', () => {
  const configPath = '/temp/node-image-x/baremetal.json';
  assert.deepEqual(buildArguments({ spec: exampleSpec(), configPath }), [
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
    const spec = exampleSpec({ eksaVersion });
    const args = buildArguments({ spec });
    const environment = environmentOf({}, spec);
    assert.equal(args[args.indexOf('--eksa-release') + 1], 'v0.0.0-dev');
    assert.equal(environment['EKSA_USE_DEV_RELEASE'], 'true');
    assert.equal(environment['BRANCH_NAME'], branch);
  }
  assert.equal(environmentOf()['EKSA_USE_DEV_RELEASE'], undefined);
});

test('without a config there is no flag for it', () => {
  assert.ok(!buildArguments({ spec: exampleSpec() }).includes('--baremetal-config'));
});

test('v0.16 knows none of the newer flags and takes its release from the environment', () => {
  const { firmware: _, ...spec } = exampleSpec({
    osVersion: '20.04',
    eksaVersion: 'v0.16.9',
    releaseChannel: '1-27',
  });
  assert.deepEqual(buildArguments({ spec }), [
    'build',
    '--os',
    'ubuntu',
    '--hypervisor',
    'baremetal',
    '--release-channel',
    '1-27',
  ]);
  assert.equal(environmentOf({}, spec)['EKSA_RELEASE_VERSION'], 'v0.16.9');
  assert.equal(environmentOf()['EKSA_RELEASE_VERSION'], undefined);
});

test('nothing of the job reaches the child but what is on the list', () => {
  const environment = environmentOf({
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
    'ANSIBLE_SSH_COMMON_ARGS',
    'CHECKPOINT_DISABLE',
    'CI',
    'CURL_CA_BUNDLE',
    'GIT_CONFIG_COUNT',
    'GIT_CONFIG_KEY_0',
    'GIT_CONFIG_KEY_1',
    'GIT_CONFIG_VALUE_0',
    'GIT_CONFIG_VALUE_1',
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
  const chosen = [{ name: 'PACKER_HTTP_SERVER_IP', value: '192.0.2.10', from: 'http-ip' }];
  const runner = { PACKER_HTTP_SERVER_IP: '203.0.113.9' };
  const environment = environmentOf(runner, exampleSpec({ hypervisor: 'vsphere' }), chosen);
  assert.equal(environment['PACKER_HTTP_SERVER_IP'], '192.0.2.10');
});

test('every child finds the same certificates', () => {
  const environment = environmentOf();
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
  const environment = environmentOf({ HTTPS_PROXY: 'http://p:1', HTTP_PROXY: 'http://p:2', NO_PROXY: 'a,b' });
  assert.equal(environment['https_proxy'], 'http://p:1');
  assert.equal(environment['http_proxy'], 'http://p:2');
  assert.equal(environment['no_proxy'], 'a,b');
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']) assert.ok(!(name in environment), name);
});

test('of a proxy in both cases the lower one wins, unless it is empty: as our own downloads take it', () => {
  assert.equal(
    environmentOf({ HTTPS_PROXY: 'http://upper', https_proxy: 'http://lower' })['https_proxy'],
    'http://lower',
  );
  assert.equal(
    environmentOf({ HTTPS_PROXY: 'http://upper', https_proxy: '' })['https_proxy'],
    'http://upper',
  );
  assert.ok(!('https_proxy' in environmentOf({ HTTPS_PROXY: '', https_proxy: '' })));
});

test('every further choice has its flag', () => {
  const args = buildArguments({
    spec: exampleSpec({ hypervisor: 'vsphere', builder: 'clone', firmware: 'bios' }),
    configPath: '/c.json',
    filesPath: '/f.json',
    manifestTarball: '/m.tar',
  });
  assert.deepEqual(args.slice(args.indexOf('--builder')), [
    ...['--builder', 'clone'],
    ...['--vsphere-config', '/c.json'],
    ...['--files-config', '/f.json'],
    ...['--air-gapped', '--manifest-tarball', '/m.tar'],
  ]);
});

test('an AMI build gets the credentials of AWS, and no proxy before the metadata service', () => {
  const ami = exampleSpec({ hypervisor: 'ami', firmware: 'bios' });
  const runner = {
    AWS_ACCESS_KEY_ID: 'AKIA',
    AWS_REGION: 'eu-central-1',
    HOME: '/home/r',
    https_proxy: 'http://p:1',
  };
  const environment = environmentOf(runner, ami);
  assert.equal(environment['AWS_ACCESS_KEY_ID'], 'AKIA');
  assert.equal(environment['AWS_SHARED_CREDENTIALS_FILE'], '/home/r/.aws/credentials');
  assert.equal(environment['no_proxy'], '169.254.169.254');
  assert.equal(environmentOf({ ...runner, no_proxy: '.x' }, ami)['no_proxy'], '.x,169.254.169.254');
  assert.equal(environmentOf(runner)['AWS_ACCESS_KEY_ID'], undefined);
});

test('what the user adds wins', () => {
  const variables = [{ name: 'SSH_PASSWORD', value: 'of-the-template', from: 'secrets' }];
  assert.equal(environmentOf({}, exampleSpec(), variables)['SSH_PASSWORD'], 'of-the-template');
});

test('the output is named by system, version and channel; before v0.18 by the system alone', () => {
  const nameOf = (spec = exampleSpec()) => {
    const output = expectedOutput(spec, {});
    return output.kind === 'image' ? output.name : output.kind;
  };
  assert.equal(nameOf(), 'ubuntu-2204-kube-1-33.gz');
  assert.equal(nameOf(exampleSpec({ eksaVersion: 'v0.18.0' })), 'ubuntu-2204-kube-1-33.gz');
  assert.equal(nameOf(exampleSpec({ eksaVersion: 'v0.17.4' })), 'ubuntu.gz');
  assert.equal(nameOf(exampleSpec({ eksaVersion: 'v0.0.0-dev+build.4018' })), 'ubuntu-2204-kube-1-33.gz');
  assert.equal(
    nameOf(exampleSpec({ os: 'redhat', osVersion: '8', hypervisor: 'cloudstack' })),
    'redhat-8-kube-1-33.qcow2',
  );
});

test('Nutanix leaves a file only where it exports one; an AMI leaves its manifest', () => {
  const nutanix = exampleSpec({ hypervisor: 'nutanix' });
  assert.deepEqual(expectedOutput(nutanix, { image_name: 'n' }), { kind: 'remote', imageName: 'n' });
  assert.deepEqual(expectedOutput(nutanix, { image_export: 'true' }), {
    kind: 'image',
    name: 'ubuntu-2204-kube-1-33.img',
  });
  assert.deepEqual(expectedOutput(exampleSpec({ hypervisor: 'ami' }), {}), {
    kind: 'manifest',
    name: 'manifest.json',
  });
});

test('the tools that were set up come first on PATH, and git goes to the mirrors', () => {
  const environment = environmentOf({ PATH: '/usr/bin:/bin' }, exampleSpec(), [], {
    tools: {
      cliRelease: 'v0.26.1',
      pathEntries: ['/tools/ansible/bin', '/tools/packer'],
      isoFolder: '/tools/iso',
      gitMirrors: new Map([
        ['https://github.com/aws/eks-anywhere-build-tooling.git', '/mirrors/build tooling.git'],
        ['https://github.com/kubernetes-sigs/image-builder.git', '/mirrors/image-builder.git'],
      ]),
    },
    mirrors: new Map([['github.com', new URL('https://git.example.com/github/')]]),
  });
  assert.equal(environment['PATH'], '/tools/ansible/bin:/tools/packer:/usr/bin:/bin');
  assert.equal(environment['PACKER_CACHE_DIR'], '/tools/iso');
  assert.equal(environment['CLONE_URL'], 'file:///mirrors/image-builder.git');
  const count = Number(environment['GIT_CONFIG_COUNT']);
  const settings = Array.from({ length: count }, (_, index) => [
    environment[`GIT_CONFIG_KEY_${index}`],
    environment[`GIT_CONFIG_VALUE_${index}`],
  ]);
  const instead = settings.filter(([key]) => key?.endsWith('.insteadOf'));
  assert.deepEqual(instead, [
    ['url.https://git.example.com/github/.insteadOf', 'https://github.com/'],
    [
      'url.file:///mirrors/build%20tooling.git.insteadOf',
      'https://github.com/aws/eks-anywhere-build-tooling.git',
    ],
    [
      'url.file:///mirrors/image-builder.git.insteadOf',
      'https://github.com/kubernetes-sigs/image-builder.git',
    ],
  ]);
});

test('the CLI of another release decides which flags there are', () => {
  const spec = exampleSpec({ osVersion: '20.04', eksaVersion: 'v0.16.1', releaseChannel: '1-27' });
  const tools = { pathEntries: [], isoFolder: '/iso', gitMirrors: new Map() };
  const old = environmentOf({}, spec, [], { tools: { ...tools, cliRelease: 'v0.16.5' } });
  assert.equal(old['EKSA_RELEASE_VERSION'], 'v0.16.1');
  const args = buildArguments({ spec, cliRelease: 'v0.26.1' });
  assert.deepEqual(args.slice(7, 9), ['--eksa-release', 'v0.16.1']);
  const output = expectedOutput(spec, {}, 'v0.26.1');
  assert.deepEqual(output, { kind: 'image', name: 'ubuntu-2004-kube-1-27.gz' });
});

const documentedSshOptions =
  '-o HostKeyAlgorithms=+ssh-rsa -o PubkeyAcceptedKeyTypes=+ssh-rsa -o UserKnownHostsFile=/dev/null';

test('ssh options reach Ansible in the one variable that upstream does not quote or override', () => {
  const environment = environmentOf();
  assert.equal(environment['ANSIBLE_SSH_COMMON_ARGS'], documentedSshOptions);
  assert.equal(environment['ANSIBLE_SSH_ARGS'], undefined);
});

test('ssh options of the runner and of `environment` are kept before those of the documentation', () => {
  const environment = environmentOf({ ANSIBLE_SSH_ARGS: '-C' }, exampleSpec(), [
    { name: 'ANSIBLE_SSH_EXTRA_ARGS', value: '-o ConnectTimeout=60', from: 'environment' },
    { name: 'ANSIBLE_SSH_ARGS', value: "-o ProxyCommand='ssh -W %h:%p jump'", from: 'environment' },
  ]);
  assert.equal(
    environment['ANSIBLE_SSH_COMMON_ARGS'],
    `-o ProxyCommand='ssh -W %h:%p jump' -o ConnectTimeout=60 -C ${documentedSshOptions}`,
  );
  assert.deepEqual(
    Object.keys(environment).filter((name) => /^ANSIBLE_SSH_(?!COMMON)/.test(name)),
    [],
  );
});
