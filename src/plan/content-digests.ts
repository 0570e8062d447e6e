import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ActionError } from '../action-error.ts';
import { parseYamlDocument } from '../release/yaml-document.ts';
import { isMapping } from './yaml-entries.ts';

/** What is known of files that go into an image. */
export interface ContentDigests {
  /** sha256 by path, as the path was written. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths that are not here, so that their content is not known. */
  readonly missing: readonly string[];
}

const largestList = 1024 * 1024;

/**
 * Digests of files and folders by content: names, bytes and which files may be executed, but no dates or owners.
 * A file that lists additional files, as `--files-config` takes it, brings what it lists with it.
 */
export async function contentDigests(paths: readonly string[], workspace: string): Promise<ContentDigests> {
  const files: Record<string, string> = {};
  const missing: string[] = [];
  const queue = [...new Set(paths)];
  for (const path of queue) {
    const place = resolve(workspace, path);
    const digest = await digestOf(place);
    if (digest === undefined) missing.push(path);
    else files[path] = digest;
    if (digest === undefined || !/\.(json|ya?ml)$/i.test(path)) continue;
    queue.push(...(await listedFiles(place)).filter((listed) => !queue.includes(listed)));
  }
  return { files, missing };
}

/** `undefined` when there is nothing at the path. */
async function digestOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const hash = createHash('sha256');
  if (!found.isDirectory()) {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const lines = await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const name = relative(path, file).split(sep).join('/');
        if (entry.isSymbolicLink()) return `link ${name} ${await readlink(file)}`;
        const isProgram = ((await stat(file)).mode & 0o100) !== 0;
        return `${isProgram ? 'program' : 'file'} ${name} ${await digestOf(file)}`;
      }),
  );
  return hash.update(lines.toSorted().join('\n')).digest('hex');
}

/** The `src` of each of `additional_files_list`; what is no such list lists nothing. */
async function listedFiles(path: string): Promise<readonly string[]> {
  const { size } = await stat(path);
  if (size > largestList) return [];
  try {
    const document = parseYamlDocument(await readFile(path, 'utf8'), { what: path, maxBytes: largestList });
    const list = isMapping(document) ? document['additional_files_list'] : undefined;
    return (Array.isArray(list) ? list : []).flatMap((item) =>
      isMapping(item) && typeof item['src'] === 'string' ? [item['src']] : [],
    );
  } catch (error) {
    if (error instanceof ActionError) return [];
    throw error;
  }
}
