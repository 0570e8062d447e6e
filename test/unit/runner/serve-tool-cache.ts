import { serveToolCache } from '../../../src/runner/tool-cache-process.ts';

await serveToolCache();
