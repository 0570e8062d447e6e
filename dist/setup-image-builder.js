import { main } from './index.js';

await main('setup-image-builder');
