import { once } from 'node:events';
import { errorMessage } from '../action-error.ts';

export interface ToolCacheJob {
  readonly operation: 'restore' | 'save';
  readonly key: string;
  readonly folders: readonly string[];
}

export interface ToolCacheAnswer {
  readonly matched?: boolean;
  readonly problem?: string;
}

/** The other side of `actionsCache`: one job, one answer, in a process that can be killed at any time. */
export async function serveToolCache(): Promise<void> {
  const [job] = (await once(process, 'message')) as [ToolCacheJob];
  process.send?.(await runJob(job).catch((error: unknown) => ({ problem: errorMessage(error) })));
}

async function runJob({ operation, key, folders }: ToolCacheJob): Promise<ToolCacheAnswer> {
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) return { problem: 'the runner offers no cache service' };
  if (operation === 'restore') {
    return { matched: (await cache.restoreCache([...folders], key)) !== undefined };
  }
  // The library reports an entry that exists, and a service that only reads, as a warning and -1.
  const id = await cache.saveCache([...folders], key);
  return id === -1 ? { problem: 'the service did not take them' } : {};
}
