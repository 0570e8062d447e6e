import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { suiteName } from './act.ts';

export interface DocumentedWorkflow {
  /** `README.md:12` */
  readonly place: string;
  readonly text: string;
}

/**
 * The YAML blocks of the README and the docs as whole workflows: a block that shows steps or jobs alone gets the
 * rest around it, so that the same linters read it. Blocks that are no part of a workflow (a build config, the
 * value of an input) are left out.
 */
export function documentedWorkflows(root: string): readonly DocumentedWorkflow[] {
  const pages = globSync(['README.md', 'actions/*/README.md', 'docs/**/*.md'], { cwd: root }).toSorted();
  return pages.flatMap((page) => {
    const markdown = readFileSync(join(root, page), 'utf8');
    return [...markdown.matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)].flatMap((block) => {
      const line = markdown.slice(0, block.index).split('\n').length;
      const text = wholeWorkflow(outdent(block[2] ?? ''));
      return text === undefined ? [] : [{ place: `${page}:${line}`, text }];
    });
  });
}

function outdent(block: string): string {
  const indent = /^ */.exec(block)?.[0] ?? '';
  return block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

function wholeWorkflow(block: string): string | undefined {
  const documents = parseAllDocuments(block);
  const [first] = documents;
  // Several documents are the spec of a cluster.
  if (first === undefined || documents.length > 1) return undefined;
  const value: unknown = first.toJS();
  if (Array.isArray(value)) {
    return value.every(isStep) ? around(jobsOf(value, block)) : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if ('jobs' in value && 'on' in value) return block;
  return 'jobs' in value ? around(value.jobs) : undefined;
}

/** Steps may read the outputs of a job that plans, as those of a whole workflow do. */
function jobsOf(steps: readonly unknown[], block: string) {
  const job = { 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 10, steps };
  return block.includes('needs.plan.') ? { plan: planningJob, job: { needs: 'plan', ...job } } : { job };
}

const planningJob = {
  'runs-on': 'ubuntu-24.04',
  'timeout-minutes': 10,
  outputs: {
    matrix: '${{ steps.plan.outputs.matrix }}',
    reused: '${{ steps.plan.outputs.reused }}',
  },
  steps: [
    {
      id: 'plan',
      uses: `${suiteName}/actions/plan-node-images@v1`,
      with: { images: '[{hypervisor: baremetal, release-channel: supported}]' },
    },
  ],
};

function isStep(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('uses' in value || 'run' in value);
}

function around(jobs: unknown): string {
  return stringify({ name: 'Documented', on: 'workflow_dispatch', permissions: {}, jobs });
}
