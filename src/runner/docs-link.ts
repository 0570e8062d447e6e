/**
 * The address of a page of this suite, at the commit or tag that runs. The runner names the repository of an action, but
 * not to one that is used by a local path: the reusable workflow hands it over as `NODE_IMAGES_SOURCE` (`owner/name@ref`).
 *
 * @param path from the root of the repository: `docs/trust.md`
 * @returns `undefined` where neither is known: a text without a link is better than a link that leads nowhere.
 */
export function docsLink(path: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const own = `${environment['GITHUB_ACTION_REPOSITORY'] ?? ''}@${environment['GITHUB_ACTION_REF'] ?? ''}`;
  const source = sourceOf(own) ?? sourceOf(environment['NODE_IMAGES_SOURCE'] ?? '');
  if (source === undefined) return undefined;
  const ref = source.ref.split('/').map(encodeURIComponent).join('/');
  return new URL(
    `/${source.repository}/blob/${ref}/${path}`,
    environment['GITHUB_SERVER_URL'] || 'https://github.com',
  ).href;
}

function sourceOf(text: string): { readonly repository: string; readonly ref: string } | undefined {
  const [, repository, ref] = /^([\w.-]+\/[\w.-]+)@([^\s()<>]+)$/.exec(text) ?? [];
  return repository === undefined || ref === undefined ? undefined : { repository, ref };
}
