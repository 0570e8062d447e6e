import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Findings } from '../../../src/image-builder/config-text.ts';
import {
  checkQuoting,
  folderTrouble,
  variableTrouble,
  writtenForUpstream,
} from '../../../src/image-builder/upstream-quoting.ts';
import {
  ansibleWords,
  packerPath,
  packerVariables,
  sedReplacement,
  shellWords,
  singleQuoted,
} from '../../box/build-tooling/projects/kubernetes-sigs/image-builder/build/readers.mjs';

function problemsOf(config: Readonly<Record<string, string>>): readonly string[] {
  const findings: Findings = { problems: [], notes: [] };
  checkQuoting(
    config,
    new Map(Object.keys(config).map((key) => [key, { name: 'config', line: 2 }])),
    findings,
  );
  return findings.problems.map(({ text, place }) => `${place?.name}, line ${place?.line}: ${text}`);
}

/** Every ASCII mark, and more than one byte. */
const marks = [...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)), 'ä', '€'];

describe('a value of the config', () => {
  test('is handed on as it is where upstream reads it as it is', () => {
    const config = {
      password: `a"b'c\\d$e&f|g%h#i}}j{k`,
      nutanix_password: '`id` $(id) ${HOME}',
      folder: "/DC0/vm/Klaus' images & more",
      rhsm_org_id: 'Example "Org" $1',
      disk_size: '7000',
    };
    assert.deepEqual(writtenForUpstream(config), config);
    assert.deepEqual(problemsOf(config), []);
  });

  test('with the beginning of a template of Packer is refused, a password too, without being shown', () => {
    const config = { password: 's3cret{{x', folder: '/DC0/{{.Name}}', rhsm_activation_key: 'k{{' };
    assert.deepEqual(
      problemsOf(config),
      Object.keys(config).map(
        (key) => `config, line 2: \`${key}\` holds \`{{\`, with which a template of Packer begins`,
      ),
    );
  });

  test('of a proxy is written as a URL that Ansible reads as one word', () => {
    const http_proxy = `http://us%40er:it's "{{q}}" \\$@proxy.example.com:3128`.replaceAll(' ', '');
    const { http_proxy: written = '' } = writtenForUpstream({ http_proxy });
    assert.equal(written, 'http://us%40er:it%27s%22%7B%7Bq%7D%7D%22%5C$@proxy.example.com:3128');
    assert.deepEqual(problemsOf({ http_proxy }), []);
    assert.equal(ansibleWords(`http_proxy=${written} b=1`)['http_proxy'], written);
    assert.equal(decodeURIComponent(new URL(written).password), `it's"{{q}}"\\$`);
  });

  test('that Ansible would cut, or read as a quotation, is refused with the mark', () => {
    for (const [key, value, mark] of [
      ['redhat_epel_rpm', '/rpms/epel release.rpm', 'a blank'],
      ['epel_rpm_gpg_key', "/keys/it's", "`'`"],
      ['extra_repos', '/work\\space/extra.list', '`\\`'],
      ['node_custom_roles_post', '/work{%space/roles/harden', '`{%`'],
      ['extra_repos', '/work"space/extra.list', '`"`'],
    ] as const)
      assert.deepEqual(problemsOf({ [key]: value }), [
        `config, line 2: \`${key}\` holds ${mark}, which Ansible would not take for a part of the value`,
      ]);
    assert.deepEqual(problemsOf({ extra_repos: "/it's/a.list /it's/b.list" }), []);
  });

  test('that make reads has its dollar signs doubled', () => {
    const config = { rhel_username: 'a$b', rhel_password: '$x$$y$(shell id)', rhsm_activation_key: 'a$b' };
    assert.deepEqual(writtenForUpstream(config), {
      rhel_username: 'a$$b',
      rhel_password: '$$x$$$$y$$(shell id)',
      rhsm_activation_key: 'a$b',
    });
  });

  test('that is the path of an ISO reaches Packer, which takes it for a URL', () => {
    for (const path of ['/isos/ubuntu.iso', ...marks.map((mark) => `/isos/a${mark}b%20c d.iso`)]) {
      const { iso_url: written = '' } = writtenForUpstream({ iso_url: path });
      assert.equal(packerPath(written), path);
    }
    assert.equal(writtenForUpstream({ iso_url: '/isos/ubuntu 22.iso' })['iso_url'], '/isos/ubuntu 22.iso');
    const iso_url = 'https://isos.example.com/u%20b.iso?sig=a%2Bb#c';
    assert.deepEqual(writtenForUpstream({ iso_url }), { iso_url });
  });
});

describe('a variable', () => {
  test('SSH_PASSWORD holds only what arrives by sed, JSON and the quotes of a shell', () => {
    for (const mark of ['{{', ' ', ...marks]) {
      const password = `a${mark}b`;
      const isFit = variableTrouble('SSH_PASSWORD', password) === undefined;
      assert.equal(isFit, !["'", '"', '\\', '&', '|', '#', ' ', '{{'].includes(mark), mark);
      if (!isFit) continue;
      const rendered = `{"p":"${sedReplacement(password, '$SSH_PASSWORD')}"}`;
      assert.equal(packerVariables(rendered)['p'], password);
      assert.equal(singleQuoted(password), password);
    }
  });

  test('that scripts put into commands is checked for their marks', () => {
    assert.equal(variableTrouble('PACKER_HTTP_SERVER_IP', '10.0.0.1'), undefined);
    assert.match(variableTrouble('PACKER_HTTP_SERVER_IP', '10.0.0.1/24') ?? '', /holds `\/`/);
    assert.match(variableTrouble('PACKER_ACTIVE_INTERFACE', 'eth0 eth1') ?? '', /holds a blank/);
    assert.equal(variableTrouble('CRICTL_URL', 'https://m.example.com/c.tgz?sig=a%2Bb&x=1'), undefined);
    assert.match(variableTrouble('CRICTL_URL', `https://m.example.com/"c".tgz`) ?? '', /holds `"`/);
    assert.equal(variableTrouble('GIT_SSH_COMMAND', `ssh -i "my key"`), undefined);
  });
});

test('a folder of the runner that upstream would cut is known', () => {
  assert.equal(folderTrouble('/home/runner/_work/_temp'), undefined);
  assert.equal(folderTrouble('/home/jürgen/actions-runner_2/_work/_temp'), undefined);
  assert.match(folderTrouble('/opt/actions runner/_temp') ?? '', /^holds a blank, which upstream's scripts/);
  assert.match(folderTrouble('/opt/$runner/_temp') ?? '', /^holds `\$`/);
});

test('the stand-in splits options of ssh as Python does', () => {
  assert.deepEqual(shellWords(`-o A=1 -o "B=2 3" '-o C=4' x\\ y ''`), [
    '-o',
    'A=1',
    '-o',
    'B=2 3',
    '-o C=4',
    'x y',
  ]);
});
