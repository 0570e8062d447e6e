import { main } from './index.js';

await main('resolve-eksa-bundle');
