import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { readBuildConfig, secretsOf } from '../../../src/image-builder/config.ts';
import type { BuildableHypervisor } from '../../../src/plan/node-image-spec.ts';

interface Sources {
  readonly config?: string;
  readonly file?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly release?: string;
  readonly hypervisor?: BuildableHypervisor;
}

function read({ config, file, secrets = {}, release = 'v0.26.1', hypervisor = 'baremetal' }: Sources) {
  const texts = [
    ...(file === undefined ? [] : [{ name: 'config-file x.yaml', text: file }]),
    ...(config === undefined ? [] : [{ name: 'config', text: config }]),
  ];
  return { ...readBuildConfig({ texts, secrets }, { hypervisor, eksaVersion: release }) };
}

function problemsOf(sources: Sources): readonly string[] {
  try {
    read(sources);
  } catch (error) {
    if (error instanceof ActionError) return error.problems;
    throw error;
  }
  return [];
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
      'disable_public_repos: true',
      'extra_debs: 1.30',
      "no_proxy: '0x10'",
    ].join('\n');
    assert.deepEqual(read({ config }), {
      disk_size: '8192',
      ssh_timeout: '40m',
      disable_public_repos: 'true',
      extra_debs: '1.30',
      no_proxy: '0x10',
    });
  });

  test('JSON: numbers and booleans become the strings that the CLI wants; tabs, a last comma and comments are fine', () => {
    const config = '{\n\t"disk_size": 8192,\n\t"disable_public_repos": true, # as upstream writes it\n}';
    assert.deepEqual(read({ config }), { disk_size: '8192', disable_public_repos: 'true' });
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
    assert.deepEqual(read({ file, config, secrets: { extra_debs: 'secret' } }), {
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
      secretsOf(read({ config: JSON.stringify({ ...iso, http_proxy, no_proxy: 'localhost' }) }), 'baremetal')
        .addresses,
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
      secrets: { password: 'hunter2hunter2' },
      ...more,
    });

  test('is taken from config and secrets together; its password is known as one', () => {
    const config = readVsphere({ ...vcenter, insecure_connection: false });
    assert.equal(config['insecure_connection'], 'false');
    assert.deepEqual(secretsOf(config, 'vsphere').values, ['hunter2hunter2']);
  });

  test('lists every key that is missing, and where a password belongs', () => {
    const problems = problemsOf({ hypervisor: 'vsphere', config: 'vcenter_server: vc.example.com' });
    assert.deepEqual(problems, [
      '`username` is missing',
      '`password` is missing; it belongs into `secrets`',
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
      secrets: { password: 'x' },
    });
    assert.deepEqual(problems, ['config, line 1: `vcenter_server` must be one value, but is a list']);
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
        secrets: { password: 'hunter2hunter2' },
        release,
      });
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });
  }

  test('a content library is right up to v0.19', () => {
    assert.ok(readVsphere({ ...vcenter, vsphere_library_name: 'lib' }, { release: 'v0.19.11' }));
  });
});

describe('what is wrong with a config', () => {
  test('everything at once: unknown keys, wrong forms, missing values, from text, file and secrets', () => {
    const problems = problemsOf({
      file: 'disk_sizee: 1\nssh_timeout:',
      config: 'disable_public_repos: yes\niso_checksum: abc',
      secrets: { rhel_password: 'hunter2', http_proxy: 'proxy:3128' },
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
    assert.throws(
      () => read({ secrets: { http_proxy: 'bob:hunter2@proxy', nonsense: 'hunter2', disk_size: 'hunter2' } }),
      (error) =>
        error instanceof ActionError && error.problems.length === 3 && !error.message.includes('hunter2'),
    );
  });

  test('the names of built-in properties are no keys', () => {
    for (const key of ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']) {
      assert.match(problemsOf({ config: `${key}: x` }).join(), /is no key of this config/, key);
    }
  });

  test('a key that is newer than the release would be dropped in silence, and is refused', () => {
    assert.deepEqual(problemsOf({ config: 'ssh_timeout: 40m', release: 'v0.23.5' }), [
      '`ssh_timeout` would be ignored: it exists since v0.24.0, and this is v0.23.5',
    ]);
    assert.deepEqual(problemsOf({ config: 'ssh_timeout: 40m', release: 'v0.24.0' }), []);
    assert.match(
      problemsOf({ config: 'node_custom_roles_pre: x', release: 'v0.16.9' }).join(),
      /since v0\.17\.0/,
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
    ['reenable_public_repos: TRUE', '`reenable_public_repos` must be `true` or `false`'],
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

  test('values that are lists or mappings are named with their line', () => {
    assert.deepEqual(
      problemsOf({ config: 'no_proxy: a\nextra_debs:\n  - vim\n  - curl\ndisk_size: {mb: 1}' }),
      [
        'config, line 2: `extra_debs` must be one value, but is a list',
        'config, line 5: `disk_size` must be one value, but is a mapping',
      ],
    );
  });

  test('a key that is given twice is refused with its line, in YAML and in JSON', () => {
    assert.match(problemsOf({ config: 'disk_size: 1\n\ndisk_size: 2' }).join(), /^config, line 3: .*unique/);
    assert.match(
      problemsOf({ config: '{"disk_size": "1",\n "disk_size": "2"}' }).join(),
      /^config, line 2: .*unique/,
    );
  });

  test('text that is no mapping, or no YAML at all, is named by where it came from', () => {
    assert.deepEqual(problemsOf({ config: '- disk_size' }), [
      'config: not a mapping of keys to values, but a list',
    ]);
    assert.deepEqual(problemsOf({ file: 'disk_size=8192' }), [
      'config-file x.yaml: not a mapping of keys to values, but a single value',
    ]);
    assert.match(problemsOf({ config: 'disk_size: 1\nno_proxy: "a' }).join(), /^config, line 2: /);
    assert.match(problemsOf({ config: 'disk_size: 1\n---\ndisk_size: 2' }).join(), /^config, line \d: /);
  });
});
