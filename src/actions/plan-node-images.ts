import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { inGroup } from '../log.ts';
import { parseRunners } from '../plan/runners.ts';
import { parseExclusions, parseImages } from '../plan/wanted-images.ts';
import { filePath, flag, oneOf, parsedBy, text, wholeNumber } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { writeSummary } from '../runner/summary.ts';
import { releaseInputs } from './interface.ts';

/** `plan-node-images`: wanted images become a job matrix of those that can and need to be built. */
export const planNodeImages = defineAction({
  name: 'plan-node-images',
  inputs: z.object({
    ...releaseInputs,
    'manifest-tarball': filePath.optional(),
    images: parsedBy(parseImages, 'YAML list'),
    exclude: parsedBy(parseExclusions, 'YAML list').prefault(''),
    runners: parsedBy(parseRunners, 'YAML').prefault('ubuntu-24.04'),
    'on-unsupported': oneOf(['error', 'skip']).prefault('error'),
    'skip-unchanged': flag.prefault('false'),
    'max-age-days': wholeNumber({ min: 1, max: 400 }).prefault('7'),
    'github-token': text.prefault('${{ github.token }}'),
  }),
  outputs: ['eks-a-version', 'matrix', 'has-builds', 'count', 'skipped', 'reused', 'plan-path'],
  async main({ inputs, log, secrets }) {
    const { fetchRelease } = await import('./fetch-release.ts');
    const { makePlan } = await import('./make-plan.ts');
    secrets.add(inputs['github-token']);
    const fetched = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
      fetchRelease(inputs, log, secrets),
    );
    const { release } = fetched;
    const title = `Node images of EKS Anywhere ${release.version}`;
    const plan = await makePlan(inputs, fetched, log, (blocks) =>
      writeSummary([{ heading: title }, ...blocks], secrets),
    );
    const { matrix, reused, unsupported } = plan;
    const path = join(runnerTemp(), `node-images-plan-${randomUUID()}.json`);
    await writeFile(path, `${JSON.stringify(plan.document, null, 2)}\n`);
    log.info(
      `${matrix.length} to build, ${reused.length} unchanged${unsupported > 0 ? `, ${unsupported} unsupported and left out` : ''}`,
    );
    return {
      'eks-a-version': release.version,
      matrix: JSON.stringify({ include: matrix }),
      'has-builds': String(matrix.length > 0),
      count: matrix.length,
      skipped: reused.length + unsupported,
      reused: JSON.stringify(reused),
      'plan-path': path,
    };
  },
});
