import { toolCache } from './index.js';

await toolCache();
