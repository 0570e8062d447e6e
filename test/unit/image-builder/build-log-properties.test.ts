import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BuildLog } from '../../../src/image-builder/build-log.ts';
import { knownCauseOf } from '../../../src/image-builder/known-causes.ts';
import { readRecording } from './recordings.ts';

/** Reproducible numbers from 0 up to, not including, 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const rounds = 60;
/** Each with the line that fails it, behind which the log may break off anywhere. */
const recordings = [
  ['real-ansible-task-failed-retries', /fatal: \[default\]: FAILED!/, 'ansible-task'],
  ['real-iso-checksum-mismatch', /error downloading ISO/, 'iso-checksum'],
  ['real-qemu-crash', /Error launching VM/, 'qemu-start'],
  ['real-ssh-timeout', /Timeout waiting for SSH/, 'ssh-timeout'],
  ['real-vsphere-badlogin', /Login failure/, 'vcenter-login'],
  ['real-fail-packer-init-network', /Failed getting the/, 'packer-plugin-download'],
  ['real-fail-vsphere-pywinrm', /ERROR: Can not perform/, 'pip-in-venv'],
  ['fail-clone-dir-exists', /destination path/, 'clone-exists'],
] as const;

/** What upstream prints of a template, with secrets that no reader may see. */
const template = [
  '#cloud-config',
  'ssh_pwauth: true',
  '    lock-passwd: false CANARY',
  '    passwd: $6$fyvrat6lPFIDYnKS$iIThPKjTDqobpWsVl1nGwyj1LKOLv5dHieRU8QZLrlAa',
  'rootpw --plaintext CANARY',
  '  "ssh_password": "CANARY-CANARY",',
  'error: CANARY: command not found',
  'TASK [CANARY] fatal: [other]: FAILED! => CANARY',
  '',
];
const secret = /CANARY|\$6\$[^*]|iIThPKjTDqob/;

function withTemplates(lines: readonly string[], random: () => number): string[] {
  return lines.flatMap((line) =>
    line === 'hack/set-ssh-password.sh'
      ? [line, ...Array.from({ length: 200 }, () => template[Math.floor(random() * template.length)] ?? '')]
      : [line],
  );
}

/** Two streams as one reader gets them: each in its own order, cut into chunks at any place. */
function interleave(one: readonly string[], other: readonly string[], random: () => number): string[] {
  const merged: string[] = [];
  const rest = [[...one], [...other]];
  while (rest.some((lines) => lines.length > 0)) {
    const from = rest[random() < 0.5 ? 0 : 1] ?? [];
    merged.push(...from.splice(0, 1 + Math.floor(random() * 30)));
  }
  return merged;
}

function readAll(lines: readonly string[]) {
  const log = new BuildLog();
  const shown = lines.map((line) => log.read(line)).map(({ text = '', phase = '' }) => `${phase}\n${text}`);
  return { log, shown: shown.join('\n') };
}

function assertKeepsSecrets(lines: readonly string[], what: string) {
  const { log, shown } = readAll(lines);
  assert.doesNotMatch(shown, secret, what);
  assert.doesNotMatch(JSON.stringify([log.cause(), log.phases(), log.waitingFor()]), secret, what);
  return log;
}

test('however two streams mix, no template is shown and the cause is the same', () => {
  for (const [name, , id] of recordings) {
    const { stdout, stderr } = readRecording(name);
    for (let seed = 0; seed < rounds; seed += 1) {
      const random = randomNumbers(seed);
      const log = assertKeepsSecrets(interleave(withTemplates(stdout, random), stderr, random), name);
      assert.equal(knownCauseOf(log.cause()?.line ?? '')?.id, id, `${name}, seed ${seed}`);
    }
  }
});

test('wherever a log breaks off behind the line that matters, the cause is found', () => {
  for (const [name, failure, id] of recordings) {
    const text = withTemplates(readRecording(name).lines, randomNumbers(1)).join('\n');
    const behind = text.indexOf('\n', text.search(failure)) + 1;
    for (let seed = 0; seed < rounds; seed += 1) {
      const end = behind + Math.floor(randomNumbers(seed)() * (text.length - behind));
      const log = assertKeepsSecrets(text.slice(0, end).split('\n'), name);
      assert.equal(knownCauseOf(log.cause()?.line ?? '')?.id, id, `${name}, cut at ${end}`);
    }
  }
});

test('wherever a log breaks off, it is read without an error or a secret', () => {
  const text = withTemplates(readRecording('real-ok').lines, randomNumbers(2)).join('\n');
  for (let seed = 0; seed < rounds; seed += 1) {
    const end = Math.floor(randomNumbers(seed)() * text.length);
    const log = assertKeepsSecrets(text.slice(0, end).split('\n'), `cut at ${end}`);
    assert.equal(log.facts.isSuccessful, false);
  }
});

test('a log with the line ends of Windows is read as any other', () => {
  for (const [name, , id] of recordings) {
    const lines = withTemplates(readRecording(name).lines, randomNumbers(3));
    const log = assertKeepsSecrets(
      lines.map((line) => `${line}\r`),
      name,
    );
    assert.equal(knownCauseOf(log.cause()?.line ?? '')?.id, id, name);
  }
});

test('a log in colours is read as any other', () => {
  for (const [name, , id] of recordings) {
    const lines = withTemplates(readRecording(name).lines, randomNumbers(7));
    const log = assertKeepsSecrets(
      lines.map((line) => `\u001b[1;32m${line}\u001b[0m`),
      name,
    );
    assert.equal(knownCauseOf(log.cause()?.line ?? '')?.id, id, name);
  }
});

test('bytes that are no UTF-8 break nothing and uncover nothing', () => {
  for (const [name, failure, id] of recordings) {
    const lines = withTemplates(readRecording(name).lines, randomNumbers(4));
    for (let seed = 0; seed < 20; seed += 1) {
      const random = randomNumbers(seed);
      const broken = lines.map((line) => {
        if (failure.test(line) || /set-ssh-password|errored after/.test(line) || random() < 0.7) return line;
        const bytes = Buffer.from(line);
        if (bytes.length > 0) bytes[Math.floor(random() * bytes.length)] = 0x80 + Math.floor(random() * 128);
        return bytes.toString('utf8').replaceAll('CAN', 'CANARY');
      });
      const { log, shown } = readAll(broken);
      assert.doesNotMatch(shown, /CANARY/, name);
      assert.equal(knownCauseOf(log.cause()?.line ?? '')?.id, id, `${name}, seed ${seed}`);
    }
  }
});

test('no line whatever throws', () => {
  const pieces = [
    ...[
      '==> ',
      '    ',
      'qemu: ',
      '\u001b[1;32m',
      '\r',
      '\u0000',
      '\ufffd',
      '💿',
      '$6$',
      '=> {',
      '{"msg": ',
      '"',
    ],
    ...[
      'TASK [',
      ']',
      'fatal: [',
      '...ignoring',
      'Build ',
      "'x' errored after ",
      ': ',
      '100%',
      ' MiB / ',
      '+ ',
    ],
    ...[
      'Traceback (',
      '  ',
      'Error',
      'packer build ',
      'make: *** [',
      '2026/11/23 12:14:34 ',
      'hack/ensure-',
      '\\',
    ],
    ...[
      '"successful": false',
      '"summary-line": "',
      'Executing Ansible: ',
      '.yml',
      'Provisioning with Goss',
      '}',
    ],
  ];
  const random = randomNumbers(5);
  const log = new BuildLog();
  for (let line = 0; line < 50_000; line += 1) {
    const parts = Array.from({ length: random() * 6 }, () => pieces[Math.floor(random() * pieces.length)]);
    log.read(parts.join(''));
    if (line % 100 === 0) assert.doesNotThrow(() => [log.cause(), log.phases(), log.waitingFor()]);
  }
});

test('100 MB of log are read in little memory', () => {
  const random = randomNumbers(6);
  const lines = withTemplates(readRecording('real-ansible-task-failed-retries').lines, random);
  const long = `    qemu: fatal: [default]: FAILED! => {"msg": "${'x'.repeat(60_000)}"}`;
  const log = new BuildLog();
  const before = process.memoryUsage().heapUsed;
  for (let bytes = 0, round = 0; bytes < 100e6; round += 1) {
    // A copy, because a line of a pipe is never the same string twice.
    const chunk = `${lines.join('\n')}\n    qemu: TASK [task ${round}] **\n${long}`;
    for (const line of chunk.split('\n')) log.read(line);
    bytes += chunk.length;
  }
  assert.ok(process.memoryUsage().heapUsed - before < 150e6);
  assert.ok(JSON.stringify([log.cause(), log.phases()]).length < 50_000);
});
