import { post } from './index.js';

await post('build-node-image');
