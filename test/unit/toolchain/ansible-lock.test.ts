import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { supportRows } from '../../../src/release/support-table.ts';
import { lockedPythons, requirementsOf } from '../../../src/toolchain/ansible-lock.ts';
import { ansibleLock } from '../../../src/toolchain/locks/ansible.ts';

const packer = '1.9.5';

test('every release of the support table has a lock', () => {
  const wanted = supportRows.flatMap(({ tools }) => tools?.ansible ?? []);
  assert.deepEqual([...new Set(wanted)], ['2.15.9', '2.15.10', '2.15.12', '2.15.13']);
  for (const ansible of wanted) {
    for (const python of lockedPythons) {
      assert.equal(requirementsOf({ packer, ansible }, python).ansibleCore, ansible);
    }
  }
});

test('a release that fixes no ansible-core gets the newest of the line', () => {
  assert.equal(requirementsOf({ packer }, '3.11').ansibleCore, '2.15.13');
});

test('an ansible-core without a lock is refused with those that have one', () => {
  assert.throws(
    () => requirementsOf({ packer, ansible: '2.18.1' }, '3.11'),
    (error: unknown) =>
      error instanceof ActionError &&
      error.message.includes('requires ansible-core 2.18.1') &&
      error.message.includes('2.15.12, 2.15.13') &&
      error.message.includes('newer version of this action'),
  );
});

test('for each Python every package is locked once', () => {
  for (const python of lockedPythons) {
    const names = ansibleLock.packages
      .filter(({ pythons }) => pythons.includes(python))
      .map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    for (const name of [
      'jinja2',
      'pyyaml',
      'cryptography',
      'packaging',
      'resolvelib',
      'cffi',
      'markupsafe',
      'pywinrm',
    ]) {
      assert.ok(names.includes(name), `${name} for Python ${python}`);
    }
    assert.equal(names.includes('importlib-resources'), python === '3.9');
  }
});

test('each wheel is of its package and version, has a sha256, and fits each Python that it is locked for', () => {
  const { cores, collections, packages } = ansibleLock;
  const all = [
    ...Object.entries(cores).map(([version, wheels]) => ({
      name: 'ansible-core',
      version,
      pythons: lockedPythons,
      wheels,
    })),
    { ...collections, pythons: lockedPythons },
    ...packages,
  ];
  for (const { name, version, pythons, wheels } of all) {
    for (const [file, sha256] of Object.entries(wheels)) {
      assert.match(sha256, /^[0-9a-f]{64}$/);
      assert.ok(file.toLowerCase().startsWith(`${name.replaceAll('-', '_')}-${version}-`), file);
      assert.match(file, /-(?:none-any|[^-]*manylinux[^-]*x86_64)\.whl$/);
    }
    for (const python of pythons) {
      assert.ok(
        Object.keys(wheels).some((file) => fits(file, Number(python.split('.')[1]))),
        `${name} on ${python}`,
      );
    }
  }
});

test('compiled packages have a wheel for the oldest glibc that Node.js 24 runs on', () => {
  for (const { name, pythons, wheels } of ansibleLock.packages) {
    const files = Object.keys(wheels);
    if (files.some((file) => file.endsWith('-none-any.whl'))) continue;
    for (const python of pythons) {
      const fitting = files.filter((file) => fits(file, Number(python.split('.')[1])));
      assert.ok(
        fitting.some((file) => /manylinux2014|manylinux_2_(?:17|28)_/.test(file)),
        `${name} on ${python}`,
      );
    }
  }
});

/** By the tags of a wheel's name (PEP 425): `cp39-cp39`, `cp39-abi3` for 3.9 and all later ones, `py3-none`. */
function fits(file: string, minor: number): boolean {
  const [python = '', abi = ''] = file.split('-').slice(2, 4);
  if (python.split('.').includes('py3')) return true;
  const locked = Number(/^cp3(\d+)$/.exec(python)?.[1]);
  return abi === 'abi3' ? locked <= minor : locked === minor;
}
