import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { GeneratedSection } from '../docs.ts';

const languages: Readonly<Record<string, string>> = {
  '.yml': 'yaml',
  '.yaml': 'yaml',
  '.json': 'json',
  '.sh': 'bash',
};

/** The files of `examples/` that a page shows whole, between `<!-- example NAME -->` and its end; `.yml` is left out. */
export function exampleSections(root: string): readonly GeneratedSection[] {
  return globSync('docs/journeys/*.md', { cwd: root }).flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [...text.matchAll(/^<!-- (example (\S+)) -->$/gm)].map(([, section = '', name = '']) => {
      const file = extname(name) === '' ? `${name}.yml` : name;
      const content = readFileSync(join(root, 'examples', file), 'utf8').trimEnd();
      return { page, section, content: `\`\`\`${languages[extname(file)]}\n${content}\n\`\`\`` };
    });
  });
}
