/** One image for test/bench/fetch.ts, in a process of its own; prints its peak memory in MiB. */
import { readFileSync } from 'node:fs';
import { createRemoteFiles } from '../../src/bottlerocket/remote-files.ts';
import { writeImage } from '../../src/bottlerocket/write-image.ts';
import { createTransport } from '../../src/net/transport.ts';

const [url = '', length = '', sha256 = '', destination = '', conversion = ''] = process.argv.slice(2);
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
  conversion: conversion === 'gzip' ? { kind: 'gzip', level: 6 } : { kind: 'ova' },
  files,
  signal: new AbortController().signal,
  inspect: (inside) => {
    if (inside?.kind === 'ova' && inside.ova instanceof Error) throw inside.ova;
  },
});
await files.close();
// Not `maxRSS` of getrusage(2): a child inherits its parent's across exec.
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
console.log((Number(peak) / 1024).toFixed(0));
