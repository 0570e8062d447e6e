import assert from 'node:assert/strict';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { HttpStatusError, type RetryNotice } from '../../../src/net/http-client.ts';
import { testClient } from './client.ts';
import { serve } from './loopback-server.ts';

const text = { what: 'The list', maxBytes: 1000 };

const s3Missing =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

test('the body comes back as text, and the request says who asks for what', async (t) => {
  const { url, requests } = await serve(t, (_, response) => response.end('zażółć'));
  assert.equal(await testClient().getText(`${url}/list`, { ...text, accept: 'application/yaml' }), 'zażółć');
  assert.equal(requests[0]?.headers['user-agent'], 'unit-test');
  assert.equal(requests[0]?.headers.accept, 'application/yaml');
});

for (const status of [408, 429, 500, 502, 503, 504]) {
  test(`a status ${status} is tried again`, async (t) => {
    const { url } = await serve(t, (_, response, count) =>
      count < 3 ? response.writeHead(status).end() : response.end('at last'),
    );
    const notices: RetryNotice[] = [];
    const client = testClient({ onRetry: (notice) => notices.push(notice) });
    assert.equal(await client.getText(url, text), 'at last');
    assert.deepEqual(
      notices.map(({ failures, reason }) => [failures, reason]),
      [
        [1, `HTTP status ${status}`],
        [2, `HTTP status ${status}`],
      ],
    );
  });
}

for (const status of [400, 401, 403, 404, 410]) {
  test(`a status ${status} is final`, async (t) => {
    const { url, requests } = await serve(t, (_, response) => response.writeHead(status).end('no'));
    await assert.rejects(testClient().getText(url, text), (error) => {
      assert.ok(error instanceof HttpStatusError);
      assert.equal(error.status, status);
      assert.equal(error.bodyStart, 'no');
      return true;
    });
    assert.equal(requests.length, 1);
  });
}

test('a 403 with the XML of S3 is explained as a file that does not exist', async (t) => {
  const { url } = await serve(t, (_, response) => response.writeHead(403).end(s3Missing));
  await assert.rejects(testClient().getText(`${url}/bundle.yaml`, text), {
    name: 'ActionError',
    status: 403,
    message:
      /^The list could not be downloaded: 127\.0\.0\.1:\d+ answered with HTTP status 403\. URL: .*bundle\.yaml\n.*no such object/,
  });
});

test('after the last attempt the error tells how often it was tried', async (t) => {
  const { url, requests } = await serve(t, (_, response) => response.writeHead(503).end());
  await assert.rejects(testClient().getText(url, text), /HTTP status 503, 4 times in a row\. URL: http/);
  assert.equal(requests.length, 4);
});

test('Retry-After is honoured up to the cap, in seconds and as a date', async (t) => {
  for (const value of ['3600', new Date(Date.now() + 3_600_000).toUTCString()]) {
    const { url } = await serve(t, (_, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': value }).end() : response.end('ok'),
    );
    const delays: number[] = [];
    await testClient({ onRetry: ({ delayMs }) => delays.push(delayMs) }).getText(url, text);
    assert.deepEqual(delays, [50]);
  }
});

test('the pauses grow, and half of each is left to chance', async (t) => {
  const { url } = await serve(t, (_, response) => response.writeHead(500).end());
  const delays: number[] = [];
  const client = testClient({
    retry: { baseDelayMs: 8, maxDelayMs: 1000 },
    onRetry: ({ delayMs }) => delays.push(delayMs),
  });
  await assert.rejects(client.getText(url, text));
  for (const [index, delay] of delays.entries()) {
    const full = 8 * 2 ** index;
    assert.ok(delay >= full / 2 && delay <= full, `${delay} is within half of ${full}`);
  }
});

test('a host that accepts and never answers is given up on in bounded time', async (t) => {
  const { url } = await serve(t, () => undefined);
  const started = Date.now();
  const client = testClient({ timeouts: { headers: 100 }, retry: { attempts: 2 } });
  await assert.rejects(client.getText(url, text), /does not answer; a firewall may drop the packets/);
  assert.ok(Date.now() - started < 3000);
});

test('a body that stalls is given up on', async (t) => {
  const { url } = await serve(t, (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('beginning');
  });
  const client = testClient({ timeouts: { body: 100 }, retry: { attempts: 2 } });
  await assert.rejects(client.getText(url, text), /Body Timeout Error/);
});

test('a body shorter than announced is not taken for the whole', async (t) => {
  const { url, requests } = await serve(t, (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('beginning', () => response.destroy());
  });
  await assert.rejects(testClient().getText(url, text), /4 times in a row/);
  assert.equal(requests.length, 4);
});

test('a chunked body that breaks off is not taken for the whole', async (t) => {
  const { url } = await serve(t, (_, response) => {
    response.write('beginning', () => response.destroy());
  });
  await assert.rejects(testClient().getText(url, text), ActionError);
});

test('a reset connection is tried again', async (t) => {
  const { url } = await serve(t, (request, response, count) =>
    count < 3 ? request.socket.resetAndDestroy() : response.end('ok'),
  );
  assert.equal(await testClient().getText(url, text), 'ok');
});

test('a port where nothing listens is named with what to check', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  await assert.rejects(testClient().getText(`http://127.0.0.1:${port}/`, text), (error) => {
    assert.ok(error instanceof ActionError);
    assert.match(error.headline, /ECONNREFUSED.*4 times in a row/);
    assert.equal(error.why, `Nothing listens at 127.0.0.1:${port}.`);
    assert.match(error.fix ?? '', /`http_proxy`.*`no_proxy`/);
    return true;
  });
});

test('a host name that does not exist is named', async () => {
  const client = testClient({ timeouts: { connect: 5000, headers: 5000 }, retry: { attempts: 1 } });
  await assert.rejects(
    client.getText('http://nowhere.invalid/', text),
    /name server does not know nowhere\.invalid/,
  );
});

test('too large a body is refused before it is read', async (t) => {
  const { url } = await serve(t, (_, response) => response.end('x'.repeat(1001)));
  await assert.rejects(testClient().getText(url, text), /larger than 1000 bytes/);
});

test('bytes that are not UTF-8 are refused', async (t) => {
  const { url } = await serve(t, (_, response) => response.end(Buffer.from([0x1f, 0x8b, 0xff])));
  await assert.rejects(testClient().getText(url, text), /not text in UTF-8/);
});

test('redirects are followed, relative ones too', async (t) => {
  const { url } = await serve(t, (request, response) =>
    request.url === '/new' ? response.end('here') : response.writeHead(302, { location: '/new' }).end(),
  );
  assert.equal(await testClient().getText(`${url}/old`, text), 'here');
});

test('a circle of redirects ends', async (t) => {
  const { url, requests } = await serve(t, (_, response) => response.writeHead(301, { location: '/' }).end());
  await assert.rejects(testClient().getText(url, text), /redirects more than 5 times/);
  assert.equal(requests.length, 6);
});

test('a redirect to something else than the web is refused', async (t) => {
  const { url } = await serve(t, (_, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  );
  await assert.rejects(testClient().getText(url, text), /no web address/);
});

test('user-info of a URL becomes a header, stays with its host, and is never printed', async (t) => {
  const other = await serve(t, (_, response) => response.writeHead(404).end());
  const { url, requests } = await serve(t, (_, response) =>
    response.writeHead(302, { location: `${other.url}/x?X-Amz-Signature=key` }).end(),
  );
  const address = url.replace('//', '//user:p%40ss@');
  await assert.rejects(testClient().getText(address, text), (error) => {
    assert.ok(error instanceof HttpStatusError);
    assert.doesNotMatch(error.message, /p%40ss|p@ss|Signature/);
    return true;
  });
  assert.equal(requests[0]?.headers.authorization, `Basic ${Buffer.from('user:p@ss').toString('base64')}`);
  assert.equal(other.requests[0]?.headers.authorization, undefined);
});

test('something that is no web address is refused without a request', async () => {
  await assert.rejects(testClient().getText('ftp://example.com/x', text), /not an https URL/);
  await assert.rejects(testClient().getText('manifest.yaml', text), /"manifest.yaml" is not an https URL/);
});
