import { type HostHandler, storedObject } from '../http-exchange.ts';
import { accessDenied } from './anywhere-assets.ts';
import type { BottlerocketRepositories } from './bottlerocket-updates.ts';

export const newestRoot = 3;

/** cache.bottlerocket.aws: the newest root.json, replaced in place at every rotation. */
export function bottlerocketCache(repositories: Pick<BottlerocketRepositories, 'root'>): HostHandler {
  return async ({ url }) =>
    url.pathname === '/root.json'
      ? storedObject(await repositories.root(newestRoot), 'binary/octet-stream')
      : accessDenied();
}
