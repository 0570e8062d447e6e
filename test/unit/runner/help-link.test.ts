import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { helpPlace, helpUrl, withHelp } from '../../../src/runner/help-link.ts';

describe('the entry of a message', () => {
  for (const [message, place] of [
    ['An input is wrong.', 'inputs-and-config.md#inputs-wrong'],
    ['`mirrors` is wrong.', 'inputs-and-config.md#mirrors-wrong'],
    ['`images` is wrong.', 'planning.md#yaml-input-wrong'],
    ['/data/ubuntu-2204.ova exists already.', 'image-and-upload.md#image-exists'],
    ['The disk is full: /x cannot be written. 3 MiB are free.', 'runner.md#disk-full-runner'],
  ] as const) {
    test(message, () => assert.equal(helpPlace(message), `troubleshooting/${place}`));
  }

  test('is none for what nobody has written about', () => {
    assert.equal(helpPlace('The icing is thin.'), undefined);
  });
});

describe('the address of a place', () => {
  const place = 'troubleshooting/build.md#ssh-timeout';
  const own = { GITHUB_ACTION_REPOSITORY: 'octo/images', GITHUB_ACTION_REF: 'v1' };

  for (const [name, environment, address] of [
    ['is at the version of the action', own, `https://github.com/octo/images/blob/v1/docs/${place}`],
    [
      'is on the server of the runner',
      { ...own, GITHUB_SERVER_URL: 'https://git.example.com' },
      `https://git.example.com/octo/images/blob/v1/docs/${place}`,
    ],
    [
      'keeps the slashes of a branch, and nothing else that means something in an address',
      { ...own, GITHUB_ACTION_REF: 'fix/#1?' },
      `https://github.com/octo/images/blob/fix/%231%3F/docs/${place}`,
    ],
    [
      'is at the commit of the reusable workflow for an action at a local path',
      { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '', NODE_IMAGES_SOURCE: 'octo/images@0f0f' },
      `https://github.com/octo/images/blob/0f0f/docs/${place}`,
    ],
    ['is a path where nothing is known', {}, `docs/${place}`],
    ['is a path where what is told is no repository', { NODE_IMAGES_SOURCE: '@' }, `docs/${place}`],
  ] as const) {
    test(name, () => assert.equal(helpUrl(place, environment), address));
  }
});

test('a long message is cut, its link is not', () => {
  const text = withHelp('x'.repeat(5000), 'https://example.com/help');
  assert.equal(text.length, 4000);
  assert.match(text, /x\nHelp: https:\/\/example\.com\/help$/);
  assert.equal(withHelp('short', 'docs/x'), 'short\nHelp: docs/x');
});
