import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';

function shown(lines: readonly string[]): string[] {
  const log = new BuildLog();
  return lines.map((line) => log.read(line).text).filter((text) => text !== undefined);
}

test('of a progress meter one line for each tenth is left', () => {
  const lines = Array.from(
    { length: 1001 },
    (_, index) =>
      `    qemu: ubuntu.iso ${index}.00 MiB / 1000.00 MiB [===>---] ${(index / 10).toFixed(2)}% 28s`,
  );
  assert.deepEqual(
    shown(lines).map((line) => /([\d.]+)%/.exec(line)?.[1]),
    ['0.00', '10.00', '20.00', '30.00', '40.00', '50.00', '60.00', '70.00', '80.00', '90.00', '100.00'],
  );
});

test('a percentage in a sentence is no progress meter', () => {
  const lines = Array.from({ length: 3 }, () => '    qemu: the disk is 40% full');
  assert.equal(shown(lines).length, 3);
});

test('a traceback is shown whole when its last line matters, and is the cause', () => {
  const traceback = [
    'Traceback (most recent call last):',
    '  File "x.py", line 1, in <module>',
    '    sys.exit(1)',
  ];
  const log = new BuildLog();
  const texts = [...traceback, 'OSError: no such disk'].map((line) => log.read(line).text);
  assert.deepEqual(texts, [
    undefined,
    undefined,
    undefined,
    [...traceback, 'OSError: no such disk'].join('\n'),
  ]);
  assert.equal(log.cause()?.line, 'OSError: no such disk');
  assert.deepEqual(shown([...traceback, 'BrokenPipeError: [Errno 32] Broken pipe', 'next']), ['next']);
});

test('what Packer prints in the middle of a traceback is shown at once', () => {
  assert.deepEqual(
    shown([
      'Traceback (most recent call last):',
      '==> qemu: Retrieving ISO',
      '  File "x.py"',
      'BrokenPipeError: x',
    ]),
    ['==> qemu: Retrieving ISO'],
  );
});

test('empty lines are at most one in a row, and none of a builder', () => {
  assert.deepEqual(shown(['', 'a', '', '', '    qemu:', '==> qemu:', '', 'b']), ['a', '', 'b']);
});

test('the list of tools is shown once; a change in it is shown', () => {
  const list = ['hack/ensure-packer.sh', 'existing packer version: 1.9.5', 'make[1]: Leaving directory'];
  assert.deepEqual(shown([...list, ...list, 'hack/ensure-packer.sh', 'existing packer version: 1.8.0']), [
    ...list,
    'make[1]: Leaving directory',
    'existing packer version: 1.8.0',
  ]);
});
