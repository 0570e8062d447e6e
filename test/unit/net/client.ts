import { createHttpClient, type HttpClientOptions } from '../../../src/net/http-client.ts';

/** A client that waits no longer than a test should. */
export function testClient(options: Partial<HttpClientOptions> = {}) {
  return createHttpClient({
    proxyEnvironment: {},
    userAgent: 'unit-test',
    ...options,
    timeouts: { connect: 300, headers: 300, body: 300, ...options.timeouts },
    retry: { baseDelayMs: 5, maxDelayMs: 50, ...options.retry },
  });
}
