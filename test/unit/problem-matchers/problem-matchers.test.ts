import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../support/committed-tree.ts';

const recordings = join(projectRoot, 'test', 'fixtures', 'upstream-logs');

/** The messages of the lines that a matcher marks, as the runner's engine (C#, one pattern) would. */
function marked(matcher: 'packer' | 'ansible', text: string): string[] {
  const path = join(projectRoot, 'actions', 'problem-matchers', `${matcher}.json`);
  const { problemMatcher } = JSON.parse(readFileSync(path, 'utf8'));
  const [{ regexp, message }] = problemMatcher[0].pattern;
  return text.split('\n').flatMap((line) => new RegExp(regexp).exec(line)?.[message] ?? []);
}

const recording = (name: string) => readFileSync(join(recordings, name), 'utf8');

test('a failed task of Ansible is marked behind the prefix of Packer', () => {
  const messages = marked('ansible', recording('real-ansible-task-failed-retries.log'));
  assert.ok(messages.length > 0);
  for (const message of messages) assert.match(message, /^fatal: \[default\]: (FAILED|UNREACHABLE)! => \{/);
});

test('a failed task is marked without Packer, and in colour', () => {
  const line = 'fatal: [node]: FAILED! => {"msg": "no"}';
  assert.deepEqual(marked('ansible', `${line}\n\u001b[0;31m${line}\u001b[0m`), [line, line]);
});

test('a build that Packer gives up is marked once, with its reason', () => {
  assert.deepEqual(marked('packer', recording('real-ssh-timeout.log')), [
    "Build 'qemu' errored after 1 minute 3 seconds: Timeout waiting for SSH.",
  ]);
});

test('a build that succeeds has no marks', () => {
  assert.deepEqual(marked('packer', recording('real-ok.log')), []);
  assert.deepEqual(marked('ansible', recording('real-ok.log')), []);
});
