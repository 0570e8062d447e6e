import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ToolCacheJob } from '../../../src/runner/tool-cache-process.ts';

/** As the library does with tar: the work is done by a program that it started. Here it never ends. */
const [{ folders }] = (await once(process, 'message')) as [ToolCacheJob];
spawn('sh', ['-c', 'while :; do echo x >> "$0/late"; sleep 0.05; done', folders[0] ?? ''], {
  stdio: 'ignore',
});
