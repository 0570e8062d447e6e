import { main } from './index.js';

await main('collect-node-images');
