import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Secrets } from '../../../src/runner/secrets.ts';
import { askSecrets } from './ask-secrets.ts';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('secrets', { concurrency: true }, () => {
  test('without a secret every text stays as it is', () => {
    const secrets = new Secrets();
    assert.equal(secrets.redact('nothing to hide'), 'nothing to hide');
    assert.equal(secrets.isHeldBy(''), false);
  });

  test('the runner masks what has eight characters and is no common word', async () => {
    const { masks } = await askSecrets({
      add: ['12345678', 'seven77', 'Password', 'vSphere', 'kubernetes', 'xyzzy-plugh'],
    });
    assert.ok(masks.includes('12345678'));
    assert.ok(masks.includes('xyzzy-plugh'));
    for (const word of ['seven77', 'Password', 'vSphere', 'kubernetes'])
      assert.ok(!masks.includes(word), word);
  });

  test('our own log redacts short secrets and common words as well', async () => {
    const { redacted } = await askSecrets({
      add: ['hunter2', 'Password'],
      redact: ['login with hunter2', 'Password is Password', 'password is another word'],
    });
    assert.deepEqual(redacted, ['login with ***', '*** is ***', 'password is another word']);
  });

  test('settings are never secrets: booleans, small numbers, nothing', async () => {
    const settings = ['true', 'False', '8080', '65535', '', '   '];
    const { masks, redacted, held } = await askSecrets({
      add: settings,
      redact: ['true False 8080 65535'],
      outputs: settings,
    });
    assert.deepEqual(masks, []);
    assert.deepEqual(redacted, ['true False 8080 65535']);
    assert.ok(!held.includes(true));
  });

  test('a secret is found in the forms it takes in JSON, URLs and base64', async () => {
    const secret = 'a"b\\c d/e@f';
    const forms = [
      secret,
      JSON.stringify({ secret }),
      `http://u:${encodeURIComponent(secret)}@proxy`,
      base64(secret),
    ];
    const { masks, redacted } = await askSecrets({ add: [secret], redact: forms });
    assert.deepEqual(redacted, ['***', '{"secret":"***"}', 'http://u:***@proxy', '***']);
    for (const form of [secret, 'a\\"b\\\\c d/e@f', 'a%22b%5Cc%20d%2Fe%40f', base64(secret)]) {
      assert.ok(masks.includes(form), form);
    }
  });

  test('every line of a multi-line secret is one, because the log is written by line', async () => {
    const { masks, redacted } = await askSecrets({
      add: ['first line here\r\n  second line here  \n'],
      redact: ['> first line here <', '> second line here <', 'first line here\nsecond line here'],
    });
    assert.deepEqual(redacted, ['> *** <', '> *** <', '***\n***']);
    assert.ok(masks.includes('first line here') && masks.includes('second line here'));
  });

  test('of two secrets where one begins like the other, the longer one is replaced whole', async () => {
    const { redacted } = await askSecrets({
      add: ['abcdefgh', 'abcdefgh-ijkl'],
      redact: ['abcdefgh-ijkl abcdefgh'],
    });
    assert.deepEqual(redacted, ['*** ***']);
  });

  test('a secret with characters that mean something in a pattern is matched as text', async () => {
    const { redacted } = await askSecrets({ add: ['a.*(b'], redact: ['a.*(b', 'axx(b'] });
    assert.deepEqual(redacted, ['***', 'axx(b']);
  });

  test('half a surrogate pair is no reason to fail', async () => {
    const { redacted } = await askSecrets({ add: ['broken\ud800secret'], redact: ['broken\ud800secret'] });
    assert.deepEqual(redacted, ['***']);
  });

  test('the password of a URL is secret, as it stands and decoded; its user is not', async () => {
    const { masks, redacted } = await askSecrets({
      addUserInfo: ['http://builder:p%40ssw0rd-x@proxy.example.com:3128'],
      redact: ['http://builder:p%40ssw0rd-x@proxy.example.com:3128', 'password p@ssw0rd-x', 'user builder'],
    });
    assert.deepEqual(redacted, ['http://***@proxy.example.com:3128', 'password ***', 'user builder']);
    assert.ok(masks.includes('p@ssw0rd-x') && masks.includes('p%40ssw0rd-x'));
  });

  test('the header of HTTP basic authentication holds the decoded user-info, and is secret', async () => {
    const header = `Basic ${base64('dom\\bob:p@ss:w0rd')}`;
    const { redacted } = await askSecrets({
      addUserInfo: ['http://dom%5Cbob:p%40ss%3Aw0rd@proxy.example.com'],
      redact: [header],
    });
    assert.deepEqual(redacted, ['Basic ***']);
  });

  test('a proxy variable without a scheme has user-info too', async () => {
    const { redacted } = await askSecrets({
      addUserInfo: ['bob:tr0ub4dor@proxy:3128'],
      redact: ['tr0ub4dor'],
    });
    assert.deepEqual(redacted, ['***']);
  });

  test('a URL without a password adds nothing', async () => {
    const { masks } = await askSecrets({
      addUserInfo: ['https://example.com/a:b@c', 'https://example.com:443/', 'proxy:3128', ''],
    });
    assert.deepEqual(masks, []);
  });

  test('an output is held back when it contains a masked value, or is a secret itself', async () => {
    const { held } = await askSecrets({
      add: ['correct-horse', 'hunter2'],
      outputs: ['/x/correct-horse/y', 'hunter2', '/x/hunter2/y', 'fine', base64('correct-horse')],
    });
    assert.deepEqual(held, [true, true, false, false, true]);
  });
});
