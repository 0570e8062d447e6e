import { post } from './index.js';

await post('setup-image-builder');
