/**
 * One image for test/bench/fetch.ts, in a process of its own: JavaScript as dist has it, because taking the types off costs
 * memory. Prints its peak memory in MiB and its processor time in seconds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [emitted = '', url = '', length = '', sha256 = '', destination = '', kind = ''] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(join(emitted, file)).href);
const { createRemoteFiles } = await load('bottlerocket/remote-files.js');
const { writeImage } = await load('bottlerocket/write-image.js');
const { createTransport } = await load('net/transport.js');

const transport = createTransport({
  proxyEnvironment: {},
  certificates: undefined,
  userAgent: 'bench',
  timeouts: { connect: 10_000, headers: 30_000, body: 30_000 },
});
const files = createRemoteFiles({ transport });
await writeImage({
  url: new URL(url),
  target: { name: 'image', length: Number(length), sha256 },
  destination,
  conversion: kind === 'gzip' ? { kind, level: 6 } : { kind },
  files,
  signal: new AbortController().signal,
  inspect: (inside) => {
    if (inside?.kind === 'ova' && inside.ova instanceof Error) throw inside.ova;
  },
});
await files.close();
// Not `maxRSS` of getrusage(2): a child inherits its parent's across exec.
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
const { user, system } = process.cpuUsage();
console.log((Number(peak) / 1024).toFixed(0), ((user + system) / 1e6).toFixed(2));
