import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Box } from '../box/box.ts';
import { projectRoot } from '../support/committed-tree.ts';
import { suiteName } from './act.ts';

type Inputs = Record<string, unknown>;
interface Job {
  uses?: string;
  with?: Inputs;
  steps?: Array<{ uses?: string; with?: Inputs }>;
}
interface Workflow {
  on: unknown;
  jobs: Record<string, Job>;
}

/** What each action of the suite needs to live in the box: to trust its keys, and to ask nothing of the machine. */
function boxInputs(uses: string, box: Box): Inputs {
  const path = uses.slice(suiteName.length).replace(/@.*/, '');
  const trust = { 'bundle-public-key': box.bundlePublicKey, 'ca-bundle': box.interceptingCa };
  const machine = { setup: 'skip', kvm: 'skip', preflight: 'skip' };
  switch (path) {
    case '':
      return { ...trust, ...machine, source: 'bundle', 'proxy-in-image': 'none' };
    case '/.github/workflows/node-images.yml':
      return { ...trust, ...machine, 'bottlerocket-source': 'bundle', 'proxy-in-image': 'none' };
    case '/actions/fetch-bottlerocket':
      return { ...trust, source: 'bundle' };
    case '/actions/report-node-images':
      return { 'ca-bundle': box.interceptingCa };
    default:
      return trust;
  }
}

/** An example as it stands in `examples/`, with the box's inputs added, and more for its own actions. */
export function exampleWorkflow(name: string, box: Box, more: Inputs = {}): string {
  const text = readFileSync(join(projectRoot, 'examples', `${name}.yml`), 'utf8');
  const workflow = parse(text) as Workflow;
  for (const job of Object.values(workflow.jobs)) {
    for (const part of [job, ...(job.steps ?? [])]) {
      if (!part.uses?.startsWith(suiteName)) continue;
      const isReport = part.uses.includes('/actions/report-node-images');
      part.with = { ...part.with, ...boxInputs(part.uses, box), ...(isReport ? {} : more) };
    }
  }
  return stringify(workflow);
}

/** What the image-builder CLI was called with, as the log of a build says it, without the work folder. */
export function imageBuilderCommand(log: string): string {
  const [, args = ''] = / \$ \S+\/image-builder (.*)$/m.exec(log) ?? [];
  return args.replaceAll(/\S*\/node-image-\w+/g, '…');
}
