import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { describeMirrors, mirrored, mirrorsForGit, parseMirrors } from '../../../src/net/mirrors.ts';
import { testClient } from './client.ts';
import { serve } from './loopback-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'mirrors-test-'));
after(() => rmSync(folder, { recursive: true }));

const askedFor = (url: string, lines: string) => mirrored(new URL(url), parseMirrors(lines))?.href;

test('a mirror has the paths of its host below its own', () => {
  const lines =
    '# ours\ndistro.eks.amazonaws.com = mirror.example.com/eks-d\n\nA.example:8443=http://b.example/';
  assert.equal(
    askedFor('https://distro.eks.amazonaws.com/kubernetes-1-33/x.yaml?a=b', lines),
    'https://mirror.example.com/eks-d/kubernetes-1-33/x.yaml?a=b',
  );
  assert.equal(askedFor('https://a.example:8443/x', lines), 'http://b.example/x');
  for (const other of [
    'https://a.example/x',
    'https://eks.amazonaws.com/',
    'https://x.distro.eks.amazonaws.com/',
  ])
    assert.equal(askedFor(other, lines), undefined, other);
});

test('mirrors can be given in one line', () => {
  assert.deepEqual(
    [...parseMirrors('a.example=b.example, c.example=d.example').keys()],
    ['a.example', 'c.example'],
  );
});

test('a path of a mirror is not put before itself after a redirect', () => {
  const lines = 'a.example=https://a.example/mirror';
  assert.equal(askedFor('https://a.example/x', lines), 'https://a.example/mirror/x');
  assert.equal(askedFor('https://a.example/mirror/x', lines), undefined);
});

test('all wrong lines are told at once, and no password with them', () => {
  const lines = [
    'a.example',
    'https://a.example=https://b.example',
    'a.example/path=https://b.example',
    'a.example=ftp://me:hunter2hunter2@b.example',
    'b.example=',
    'c.example=https://d.example/?token=hunter2hunter2',
    'd.example=https://e.example',
    'D.example=https://f.example',
    'e.example=https://e.example',
  ].join('\n');
  assert.throws(
    () => parseMirrors(lines),
    (error: Error) => {
      for (const says of [
        /line 1: not `host=base-url`/,
        /line 2: .* is no host name/,
        /line 3: .* is no host name/,
        /line 4: the mirror of a\.example is no URL/,
        /line 5: the mirror of b\.example has no address/,
        /line 6: the mirror of c\.example has a query/,
        /line 8: gives a mirror of d\.example a second time/,
        /line 9: e\.example is named as its own mirror/,
      ])
        assert.match(error.message, says);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    },
  );
});

test('a password of a mirror is in no description of it', () => {
  const mirrors = parseMirrors('a.example=https://me:hunter2hunter2@b.example/x');
  assert.deepEqual(describeMirrors(mirrors), ['a.example is asked for at its mirror https://b.example/x/']);
});

test('git asks the mirror, beside the settings that the environment has', () => {
  const mirrors = parseMirrors('github.com=https://mirror.example.com/git,a.example=b.example');
  const given = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'me' };
  const env = { PATH: process.env['PATH'], ...given, ...mirrorsForGit(mirrors, given) };
  const git = (...args: string[]) => execFileSync('git', args, { env, cwd: folder, encoding: 'utf8' }).trim();
  assert.equal(
    git('ls-remote', '--get-url', 'https://github.com/aws/eks-distro.git'),
    'https://mirror.example.com/git/aws/eks-distro.git',
  );
  assert.equal(git('ls-remote', '--get-url', 'https://a.example/x'), 'https://b.example/x');
  assert.equal(git('config', 'user.name'), 'me');
  assert.deepEqual(mirrorsForGit(new Map(), {}), {});
});

test('texts and files come from the mirror, which gets its own password and not the token of the host', async (t) => {
  const server = await serve(t, (_request, response) => response.end('content'));
  const { host } = new URL(server.url);
  const http = testClient({ mirrors: parseMirrors(`a.example=http://me:pass%21word@${host}/sub`) });
  t.after(() => http.close());
  const options = { what: 'The file', maxBytes: 100, authorization: 'Bearer token-of-a-example' };
  assert.equal(await http.getText('https://a.example/x?y', options), 'content');
  const destination = join(folder, 'file');
  const sha256 = createHash('sha256').update('content').digest('hex');
  await http.download('https://a.example/z', destination, { what: 'The file', sha256 });
  assert.equal(readFileSync(destination, 'utf8'), 'content');
  assert.deepEqual(
    server.requests.map(({ url, headers }) => [url, headers.authorization]),
    ['/sub/x?y', '/sub/z'].map((url) => [url, `Basic ${Buffer.from('me:pass!word').toString('base64')}`]),
  );
});

test('every error names the host and its mirror', async (t) => {
  const server = await serve(t, (request, response) => {
    if (request.url?.endsWith('/wrong')) response.end('something else');
    else if (request.url?.endsWith('/refused')) response.writeHead(401).end();
    else if (request.url?.endsWith('/binary')) response.end(Buffer.from([0xff, 0xfe]));
    else response.writeHead(404).end();
  });
  const { host } = new URL(server.url);
  const http = testClient({
    mirrors: parseMirrors(`a.example=http://me:hunter2hunter2@${host}/sub\nb.example=http://127.0.0.1:1`),
  });
  t.after(() => http.close());
  const text = (url: string) => http.getText(url, { what: 'The file', maxBytes: 100 });
  const wrong = () =>
    http.download('https://a.example/wrong', join(folder, 'wrong'), {
      what: 'The file',
      sha256: '0'.repeat(64),
    });
  for (const [work, says] of [
    [() => text('https://a.example/missing'), /mirror .* does not have this file of a\.example/],
    [
      () => text('https://a.example/refused'),
      /Check the address in `mirrors` and the user name and password/,
    ],
    [() => text('https://a.example/binary'), /is not text in UTF-8/],
    [wrong, /is not the published file/],
    [() => text('https://b.example/'), /Nothing listens at 127\.0\.0\.1:1/],
  ] as const) {
    await assert.rejects(work(), (error: Error) => {
      assert.match(error.message, says);
      assert.match(error.message, /https:\/\/[ab]\.example\/\w* \(from the mirror http:\/\/127\.0\.0\.1/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
  }
});

test('a host that redirects to one with a mirror leads to the mirror', async (t) => {
  const server = await serve(t, (request, response) => {
    if (request.url === '/first') response.writeHead(302, { location: 'http://far.example/second' }).end();
    else response.end(request.url);
  });
  const http = testClient({ mirrors: parseMirrors(`far.example=${server.url}/far`) });
  t.after(() => http.close());
  assert.equal(await http.getText(`${server.url}/first`, { what: 'It', maxBytes: 100 }), '/far/second');
});
