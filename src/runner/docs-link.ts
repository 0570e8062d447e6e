type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The address of a page of this suite, at the commit or tag that runs. The runner names the repository of an action;
 * a reusable workflow, whose steps use local copies, hands it over as `NODE_IMAGES_SOURCE` (`owner/repo@sha`).
 *
 * @param path from the root of the repository: `docs/trust.md`
 * @returns `undefined` where neither is known: a text without a link is better than a link that leads nowhere.
 */
export function docsLink(path: string, environment: Environment = process.env): string | undefined {
  const server = environment['GITHUB_SERVER_URL'] || 'https://github.com';
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = environment;
  const source = repository && ref ? `${repository}@${ref}` : environment['NODE_IMAGES_SOURCE'];
  const [, name, commit] = /^([\w.-]+\/[\w.-]+)@([\w./-]+)$/.exec(source ?? '') ?? [];
  return name === undefined ? undefined : `${server}/${name}/blob/${commit}/${path}`;
}
