import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';

// The published modules import JSON without the attribute that Node.js asks for.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * What GitHub's own language service (the editor's) says about a workflow or an action: keys, expressions,
 * branding, and the inputs of actions of this suite by the name that `ownName` gives it.
 */
export async function languageServiceProblems(
  file: string,
  text: string,
  { root, ownName }: { readonly root: string; readonly ownName: string },
): Promise<readonly Problem[]> {
  const isAction = /(^|\/)action\.yml$/.test(file);
  const document = TextDocument.create(
    `file:///${file}`,
    isAction ? 'github-actions-action' : 'yaml',
    1,
    text,
  );
  const problems = await validate(document, {
    fileProvider: {
      getFileContent: async (reference) => {
        const isOwn = 'owner' in reference && `${reference.owner}/${reference.repository}` === ownName;
        const path = isOwn || !('owner' in reference) ? join(root, reference.path) : '';
        if (!existsSync(path)) throw new Error(`${reference.path} cannot be looked up`);
        return { name: reference.path, content: readFileSync(path, 'utf8') };
      },
    },
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name, path = '' }) =>
        `${owner}/${name}` === ownName ? readMetadata(join(root, path, 'action.yml')) : undefined,
    },
  });
  return problems.flatMap(({ range, message }) => {
    const text = typeof message === 'string' ? message : message.value;
    // Actions of others cannot be looked up without a network.
    if (/^Unable to resolve action `/.test(text) && !text.includes(`\`${ownName}`)) return [];
    return [{ file, line: range.start.line + 1, message: text }];
  });
}

function readMetadata(path: string) {
  return existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined;
}
