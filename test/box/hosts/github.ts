import { spawn } from 'node:child_process';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { gitEnvironment } from '../build-tooling-repository.ts';
import { type HostHandler, type HostRequest, type HostResponse, requestBody } from '../http-exchange.ts';

const repositoryPath =
  /^(?<repository>\/[\w.-]+\/[\w.-]+?)(?:\.git)?(?<service>\/(?:info\/refs|git-upload-pack))$/;

const releaseFile = /^\/[\w-]+\/[\w.-]+\/releases\/download\//;

/**
 * github.com: fetches of the repositories below a folder over git's smart HTTP protocol, and the files of releases.
 */
export function github(projectRoot: string, gitExecPath: string, releases: HostHandler): HostHandler {
  return async (request) => {
    if (releaseFile.test(request.url.pathname)) return releases(request);
    const { repository, service } = repositoryPath.exec(request.url.pathname)?.groups ?? {};
    if (repository === undefined) return { status: 404, body: 'Not Found' };
    const backend = path.join(gitExecPath, 'git-http-backend');
    const child = spawn(backend, {
      env: cgiEnvironment(request, projectRoot, `${repository}.git${service}`),
    });
    child.stdin.on('error', () => child.kill());
    child.stdin.end(await requestBody(request));
    const [output, errors] = await Promise.all([buffer(child.stdout), text(child.stderr)]);
    return cgiResponse(output, errors);
  };
}

/** RFC 3875, 4.1, and git-http-backend(1). */
function cgiEnvironment(request: HostRequest, projectRoot: string, pathInfo: string): NodeJS.ProcessEnv {
  const { headers } = request;
  return {
    ...gitEnvironment(),
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_PROJECT_ROOT: projectRoot,
    PATH_INFO: pathInfo,
    QUERY_STRING: request.url.search.slice(1),
    REQUEST_METHOD: request.method,
    REMOTE_ADDR: '127.0.0.1',
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    HTTP_GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
  };
}

/** RFC 3875, 6: header fields, an empty line, the body. */
function cgiResponse(output: Buffer, errors: string): HostResponse {
  const end = output.indexOf('\r\n\r\n');
  if (end < 0) throw new Error(`git http-backend gave no answer: ${errors}`);
  const headers = Object.fromEntries(
    output
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')
      .map((line) => {
        const [name = '', value = ''] = line.split(/: */, 2);
        return [name.toLowerCase(), value];
      }),
  );
  const { status = '200', ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: output.subarray(end + 4) };
}
