import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { collectCertificates } from '../../../src/net/certificates.ts';
import { proxyFor } from '../../../src/net/proxy.ts';
import { testClient } from './client.ts';
import { serve } from './loopback-server.ts';
import { createAuthority } from './throw-away-authority.ts';

const text = { what: 'The list', maxBytes: 1000 };

async function fileWith(t: TestContext, content: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'certificates-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'ca.pem');
  await writeFile(file, content);
  return file;
}

/** A forward proxy that tunnels, or answers each CONNECT with the given status. */
async function startProxy(
  t: TestContext,
  answer: { readonly status?: number; readonly silent?: boolean } = {},
) {
  const seen: { target: string | undefined; authorization: string | undefined }[] = [];
  const sockets = new Set<net.Socket>();
  const proxy = http.createServer((request, response) => {
    seen.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    http.get(request.url ?? '', (upstream) => upstream.pipe(response));
  });
  proxy.on('connection', (socket) => sockets.add(socket));
  proxy.on('connect', (request, socket) => {
    seen.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    if (answer.silent) return;
    if (answer.status) return socket.end(`HTTP/1.1 ${answer.status} No\r\ncontent-length: 0\r\n\r\n`);
    const [host, port] = (request.url ?? '').split(':');
    const upstream = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(upstream);
    for (const end of [upstream, socket]) end.on('error', () => undefined);
    return undefined;
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { host: `127.0.0.1:${(proxy.address() as AddressInfo).port}`, seen };
}

test('a certificate of an unknown authority leads to `ca-bundle`, at the first attempt', async (t) => {
  const { server } = await createAuthority();
  const { url } = await serve(t, (_, response) => response.end('ok'), server);
  const certificates = await collectCertificates({ environment: {} });
  const client = testClient({ certificates, onRetry: () => assert.fail('retried') });
  await assert.rejects(client.getText(url, text), {
    message: /unable to verify the first certificate|unable to get local issuer certificate/,
    fix: /`ca-bundle`/,
  });
});

test('with its authority in `ca-bundle` the host is trusted', async (t) => {
  const { pem, server } = await createAuthority();
  const { url } = await serve(t, (_, response) => response.end('ok'), server);
  const certificates = await collectCertificates({ caBundle: await fileWith(t, pem), environment: {} });
  assert.equal(await testClient({ certificates }).getText(url, text), 'ok');
});

test('an expired certificate is told from an unknown one', async (t) => {
  const { pem, server } = await createAuthority({ expired: true });
  const { url } = await serve(t, (_, response) => response.end('ok'), server);
  const certificates = await collectCertificates({ caBundle: await fileWith(t, pem), environment: {} });
  await assert.rejects(testClient({ certificates }).getText(url, text), { fix: /clock/ });
});

test('a certificate for another name is told from an unknown one', async (t) => {
  const { pem, server } = await createAuthority();
  const { url } = await serve(t, (_, response) => response.end('ok'), server);
  const certificates = await collectCertificates({ caBundle: await fileWith(t, pem), environment: {} });
  const client = testClient({ certificates, timeouts: { connect: 2000, headers: 2000 } });
  await assert.rejects(client.getText(url.replace('127.0.0.1', 'localhost'), text), /another host name/);
});

test('a redirect from https to http is refused', async (t) => {
  const { pem, server } = await createAuthority();
  const plain = await serve(t, (_, response) => response.end('changed on the way'));
  const { url } = await serve(
    t,
    (_, response) => response.writeHead(302, { location: plain.url }).end(),
    server,
  );
  const certificates = await collectCertificates({ caBundle: await fileWith(t, pem), environment: {} });
  await assert.rejects(
    testClient({ certificates }).getText(url, text),
    /redirects to the unprotected address/,
  );
  assert.equal(plain.requests.length, 0);
});

test('`ca-bundle` adds to the roots of the system and of the environment', async (t) => {
  const [own, extra, ssl] = await Promise.all([createAuthority(), createAuthority(), createAuthority()]);
  const environment = {
    NODE_EXTRA_CA_CERTS: await fileWith(t, extra.pem),
    SSL_CERT_FILE: await fileWith(t, ssl.pem),
  };
  const { pem } = await collectCertificates({ caBundle: await fileWith(t, own.pem), environment });
  for (const authority of [own, extra, ssl]) assert.ok(pem.includes(authority.pem));
  assert.ok(pem.split('BEGIN CERTIFICATE').length > 50);
});

test('no certificate is listed twice, and files of the environment may be missing', async (t) => {
  const { pem: own } = await createAuthority();
  const { pem } = await collectCertificates({
    caBundle: await fileWith(t, own + own),
    environment: { SSL_CERT_FILE: '/nonexistent.pem' },
  });
  assert.equal(pem.split(own).length, 2);
});

test('a `ca-bundle` that is missing, empty, or damaged is named', async (t) => {
  const collect = (caBundle: string) => collectCertificates({ caBundle, environment: {} });
  await assert.rejects(collect('/nonexistent.pem'), /`ca-bundle` cannot be read: \/nonexistent\.pem/);
  await assert.rejects(collect(await fileWith(t, 'hello')), /`ca-bundle` holds no PEM certificate/);
  const damaged = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  await assert.rejects(
    collect(await fileWith(t, damaged)),
    /Certificate 1 in the file of `ca-bundle` is damaged/,
  );
});

test('https goes through the tunnel of the proxy, with the credentials of its URL', async (t) => {
  const { pem, server } = await createAuthority();
  const { url } = await serve(t, (_, response) => response.end('ok'), server);
  const proxy = await startProxy(t);
  const certificates = await collectCertificates({ caBundle: await fileWith(t, pem), environment: {} });
  const client = testClient({
    certificates,
    proxyEnvironment: { HTTPS_PROXY: `http://me:a%3Ab@${proxy.host}` },
  });
  assert.equal(await client.getText(url, text), 'ok');
  assert.deepEqual(proxy.seen, [
    { target: new URL(url).host, authorization: `Basic ${Buffer.from('me:a:b').toString('base64')}` },
  ]);
});

test('http goes to the proxy as it is, without a tunnel', async (t) => {
  const { url } = await serve(t, (_, response) => response.end('ok'));
  const proxy = await startProxy(t);
  const client = testClient({ proxyEnvironment: { http_proxy: proxy.host } });
  assert.equal(await client.getText(`${url}/list`, text), 'ok');
  assert.equal(proxy.seen[0]?.target, `${url}/list`);
});

test('a proxy that wants credentials is not asked again and again', async (t) => {
  const proxy = await startProxy(t, { status: 407 });
  const client = testClient({
    proxyEnvironment: { https_proxy: `http://me:secret-word@${proxy.host}` },
    onRetry: () => assert.fail('retried'),
  });
  await assert.rejects(client.getText('https://example.com/', text), (error: Error) => {
    assert.match(
      error.message,
      /proxy http:\/\/127\.0\.0\.1:\d+ answered with HTTP status 407 for example\.com/,
    );
    assert.match(error.message, /does not accept the user name and password/);
    assert.doesNotMatch(error.message, /secret-word/);
    return true;
  });
});

test('a proxy that forbids a host is named together with `no_proxy`', async (t) => {
  const proxy = await startProxy(t, { status: 403 });
  const client = testClient({ proxyEnvironment: { https_proxy: proxy.host } });
  await assert.rejects(client.getText('https://example.com/', text), { fix: /`https_proxy`.*`no_proxy`/ });
});

test('a proxy that never answers is given up on in bounded time', async (t) => {
  const proxy = await startProxy(t, { silent: true });
  const client = testClient({ proxyEnvironment: { https_proxy: proxy.host }, retry: { attempts: 2 } });
  await assert.rejects(client.getText('https://example.com/', text), /does not answer/);
});

test('lower case wins, each scheme has its variable, and all_proxy stands in for both', () => {
  const environment = { https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:2', ALL_PROXY: 'http://all:3' };
  assert.equal(proxyFor(new URL('https://a.example/'), environment)?.variable, 'https_proxy');
  assert.equal(proxyFor(new URL('http://a.example/'), environment)?.url.host, 'all:3');
  assert.equal(proxyFor(new URL('https://a.example/'), {}), undefined);
  assert.equal(proxyFor(new URL('https://a.example/'), { https_proxy: '' }), undefined);
});

test('no_proxy knows domains, ports, addresses, ranges and everything', () => {
  const isDirect = (url: string, no_proxy: string) =>
    proxyFor(new URL(url), { https_proxy: 'http://proxy:1', no_proxy }) === undefined;
  for (const entry of [
    'example.com',
    '.example.com',
    '*.example.com',
    'EXAMPLE.com',
    'x, example.com',
    '*',
  ]) {
    assert.ok(isDirect('https://a.example.com/', entry), entry);
  }
  assert.ok(isDirect('https://example.com/', 'example.com'));
  assert.ok(isDirect('https://example.com/', 'example.com:443'));
  assert.ok(isDirect('https://10.1.2.3/', '10.0.0.0/8'));
  assert.ok(isDirect('https://[fd00::1]/', 'fd00::/8'));
  assert.ok(isDirect('https://[::1]/', '::1'));
  for (const entry of ['example.org', 'ple.com', 'example.com:8443', '10.0.0.0/8', '']) {
    assert.ok(!isDirect('https://example.com/', entry), entry);
  }
  assert.ok(!isDirect('https://11.1.2.3/', '10.0.0.0/8'));
  assert.ok(!isDirect('https://10.1.2.3/', '10.0.0.0/99'));
});

test('a proxy variable that holds no URL is named without its value', () => {
  for (const value of ['http://me:secret-word@', 'socks5://me:secret-word@proxy:1']) {
    assert.throws(
      () => proxyFor(new URL('https://a.example/'), { https_proxy: value }),
      (error: Error) => {
        assert.match(error.message, /`https_proxy`/);
        assert.doesNotMatch(error.message, /secret-word/);
        return true;
      },
    );
  }
});
