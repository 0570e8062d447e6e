/** `node make-base.mjs <cache folder>`: makes the base image of the engine "vm" with the packages of this machine's mirror. */

import path from 'node:path';
import { makeBase } from './base.mjs';

process.stdout.write(`${makeBase(path.resolve(process.argv[2]))}\n`);
