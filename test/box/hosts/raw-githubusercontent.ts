import { fileAtCommit } from '../build-tooling-repository.ts';
import type { HostHandler } from '../http-exchange.ts';

/** raw.githubusercontent.com: files of the build-tooling repository at a commit or branch. */
export function rawGithubusercontent(gitDir: string): HostHandler {
  return async ({ url }) => {
    const match = /^\/aws\/eks-anywhere-build-tooling\/([\w.-]+)\/(.+)$/.exec(decodeURI(url.pathname));
    const file = match && (await fileAtCommit(gitDir, match[1] ?? '', match[2] ?? ''));
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return file == null
      ? { status: 404, headers, body: '404: Not Found' }
      : { status: 200, headers, body: file };
  };
}
