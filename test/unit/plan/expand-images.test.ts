import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { expandImages } from '../../../src/plan/expand-images.ts';
import {
  matrixCell,
  refuseSameIds,
  refuseSameMachines,
  refuseTooMany,
  virtualMachine,
} from '../../../src/plan/matrix.ts';
import { parseRunners } from '../../../src/plan/runners.ts';
import { parseExclusions, parseImages } from '../../../src/plan/wanted-images.ts';
import { bottlerocketRelease } from './example-release.ts';

const today = new Date('2026-11-23T12:00:00Z');

function expand(images: string, exclude = '', release = bottlerocketRelease()) {
  return expandImages(parseImages(images), parseExclusions(exclude), release, today);
}

function ids(images: string, exclude = ''): readonly string[] {
  const { cells, unsupported } = expand(images, exclude);
  assert.deepEqual(unsupported, []);
  return cells.map(({ spec }) => spec.id.replace('-v0.26.1', ''));
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ActionError);
    return error.problems;
  }
  return [];
}

describe('what an entry asks for', () => {
  test('one value or a list of values', () => {
    assert.deepEqual(ids('- {hypervisor: metal, release-channel: 1-34}'), ['ubuntu-2204-efi-baremetal-1-34']);
    assert.deepEqual(ids('{hypervisor: vsphere, release-channel: [1-34, "1.35"], firmware: [bios, uefi]}'), [
      'ubuntu-2204-bios-vsphere-1-34',
      'ubuntu-2204-bios-vsphere-1-35',
      'ubuntu-2204-efi-vsphere-1-34',
      'ubuntu-2204-efi-vsphere-1-35',
    ]);
  });

  test('a channel is read as it is written: 1.30 does not become 1.3', () => {
    assert.deepEqual(ids('- {hypervisor: metal, release-channel: 1.30}'), ['ubuntu-2204-efi-baremetal-1-30']);
  });

  test('`supported` is every channel in which the image exists', () => {
    const all = ['1-28', '1-30', '1-34', '1-35'];
    const built = ids('- {hypervisor: metal, release-channel: supported}');
    assert.deepEqual(
      built,
      all.map((channel) => `ubuntu-2204-efi-baremetal-${channel}`),
    );
    assert.deepEqual(ids('- {os: bottlerocket, hypervisor: metal, release-channel: supported}'), [
      'bottlerocket-baremetal-1-28',
    ]);
  });

  test('`standard-support` is those whose support has not ended', () => {
    assert.deepEqual(ids('- {hypervisor: metal, release-channel: [1-28, standard-support]}'), [
      'ubuntu-2204-efi-baremetal-1-28',
      'ubuntu-2204-efi-baremetal-1-34',
      'ubuntu-2204-efi-baremetal-1-35',
    ]);
  });

  test('a key without a value is a key that is not there', () => {
    assert.equal(ids('- {hypervisor: metal, release-channel: 1-34, os-version: }').length, 1);
  });
});

describe('what is left out', () => {
  test('an image goes when all keys of an entry fit it, defaults included', () => {
    const images =
      '- {hypervisor: [metal, vsphere], os-version: [22.04, 24.04], release-channel: [1-34, 1-35]}';
    assert.equal(ids(images).length, 8);
    assert.equal(ids(images, '- {hypervisor: metal, os-version: 24.04}').length, 6);
    assert.equal(ids(images, '- {firmware: efi}').length, 4);
    assert.equal(ids(images, '- {release-channel: [1-34, 1-35]}').length, 0);
    assert.equal(ids(images, '- {builder: iso, hypervisor: metal, release-channel: 1.35}').length, 6);
  });

  test('an unsupported image that is excluded is no problem', () => {
    assert.deepEqual(
      ids('- {hypervisor: [vsphere, cloudstack], release-channel: 1-34}', '- hypervisor: cloudstack'),
      ['ubuntu-2204-bios-vsphere-1-34'],
    );
  });

  test('an exclusion that fits nothing is named', () => {
    const { idleExclusions, excluded } = expand(
      '- {hypervisor: metal, release-channel: 1-34}',
      '- os: redhat\n- hypervisor: metal',
    );
    assert.deepEqual(idleExclusions, [1]);
    assert.equal(excluded, 1);
  });
});

describe('what the release cannot build', () => {
  for (const [images, reason, nearest] of [
    [
      '- {hypervisor: metal, os-version: 20.04, release-channel: 1-34}',
      /Ubuntu 22\.04, 24\.04, not 20\.04/,
      'ubuntu 22.04 efi baremetal 1-34',
    ],
    [
      '- {hypervisor: metal, firmware: bios, release-channel: 1-34}',
      /bare metal boots by `efi` only/,
      'ubuntu 22.04 efi baremetal 1-34',
    ],
    [
      '- {hypervisor: snow, os: rhel, release-channel: 1-34}',
      /RHEL for vsphere, baremetal, nutanix, not for ami/,
      'ubuntu 22.04 bios ami 1-34',
    ],
    [
      '- {hypervisor: metal, release-channel: 1-33}',
      /has 1-28, 1-30, 1-34, 1-35, not 1-33/,
      'ubuntu 22.04 efi baremetal 1-34',
    ],
    [
      '- {hypervisor: metal, os: bottlerocket, release-channel: 1-30}',
      /bare metal ends with 1-28/,
      'bottlerocket baremetal 1-28',
    ],
    [
      '- {hypervisor: nutanix, os: bottlerocket, release-channel: supported}',
      /Bottlerocket exists for vsphere, baremetal, ami/,
      'ubuntu 22.04 bios nutanix 1-28',
    ],
    [
      '- {hypervisor: vsphere, os: bottlerocket, os-version: 1.20, release-channel: 1-34}',
      /`os-version`: Bottlerocket has no choice/,
      'bottlerocket vsphere 1-34',
    ],
    [
      '- {hypervisor: nutanix, builder: clone, release-channel: 1-34}',
      /only vSphere can clone/,
      'ubuntu 22.04 bios nutanix 1-34',
    ],
  ] as const) {
    test(`${images} — the reason and the nearest that it can`, () => {
      const [cell] = expand(images).unsupported;
      assert.match(cell?.reasons.join() ?? '', reason);
      assert.equal(cell?.nearest, nearest);
    });
  }
});

describe('collisions', () => {
  test('the same image of two entries, or twice in one', () => {
    const { cells } = expand(
      '- {hypervisor: metal, release-channel: 1-34}\n- {hypervisor: metal, os-version: [22.04, 2204], release-channel: 1-34}',
    );
    assert.match(problemsOf(() => refuseSameIds(cells)).join(), /baremetal-1-34-v0\.26\.1: entries 1 and 2/);
  });

  test('a clone has an id of its own, but its machine the same name', () => {
    const { cells } = expand('- {hypervisor: vsphere, builder: [iso, clone], release-channel: 1-34}');
    refuseSameIds(cells);
    const release = bottlerocketRelease();
    assert.match(
      problemsOf(() => refuseSameMachines(cells, (cell) => virtualMachine(cell, release, {}))).join(),
      /ubuntu-2204-bios-vsphere-1-34-v0\.26\.1 and ubuntu-2204-bios-clone-vsphere-1-34-v0\.26\.1/,
    );
    refuseSameMachines(cells, (cell) =>
      virtualMachine(cell, release, { folder: cell.spec.builder ?? 'iso' }),
    );
  });

  test('firmware is part of the name of a machine', () => {
    const { cells } = expand('- {hypervisor: vsphere, firmware: [bios, efi], release-channel: 1-34}');
    refuseSameMachines(cells, (cell) => virtualMachine(cell, bottlerocketRelease(), {}));
  });

  test('two runs of the same machine exclude each other, by a word that names neither vCenter nor folder', () => {
    const { cells } = expand('- {hypervisor: [vsphere, metal], release-channel: 1-34}');
    const release = bottlerocketRelease();
    const exclusive = (folder: string) =>
      cells.map((cell) => {
        const machine = virtualMachine(cell, release, { vcenter_server: 'vcenter.example.com', folder });
        return matrixCell(cell, { runners: parseRunners(''), fingerprint: undefined, machine }).exclusive;
      });
    const [vsphere, metal] = exclusive('/DC0/vm/a');
    assert.match(vsphere ?? '', /^[0-9a-f]{16}$/);
    assert.equal(metal, undefined);
    assert.deepEqual(exclusive('/DC0/vm/a'), [vsphere, undefined]);
    assert.notEqual(exclusive('/DC0/vm/b')[0], vsphere);
  });

  test('256 cells are the most', () => {
    refuseTooMany(256);
    assert.throws(() => refuseTooMany(257), /257 images; GitHub takes 256/);
  });
});

describe('runners', () => {
  const cell = (images: string, runners: string) => {
    const [first] = expand(images).cells;
    assert.ok(first);
    const details = { runners: parseRunners(runners), fingerprint: undefined, machine: undefined };
    return matrixCell(first, details)['runs-on'];
  };
  const metal = '- {hypervisor: metal, release-channel: 1-34}';

  test('a fixed version of Ubuntu unless told otherwise', () => {
    assert.equal(cell(metal, ''), 'ubuntu-24.04');
  });

  test('by hypervisor, alias or not, then default; the image itself wins', () => {
    assert.deepEqual(cell(metal, '{metal: [self-hosted, kvm], default: other}'), ['self-hosted', 'kvm']);
    assert.equal(cell(metal, '{vsphere: x, default: other}'), 'other');
    assert.equal(cell('- {hypervisor: metal, release-channel: 1-34, runs-on: own}', '{metal: x}'), 'own');
  });

  test('a label, a list or a group for all', () => {
    assert.equal(cell(metal, 'my-runner'), 'my-runner');
    assert.deepEqual(cell(metal, '[self-hosted, kvm]'), ['self-hosted', 'kvm']);
    assert.deepEqual(cell(metal, '{group: big, labels: [kvm]}'), { group: 'big', labels: ['kvm'] });
  });

  test('anything else is refused', () => {
    for (const runners of ['{metal: {label: x}}', '{vshpere: x}', '{metal: []}', '{group: [a]}'])
      assert.throws(() => parseRunners(runners), /`runners` is wrong/);
  });
});

describe('bad YAML is one error that names the place', () => {
  for (const [images, says] of [
    ['', /names no image/],
    ['[]', /names no image/],
    ['text', /entry 1: not a mapping/],
    ['- [a]', /entry 1: not a mapping of keys to values, but a list/],
    ['- {hypervisor: metal, release-channel: [[1-34]]}', /one value or a list of values, not a list/],
    ['- {hypervisor: metal, release-channel: 1-34, os: [ubuntu, windows]}', /"windows" is not one of ubuntu/],
    ['- {hypervisor: metal, release-channel: suported}', /did you mean supported/],
    ['- {hypervisor: metal, release-channel: 1-34, os-version: 22.4}', /"22\.4" is no version/],
    ['- {hypervisor: metal, release-channel: 1-34, __proto__: x}', /is no key of an image/],
    ['- {hypervisor: constructor, release-channel: 1-34}', /"constructor" is not one of/],
    ['- {hypervisor: metal, release-channel: 1-34, config: [a]}', /`config` must be a mapping/],
    ['- {hypervisor: metal, release-channel: 1-34, config: {a: {b: c}}}', /`a` must be one value/],
    [
      '- {hypervisor: metal, release-channel: 1-34, config: {http_proxy: "http://u:p@proxy"}}',
      /`http_proxy` is secret/,
    ],
  ] as const) {
    test(images || '(empty)', () => {
      assert.match(problemsOf(() => parseImages(images)).join('\n'), says);
    });
  }

  test('broken syntax, a key given twice, an alias bomb', () => {
    assert.throws(() => parseImages('- {hypervisor: metal'), ActionError);
    assert.throws(() => parseImages('- {os: ubuntu, os: rhel}'), /`os` twice/);
    const bomb = `a: &a [x, x]\n${'bcdefghijklmnopqrstuvwxyz'
      .split('')
      .map((name, index) => {
        const before = 'abcdefghijklmnopqrstuvwxyz'[index];
        return `${name}: &${name} [*${before}, *${before}]`;
      })
      .join('\n')}`;
    assert.throws(() => parseImages(bomb), ActionError);
  });
});
