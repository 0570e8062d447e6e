import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '../../..');

test('the page on permissions has exactly the privileges that AWS publishes', () => {
  const published = readFileSync(join(root, 'test/fixtures/vsphere/imageBuilderPrivs.json'), 'utf8');
  const page = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\|.*\| `[A-Z]/.test(line));
  const named = rows.flatMap((row) => [...row.matchAll(/`([A-Z]\w+(?:\.\w+)+)`/g)].map(([, name]) => name));
  assert.deepEqual(named.sort(), (JSON.parse(published) as string[]).sort());
});
