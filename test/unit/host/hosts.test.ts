import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  buildsInQemu,
  hostName,
  hostsFor,
  listedButNotAsked,
  mirroredInProcess,
  neededHosts,
} from '../../../src/host/hosts.ts';

const namesOf = (rows: ReturnType<typeof hostsFor>) => [...new Set(rows.map(hostName))];

test('a bare-metal build asks the hosts that were recorded, and the guest those of its downloads', () => {
  const rows = hostsFor({ hypervisor: 'baremetal', os: 'ubuntu', steps: ['build', 'install'] });
  const from = (client: string) => namesOf(rows.filter((row) => row.from === client));
  assert.deepEqual(from('runner'), [
    'anywhere-assets.eks.amazonaws.com',
    'distro.eks.amazonaws.com',
    'github.com',
    'releases.ubuntu.com',
  ]);
  assert.ok(from('guest').includes('security.ubuntu.com'));
  assert.ok(!from('guest').includes('dl.fedoraproject.org'));
});

test('a Red Hat build asks Red Hat instead of Ubuntu', () => {
  const names = namesOf(hostsFor({ hypervisor: 'vsphere', os: 'redhat' }));
  assert.ok(names.includes('subscription.rhsm.redhat.com') && names.includes('dl.fedoraproject.org'));
  assert.ok(names.includes('`vcenter_server` of the config'));
  assert.ok(!names.some((name) => name.includes('ubuntu')));
});

test('Bottlerocket needs no host of a build', () => {
  const rows = hostsFor({ hypervisor: 'vsphere', os: 'bottlerocket' });
  assert.deepEqual([...new Set(rows.map(({ step }) => step))].sort(), ['fetch', 'resolve', 'upload']);
});

test('only requests of the actions themselves can be redirected by the input `mirrors`', () => {
  for (const row of neededHosts.filter(({ mirror }) => mirror === 'in-process')) {
    assert.equal(row.from, 'runner', hostName(row));
    assert.match(row.tool, /^the actions/, hostName(row));
  }
  assert.ok(mirroredInProcess().includes('updates.bottlerocket.aws'));
  assert.ok(!mirroredInProcess().includes('github.com'));
});

test('every row is complete, and no two say the same', () => {
  const keys = neededHosts.map((row) => [hostName(row), row.step, row.from, row.tool, row.os].join(' '));
  assert.equal(new Set(keys).size, keys.length);
  for (const row of neededHosts) {
    assert.ok(row.hypervisors.length > 0 && row.os.length > 0, hostName(row));
    assert.ok(row.mirror !== 'config' || row.mirrorNote, `${hostName(row)}: which key of the config?`);
  }
});

test('a host that AWS lists is either needed or explained away', () => {
  const listed = [
    'public.ecr.aws',
    'anywhere-assets.eks.amazonaws.com',
    'distro.eks.amazonaws.com',
    'd2glxqk2uabbnd.cloudfront.net',
    'api.ecr.us-west-2.amazonaws.com',
    'd5l0dvt14r5h8.cloudfront.net',
    'github.com',
    'raw.githubusercontent.com',
    'releases.hashicorp.com',
    'dl.fedoraproject.org',
    'cdimage.ubuntu.com',
  ];
  const known = [...neededHosts.map(hostName), ...listedButNotAsked.map(({ host }) => host)];
  assert.deepEqual(
    listed.filter((host) => !known.includes(host)),
    [],
  );
});

test('only bare metal and CloudStack images are built in QEMU on the runner', () => {
  assert.deepEqual((['vsphere', 'baremetal', 'nutanix', 'cloudstack', 'ami'] as const).filter(buildsInQemu), [
    'baremetal',
    'cloudstack',
  ]);
});
