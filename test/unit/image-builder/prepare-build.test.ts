import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { storeGitCredentials } from '../../../src/image-builder/air-gap.ts';
import { findingText } from '../../../src/image-builder/config-text.ts';
import { defaultIso, oldIsoUrl } from '../../../src/image-builder/default-isos.ts';
import { packageSourceProblems } from '../../../src/image-builder/package-sources.ts';
import { type BuildRequest, prepareBuild } from '../../../src/image-builder/prepare-build.ts';
import { exampleSpec } from '../plan/example-release.ts';

let workspace: string;
before(() => {
  workspace = mkdtempSync(join(tmpdir(), 'prepare-'));
});
after(() => rmSync(workspace, { recursive: true, force: true }));

type Wanted = Partial<BuildRequest> & { readonly config?: object };

function prepare({ config = {}, ...request }: Wanted = {}) {
  return prepareBuild({
    spec: exampleSpec(),
    sources: { texts: [{ name: 'config', text: JSON.stringify(config) }], secrets: {} },
    ignoredKeys: 'error',
    variables: [],
    ansibleVerbosity: 0,
    isAirGapped: false,
    hasManifestTarball: false,
    isDryRun: false,
    workspace,
    runnerEnvironment: {},
    ...request,
  });
}

async function problemsOf(wanted: Wanted): Promise<readonly string[]> {
  try {
    await prepare(wanted);
  } catch (error) {
    if (error instanceof ActionError)
      return error.problems.map((problem) => problem.replaceAll(workspace, ''));
    throw error;
  }
  return [];
}

function write(name: string, text: string, mode = 0o644): void {
  mkdirSync(join(workspace, name, '..'), { recursive: true });
  writeFileSync(join(workspace, name), text);
  chmodSync(join(workspace, name), mode);
}

describe('where an error about the config leads', () => {
  const nutanix = {
    spec: exampleSpec({ hypervisor: 'nutanix', firmware: 'bios' }),
    config: {
      nutanix_cluster_name: 'c',
      nutanix_endpoint: 'e',
      nutanix_username: 'u',
      nutanix_subnet_name: 's',
      image_name: 'i',
    },
  };
  const helpOf = async (config: object) => {
    const sources = {
      texts: [{ name: 'config', text: JSON.stringify({ ...nutanix.config, ...config }) }],
      secrets: { nutanix_password: '' },
    };
    const error = await prepare({ ...nutanix, sources }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof ActionError);
    return { help: error.help, count: error.problems.length };
  };

  test('an empty secret: to the reasons why it is empty', async () => {
    const place = 'troubleshooting/inputs-and-config.md#secret-empty';
    assert.deepEqual(await helpOf({}), { help: place, count: 1 });
  });

  test('an empty secret and another problem: to the entry of the config', async () => {
    assert.deepEqual(await helpOf({ nonsense_key: 'x' }), { help: undefined, count: 2 });
  });
});

describe('additional files', () => {
  before(() => {
    write('motd', 'hello');
    write('bin/check', '#!/bin/sh', 0o755);
    mkdirSync(join(workspace, 'folder'), { recursive: true });
  });
  const filesOf = async (additionalFiles: string) =>
    (await prepare({ additionalFiles })).files.map((file) => ({
      ...file,
      src: file.src.replace(workspace, ''),
    }));

  for (const [written, mode] of [
    ['0644', 644],
    ['"0644"', 644],
    ['644', 644],
    ['0o600', 600],
    ['4755', 4755],
    ['1777', 1777],
  ] as const) {
    test(`mode ${written} is ${mode}`, async () => {
      assert.deepEqual(await filesOf(`[{"src": "motd", "dest": "/etc/motd", "mode": ${written}}]`), [
        { src: '/motd', dest: '/etc/motd', owner: 'root', group: 'root', mode },
      ]);
    });
  }

  test('without a mode a program stays one', async () => {
    const files = await filesOf(
      '- {src: motd, dest: /etc/}\n- {src: bin/check, dest: /usr/local/bin/, owner: "1000", group: adm}',
    );
    assert.deepEqual(
      files.map(({ mode }) => mode),
      [644, 755],
    );
    assert.deepEqual(files[1], {
      src: '/bin/check',
      dest: '/usr/local/bin/',
      owner: '1000',
      group: 'adm',
      mode: 755,
    });
  });

  test('come from several list files', async () => {
    write('one.json', '{"additional_files_list": [{"src": "motd", "dest": "/etc/motd"},]} # a comment');
    write('two.yaml', '- src: bin/check\n  dest: /usr/bin/check\n');
    assert.equal((await filesOf('one.json\ntwo.yaml\n')).length, 2);
  });

  for (const [list, problem] of [
    ['absent.json', /^additional-files: \/absent\.json: there is no such file$/],
    ['folder', /^additional-files: \/folder: it is a folder, not a file$/],
    ['- motd', /line 1: a file must be a mapping with `src` and `dest`, but is a single value/],
    ['{"files": []}', /neither a list of files nor a mapping with `additional_files_list`/],
    ['- {dest: /etc/motd}', /line 1: `src` is missing/],
    ['- {src: motd}', /line 1: `dest` is missing/],
    ['- {src: motd, dest: /etc/../motd}', /must be an absolute path in the image without `\.\.`/],
    ['- {src: motd, dest: /a, mdoe: 644}', /`mdoe` is no key of a file; did you mean `mode`\?/],
    ['- {src: motd, dest: /a, mode: u=rw}', /`mode` must be octal/],
    ['- {src: motd, dest: /a, mode: "0688"}', /`mode` must be octal/],
    ['- {src: motd, dest: /a, owner: "a b"}', /`owner` must be a name or a number/],
    ['- {src: motd, dest: "/a/{{ x }}"}', /holds `\{\{`, which Ansible would replace/],
    ['- {src: motd, dest: "/a/$HOME/x"}', /holds `\$`, which Ansible would replace/],
    ['- {src: motd, dest: /a/}\n- {src: motd, dest: /a/motd}', /two files go to \/a\/motd/],
    ['- {src: motd', /line 1: /],
  ] as const) {
    test(`refuses ${list}`, async () => {
      const problems = await problemsOf({ additionalFiles: list });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
    });
  }

  test('need v0.17.0', async () => {
    const { firmware: _, ...spec } = exampleSpec({ eksaVersion: 'v0.16.5', osVersion: '20.04' });
    assert.deepEqual(await problemsOf({ spec, additionalFiles: '- {src: motd, dest: /a}' }), [
      '`additional-files`: v0.16.5 has no such flag; it exists since v0.17.0',
    ]);
  });

  for (const [name, value] of [
    ['PACKER_ADDITIONAL_FILES_VAR_FILES', '/srv/mirror.json'],
    ['MAKEFLAGS', 's -- PACKER_ADDITIONAL_FILES_VAR_FILES=/srv/mirror.json'],
  ] as const) {
    test(`are refused beside variables of Packer in ${name}, of which one would win without a word`, async () => {
      const variables = [{ name, value, from: 'environment' }];
      assert.deepEqual(await problemsOf({ variables }), []);
      assert.deepEqual(await problemsOf({ variables, additionalFiles: '- {src: motd, dest: /a}' }), [
        '`additional-files`: the CLI names them in `PACKER_ADDITIONAL_FILES_VAR_FILES`, so a build takes either them or your own',
      ]);
    });
  }
});

describe('files that the config names', () => {
  test('become absolute paths', async () => {
    write('mirror.list', 'deb http://mirror.example.com/ubuntu jammy main\n');
    write('roles/harden/tasks/main.yml', '[]');
    const { config } = await prepare({
      config: { extra_repos: 'mirror.list', node_custom_roles_post: ['roles/harden', 'bundled'] },
    });
    assert.deepEqual(config, {
      extra_repos: join(workspace, 'mirror.list'),
      node_custom_roles_post: `${join(workspace, 'roles/harden')} bundled`,
    });
  });

  test('must be there, and be what they are called', async () => {
    write('focal.list', 'deb http://m/ubuntu focal main\n');
    assert.deepEqual(
      await problemsOf({
        config: { extra_repos: 'absent.list focal.list', node_custom_roles_pre: './roles/absent' },
      }),
      [
        'config, line 1: `extra_repos`: /absent.list: there is no such file',
        'config, line 1: `extra_repos`: /focal.list: line 1 is for focal, but Ubuntu 22.04 is jammy',
        'config, line 1: `node_custom_roles_pre`: /roles/absent is no Ansible role: it has no tasks/main.yml',
      ],
    );
  });

  const jammy = { os: 'ubuntu', osVersion: '22.04' } as const;
  for (const [name, text, problems] of [
    ['a.list', '# none\n', ['it names no package source']],
    [
      'a.list',
      'deb [trusted=yes] http://m/debian jammy-updates main # x\ndeb https://apt.example.com stable main\n',
      [],
    ],
    [
      'a.list',
      'http://m/ubuntu jammy main',
      ['line 1 is no package source: write `deb <address> <suite> <component>`'],
    ],
    ['a.list', 'deb http://m/ubuntu jammy', ['line 1 names no component after the suite jammy']],
    ['a.list', 'deb http://m/flat ./', []],
    [
      'a.conf',
      'deb http://m/ubuntu jammy main',
      ['its name must end in .list or .sources, or the image ignores it'],
    ],
    ['a.sources', 'Types: deb\nURIs: http://m/ubuntu\nSuites: jammy jammy-security\nComponents: main\n', []],
    [
      'a.sources',
      'Types: deb\nSuites: noble\nComponents: main\n',
      ['paragraph 1 has no `Uris`', 'paragraph 1 is for noble, but Ubuntu 22.04 is jammy'],
    ],
  ] as const) {
    test(`${name}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(packageSourceProblems(name, text, jammy), problems);
    });
  }

  test('RHEL takes .repo files', () => {
    const nine = { os: 'redhat', osVersion: '9' } as const;
    assert.deepEqual(packageSourceProblems('m.repo', '[m]\nname=m\nbaseurl=https://m/9\n', nine), []);
    assert.deepEqual(packageSourceProblems('m.repo', '[m]\nname=m\n', nine), [
      '[m] has neither `baseurl`, `mirrorlist` nor `metalink`',
    ]);
    assert.match(packageSourceProblems('m.list', '', nine).join(), /must end in \.repo/);
  });
});

describe('the proxy of the guest', () => {
  const runnerEnvironment = {
    HTTPS_PROXY: 'http://bob:s3cret@proxy.example.com:3128',
    no_proxy: 'localhost, .example.com',
  };

  test('that of the runner, with wget beside the packages that upstream would add', async () => {
    const { config, origins } = await prepare({ runnerEnvironment, proxyInImage: 'runner' });
    assert.deepEqual(config, {
      https_proxy: 'http://bob:s3cret@proxy.example.com:3128',
      no_proxy: 'localhost,.example.com',
      extra_debs: 'nfs-common xfsprogs wget',
    });
    assert.equal(origins.get('https_proxy'), 'proxy-in-image');
  });

  test('none: nothing of the runner gets into the image', async () => {
    assert.deepEqual((await prepare({ runnerEnvironment, proxyInImage: 'none' })).config, {});
  });

  test('one in the config wins', async () => {
    const config = { https_proxy: 'http://other:1', extra_debs: 'wget' };
    assert.deepEqual((await prepare({ config, runnerEnvironment, proxyInImage: 'runner' })).config, config);
  });

  test('cannot be given by a release whose CLI has no keys for it', async () => {
    const spec = exampleSpec({ eksaVersion: 'v0.17.6' });
    for (const choice of [{}, { proxyInImage: 'runner' }] as const) {
      assert.match(
        (await problemsOf({ runnerEnvironment, ...choice, spec })).join(),
        /v0\.17\.6 cannot give the build VM a proxy; set `proxy-in-image: none`/,
      );
    }
    await prepare({ runnerEnvironment, proxyInImage: 'none', spec });
  });

  test('must be said behind a proxy, and cannot be taken from a runner without one', async () => {
    assert.match(
      (await problemsOf({ runnerEnvironment })).join(),
      /the runner has a proxy, and the config none/,
    );
    assert.match(
      (await problemsOf({ proxyInImage: 'runner' })).join(),
      /the runner has no https_proxy or http_proxy/,
    );
  });
});

describe('the environment', () => {
  const variable = (name: string) => ({ variables: [{ name, value: 'x', from: 'environment' }] });

  for (const name of [
    'ANSIBLE_VERBOSITY',
    'PACKER_HTTP_SERVER_IP',
    'GIT_SSH_COMMAND',
    'EKSA_SKIP_VALIDATE_DEPENDENCIES',
  ])
    test(`takes ${name}`, async () => assert.deepEqual(await problemsOf(variable(name)), []));

  for (const [name, problem] of [
    ['HTTP_PROXY', /upstream bakes it into the image/],
    ['CI', /turns the build tooling to the development release/],
    ['EKSA_RELEASE_VERSION', /`eks-a-version` and `release-channel` decide it/],
    ['RHSM_PASSWORD', /the CLI sets it from/],
    ['AWS_REGION', /only AMIs are built in AWS/],
    ['LD_PRELOAD', /this action sets it/],
    ['PACKER_HTTP_SERVER_PI', /no build takes it.*did you mean PACKER_HTTP_SERVER_IP\?/],
    ['GITHUB_TOKEN', /no build takes it/],
  ] as const)
    test(`refuses ${name}`, async () => {
      const problems = await problemsOf(variable(name));
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });

  test('for an AMI, AWS_* are right', async () => {
    assert.deepEqual(
      await problemsOf({ ...variable('AWS_PROFILE'), spec: exampleSpec({ hypervisor: 'ami' }) }),
      [],
    );
  });
});

describe('an AMI', () => {
  const spec = exampleSpec({ hypervisor: 'ami', osVersion: '24.04', firmware: 'bios' });

  test('always has a config, which fits its system', async () => {
    const { config, origins } = await prepare({ spec, runnerEnvironment: { AWS_REGION: 'eu-central-1' } });
    assert.deepEqual(config, {
      ami_filter_name: 'ubuntu/images/*ubuntu-noble-24.04-amd64-server-*',
      ami_filter_owners: '099720109477',
      aws_region: 'eu-central-1',
      ami_regions: 'eu-central-1',
      manifest_output: 'manifest.json',
    });
    assert.equal(origins.get('aws_region'), 'AWS_REGION of the job');
  });

  test('keeps what the config says, but for the manifest, which is copied there', async () => {
    const config = { aws_region: 'us-east-1', manifest_output: 'out/m.json' };
    const plan = await prepare({ spec, config });
    assert.equal(plan.config['ami_regions'], 'us-east-1');
    assert.equal(plan.config['manifest_output'], 'manifest.json');
    assert.equal(plan.manifestCopy, join(workspace, 'out/m.json'));
  });
});

describe('the credentials of an AMI', () => {
  const spec = exampleSpec({ hypervisor: 'ami', osVersion: '24.04', firmware: 'bios' });
  const key = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' };
  const secret = { name: 'AWS_SECRET_ACCESS_KEY', value: 's3cret', from: 'secrets' };
  const notesWith = async (wanted: Parameters<typeof prepare>[0]) =>
    (await prepare({ spec, ...wanted })).notes.map(({ text }) => text).join();

  test('that are nowhere get a note, because an instance may have a role', async () => {
    assert.match(await notesWith({}), /has credentials of AWS: only on a runner in EC2/);
    assert.equal(await notesWith({ isDryRun: true }), '');
  });

  test('may be a key in two places, a profile, a token or a file of the home', async () => {
    assert.equal(await notesWith({ runnerEnvironment: key, variables: [secret] }), '');
    assert.equal(await notesWith({ runnerEnvironment: { AWS_PROFILE: 'builder' } }), '');
    assert.equal(await notesWith({ runnerEnvironment: { AWS_WEB_IDENTITY_TOKEN_FILE: '/t' } }), '');
    mkdirSync(join(workspace, '.aws'), { recursive: true });
    write('.aws/credentials', '[default]\n');
    assert.equal(await notesWith({ runnerEnvironment: { HOME: workspace } }), '');
  });

  test('that are half a key are an error', async () => {
    assert.deepEqual(await problemsOf({ spec, runnerEnvironment: key }), [
      '`AWS_ACCESS_KEY_ID` is there, but `AWS_SECRET_ACCESS_KEY` is not: they belong together',
    ]);
  });
});

describe('an air-gapped build', () => {
  test('needs a tarball, Ubuntu, a release that can, and no AMI', async () => {
    const spec = exampleSpec({ hypervisor: 'ami', os: 'redhat', osVersion: '9', eksaVersion: 'v0.17.0' });
    const problems = await problemsOf({ spec, isAirGapped: true });
    assert.deepEqual(problems.slice(0, 4), [
      '`air-gapped`: v0.17.0 has no such flag; it exists since v0.18.0',
      '`air-gapped` needs `manifest-tarball`, a tar archive of the manifests',
      '`air-gapped`: only Ubuntu is built air-gapped',
      '`air-gapped`: an AMI is built in AWS',
    ]);
  });

  test('gives the credentials of git servers to git alone', async () => {
    write('sources.list', 'deb http://m/ubuntu jammy main\n');
    const config = {
      eksa_build_tooling_repo_url: 'https://bob:t0ken%40x@git.example.com/bt.git',
      image_builder_repo_url: 'ssh://git@git.example.com/ib.git',
      private_artifacts_eksd_fqdn: 'https://m.example.com/d',
      private_artifacts_eksa_fqdn: 'https://m.example.com/a',
      extra_repos: 'sources.list',
      disable_public_repos: true,
      iso_url: 'https://m.example.com/u.iso',
      iso_checksum: 'ab'.repeat(32),
      iso_checksum_type: 'sha256',
    };
    const plan = await prepare({ config, isAirGapped: true, hasManifestTarball: true });
    assert.equal(plan.config['eksa_build_tooling_repo_url'], 'https://git.example.com/bt.git');
    assert.equal(plan.config['image_builder_repo_url'], 'ssh://git@git.example.com/ib.git');
    assert.deepEqual(plan.gitCredentials, ['https://bob:t0ken%40x@git.example.com']);
    await storeGitCredentials(plan.gitCredentials, workspace);
    assert.equal(
      readFileSync(join(workspace, '.git-credentials'), 'utf8'),
      'https://bob:t0ken%40x@git.example.com\n',
    );
  });
});

test('RHEL for Nutanix with a Satellite gets the key that the CLI forgets', async () => {
  const spec = exampleSpec({ hypervisor: 'nutanix', os: 'redhat', osVersion: '9', firmware: 'bios' });
  const config = {
    nutanix_cluster_name: 'c',
    nutanix_endpoint: 'pc',
    nutanix_username: 'u',
    nutanix_password: 'p',
    nutanix_subnet_name: 's',
    image_name: 'i',
    image_url: 'https://x/rhel.qcow2',
    rhsm_server_hostname: 'satellite.example.com',
    rhsm_server_release_version: '9.4',
    rhsm_activation_key: 'key',
    rhsm_org_id: 'org',
  };
  const { variables, config: completed } = await prepare({ spec, config });
  assert.deepEqual(
    variables.map(({ name, value }) => [name, value]),
    [
      ['RHSM_ACTIVATION_KEY', 'key'],
      ['RHSM_ORG_ID', 'org'],
    ],
  );
  assert.equal(completed['nutanix_port'], '9440');
});

test('a variable of the runner that would change the build is named', async () => {
  const runnerEnvironment = { DEBUG: '1', EKSA_RELEASE_VERSION: 'v0.1.0', EKSA_EMPTY: '', HOME: '/root' };
  const { notes } = await prepare({ runnerEnvironment });
  assert.match(notes.map(findingText).join(), /^not passed on, .*: DEBUG, EKSA_RELEASE_VERSION;/);
});

test('every Ubuntu that a release builds has a default ISO; a replaced one is kept by Canonical', () => {
  assert.match(defaultIso('v0.26.1', '24.04')?.url ?? '', /24\.04\.3/);
  assert.match(defaultIso('v0.24.0', '24.04')?.url ?? '', /24\.04\.2/);
  assert.equal(
    oldIsoUrl('https://releases.ubuntu.com/noble/ubuntu-24.04.3-live-server-amd64.iso'),
    'https://old-releases.ubuntu.com/releases/noble/ubuntu-24.04.3-live-server-amd64.iso',
  );
  assert.equal(oldIsoUrl('https://isos.example.com/ubuntu-24.04.3-live-server-amd64.iso'), undefined);
});

test('the verbosity of Ansible goes to Ansible itself, and what the user adds wins', async () => {
  const verbosity = { name: 'ANSIBLE_VERBOSITY', value: '3', from: '`ansible-verbosity`' };
  const added = { name: 'ANSIBLE_VERBOSITY', value: '4', from: 'environment' };
  const { variables } = await prepare({ ansibleVerbosity: 3, variables: [added] });
  assert.deepEqual(variables, [verbosity, added]);
  assert.deepEqual((await prepare()).variables, []);
});

test('a runner below a folder that upstream would cut builds nothing, but may show a plan', async () => {
  const runnerEnvironment = { RUNNER_TEMP: '/opt/actions runner/_temp' };
  assert.deepEqual(await problemsOf({ runnerEnvironment }), [
    "the folder of the runner, /opt/actions runner/_temp, holds a blank, which upstream's scripts do not quote: install the runner elsewhere",
  ]);
  assert.deepEqual(await problemsOf({ runnerEnvironment, isDryRun: true }), []);
});

test("the proxy of the runner is checked as the config's own", async () => {
  const runnerEnvironment = { https_proxy: 'http://proxy.example.com:3128/a b' };
  const problems = await problemsOf({ runnerEnvironment, proxyInImage: 'runner' });
  assert.deepEqual(problems, [
    'proxy-in-image: `https_proxy` holds a blank, which Ansible would not take for a part of the value',
  ]);
});
