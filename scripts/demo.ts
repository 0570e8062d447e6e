/**
 * A job of this suite, on this machine, without the internet: starts the box, runs the committed actions one after
 * the other as a runner would, and says what came out of each.
 *
 * Usage: node scripts/demo.ts [--engine tiny|vm]
 *
 * With `--engine vm`, Packer, Ansible and QEMU of this machine make the image (two to three minutes).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBox } from '../test/box/box.ts';
import { boxInputs } from '../test/support/e2e.ts';
import { RunnerJob, type StepResult } from '../test/support/runner.ts';
import { prepareBaseImage, vmEngine } from '../test/vm/machine.ts';
import { buildStep } from './demo/build.ts';
import { collectStep } from './demo/collect.ts';
import type { DemoContext, DemoStep } from './demo/demo-step.ts';
import { fetchSteps } from './demo/fetch.ts';
import { planStep } from './demo/plan.ts';
import { resolveStep } from './demo/resolve.ts';

/** In the order in which a workflow has them. */
const steps: readonly DemoStep[] = [resolveStep, planStep, ...fetchSteps, buildStep, collectStep];

const { values } = parseArgs({ options: { engine: { type: 'string', default: 'tiny' } } });
if (!['tiny', 'vm'].includes(values.engine)) throw new Error(`--engine is tiny or vm, not ${values.engine}`);
const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'demo-'));
try {
  await using box = await startBox({ scratch: join(scratch, 'box') });
  if (values.engine === 'vm') {
    console.log('Making the base image of the virtual machine, or finding it in the cache ...');
    await prepareBaseImage();
    box.standIn(vmEngine);
  }
  writeFileSync(join(scratch, 'bottlerocket-root.json'), await box.bottlerocket.root(1));
  const results = new Map<string, StepResult>();
  const context: DemoContext = {
    box,
    destination: join(root, 'demo-output'),
    bottlerocketRoot: join(scratch, 'bottlerocket-root.json'),
    output(step, name) {
      const value = results.get(step)?.outputs[name];
      if (value === undefined) throw new Error(`the step ${step} has no output ${name}`);
      return value;
    },
  };
  const job = new RunnerJob({ repository: root, scratch, environment: box.environment });
  console.log('Everything in the box is a stand-in, the builder too; the actions are real.');
  for (const step of steps) {
    const started = performance.now();
    const result = await job.step(step.action, { inputs: { ...boxInputs(box), ...step.inputs(context) } });
    if (result.exitCode !== 0) {
      console.log(result.log);
      throw new Error(`the step ${step.id} failed; its log is above`);
    }
    results.set(step.id, result);
    console.log(`\n${step.title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    for (const [name, value] of step.account(result, context)) {
      if (value !== undefined) console.log(`  ${name.padEnd(14)} ${value}`);
    }
  }
  await job.post();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
