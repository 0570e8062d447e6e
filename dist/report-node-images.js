import { main } from './index.js';

await main('report-node-images');
