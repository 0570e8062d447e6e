import { once } from 'node:events';
import { errorMessage } from '../action-error.ts';

export interface ToolCacheJob {
  readonly operation: 'restore' | 'save';
  readonly key: string;
  readonly folders: readonly string[];
}

export interface ToolCacheAnswer {
  /** There is an entry, and it is being downloaded. Another answer follows. */
  readonly isFound?: true;
  readonly matched?: boolean;
  readonly problem?: string;
}

/** The other side of `actionsCache`: one job, one answer, in a process that can be killed at any time. */
export async function serveToolCache(): Promise<void> {
  // Nobody waits for the answer any more; the group goes, a tar included.
  process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
  const [job] = (await once(process, 'message')) as [ToolCacheJob];
  process.send?.(await runJob(job).catch((error: unknown) => ({ problem: errorMessage(error) })));
}

async function runJob({ operation, key, folders }: ToolCacheJob): Promise<ToolCacheAnswer> {
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) return { problem: 'the runner offers no cache service' };
  if (operation === 'restore') {
    const isThere = await cache.restoreCache([...folders], key, [], { lookupOnly: true });
    if (isThere === undefined) return { matched: false };
    process.send?.({ isFound: true } satisfies ToolCacheAnswer);
    return { matched: (await cache.restoreCache([...folders], key)) !== undefined };
  }
  // The library reports an entry that exists, and a service that only reads, as a warning and -1.
  const id = await cache.saveCache([...folders], key);
  return id === -1 ? { problem: 'the service did not take them' } : {};
}
