import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { ActionError } from '../../../src/action-error.ts';
import { GitHubUnavailable, openArtifactStore } from '../../../src/runner/github-api.ts';
import { testClient } from '../net/client.ts';
import { serve } from '../net/loopback-server.ts';

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly location?: string;
}

const repository = { id: 1, default_branch: 'main' };

function artifact(id: number, name: string): object {
  return {
    id,
    name,
    expired: false,
    created_at: '2026-11-22T03:00:00Z',
    expires_at: '2026-11-30T03:00:00Z',
    workflow_run: { id: 9, repository_id: 1, head_repository_id: 1, head_branch: 'main' },
  };
}

/** A store on a server that answers by path and query, and the requests it got. */
async function storeOn(context: TestContext, answer: (url: URL) => Answer) {
  const server = await serve(context, ({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://api');
    const isRepository = pathname === '/v3/repos/octo/images';
    const {
      status = 200,
      body,
      location,
    } = isRepository ? { body: repository } : answer(new URL(`${pathname}?${searchParams}`, 'http://api'));
    response.writeHead(location ? 302 : status, location ? { location } : {});
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  });
  const http = testClient({ retry: { attempts: 2 } });
  context.after(() => http.close());
  const open = () =>
    openArtifactStore({
      http,
      apiUrl: `${server.url}/v3`,
      serverUrl: 'https://ghe.example.com',
      repository: 'octo/images',
      token: 'ghs_token',
    });
  return { open, server };
}

test('artifacts of a name are read from all pages, and only those of the name', async (context) => {
  const all = Array.from({ length: 250 }, (_, index) => artifact(index, index === 249 ? 'other' : 'wanted'));
  const { open, server } = await storeOn(context, ({ searchParams }) => {
    const page = Number(searchParams.get('page'));
    return { body: { total_count: all.length, artifacts: all.slice((page - 1) * 100, page * 100) } };
  });
  const store = await open();
  assert.equal(store.defaultBranch, 'main');
  assert.equal((await store.named('wanted')).length, 249);
  assert.equal(server.requests.length, 1 + 3);
  assert.match(server.requests[1]?.url ?? '', /^\/v3\/repos\/octo\/images\/actions\/artifacts\?name=wanted&/);
  assert.ok(server.requests.every(({ headers }) => headers.authorization === 'Bearer ghs_token'));
  assert.equal(store.runUrl('9'), 'https://ghe.example.com/octo/images/actions/runs/9');
});

test('an endless list ends', async (context) => {
  const full = Array.from({ length: 100 }, (_, index) => artifact(index, 'wanted'));
  const { open, server } = await storeOn(context, () => ({ body: { total_count: 1e9, artifacts: full } }));
  await (await open()).named('wanted');
  assert.equal(server.requests.length, 1 + 10);
});

test('the token stays with GitHub when an artifact is kept elsewhere', async (context) => {
  const storage = await serve(context, (_, response) => response.end('{"a":1}'));
  const { open } = await storeOn(context, () => ({ location: `${storage.url}/blob?sig=x` }));
  const store = await open();
  const [found] = [{ id: 7 } as Parameters<typeof store.text>[0]];
  assert.equal(await store.text(found), '{"a":1}');
  assert.equal(storage.requests[0]?.headers.authorization, undefined);
});

describe('what is gone is gone', () => {
  for (const status of [404, 410]) {
    test(`HTTP status ${status}`, async (context) => {
      const { open } = await storeOn(context, () => ({ status, body: { message: 'Gone' } }));
      const store = await open();
      assert.equal(await store.byId(7), undefined);
      assert.equal(await store.text({ id: 7 } as Parameters<typeof store.text>[0]), '');
    });
  }
});

describe('an answer that is none is explained', () => {
  for (const [status, message, kind, says] of [
    [401, 'Bad credentials', ActionError, /401.*\n.*token is not valid[\s\S]*`github-token`/],
    [403, 'Resource not accessible by integration', ActionError, /cannot read[\s\S]*actions: read/],
    [404, 'Not Found', ActionError, /cannot see this repository[\s\S]*actions: read/],
    [403, 'API rate limit exceeded for installation', GitHubUnavailable, /Too many requests/],
    [403, 'You have exceeded a secondary rate limit', GitHubUnavailable, /Too many requests/],
    [429, 'Too many requests', GitHubUnavailable, /Too many requests/],
    [502, 'Bad gateway', GitHubUnavailable, /problem of its own/],
  ] as const) {
    test(`${status} ${message}`, async (context) => {
      const { open } = await storeOn(context, () => ({ status, body: { message } }));
      const store = await open();
      await assert.rejects(store.named('wanted'), (error) => {
        assert.ok(error instanceof ActionError);
        assert.equal(error instanceof GitHubUnavailable, kind === GitHubUnavailable);
        assert.match(error.message, says);
        return true;
      });
    });
  }

  for (const body of ['<html>', '[]', '{"total_count":1}', '{"total_count":1,"artifacts":[{"id":"x"}]}']) {
    test(`${body} is not the API`, async (context) => {
      const { open } = await storeOn(context, () => ({ body }));
      await assert.rejects((await open()).named('wanted'), /not as its API describes/);
    });
  }
});
