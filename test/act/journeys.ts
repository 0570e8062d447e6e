import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/committed-tree.ts';

/**
 * The fenced block between `<!-- name -->` and `<!-- /name -->` of a page.
 *
 * @throws Error when there is none
 */
export function fencedBlock(page: string, name: string): string {
  const markdown = readFileSync(join(projectRoot, page), 'utf8');
  const pattern = new RegExp(`^<!-- ${name} -->\n\`\`\`\\w+\n([\\s\\S]*?)^\`\`\`\n<!-- /${name} -->$`, 'm');
  const [, block] = pattern.exec(markdown) ?? [];
  if (block === undefined) throw new Error(`${page} has no block ${name}`);
  return block;
}
