import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A package source on loopback, and what it was asked for. */
export interface PackageSource extends AsyncDisposable {
  /** For a file of `extra_repos`; the address is that under which QEMU shows a guest this machine's loopback. */
  readonly line: string;
  readonly asked: readonly string[];
}

/** Makes a package that holds nothing, and serves it as apt expects it (flat repository format of sources.list(5)). */
export async function servePackage(name: string, version: string, scratch: string): Promise<PackageSource> {
  const control = [
    `Package: ${name}`,
    `Version: ${version}`,
    'Architecture: all',
    'Maintainer: test <test@example.invalid>',
    'Description: an extra package\n',
  ].join('\n');
  const tree = join(scratch, name);
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
  writeFileSync(join(tree, 'DEBIAN/control'), control);
  const file = join(scratch, `${name}.deb`);
  execFileSync('dpkg-deb', ['--root-owner-group', '--build', tree, file], { stdio: 'ignore' });
  const content = readFileSync(file);
  const sum = createHash('sha256').update(content).digest('hex');
  const index = `${control}Filename: ./${name}.deb\nSize: ${content.length}\nSHA256: ${sum}\n`;
  const files = new Map<string, string | Buffer>([
    ['/Packages', index],
    [`/${name}.deb`, content],
  ]);
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const path = url.replace('/./', '/');
    asked.push(path);
    const body = files.get(path);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    line: `deb [trusted=yes] http://10.0.2.2:${port} ./\n`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
