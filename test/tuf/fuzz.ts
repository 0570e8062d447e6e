/**
 * Altered metadata for the parser and the verifier, until a number of inputs is through:
 *
 *     node test/tuf/fuzz.ts --long      100,000 inputs
 *     node test/tuf/fuzz.ts --seed 7 --runs 5000
 */
import { parseArgs } from 'node:util';
import { fuzz } from './metadata-fuzzer.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
});
const runs = values.long ? 100_000 : Number(values.runs);
const started = performance.now();
const counts = fuzz({ seed: Number(values.seed), runs });
console.log(`${runs} inputs in ${((performance.now() - started) / 1000).toFixed(1)} s:`, counts);
