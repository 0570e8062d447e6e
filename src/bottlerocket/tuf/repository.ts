import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClientOptions, openClient, type Target } from './client.ts';
import type { ExpiredRole } from './verifier.ts';

/** What a repository says today, verified from an anchor down to the targets. */
export interface TufRepository {
  readonly targets: ReadonlyMap<string, Target>;
  readonly rootVersion: number;
  readonly expiredRoles: readonly ExpiredRole[];
  /** Whether file names begin with the digest (§6.2). */
  readonly consistentSnapshot: boolean;
}

export interface RepositoryOptions extends Omit<ClientOptions, 'metadataDir'> {
  /** A folder in which one of our own may be made. */
  readonly scratch: string;
}

/**
 * All targets of a repository. No state is kept between runs, so that a rollback shows only by its expiry.
 *
 * @throws ActionError
 */
export async function openRepository(options: RepositoryOptions): Promise<TufRepository> {
  const metadataDir = await mkdtemp(join(options.scratch, 'tuf-'));
  try {
    const { verifier, find } = await openClient({ ...options, metadataDir });
    const targets = new Map<string, Target>();
    for (const name of Object.keys(verifier.targets.targets)) {
      const target = await find(name);
      if (target !== undefined) targets.set(name, target);
    }
    return {
      targets,
      rootVersion: verifier.root.version,
      expiredRoles: verifier.expiredRoles,
      consistentSnapshot: verifier.root.consistent_snapshot,
    };
  } finally {
    await rm(metadataDir, { recursive: true, force: true });
  }
}
