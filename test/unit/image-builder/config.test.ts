import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBuildConfig, secretsOf } from '../../../src/image-builder/config.ts';
import type { ConfigTarget } from '../../../src/image-builder/config-target.ts';
import { type Findings, findingText } from '../../../src/image-builder/config-text.ts';

interface Sources extends Partial<ConfigTarget> {
  readonly config?: string;
  readonly file?: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly release?: string;
}

function check({ config, file, given = {}, release = 'v0.26.1', ...target }: Sources) {
  const texts = [
    ...(file === undefined ? [] : [{ name: 'config-file x.yaml', file: 'x.yaml', text: file }]),
    ...(config === undefined ? [] : [{ name: 'config', text: config }]),
  ];
  const findings: Findings = { problems: [], notes: [] };
  const { values } = readBuildConfig(
    { texts, secrets: given },
    {
      os: 'ubuntu',
      osVersion: target.os === 'redhat' ? '9' : '22.04',
      hypervisor: 'baremetal',
      eksaVersion: release,
      isAirGapped: false,
      ignoredKeys: 'error',
      secrets: 'required',
      ...target,
    },
    findings,
  );
  return { values: { ...values }, ...findings };
}

function read(sources: Sources) {
  const { values, problems } = check(sources);
  assert.deepEqual(problems.map(findingText), []);
  return values;
}

/** What is wrong, without where. */
function problemsOf(sources: Sources): readonly string[] {
  return check(sources).problems.map(({ text }) => text);
}

/** What is wrong, with where. */
function placedProblemsOf(sources: Sources): readonly string[] {
  return check(sources).problems.map(findingText);
}

function notesOf(sources: Sources): readonly string[] {
  return check(sources).notes.map(findingText);
}

const iso = {
  iso_url: 'https://iso.example.com/u.iso',
  iso_checksum: 'ab'.repeat(32),
  iso_checksum_type: 'sha256',
};

describe('what a config may be', () => {
  test('nothing, or comments only, is an empty config', () => {
    for (const config of [undefined, '', '  \n', '# disk_size: 8192\n', '{}']) {
      assert.deepEqual(read({ ...(config !== undefined && { config }) }), {}, config);
    }
  });

  test('YAML: every value stays the text that was written', () => {
    const config = [
      '# a comment',
      'disk_size: 8192 # another',
      'ssh_timeout: "40m"',
      'reenable_public_repos: True',
      'extra_debs: 1.30',
      "no_proxy: '0x10'",
    ].join('\n');
    assert.deepEqual(read({ config }), {
      disk_size: '8192',
      ssh_timeout: '40m',
      reenable_public_repos: 'true',
      extra_debs: '1.30',
      no_proxy: '0x10',
    });
  });

  test('JSON: numbers and booleans become the strings that the CLI wants; tabs, a last comma and comments are fine', () => {
    const config = '{\n\t"disk_size": 8192,\n\t"reenable_public_repos": true, # as upstream writes it\n}';
    assert.deepEqual(read({ config }), { disk_size: '8192', reenable_public_repos: 'true' });
    assert.deepEqual(read({ config: JSON.stringify(iso) }), iso);
  });

  test('Windows line ends and a byte order mark do no harm', () => {
    assert.deepEqual(read({ config: '\ufeffdisk_size: 8192\r\nno_proxy: a,b\r\n' }), {
      disk_size: '8192',
      no_proxy: 'a,b',
    });
  });

  test('the text wins over the file, and secrets over both', () => {
    const file = 'disk_size: 1\nno_proxy: file\nextra_debs: file';
    const config = 'no_proxy: text\nextra_debs: text';
    assert.deepEqual(read({ file, config, given: { extra_debs: 'secret' } }), {
      disk_size: '1',
      no_proxy: 'text',
      extra_debs: 'secret',
    });
  });

  test('an ISO of your own needs all three keys', () => {
    assert.deepEqual(read({ config: JSON.stringify(iso) }), iso);
    assert.deepEqual(
      read({ config: JSON.stringify({ ...iso, iso_url: 'file:///isos/u.iso' }) })['iso_url'],
      'file:///isos/u.iso',
    );
    assert.equal(
      read({
        config: JSON.stringify({ ...iso, iso_checksum: 'AB'.repeat(64), iso_checksum_type: 'sha512' }),
      })['iso_checksum_type'],
      'sha512',
    );
  });

  test('a development build knows every key', () => {
    assert.deepEqual(read({ config: 'ssh_timeout: 1h30m', release: 'v0.0.0-dev+build.4018' }), {
      ssh_timeout: '1h30m',
    });
  });

  test('the URLs of a config are known, so that their passwords can be hidden', () => {
    const http_proxy = 'http://bob:secret@proxy:3128';
    assert.deepEqual(
      secretsOf(read({ config: JSON.stringify({ ...iso, http_proxy, no_proxy: 'localhost' }) })).addresses,
      [iso.iso_url, http_proxy],
    );
  });
});

describe('a vSphere config', () => {
  const vcenter = {
    vcenter_server: 'vc.example.com',
    username: 'builder@vsphere.local',
    datacenter: 'DC0',
    cluster: 'C0',
    datastore: 'ds',
    folder: '/DC0/vm/build',
    network: '/DC0/network/VM Network',
  };
  const readVsphere = (config: object, more: Sources = {}) =>
    read({
      hypervisor: 'vsphere',
      config: JSON.stringify(config),
      given: { password: 'hunter2hunter2' },
      ...more,
    });

  test('is taken from config and secrets together; its password is known as one', () => {
    const config = readVsphere({ ...vcenter, insecure_connection: false });
    assert.equal(config['insecure_connection'], 'false');
    assert.deepEqual(secretsOf(config).values, ['hunter2hunter2']);
  });

  test('lists every key that is missing, and where a password belongs', () => {
    const problems = problemsOf({ hypervisor: 'vsphere', config: 'vcenter_server: vc.example.com' });
    assert.deepEqual(problems, [
      '`username` is missing',
      '`password` is missing; it belongs in `secrets`',
      '`datacenter` is missing',
      '`cluster` is missing',
      '`datastore` is missing',
      '`folder` is missing',
      '`network` is missing',
    ]);
  });

  test('a value of a wrong kind is not called missing as well', () => {
    const { vcenter_server: _, ...rest } = vcenter;
    const problems = problemsOf({
      hypervisor: 'vsphere',
      config: `${JSON.stringify(rest).slice(0, -1)}, "vcenter_server": ["a"]}`,
      given: { password: 'x' },
    });
    assert.deepEqual(problems, ['`vcenter_server` must be one value, but is a list']);
  });

  for (const [name, config, release, problem] of [
    ['a URL as server', { vcenter_server: 'https://vc.example.com/sdk' }, 'v0.26.1', /must be a host name/],
    ['an old virtual hardware', { vmx_version: 14 }, 'v0.26.1', /must be a number from 15 up/],
    ['a content library, since v0.20', { vsphere_library_name: 'lib' }, 'v0.20.0', /exists up to v0\.19/],
    ['a bare-metal key', { disk_size: 8192 }, 'v0.26.1', /is for bare metal only/],
  ] as const) {
    test(`refuses ${name}`, () => {
      const problems = problemsOf({
        hypervisor: 'vsphere',
        config: JSON.stringify({ ...vcenter, ...config }),
        given: { password: 'hunter2hunter2' },
        release,
      });
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });
  }

  test('a folder and a pool may be inventory paths, as vCenter shows them; Packer takes what is below', () => {
    for (const [folder, pool] of [
      ['/DC0/vm/image-builder', '/DC0/host/C0/Resources/image-builder'],
      ['/Europe/DC0/vm/image-builder', '/Europe/DC0/host/racks/C0/Resources/image-builder'],
      ['image-builder', 'image-builder'],
    ]) {
      const config = readVsphere({ ...vcenter, folder, resource_pool: pool });
      assert.deepEqual([config['folder'], config['resource_pool']], ['image-builder', 'image-builder']);
    }
    assert.equal(readVsphere({ ...vcenter, folder: 'builds/ubuntu' })['folder'], 'builds/ubuntu');
  });

  test('a content library is right up to v0.19', () => {
    assert.ok(readVsphere({ ...vcenter, vsphere_library_name: 'lib' }, { release: 'v0.19.11' }));
  });
});

describe('what is wrong with a config', () => {
  test('everything at once: unknown keys, wrong forms, missing values, from text, file and secrets', () => {
    const problems = problemsOf({
      file: 'disk_sizee: 1\nssh_timeout:',
      config: 'disable_public_repos: yes\niso_checksum: abc',
      given: { rhel_password: 'hunter2', http_proxy: 'proxy:3128' },
    });
    assert.deepEqual([...problems].sort(), [
      '`disable_public_repos` must be `true` or `false`',
      '`disk_sizee` is no key of this config; did you mean `disk_size`?',
      '`http_proxy` must be a URL that starts with http:// or https://',
      '`iso_checksum` must be 64 (sha256) or 128 (sha512) hex digits',
      '`iso_checksum` needs `iso_url` beside it',
      '`rhel_password` is for RHEL only',
      '`ssh_timeout` has no value',
    ]);
  });

  test('no message repeats a value: it may be the secret', () => {
    const problems = placedProblemsOf({
      given: { http_proxy: 'bob:hunter2@proxy', nonsense: 'hunter2', disk_size: 'hunter2' },
    });
    assert.equal(problems.length, 3);
    assert.doesNotMatch(problems.join(), /hunter2/);
  });

  test('a typo is named with file and line', () => {
    assert.deepEqual(
      placedProblemsOf({ file: 'disk_size: 8192\n\ndisk_sizee: 1', given: { pasword: 'x' } }),
      [
        'config-file x.yaml, line 3: `disk_sizee` is no key of this config; did you mean `disk_size`?',
        'secrets: `pasword` is no key of this config',
      ],
    );
  });

  test('the names of built-in properties are no keys', () => {
    for (const key of ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']) {
      assert.match(problemsOf({ config: `${key}: x` }).join(), /is no key of this config/, key);
    }
  });

  test('a key that is newer than the release would be dropped in silence, and is refused', () => {
    assert.deepEqual(problemsOf({ config: 'ssh_timeout: 40m', release: 'v0.23.5' }), [
      '`ssh_timeout` would be ignored: it exists since v0.24.1, and this is v0.23.5',
    ]);
    assert.deepEqual(problemsOf({ config: 'ssh_timeout: 40m', release: 'v0.24.1' }), []);
    assert.match(
      problemsOf({ config: 'node_custom_roles_pre: x', release: 'v0.16.9' }).join(),
      /since v0\.17\.3/,
    );
  });

  test('a key without a value: empty, null, ~, "null" of JSON', () => {
    for (const config of [
      'disk_size:',
      'disk_size: ""',
      'disk_size: null',
      'disk_size: ~',
      '{"disk_size": null}',
    ]) {
      assert.deepEqual(problemsOf({ config }), ['`disk_size` has no value'], config);
    }
    assert.deepEqual(read({ config: 'extra_debs: "null"' }), { extra_debs: 'null' }, 'quoted it is a word');
  });

  for (const [config, problem] of [
    ['disk_size: 0', '`disk_size` must be a whole number'],
    ['disk_size: 6656.5', '`disk_size` must be a whole number'],
    ['disk_size: 8GB', '`disk_size` must be a whole number'],
    ['ssh_timeout: 40', '`ssh_timeout` must be a duration such as `40m` or `1h30m`'],
    ['ssh_timeout: 40 m', '`ssh_timeout` must be a duration such as `40m` or `1h30m`'],
    ['http_proxy: ftp://x', '`http_proxy` must be a URL that starts with http:// or https://'],
    ['https_proxy: "http://"', '`https_proxy` must be a URL that starts with http:// or https://'],
    ['reenable_public_repos: on', '`reenable_public_repos` must be `true` or `false`'],
    ['vcenter_server: x', '`vcenter_server` is for vSphere only'],
  ] as const) {
    test(`${config}`, () => {
      assert.deepEqual(problemsOf({ config }), [problem]);
    });
  }

  test('the length of a checksum must be that of its type', () => {
    assert.deepEqual(problemsOf({ config: JSON.stringify({ ...iso, iso_checksum_type: 'sha512' }) }), [
      '`iso_checksum` has 64 digits, but sha512 has 128',
    ]);
    assert.deepEqual(problemsOf({ config: JSON.stringify({ ...iso, iso_checksum: 'ab'.repeat(31) }) }), [
      '`iso_checksum` must be 64 (sha256) or 128 (sha512) hex digits',
    ]);
    assert.deepEqual(problemsOf({ config: JSON.stringify({ ...iso, iso_checksum_type: 'md5' }) }), [
      '`iso_checksum_type` must be `sha256` or `sha512`',
    ]);
  });

  test('an ISO without its checksum, a checksum without its ISO', () => {
    assert.deepEqual(problemsOf({ config: `iso_url: ${iso.iso_url}` }), [
      '`iso_url` needs `iso_checksum` and `iso_checksum_type` beside it',
    ]);
    assert.deepEqual(problemsOf({ config: 'iso_checksum_type: sha256' }), [
      '`iso_checksum_type` needs `iso_url` beside it',
    ]);
  });

  test('a list is joined as the key wants it; others are named with their line', () => {
    assert.deepEqual(
      read({ config: 'extra_debs:\n  - vim\n  - curl\nno_proxy: [a, .b]\nhttp_proxy: http://p:1' }),
      {
        extra_debs: 'vim curl',
        no_proxy: 'a,.b',
        http_proxy: 'http://p:1',
      },
    );
    assert.deepEqual(
      placedProblemsOf({ config: 'no_proxy: a\nssh_timeout:\n  - 1m\n  - 2m\ndisk_size: {mb: 1}' }),
      [
        'config, line 5: `disk_size` must be one value, but is a mapping',
        'config, line 2: `ssh_timeout` must be one value, but is a list',
      ],
    );
  });

  test('a key that is given twice is refused with its line, in YAML and in JSON', () => {
    assert.match(
      placedProblemsOf({ config: 'disk_size: 1\n\ndisk_size: 2' }).join(),
      /^config, line 3: .*unique/,
    );
    assert.match(
      placedProblemsOf({ config: '{"disk_size": "1",\n "disk_size": "2"}' }).join(),
      /^config, line 2: .*unique/,
    );
  });

  test('text that is no mapping, or no YAML at all, is named by where it came from', () => {
    assert.deepEqual(placedProblemsOf({ config: '- disk_size' }), [
      'config: not a mapping of keys to values, but a list',
    ]);
    assert.deepEqual(placedProblemsOf({ file: 'disk_size=8192' }), [
      'config-file x.yaml: not a mapping of keys to values, but a single value',
    ]);
    assert.match(placedProblemsOf({ config: 'disk_size: 1\nno_proxy: "a' }).join(), /^config, line 2: /);
    assert.match(
      placedProblemsOf({ config: 'disk_size: 1\n---\ndisk_size: 2' }).join(),
      /^config, line \d: /,
    );
  });
});

describe('keys that this build would ignore', () => {
  const serving = 'disk_size: 8192\nrhel_username: u\nvcenter_server: vc\nssh_timeout: 40m';

  test('are left out with a note where one file serves a matrix', () => {
    const { values, problems, notes } = check({ config: serving, release: 'v0.23.3', ignoredKeys: 'warn' });
    assert.deepEqual(values, { disk_size: '8192' });
    assert.deepEqual(problems, []);
    assert.deepEqual(notes.map(findingText), [
      'config, line 2: `rhel_username` is for RHEL only',
      'config, line 3: `vcenter_server` is for vSphere only',
      'config, line 4: `ssh_timeout` would be ignored: it exists since v0.24.1, and this is v0.23.3',
    ]);
  });

  test('a typo is wrong all the same', () => {
    assert.match(
      problemsOf({ config: 'disk_sizee: 1', ignoredKeys: 'warn' }).join(),
      /did you mean `disk_size`/,
    );
  });

  test('one that was removed says what took its place', () => {
    const problems = problemsOf({ hypervisor: 'nutanix', config: 'source_image_name: x' });
    assert.ok(
      problems.includes(
        '`source_image_name` would be ignored: it exists up to v0.20.9 and v0.21.2, and this is v0.26.1; name the source with `image_url`',
      ),
    );
  });
});

describe('a RHEL config', () => {
  const rhelIso = { ...iso, iso_url: 'https://iso.example.com/rhel-9.4-x86_64-dvd.iso' };
  const account = { rhel_username: 'u', rhel_password: 'hunter2' };
  const satellite = {
    rhsm_server_hostname: 'satellite.example.com',
    rhsm_server_release_version: '9.4',
    rhsm_activation_key: 'key',
    rhsm_org_id: 'org',
  };
  const rhel = (config: object, more: Sources = {}): Sources => ({
    os: 'redhat',
    config: JSON.stringify({ ...rhelIso, ...config }),
    ...more,
  });

  test('wants an account and an ISO', () => {
    assert.deepEqual(problemsOf({ os: 'redhat' }), [
      '`rhel_username` is missing',
      '`rhel_password` is missing; it belongs in `secrets`',
      '`iso_url` is missing',
    ]);
    assert.deepEqual(problemsOf(rhel(account)), []);
  });

  test('with a Satellite wants all of it, and no account; then the image stays registered', () => {
    assert.deepEqual(problemsOf(rhel({ rhsm_server_hostname: 'satellite.example.com' })), [
      '`rhsm_server_release_version` is missing',
      '`rhsm_activation_key` is missing; it belongs in `secrets`',
      '`rhsm_org_id` is missing',
    ]);
    assert.deepEqual(problemsOf(rhel(satellite)), []);
    assert.match(notesOf(rhel(satellite)).join(), /stays registered with the Satellite/);
    assert.doesNotMatch(notesOf(rhel({ ...satellite, ...account })).join(), /stays registered/);
  });

  for (const [name, config, problem] of [
    [
      'a Satellite by its short name',
      { ...satellite, rhsm_server_hostname: 'satellite' },
      /must be a fully qualified/,
    ],
    [
      'an activation key alone',
      { ...account, rhsm_activation_key: 'k' },
      /needs `rhsm_server_hostname` beside it/,
    ],
    [
      'packages of another major release',
      { ...account, rhsm_server_release_version: '8.10' },
      /is 8\.10, but `os-version` is 9/,
    ],
    ['the major release alone', { ...account, rhsm_server_release_version: 9 }, /must be a minor release/],
    ['the boot ISO', { ...account, iso_url: 'https://x/rhel-9.4-x86_64-boot.iso' }, /the boot ISO of RHEL/],
    [
      'the ISO of another release',
      { ...account, iso_url: 'https://x/rhel-8.10-x86_64-dvd.iso' },
      /the ISO of 8, but `os-version` is 9/,
    ],
    ['a proxy without a port', { ...account, http_proxy: 'http://proxy' }, /needs a port for RHEL/],
    [
      'half a proxy to the Satellite',
      { ...account, rhsm_server_proxy_port: '3128' },
      /needs `rhsm_server_proxy_hostname`/,
    ],
    ['packages of Ubuntu', { ...account, extra_debs: 'vim' }, /is for Ubuntu only/],
  ] as const) {
    test(`refuses ${name}`, () => {
      const problems = problemsOf(rhel(config));
      assert.equal(problems.length, 1, problems.join());
      assert.match(problems[0] ?? '', problem);
    });
  }

  test('may turn EPEL off with an empty text, from v0.26.1 on', () => {
    assert.equal(
      read(rhel({ ...account, redhat_epel_rpm: '', epel_rpm_gpg_key: '' }))['redhat_epel_rpm'],
      '',
    );
    assert.match(
      problemsOf(rhel({ ...account, redhat_epel_rpm: '' }, { release: 'v0.26.0' })).join(),
      /since v0\.26\.1/,
    );
  });

  test('needs no ISO where a template is cloned, and for Nutanix, which starts from an image', () => {
    const vcenter = {
      vcenter_server: 'vc',
      username: 'u',
      password: 'p',
      datacenter: 'd',
      cluster: 'c',
      datastore: 's',
      folder: 'f',
      network: 'n',
    };
    const cloned = { ...vcenter, ...account };
    const clone: Sources = { os: 'redhat', hypervisor: 'vsphere', builder: 'clone' };
    assert.deepEqual(problemsOf({ ...clone, config: JSON.stringify(cloned) }), ['`template` is missing']);
    assert.deepEqual(
      problemsOf({ ...clone, config: JSON.stringify({ ...cloned, template: '/d/vm/base' }) }),
      [],
    );
    const prism = {
      nutanix_cluster_name: 'c',
      nutanix_endpoint: 'prism.example.com',
      nutanix_username: 'u',
      nutanix_password: 'hunter2',
      nutanix_subnet_name: 's',
      image_name: 'rhel-9',
    };
    const onNutanix: Sources = { os: 'redhat', hypervisor: 'nutanix' };
    assert.deepEqual(problemsOf({ ...onNutanix, config: JSON.stringify({ ...prism, ...account }) }), [
      '`image_url` is missing',
    ]);
    assert.deepEqual(secretsOf({ ...prism, ...account }).values, ['hunter2', 'hunter2']);
  });
});

describe('an AMI config', () => {
  const ami = (config: object): Sources => ({ hypervisor: 'ami', config: JSON.stringify(config) });

  for (const [name, config, problem] of [
    ['the Marketplace', { ami_filter_owners: '679593333241' }, /Canonical is 099720109477/],
    [
      'a source of another release',
      { ami_filter_name: 'ubuntu/images/*ubuntu-focal-20.04-amd64-server-*' },
      /finds Ubuntu 20\.04, but `os-version` is 22\.04/,
    ],
    ['no region', { aws_region: 'Oregon' }, /must be an AWS region/],
    ['a subnet by name', { subnet_id: 'public' }, /must be the id of a subnet/],
    [
      'an account that YAML made a number of',
      { ami_filter_owners: 99720109477 },
      /must be account ids of 12 digits/,
    ],
    [
      'a proxy for the metadata service',
      { http_proxy: 'http://p:1', no_proxy: 'localhost' },
      /lacks 169\.254\.169\.254/,
    ],
    ['roles of v0.16', { custom_role_names: 'x' }, /up to v0\.16.*`additional-files`/],
    ['a list of roles of v0.16', { custom_role_name_list: ['x'] }, /up to v0\.16.*`additional-files`/],
  ] as const) {
    test(`refuses ${name}`, () => {
      const problems = problemsOf(ami(config));
      assert.equal(problems.length, 1, problems.join());
      assert.match(problems[0] ?? '', problem);
    });
  }

  test('takes regions as a list', () => {
    assert.equal(
      read(ami({ ami_regions: ['us-west-2', 'eu-central-1'] }))['ami_regions'],
      'us-west-2,eu-central-1',
    );
  });
});

describe('an air-gapped config', () => {
  const mirrors = {
    eksa_build_tooling_repo_url: 'https://git.example.com/eks-anywhere-build-tooling.git',
    image_builder_repo_url: 'git@git.example.com:mirror/image-builder.git',
    private_artifacts_eksd_fqdn: 'https://mirror.example.com/eks-d/',
    private_artifacts_eksa_fqdn: 'http://mirror.example.com:8081/eks-a',
    extra_repos: 'sources.list',
    disable_public_repos: true,
    ...iso,
  };

  test('names every mirror', () => {
    assert.deepEqual(problemsOf({ isAirGapped: true }), [
      '`iso_url` is missing',
      ...Object.keys(mirrors)
        .slice(0, 5)
        .map((key) => `\`${key}\` is missing`),
    ]);
    const values = read({ isAirGapped: true, config: JSON.stringify(mirrors) });
    assert.equal(values['private_artifacts_eksd_fqdn'], 'https://mirror.example.com/eks-d');
  });

  test('a mirror with a password, and a command in a repository, are refused', () => {
    const config = JSON.stringify({
      ...mirrors,
      private_artifacts_eksa_fqdn: 'https://u:p@mirror.example.com',
      image_builder_repo_url: 'https://git.example.com/x.git; curl evil',
    });
    assert.deepEqual(
      problemsOf({ isAirGapped: true, config }).map((text) => text.split(' ')[0]),
      ['`image_builder_repo_url`', '`private_artifacts_eksa_fqdn`'],
    );
  });

  test('mirrors have no effect on a build that is not air-gapped', () => {
    const { iso_url: _u, iso_checksum: _c, iso_checksum_type: _t, ...rest } = mirrors;
    const problems = problemsOf({ config: JSON.stringify(rest) });
    assert.equal(
      problems.filter((text) => text.includes('has no effect without `air-gapped: true`')).length,
      4,
    );
  });
});

describe('a dry run', () => {
  test('needs no secrets: what is missing or empty is a note', () => {
    const { problems, notes } = check({
      hypervisor: 'nutanix',
      config:
        'nutanix_cluster_name: c\nnutanix_endpoint: e\nnutanix_username: u\nnutanix_subnet_name: s\nimage_name: i',
      given: { nutanix_password: '' },
      secrets: 'optional',
    });
    assert.deepEqual(problems, []);
    assert.match(notes.map(findingText).join(), /^secrets: `nutanix_password` is empty\. The usual reasons/);
  });
});

test('what was copied from the documentation and never filled in is named', () => {
  assert.deepEqual(problemsOf({ config: '{"extra_debs": "<list of packages>"}' }), [
    '`extra_debs` still holds the placeholder of the documentation',
  ]);
});

test('JSON that is none is read, with a note', () => {
  assert.deepEqual(notesOf({ file: '{"disk_size": "8192", # as in the documentation\n}' }), [
    'config-file x.yaml: is no strict JSON (a comment, or a comma too many); it is read as YAML',
  ]);
  assert.deepEqual(notesOf({ file: '{"disk_size": "8192"}' }), []);
  assert.match(
    placedProblemsOf({ file: '{\n  // size\n  "disk_size": 1\n}' }).join(),
    /line 2: a comment begins with `#`/,
  );
});

test('a password in the config is taken, with a warning that names the key and `secrets`', () => {
  const sources = { hypervisor: 'nutanix', config: 'nutanix_password: hunter2', given: {} } as const;
  assert.deepEqual(notesOf(sources), [
    'config, line 1: `nutanix_password` is a secret: give it by `secrets`, as a line `nutanix_password=…`',
  ]);
  assert.doesNotMatch(
    notesOf({ hypervisor: 'nutanix', given: { nutanix_password: 'x' } }).join(),
    /is a secret/,
  );
});

for (const [key, input] of [
  ['airgapped', 'air-gapped: true'],
  ['"--airgapped"', 'air-gapped: true'],
  ['air_gapped', 'air-gapped: true'],
  ['"-os"', 'os'],
  ['os-version', 'os-version'],
  ['release_channel', 'release-channel'],
  ['eksa-release', 'eks-a-version'],
] as const)
  test(`the flag ${key} as a key names the input \`${input}\``, () => {
    assert.match(
      problemsOf({ config: `${key}: x` }).join(),
      new RegExp(`is no key of this config, but an input of its own: \`${input}\``),
    );
  });
