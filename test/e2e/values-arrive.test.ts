import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  buildInputs,
  type EndToEnd,
  onlyError,
  startEndToEnd,
  vsphereConnection,
  vsphereInputs,
} from '../support/e2e.ts';
import type { RunnerJob, StepResult } from '../support/runner.ts';

/** What each tool of upstream made of the values, as the stand-in works it out. */
interface Arrived {
  readonly packer: Readonly<Record<string, string>>;
  readonly ansible: Readonly<Record<string, string>>;
  readonly ssh: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly sshPassword: string;
}

const iso = {
  iso_checksum: createHash('sha256').update('an ISO').digest('hex'),
  iso_checksum_type: 'sha256',
};

describe('values on their way through make, Packer and Ansible, as committed, in the box', () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd();
  });
  after(() => e2e[Symbol.asyncDispose]());

  async function build(
    inputs: Record<string, string>,
    job: RunnerJob = e2e.job(),
  ): Promise<{ readonly result: StepResult; readonly arrived: Arrived }> {
    const report = join(job.temp, 'arrived.json');
    e2e.box.standIn({ STANDIN_ARRIVED: report });
    const result = await job.step('actions/build-node-image', {
      inputs: { 'upload-artifact': 'none', ...inputs },
    });
    await job.post();
    assert.equal(result.exitCode, 0, result.log);
    return { result, arrived: JSON.parse(readFileSync(report, 'utf8')) };
  }

  test('options of ssh reach Ansible one by one, those of the user first', async () => {
    const job = e2e.job({ ANSIBLE_SSH_ARGS: '-o ConnectTimeout=60 -o ServerAliveInterval=5' });
    const environment = "ANSIBLE_SSH_ARGS=-o ProxyCommand='ssh -W %h:%p jump' -o ConnectTimeout=90";
    const { arrived } = await build({ ...buildInputs(e2e.box), environment }, job);
    assert.deepEqual(arrived.ssh, {
      identitiesonly: 'yes',
      proxycommand: 'ssh -W %h:%p jump',
      connecttimeout: '90',
      serveraliveinterval: '5',
      hostkeyalgorithms: '+ssh-rsa',
      pubkeyacceptedkeytypes: '+ssh-rsa',
      userknownhostsfile: '/dev/null',
    });
  });

  test('a proxy, files, roles and an ISO with marks in them arrive as they are', async () => {
    const job = e2e.job();
    for (const folder of ["files/it's", "roles/o'harden-$x/tasks"])
      mkdirSync(join(job.workspace, folder), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(job.workspace, name), text);
    write("files/it's/extra.list", 'deb https://packages.example.com/ubuntu jammy main\n');
    write("roles/o'harden-$x/tasks/main.yml", '[]\n');
    write("it's#1%20?.iso", 'an ISO');
    const proxy = `http://us%40er:pa'ss"w\\o{r}d$x@proxy.example.com:3128`;
    const { arrived, result } = await build(
      {
        ...buildInputs(e2e.box),
        config: JSON.stringify({
          iso_url: "it's#1%20?.iso",
          ...iso,
          http_proxy: proxy,
          https_proxy: `${proxy}/`,
          no_proxy: ['10.0.0.0/8', '.example.com', '[::1]'],
          extra_debs: ['nfs-common', 'xfsprogs=5.1+dfsg-1~x:y', 'wget'],
          extra_repos: "files/it's/extra.list",
          node_custom_roles_post: ["roles/o'harden-$x"],
        }),
        secrets: 'SSH_PASSWORD=aA1!$%()*+,-./:;<=>?@[]^_`{}~$HOME$SSH',
        'ansible-verbosity': '3',
      },
      job,
    );
    const url = new URL(arrived.ansible['http_proxy'] ?? '');
    assert.equal(decodeURIComponent(url.password), `pa'ss"w\\o{r}d$x`);
    assert.equal(url.host, 'proxy.example.com:3128');
    assert.equal(arrived.ansible['no_proxy'], '10.0.0.0/8,.example.com,[::1]');
    assert.equal(arrived.ansible['extra_debs'], 'nfs-common xfsprogs=5.1+dfsg-1~x:y wget');
    assert.equal(arrived.ansible['extra_repos'], join(job.workspace, "files/it's/extra.list"));
    assert.equal(arrived.ansible['node_custom_roles_post'], join(job.workspace, "roles/o'harden-$x"));
    assert.equal(arrived.environment['ANSIBLE_VERBOSITY'], '3');
    assert.equal(arrived.sshPassword, 'aA1!$%()*+,-./:;<=>?@[]^_`{}~$HOME$SSH');
    assert.ok(!result.rawLog.replace(/^::add-mask::.*$/gm, '').includes(`pa'ss`));
  });

  test('the credentials of RHEL arrive through make with their dollar signs', async () => {
    const job = e2e.job();
    writeFileSync(join(job.workspace, 'rhel-9.4-x86_64-dvd.iso'), 'an ISO');
    const password = `$R3d$$h(at) "p'w" \\n & | #%{`;
    const { arrived, result } = await build(
      {
        ...buildInputs(e2e.box),
        os: 'rhel',
        'os-version': '9',
        config: JSON.stringify({
          iso_url: 'rhel-9.4-x86_64-dvd.iso',
          ...iso,
          rhel_username: 'build$er@example.com',
          rhsm_server_hostname: 'satellite.example.com',
          rhsm_server_release_version: '9.4',
          rhsm_org_id: 'Example "Org" $1',
          redhat_epel_rpm: '',
        }),
        secrets: `rhel_password=${password}\nrhsm_activation_key=$key "1"`,
      },
      job,
    );
    assert.equal(arrived.environment['RHSM_USER'], 'build$er@example.com');
    assert.equal(arrived.environment['RHSM_PASS'], password);
    assert.equal(arrived.environment['RHSM_ACTIVATION_KEY'], '$key "1"');
    assert.equal(arrived.environment['RHSM_ORG_ID'], 'Example "Org" $1');
    assert.equal(arrived.ansible['redhat_epel_rpm'], '');
    assert.ok(!result.log.includes('h(at)'));
  });

  test('what vCenter is asked with arrives as it is', async () => {
    const password = `vC3nter "p'ss" \\ $HOME %21 & | #} {x`;
    const folder = `Klaus' "images" & more`;
    const { arrived } = await build({
      ...vsphereInputs(e2e.box),
      config: JSON.stringify({ ...vsphereConnection, folder: `/DC0/vm/${folder}` }),
      secrets: `password=${password}`,
    });
    assert.equal(arrived.packer['password'], password);
    assert.equal(arrived.packer['folder'], folder);
  });

  test('what cannot arrive is refused before anything starts, all of it at once', async () => {
    const job = e2e.job();
    const result = await job.step('actions/build-node-image', {
      inputs: {
        ...vsphereInputs(e2e.box),
        builder: 'clone',
        config: JSON.stringify({ ...vsphereConnection, template: '/DC0/vm/{{base}}' }),
        secrets: 'password=vC3nter{{pass\nSSH_PASSWORD=Templ4te&passw0rd',
        environment: 'PACKER_HTTP_SERVER_IP=10.0.0.1/24',
      },
    });
    assert.equal(result.exitCode, 1);
    const error = onlyError(result);
    assert.match(error, /`template` holds `\{\{`, with which a template of Packer begins/);
    assert.match(error, /`password` holds `\{\{`/);
    assert.match(error, /`SSH_PASSWORD` holds `&`, which upstream's scripts take for something else/);
    assert.match(error, /`PACKER_HTTP_SERVER_IP` holds `\/`/);
    assert.doesNotMatch(error, /vC3nter|Templ4te/);
  });
});
