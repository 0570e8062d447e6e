import { createHash } from 'node:crypto';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnownRoot, publishedRootUrl } from '../src/bottlerocket/roots/known-roots.ts';
import { StrictVerifier } from '../src/bottlerocket/tuf/verifier.ts';

/**
 * Writes the published root.json into the folder of its date, and the list of all bodies.
 *
 * @returns the file that was written
 * @throws Error when the sha512 of the bytes is not known: then nothing is written.
 */
export function compileRoot(bytes: Buffer, known: readonly KnownRoot[], folder: string): string {
  const sha512 = createHash('sha512').update(bytes).digest('hex');
  const found = known.find((root) => root.sha512 === sha512);
  if (found === undefined) {
    throw new Error(
      `${publishedRootUrl} has the sha512 ${sha512}, which is none of known-roots.ts. Compare it with ` +
        'projects/kubernetes-sigs/image-builder/bottlerocket-root-json-checksum of aws/eks-anywhere-build-tooling at a commit ' +
        'that a signed bundle names, and add it there with its source.',
    );
  }
  const verifier = new StrictVerifier(bytes, { now: new Date(), expired: 'refuse' });
  verifier.finishRoots();
  const { version, expires } = verifier.root;
  if (version !== found.version) {
    throw new Error(
      `known-roots.ts calls this sha512 version ${found.version}, but it is version ${version}.`,
    );
  }
  const text = bytes.toString();
  if (/`|\$\{/.test(text)) throw new Error('This root.json cannot be written as a template literal.');
  const name = join(found.date, `root-${version}.ts`);
  mkdirSync(join(folder, found.date), { recursive: true });
  writeFileSync(
    join(folder, name),
    `/** Version ${version} of Bottlerocket's root.json, byte for byte, as ${publishedRootUrl} has it since ${found.date}. Expires ${expires.toISOString().slice(0, 10)}. */
export const root${version} = String.raw\`${text}\`;
`,
  );
  writeFileSync(join(folder, 'compiled-roots.ts'), listOf(folder));
  return name;
}

function listOf(folder: string): string {
  const roots = globSync('*/root-*.ts', { cwd: folder })
    .flatMap((path) => {
      const [, date = '', version = ''] = /^(.+)[\\/]root-(\d+)\.ts$/.exec(path) ?? [];
      return version === '' ? [] : [{ date, version: Number(version) }];
    })
    .toSorted((a, b) => a.version - b.version);
  const imports = roots.map(
    ({ date, version }) => `import { root${version} } from './${date}/root-${version}.ts';`,
  );
  const entries = roots.map(
    ({ date, version }) => `  { version: ${version}, date: '${date}', body: root${version} },`,
  );
  return `// Written by scripts/refresh-roots.ts.
${imports.join('\n')}

/** Bodies of published roots, oldest first. A date is that of their publication. */
export const compiledRoots = [
${entries.join('\n')}
] as const;
`;
}
