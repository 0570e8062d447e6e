import { abandonedFolders } from '../image-builder/work-folder.ts';
import type { Finding } from './finding.ts';

/** What builds left behind whose process was killed. The build removes it before it starts. */
export async function judgeLeftovers(parent: string): Promise<Finding> {
  const folders = await abandonedFolders(parent);
  return {
    what: 'leftovers',
    found: folders.length === 0 ? 'none' : `${folders.length} of crashed builds: ${folders.join(', ')}`,
    needed: 'none',
    verdict: 'good',
    ...(folders.length > 0 && {
      fix: 'They are removed before the build starts, and what runs in them is ended.',
    }),
  };
}
