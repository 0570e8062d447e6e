/**
 * Draws the pictures of the documentation: `docs/images/*`. The summary is that of a real build in the box, with Packer,
 * Ansible and QEMU of this machine (three minutes or more).
 *
 * Usage: node scripts/render-images.ts [--summary FILE]
 *
 * With `--summary`, FILE is drawn: the summary of an earlier run, for work on the layout.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBox } from '../test/box/box.ts';
import { buildInputs } from '../test/support/e2e.ts';
import { RunnerJob } from '../test/support/runner.ts';
import { prepareBaseImage, vmEngine } from '../test/vm/machine.ts';
import { pipelinePicture } from './images/pipeline.ts';
import { drawSummary } from './images/summary.ts';
import { svg } from './images/svg.ts';
import { trustPicture } from './images/trust.ts';

const { values } = parseArgs({ options: { summary: { type: 'string' } } });
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
for (const theme of ['light', 'dark'] as const) {
  writeFileSync(join(folder, `trust-${theme}.svg`), svg(trustPicture(), theme));
  writeFileSync(join(folder, `pipeline-${theme}.svg`), svg(pipelinePicture(), theme));
}
const summary = values.summary === undefined ? await summaryOfBuild() : readFileSync(values.summary, 'utf8');
for (const theme of ['light', 'dark'] as const)
  drawSummary(summary, theme, join(folder, `summary-${theme}.png`));

async function summaryOfBuild(): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'images-'));
  try {
    await prepareBaseImage();
    await using box = await startBox({ scratch: join(scratch, 'box') });
    box.standIn(vmEngine);
    const environment = {
      ...box.environment,
      GITHUB_ACTION_REPOSITORY: 'octo/eks-anywhere-node-images',
      GITHUB_ACTION_REF: 'v1',
    };
    const job = new RunnerJob({ repository: root, scratch, environment });
    const result = await job.step('actions/build-node-image', {
      inputs: { ...buildInputs(box), 'upload-logs': 'always' },
    });
    await job.post();
    if (result.exitCode !== 0) throw new Error(`the build failed:\n${result.log}`);
    return result.summary;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
